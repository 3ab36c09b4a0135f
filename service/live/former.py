"""Kinerja that live no more: which there are, with which words, and what they turned into.

In: the living cascade, and the log. Out: `KinerjaLama` for every statement of an older version that does not live now,
so that an old id always answers with where it went. Computed from the stored versions, not from what the graph held
before: folding once or ten times gives the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.bahasa.wording import sidik
from service.fold.decided import standing
from service.graph import Tx
from service.live.write import At
from service.model import Cascade, Decision

BECAME = "menjadi:"
"""In the `isi` of a `versi` decision, `menjadi:<old id>` names the kinerja of that version that it turned into."""


def write_former(tx: Tx, at: At, cascade: Cascade, decisions: Sequence[Decision]) -> None:
    """All former kinerja of a document and where they went."""
    living = {k.id for k in cascade.kinerja}
    former = tx.run("load/former", id=at.dokumen, hidup=sorted(living))
    words = [{**row, "tahun": at.tahun, "sidik": sidik(row["uraian"])} for row in former]
    tx.run("load/write_former", skpd=at.skpd, lama=words)
    went = became(decisions)
    pairs = [{"lama": row["id"], "kini": kini} for row in former if (kini := _end(row["id"], went, living))]
    tx.run("load/write_became", pasangan=pairs)


def became(decisions: Sequence[Decision]) -> dict[str, str]:
    """Old id -> the id it turned into, as the versions in force say; a later word wins."""
    said = [d.isi for d in standing(decisions) if d.jenis == "versi"]
    return {key.removeprefix(BECAME): new for isi in said for key, new in isi.items() if key.startswith(BECAME)}


def _end(start: str, went: Mapping[str, str], living: set[str]) -> str:
    """The living kinerja at the end of the chain; empty: it ends nowhere."""
    seen = {start}
    at = went.get(start, "")
    while at and at not in living and at not in seen:
        seen.add(at)
        at = went.get(at, "")
    return at if at in living else ""
