"""What hangs on each kinerja, ready to be printed: indicators with their numbers, owners, components, partners.

In: a `Gathered` cascade. Out: one `Holding` for each kinerja.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from service.lembar.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator beside one kinerja, everything as printed in the document."""

    id: str
    nama: str
    satuan: str = ""
    target: str = ""
    baseline: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """What hangs on one kinerja; an empty text: the document does not say it."""

    indikator: tuple[Measure, ...] = ()
    jabatan: tuple[str, ...] = ()
    """One text for each cell of owners: `kasi/jafung/analisis`."""
    kode: str = ""
    """Code of its planning component, else the code that the document gives the kinerja."""
    nama_komponen: str = ""
    mitra: tuple[str, ...] = ()

    @property
    def pengampu(self) -> str:
        return "; ".join(self.jabatan)


def holdings(of: Gathered) -> dict[str, Holding]:
    """Id of a kinerja -> what hangs on it."""
    measures: dict[str, list[Measure]] = defaultdict(list)
    for one in of.cascade.indikator:
        for nth, key in enumerate(one.kinerja):
            target, baseline = (said[nth] if nth < len(said) else "" for said in (one.target, one.baseline))
            measures[key].append(Measure(one.id, one.nama, one.satuan, target, baseline))
    owners: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for assignment in of.cascade.assignments:
        owners[assignment.kinerja][assignment.kelompok].append(assignment.nama)
    partners: dict[str, list[str]] = defaultdict(list)
    for partner in of.cascade.mitra:
        partners[partner.kinerja].append(partner.nama)
    codes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for component in of.cascade.komponen:
        codes[component.kinerja].append((component.kode, component.nama))
    return {
        k.id: Holding(
            indikator=tuple(measures[k.id]),
            jabatan=tuple("/".join(cell) for cell in owners[k.id].values()),
            kode="\n".join(code for code, _ in codes[k.id]) or k.kode,
            nama_komponen="\n".join(name for _, name in codes[k.id]),
            mitra=tuple(partners[k.id]),
        )
        for k in of.cascade.kinerja
    }
