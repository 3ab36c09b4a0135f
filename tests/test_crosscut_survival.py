"""Decided pairs outlive what happens to their documents: new versions, withdrawal, moves, replay, backup, erasing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from service.config import Settings
from service.crosscut.glossary import Glossary, shipped
from service.decisions import decide, undo
from service.decisions.pairs import Word, say, standing_of
from service.errors import Conflict, Invalid
from service.examples.removing import remove
from service.fold.pair_edges import reopens
from service.fold.pair_said import GONE, MOVED_APART
from service.graph import Graph
from service.live import refold_all
from service.live.loose_pairs import LoosePair, loose_pairs
from service.refresh import Refresher, refresh_now
from service.register import add, entry
from service.register import remove as remove_entry
from service.replay import export_log, replay
from service.versions.erasing import erase
from service.versions.moving import move, undo_move
from service.versions.withdrawing import withdraw
from tests.crosscut_pairs import (
    HULU,
    MUARA,
    NAMES,
    PIPES,
    REASON,
    TANJUNG,
    TREES,
    Kept,
    agreed,
    at,
    detect,
    edges,
    properties,
    regency,
    reworded,
    tidak,
    ya,
)
from tests.worksheet import bring, worksheet

MENDED, OTHER = "Terlaksananya Pemeriksaan Sambungan Rumah Tangga", "Terbentuknya Kelompok Pemakai Air Desa"


def loose(graph: Graph, unit: str = "") -> tuple[LoosePair, ...]:
    return graph.reading(lambda tx: loose_pairs(tx, unit))


@pytest.fixture(scope="module")
def filled(shared_graph: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Kept:
    """Three units, imported once."""
    return Kept.of(shared_graph, tmp_path_factory.mktemp("silang"), regency, cache)


@pytest.fixture(scope="module")
def lived(shared_graph: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Kept:
    """The same after words of every kind."""
    return Kept.of(shared_graph, tmp_path_factory.mktemp("riwayat"), history, cache)


@pytest.fixture
def two(filled: Kept, graph: Graph) -> tuple[str, str]:
    """The same work in two units."""
    filled.into(graph)
    return at(graph, HULU), at(graph, TANJUNG)


def test_a_mended_sentence_keeps_what_was_decided_and_is_asked_again_only_when_the_score_moved(
    graph: Graph, settings: Settings, two: tuple[str, str]
) -> None:
    a, b = two
    detect(graph, a, b)
    detect(graph, a, at(graph, TANJUNG, TREES))
    agreed(graph, a, b, HULU, TANJUNG)
    before, shown = properties(graph, a, b), edges(graph)
    bring(reworded(TANJUNG, pipa=MENDED), graph, settings)
    assert (at(graph, TANJUNG, MENDED), properties(graph, a, b), edges(graph)) == (b, before, shown)
    now = {row["id"]: row["s"] for row in graph.command("MATCH (k:Kinerja) RETURN k.id AS id, k.sidik_makna AS s")}
    state = standing_of(graph, a, b)
    assert state is not None
    assert now[b] != before["sidik_b"]
    assert not reopens(state, (now[a], now[b]), 0.45, "kuat")
    assert reopens(state, (now[a], now[b]), 0.3, "tinjau")
    detect(graph, a, b, ulang=True, skor=0.3, pita="tinjau")
    again = ya(graph, a, b, TANJUNG)
    assert edges(graph) == shown
    assert (again.isi["skor"], properties(graph, a, b)["sidik_b"]) == ("0.3", now[b])
    with pytest.raises(Invalid, match="sudah diputuskan"):
        ya(graph, a, b, TANJUNG)


def test_a_pair_whose_end_is_gone_is_told_to_both_units_and_holds_again_when_it_comes_back(
    graph: Graph, settings: Settings, two: tuple[str, str]
) -> None:
    a, b = two
    made = agreed(graph, a, b, HULU, TANJUNG)[-1]
    before = properties(graph, a, b)
    bring(reworded(TANJUNG, pipa=OTHER), graph, settings)
    assert edges(graph) == set()
    (lost,) = loose(graph)
    assert (lost.a, lost.b, lost.hilang, lost.lepas, lost.status, lost.urut) == (
        a,
        b,
        (b,),
        GONE,
        "disepakati",
        made.urut,
    )
    assert (lost.kalimat_b, lost.nama_b) == (PIPES, "Kecamatan Tanjung Contoh")
    assert (loose(graph, HULU), loose(graph, TANJUNG), loose(graph, MUARA)) == ((lost,), (lost,), ())
    with pytest.raises(Invalid, match="tidak ada lagi di dokumen yang berlaku"):
        ya(graph, a, b, TANJUNG)
    taken = undo(graph, made.id)
    assert [one.status for one in loose(graph)] == ["satu pihak"]
    back = undo(graph, taken.id)
    bring(worksheet(unit=NAMES[TANJUNG]), graph, settings)
    assert (properties(graph, a, b), loose(graph)) == (before | {"urut": back.urut}, ())


def test_a_pair_follows_a_statement_that_a_person_matches_with_the_old_one(
    graph: Graph, settings: Settings, two: tuple[str, str]
) -> None:
    a, old = two
    agreed(graph, a, old, HULU, TANJUNG)
    bring(reworded(TANJUNG, pipa=OTHER), graph, settings)
    new = at(graph, TANJUNG, OTHER)
    tidak_of = say(graph, Word(a, new, "ya", HULU), REASON)
    assert edges(graph) == {("PROPOSES_CROSSCUT", a, new)}
    matched = decide(graph, "padanan", old, {"dari": new}, REASON)
    assert edges(graph) == {("CROSSCUTS", a, old)}
    assert properties(graph, a, old)["urut"] == tidak_of.urut
    undo(graph, matched.id)
    assert edges(graph) == {("PROPOSES_CROSSCUT", a, new)}


def test_withdrawing_a_document_and_bringing_it_back(graph: Graph, two: tuple[str, str]) -> None:
    a, b = two
    detect(graph, a, at(graph, TANJUNG, TREES))
    agreed(graph, a, b, HULU, TANJUNG)
    ya(graph, a, "mitra:", HULU, badan="Polsek")
    before = graph.content_hash()
    shown = edges(graph)
    made = withdraw(graph, f"{TANJUNG}-2024", REASON)
    assert edges(graph) == {("PROPOSES_CROSSCUT", a, "polsek")}
    undo(graph, made.id)
    assert edges(graph) == shown - {("MAY_CROSSCUT", a, at(graph, TANJUNG, TREES))}
    assert graph.content_hash() != before  # the log has grown by two


def test_a_pair_follows_a_version_into_another_unit_and_back(graph: Graph, two: tuple[str, str]) -> None:
    a, b = two
    agreed(graph, a, b, HULU, TANJUNG, utama=TANJUNG)
    moved, _ = move(graph, f"{TANJUNG}-2024", 1, MUARA, 2024, REASON)
    there = at(graph, MUARA)
    assert edges(graph) == {("CROSSCUTS", a, there)}
    assert properties(graph, a, there)["utama"] == MUARA
    tidak(graph, a, there, MUARA)
    undo_move(graph, moved.id)
    assert edges(graph) == {("CROSSCUTS", a, b), ("NOT_CROSSCUT", a, there)}


def test_a_version_that_is_moved_to_another_year_loses_its_pairs(graph: Graph, two: tuple[str, str]) -> None:
    a, b = two
    agreed(graph, a, b, HULU, TANJUNG)
    move(graph, f"{TANJUNG}-2024", 1, TANJUNG, 2025, REASON)
    assert edges(graph) == set()
    assert [one.lepas for one in loose(graph, HULU)] == [MOVED_APART]


def history(graph: Graph, settings: Settings) -> None:
    """Words of every kind: agreed, settled, proposed, refused, unsure, undone, joined, with a unit and a body."""
    regency(graph, settings)
    a, b, c = (at(graph, unit) for unit in (HULU, TANJUNG, MUARA))
    trees = [at(graph, unit, TREES) for unit in (HULU, TANJUNG, MUARA)]
    for one, other in ((a, b), (trees[0], trees[1]), (b, c)):
        detect(graph, one, other)
    detect(graph, c, "mitra:polsek", kutipan="Polsek", jenis="mitra")
    agreed(graph, a, b, HULU, TANJUNG, utama=HULU)
    agreed(graph, a, c, HULU, MUARA, gabung=trees[2])
    say(graph, Word(trees[0], trees[1], "ragu", HULU), REASON)
    tidak(graph, b, c, MUARA)
    undo(graph, ya(graph, c, f"skpd:{HULU}", MUARA).id)
    ya(graph, trees[1], f"skpd:{MUARA}", TANJUNG)
    say(graph, Word(trees[0], trees[2], "ya", "keduanya", jenis="duplikat"), REASON)
    agreed(graph, c, "mitra:polsek", MUARA, "mitra:polsek")
    undo(graph, ya(graph, a, "mitra:", HULU, badan="Balai Wilayah Sungai").id)
    bring(reworded(MUARA, pohon="Terlaksananya Penanaman Pohon di Hulu Sungai"), graph, settings)


def test_backup_folding_again_and_replay_give_the_same_graph(lived: Kept, graph: Graph) -> None:
    lived.into(graph)
    before, log, shown = graph.content_hash(), export_log(graph), edges(graph)
    assert before == hashlib.sha256("\n".join(lived.rows).encode()).hexdigest()
    assert {kind for kind, _, _ in shown} == {"CROSSCUTS", "PROPOSES_CROSSCUT", "NOT_CROSSCUT"}
    refold_all(graph)
    assert (graph.content_hash(), edges(graph)) == (before, shown)
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(log, graph)
    assert (graph.content_hash(), edges(graph)) == (before, shown)


def test_what_was_refused_or_unsure_stays_so_whatever_is_detected_with_whichever_glossary(
    graph: Graph, settings: Settings, two: tuple[str, str]
) -> None:
    bring(worksheet(unit="DINAS AIR CONTOH"), graph, settings)
    here = {unit: at(graph, unit) for unit in (HULU, TANJUNG, "dinas-air-contoh")}
    air = here["dinas-air-contoh"]
    refresh_now(graph, Glossary())
    found = {frozenset(one[1:]) for one in edges(graph)}
    assert {frozenset((air, here[HULU])), frozenset((air, here[TANJUNG]))} <= found
    tidak(graph, air, here[HULU], HULU)
    say(graph, Word(air, here[TANJUNG], "ragu", TANJUNG), REASON)
    detected = len(edges(graph))
    for glossary in (shipped(), Glossary()):
        refresh_now(graph, glossary)
        shown = {frozenset(one[1:]): one[0] for one in edges(graph)}
        assert shown[frozenset((air, here[HULU]))] == "NOT_CROSSCUT"
        assert properties(graph, air, here[TANJUNG])["ragu"] is True
    assert len(edges(graph)) == detected


def test_after_words_alone_a_service_that_goes_on_shows_what_one_that_starts_would(
    graph: Graph, settings: Settings, two: tuple[str, str]
) -> None:
    bring(worksheet(unit="DINAS AIR CONTOH"), graph, settings)
    a, b, air = (at(graph, unit) for unit in (HULU, TANJUNG, "dinas-air-contoh"))
    service = Refresher(graph)
    refresh_now(graph, Glossary())
    before = tidak(graph, air, a, HULU)
    service.work()
    undo(graph, before.id)  # gives back what another glossary had found
    assert_as_started(service)
    say(graph, Word(air, b, "ragu", TANJUNG), REASON)
    graph.command("MATCH ({id: $a})-[r:MAY_CROSSCUT]-({id: $b}) SET r.ragu = false", a=air, b=b)  # a batch came after
    assert_as_started(service)
    tidak(graph, air, a, HULU)
    bring(reworded(HULU, pipa=MENDED + " Miskin"), graph, settings)
    assert_as_started(service)
    assert asked_again(graph, air, a)
    again = tidak(graph, air, a, HULU, "kalimat umum")
    assert_as_started(service)
    undo(graph, again.id)
    assert_as_started(service)
    assert asked_again(graph, air, a)
    agreed(graph, air, b, "dinas-air-contoh", TANJUNG, gabung=at(graph, TANJUNG, TREES))
    assert_as_started(service)


def assert_as_started(service: Refresher) -> None:
    """The edges of a refresh that passes over what it knows are those of one that knows nothing; no content moves."""
    graph = service.graph
    before = (graph.content_hash(), graph.revision())
    service.work()
    text = "MATCH (a)-[r:MAY_CROSSCUT]->(b) RETURN a.id AS a, coalesce(b.id, b.kode) AS b, properties(r) AS isi"
    shown = sorted(map(repr, graph.command(text)))
    done = refresh_now(graph)
    assert sorted(map(repr, graph.command(text))) == shown
    assert (done.ditulis, done.dihapus, graph.content_hash(), graph.revision()) == (0, 0, *before)


def asked_again(graph: Graph, a: str, b: str) -> bool:
    """Whether a decided pair is asked once more."""
    rows = graph.command("MATCH ({id: $a})-[r:MAY_CROSSCUT]-({id: $b}) RETURN r.ulang AS ulang", a=a, b=b)
    return rows == [{"ulang": True}]


def test_erasing_a_document_for_good_empties_what_was_said_about_its_pairs(
    lived: Kept, graph: Graph, settings: Settings
) -> None:
    lived.into(graph)
    numbers = [row["urut"] for row in export_log(graph).keputusan]
    erase(graph, settings, f"{MUARA}-2024", REASON)
    left = export_log(graph)
    assert [row["urut"] for row in left.keputusan] == [*numbers, len(numbers) + 1]
    here = at(graph, HULU), at(graph, TANJUNG)
    assert edges(graph) == {("CROSSCUTS", *here), ("PROPOSES_CROSSCUT", at(graph, TANJUNG, TREES), MUARA)}
    told = [row for row in left.keputusan if row["jenis"] == "silang"]
    assert [row for row in told if "MUR-24" in row["isi"] + row["subjek"]] == []
    assert graph.command("MATCH (m:Mitra) RETURN m.kode AS kode") == [{"kode": "balai-wilayah-sungai"}]
    before = graph.content_hash()
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(left, graph)
    assert graph.content_hash() == before


def test_removing_the_examples_takes_their_pairs_along(lived: Kept, graph: Graph, settings: Settings) -> None:
    lived.into(graph)
    graph.command("MATCH (p:Pemda) SET p.contoh = true")
    remove(graph, settings)
    counted = "MATCH (n) WHERE NOT n:Meta AND NOT n:Jenjang RETURN DISTINCT labels(n) AS label"
    assert graph.command(counted) == [{"label": ["Keputusan"]}]
    assert {row["jenis"] for row in export_log(graph).keputusan} == {"hapus"}


def test_a_body_somebody_decided_about_stays_and_one_that_only_a_text_names_is_derived(
    graph: Graph, settings: Settings, two: tuple[str, str]
) -> None:
    a, b = two
    detect(graph, a, "mitra:polsek", kutipan="Polsek", jenis="mitra")
    ya(graph, a, "mitra:polsek", HULU)
    graph.command("CREATE (:Mitra {kode: 'bmkg', nama: 'BMKG', jenis: 'lainnya', alias: [], diatur: []})")
    detect(graph, b, "mitra:bmkg", kutipan="BMKG", jenis="mitra")
    before = graph.content_hash()
    bring(reworded(TANJUNG, pohon="Terlaksananya Penanaman Pohon di Hulu Sungai"), graph, settings)
    text = "MATCH (m:Mitra) RETURN m.kode AS kode, m:Terdeteksi AS terdeteksi ORDER BY kode"
    assert graph.command(text) == [{"kode": "bmkg", "terdeteksi": True}, {"kode": "polsek", "terdeteksi": False}]
    assert graph.content_hash() != before
    with pytest.raises(Conflict, match="putusan crosscutting"):
        remove_entry(graph, "mitra", "polsek", None)
    add(graph, "mitra", {"nama": "BMKG", "jenis": "instansi vertikal"})
    assert entry(graph, "mitra", "bmkg").isi["jenis"] == "instansi vertikal"
