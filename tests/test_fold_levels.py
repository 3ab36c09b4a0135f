"""The proposed level: who votes, who wins, how a tie ends, and what is said about it."""

from __future__ import annotations

import pytest

from service.model import Kinerja
from tests.answers import folded
from tests.small import LOWER, TOP, Rows, small

LAPORAN = "Tersusunnya Laporan"


def laporan(text: str) -> Kinerja:
    return next(k for k in folded(text).kinerja if k.uraian == LAPORAN)


def test_it_works() -> None:
    levels = {k.uraian: (k.tingkat, k.urut_tingkat, k.konflik) for k in folded(small()).kinerja}
    assert levels == {
        "Meningkatnya Kepuasan Warga": ("strategis skpd", 1, False),
        "Meningkatnya Mutu Loket": ("strategis", 2, False),
        "Meningkatnya Tata Kelola": ("taktikal intermediate", 3, False),
        "Terkoordinasinya Layanan": ("taktikal immediate", 4, False),
        "Tersusunnya Laporan": ("operasional", 5, False),
        "Terlatihnya Petugas": ("operasional", 5, False),
    }


@pytest.mark.parametrize(
    ("text", "level", "reason"),
    [
        (
            small(t5={LAPORAN: "strategis"}),
            "operasional",
            "Tahap 3, Tahap 4 dan komponen perencanaan menyebut operasional; Tahap 5 menyebut strategis.",
        ),
        (
            small(t4={LAPORAN: "strategis"}),
            "operasional",
            "Tahap 3 dan komponen perencanaan menyebut operasional; Tahap 4 menyebut strategis.",
        ),
        (
            small(t3={LAPORAN: "kondisi antara"}),
            "operasional",
            "Tahap 4 dan komponen perencanaan menyebut operasional; Tahap 3 menyebut taktikal immediate.",
        ),
        (
            small(t3={LAPORAN: "kondisi antara"}, t4={LAPORAN: "taktikal intermediate"}),
            "operasional",
            "Seimbang: Tahap 3 menyebut taktikal immediate, Tahap 4 menyebut taktikal intermediate, "
            "komponen perencanaan menyebut operasional; dipakai operasional menurut komponen perencanaan.",
        ),
        (
            small(t3={LAPORAN: "kondisi antara"}, stages=(1, 2, 3, 4)),
            "operasional",
            "Seimbang: Tahap 3 menyebut taktikal immediate, Tahap 4 menyebut operasional; "
            "dipakai operasional menurut Tahap 4.",
        ),
        (small(t4={LAPORAN: ""}, planning={LAPORAN: ""}), "operasional", "Hanya Tahap 3 menyebut operasional."),
        (
            small(t3={LAPORAN: ""}, t4={LAPORAN: ""}, planning={LAPORAN: ""}),
            "operasional",
            "Hanya Tahap 5 yang menyebut tingkatnya: operasional.",
        ),
        (
            small(t3={LAPORAN: ""}, t4={LAPORAN: ""}, t5={LAPORAN: ""}, planning={LAPORAN: ""}),
            "",
            "Tidak ada tahap yang menyebut tingkatnya.",
        ),
    ],
)
def test_the_majority_wins_and_says_so(text: str, level: str, reason: str) -> None:
    found = laporan(text)
    assert (found.tingkat, found.alasan_tingkat) == (level, reason)


def test_stage_3_alone_speaks_through_the_usual_ladder() -> None:
    assert [k.tingkat for k in folded(small(stages=(3,))).kinerja] == [
        "strategis",
        "taktikal intermediate",
        "taktikal immediate",
        "operasional",
        "operasional",
    ]


def test_stage_5_alone_is_read_by_its_components_where_the_ladder_is_the_usual_one() -> None:
    text = small(stages=(5,), t5={LAPORAN: "strategis"})
    assert [k.tingkat for k in folded(text).kinerja][-2:] == ["operasional", "operasional"]


THREE: Rows = (
    ("1", "Meningkatnya Kepuasan Warga", "Indeks kepuasan", "strategis", "sasaran skpd", "camat"),
    ("2", "Meningkatnya Mutu Loket", "Nilai mutu", "taktikal", "sasaran program", "kasi"),
    ("3", "Tersusunnya Laporan", "Jumlah laporan", "operasional", "sasaran kegiatan", "staf"),
    ("3", "Terlatihnya Petugas", "Jumlah petugas", "operasional", "sasaran kegiatan", "staf"),
)


def test_a_ladder_of_three_levels_is_no_conflict() -> None:
    cascade = folded(small(THREE))
    assert [(k.tingkat, k.urut_tingkat, k.konflik) for k in cascade.kinerja] == [
        ("strategis", 1, False),
        ("taktikal", 2, False),
        ("operasional", 3, False),
        ("operasional", 3, False),
    ]


def test_a_label_of_stage_3_that_covers_two_levels_contradicts_neither() -> None:
    rows = (*TOP, *LOWER, *((r[0], f"{r[1]} Desa", *r[2:]) for r in LOWER))
    coarse = {r[1]: "kondisi antara" for r in rows if r[3].startswith("taktikal")}
    cascade = folded(small(rows, t3=coarse))
    assert [k.uraian for k in cascade.kinerja if k.konflik] == []
    assert {k.tingkat for k in cascade.kinerja if k.tingkat_t3 and k.kondisi} == {
        "taktikal intermediate",
        "taktikal immediate",
        "operasional",
    }


def test_short_names_are_the_usual_levels_beside_usual_levels_only() -> None:
    short = {r[1]: r[3].removeprefix("taktikal ") for r in LOWER}
    levels = [k.tingkat for k in folded(small(t4=short)).kinerja if k.kondisi]
    assert levels == ["taktikal intermediate", "taktikal immediate", "operasional", "operasional"]
    own = {r[1]: f"{r[3].split()[-1]} outcome" for r in (*TOP, *LOWER)}
    assert "immediate outcome" in [k.tingkat for k in folded(small(t4=own, t5=own)).kinerja]


def test_each_kinerja_in_conflict_has_exactly_one_issue_with_its_place() -> None:
    cascade = folded(small(t5={LAPORAN: "strategis", "Terlatihnya Petugas": "strategis"}))
    found = [(i.kode, i.keparahan, i.tempat.split(" (")[0]) for i in cascade.issues]
    assert found == [("STR07", "peringatan", "Tahap 5, baris 5"), ("STR07", "peringatan", "Tahap 5, baris 6")]
