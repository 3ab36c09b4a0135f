"""From a cascade to the entries of a template, so that reading them back gives the same cascade.

In: a `Cascade`, the same without decisions about parents, and the claims they were folded from. Out: one `Entry` for
each kinerja, in the order of the document. A parent or level that people decided is printed as it is in force, and the
hidden cells remember what the document itself says: an unedited cell brings that back, and the decision lies over it
as before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from service.bahasa.codes import canonical
from service.fold.beside import planned_as
from service.model import Cascade, Claim, Indicator, Kinerja
from service.templat.content import Component, Entry, Measure
from service.templat.form import SEVERAL, remembered

Names = Mapping[str, str]
"""Id of a kinerja -> what a row calls it by: its code, else its id."""


def entries(cascade: Cascade, alone: Cascade, claims: Sequence[Claim], *, numbered: bool = False) -> tuple[Entry, ...]:
    """`alone`: without decisions about parents. `numbered`: the ids are none of the graph (a document that was never
    imported); rows are called 1, 2, 3 … then."""
    codes = _codes(cascade, numbered)
    names = {k.id: codes[k.id] or k.id for k in cascade.kinerja}
    above, own = _parents(cascade), _parents(alone)
    origin = {edge.sebab: edge.asal for edge in alone.edges if edge.utama}
    owners, planned, partners = _owners(cascade), _components(cascade, claims), _partners(cascade)
    measures = _measures(cascade.indikator)
    return tuple(
        Entry(
            uraian=k.uraian,
            kode=codes[k.id],
            induk=_listed(above[k.id], names),
            tingkat=k.tingkat,
            indikator=measures.get(k.id, ()),
            komponen=k.komponen,
            bagian=planned.get(k.id, ()),
            jabatan=owners.get(k.id, ()),
            mitra=partners.get(k.id, ()),
            id="" if numbered else k.id,
            asal_induk=remembered(_listed(above[k.id], names), _own(own[k.id], names, numbered), origin.get(k.id, "")),
            asal_tingkat=remembered(k.tingkat, k.tingkat_usul) if k.diputuskan else "",
        )
        for k in cascade.kinerja
    )


def _codes(cascade: Cascade, numbered: bool) -> dict[str, str]:
    """The code of the document, where no other kinerja has it."""
    if numbered:
        return {k.id: str(place) for place, k in enumerate(cascade.kinerja, start=1)}
    used = Counter(_plain(k) for k in cascade.kinerja)
    return {k.id: k.kode if used[_plain(k)] == 1 else "" for k in cascade.kinerja}


def _plain(kinerja: Kinerja) -> str:
    return kinerja.kode.strip(" .()").casefold()


def _parents(cascade: Cascade) -> defaultdict[str, list[str]]:
    """Id -> ids of its effects, the main one first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for edge in sorted(cascade.edges, key=lambda edge: not edge.utama):
        found[edge.sebab].append(edge.akibat)
    return found


def _listed(ids: Sequence[str], names: Names) -> str:
    return f"{SEVERAL} ".join(names[key] for key in ids)


def _own(ids: Sequence[str], names: Names, numbered: bool) -> str:
    """By id, which nobody edits."""
    return _listed(ids, names if numbered else {key: key for key in names})


def _measures(found: Sequence[Indicator]) -> dict[str, tuple[Measure, ...]]:
    made: defaultdict[str, list[Measure]] = defaultdict(list)
    for one in found:
        for nth, kinerja in enumerate(one.kinerja):
            target, baseline = (texts[nth] if texts else "" for texts in (one.target, one.baseline))
            made[kinerja].append(Measure(one.nama, one.satuan, target, baseline))
    return {kinerja: tuple(measures) for kinerja, measures in made.items()}


def _owners(cascade: Cascade) -> dict[str, tuple[tuple[str, ...], ...]]:
    cells: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in cascade.assignments:
        cells[one.kinerja][one.kelompok].append(one.nama)
    return {key: tuple(tuple(cell) for _, cell in sorted(groups.items())) for key, groups in cells.items()}


def _components(cascade: Cascade, claims: Sequence[Claim]) -> dict[str, tuple[Component, ...]]:
    """As the rows print them; one that a person chose, as the nomenclature does."""
    printed = {
        (planned.kinerja, planned.kode): Component(row.komponen_kode, row.komponen_nama, row.komponen)
        for row in reversed(claims)
        if row.kinerja_id and (planned := planned_as(row.kinerja_id, row))
    }
    made: defaultdict[str, list[Component]] = defaultdict(list)
    for one in cascade.komponen:
        code = one.kode if canonical(one.kode) else ""
        made[one.kinerja].append(printed.get((one.kinerja, one.kode)) or Component(code, one.nama, one.jenis))
    return {kinerja: tuple(components) for kinerja, components in made.items()}


def _partners(cascade: Cascade) -> dict[str, tuple[str, ...]]:
    return {key: tuple(names) for key, names in _grouped((one.kinerja, one.nama) for one in cascade.mitra)}


def _grouped(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    yield from found.items()
