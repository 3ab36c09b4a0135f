"""A worksheet says everything that lives, and read again it says the same, whatever stands in its cells."""

from __future__ import annotations

import random
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from service.ingest.document import document
from service.ingest.read import read
from service.lembar.form import Parent, print_parent, read_parents
from service.lembar.gathered import Gathered, Title
from service.lembar.labels import labels_of
from service.lembar.names import FORMS, file_name
from service.lembar.stages import stages
from service.lembar.tree import in_tree_order
from service.model import Assignment, Cascade, Edge, Indicator, Kinerja, Partner
from tests import mutations as m
from tests.live_facts import difference, facts
from tests.out_again import NOW, WRITERS, gathered, read_again
from tests.test_parse_variants import OUTLINES
from tests.variants import as_text, pages, read_outline
from tests.worksheet import ready, worksheet

HARMLESS = {"UNIT01", "STR01", "STR03", "STR06"}
"""What a worksheet may be told: the unit is new here, what the source itself leaves open."""
TITLE = Title("kecamatan-rawa", "Kecamatan Rawa", "Kabupaten Rekaan (fiktif)", True, 2024, "d", 2, "a.txt", "", 12)
LEVELS = ("strategis skpd", "strategis", "taktikal intermediate", "taktikal immediate", "operasional", "teknis", "lini")
ODD = (
    "=1+1", "+62 811", "@admin", "-", "Tahap 3", "Tahap 4 merumuskan indikator", "Catatan", "No", "Id", "CROSSCUTTING",
    "Jumlah a; Jumlah b", "1. Jumlah a 2. Jumlah b", "kinerja operasional", "sasaran program pk kasi", "a/b",
    "(puncak)", "Kinerja", "7.01.02", "2024", "'kutip'", '"dikutip"', "<b>&amp;", "layanan yang\u200bbaik", "x" * 300,
)  # fmt: skip
"""Texts that a reader of free documents would take for something else."""


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("outline", OUTLINES)
def test_every_ladder_comes_back_as_it_was(outline: str, form: str) -> None:
    check(as_text(pages(read_outline(outline))), form)


@pytest.mark.parametrize("missing", [(1,), (2,), (3,), (4,), (5,), (1, 2, 3), (3, 4)], ids=str)
@pytest.mark.parametrize("outline", ["asing", "dinas"])
def test_what_no_stage_of_the_source_held_gets_its_place(outline: str, missing: tuple[int, ...]) -> None:
    found = pages(read_outline(outline))
    m.without(*missing)(found, random.Random(3))
    check(as_text(found), "xlsx")


def check(data: bytes, form: str) -> None:
    of = gathered(ready(data, None))
    again = read_again(of, form)
    assert difference(facts(of), facts(gathered(again))) == {}
    assert {issue.kode for issue in again.issues} <= HARMLESS


@st.composite
def cascades(draw: st.DrawFn) -> Cascade:
    """Up to eight kinerja with any text in any place, any origin of their links, second parents, loose ones."""
    texts = st.sampled_from([*ODD, "Meningkatnya mutu layanan", "Terkelolanya arsip desa", "Jumlah arsip"])
    size = draw(st.integers(1, 8))
    ids = [f"RWR-24-{chr(65 + n)}{n}AA" for n in range(size)]
    above = [draw(st.integers(-1, n - 1)) if n else -1 for n in range(size)]
    kinerja, edges, indicators, owners, partners = [], [], {}, [], []
    for n, key in enumerate(ids):
        depth = kinerja[above[n]].urut_tingkat if above[n] >= 0 else 0
        kinerja.append(_kinerja(key, draw(texts), draw(st.sampled_from(ODD[13:18])), depth, n))
        if above[n] >= 0:
            edges.append(Edge(key, ids[above[n]], draw(st.sampled_from(["urutan", "tersurat", "diputuskan"])), ""))
        if above[n] > 0 and draw(st.booleans()):
            edges.append(Edge(key, ids[0], "tersurat", "", utama=False))
        for name in draw(st.lists(texts, max_size=3, unique=True)):
            indicators.setdefault(name, []).append((key, draw(st.sampled_from(["", "85", "=85"]))))
        owners += [
            Assignment(key, "", name, nth, False)
            for nth, name in enumerate(draw(st.sets(owner_names(), max_size=2)), 1)
        ]
        partners += [Partner(key, "", name) for name in draw(st.lists(owner_names(), max_size=1))]
    return Cascade(
        kinerja=tuple(kinerja),
        edges=tuple(edges),
        indikator=tuple(_indicator(name, uses) for name, uses in indicators.items()),
        assignments=tuple(owners),
        csf=(),
        dasar=(),
        issues=(),
        mitra=tuple(partners),
    )


