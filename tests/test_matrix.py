"""The matrix cascading: every kinerja once, merged down its branch, the lists beside it complete."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from openpyxl import load_workbook

from service.lembar.flat import counted, listed, missing
from service.lembar.gathered import Gathered
from service.lembar.matrix import Cell, matrix
from service.lembar.matrixbook import matrix_book
from tests import mutations as m
from tests.out_again import NOW, gathered
from tests.test_parse_variants import OUTLINES
from tests.variants import as_text, pages, read_outline
from tests.worksheet import ready, worksheet


def of_outline(name: str, *missing_stages: int) -> Gathered:
    found = pages(read_outline(name))
    if missing_stages:
        m.without(*missing_stages)(found, random.Random(3))
    return gathered(ready(as_text(found), None))


def test_it_reads_from_tujuan_to_sub_kegiatan() -> None:
    made = matrix(gathered(ready(worksheet(), None)))
    assert [title for title, _ in made.kelompok] == [
        "Tujuan (strategis skpd)",
        "Sasaran (strategis)",
        "Program (taktikal intermediate)",
        "Kegiatan (taktikal immediate)",
        "Sub kegiatan (operasional)",
    ]
    assert made.kepala == (
        *("Tujuan", "Indikator", "Sasaran", "Indikator", "Program", "Indikator", "Kegiatan", "Indikator"),
        *("Kode", "Sub kegiatan", "Indikator", "Satuan", "Target", "Pengampu"),
    )
    first = sorted((cell for cell in made.sel if cell.baris == 0 and cell.teks), key=lambda cell: cell.kolom)
    assert first == [
        Cell(0, 0, 3, "Meningkatnya Kesejahteraan Warga Pesisir", 0),
        Cell(0, 1, 3, "Indeks Kesejahteraan Warga", 0),
        Cell(0, 2, 3, "Meningkatnya Mutu Layanan Air Bersih\nPengampu: camat", 1),
        Cell(0, 3, 3, "Persentase Warga Terlayani Air Bersih", 1),
        Cell(0, 4, 2, "Meningkatnya Keandalan Jaringan Pipa\nPengampu: kasi", 2),
        Cell(0, 5, 2, "Persentase Jaringan Pipa Andal", 2),
        Cell(0, 6, 2, "Terkendalinya Kebocoran Pipa Induk\nPengampu: kasi/analis", 3),
        Cell(0, 7, 2, "Persentase Kebocoran Pipa Induk", 3),
        Cell(0, 9, 1, "Terlaksananya Pemeriksaan Sambungan Rumah", 4),
        Cell(0, 10, 1, "Jumlah Sambungan Rumah Diperiksa", 4),
        Cell(0, 13, 1, "staf umum", 4),
    ]


@pytest.mark.parametrize("gone", [(), (1, 2, 3), (5,)], ids=str)
@pytest.mark.parametrize("outline", OUTLINES)
def test_every_kinerja_stands_once_and_no_two_cells_overlap(outline: str, gone: tuple[int, ...]) -> None:
    of = of_outline(outline, *gone)
    made = matrix(of)
    covered = [(row, cell.kolom) for cell in made.sel for row in range(cell.baris, cell.baris + cell.tinggi)]
    assert len(covered) == len(set(covered))
    assert max(row for row, _ in covered) == made.tinggi - 1
    assert max(column for _, column in covered) <= len(made.kepala) - 1
    printed = sorted(
        cell.teks.split("\n")[0] for cell in made.sel if made.kepala[cell.kolom] in statements(made.kelompok)
    )
    assert printed == sorted(k.uraian for k in of.cascade.kinerja)


def statements(groups: tuple[tuple[str, int], ...]) -> set[str]:
    return {title.split(" (")[0] for title, _ in groups}


def test_the_list_holds_every_indicator_beside_its_kinerja() -> None:
    of = of_outline("tujuh")
    found = {(row[0], row[8], row[9]) for row in listed(of)}
    assert found == {(key, one.id, one.nama) for one in of.cascade.indikator for key in one.kinerja}


def test_the_counts_add_up() -> None:
    of = gathered(ready(worksheet(), None))
    assert list(counted(of)) == [
        ("strategis skpd", "tujuan", "1", "1", "0", "0", "1"),
        ("strategis", "sasaran", "1", "1", "0", "1", "0"),
        ("taktikal intermediate", "program", "2", "2", "0", "1", "0"),
        ("taktikal immediate", "kegiatan", "2", "2", "0", "2", "0"),
        ("operasional", "sub kegiatan", "3", "3", "0", "1", "0"),
        ("Jumlah", "", "9", "9", "0", "4", "1"),
    ]


def test_what_is_not_there_is_told_once() -> None:
    of = gathered(ready(worksheet(), None))
    assert missing(of) == "Satuan, target dan kode komponen tidak tersedia di dokumen ini."
    book = load_workbook(BytesIO(matrix_book(of, NOW)))
    assert book.sheetnames == ["Matriks", "Daftar", "Rekap"]
    told = [
        cell.value for sheet in book for row in sheet.iter_rows() for cell in row if "tidak tersedia" in str(cell.value)
    ]
    assert len(told) == len(book.sheetnames)


def test_no_row_is_too_low_for_its_text() -> None:
    sheet = load_workbook(BytesIO(matrix_book(of_outline("batumandi"), NOW)))["Matriks"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$4:$5"
    merged = {(r.min_row, r.min_col): r.max_row for r in sheet.merged_cells.ranges}
    for cell in (cell for row in sheet.iter_rows(6) for cell in row if cell.value):
        rows = range(cell.row, merged.get((cell.row, cell.column), cell.row) + 1)
        room = sum(sheet.row_dimensions[n].height for n in rows)
        width = sheet.column_dimensions[cell.column_letter].width
        lines = sum(-(-len(line) // int(width)) for line in str(cell.value).split("\n"))
        assert room >= 13 * lines
