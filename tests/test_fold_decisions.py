"""What a person decided, laid over what the document says."""

from __future__ import annotations

from service.fold.tree import Link
from service.fold.ways import lay
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


def ways(*decisions: Decision) -> set[tuple[str, str, bool]]:
    return {(e.akibat, e.asal, e.utama) for e in folded(TEXT, decisions).edges if e.sebab == LAPORAN}


def test_a_second_parent_stands_beside_the_first_and_is_taken_away_again() -> None:
    added = decision(1, "induk_lain", LAPORAN, induk=KELOLA)
    assert ways(added) == {(LAYANAN, "urutan", True), (KELOLA, "diputuskan", False)}
    assert ways(added, decision(2, "induk_lain", LAPORAN, induk=KELOLA, tarik="ya")) == {(LAYANAN, "urutan", True)}
    assert ways(added, decision(2, "induk_lain", LAPORAN, membatalkan="k1")) == {(LAYANAN, "urutan", True)}


def test_of_several_parents_reports_follow_the_chosen_one() -> None:
    added, chosen = decision(1, "induk_lain", LAPORAN, induk=KELOLA), decision(2, "utama", LAPORAN, induk=KELOLA)
    assert ways(added, chosen) == {(LAYANAN, "urutan", False), (KELOLA, "diputuskan", True)}
    cascade = folded(TEXT, [added, chosen])
    assert next(k.kedalaman for k in cascade.kinerja if k.id == LAPORAN) == 3
    assert ways(added, chosen, decision(3, "induk_lain", LAPORAN, membatalkan="k1")) == {(LAYANAN, "urutan", True)}


def test_a_circle_through_a_second_parent_is_not_followed() -> None:
    cascade = folded(TEXT, [decision(1, "induk_lain", KELOLA, induk=LAPORAN)])
    assert tree(cascade) == tree(folded(TEXT))
    assert [(one.keputusan, "sebab bagi dirinya sendiri" in one.sebab) for one in cascade.lepas] == [("k1", True)]


def test_what_is_moved_away_closes_no_circle_wherever_in_the_log_it_is_moved() -> None:
    log = [
        decision(1, "induk", LAYANAN, induk=LAPORAN, dari=KELOLA),
        decision(2, "induk", LAPORAN, induk=KELOLA, dari=LAYANAN),
    ]
    cascade = folded(TEXT, log)
    assert {(e.sebab, e.akibat) for e in cascade.edges} >= {(LAYANAN, LAPORAN), (LAPORAN, KELOLA)}
    assert cascade.lepas == ()


def test_a_kinerja_that_is_rightly_on_top_has_no_parent() -> None:
    assert ways(decision(1, "induk", LAPORAN, induk="", puncak="ya", dari=LAYANAN)) == set()


def test_what_is_rightly_on_top_has_no_second_parent_of_the_document_either() -> None:
    further = {LAPORAN: {KELOLA: Link(KELOLA, "tersurat", "")}}
    top = decision(1, "induk", LAPORAN, induk="", puncak="ya", dari=LAYANAN)
    names = {id_: name for name, id_ in IDS.items()}
    laid = lay({LAPORAN: Link(LAYANAN, "tersurat", "")}, [top], names, further)
    assert laid.edges() == ()


def owners(*decisions: Decision) -> list[tuple[str, int, bool]]:
    return [(a.nama, a.kelompok, a.alternatif) for a in folded(TEXT, decisions).assignments if a.kinerja == LAYANAN]


def test_a_position_is_assigned_beside_those_of_the_document_and_withdrawn() -> None:
    assigned = decision(1, "jabatan", LAYANAN, aksi="tugaskan", jabatan="kantor-camat-angan-camat", nama="camat")
    withdrawn = decision(2, "jabatan", LAYANAN, aksi="tarik", jabatan="kecamatan-angan-kasi", nama="kasi")
    assert owners() == [("kasi", 1, True), ("jafung", 1, True)]
    assert owners(assigned) == [("kasi", 1, True), ("jafung", 1, True), ("camat", 2, False)]
    assert owners(assigned, withdrawn) == [("jafung", 1, False), ("camat", 2, False)]  # alone, it is no alternative


