"""What a unit still has to decide, from a cascade alone: what is asked, how much hangs on it, and when it goes away."""

from __future__ import annotations

from service.live.doubts import Doubt
from service.live.waiting import questions
from service.model import Decision
from tests.answers import folded
from tests.small import small
from tests.test_fold_decisions import IDS, KELOLA, LAPORAN, LAYANAN, TEXT, decision

LOOSE = (
    small(t3={})
    .replace("\tTerlatihnya Petugas\tkondisi operasional\n", "")
    .replace("\tTersusunnya Laporan\t", "\tTerkoordinasinya Desa\tkondisi antara\n\tTersusunnya Laporan\t", 1)
    + "Tahap 3\tTerkoordinasinya Desa\tJumlah desa\tkinerja taktikal immediate\tsasaran kegiatan pk kasi\n"
)
"""A document that places one of its kinerja nowhere."""


def asked(text: str, *decisions: Decision, ragu: tuple[Doubt, ...] = ()) -> list[tuple[str, str, int]]:
    cascade = folded(text, decisions)
    words = {k.id: k.uraian for k in cascade.kinerja}
    return [(q.jenis, words.get(q.kinerja, q.kinerja), q.dampak) for q in questions(cascade, decisions, ragu, {})]


def test_inferred_parents_are_asked_for_the_ones_that_carry_most_first() -> None:
    assert asked(TEXT) == [
        ("induk", "Meningkatnya Mutu Loket", 5),
        ("induk", "Meningkatnya Tata Kelola", 4),
        ("induk", "Terkoordinasinya Layanan", 3),
        ("induk", "Tersusunnya Laporan", 1),
        ("induk", "Terlatihnya Petugas", 1),
    ]


def test_a_confirmed_parent_is_asked_for_no_more_and_a_second_one_never() -> None:
    log = [decision(1, "induk", LAYANAN, induk=KELOLA), decision(2, "induk_lain", LAPORAN, induk=KELOLA)]
    assert ("induk", "Terkoordinasinya Layanan", 3) not in asked(TEXT, *log)
    assert len(asked(TEXT, *log)) == 4


def test_a_kinerja_without_a_parent_is_asked_for_until_it_is_said_to_be_on_top() -> None:
    key = next(k.id for k in folded(LOOSE).kinerja if k.uraian == "Terlatihnya Petugas")
    assert ("tanpa induk", "Terlatihnya Petugas", 1) in asked(LOOSE)
    on_top = decision(1, "induk", key, induk="", puncak="ya", dari="")
    assert [one for one in asked(LOOSE, on_top) if one[0] in ("tanpa induk", "puncak")] == []
    assert [i.kode for i in folded(LOOSE, [on_top]).issues if i.kode == "STR01"] == []


def test_a_level_on_which_the_stages_differ_is_asked_for_until_it_is_settled() -> None:
    text = small(t5={"Tersusunnya Laporan": "taktikal immediate"})
    assert ("tingkat", "Tersusunnya Laporan", 1) in asked(text)
    settled = decision(1, "tingkat", LAPORAN, tingkat="operasional")
    assert ("tingkat", "Tersusunnya Laporan", 1) not in asked(text, settled)


def test_a_statement_that_was_less_than_surely_recognised_is_asked_for_until_a_person_agrees() -> None:
    ragu = (Doubt(LAPORAN, 0.84, "Tersusunnya Laporan Bulanan"),)
    assert ("kalimat", "Tersusunnya Laporan", 1) in asked(TEXT, ragu=ragu)
    agreed = decision(1, "padanan", LAPORAN, dari=LAPORAN)
    assert ("kalimat", "Tersusunnya Laporan", 1) not in asked(TEXT, agreed, ragu=ragu)


def test_a_new_statement_much_like_one_that_went_is_asked_for() -> None:
    came = decision(1, "versi", "d", **{"versi": "v2", "menjadi:ANG-24-LAMA": LAPORAN})
    assert ("kalimat", "Tersusunnya Laporan", 1) in asked(TEXT, came)
    agreed = decision(2, "padanan", LAPORAN, dari=LAPORAN)
    assert ("kalimat", "Tersusunnya Laporan", 1) not in asked(TEXT, came, agreed)


def test_a_decision_that_lost_its_object_is_asked_for_whether_its_kinerja_lives_or_not() -> None:
    log = [
        decision(1, "tingkat", "ANG-24-HILANG", tingkat="operasional"),
        decision(2, "utama", LAPORAN, induk=IDS["Meningkatnya Mutu Loket"]),
    ]
    lost = [one for one in asked(TEXT, *log) if one[0] == "lepas"]
    assert lost == [("lepas", "Tersusunnya Laporan", 1), ("lepas", "ANG-24-HILANG", 0)]
