"""Kinerja that live no more: which there are, with which words, and what they turned into.

In: the living cascade, and the log. Out: `KinerjaLama` for every statement of an older version that does not live now,
so that an old id always answers with where it went. Computed from the stored versions, not from what the graph held
before: folding once or ten times gives the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from service.bahasa.wording import sidik
from service.fold.decided import in_force, standing
from service.fold.matched import same_kinerja
from service.graph import Tx
from service.live.write import At
from service.model import Cascade, Decision

BECAME = "menjadi:"
"""In the `isi` of a `versi` decision, `menjadi:<old id>` names the kinerja of that version that it turned into."""
MOVED = "pindah:"
"""Likewise `pindah:<old id>` names the kinerja of another unit or year, when the whole version belonged there."""


def write_former(tx: Tx, at: At, cascade: Cascade, decisions: Sequence[Decision]) -> None:
    """All former kinerja of a document and where they went."""
    living = {k.id for k in cascade.kinerja}
    former = [*former_rows(tx, at.dokumen, living, decisions)]
    words = [{**row, "tahun": at.tahun, "sidik": sidik(row["uraian"])} for row in former]
    tx.run("load/write_former", skpd=at.skpd, lama=words)
    went = became(decisions)
    pairs = [{"lama": row["id"], "kini": kini} for row in former if (kini := _end(row["id"], went, living))]
    pairs += elsewhere(former, decisions)
    tx.run("load/write_became", pasangan=pairs)


def former_rows(
    tx: Tx, dokumen: str, living: Collection[str], decisions: Sequence[Decision]
) -> Iterable[dict[str, str]]:
    """{id, uraian, tingkat} of every statement that lives no more, in words of its own: rows that a person said to be
    another kinerja do not count for the one whose id they carry."""
    parted = [d for d in in_force(decisions) if d.jenis == "padanan" and d.isi.get("baru")]
    pairs = [f"{d.isi['versi']} {d.isi['dari']}" for d in parted]
    rows = tx.run("load/former", id=dokumen, hidup=sorted(living), terpisah=pairs)
    yield from rows
    told = {row["id"] for row in rows} | set(living)
    for one in {d.subjek: d for d in decisions if d.jenis == "padanan" and d.isi.get("baru")}.values():
        if one.subjek not in told:
            yield {"id": one.subjek, "uraian": one.isi["uraian"], "tingkat": one.isi["tingkat"]}


def became(decisions: Sequence[Decision]) -> dict[str, str]:
    """Old id -> the id it turned into, as the versions in force say, and people; a later word wins."""
    said = [d.isi for d in standing(decisions) if d.jenis == "versi"]
    read = {key.removeprefix(BECAME): new for isi in said for key, new in isi.items() if key.startswith(BECAME)}
    return read | same_kinerja(in_force(decisions), with_new=False)


def elsewhere(former: Sequence[Mapping[str, Any]], decisions: Sequence[Decision]) -> list[dict[str, str]]:
    """Former kinerja whose version was moved, each with what it is there, living or not."""
    isi = [one.isi for one in standing(decisions) if one.jenis == "versi"]
    said = {key.removeprefix(MOVED): new for one in isi for key, new in one.items() if key.startswith(MOVED)}
    return [{"lama": row["id"], "kini": said[row["id"]]} for row in former if row["id"] in said]


def _end(start: str, went: Mapping[str, str], living: set[str]) -> str:
    """The living kinerja at the end of the chain; empty: it ends nowhere."""
    seen = {start}
    at = went.get(start, "")
    while at and at not in living and at not in seen:
        seen.add(at)
        at = went.get(at, "")
    return at if at in living else ""
