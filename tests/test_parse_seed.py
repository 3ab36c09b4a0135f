"""The original Batumandi document, figure by figure."""

from __future__ import annotations

from collections import Counter

import pytest

from service.config import ROOT
from service.model import Cascade, Document
from tests.answers import answer, read_file, tree
from tests.conftest import SHARED
from tests.variants import expected, pages, read_outline

SEED = ROOT / "seeds" / "batumandi-2022.txt"

CONFLICTS = [6, 7, 8, 9, 10, 11, 12, 13, 18, 19, 20, 21, 22, 23, 24]
"""Rows of stage 5 whose level contradicts stages 3 and 4 (domain notes, 3.1 A)."""
SPILLED = [3, 4, 8, 9, 12, 15, 16, 19, 20]
"""Rows of stage 5 whose "taktikal" fell into the next cell (3.1 B)."""


@pytest.fixture(scope="module")
def seed() -> tuple[Document, Cascade]:
    return read_file(SEED.read_bytes(), SEED.name)


def rows_of(document: Document, cascade: Cascade, kode: str) -> list[tuple[int | None, int | None]]:
    """(stage, row) of every issue with this code."""
    places = {row.nomor: row.tempat for row in document.rows}
    found = [issue for issue in (*document.issues, *cascade.issues) if issue.kode == kode]
    return [(places[issue.baris[-1]].tahap, places[issue.baris[-1]].baris) for issue in found]


def test_it_is_the_document_that_was_handed_over() -> None:
    original = SHARED / "seeds" / SEED.name
    if not original.exists():
        pytest.skip("bahan rujukan tidak ada di komputer ini")
    assert SEED.read_bytes() == original.read_bytes()


def test_unit_and_year_come_from_the_header(seed: tuple[Document, Cascade]) -> None:
    document, _ = seed
    assert (document.unit, document.jenis_unit, document.pemda, document.tahun, document.judul, document.sebutan) == (
        "Kecamatan Batumandi",
        "kecamatan",
        "Kabupaten Balangan",
        2022,
        "CASCADING KEC. BATUMANDI TAHUN 2022",
        ("KANTOR CAMAT BATUMANDI", "KEC. BATUMANDI"),
    )


def test_the_whole_cascade_is_the_one_in_the_outline(seed: tuple[Document, Cascade]) -> None:
    document, cascade = seed
    truth = pages(read_outline("batumandi"))
    truth.berbeda = {k.uraian for k in cascade.kinerja if k.urutan in CONFLICTS}
    assert answer(document, cascade) == expected(truth)


def test_its_counts(seed: tuple[Document, Cascade]) -> None:
    document, cascade = seed
    stages = Counter(c.tahap for c in document.claims if c.jenis == "kinerja")
    labels = Counter(c.label for c in document.claims if c.tahap == 3 and c.jenis == "kinerja")
    depths = {k.kedalaman for k in cascade.kinerja if k.tingkat == "operasional"}
    shared = [i for i in cascade.indikator if len(i.kinerja) > 1]
    assert stages == {3: 24, 4: 26, 5: 26}
    assert labels == {"kondisi antara utama": 5, "kondisi antara": 8, "kondisi operasional": 11}
    assert (len(cascade.kinerja), len(cascade.edges), len(cascade.indikator), len(shared)) == (26, 25, 23, 3)
    assert depths == {4}
    assert [str(row.tempat) for row in document.rows if row.tempat.tahap == 5][
        -1
    ] == "Tahap 5, baris 27 (baris berkas 151)"


def test_only_the_expectation_grounds_the_outcome(seed: tuple[Document, Cascade]) -> None:
    document, cascade = seed
    assert [(d.jenis, d.uraian) for d in cascade.dasar] == [
        ("ekspektasi", "Masyarakat mengekspektasi Peningkatan Kualitas Pelayanan Publik")
    ]
    assert document.tidak_disebut == ("mandat", "permasalahan")


