"""Decisions: recorded with a reason, folded into the cascade at once, refused with an explanation, undone, listed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from service.config import Settings
from service.decisions import decide, decide_many, undo
from service.decisions.bulk import accept_levels, confirm_branch, confirm_parents
from service.decisions.checks import Change
from service.decisions.listing import list_decisions
from service.decisions.move import Move, move_proposal
from service.errors import Conflict, Invalid, NotFound
from service.facts import Paging
from service.graph import Graph
from tests.worksheet import LEVELS, WATER, bring, ids, links, worksheet

REASON = "Sesuai rapat bersama"
DOCUMENT = "kecamatan-tanjung-contoh-2024"
OUTCOME, FACTOR, PIPES, LEAKS, CHECKS, OLD_PIPES, SOURCES, SPRINGS, TREES = (box.uraian for box in WATER)


@pytest.fixture
def key(graph: Graph, settings: Settings) -> dict[str, str]:
    """Statement -> id, of a cascade in the graph."""
    bring(worksheet(), graph, settings)
    return ids(graph)


def test_a_level_is_decided_and_the_conflict_settled(graph: Graph, key: dict[str, str]) -> None:
    decision = decide(graph, "tingkat", key[TREES], {"tingkat": "Taktikal Immediate"}, REASON)

    assert (decision.id, decision.urut, decision.isi) == ("keputusan-2", 2, {"tingkat": "taktikal immediate"})
    assert (decision.oleh, decision.alasan) == ("lokal", REASON)
    assert datetime.fromisoformat(decision.pada).tzinfo is not None
    assert _level(graph, key[TREES]) == ("taktikal immediate", "operasional", True)
    assert _open_conflicts(graph) == {OLD_PIPES}
    about = graph.command("MATCH (d:Keputusan {id: $id})-[:ABOUT]->(n) RETURN n.id AS id", id=decision.id)
    assert about == [{"id": key[TREES]}]


def test_a_level_decision_leaves_the_parents_where_they_are(graph: Graph, key: dict[str, str]) -> None:
    before = links(graph)
    decide(graph, "tingkat", key[CHECKS], {"tingkat": "taktikal intermediate"}, REASON)
    assert links(graph) == before


def test_a_parent_is_confirmed(graph: Graph, key: dict[str, str]) -> None:
    before = links(graph)
    decision = decide(graph, "induk", key[TREES], {"induk": key[SPRINGS]}, REASON)
    assert decision.isi == {"induk": key[SPRINGS], "dari": ""}
    assert links(graph) == before - {(TREES, SPRINGS, "urutan")} | {(TREES, SPRINGS, "diputuskan")}


def test_a_kinerja_is_moved_and_says_where_it_was(graph: Graph, key: dict[str, str]) -> None:
    before = links(graph)
    decision = decide(graph, "induk", key[TREES], {"induk": key[LEAKS]}, REASON)
    assert decision.isi == {"induk": key[LEAKS], "dari": key[SPRINGS]}
    assert links(graph) == before - {(TREES, SPRINGS, "urutan")} | {(TREES, LEAKS, "diputuskan")}


def test_the_last_of_several_decisions_wins(graph: Graph, key: dict[str, str]) -> None:
    for level in ("taktikal immediate", "strategis", "taktikal intermediate"):
        decide(graph, "tingkat", key[TREES], {"tingkat": level}, REASON)
    assert _level(graph, key[TREES])[0] == "taktikal intermediate"


def test_a_decision_survives_a_new_version(graph: Graph, settings: Settings, key: dict[str, str]) -> None:
    decide(graph, "tingkat", key[TREES], {"tingkat": "taktikal immediate"}, REASON)
    decide(graph, "induk", key[TREES], {"induk": key[LEAKS]}, REASON)
    bring(worksheet([*WATER[:4], *WATER[6:], WATER[4]]), graph, settings)
    assert _level(graph, key[TREES]) == ("taktikal immediate", "operasional", True)
    assert (TREES, LEAKS, "diputuskan") in links(graph)


def test_an_older_version_is_made_current_and_undone_again(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    bring(worksheet(WATER[:-1]), graph, settings)
    second = ids(graph)
    back = decide(graph, "versi", DOCUMENT, {"versi": f"{DOCUMENT}-v1"}, REASON)
    assert ids(graph) == key
    undo(graph, back.id)
    assert ids(graph) == second


def test_the_only_import_is_not_undone_away(graph: Graph, key: dict[str, str]) -> None:
    with pytest.raises(Invalid, match="satu-satunya versi"):
        undo(graph, "keputusan-1")
    assert ids(graph) == key


REFUSED = {
    "an unknown level lists those there are": (
        ("tingkat", TREES, {"tingkat": "sangat penting"}, REASON),
        "Pilih salah satu: strategis skpd, strategis, taktikal intermediate, taktikal immediate, operasional.",
    ),
    "no level": (("tingkat", TREES, {}, REASON), "Pilih salah satu"),
    "a parent of itself": (("induk", TREES, {"induk": TREES}, REASON), "induk dirinya sendiri"),
    "no parent": (("induk", TREES, {}, REASON), "Induk belum dipilih"),
    "an unknown parent": (
        ("induk", TREES, {"induk": "XXX-24-AAAA"}, REASON),
        "Tidak ada kinerja dengan id 'XXX-24-AAAA'",
    ),
    "a circle says its chain": (
        ("induk", PIPES, {"induk": CHECKS}, REASON),
        f"lingkaran: “{CHECKS}” agar “{LEAKS}” agar “{PIPES}”.",
    ),
    "no reason": (
        ("tingkat", TREES, {"tingkat": "operasional"}, "  ya "),
        "Alasan harus 5 sampai 1000 huruf (sekarang 2)",
    ),
    "an unknown kind": (("warna", TREES, {}, REASON), "Jenis keputusan 'warna' tidak dikenal"),
    "a version that is not there": (("versi", DOCUMENT, {"versi": f"{DOCUMENT}-v9"}, REASON), f"Pilih: {DOCUMENT}-v1."),
    "a version that is current": (("versi", DOCUMENT, {"versi": f"{DOCUMENT}-v1"}, REASON), "Versi 1 sudah berlaku"),
    "the version of a kinerja": (("versi", TREES, {"versi": f"{DOCUMENT}-v1"}, REASON), "tidak punya versi"),
    "a level of a document": (
        ("tingkat", DOCUMENT, {"tingkat": "operasional"}, REASON),
        "tidak ada di versi yang berlaku",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_decision_is_refused_with_an_explanation(graph: Graph, key: dict[str, str], case: str) -> None:
    (jenis, subjek, isi, reason), told = REFUSED[case]
    said = {name: key.get(value, value) for name, value in isi.items()}
    before, revision = graph.content_hash(), graph.revision()
    with pytest.raises(Invalid) as refused:
        decide(graph, jenis, key.get(subjek, subjek), said, reason)  # type: ignore[arg-type]
    assert told in str(refused.value)
    assert (graph.content_hash(), graph.revision()) == (before, revision)


def test_a_parent_in_another_unit_is_refused(graph: Graph, settings: Settings, key: dict[str, str]) -> None:
    bring(worksheet(unit="KECAMATAN HULU CONTOH"), graph, settings)
    other = ids(graph, "kecamatan-hulu-contoh")[PIPES]
    with pytest.raises(Invalid, match="milik kecamatan-hulu-contoh tahun 2024, bukan Kecamatan Tanjung Contoh"):
        decide(graph, "induk", key[TREES], {"induk": other}, REASON)


def test_a_kinerja_that_is_gone_cannot_be_decided(graph: Graph, settings: Settings, key: dict[str, str]) -> None:
    bring(worksheet(WATER[:-1]), graph, settings)
    with pytest.raises(Invalid, match="tidak ada di versi yang berlaku"):
        decide(graph, "tingkat", key[TREES], {"tingkat": "operasional"}, REASON)
    with pytest.raises(Invalid, match="tidak ada lagi di versi yang berlaku"):
        decide(graph, "induk", key[SPRINGS], {"induk": key[TREES]}, REASON)


def test_an_unknown_subject_is_not_found(graph: Graph) -> None:
    with pytest.raises(NotFound):
        decide(graph, "tingkat", "XXX-24-AAAA", {"tingkat": "operasional"}, REASON)
    with pytest.raises(NotFound):
        undo(graph, "keputusan-7")


def test_an_undone_decision_leaves_no_trace_in_the_cascade(graph: Graph, key: dict[str, str]) -> None:
    before = _live(graph)
    made = decide(graph, "induk", key[TREES], {"induk": key[LEAKS]}, REASON)
    undone = undo(graph, made.id, "Salah pilih")
    assert (undone.jenis, undone.subjek, undone.isi, undone.membatalkan) == ("induk", key[TREES], {}, made.id)
    assert _live(graph) == before


def test_undoing_twice_is_refused_and_undoing_the_undoing_is_not(graph: Graph, key: dict[str, str]) -> None:
    made = decide(graph, "induk", key[TREES], {"induk": key[LEAKS]}, REASON)
    decided = _live(graph)
    undone = undo(graph, made.id)
    with pytest.raises(Invalid, match="Keputusan nomor 2 sudah diurungkan"):
        undo(graph, made.id)
    undo(graph, undone.id)
    assert _live(graph) == decided


def test_undoing_the_last_word_brings_back_the_one_before(graph: Graph, key: dict[str, str]) -> None:
    decide(graph, "tingkat", key[TREES], {"tingkat": "strategis"}, REASON)
    last = decide(graph, "tingkat", key[TREES], {"tingkat": "taktikal immediate"}, REASON)
    undo(graph, last.id)
    assert _level(graph, key[TREES])[0] == "strategis"


def test_the_second_of_two_people_is_told_with_both_values(graph: Graph, key: dict[str, str]) -> None:
    decide(graph, "tingkat", key[TREES], {"tingkat": "strategis"}, REASON, based_on=1)
    decide(graph, "tingkat", key[TREES], {"tingkat": "taktikal immediate"}, REASON, based_on=2)
    with pytest.raises(Conflict) as told:
        decide(graph, "tingkat", key[TREES], {"tingkat": "operasional"}, REASON, based_on=2)
    assert told.value.message == "Orang lain mengubah tingkat kinerja ini baru saja (strategis -> taktikal immediate)."
    assert (told.value.hint[:32], told.value.current) == ("Pilihan Anda (operasional) belum", "3")
    assert _level(graph, key[TREES])[0] == "taktikal immediate"


def test_another_kinerja_of_the_same_tree_is_no_conflict(graph: Graph, key: dict[str, str]) -> None:
    decide(graph, "tingkat", key[TREES], {"tingkat": "strategis"}, REASON, based_on=1)
    decide(graph, "tingkat", key[CHECKS], {"tingkat": "strategis"}, REASON, based_on=1)


def test_a_new_version_is_a_conflict_for_all_its_kinerja(graph: Graph, settings: Settings, key: dict[str, str]) -> None:
    bring(worksheet(WATER[:-1]), graph, settings)
    with pytest.raises(Conflict, match="versi dokumen"):
        decide(graph, "tingkat", key[CHECKS], {"tingkat": "strategis"}, REASON, based_on=1)


def test_a_branch_is_confirmed_in_one_go(graph: Graph, key: dict[str, str]) -> None:
    revision = graph.revision()
    made = confirm_branch(graph, key[PIPES], based_on=1)
    assert [d.urut for d in made] == [2, 3, 4, 5]
    assert graph.revision() == revision + 1
    decided = {(a, b) for a, b, origin in links(graph) if origin == "diputuskan"}
    assert decided == {(PIPES, FACTOR), (LEAKS, PIPES), (CHECKS, LEAKS), (OLD_PIPES, LEAKS)}
    assert confirm_branch(graph, key[PIPES]) == ()


def test_chosen_parents_are_confirmed_together(graph: Graph, key: dict[str, str]) -> None:
    confirm_parents(graph, [key[TREES], key[CHECKS]])
    assert {a for a, _, origin in links(graph) if origin == "diputuskan"} == {TREES, CHECKS}
    assert confirm_parents(graph, []) == ()


def test_all_proposed_levels_are_accepted_in_one_go(graph: Graph, key: dict[str, str]) -> None:
    made = accept_levels(graph, DOCUMENT)
    assert [(d.subjek, d.isi["tingkat"]) for d in made] == [
        (key[OLD_PIPES], "operasional"),
        (key[TREES], "operasional"),
    ]
    assert _open_conflicts(graph) == set()
    assert accept_levels(graph, DOCUMENT) == ()


def test_of_several_decisions_all_are_written_or_none(graph: Graph, key: dict[str, str]) -> None:
    before = graph.content_hash()
    changes = [
        Change("induk", key[TREES], {"induk": key[LEAKS]}),
        Change("tingkat", key[TREES], {"tingkat": "sangat penting"}),
    ]
    with pytest.raises(Invalid):
        decide_many(graph, changes, REASON)
    assert graph.content_hash() == before


def test_several_decisions_that_close_a_circle_together_are_refused(graph: Graph, key: dict[str, str]) -> None:
    before = graph.content_hash()
    changes = [
        Change("induk", key[LEAKS], {"induk": key[SPRINGS]}),
        Change("induk", key[SPRINGS], {"induk": key[LEAKS]}),
    ]
    with pytest.raises(Invalid, match="lingkaran bersama keputusan lain"):
        decide_many(graph, changes, REASON)
    assert graph.content_hash() == before


def test_several_decisions_about_two_units_are_refused(graph: Graph, settings: Settings, key: dict[str, str]) -> None:
    bring(worksheet(unit="KECAMATAN HULU CONTOH"), graph, settings)
    other = ids(graph, "kecamatan-hulu-contoh")[PIPES]
    changes = [Change("tingkat", k, {"tingkat": "operasional"}) for k in (key[PIPES], other)]
    with pytest.raises(Invalid, match="satu perangkat daerah"):
        decide_many(graph, changes, REASON)


def test_a_whole_tree_that_changed_meanwhile_is_a_conflict(graph: Graph, key: dict[str, str]) -> None:
    decide(graph, "tingkat", key[TREES], {"tingkat": "strategis"}, REASON)
    with pytest.raises(Conflict):
        accept_levels(graph, DOCUMENT, based_on=1)


def test_after_a_level_the_move_of_parents_is_proposed_and_can_be_taken(graph: Graph, key: dict[str, str]) -> None:
    assert move_proposal(graph, key[CHECKS]) is None
    decide(graph, "tingkat", key[CHECKS], {"tingkat": "taktikal immediate"}, REASON)

    proposal = move_proposal(graph, key[CHECKS])

    assert proposal is not None
    assert proposal.moves == (
        Move(key[CHECKS], CHECKS, key[LEAKS], LEAKS, key[PIPES], PIPES),
        Move(key[OLD_PIPES], OLD_PIPES, key[LEAKS], LEAKS, key[CHECKS], CHECKS),
    )
    decide_many(graph, proposal.changes, REASON, based_on=proposal.revisi)
    assert {(CHECKS, PIPES, "diputuskan"), (OLD_PIPES, CHECKS, "diputuskan")} <= links(graph)
    assert move_proposal(graph, key[CHECKS]) is None


def test_a_level_that_moves_nothing_proposes_nothing(graph: Graph, key: dict[str, str]) -> None:
    decide(graph, "tingkat", key[TREES], {"tingkat": "operasional"}, REASON)
    assert move_proposal(graph, key[TREES]) is None


def test_the_log_is_listed_newest_first_in_pages(graph: Graph, settings: Settings, key: dict[str, str]) -> None:
    made = decide(graph, "induk", key[TREES], {"induk": key[LEAKS]}, REASON)
    undo(graph, made.id, "Salah pilih")
    bring(worksheet(unit="KECAMATAN HULU CONTOH"), graph, settings)

    everything = list_decisions(graph, halaman=1, per_halaman=3)

    assert everything.paging == Paging(1, 3, 4)
    assert [(one.keputusan.urut, one.keputusan.berlaku, one.subjek_teks, one.skpd) for one in everything.isi] == [
        (4, True, _title(graph, "kecamatan-hulu-contoh-2024"), "kecamatan-hulu-contoh"),
        (3, True, TREES, "kecamatan-tanjung-contoh"),
        (2, False, TREES, "kecamatan-tanjung-contoh"),
    ]
    of_unit = list_decisions(graph, unit="kecamatan-tanjung-contoh", tahun=2024)
    assert [one.keputusan.urut for one in of_unit.isi] == [3, 2, 1]
    assert [one.keputusan.urut for one in list_decisions(graph, subjek=key[TREES]).isi] == [3, 2]
    assert list_decisions(graph, subjek="XXX").isi == ()


def test_of_many_who_decide_at_once_one_is_first_and_all_others_are_told(graph: Graph, key: dict[str, str]) -> None:
    def decided(level: str) -> str:
        try:
            decide(graph, "tingkat", key[TREES], {"tingkat": level}, REASON, based_on=1)
        except Conflict as told:
            return told.current
        return "first"

    with ThreadPoolExecutor(8) as people:
        answers = sorted(people.map(decided, LEVELS))

    assert answers == ["2", "2", "2", "2", "first"]
    assert graph.command("MATCH (k:Keputusan) RETURN max(k.urut) AS last, count(k) AS all") == [{"last": 2, "all": 2}]


def test_many_who_decide_about_different_kinerja_all_get_a_number(graph: Graph, key: dict[str, str]) -> None:
    with ThreadPoolExecutor(8) as people:
        made = list(people.map(lambda k: decide(graph, "tingkat", k, {"tingkat": "strategis"}, REASON), key.values()))
    assert sorted(d.urut for d in made) == list(range(2, 11))
    assert {_level(graph, k) for k in key.values()} >= {("strategis", "strategis", True)}
    assert all(_level(graph, k)[2] for k in key.values())


def test_numbers_of_the_log_have_no_gap_even_after_refusals(graph: Graph, key: dict[str, str]) -> None:
    for level in ("strategis", "sangat penting", "operasional"):
        try:
            decide(graph, "tingkat", key[TREES], {"tingkat": level}, REASON)
        except Invalid:
            continue
    rows = graph.command("MATCH (k:Keputusan) RETURN k.urut AS urut ORDER BY urut")
    assert [row["urut"] for row in rows] == [1, 2, 3]


def _level(graph: Graph, key: str) -> tuple[str, str, bool]:
    row = graph.command(
        "MATCH (k:Kinerja {id: $id}) RETURN k.tingkat AS t, k.tingkat_usul AS u, k.diputuskan AS d", id=key
    )
    return row[0]["t"], row[0]["u"], row[0]["d"]


def _open_conflicts(graph: Graph) -> set[str]:
    text = "MATCH (:Isu {kode: 'STR07', terbuka: true})-[:CONCERNS]->(k:Kinerja) RETURN k.uraian AS uraian"
    return {row["uraian"] for row in graph.command(text)}


def _live(graph: Graph) -> list[dict[str, object]]:
    return graph.command(
        "MATCH (k:Kinerja) RETURN properties(k) AS k, "
        "COLLECT { MATCH (k)-[r]->(b) RETURN [type(r), coalesce(b.id, b.kode), properties(r)] "
        "ORDER BY type(r), b.id, b.kode } AS hubungan ORDER BY k.id"
    )


def _title(graph: Graph, dokumen: str) -> str:
    return str(graph.command("MATCH (d:Dokumen {id: $id}) RETURN d.judul AS judul", id=dokumen)[0]["judul"])