def measured(*decisions: Decision) -> dict[str, list[str]]:
    cascade = folded(TEXT, decisions)
    return {k: [i.nama for i in cascade.indikator if k in i.kinerja] for k in (LAPORAN, PETUGAS)}


def test_an_indicator_is_joined_to_another_and_parted_from_a_shared_one() -> None:
    of = {i.nama: i.id for i in folded(TEXT).indikator}
    mine, other = of["Jumlah laporan"], of["Jumlah petugas"]
    joined = decision(1, "indikator", LAPORAN, aksi="gabung", indikator=mine, dengan=other)
    assert measured(joined) == {LAPORAN: ["Jumlah petugas"], PETUGAS: ["Jumlah petugas"]}
    parted = decision(2, "indikator", LAPORAN, aksi="pisah", indikator=other)
    both = folded(TEXT, [joined, parted]).indikator
    assert [(i.nama, i.kinerja) for i in both if i.nama == "Jumlah petugas"] == [
        ("Jumlah petugas", (PETUGAS,)),
        ("Jumlah petugas", (LAPORAN,)),
    ]
    assert measured(joined, decision(2, "indikator", LAPORAN, membatalkan="k1")) == measured()


def test_rows_that_speak_of_an_old_kinerja_carry_its_decisions_and_those_about_their_own_id() -> None:
    old = "ANG-24-LAMA"
    log = [
        decision(1, "tingkat", old, tingkat="taktikal immediate"),
        decision(2, "induk", LAPORAN, induk=KELOLA, dari=LAYANAN),
        decision(3, "padanan", old, dari=LAPORAN),
    ]
    cascade = folded(TEXT, log)
    known = {k.id: k.tingkat for k in cascade.kinerja}
    assert (LAPORAN in known, known[old]) == (False, "taktikal immediate")
    assert (KELOLA, "diputuskan") in {(e.akibat, e.asal) for e in cascade.edges if e.sebab == old}
    undone = folded(TEXT, [*log, decision(4, "padanan", old, membatalkan="k3")])
    assert (undone.edges, [one.keputusan for one in undone.lepas]) == (folded(TEXT, log[1:2]).edges, ["k1"])


def test_rows_that_are_said_to_be_a_new_kinerja_leave_the_decisions_with_the_old_one() -> None:
    new = "ANG-24-BARU"
    log = [
        decision(1, "versi", "kecamatan-angan-2024", versi="v1"),
        decision(2, "tingkat", LAPORAN, tingkat="taktikal immediate"),
        decision(3, "padanan", new, dari=LAPORAN, baru="ya", versi="v1", uraian="Tersusunnya Laporan", tingkat=""),
    ]
    cascade = folded(TEXT, log)
    assert {k.id: k.diputuskan for k in cascade.kinerja if k.id in (LAPORAN, new)} == {new: False}
    assert [one.keputusan for one in cascade.lepas] == ["k2"]
    later = folded(TEXT, [*log, decision(4, "versi", "kecamatan-angan-2024", versi="v2")])
    assert {k.id for k in later.kinerja} & {LAPORAN, new} == {LAPORAN}


def test_a_component_is_accepted_and_refused() -> None:
    chosen = decision(1, "komponen", LAPORAN, aksi="pilih", komponen="7.01.02", nama="Program Layanan")
    refused = decision(2, "komponen", LAPORAN, aksi="tolak", komponen="7.01.02", nama="Program Layanan")
    found = [(p.kode, p.nama, p.asal) for p in folded(TEXT, [chosen]).komponen if p.kinerja == LAPORAN]
    assert found == [("7.01.02", "Program Layanan", "diputuskan")]
    assert [p for p in folded(TEXT, [chosen, refused]).komponen if p.kinerja == LAPORAN] == []