def test_its_one_success_factor(seed: tuple[Document, Cascade]) -> None:
    _, cascade = seed
    raised = {k.id: k.uraian for k in cascade.kinerja}
    assert [(c.nama, c.isu, c.sumber, [raised[i] for i in c.kinerja]) for c in cascade.csf] == [
        (
            "Pelayan Publik yang Berkualitas",
            "Pelayanan Publik Belum Optimal",
            "renstra masalah",
            ["Meningkatnya Kualitas Pelayanan Publik"],
        )
    ]


def test_tips_stand_beside_their_stage(seed: tuple[Document, Cascade]) -> None:
    document, _ = seed
    tips = [c for c in document.claims if c.jenis == "trik"]
    assert Counter(c.tahap for c in tips) == {1: 4, 2: 4, 3: 8}
    assert next(c.uraian for c in tips if c.tahap == 2) == "CSF menggambarkan isu faktual"


def test_fifteen_levels_differ_and_stages_3_4_and_the_component_win(seed: tuple[Document, Cascade]) -> None:
    _, cascade = seed
    differing = [k for k in cascade.kinerja if k.konflik]
    assert [k.urutan for k in differing] == CONFLICTS
    assert all(k.tingkat == k.tingkat_t3 == k.tingkat_t4 == k.tingkat_komponen != k.tingkat_t5 for k in differing)
    assert all("Tahap 5 menyebut" in k.alasan_tingkat for k in differing)
    assert len([i for i in cascade.issues if i.kode == "STR07"]) == 15


@pytest.mark.parametrize(
    ("kode", "rows"),
    [
        ("STR07", [(5, row) for row in CONFLICTS]),
        ("TXT14", [(5, row) for row in SPILLED]),
        ("TXT13", [(5, 6), (5, 7)]),
        ("TXT12", [(4, 25), (4, 6), (4, 19)]),
        ("STR10", [(5, 7)]),
        ("CRC08", [(5, 27)]),
        ("BACA04", [(None, None), (None, None)]),
    ],
)
def test_every_repair_is_told_with_its_row(
    seed: tuple[Document, Cascade], kode: str, rows: list[tuple[int | None, int | None]]
) -> None:
    assert rows_of(*seed, kode) == rows


def test_an_issue_says_what_was_read_and_what_it_was_taken_for(seed: tuple[Document, Cascade]) -> None:
    document, _ = seed
    spilled = next(i for i in document.issues if i.kode == "TXT14")
    assert (spilled.tempat, spilled.pesan) == (
        "Tahap 5, baris 3 (baris berkas 126)",
        'Tingkat tumpah ke sel sebelahnya: terbaca "kinerja intermediate" | "taktikal sasaran program pk kasi"; '
        'dianggap tingkat "taktikal intermediate" dan komponen "sasaran program".',
    )


def test_nothing_is_an_error_and_every_line_has_a_use(seed: tuple[Document, Cascade]) -> None:
    document, cascade = seed
    assert {i.keparahan for i in (*document.issues, *cascade.issues)} == {"info", "peringatan"}
    assert [row.nomor for row in document.rows] == list(range(1, 159))
    assert Counter(row.peran for row in document.rows)["tak terpakai"] == 0


def test_the_same_document_gives_the_same_ids(seed: tuple[Document, Cascade]) -> None:
    again = read_file(SEED.read_bytes(), SEED.name)
    assert again == seed
    assert all(k.id.startswith("BTM-22-") for k in seed[1].kinerja)


def test_the_last_four_conditions_hang_under_the_advice_to_villages(seed: tuple[Document, Cascade]) -> None:
    effect = "Terlaksananya Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa"
    assert {cause for cause, above in tree(seed[1]) if above == effect} == {
        "Terfasilitasinya Administrasi Tata Pemerintahan Desa",
        "Terfasilitasinya Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
        "Terfasilitasinya Penerapan dan Penegakan Peraturan Perundang-Undangan",
        "Terfasilitasinya Penyusunan Perencanaan Pembangunan Partisipatif",
    }
