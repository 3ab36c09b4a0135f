"""The planning components of each kinerja as stage 5 prints them: type, code and name, one component a line.

In: a `Gathered` cascade. Out: the texts of the three cells of each kinerja; a dash keeps what belongs to one component
on one line of all three. The reader is `ingest/parse/lembar_cells`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from service.fold.beside import planned_as
from service.lembar.form import DECIDED, NOTHING
from service.lembar.gathered import Gathered
from service.model import Claim, Kinerja, Planned

Cells = Mapping[str, str]
"""Name of a column of stage 5 -> its text."""


def components(of: Gathered) -> dict[str, Cells]:
    """Id of a kinerja -> its three cells."""
    found: dict[str, list[Planned]] = defaultdict(list)
    for one in of.cascade.komponen:
        found[one.kinerja].append(one)
    printed = {(own.kinerja, own.kode): c for c in reversed(of.claims) if (own := planned_as(c.kinerja_id, c))}
    return {k.id: _cells(k, [_component(k, one, printed) for one in found[k.id]]) for k in of.cascade.kinerja}


def _cells(kinerja: Kinerja, found: Sequence[tuple[str, str, str]]) -> Cells:
    """The type is that of the kinerja, and stands once unless a further component is of another type."""
    types = [kinerja.komponen, *(kind for kind, _, _ in found[1:])]
    return {
        "komponen": _below_each_other(types) if len(set(types)) > 1 else kinerja.komponen,
        "komponen_kode": _below_each_other([code for _, code, _ in found]),
        "komponen_nama": _below_each_other([name for _, _, name in found]),
    }


def _component(kinerja: Kinerja, one: Planned, printed: Mapping[tuple[str, str], Claim]) -> tuple[str, str, str]:
    """As the document prints it; what a person chose says so, and is not read again."""
    row = printed.get((one.kinerja, one.kode))
    if one.asal != "diputuskan" and row:
        return row.komponen, row.komponen_kode, row.komponen_nama
    return kinerja.komponen, f"{one.kode} ({DECIDED})", f"{one.nama} ({DECIDED})"


def _below_each_other(texts: Sequence[str]) -> str:
    return "\n".join(text or NOTHING for text in texts) if any(texts) else ""
