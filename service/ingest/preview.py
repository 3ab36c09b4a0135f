"""What an import would change in the graph, in the words a person decides by.

In: the cascade before and after, and what each statement was taken for. Out: one `Preview`: new, reworded, moved, on
another level, gone, back again, and the counts of indicators and positions. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from service.ingest.details import Detail, details
from service.ingest.reimport import Match
from service.model import Cascade, Kinerja


@dataclass(frozen=True, slots=True)
class Change:
    """One kinerja that would change."""

    id: str
    uraian: str
    """The statement as it will stand (or stood, for what goes)."""
    sebelum: str = ""
    """Statement, level or parent until now."""
    sesudah: str = ""
    """The same afterwards."""
    kelompok: int = 0
    """Number of the statement in the new document, for `choices`; 0: it is not in it."""
    kemiripan: float = 0.0
    """How alike the two statements are, 0 to 1 (reworded ones)."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that would change; all lists in document order."""

    baru: tuple[Change, ...] = ()
    berubah_kalimat: tuple[Change, ...] = ()
    """Taken for the same kinerja with a mended sentence; a person may say otherwise."""
    pindah: tuple[Change, ...] = ()
    """Under another parent."""
    berubah_tingkat: tuple[Change, ...] = ()
    hilang: tuple[Change, ...] = ()
    """No longer in the document; they keep their id, rows and decisions."""
    kembali: tuple[Change, ...] = ()
    """Were gone, and are there again."""
    kalimat: Mapping[str, str] = field(default_factory=dict)
    """Id -> statement of what `pindah` and `rincian` name, also of what goes."""
    tetap: int = 0
    """Kinerja with no change of their own."""
    jumlah_kinerja: int = 0
    indikator_baru: tuple[str, ...] = ()
    indikator_hilang: tuple[str, ...] = ()
    indikator_berubah: tuple[Change, ...] = ()
    """The same indicator under a mended name."""
    jabatan_baru: tuple[str, ...] = ()
    jabatan_hilang: tuple[str, ...] = ()
    rincian: tuple[Detail, ...] = ()
    """Targets, units of measure, components, partners and owners that are said otherwise."""

    @property
    def ada(self) -> bool:
        """Something would change."""
        return self.tetap < self.jumlah_kinerja or any(
            (
                *(self.hilang, self.indikator_baru, self.indikator_hilang, self.indikator_berubah),
                *(self.jabatan_baru, self.jabatan_hilang, self.rincian),
            )
        )


def compare(
    before: Cascade, after: Cascade, matches: Sequence[Match], former: Collection[str], numbers: Mapping[str, int]
) -> Preview:
    """`former`: ids of kinerja that lived in an older version and do not now; `numbers`: id -> `Claim.kelompok`."""
    old = {k.id: k for k in before.kinerja}
    group = {m.id: m for m in matches if m.id}
    kept = [k for k in after.kinerja if k.id in old]
    fresh = [k for k in after.kinerja if k.id not in old]
    parent_before, parent_after = parents(before), parents(after)
    reworded = _changed(kept, old, lambda k: k.uraian, group)
    moved = tuple(
        Change(k.id, k.uraian, parent_before.get(k.id, ""), parent_after.get(k.id, ""))
        for k in kept
        if parent_before.get(k.id) != parent_after.get(k.id)
    )
    levels = _changed(kept, old, lambda k: k.tingkat, group)
    beside = details(before, after)
    touched = {change.id for change in (*reworded, *moved, *levels)} | {detail.kinerja for detail in beside}
    living = {k.id for k in after.kinerja}
    measured_before, measured = _indicators(before), _indicators(after)
    owners_before, owners = _positions(before), _positions(after)
    return Preview(
        baru=tuple(Change(k.id, k.uraian, kelompok=numbers.get(k.id, 0)) for k in fresh if k.id not in former),
        berubah_kalimat=reworded,
        pindah=moved,
        berubah_tingkat=levels,
        hilang=tuple(Change(k.id, k.uraian) for k in before.kinerja if k.id not in living),
        kembali=tuple(Change(k.id, k.uraian) for k in fresh if k.id in former),
        kalimat={k.id: k.uraian for k in (*before.kinerja, *after.kinerja)} if moved or beside else {},
        tetap=len(kept) - len(touched),
        jumlah_kinerja=len(after.kinerja),
        indikator_baru=_only(measured, measured_before),
        indikator_hilang=_only(measured_before, measured),
        indikator_berubah=tuple(
            Change(key, name, measured_before[key], name)
            for key, name in measured.items()
            if measured_before.get(key, name) != name
        ),
        jabatan_baru=_only(owners, owners_before),
        jabatan_hilang=_only(owners_before, owners),
        rincian=beside,
    )


def parents(cascade: Cascade) -> dict[str, str]:
    """Id -> id of its main effect."""
    return {edge.sebab: edge.akibat for edge in cascade.edges if edge.utama}


def _changed(
    kept: Sequence[Kinerja], old: dict[str, Kinerja], said: Callable[[Kinerja], str], group: dict[str, Match]
) -> tuple[Change, ...]:
    return tuple(
        Change(
            id=k.id,
            uraian=k.uraian,
            sebelum=said(old[k.id]),
            sesudah=said(k),
            kelompok=group[k.id].kelompok if k.id in group else 0,
            kemiripan=group[k.id].kemiripan if k.id in group else 0.0,
        )
        for k in kept
        if said(old[k.id]) != said(k)
    )


def _indicators(cascade: Cascade) -> dict[str, str]:
    """Id -> name."""
    return {indicator.id: indicator.nama for indicator in cascade.indikator}


def _positions(cascade: Cascade) -> dict[str, str]:
    """Kode -> name."""
    return {assignment.jabatan: assignment.nama for assignment in cascade.assignments}


def _only(here: Mapping[str, str], there: Mapping[str, str]) -> tuple[str, ...]:
    """Names of what is here and not there."""
    return tuple(name for key, name in here.items() if key not in there)
