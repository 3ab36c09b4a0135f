"""The same document in any format, encoding or line end gives the same rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.config import ROOT
from service.ingest.read import read
from service.model import RawRow
from tests.convert import to_docx, to_one_table, to_text, to_xlsx, without_blanks

BATUMANDI = (ROOT / "seeds" / "batumandi-2022.txt").read_bytes()
ROWS = read(BATUMANDI, "batumandi-2022.txt")

SAME: dict[str, Callable[[], bytes]] = {
    "windows.txt": lambda: to_text(ROWS, line_end="\r\n"),
    "mac-lama.txt": lambda: to_text(ROWS, line_end="\r"),
    "bom.txt": lambda: to_text(ROWS, "utf-8-sig"),
    "utf16.txt": lambda: to_text(ROWS, "utf-16"),
    "cp1252.txt": lambda: to_text(ROWS, "cp1252"),
    "word.docx": lambda: to_docx(ROWS),
    "word-gabung.docx": lambda: to_docx(ROWS, merged=True),
    "word-kolom-belah.docx": lambda: to_docx(ROWS, split_columns=True),
    "satu-lembar.xlsx": lambda: to_xlsx(ROWS),
    "per-tahap.xlsx": lambda: to_xlsx(ROWS, sheets=True),
    "per-tahap-gabung.xlsx": lambda: to_xlsx(ROWS, sheets=True, merged=True, split_columns=True),
    "satu-tabel.docx": lambda: to_one_table(ROWS),
    "rapat.docx": lambda: to_docx(without_blanks(ROWS)),
    "titik-koma.csv": lambda: "\n".join(";".join(row.sel) for row in ROWS).encode(),
    "salah-nama.docx": lambda: to_xlsx(ROWS),
    "salah-nama.xlsx": lambda: to_docx(ROWS),
    "tanpa-akhiran": lambda: to_docx(ROWS),
}


def said(rows: list[RawRow]) -> list[tuple[bool, tuple[str, ...]]]:
    """(in a table, cells) of every row that says something."""
    return [(row.tabel is not None, row.sel) for row in rows if any(row.sel)]


def test_the_text_is_read_line_by_line() -> None:
    assert len(ROWS) == 158
    assert ROWS[4] == RawRow("baris berkas 5", ("KANTOR CAMAT BATUMANDI KABUPATEN BALANGAN",), None)
    assert ROWS[46] == RawRow(
        "baris berkas 47",
        ("1", "Pelayanan Publik Belum Optimal", "renstra masalah", "Meningkatnya Kualitas Pelayanan Publik"),
        2,
    )
    assert ROWS[105] == RawRow("baris berkas 106", ("",), None)
    assert ROWS[150] == RawRow("baris berkas 151", ("Tahap 2", "", "", "", "CROSSCUTTING", ""), 7)


@pytest.mark.parametrize("name", SAME)
def test_the_same_content_in_another_format_gives_the_same_rows(name: str) -> None:
    assert said(read(SAME[name](), name)) == said(ROWS)


@pytest.mark.parametrize(("name", "write"), [("a.docx", to_one_table), ("a.xlsx", to_xlsx)])
def test_without_blank_lines_the_same_rows_come_though_tables_that_touch_are_one(
    name: str, write: Callable[[list[RawRow]], bytes]
) -> None:
    def narrow(rows: list[RawRow]) -> list[tuple[bool, str]]:
        return [(table, "|".join(cells).rstrip("|")) for table, cells in said(rows)]

    to_the_last_table = ROWS[:151]
    assert narrow(read(write(without_blanks(to_the_last_table)), name)) == narrow(to_the_last_table)


def test_characters_beyond_ascii_survive_every_encoding() -> None:
    text = "Tahap 4\nMeningkatnya kualitas – “prima”\té\n"
    want = [(False, ("Tahap 4",)), (True, ("Meningkatnya kualitas – “prima”", "é"))]
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
        assert said(read(mark + text.encode(encoding), "a.txt")) == want, encoding


def test_word_places_are_counted_per_table_and_paragraph() -> None:
    places = [row.lokasi for row in read(to_docx(ROWS), "a.docx")]
    assert places[4] == "paragraf 5"
    assert places[45:48] == ["tabel 2 baris 1", "tabel 2 baris 2", "paragraf 44"]
    assert places[150] == "tabel 7 baris 7"


def test_sheet_places_name_the_first_filled_cell() -> None:
    places = {row.lokasi: row.sel for row in read(to_xlsx(ROWS, sheets=True), "a.xlsx")}
    stage3 = [place for place in places if place.startswith("Tahap 3!")]
    assert stage3[0] == "Tahap 3!A1"
    assert places["Tahap 3!B17"] == (
        "",
        "Terkoordinasinya Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
        "kondisi antara",
    )
