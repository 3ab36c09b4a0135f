"""The crosscutting sheet of a unit and year: what the form's last heading asks for and no document fills.

In: the kode of a unit, a year. Out: a `UnitSheet`: what is agreed, what waits for this unit and what waits for others,
what was only detected, and pairs that lost an end; rows in the form that the matrix crosscutting has in practice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from service.browse import UnitPage
from service.browse.units import read_unit_page
from service.crosscut.handover import Row, rows_of_unit
from service.crosscut.handover.handing import Handed, read_pairs
from service.crosscut.lists.answers import Overlap
from service.graph import PATIENT_SECONDS, Graph, Tx
from service.live.loose_pairs import LoosePair, loose_pairs

SHOWN = 25
"""Detected pairs that the page lists; the inbox has all of them."""
BANDS = ("kuat", "tinjau")


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """The sheet."""

    unit: UnitPage
    disepakati: tuple[Row, ...]
    masuk: tuple[Row, ...]
    """This unit is asked."""
    keluar: tuple[Row, ...]
    """Another side is asked."""
    terdeteksi: tuple[Row, ...]
    """The strongest first."""
    lepas: tuple[LoosePair, ...]
    """Answered, and an end is gone."""
    terpotong: bool
    """There are more pairs than there is room for."""

    @property
    def kosong(self) -> bool:
        return not (self.disepakati or self.masuk or self.keluar or self.terdeteksi or self.lepas)


def unit_sheet(graph: Graph, kode: str, tahun: int | None = None) -> UnitSheet:
    """The sheet; raises NotFound for a unit or a year that there is not."""
    return graph.reading(lambda tx: read_unit_sheet(tx, kode, tahun), PATIENT_SECONDS)


def read_unit_sheet(tx: Tx, kode: str, tahun: int | None) -> UnitSheet:
    """`unit_sheet` inside a transaction."""
    unit = read_unit_page(tx, kode, tahun)
    year = unit.kartu.tahun or 0
    pairs, cut = read_pairs(tx, detected=True, unit=kode, tahun=year, jenis=[], pita=list(BANDS))
    asked = [one for one in pairs if one.status == "satu pihak"]
    detected = [one for one in pairs if one.status == "terdeteksi"]
    return UnitSheet(
        unit=unit,
        disepakati=_rows(pairs, kode, "disepakati"),
        masuk=rows_of_unit([one for one in asked if one.arah == "masuk"], kode),
        keluar=rows_of_unit([one for one in asked if one.arah != "masuk"], kode),
        terdeteksi=tuple(row for one in detected for row in rows_of_unit([one], kode)),
        lepas=loose_pairs(tx, kode),
        terpotong=cut,
    )


def handed(sheet: UnitSheet, detected: bool, moment: datetime) -> Handed:
    """The sheet as the files print it."""
    card = sheet.unit.kartu
    proposed = tuple(sorted((*sheet.masuk, *sheet.keluar), key=lambda row: (row.luar, row.mitra.nama.casefold())))
    return Handed(
        kode=card.kode,
        nama=card.nama,
        pemda=card.pemda,
        contoh=card.contoh,
        tahun=card.tahun or 0,
        revisi=sheet.unit.revisi,
        dicetak=moment,
        terdeteksi=detected,
        baris=(*sheet.disepakati, *proposed, *(sheet.terdeteksi if detected else ())),
        terpotong=sheet.terpotong,
    )


def _rows(pairs: Iterable[Overlap], kode: str, status: str) -> tuple[Row, ...]:
    return rows_of_unit([one for one in pairs if one.status == status], kode)
