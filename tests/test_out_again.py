"""Out of the graph, corrected or not, and in again: what was corrected changes, decisions stay decisions.

The first tests fill a graph each; all others only prepare imports into the one that `exported` fills.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from service import decisions
from service.config import ROOT, Settings, read_settings
from service.decisions.checks import Change
from service.graph import Graph
from service.ingest.importing import apply
from service.lembar.gathered import gather
from service.templat.book import write
from service.templat.content import Component, Entry, Head
from tests.conftest import environment
from tests.live_facts import Facts, difference, facts, live_facts
from tests.out_again import NOW, WRITERS, gathered
from tests.worksheet import bring, ids, ready, worksheet

SEEDS = {
    "kecamatan-batumandi": ("batumandi-2022.txt", ("xlsx", "docx")),
    "badan-penanggulangan-bencana-daerah": ("bpbd-tanjung-harapan-2023.xlsx", ("docx",)),
    "dinas-perikanan": ("dinas-perikanan-tanjung-harapan-2023.docx", ("xlsx",)),
}
"""Kode of a unit -> its seed, and the forms that it goes out in."""
UNIT = "kecamatan-tanjung-contoh"
HEAD = 4
"""Row of the heads on every sheet of a stage."""


@dataclass(frozen=True)
class Exported:
    """A unit with a few decisions, written out once; the tests only prepare its import."""

    graph: Graph
    berkas: bytes
    facts: Facts
    id: dict[str, str]
    """Statement -> id."""


@pytest.fixture(scope="module")
def own(cache: object, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return read_settings(environment(tmp_path_factory.mktemp("out") / "data", cache))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def exported(shared_graph: Graph, own: Settings) -> Exported:
    shared_graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    bring(worksheet(), shared_graph, own)
    bring(worksheet(unit="KECAMATAN LAIN CONTOH"), shared_graph, own)
    named = ids(shared_graph, UNIT)
    pump, spring = named["Terlaksananya Penggantian Pipa Tua"], named["Terjaganya Kawasan Mata Air"]
    for change in (
        Change("induk", pump, {"induk": spring}),
        Change("induk_lain", pump, {"induk": named["Meningkatnya Mutu Sumber Air"]}),
        Change("tingkat", named["Terlaksananya Penanaman Pohon di Hulu"], {"tingkat": "taktikal immediate"}),
    ):
        decisions.decide_many(shared_graph, [change], "menurut rapat")
    of = gather(shared_graph, UNIT)
    return Exported(shared_graph, WRITERS["xlsx"](of, NOW), facts(of), named)


def changed(
    exported: Exported, edit: Callable[[Workbook], None]
) -> tuple[dict[str, tuple[list[object], list[object]]], set[str]]:
    """(what would change, codes of what is told) of the workbook after `edit`."""
    book = load_workbook(BytesIO(exported.berkas))
    edit(book)
    stream = BytesIO()
    book.save(stream)
    prepared = ready(stream.getvalue(), exported.graph, name="lembar.xlsx")
    found = difference(exported.facts, facts(gathered(prepared)))
    return found, {issue.kode for issue in prepared.issues} - {"STR06"}


def column(sheet: Worksheet, head: str) -> int:
    return next(cell.column for cell in sheet[HEAD] if cell.value == head)


def row_of(sheet: Worksheet, key: str) -> int:
    return next(row[0].row for row in sheet.iter_rows(HEAD + 1) if row[-1].value == key)


def put(book: Workbook, stage: int, key: str, head: str, text: str | None) -> None:
    """Type `text` into one cell."""
    sheet = book[f"Tahap {stage}"]
    sheet.cell(row_of(sheet, key), column(sheet, head)).value = text


PUMP, SPRING, PIPES = (
    "Terlaksananya Penggantian Pipa Tua",
    "Terjaganya Kawasan Mata Air",
    "Terkendalinya Kebocoran Pipa Induk",
)
CHECK, TREES = "Terlaksananya Pemeriksaan Sambungan Rumah", "Terlaksananya Penanaman Pohon di Hulu"


@pytest.mark.parametrize(("unit", "form"), [(unit, form) for unit, (_, forms) in SEEDS.items() for form in forms])
def test_the_seeds_come_back_as_they_live(graph: Graph, settings: Settings, unit: str, form: str) -> None:
    name = SEEDS[unit][0]
    bring((ROOT / "seeds" / name).read_bytes(), graph, settings, name=name)
    before = live_facts(graph, unit)
    prepared = ready(WRITERS[form](gather(graph, unit), NOW), graph, name=f"lembar.{form}")
    apply(prepared, graph, settings)
    assert difference(before, live_facts(graph, unit)) == {}
    assert {issue.kode for issue in prepared.issues} <= {"STR01", "STR03", "STR06"}
    assert not prepared.preview.ada


def test_decisions_lie_over_it_and_can_be_undone(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    named, before = ids(graph), live_facts(graph, UNIT)
    for kind, said in (("induk", {"induk": named[SPRING]}), ("tingkat", {"tingkat": "taktikal immediate"})):
        decisions.decide_many(graph, [Change(kind, named[PUMP], said)], "menurut rapat")  # type: ignore[arg-type]
    decided = live_facts(graph, UNIT)
    for form in WRITERS:
        apply(ready(WRITERS[form](gather(graph, UNIT), NOW), graph, name=f"lembar.{form}"), graph, settings)
    assert difference(decided, live_facts(graph, UNIT)) == {}
    for made in gather(graph, UNIT).holding:
        if made.jenis in ("induk", "tingkat"):
            decisions.undo(graph, made.id, "dibatalkan rapat")
    assert difference(before, live_facts(graph, UNIT)) == {}


HEADING = Head("Kecamatan Tanjung Contoh", 2024, "kecamatan", "Kabupaten Rawa Contoh")
PARTS = (
    Component("7.01.02", "Program Air"),
    Component("", "Kegiatan; Pipa", "sasaran kegiatan"),
    Component("ABC", "Uji"),
)


def test_second_parents_and_components_come_back_and_every_decision_about_them_is_undone(
    graph: Graph, settings: Settings
) -> None:
    tops = tuple(Entry(text, str(n), tingkat="strategis") for n, text in enumerate((SPRING, PIPES, CHECK), 1))
    leaf = Entry(PUMP, "4", "1; 2; 3", "operasional", komponen="sasaran program", bagian=PARTS)
    bring(write(HEADING, (*tops, leaf)), graph, settings, name="templat.xlsx")
    named, before = ids(graph), live_facts(graph, UNIT)
    for kind, said in (
        ("utama", {"induk": named[PIPES]}),
        ("induk_lain", {"induk": named[CHECK], "tarik": "ya"}),
        ("induk", {"puncak": "ya"}),
    ):
        decisions.decide(graph, kind, named[PUMP], said, "menurut rapat")  # type: ignore[arg-type]
        decided = live_facts(graph, UNIT)
        for form in WRITERS:
            apply(ready(WRITERS[form](gather(graph, UNIT), NOW), graph, name=f"lembar.{form}"), graph, settings)
            assert difference(decided, live_facts(graph, UNIT)) == {}
    for made in reversed(gather(graph, UNIT).holding):
        if made.jenis != "versi":
            decisions.undo(graph, made.id, "dibatalkan rapat")
    assert difference(before, live_facts(graph, UNIT)) == {}


def test_nothing_edited_nothing_changed(exported: Exported) -> None:
    assert changed(exported, lambda book: None) == ({}, set())


@pytest.mark.parametrize("stage", [3, 4, 5])
def test_one_statement_edited_in_any_stage_is_that_statement(exported: Exported, stage: int) -> None:
    head = "Kondisi yang diperlukan" if stage == 3 else "Kinerja"
    found, told = changed(exported, lambda book: put(book, stage, exported.id[CHECK], head, "Terperiksanya Sambungan"))
    key, component = exported.id[CHECK], "sasaran sub kegiatan"
    assert found == {"kinerja": ([(key, CHECK, "", component)], [(key, "Terperiksanya Sambungan", "", component)])}
    assert told == {"LBR03"}


@pytest.mark.parametrize(
    ("stage", "head", "text"),
    [(3, "Keterangan", "kondisi antara"), (4, "Tingkat", "taktikal immediate"), (5, "Tingkat", "Taktikal Immediate")],
)
def test_one_level_edited_in_any_stage_is_that_level(exported: Exported, stage: int, head: str, text: str) -> None:
    found, _ = changed(exported, lambda book: put(book, stage, exported.id[CHECK], head, text))
    key = exported.id[CHECK]
    assert found == {
        "tingkat": ([(key, "operasional", 5, 4, False)], [(key, "taktikal immediate", 4, 4, False)]),
    }


@pytest.mark.parametrize("mark", ["", " (dari urutan)"], ids=["id alone", "mark kept"])
def test_another_parent_is_a_written_one(exported: Exported, mark: str) -> None:
    key, before, now = exported.id[CHECK], exported.id[PIPES], exported.id[SPRING]
    found, _ = changed(exported, lambda book: put(book, 3, key, "Induk", f"{now}{mark}"))
    assert found == {"hubungan": ([(key, before, "urutan", True)], [(key, now, "tersurat", True)])}


def test_the_mark_taken_away_confirms_the_parent(exported: Exported) -> None:
    key, parent = exported.id[CHECK], exported.id[PIPES]
    found, _ = changed(exported, lambda book: put(book, 3, key, "Induk", parent))
    assert found == {"hubungan": ([(key, parent, "urutan", True)], [(key, parent, "tersurat", True)])}


def test_a_second_parent_may_be_written(exported: Exported) -> None:
    key, parent, other = exported.id[CHECK], exported.id[PIPES], exported.id[SPRING]
    found, _ = changed(exported, lambda book: put(book, 3, key, "Induk", f"{parent} (dari urutan)\n{other}"))
    assert found == {"hubungan": ([], [(key, other, "tersurat", False)])}


def test_a_parent_that_closes_a_circle_is_refused(exported: Exported) -> None:
    _, told = changed(exported, lambda book: put(book, 3, exported.id[PIPES], "Induk", exported.id[CHECK]))
    assert "STR02" in told


def test_an_indicator_and_its_numbers_are_taken_over(exported: Exported) -> None:
    def edit(book: Workbook) -> None:
        for head, text in (
            ("Indikator kinerja", "Persentase Sambungan Diperiksa"),
            ("Satuan", "persen"),
            ("Target", "90"),
        ):
            put(book, 4, exported.id[CHECK], head, text)

    found, _ = changed(exported, edit)
    assert set(found) == {"indikator"}
    ((_, name, unit, uses),) = found["indikator"][1]  # type: ignore[misc]
    key = exported.id[CHECK]
    assert (name, unit, uses) == ("Persentase Sambungan Diperiksa", "persen", {(key, "90", key)})


def test_a_row_deleted_in_every_stage_is_gone(exported: Exported) -> None:
    key = exported.id[CHECK]

    def edit(book: Workbook) -> None:
        for stage in (3, 4, 5):
            sheet = book[f"Tahap {stage}"]
            sheet.delete_rows(row_of(sheet, key))

    found, _ = changed(exported, edit)
    assert {name: (len(gone), came) for name, (gone, came) in found.items()} == {
        "kinerja": (1, []),
        "tingkat": (1, []),
        "hubungan": (1, []),
        "indikator": (1, []),
        "jabatan": (1, []),
    }


def test_a_row_without_an_id_is_a_new_kinerja(exported: Exported) -> None:
    def edit(book: Workbook) -> None:
        book["Tahap 3"].append(
            [None, None, "Terlatihnya Petugas Pipa", "kondisi operasional", exported.id[PIPES], None]
        )

    found, told = changed(exported, edit)
    ((key, text, _, _),) = found["kinerja"][1]  # type: ignore[misc]
    assert (found["kinerja"][0], text, key in exported.id.values()) == ([], "Terlatihnya Petugas Pipa", False)
    assert found["hubungan"] == ([], [(key, exported.id[PIPES], "tersurat", True)])
    assert told == {"STR09"}


def test_a_row_below_an_empty_one_is_read_too(exported: Exported) -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Tahap 3"]
        sheet.cell(sheet.max_row + 3, 3).value = "Terlatihnya Petugas Pipa"

    found, _ = changed(exported, edit)
    assert [row[1] for row in found["kinerja"][1]] == ["Terlatihnya Petugas Pipa"]  # type: ignore[index]


def test_the_order_of_rows_means_nothing(exported: Exported) -> None:
    def edit(book: Workbook) -> None:
        for stage in (3, 4, 5):
            sheet = book[f"Tahap {stage}"]
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(HEAD + 1)]
            for n, row in enumerate(reversed(rows), HEAD + 1):
                for place, value in enumerate(row, 1):
                    sheet.cell(n, place).value = value

    assert changed(exported, edit)[0] == {}


def test_the_id_of_another_unit_is_told_and_the_sentence_is_known(exported: Exported) -> None:
    stranger = ids(exported.graph, "kecamatan-lain-contoh")[CHECK]

    def edit(book: Workbook) -> None:
        for stage in (3, 4, 5):
            put(book, stage, exported.id[CHECK], "Id", stranger)

    assert changed(exported, edit) == ({}, {"LBR02"})


def test_an_id_that_stands_twice_is_told_and_the_second_row_is_new(exported: Exported) -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Tahap 3"]
        copied = [cell.value for cell in sheet[row_of(sheet, exported.id[CHECK])]]
        copied[2] = "Terlatihnya Petugas Pipa"
        sheet.append(copied)

    found, told = changed(exported, edit)
    assert [row[1] for row in found["kinerja"][1]] == ["Terlatihnya Petugas Pipa"]  # type: ignore[index]
    assert "LBR01" in told


@pytest.mark.parametrize("parted", ["\n", "; ", " , "], ids=["line", "semicolon", "comma"])
def test_two_parents_are_known_however_they_are_parted(exported: Exported, parted: str) -> None:
    key, before, one = exported.id[CHECK], exported.id[PIPES], exported.id[SPRING]
    found, _ = changed(exported, lambda book: put(book, 3, key, "Induk", f"{one.lower()}{parted}{before}"))
    assert found["hubungan"] == (
        [(key, before, "urutan", True)],
        [(key, one, "tersurat", True), (key, before, "tersurat", False)],
    )


def test_who_writes_that_it_is_a_top_is_believed(exported: Exported) -> None:
    key, before = exported.id[CHECK], exported.id[PIPES]
    found, _ = changed(exported, lambda book: put(book, 3, key, "Induk", "(puncak)"))
    assert found["hubungan"] == ([(key, before, "urutan", True)], [])


@pytest.mark.parametrize("stage", [3, 4, 5])
def test_an_id_of_nobody_in_one_stage_makes_no_second_kinerja(exported: Exported, stage: int) -> None:
    assert changed(exported, lambda book: put(book, stage, exported.id[CHECK], "Id", "XXX")) == ({}, {"LBR02"})


@pytest.mark.parametrize("stage", [4, 5])
def test_a_statement_that_was_emptied_is_known_by_its_id(exported: Exported, stage: int) -> None:
    assert changed(exported, lambda book: put(book, stage, exported.id[CHECK], "Kinerja", None)) == ({}, set())


def _loud(book: Workbook) -> None:
    for stage in range(1, 6):
        for cell in book[f"Tahap {stage}"][HEAD]:
            cell.value = f"{cell.value} 2024 :".upper() if cell.value == "Target" else f"{cell.value} *".upper()


def _own_sheet(book: Workbook) -> None:
    sheet = book.create_sheet("Coretan", 0)
    sheet["A1"], sheet["A2"] = "Catatan kami", "Tahap 3 dibahas nanti"


def _notes_first(book: Workbook) -> None:
    book.move_sheet("Catatan", -6)


def _year_in_words(book: Workbook) -> None:
    _year(book, "Tahun 2024")


def _year(book: Workbook, text: str) -> None:
    cell = next(cell for row in book["Sampul"].iter_rows() for cell in row if cell.value == "Tahun")
    book["Sampul"].cell(cell.row, cell.column + 1).value = text


@pytest.mark.parametrize("edit", [_loud, _own_sheet, _notes_first, _year_in_words])
def test_what_people_do_to_headings_and_sheets_changes_nothing(
    exported: Exported, edit: Callable[[Workbook], None]
) -> None:
    assert changed(exported, edit) == ({}, set())


def test_a_head_that_nobody_knows_refuses_and_a_stage_that_is_gone_is_told(exported: Exported) -> None:
    def renamed(book: Workbook) -> None:
        book["Tahap 4"].cell(HEAD, column(book["Tahap 4"], "Kinerja")).value = "Rumusan"

    book = load_workbook(BytesIO(exported.berkas))
    renamed(book)
    stream = BytesIO()
    book.save(stream)
    refused = ready(stream.getvalue(), exported.graph, name="lembar.xlsx")
    assert [(i.kode, i.tempat) for i in refused.issues if i.keparahan == "error"] == [("LBR06", "Tahap 4 (Tahap 4!A4)")]
    assert "LBR07" in changed(exported, lambda book: book.remove(book["Tahap 5"]))[1]


def test_the_worksheet_of_another_year_keeps_its_tree(exported: Exported) -> None:
    book = load_workbook(BytesIO(exported.berkas))
    _year(book, "2025")
    stream = BytesIO()
    book.save(stream)
    prepared = ready(stream.getvalue(), exported.graph, name="lembar.xlsx")
    assert prepared.cascade is not None
    words = {k.id: k.uraian for k in prepared.cascade.kinerja}
    names = {key: text for text, key in exported.id.items()}
    assert {(words[e.sebab], words[e.akibat], e.utama) for e in prepared.cascade.edges} == {
        (names[cause], names[effect], main)
        for cause, effect, origin, main in exported.facts["hubungan"]
        if main or origin != "diputuskan"  # a second parent that a person decided is left to the log
    }
    assert {issue.kode for issue in prepared.issues} == {"LBR02"}


def test_a_further_indicator_may_stand_above_its_kinerja(exported: Exported) -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Tahap 4"]
        sheet.insert_rows(HEAD + 1)
        for head, text in (("Indikator kinerja", "Jumlah Keluhan Warga"), ("Id", exported.id[CHECK])):
            sheet.cell(HEAD + 1, column(sheet, head)).value = text

    found, told = changed(exported, edit)
    ((_, name, unit, uses),) = found["indikator"][1]  # type: ignore[misc]
    key = exported.id[CHECK]
    assert (list(found), found["indikator"][0], name, unit, uses, told) == (
        *(["indikator"], [], "Jumlah Keluhan Warga", "", {(key, key, key)}, set()),
    )
