"""The template workbook read: what it claims, in every way that people hand it back, and every fault with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from service.fold import fold
from service.ingest.document import document
from service.ingest.read import read
from service.jenjang import ladder_for
from service.model import Cascade, Document, Register
from service.templat.book import write
from service.templat.content import Component, Entry, Head, Lists, Measure
from service.templat.form import COLUMNS, KINERJA, LISTS, UNIT

HEAD = Head("Kecamatan Angan", 2024, "kecamatan", "Kabupaten Rekaan")
TOP = Entry(
    "Meningkatnya kepuasan warga",
    kode="1",
    tingkat="strategis skpd",
    indikator=(Measure("Indeks kepuasan masyarakat", "indeks", "85,5", "82"), Measure("Persentase aduan selesai")),
    komponen="tujuan skpd",
    jabatan=(("camat",),),
)
MIDDLE = Entry(
    "Meningkatnya mutu loket",
    kode="1.1",
    induk="1",
    tingkat="strategis",
    indikator=(Measure("Nilai mutu loket", "nilai", "B"),),
    komponen="sasaran skpd",
    bagian=(Component("7.01.02", "Program Pelayanan"), Component("7.01.03", "Program Desa", "sasaran program")),
    jabatan=(("kasi pelayanan",), ("analis", "jafung")),
    mitra=("Dinas Angan", "Polsek Angan"),
)
LEAF = Entry("Terlatihnya petugas loket", kode="1.1.1", induk="1.1", tingkat="operasional")
WHOLE = (TOP, MIDDLE, LEAF)
LETTER = {column.nama: chr(ord("A") + n) for n, column in enumerate(COLUMNS)}
NOTHING = ("", (), (), (), (), "", "", "")
"""What a row does not say: indicator, unit of measure, target, baseline, component."""
Change = Callable[[Workbook], None]


def book(change: Change | None = None, entries: tuple[Entry, ...] = WHOLE, head: Head = HEAD) -> bytes:
    """The workbook, handed back by a person who changed it; saved by another program in any case."""
    opened = load_workbook(BytesIO(write(head, entries)))
    if change:
        change(opened)
    stream = BytesIO()
    opened.save(stream)
    return stream.getvalue()


def understood(data: bytes) -> Document:
    return document(read(data, "templat saya.xlsx"))


def cell(name: str, row: int, value: Any) -> Change:
    """Writes one cell of the sheet `Kinerja`."""

    def change(opened: Workbook) -> None:
        opened[KINERJA][f"{LETTER[name]}{row}"] = value

    return change


def answer(row: int, value: Any) -> Change:
    def change(opened: Workbook) -> None:
        opened[UNIT][f"B{row}"] = value

    return change


def both(*changes: Change) -> Change:
    def change(opened: Workbook) -> None:
        for one in changes:
            one(opened)

    return change


def told(found: Document) -> set[tuple[str, str, str]]:
    return {(issue.kode, issue.keparahan, issue.tempat) for issue in found.issues}


def said(found: Document) -> list[tuple[object, ...]]:
    """What every row claims, whatever row of the file it stands in."""
    return [
        (
            *(c.kelompok, c.kode, c.induk, c.tingkat, c.uraian, c.indikator, c.satuan, c.target, c.baseline),
            *(c.komponen, c.komponen_kode, c.komponen_nama, c.jabatan, c.mitra),
        )
        for c in found.claims
    ]


def folded(found: Document) -> Cascade:
    claims = [replace(c, kinerja_id=f"ANG-24-{c.kelompok:04}") for c in found.claims]
    return fold(claims, (), Register("kecamatan-angan", found.unit, "kecamatan", ladder_for("kecamatan")))


def test_it_is_a_document_like_any_other() -> None:
    found = understood(book())
    assert (found.unit, found.jenis_unit, found.pemda, found.tahun, found.judul, found.issues) == (
        *("Kecamatan Angan", "kecamatan", "Kabupaten Rekaan", 2024),
        *("Cascading kinerja Kecamatan Angan tahun 2024", ()),
    )
    assert said(found) == [
        (
            *(
                1,
                "1",
                "",
                "strategis skpd",
                "Meningkatnya kepuasan warga",
                ("Indeks kepuasan masyarakat",),
                ("indeks",),
            ),
            *(("85,5",), ("82",), "tujuan skpd", "", "", (("camat",),), ()),
        ),
        (1, "", "", "", "Meningkatnya kepuasan warga", ("Persentase aduan selesai",), *NOTHING[2:], (), ()),
        (
            *(2, "1.1", "1", "strategis", "Meningkatnya mutu loket", ("Nilai mutu loket",), ("nilai",), ("B",), ()),
            *("sasaran skpd", "7.01.02", "Program Pelayanan", (("kasi pelayanan",), ("analis", "jafung"))),
            ("Dinas Angan", "Polsek Angan"),
        ),
        (2, "", "", "", "Meningkatnya mutu loket", *NOTHING[1:5], "sasaran program", "7.01.03", "Program Desa", (), ()),
        (3, "1.1.1", "1.1", "operasional", "Terlatihnya petugas loket", *NOTHING[1:], (), ()),
    ]
    assert [c.tempat.lokasi for c in found.claims] == [f"Kinerja!{at}" for at in ("E2", "F3", "E4", "F5", "E6")]


def test_the_cascade_says_what_the_template_says() -> None:
    made = folded(understood(book()))
    assert [(k.uraian, k.tingkat, k.alasan_tingkat, k.konflik) for k in made.kinerja] == [
        ("Meningkatnya kepuasan warga", "strategis skpd", "Templat menyebut strategis skpd.", False),
        ("Meningkatnya mutu loket", "strategis", "Templat menyebut strategis.", False),
        ("Terlatihnya petugas loket", "operasional", "Templat menyebut operasional.", False),
    ]
    assert [(e.sebab[-1], e.akibat[-1], e.asal) for e in made.edges] == [("2", "1", "tersurat"), ("3", "2", "tersurat")]
    assert [(i.nama, i.satuan, i.target, i.baseline) for i in made.indikator] == [
        ("Indeks kepuasan masyarakat", "indeks", ("85,5",), ("82",)),
        ("Persentase aduan selesai", "", (), ()),
        ("Nilai mutu loket", "nilai", ("B",), ()),
    ]
    assert [(p.kode, p.nama, p.jenis) for p in made.komponen] == [
        ("7.01.02", "Program Pelayanan", "program"),
        ("7.01.03", "Program Desa", "program"),
    ]
    assert [m.kode for m in made.mitra] == ["dinas-angan", "polsek-angan"]


def _moved_columns(opened: Workbook) -> None:
    """Another order, a column of one's own in between, and one that nobody filled in left out."""
    sheet = opened[KINERJA]
    kept = {name.value: [cell.value for cell in column] for column in sheet.columns for name in column[:1]}
    opened.remove(sheet)
    again = opened.create_sheet(KINERJA, 2)
    order = [c.judul for c in reversed(COLUMNS)]
    order.insert(3, "Catatan saya")
    for place, heading in enumerate(order, 2):
        for row, value in enumerate(kept.get(heading, [heading, "periksa"]), 3):
            again.cell(row, place, value)


