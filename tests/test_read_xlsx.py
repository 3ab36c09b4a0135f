"""What Excel and other programs put into a workbook, and the rows that come of it."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from service.ingest.read import read
from service.model import RawRow
from tests.office_xml import STRINGS_TYPE, changed, inline, part_of, sheet, zip_of

LONG = "Meningkatnya kualitas pelayanan dasar"
OTHER = "Terlaksananya pelayanan keliling desa"


def book(*sheets: tuple[str, Callable[[Worksheet], object]]) -> bytes:
    """A workbook with sheets by name, each filled by a function."""
    result = Workbook()
    result.remove(result.worksheets[0])
    for title, fill in sheets:
        fill(result.create_sheet(title))
    stream = BytesIO()
    result.save(stream)
    return stream.getvalue()


def filled(*lines: tuple[Any, ...], start: int = 1) -> Callable[[Worksheet], None]:
    def fill(target: Worksheet) -> None:
        for n, line in enumerate(lines, start):
            for column, value in enumerate(line, 1):
                target.cell(n, column).value = value

    return fill


SEEN: tuple[tuple[Any, str, str], ...] = (
    (2022, "General", "2022"),
    (2022.0, "General", "2022"),
    (0.1 + 0.2, "General", "0.3"),
    (7.01, "0.00", "7.01"),
    (7.1, "0.00", "7.10"),
    (3, "00", "03"),
    (0.85, "0%", "85%"),
    (0.855, "0.0%", "85.5%"),
    (1_000_000_000_000, "General", "1000000000000"),
    (True, "General", "TRUE"),
    (date(2022, 3, 14), "yyyy-mm-dd", "14/03/2022"),
    (datetime(2022, 3, 14, 8, 30), "yyyy-mm-dd hh:mm", "14/03/2022 08:30"),
    (clock(8, 30), "hh:mm", "08:30:00"),
    ("  dua\r\nbaris _x000D_ ", "General", "dua\nbaris"),
    ("#REF!", "General", "#REF!"),
)


@pytest.mark.parametrize(("value", "number_format", "text"), SEEN)
def test_a_value_is_read_as_a_person_sees_it(value: Any, number_format: str, text: str) -> None:
    def fill(target: Worksheet) -> None:
        target["A1"] = "judul"
        target["B1"].value = value
        target["B1"].number_format = number_format

    assert read(book(("Sheet1", fill)), "a.xlsx") == [RawRow("Sheet1!A1", ("judul", text), 1)]


def test_sheets_come_in_order_with_their_names_and_hidden_ones_last() -> None:
    def hidden(target: Worksheet) -> None:
        filled(("x", "y"))(target)
        target.sheet_state = "hidden"

    data = book(
        ("Catatan", hidden),
        ("Tahap 3", filled(("a", "b"))),
        ("Tahap 4", filled(("Tahap 4 merumuskan indikator",), (), ("c", "d"))),
        ("Sheet3", filled(("e", "f"))),
        ("Lembar2", filled()),
    )
    assert read(data, "a.xlsx") == [
        RawRow("Tahap 3!A1", ("Tahap 3",)),
        RawRow("Tahap 3!A1", ("a", "b"), 1),
        RawRow("Tahap 4!A1", ("Tahap 4 merumuskan indikator",)),
        RawRow("Tahap 4!A2", ("",)),
        RawRow("Tahap 4!A3", ("c", "d"), 2),
        RawRow("Sheet3!A1", ("e", "f"), 3),
        RawRow("Catatan!A1", ("Catatan",)),
        RawRow("Catatan!A1", ("x", "y"), 4),
    ]


def test_titles_and_notes_beside_a_table_are_running_text_even_without_blank_rows() -> None:
    lines = (
        ("CASCADING",),
        ("Tahap 3",),
        ("No", "Kondisi"),
        (1, LONG),
        (None, "lanjutan"),
        ("Tahap 4",),
        ("No", "Kinerja"),
        (1, LONG),
        (2, None),
        ("Catatan: selesai",),
    )
    assert [(row.tabel, row.sel) for row in read(book(("Sheet1", filled(*lines))), "a.xlsx")] == [
        (None, ("CASCADING",)),
        (None, ("Tahap 3",)),
        (1, ("No", "Kondisi")),
        (1, ("1", LONG)),
        (1, ("", "lanjutan")),
        (None, ("Tahap 4",)),
        (2, ("No", "Kinerja")),
        (2, ("1", LONG)),
        (2, ("2", "")),
        (None, ("Catatan: selesai",)),
    ]


def test_a_row_with_only_a_reference_is_no_title() -> None:
    lines = (("Tahap 3", LONG, "indikator"), ("Tahap 3",), ("Tahap 3", OTHER, "indikator"), ("Tahap 5",), ("a", "b"))
    assert [(row.tabel, row.sel) for row in read(book(("Sheet1", filled(*lines))), "a.xlsx")] == [
        (1, ("Tahap 3", LONG, "indikator")),
        (1, ("Tahap 3", "", "")),
        (1, ("Tahap 3", OTHER, "indikator")),
        (None, ("Tahap 5",)),
        (2, ("a", "b")),
    ]


def test_an_empty_margin_and_empty_columns_are_dropped() -> None:
    fill = filled((None, "a", None, "c"), (None, "d", None, "f"), start=3)
    assert read(book(("Sheet1", fill)), "a.xlsx") == [
        RawRow("Sheet1!B3", ("a", "c"), 1),
        RawRow("Sheet1!B4", ("d", "f"), 1),
    ]


def test_a_merged_statement_is_empty_below_and_a_merged_level_is_repeated() -> None:
    def fill(target: Worksheet) -> None:
        filled((LONG, "indikator a", "antara"), (None, "indikator b", None), (OTHER, "indikator c", None))(target)
        target.merge_cells("A1:A2")
        target.merge_cells("C1:C3")

    assert [row.sel for row in read(book(("Sheet1", fill)), "a.xlsx")] == [
        (LONG, "indikator a", "antara"),
        ("", "indikator b", ""),
        (OTHER, "indikator c", "antara"),
    ]


def test_a_formula_is_read_by_its_last_value() -> None:
    rows = f'<row r="1">{inline("A1", "a")}<c r="B1" t="str"><f>A1&amp;"b"</f><v>ab</v></c></row>'
    assert read(sheet(rows), "a.xlsx") == [RawRow("Sheet!A1", ("a", "ab"), 1)]


def test_a_sheet_that_claims_the_whole_grid_is_read_at_once() -> None:
    rows = (
        f'<row r="1">{inline("A1", "a")}{inline("B1", "b")}</row><row r="1048576">{inline("A1048576", "akhir")}</row>'
    )
    start = time.monotonic()
    assert read(sheet(rows, dimension="A1:XFD1048576"), "a.xlsx") == [
        RawRow("Sheet!A1", ("a", "b"), 1),
        RawRow("Sheet!A2", ("",)),
        RawRow("Sheet!A3", ("",)),
        RawRow("Sheet!A4", ("",)),
        RawRow("Sheet!A1048576", ("akhir",)),
    ]
    assert time.monotonic() - start < 3


def test_broken_formats_cost_only_the_formats() -> None:
    def fill(target: Worksheet) -> None:
        filled(("a", 2022))(target)
        target["B1"].number_format = "0000"

    data = book(("Sheet1", fill))
    styles = part_of(data, "xl/styles.xml").replace(b"<fonts", b'<fonts><font><b val="mungkin"/></font></fonts><fonts')
    broken = changed(data, {"xl/styles.xml": styles, "docProps/core.xml": b"<rusak/>"})
    assert read(broken, "a.xlsx") == [RawRow("Sheet1!A1", ("a", "2022"), 1)]


ROW = f'<row r="1">{inline("A1", "a")}{inline("B1", "b")}</row>'
AROUND = b'<mergeCells><mergeCell ref="A:B"/></mergeCells><conditionalFormatting sqref="?"><cfRule type="baru"/>'


def odd_rules() -> bytes:
    part = part_of(sheet(ROW), "xl/worksheets/sheet1.xml").replace(b"</sheetData>", b"</sheetData>" + AROUND)
    return changed(sheet(ROW), {"xl/worksheets/sheet1.xml": part.replace(b"cfRule type", b"cfRule a")})


def backslashes() -> bytes:
    data = sheet(ROW)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zip_of({name.replace("/", "\\"): archive.read(name) for name in archive.namelist()})


def missing_style() -> bytes:
    return sheet('<row r="1"><c r="A1" s="99"><v>7</v></c><c r="B1" s="" t="str"><v>b</v></c></row>')


def utf16() -> bytes:
    part = part_of(sheet(ROW), "xl/worksheets/sheet1.xml").decode()
    return changed(
        sheet(ROW), {"xl/worksheets/sheet1.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + part).encode("utf-16-be")}
    )


def capitals() -> bytes:
    data = sheet(ROW)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zip_of(
            {
                name.replace("sheet1", "Sheet1").replace("styles", "Styles"): archive.read(name)
                for name in archive.namelist()
            }
        )


def listed_in_vain() -> bytes:
    types = part_of(sheet(ROW), "[Content_Types].xml").replace(b"</Types>", STRINGS_TYPE)
    return changed(sheet(ROW), {"[Content_Types].xml": types})


ODD: dict[str, tuple[Callable[[], bytes], tuple[str, str]]] = {
    "rules and merged ranges that nobody understands": (odd_rules, ("a", "b")),
    "names of parts with backslashes": (backslashes, ("a", "b")),
    "names of parts in other letters": (capitals, ("a", "b")),
    "a style that is not there": (missing_style, ("7", "b")),
    "parts in UTF-16 without a mark": (utf16, ("a", "b")),
    "a part that is listed but not there": (listed_in_vain, ("a", "b")),
}


@pytest.mark.parametrize("oddity", ODD)
def test_what_other_programs_write_is_read_too(oddity: str) -> None:
    make, cells = ODD[oddity]
    assert [row.sel for row in read(make(), "a.xlsx")] == [cells]
