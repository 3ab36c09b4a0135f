"""What two versions of a document say differently: new, gone, and for the rest what is said of each kinerja. Pure.

In: two versions, each folded on its own without the decisions of people, so that documents are compared and not what
was decided about them. Out: differences in document order, and their counts. Kinerja are held together by their ids,
indicators by the ids that they keep.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from service.boxes import source_row
from service.facts import Decided, SourceRow
from service.model import Cascade, Claim, Indicator, Kinerja
from service.stored import row_key
from service.versions.answers import Counts, Difference, Facet, FacetChange
from service.versions.words import pieces

T = TypeVar("T")

WORDS: dict[str, str] = {
    "kalimat": "kalimat diubah",
    "induk": "pindah induk",
    "tingkat": "berubah tingkat",
    "indikator": "berubah indikator",
    "jabatan": "berubah jabatan",
    "komponen": "berubah komponen",
    "mitra": "berubah mitra",
}
"""How a kind of change is counted in a sentence."""


@dataclass(frozen=True)
class Reading:
    """One version as it speaks for itself."""

    versi: str
    """Id of the version."""
    claims: tuple[Claim, ...]
    cascade: Cascade

    @property
    def kinerja(self) -> dict[str, Kinerja]:
        """By id, in document order."""
        return {k.id: k for k in self.cascade.kinerja}


def differences(
    before: Reading, after: Reading, decided: Mapping[str, tuple[Decided, ...]]
) -> tuple[tuple[Difference, ...], Counts]:
    """Every kinerja that differs, and the counts; `decided`: id -> decisions in force about it."""
    old, new = _Said(before), _Said(after)
    keys = (*new.kinerja, *(key for key in old.kinerja if key not in new.kinerja))
    told = tuple(one for key in keys if (one := _difference(key, old, new, decided)))
    return told, _counted(told, len(new.kinerja))


def summary(counts: Counts) -> str:
    """`1 baru, 2 hilang, 6 kalimat diubah, 1 pindah induk; 17 kinerja sama`."""
    said = [f"{number} {name}" for name, number in (("baru", counts.baru), ("hilang", counts.hilang)) if number]
    said += [f"{number} {words}" for facet, words in WORDS.items() if (number := getattr(counts, facet))]
    return f"{', '.join(said) or 'tidak ada yang berbeda'}; {counts.sama} kinerja sama"


def _difference(key: str, old: _Said, new: _Said, decided: Mapping[str, tuple[Decided, ...]]) -> Difference | None:
    changes = tuple(_changes(key, old, new))
    if not changes:
        return None
    here = new if key in new.kinerja else old
    return Difference(
        id=key,
        uraian=here.kinerja[key].uraian,
        sifat="berubah" if key in old.kinerja and key in new.kinerja else "baru" if here is new else "hilang",
        perubahan=changes,
        baris_sebelum=old.rows(key),
        baris_sesudah=new.rows(key),
        keputusan=decided.get(key, ()),
    )


def _changes(key: str, old: _Said, new: _Said) -> Iterator[FacetChange]:
    yield from _sentence(key, old, new)
    yield from _parents(key, old, new)
    for facet in ("tingkat", "komponen"):
        before, after = old.plain(key, facet), new.plain(key, facet)
        if before != after:
            yield FacetChange(facet, before, after)
    yield from _indicators(old.indicators[key], new.indicators[key])
    yield from _listed("jabatan", old.owners[key], new.owners[key])
    yield from _listed("mitra", old.partners[key], new.partners[key])


def _sentence(key: str, old: _Said, new: _Said) -> Iterator[FacetChange]:
    if key in old.kinerja and key in new.kinerja:
        before, after = old.kinerja[key].uraian, new.kinerja[key].uraian
        if before != after:
            yield FacetChange("kalimat", before, after, pieces(before, after))


def _parents(key: str, old: _Said, new: _Said) -> Iterator[FacetChange]:
    """A parent for a parent is a move; one more or one less stands alone, and so does another main one of the same."""
    gone = [one for one in old.parents[key] if one not in new.parents[key]]
    come = [one for one in new.parents[key] if one not in old.parents[key]]
    for n in range(max(len(gone), len(come))):
        before, after = (gone[n] if n < len(gone) else ""), (come[n] if n < len(come) else "")
        yield FacetChange("induk", old.words(before), new.words(after), (), before, after)
    if not gone and not come and old.parents[key] and old.parents[key][0] != new.parents[key][0]:
        before, after = old.parents[key][0], new.parents[key][0]
        yield FacetChange("induk", f"{old.words(before)} (utama)", f"{new.words(after)} (utama)", (), before, after)


def _indicators(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[FacetChange]:
    for key, name in new.items():
        before = old.get(key, "")
        if before != name:
            yield FacetChange(
                "indikator", before, name, pieces(before, name) if before else (), key if before else "", key
            )
    for key, name in old.items():
        if key not in new:
            yield FacetChange("indikator", name, "", (), key)


def _listed(facet: Facet, old: Sequence[str], new: Sequence[str]) -> Iterator[FacetChange]:
    gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
    if gone or come:
        yield FacetChange(facet, ", ".join(old), ", ".join(new))


def _counted(found: Iterable[Difference], after: int) -> Counts:
    kinds: Counter[str] = Counter()
    for one in found:
        kinds[one.sifat] += 1
        if one.sifat == "berubah":
            kinds.update({change.hal for change in one.perubahan})
    return Counts(**kinds, sama=after - kinds["baru"] - kinds["berubah"])


class _Said:
    """What one version says, by kinerja."""

    def __init__(self, reading: Reading) -> None:
        cascade = reading.cascade
        self.versi, self.kinerja = reading.versi, reading.kinerja
        self.parents = _grouped((edge.sebab, edge.akibat) for edge in cascade.edges)
        self.owners = defaultdict(list, {key: _cells(cells) for key, cells in _owned(cascade).items()})
        self.partners = _grouped((one.kinerja, one.nama) for one in cascade.mitra)
        self.indicators: dict[str, dict[str, str]] = defaultdict(dict)
        for indicator in cascade.indikator:
            for n, key in enumerate(indicator.kinerja):
                self.indicators[key][indicator.id] = _measured(indicator, n)
        self.planned = _grouped((one.kinerja, f"{one.kode} {one.nama}".strip()) for one in cascade.komponen)
        self.claims = _grouped((claim.kinerja_id, claim) for claim in reading.claims)

    def words(self, key: str) -> str:
        """The statement of `key`; empty: it has none here."""
        return self.kinerja[key].uraian if key in self.kinerja else ""

    def plain(self, key: str, facet: str) -> str:
        """Level or component in words."""
        if key not in self.kinerja:
            return ""
        one = self.kinerja[key]
        return one.tingkat if facet == "tingkat" else " · ".join(filter(None, (one.komponen, *self.planned[key])))

    def rows(self, key: str) -> tuple[SourceRow, ...]:
        """Where it is said."""
        made = {}
        for claim in self.claims[key]:
            row = row_key(self.versi, claim.baris[0])
            made[row] = source_row(row, claim.tahap, claim.urutan, str(claim.tempat), claim.uraian)
        return tuple(made.values())


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _owned(cascade: Cascade) -> dict[str, dict[int, list[str]]]:
    """Id -> cell -> names in it."""
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in cascade.assignments:
        found[one.kinerja][one.kelompok].append(one.nama)
    return found


def _cells(cells: Mapping[int, Sequence[str]]) -> list[str]:
    return ["/".join(names) for names in cells.values()]


def _measured(indicator: Indicator, nth: int) -> str:
    """Name with target, unit and baseline, as far as the document has them."""
    told = [indicator.nama]
    for label, values in (("target", indicator.target), ("baseline", indicator.baseline)):
        if nth < len(values) and values[nth]:
            told.append(f"{label} {values[nth]} {indicator.satuan}".strip())
    if len(told) == 1 and indicator.satuan:
        told.append(f"satuan {indicator.satuan}")
    return ", ".join(told)
