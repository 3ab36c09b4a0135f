"""The log of one graph played into an empty one gives the same graph, ids included, whatever was decided."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from service.config import Settings
from service.decisions import decide, undo
from service.errors import Invalid
from service.fold.decided import standing
from service.graph import Graph
from service.model import Decision
from service.replay import Log, as_json, export_log, from_json, replay
from tests.histories import DOCUMENT, REASON, STEPS, VERSIONS, Step, happen
from tests.worksheet import WATER, bring, ids, worksheet


def emptied(graph: Graph) -> Graph:
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    return graph


def test_an_empty_graph_has_an_empty_log(graph: Graph) -> None:
    assert export_log(graph) == Log((), (), ())


def test_a_graph_with_a_history_is_the_same_after_replay(graph: Graph, settings: Settings) -> None:
    _history(graph, settings)
    before, log = graph.content_hash(), export_log(graph)
    replay(log, emptied(graph))
    assert graph.content_hash() == before
    assert export_log(graph) == log


def test_the_log_survives_being_written_down(graph: Graph, settings: Settings) -> None:
    _history(graph, settings)
    log = export_log(graph)
    assert from_json(as_json(log)) == log
    assert as_json(from_json(as_json(log))) == as_json(log)


def test_what_people_set_in_the_register_is_part_of_the_log(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    graph.command("MATCH (s:SKPD) SET s.alias = ['Kec. TC'], s.diatur = ['alias']")
    graph.command("MATCH (j:Jabatan {nama: 'camat'}) SET j.kelas = 'administrator', j.diatur = ['kelas']")
    graph.command("MATCH (j:Jenjang {kode: 'kecamatan-5'}) SET j.alias = ['pelaksanaan']")
    graph.command("CREATE (:Mitra {kode: 'polsek', nama: 'Polsek', jenis: 'polri', alias: [], diatur: ['nama']})")
    before = graph.content_hash()
    replay(export_log(graph), emptied(graph))
    assert graph.content_hash() == before


def test_a_graph_that_is_not_empty_is_left_alone(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    before = graph.content_hash()
    with pytest.raises(Invalid, match="graf yang kosong"):
        replay(export_log(graph), graph)
    assert graph.content_hash() == before


NO_FORMAT = {"register": [], "versions": [], "keputusan": []}
NO_LOGS = ("", "[]", "{}", "halo", json.dumps({"format": 1, "register": []}), json.dumps(NO_FORMAT))


@pytest.mark.parametrize("text", NO_LOGS)
def test_a_file_that_is_no_log_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="bukan log"):
        from_json(text)


def test_a_log_of_another_format_is_refused() -> None:
    text = as_json(Log((), (), ())).replace('"format": 1', '"format": 2')
    with pytest.raises(Invalid, match="berformat 2"):
        from_json(text)


def test_a_log_with_a_decision_about_nothing_is_refused_and_nothing_of_it_is_kept(
    graph: Graph, settings: Settings
) -> None:
    _history(graph, settings)
    log = export_log(graph)
    astray = {**log.keputusan[-1], "subjek": "XXX-24-HILANG"}
    empty = emptied(graph).content_hash()
    with pytest.raises(Invalid, match="XXX-24-HILANG"):
        replay(replace(log, keputusan=(*log.keputusan[:-1], astray)), graph)
    assert graph.content_hash() == empty


@given(st.lists(STEPS, min_size=4, max_size=12))
@settings(
    max_examples=int(os.environ.get("TORTURE_HISTORIES", "5")),  # `make torture` asks for hundreds
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # shrinking would import for minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_history_is_the_same_after_replay(graph: Graph, settings: Settings, steps: list[Step]) -> None:
    emptied(graph)
    graph.command("CREATE (:Komponen {kode: '1.02.03', nama: 'Layanan Air', jenis: 'program', diatur: ['nama']})")
    happen(steps, graph, settings)
    before = graph.content_hash()
    replay(export_log(graph), emptied(graph))
    assert graph.content_hash() == before


def entry(urut: int, cancels: int = 0) -> Decision:
    return Decision(f"k{urut}", urut, "tingkat", "x", {}, "lokal", "", "", f"k{cancels}" if cancels else "")


STANDING = {
    "nothing cancelled": ([entry(1), entry(2)], [1, 2]),
    "cancelled": ([entry(1), entry(2, 1)], [2]),
    "the cancelling cancelled": ([entry(1), entry(2, 1), entry(3, 2)], [1, 3]),
    "three deep": ([entry(1), entry(2, 1), entry(3, 2), entry(4, 3)], [2, 4]),
}


@pytest.mark.parametrize("case", STANDING)
def test_an_entry_stands_while_no_standing_entry_cancels_it(case: str) -> None:
    entries, expected = STANDING[case]
    assert [d.urut for d in standing(entries)] == expected


def _history(graph: Graph, settings: Settings) -> None:
    """Three versions, decisions in between, one undone, one about a kinerja that is gone."""
    bring(VERSIONS[0], graph, settings)
    key = ids(graph)
    decide(graph, "tingkat", key[WATER[8].uraian], {"tingkat": "taktikal immediate"}, REASON)
    moved = decide(graph, "induk", key[WATER[4].uraian], {"induk": key[WATER[7].uraian]}, REASON)
    bring(VERSIONS[1], graph, settings)
    undo(graph, moved.id)
    bring(VERSIONS[3], graph, settings)
    bring(worksheet(unit="KECAMATAN HULU CONTOH"), graph, settings)
    decide(graph, "versi", DOCUMENT, {"versi": f"{DOCUMENT}-v2"}, REASON)
