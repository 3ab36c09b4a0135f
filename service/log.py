"""The one log: what people decided, and which version of a document is current.

In: what a decision says, who says it and why. Out: an entry (`Keputusan`) with the next number, tied to what it is
about. Entries are only ever added; `service/decisions` says what the kinds mean, `service/live.py` what they do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from service.actor import acting
from service.errors import Invalid
from service.fold.decided import in_force
from service.graph import Tx
from service.log_pairs import write_pairs
from service.model import Decision, DecisionKind

LOCAL = "lokal"
"""The account of everything that is decided before there are accounts."""
ERASED = cast(DecisionKind, "hapus")
"""Kind of what is left of an entry whose document was erased for good: its number, about nothing. Nobody decides it,
so it is none of the kinds that may be asked for (`versions/erasing.py`)."""
LONGEST_REASON = 1000
"""Letters; a reason is read in a list, and stays for ever."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision that has no number yet."""

    jenis: DecisionKind
    subjek: str
    isi: Mapping[str, str]
    alasan: str
    oleh: str = ""
    """Account; empty: who acts now."""
    membatalkan: str = ""


def append(tx: Tx, entries: Sequence[Entry]) -> tuple[Decision, ...]:
    """Write `entries` with the next numbers. Writers wait for each other (`Graph.writing`), so there is never a gap."""
    last = last_number(tx)
    made = tuple(_numbered(entry, last + n) for n, entry in enumerate(entries, start=1))
    write(tx, made)
    return made


def write(tx: Tx, decisions: Sequence[Decision]) -> None:
    """Write entries that have their number already; raises Invalid, so that none is lost, when what one of them is
    about is not in the graph."""
    entries = [as_properties(decision) for decision in decisions]
    new = [{"id": d.subjek, **d.isi} for d in decisions if d.jenis == "padanan" and d.isi.get("baru")]
    if new:  # nothing has made the kinerja yet that this is about
        tx.run("decide/new_subject", baru=new)
    empty = [entry for entry in entries if entry["jenis"] == ERASED]
    plain = [entry for entry in entries if entry["jenis"] not in (ERASED, "silang")]
    written = {row["id"] for row in tx.run("decide/append", keputusan=plain)} | write_pairs(tx, decisions, entries)
    if empty:
        written |= {row["id"] for row in tx.run("decide/append_erased", keputusan=empty)}
    lost = [entry for entry in entries if entry["id"] not in written]
    if lost:
        raise Invalid(
            f"Keputusan nomor {lost[0]['urut']} tentang {lost[0]['subjek']}, yang tidak ada di graf ini.",
            "Tidak ada yang ditulis. Periksa log itu.",
        )


def check_length(alasan: str) -> None:
    """Raises Invalid for a reason that nobody would read."""
    if len(alasan.strip()) > LONGEST_REASON:
        raise Invalid(
            f"Alasan paling panjang {LONGEST_REASON} huruf (sekarang {len(alasan.strip())}). Tidak ada yang diubah.",
            "Ringkas alasannya.",
            {"alasan": f"paling panjang {LONGEST_REASON} huruf"},
        )


def of_document(tx: Tx, dokumen: str) -> tuple[Decision, ...]:
    """Every entry about a document or a kinerja of its unit and year, oldest first, cancelled ones too."""
    return told_of_document(tx, dokumen)[0]


def told_of_document(tx: Tx, dokumen: str) -> tuple[tuple[Decision, ...], dict[str, str]]:
    """The same, and id -> statement (title) of what they are about."""
    rows = tx.run("decide/of_document", dokumen=dokumen)
    decisions = tuple(sorted((from_properties(row["keputusan"]) for row in rows), key=lambda d: d.urut))
    return decisions, {row["keputusan"]["subjek"]: row["teks"] for row in rows}


def last_number(tx: Tx) -> int:
    """Number of the last entry, 0 for an empty log."""
    return int(tx.run("decide/last_number")[0]["urut"])


def revision_of(decisions: Iterable[Decision], subjek: str, dokumen: str) -> int:
    """What a form about `subjek` is based on: the largest number among the entries about it or its document."""
    return max((d.urut for d in decisions if d.subjek in (subjek, dokumen)), default=0)


def current_version(decisions: Iterable[Decision], dokumen: str) -> str:
    """Id of the version that the last word in force makes current; empty: none."""
    said = [d.isi["versi"] for d in in_force(decisions) if d.jenis == "versi" and d.subjek == dokumen]
    return said[-1] if said else ""


def says_version(decisions: Iterable[Decision], dokumen: str) -> bool:
    """Somebody's word in force says which version is current, or that none is."""
    return any(d.jenis == "versi" and d.subjek == dokumen for d in in_force(decisions))


def now() -> str:
    """This moment, ISO 8601 with offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def as_properties(decision: Decision) -> dict[str, Any]:
    """A decision as a `Keputusan` holds it."""
    return {
        "id": decision.id,
        "urut": decision.urut,
        "jenis": decision.jenis,
        "subjek": decision.subjek,
        "isi": json.dumps(dict(decision.isi), ensure_ascii=False, sort_keys=True),
        "oleh": decision.oleh,
        "pada": decision.pada,
        "alasan": decision.alasan,
        "membatalkan": decision.membatalkan,
    }


def from_properties(row: Mapping[str, Any]) -> Decision:
    """A `Keputusan` as a decision."""
    return Decision(**{**row, "isi": json.loads(row["isi"])})


def _numbered(entry: Entry, urut: int) -> Decision:
    return Decision(
        id=f"keputusan-{urut}",
        urut=urut,
        jenis=entry.jenis,
        subjek=entry.subjek,
        isi=dict(entry.isi),
        oleh=entry.oleh or acting().akun,
        pada=now(),
        alasan=entry.alasan,
        membatalkan=entry.membatalkan,
    )
