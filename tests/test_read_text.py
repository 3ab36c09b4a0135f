"""Text that is laid out as a table in other ways than with tabs, and CSV."""

from __future__ import annotations

import pytest

from service.ingest.read import read
from service.model import RawRow

PIPES = "Tahap 4\n| Kinerja | Indikator |\n|---|---|\n| a | |\n\n| b | c |\n"
SPACES = "Kinerja          Indikator\na                b\n"

CSV: dict[str, str] = {
    "semicolons": "Tahap 4;;\nKinerja;Indikator;Ket\na;b, c;d\n;;\n",
    "commas": 'Tahap 4,,\nKinerja,Indikator,Ket\na,"b, c",d\n,,\n',
    "tabs": "Tahap 4\t\t\nKinerja\tIndikator\tKet\na\tb, c\td\n\t\t\n",
}


def test_pipes_make_a_table_and_its_ruler_stays() -> None:
    assert read(PIPES.encode(), "a.md") == [
        RawRow("baris berkas 1", ("Tahap 4",)),
        RawRow("baris berkas 2", ("Kinerja", "Indikator"), 1),
        RawRow("baris berkas 3", ("---", "---"), 1),
        RawRow("baris berkas 4", ("a", ""), 1),
        RawRow("baris berkas 5", ("",)),
        RawRow("baris berkas 6", ("b", "c"), 2),
    ]


def test_columns_parted_by_spaces_stay_running_text() -> None:
    assert [row.tabel for row in read(SPACES.encode(), "a.txt")] == [None, None]


def test_touching_table_lines_are_one_table_and_leading_and_trailing_cells_are_kept() -> None:
    assert read(b"\ta\t\nb\tc\nteks\nd\te\n", "a.txt") == [
        RawRow("baris berkas 1", ("", "a", ""), 1),
        RawRow("baris berkas 2", ("b", "c"), 1),
        RawRow("baris berkas 3", ("teks",)),
        RawRow("baris berkas 4", ("d", "e"), 2),
    ]


def test_a_page_break_does_not_cut_a_line() -> None:
    assert read(b"satu\x0cdua\n\x0c\nTahap 2", "a.txt") == [
        RawRow("baris berkas 1", ("satu\x0cdua",)),
        RawRow("baris berkas 2", ("",)),
        RawRow("baris berkas 3", ("Tahap 2",)),
    ]


@pytest.mark.parametrize("delimiter", CSV)
def test_a_csv_is_read_whatever_its_delimiter(delimiter: str) -> None:
    assert read(CSV[delimiter].encode(), "a.csv") == [
        RawRow("baris berkas 1", ("Tahap 4",)),
        RawRow("baris berkas 2", ("Kinerja", "Indikator", "Ket"), 1),
        RawRow("baris berkas 3", ("a", "b, c", "d"), 1),
        RawRow("baris berkas 4", ("",)),
    ]


def test_a_quoted_line_break_in_a_csv_stays_in_its_cell() -> None:
    assert read(b'a;"b\nc"\nd;e\n', "a.csv") == [
        RawRow("baris berkas 1", ("a", "b\nc"), 1),
        RawRow("baris berkas 3", ("d", "e"), 1),
    ]


def test_one_old_line_in_a_newer_file_does_not_spoil_the_rest() -> None:
    data = "Kecamatan Café\n".encode() + "Désa\n".encode("cp1252") + b"Tahap\x02 1\n" + b"biasa\n" * 20
    assert [row.sel[0] for row in read(data, "a.txt")][:3] == ["Kecamatan Café", "Désa", "Tahap 1"]
