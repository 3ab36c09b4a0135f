"""What a person decided, laid over what the document says."""

from __future__ import annotations

from service.model import Decision
from tests.answers import folded, tree
from tests.small import small

TEXT = small()
IDS = {k.uraian: k.id for k in folded(TEXT).kinerja}
LAPORAN, PETUGAS, LAYANAN, KELOLA = (
    IDS[name]
    for name in ("Tersusunnya Laporan", "Terlatihnya Petugas", "Terkoordinasinya Layanan", "Meningkatnya Tata Kelola")
)


def decision(urut: int, jenis: str, subjek: str, membatalkan: str = "", **isi: str) -> Decision:
    return Decision(
        f"k{urut}",
        urut,
        jenis,
        subjek,
        isi,
        "lokal",
        "2026-01-01T00:00:00+08:00",
        "hasil rapat",
        membatalkan,  # type: ignore[arg-type]
    )


def parent(*decisions: Decision) -> tuple[str, str]:
    edge = next(e for e in folded(TEXT, decisions).edges if e.sebab == LAPORAN)
    return edge.akibat, edge.asal


def test_a_confirmed_parent_is_decided() -> None:
    cascade = folded(TEXT, [decision(1, "induk", LAPORAN, induk=LAYANAN, dari="")])
    edge = next(e for e in cascade.edges if e.sebab == LAPORAN)
    assert (edge.akibat, edge.asal, edge.alasan) == (LAYANAN, "diputuskan", "Diputuskan lokal: hasil rapat")


def test_a_moved_kinerja_hangs_where_it_was_moved() -> None:
    assert parent(decision(1, "induk", LAPORAN, induk=KELOLA, dari=LAYANAN)) == (KELOLA, "diputuskan")


def test_the_last_of_several_wins_and_an_undone_one_does_not_count() -> None:
    first = decision(1, "induk", LAPORAN, induk=KELOLA, dari=LAYANAN)
    second = decision(2, "induk", LAPORAN, induk=LAYANAN, dari=KELOLA)
    undo = decision(3, "induk", LAPORAN, membatalkan="k2")
    redo = decision(4, "induk", LAPORAN, membatalkan="k3")
    assert parent(first, second) == (LAYANAN, "diputuskan")
    assert parent(first, second, undo) == (KELOLA, "diputuskan")
    assert parent(first, second, undo, redo) == (LAYANAN, "diputuskan")
    assert parent(first, decision(2, "induk", LAPORAN, membatalkan="k1")) == (LAYANAN, "urutan")


def test_a_settled_level_changes_the_level_only() -> None:
    plain, settled = folded(TEXT), folded(TEXT, [decision(1, "tingkat", LAPORAN, tingkat="taktikal immediate")])
    found = next(k for k in settled.kinerja if k.id == LAPORAN)
    assert (found.tingkat, found.tingkat_usul, found.diputuskan, found.urut_tingkat) == (
        "taktikal immediate",
        "operasional",
        True,
        4,
    )
    assert tree(settled) == tree(plain)


def test_a_level_outside_the_document_finds_its_place_in_the_usual_ladder() -> None:
    text = small(stages=(4,)).replace(
        "Tahap 3\tTerkoordinasinya Layanan\tJumlah rapat\tkinerja taktikal immediate\n", ""
    )
    ids = {k.uraian: k.id for k in folded(text).kinerja}
    settled = folded(text, [decision(1, "tingkat", ids["Tersusunnya Laporan"], tingkat="taktikal immediate")])
    assert [k.urut_tingkat for k in settled.kinerja] == [1, 2, 3, 4, 5]


def test_a_decision_that_would_close_a_circle_or_names_nothing_is_not_followed_and_told() -> None:
    circle = folded(TEXT, [decision(1, "induk", KELOLA, induk=LAPORAN, dari="")])
    gone = folded(TEXT, [decision(1, "induk", LAPORAN, induk="ANG-24-ZZZZ", dari="")])
    assert (tree(circle), tree(gone)) == (tree(folded(TEXT)), tree(folded(TEXT)))
    assert [[i.kode for i in cascade.issues] for cascade in (circle, gone)] == [["KPT02"], ["KPT02"]]


def test_a_decision_holds_when_the_order_says_otherwise_later_and_is_noted() -> None:
    moved = TEXT.replace("\tTersusunnya Laporan\tkondisi operasional\n", "", 1).replace(
        "\tTerkoordinasinya Layanan\tkondisi antara\n",
        "\tTersusunnya Laporan\tkondisi operasional\n\tTerkoordinasinya Layanan\tkondisi antara\n",
        1,
    )
    cascade = folded(moved, [decision(1, "induk", LAPORAN, induk=LAYANAN, dari="")])
    assert (LAYANAN, "diputuskan") in {(e.akibat, e.asal) for e in cascade.edges if e.sebab == LAPORAN}
    assert [i.kode for i in cascade.issues if i.kode.startswith("KPT")] == ["KPT01"]


def test_the_fold_is_the_same_whatever_the_order_in_which_claims_and_decisions_come() -> None:
    log = [
        decision(1, "induk", LAPORAN, induk=KELOLA, dari=LAYANAN),
        decision(2, "induk", PETUGAS, induk=KELOLA, dari=LAYANAN),
    ]
    assert folded(TEXT, log) == folded(TEXT, log[::-1])