def _blank_rows(opened: Workbook) -> None:
    opened[KINERJA].insert_rows(4, 5)


def _blank_codes(opened: Workbook) -> None:
    """Further rows of a kinerja that carry nothing but the indicator."""
    opened[KINERJA]["B3"], opened[KINERJA]["B5"] = None, None


def _sorted(opened: Workbook) -> None:
    """The further rows sorted to the end; their code says where they belong."""
    sheet = opened[KINERJA]
    for row in (3, 5):
        for name in LETTER.values():
            sheet[f"{name}{row + 10}"], sheet[f"{name}{row}"] = sheet[f"{name}{row}"].value, None


def _repeated(opened: Workbook) -> None:
    """The code and the statement on every row of an indicator."""
    sheet = opened[KINERJA]
    sheet["B3"], sheet["E3"], sheet["B5"] = "1.", "Meningkatnya  kepuasan warga", "1.1"


def _dotted(opened: Workbook) -> None:
    sheet = opened[KINERJA]
    sheet["B2"], sheet["C4"], sheet["B4"], sheet["C6"] = 1, "1.", 1.1, "(1.1)"


def _lost_sheets(opened: Workbook) -> None:
    """Sheet copied into a workbook of one's own: only the headings tell what it is."""
    del opened[LISTS]
    del opened["Petunjuk"]
    opened[KINERJA].title = "Lembar kerja kecamatan"


def _other_words(opened: Workbook) -> None:
    sheet = opened[KINERJA]
    sheet["B1"], sheet["E1"], sheet["M1"] = "No.", "Pernyataan kinerja ", "PENGAMPU"
    opened[UNIT]["A2"] = "SKPD :"


