"""One concept of the glossary: its phrases with their origin, and the kinerja in which it is found.

In: the key of a concept as addresses have it, a government and year. Out: a `ConceptPage`; raises NotFound. Three
queries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.crosscut.glossary import Entry, shipped
from service.crosscut.glossary.answers import ConceptPage, Match, Variant
from service.crosscut.glossary.edits import Edit, concept_names, in_force, of_concept, phrases_of, version
from service.crosscut.glossary.listing import Looked, look, used_by
from service.crosscut.glossary.phrases import Reading, reading_of
from service.crosscut.glossary.use import NOWHERE, Use
from service.errors import NotFound
from service.facts import Paging
from service.graph import Graph

PER_PAGE = 25


def concept(
    graph: Graph,
    kunci: str,
    pemda: str = "",
    tahun: int | None = None,
    halaman: int = 1,
    per_halaman: int = PER_PAGE,
) -> ConceptPage:
    """The concept with page `halaman` of its kinerja."""
    seen = graph.reading(lambda tx: look(tx, pemda, tahun))
    name = concept_names(seen.ubahan).get(kunci)
    if name is None:
        raise NotFound(f"Tidak ada konsep {kunci!r} di glosarium.", "Cari di halaman Glosarium.")
    use = seen.pakai.get(name, NOWHERE)
    edits = of_concept(seen.ubahan, name)
    ids = sorted(use.kinerja)
    start = (halaman - 1) * per_halaman
    return ConceptPage(
        kunci=kunci,
        nama=name,
        varian=tuple(sorted(_variants(name, edits, use, seen), key=lambda one: (-one.kinerja, one.varian))),
        kinerja=tuple(_matches(ids[start : start + per_halaman], use, seen)),
        paging=Paging(halaman, per_halaman, len(ids)),
        unit=used_by(use, seen.unit),
        ubahan=edits,
        bawaan=name in shipped().concepts,
        diperiksa=len(seen.kondisi),
        versi_subjek=version(edits),
        lingkup=seen.lingkup.ini,
        lingkup_lain=seen.lingkup.lain,
    )


def _variants(name: str, edits: Iterable[Edit], use: Use, seen: Looked) -> Iterator[Variant]:
    """Those in force, and those that were taken out."""
    changed = {one.varian: one for one in edits}
    glossary = in_force(seen.ubahan)
    gone = [one.entry for one in edits if one.aksi == "cabut"]
    own = (*phrases_of(glossary.concepts.get(name, ())).values(), *gone)
    others = _other_concepts(name, glossary.entri, {reading_of(entry.varian) for entry in own})
    for entry in own:
        edit = changed.get(entry.varian)
        yield Variant(
            varian=entry.varian,
            jenis=entry.jenis,
            asal=entry.asal,
            kinerja=0 if entry in gone else use.of(entry.varian),
            juga=tuple(others.get(reading_of(entry.varian), ())),
            ubahan=edit,
            dicabut=entry in gone,
        )


def _other_concepts(name: str, entries: Iterable[Entry], readings: set[Reading]) -> dict[Reading, list[str]]:
    found: dict[Reading, list[str]] = {}
    for entry in entries:
        reading = reading_of(entry.varian)
        if entry.konsep != name and reading in readings:
            names = found.setdefault(reading, [])
            if entry.konsep not in names:
                names.append(entry.konsep)
    return {reading: sorted(names) for reading, names in found.items()}


def _matches(ids: Iterable[str], use: Use, seen: Looked) -> Iterator[Match]:
    by_id = {one.id: one for one in seen.kondisi}
    for key in ids:
        one, words = by_id[key], tuple(sorted(use.kinerja[key]))
        said = tuple(text for text in one.indikator if any(word in text for word in words))
        yield Match(one.id, one.uraian, said, one.unit, seen.unit[one.unit], words)