def owner_names() -> st.SearchStrategy[str]:
    return st.sampled_from(["kasi desa", "=kasi", "Analis, muda", "staf umum pk", "Tahap 5"])


def _kinerja(key: str, text: str, component: str, depth: int, n: int) -> Kinerja:
    level = LEVELS[min(depth, len(LEVELS) - 1)]
    return Kinerja(
        id=key, kode="", uraian=text, tingkat=level, tingkat_usul=level, alasan_tingkat="", diputuskan=False,
        urut_tingkat=min(depth + 1, len(LEVELS)), kedalaman=depth, kondisi=False, komponen=component, sidik="",
        sidik_makna="", urutan=n + 1, konflik=False,
    )  # fmt: skip


def _indicator(name: str, uses: list[tuple[str, str]]) -> Indicator:
    numbers = tuple(number for _, number in uses)
    return Indicator(name, name, name, tuple(key for key, _ in uses), target=numbers if any(numbers) else ())


@given(cascades())
@settings(
    max_examples=15, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@pytest.mark.parametrize("form", WRITERS)
def test_any_text_in_any_place_comes_back(form: str, cascade: Cascade) -> None:
    of = Gathered(TITLE, cascade, (), (), (), tuple(in_tree_order(cascade)), labels_of(cascade, ()))
    again = read_again(of, form)
    assert said(again.cascade) == said(cascade)
    assert {issue.kode for issue in again.issues} <= HARMLESS


def said(cascade: Cascade | None) -> dict[str, set[tuple[object, ...]]]:
    """What a row says; a parent that somebody decided is one of the order where nobody decided anything."""
    assert cascade is not None
    words = {k.id: " ".join(k.uraian.replace("\u200b", "").split()) for k in cascade.kinerja}
    return {
        "kinerja": {(k.id, words[k.id], k.tingkat, k.komponen) for k in cascade.kinerja},
        "hubungan": {(e.sebab, e.akibat, e.asal.replace("diputuskan", "urutan"), e.utama) for e in cascade.edges},
        "indikator": {
            (key, re.sub("\u200b", "", i.nama), i.target[n] if i.target else "")
            for i in cascade.indikator
            for n, key in enumerate(i.kinerja)
        },
        "jabatan": {(a.kinerja, a.nama) for a in cascade.assignments},
        "mitra": {(p.kinerja, p.nama) for p in cascade.mitra},
    }


@pytest.mark.parametrize(
    ("cell", "parents"),
    [
        ("BTM-22-QJ96", [Parent("BTM-22-QJ96", "tersurat")]),
        ("BTM-22-QJ96 (dari urutan)", [Parent("BTM-22-QJ96", "urutan")]),
        ("BTM-22-QJ96(Dari Urutan)", [Parent("BTM-22-QJ96", "urutan")]),
        ("BTM-22-QJ96 (diputuskan)", [Parent("BTM-22-QJ96", "diputuskan")]),
        (
            "BTM-22-QJ96 (dari urutan)\nBTM-22-AAAA (induk lain)",
            [Parent("BTM-22-QJ96", "urutan"), Parent("BTM-22-AAAA", "tersurat", lain=True)],
        ),
        ("BTM-22-AAAA (induk lain, diputuskan)", [Parent("BTM-22-AAAA", "diputuskan", lain=True)]),
        ("(belum ada induk)", [Parent("", "urutan")]),
        ("(puncak)", [Parent("", "urutan")]),
        ("", []),
        ("Terkelolanya arsip (SPBE) desa", [Parent("Terkelolanya arsip (SPBE) desa", "tersurat")]),
    ],
)
def test_a_parent_is_read_as_it_is_printed(cell: str, parents: list[Parent]) -> None:
    assert read_parents(cell) == parents


def test_what_is_printed_is_read() -> None:
    printed = [Parent("BTM-22-QJ96", o, lain) for o in ("tersurat", "urutan", "diputuskan") for lain in (False, True)]
    assert [read_parents(print_parent(one)) for one in printed] == [[one] for one in printed]


def test_no_cell_is_a_formula_and_every_part_is_well_formed() -> None:
    of = gathered(ready(worksheet(), None))
    risky = replace(of.cascade.kinerja[3], uraian='=HYPERLINK("http://x";"klik")')
    of = replace(of, cascade=replace(of.cascade, kinerja=(*of.cascade.kinerja[:3], risky, *of.cascade.kinerja[4:])))
    of = replace(of, nodes=tuple(in_tree_order(of.cascade)))
    for form in FORMS.values():
        data = FORMS_WRITTEN[form.nama, form.akhiran](of)
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}
        assert all(ElementTree.fromstring(part) is not None for part in parts.values())
        assert not any(b"<f>" in part for part in parts.values())