def _shouting_level(opened: Workbook) -> None:
    opened[KINERJA]["D2"], opened[KINERJA]["D6"] = "KINERJA STRATEGIS SKPD", "Kinerja Operasional"


VARIANTS: dict[str, Change] = {
    "columns moved, added and left out": _moved_columns,
    "rows left blank": _blank_rows,
    "further rows without a code": _blank_codes,
    "further rows sorted to the end": _sorted,
    "code and statement repeated on each row": _repeated,
    "codes with dots, brackets, or as numbers": _dotted,
    "the hidden sheet and the guide are gone, the sheet renamed": _lost_sheets,
    "other headings": _other_words,
    "levels in capitals": _shouting_level,
}


@pytest.mark.parametrize("case", VARIANTS)
def test_handed_back_in_another_dress_it_says_the_same(case: str) -> None:
    found, plain = understood(book(VARIANTS[case])), understood(book())
    assert [issue for issue in found.issues if issue.keparahan != "info"] == []
    one, other = folded(found), folded(plain)
    assert (one.edges[0].sebab, len(one.edges)) == (other.edges[0].sebab, 2)
    assert [(k.uraian, k.kode, k.tingkat) for k in one.kinerja] == [
        (k.uraian, k.kode, k.tingkat) for k in other.kinerja
    ]
    assert (one.indikator, one.assignments, one.komponen, one.mitra) == (
        *(other.indikator, other.assignments),
        *(other.komponen, other.mitra),
    )


def test_without_any_parent_the_order_decides_and_says_so() -> None:
    made = folded(understood(book(entries=tuple(replace(entry, induk="") for entry in WHOLE))))
    assert [(e.sebab[-1], e.akibat[-1], e.asal, e.alasan) for e in made.edges] == [
        ("2", "1", "urutan", "Kolom Induk kosong; urutan Kinerja!E4."),
        ("3", "2", "urutan", "Kolom Induk kosong; urutan Kinerja!E6."),
    ]


def test_a_row_may_name_two_parents() -> None:
    made = folded(understood(book(cell("induk", 6, "1.1; 1"))))
    assert [(e.sebab[-1], e.akibat[-1], e.utama) for e in made.edges] == [
        ("2", "1", True),
        ("3", "2", True),
        ("3", "1", False),
    ]


def _no_head(opened: Workbook) -> None:
    opened[KINERJA].delete_rows(1)


def _no_rows(opened: Workbook) -> None:
    opened[KINERJA].delete_rows(2, 10)


def _newer(opened: Workbook) -> None:
    opened[LISTS]["B1"] = 9


def _no_unit_sheet(opened: Workbook) -> None:
    del opened[UNIT]


