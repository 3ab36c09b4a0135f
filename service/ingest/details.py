"""What would change beside the statements: codes, second parents, targets, components, partners, owners.

In: the cascade before and after. Out: one `Detail` for each thing that is said otherwise of a kinerja that stays. What
belongs to a new kinerja or a new indicator is told with these. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from service.model import Cascade, Indicator, Origin

EMPTY = "(kosong)"
ORIGINS: Mapping[Origin, str] = {
    "tersurat": "ditulis",
    "urutan": "disimpulkan dari urutan",
    "diputuskan": "diputuskan",
}
BESIDE = ("satuan", "target", "baseline")


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing said of a kinerja."""

    kinerja: str
    """Its id."""
    apa: str
    """`target “Indeks kepuasan masyarakat”`, `mitra` …"""
    sebelum: str
    sesudah: str


def details(before: Cascade, after: Cascade) -> tuple[Detail, ...]:
    """In the order of the document after."""
    old, new = dict(_said(before)), dict(_said(after))
    living = {k.id for k in before.kinerja}
    known = {i.id for i in before.indikator} & {i.id for i in after.indikator}
    names = {i.id: i.nama for i in after.indikator}
    asked = dict.fromkeys([*new, *old])
    found = [
        Detail(kinerja, f"{what} “{names[which]}”" if which else what, old.get(at, EMPTY), new.get(at, EMPTY))
        for at in asked
        for kinerja, what, which in (at,)
        if kinerja in living and (not which or which in known) and old.get(at, EMPTY) != new.get(at, EMPTY)
    ]
    place = {k.id: k.urutan for k in after.kinerja}
    return tuple(sorted((one for one in found if one.kinerja in place), key=lambda one: place[one.kinerja]))


Said = tuple[tuple[str, str, str], str]
"""((kinerja, what, id of the indicator or empty), how it is said)."""


def _said(cascade: Cascade) -> Iterator[Said]:
    for indicator in cascade.indikator:
        yield from _measured(indicator)
    words = {k.id: k.uraian for k in cascade.kinerja}
    listed: Mapping[str, list[tuple[str, str]]] = {
        "kode": [(k.id, k.kode) for k in cascade.kinerja if k.kode],
        "asal induk": [(e.sebab, ORIGINS[e.asal]) for e in cascade.edges if e.utama],
        "induk lain": [(e.sebab, words.get(e.akibat, e.akibat)) for e in cascade.edges if not e.utama],
        "jenis komponen": [(k.id, k.komponen) for k in cascade.kinerja if k.komponen],
        "komponen": [(one.kinerja, f"{one.kode} {one.nama}") for one in cascade.komponen],
        "mitra": [(one.kinerja, one.nama) for one in cascade.mitra],
        "pengampu": list(_owners(cascade)),
    }
    for what, pairs in listed.items():
        together: defaultdict[str, list[str]] = defaultdict(list)
        for kinerja, text in pairs:
            together[kinerja].append(text)
        yield from (((kinerja, what, ""), "; ".join(texts)) for kinerja, texts in together.items())


def _measured(indicator: Indicator) -> Iterator[Said]:
    for nth, kinerja in enumerate(indicator.kinerja):
        beside = {
            "satuan": indicator.satuan,
            "target": indicator.target[nth] if indicator.target else "",
            "baseline": indicator.baseline[nth] if indicator.baseline else "",
        }
        yield from (((kinerja, what, indicator.id), beside[what]) for what in BESIDE if beside[what])


def _owners(cascade: Cascade) -> Iterator[tuple[str, str]]:
    cells: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for one in cascade.assignments:
        cells[one.kinerja, one.kelompok].append(one.nama)
    return ((kinerja, "/".join(names)) for (kinerja, _), names in cells.items())