FORMS_WRITTEN = {(form.nama, form.akhiran): (lambda of, form=form: _written(form, of)) for form in FORMS.values()}


def _written(form: object, of: Gathered) -> bytes:
    from service.lembar.names import written

    return written(form, of, NOW)  # type: ignore[arg-type]


def test_a_sheet_is_ready_for_paper() -> None:
    book = load_workbook(BytesIO(WRITERS["xlsx"](gathered(ready(worksheet(), None)), NOW)))
    assert book.sheetnames == ["Sampul", "Tahap 1", "Tahap 2", "Tahap 3", "Tahap 4", "Tahap 5", "Catatan"]
    third = book["Tahap 3"]
    assert (third.page_setup.orientation, third.page_setup.fitToHeight, third.print_title_rows) == (
        "landscape",
        0,
        "$4:$4",
    )
    assert third.oddFooter.left.text.startswith("Kecamatan Tanjung Contoh · tahun 2024 · dicetak 24 November 2026")


def test_the_stages_print_what_the_form_prints() -> None:
    third = stages(gathered(ready(worksheet(), None)))[2]
    assert [column.judul for column in third.kolom] == [
        *("No", "CSF dalam bahasa kondisi", "Kondisi yang diperlukan", "Keterangan", "Induk", "Id"),
    ]
    ids = {line.sel[2]: line.sel[5] for line in third.baris}
    assert [(line.sel[1], line.sel[2], line.sel[3], line.sel[4], line.dalam) for line in third.baris[:3]] == [
        (
            "Meningkatnya Mutu Layanan Air Bersih",
            "Meningkatnya Keandalan Jaringan Pipa",
            "kondisi antara utama",
            f"{_id_of('Meningkatnya Mutu Layanan Air Bersih')} (dari urutan)",
            0,
        ),
        (
            "",
            "Terkendalinya Kebocoran Pipa Induk",
            "kondisi antara",
            f"{ids['Meningkatnya Keandalan Jaringan Pipa']} (dari urutan)",
            1,
        ),
        (
            "",
            "Terlaksananya Pemeriksaan Sambungan Rumah",
            "kondisi operasional",
            f"{ids['Terkendalinya Kebocoran Pipa Induk']} (dari urutan)",
            2,
        ),
    ]


def _id_of(text: str) -> str:
    cascade = ready(worksheet(), None).cascade
    assert cascade is not None
    return next(k.id for k in cascade.kinerja if k.uraian == text)


def test_the_name_of_a_file_says_unit_year_and_revision() -> None:
    assert file_name(FORMS["lembar", "xlsx"], TITLE) == "lembar-kerja-kecamatan-rawa-2024-revisi-12.xlsx"


def test_a_worksheet_whose_id_column_was_deleted_is_read_by_its_sentences() -> None:
    of = gathered(ready(worksheet(), None))
    book = load_workbook(BytesIO(WRITERS["xlsx"](of, NOW)))
    for name in book.sheetnames[1:6]:
        book[name].delete_cols(book[name].max_column)
    stream = BytesIO()
    book.save(stream)
    found = document(read(stream.getvalue(), "lembar.xlsx"))
    assert len({claim.kelompok for claim in found.claims} - {0}) == len(of.cascade.kinerja)
    assert [issue.kode for issue in found.issues] == ["LBR04"] * 5