WRONG: dict[str, tuple[Change, set[tuple[str, str, str]]]] = {
    "no name of the unit": (answer(2, None), {("TPL13", "error", "Unit!B2")}),
    "no year": (answer(5, None), {("TPL14", "error", "Unit!B5")}),
    "a year that is none": (answer(5, "tahun ini"), {("TPL14", "error", "Unit!B5")}),
    "no sheet Unit": (_no_unit_sheet, {("TPL13", "error", "Unit"), ("TPL14", "error", "Unit")}),
    "no head": (_no_head, {("TPL01", "error", "Kinerja"), ("BACA05", "info", "Kinerja!B1")}),
    "nothing filled in": (_no_rows, {("TPL16", "error", "Kinerja!A1")}),
    "a newer shape": (_newer, {("TPL15", "error", "Daftar")}),
    "no statement": (
        cell("uraian", 4, None),
        {("TPL02", "error", "Kinerja!E4"), ("TPL12", "peringatan", "Kinerja!C6")},
    ),
    "a code used twice": (cell("kode", 6, "1"), {("TPL03", "error", "Kinerja!B6")}),
    "a code used twice, with a dot": (cell("kode", 6, "1.1."), {("TPL03", "error", "Kinerja!B6")}),
    "an indicator above the first kinerja": (
        both(*(cell(name, row, None) for name in ("uraian", "kode", "tingkat") for row in (2, 3))),
        {("TPL04", "error", "Kinerja!F2"), ("TPL04", "error", "Kinerja!F3"), ("TPL12", "peringatan", "Kinerja!C4")},
    ),
    "a target without indicator": (cell("indikator", 2, None), {("TPL06", "peringatan", "Kinerja!G2")}),
    "a baseline without indicator": (cell("baseline", 6, "3"), {("TPL06", "peringatan", "Kinerja!I6")}),
    "a code that became a date": (
        cell("kode", 6, datetime(2024, 1, 2)),
        {("TPL08", "error", "Kinerja!B6")},
    ),
    "a parent that became a date": (
        cell("induk", 6, datetime(2024, 1, 1)),
        {("TPL08", "error", "Kinerja!C6"), ("TPL12", "peringatan", "Kinerja!C6")},
    ),
    "an unknown parent": (cell("induk", 6, "1.7"), {("TPL12", "peringatan", "Kinerja!C6")}),
    "its own parent": (cell("induk", 6, "1.1.1"), {("STR02", "error", "Kinerja!C6")}),
    "a circle": (cell("induk", 2, "1.1.1"), {("STR02", "error", "Kinerja!C2")}),
    "a circle through a second parent": (cell("induk", 4, "1; 1.1.1"), {("STR02", "error", "Kinerja!C4")}),
    "no level": (cell("tingkat", 6, None), {("TPL09", "peringatan", "Kinerja!D6")}),
    "a level that nobody knows": (cell("tingkat", 6, "aneh"), {("TPL05", "peringatan", "Kinerja!D6")}),
    "a column of one's own": (
        lambda opened: opened[KINERJA].__setitem__("Q1", "Catatan"),
        {("TPL10", "info", "Kinerja!1")},
    ),
    "one indicator, two units of measure": (
        both(cell("indikator", 6, "Indeks Kepuasan Masyarakat"), cell("satuan", 6, "skor")),
        {("TPL11", "peringatan", "Kinerja!G6")},
    ),
    "a code that is none of the nomenclature": (
        cell("komponen_kode", 4, "Program 2"),
        {("TPL17", "info", "Kinerja!K4")},
    ),
    "one id on two rows": (
        both(cell("id", 2, "ANG-24-ABCD"), cell("id", 6, "ANG-24-ABCD")),
        {("TPL07", "peringatan", "Kinerja!A6")},
    ),
    "a note below the table": (
        lambda opened: opened[UNIT].__setitem__("A12", "diisi oleh sekretariat"),
        {("BACA05", "info", "Unit!A12")},
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_fault_is_told_with_the_cell_it_stands_in(case: str) -> None:
    change, expected = WRONG[case]
    assert told(understood(book(change))) == expected


def test_all_faults_are_told_at_once() -> None:
    change = both(answer(5, None), cell("kode", 6, "1"), cell("tingkat", 4, None), cell("induk", 4, "9"))
    assert {(code, place) for code, _, place in told(understood(book(change)))} == {
        *(("TPL14", "Unit!B5"), ("TPL03", "Kinerja!B6")),
        *(("TPL09", "Kinerja!D4"), ("TPL12", "Kinerja!C4")),
    }


def test_a_text_that_begins_like_a_formula_stays_text() -> None:
    risky = Entry('=HYPERLINK("x")', kode="+1", tingkat="@strategis", indikator=(Measure("-1", "=A1"),))
    sheet = load_workbook(BytesIO(write(HEAD, (risky,))))[KINERJA]
    cells = [sheet[f"{LETTER[name]}2"] for name in ("uraian", "kode", "tingkat", "indikator", "satuan")]
    assert [(one.data_type, one.quotePrefix) for one in cells] == [("s", True)] * 5
    assert [c.uraian for c in understood(write(HEAD, (risky,))).claims] == ['=HYPERLINK("x")']


def test_the_same_content_gives_the_same_bytes() -> None:
    lists = Lists(tingkat=("strategis",), jabatan=("camat",))
    assert write(HEAD, WHOLE, lists) == write(HEAD, WHOLE, lists)


def test_the_cells_offer_lists_and_the_sheet_prints_on_paper() -> None:
    lists = Lists(tingkat=("strategis", "operasional"), jenis=("kecamatan",))
    opened = load_workbook(BytesIO(write(Head(), (), lists)))
    sheet: Worksheet = opened[KINERJA]
    offered = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation if one.formula1}
    assert offered == {
        "C2:C2000": "$B$2:$B$2000",
        "D2:D2000": "Daftar!$A$3:$A$4",
        "G2:G2000": "Daftar!$F$3:$F$20",
    }
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == (
        *("A2", "$1:$1"),
        *("landscape", 1),
    )
    assert [one.sheet_state for one in opened.worksheets] == ["visible", "visible", "visible", "hidden"]
    assert not any(one.protection.sheet for one in opened.worksheets)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=25)
