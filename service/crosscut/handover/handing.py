"""What a coordination meeting takes along: the matrix crosscutting of one unit or of the whole government.

In: which unit, or which government and year; whether what was only detected belongs into it. Out: a `Handed`: the rows
of the form with title, year, moment and revision; of a whole government also the numbers unit by unit (`Whole`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from service.bahasa.dates import moment_in_words
from service.crosscut.handover import Row, rows_of_all
from service.crosscut.lists.answers import Overlap
from service.crosscut.lists.overlaps import AGREED, DETECTED, PROPOSED, overlap
from service.crosscut.views.matrix import Asked, narrowed, read_matrix
from service.crosscut.views.matrix_answer import Matrix
from service.graph import PATIENT_SECONDS, Graph, Tx

MOST = 20_000
"""Pairs of one file."""


@dataclass(frozen=True, slots=True)
class Handed:
    """Everything that the files print."""

    kode: str
    """Of the unit, or of the government."""
    nama: str
    pemda: str
    contoh: bool
    tahun: int
    revisi: int
    dicetak: datetime
    terdeteksi: bool
    """What was only detected is among the rows."""
    baris: tuple[Row, ...]
    terpotong: bool
    """There are more pairs than there is room for."""
    semua: bool = False
    """Of a whole government, unit by unit."""
    kosong: tuple[str, ...] = ()
    """Names of units without any crosscutting."""

    @property
    def judul(self) -> str:
        return f"Matriks crosscutting {self.nama} tahun {self.tahun or '-'}"

    @property
    def kaki(self) -> str:
        """Under the title, and at the foot of every page."""
        where = [self.pemda] if self.pemda and self.pemda != self.nama else []
        if self.contoh and "fikti" not in self.pemda.casefold():
            where.append("contoh fiktif")
        printed = f"dicetak {moment_in_words(self.dicetak)}, revisi {self.revisi}"
        return " · ".join((*where, f"tahun {self.tahun or '-'}", printed))


@dataclass(frozen=True, slots=True)
class Whole:
    """What is taken along of a whole government."""

    lembar: Handed
    matriks: Matrix


def whole(graph: Graph, asked: Asked, detected: bool, moment: datetime) -> Whole:
    """The matrix of a government and year; raises NotFound."""

    def work(tx: Tx) -> Whole:
        found = read_matrix(tx, asked)
        scope, at = found.lingkup, narrowed(asked, found.lingkup)
        of = {name: at[name] for name in ("pemda", "tahun", "jenis", "pita")}
        pairs, cut = read_pairs(tx, detected=detected, **of)
        sheet = Handed(
            kode=scope.pemda,
            nama=scope.nama,
            pemda=scope.nama,
            contoh=scope.contoh,
            tahun=scope.tahun,
            revisi=found.keadaan.revisi,
            dicetak=moment,
            terdeteksi=detected,
            baris=rows_of_all(pairs),
            terpotong=cut,
            semua=True,
            kosong=tuple(line.nama for line in found.kosong),
        )
        return Whole(sheet, found)

    return graph.reading(work, PATIENT_SECONDS)


def read_pairs(
    tx: Tx, *, detected: bool, tahun: int, unit: str = "", pemda: str = "", jenis: list[str], pita: list[str]
) -> tuple[list[Overlap], bool]:
    """Pairs that stand, and whether there are more than there is room for; `detected`: also those that nobody has
    answered."""
    rows = tx.run(
        "crosscut/overlaps",
        pemda=pemda,
        tahun=tahun,
        unit=unit,
        lawan="",
        tipe=[AGREED, PROPOSED, *([DETECTED] if detected else [])],
        arah=[],
        jenis=jenis,
        pita=pita,
        ragu=False,
        ulang=False,
        kata=[],
        lewati=0,
        banyak=MOST + 1,
    )
    return [overlap(row, unit) for row in rows[:MOST]], len(rows) > MOST