NAMES = st.lists(
    st.text("abcdefghijkl mnoprstu", min_size=3, max_size=20).map(lambda text: " ".join(text.split())).filter(bool),
    max_size=3,
    unique=True,
)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Trees of up to six kinerja with whatever texts people may type."""
    count = draw(st.integers(1, 6))
    return tuple(
        Entry(
            uraian=f"Meningkatnya hal {nth} {draw(WORDS)}",
            kode=f"{nth}",
            induk=f"{draw(st.integers(1, nth - 1))}" if nth > 1 else "",
            tingkat=draw(st.sampled_from(("strategis", "operasional"))),
            indikator=tuple(
                Measure(f"Jumlah {nth} {m} x", draw(WORDS), draw(WORDS), draw(WORDS))
                for m in range(draw(st.integers(0, 3)))
            ),
            jabatan=tuple((name,) for name in draw(NAMES)),
            mitra=tuple(draw(NAMES)),
        )
        for nth in range(1, count + 1)
    )


@settings(max_examples=15, deadline=None)
@given(entries())
def test_whatever_is_written_is_read_back(whole: tuple[Entry, ...]) -> None:
    found = understood(write(HEAD, whole))
    first = {c.kelompok: c for c in reversed(found.claims)}
    assert [(c.kode, c.induk, c.tingkat, c.jabatan, c.mitra) for _, c in sorted(first.items())] == [
        (entry.kode, entry.induk, entry.tingkat, entry.jabatan, entry.mitra) for entry in whole
    ]
    counted = [sum(len(c.indikator) for c in found.claims if c.kelompok == n) for n in sorted(first)]
    assert counted == [len(entry.indikator) for entry in whole]
    assert [issue for issue in found.issues if issue.keparahan == "error"] == []


def _turned(opened: Workbook) -> None:
    """The rows sorted the other way round: further indicators stand above their kinerja."""
    sheet = opened[KINERJA]
    rows = [[one.value for one in row] for row in sheet.iter_rows(min_row=2)]
    for n, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            sheet.cell(n, place).value = value


WITH_IDS = tuple(replace(entry, id=f"ANG-24-AB{n}C") for n, entry in enumerate(WHOLE))
SLIPS: dict[str, Change] = {
    "rows turned round": _turned,
    "ids in small letters": cell("id", 6, " ang-24-ab2c"),
    "a year behind a heading": both(cell("target", 1, "Target 2024"), cell("baseline", 1, "BASELINE (2023) *")),
    "a type where its name should be": both(cell("komponen_nama", 2, "Tujuan SKPD"), cell("komponen", 2, None)),
    "the type in both": cell("komponen_nama", 2, "tujuan skpd"),
}


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_of_a_filled_template_means_the_same(case: str) -> None:
    def facts(data: bytes) -> set[tuple[object, ...]]:
        found = understood(data)
        ids = {c.kelompok: c.id_tertulis for c in found.claims if c.id_tertulis}
        rows = {(ids[c.kelompok], c.indikator, c.satuan, c.target, c.baseline, c.komponen_kode) for c in found.claims}
        heads = {(ids[c.kelompok], c.uraian, c.induk, c.tingkat, c.komponen.casefold(), c.jabatan) for c in found.claims
                 if c.induk or c.tingkat}  # fmt: skip
        return {*rows, *heads, *((row,) for row in told(found))}

    assert facts(book(SLIPS[case], WITH_IDS)) == facts(book(None, WITH_IDS))


@pytest.mark.parametrize("parents", ["1.1, 1", "1.1/1", "1.1 & 1", "1.1\n1"])
def test_two_parents_are_known_however_they_are_parted(parents: str) -> None:
    found = understood(book(cell("induk", 6, parents)))
    assert (found.claims[-1].induk, told(found)) == ("1.1\n1", set())


def test_a_column_that_was_deleted_is_told() -> None:
    def change(opened: Workbook) -> None:
        opened[KINERJA].delete_cols(COLUMNS.index(next(c for c in COLUMNS if c.nama == "target")) + 1)

    assert told(understood(book(change))) == {("TPL19", "peringatan", "Kinerja!1")}
