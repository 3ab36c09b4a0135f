"""Several people at the same moment: the same thing, different things, an import and a decision; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from service.actor import Actor, acting_as
from service.config import Settings
from service.decisions import decide, undo
from service.decisions.bulk import confirm_branch
from service.errors import Conflict
from service.graph import Graph
from service.ingest.importing import apply
from service.replay import export_log, replay
from tests.histories import REASON, UNIT
from tests.worksheet import WATER, bring, ids, ready, worksheet

OUTCOME, FACTOR, PIPES, LEAKS, CHECKS, OLD_PIPES, SOURCES, SPRINGS, TREES = (box.uraian for box in WATER)
MENDED = worksheet([*WATER[:8], replace(WATER[8], uraian="Terlaksananya Penanaman Bibit Pohon di Kawasan Hulu")])

Work = Callable[[], object]


@pytest.fixture
def key(graph: Graph, settings: Settings) -> dict[str, str]:
    bring(worksheet(), graph, settings)
    return ids(graph)


def at_once(works: Sequence[Work]) -> list[object]:
    """What each of them gives or is told, all started at the same moment, each by a person of its own."""
    start = Barrier(len(works))

    def one(numbered: tuple[int, Work]) -> object:
        number, work = numbered
        start.wait()
        try:
            with acting_as(Actor(f"orang-{number}", "bappeda", cara="sesi")):
                return work()
        except Conflict as told:
            return told

    with ThreadPoolExecutor(len(works)) as people:
        return list(people.map(one, enumerate(works, start=1)))


def test_of_two_who_decide_the_same_thing_the_second_is_told_who_was_first_and_both_values(
    graph: Graph, key: dict[str, str]
) -> None:
    wishes = {1: LEAKS, 2: PIPES}
    done = at_once(
        [
            lambda w=wish: decide(graph, "induk", key[TREES], {"induk": key[w]}, REASON, based_on=1)  # type: ignore[misc]
            for wish in wishes.values()
        ]
    )
    (told,) = [one for one in done if isinstance(one, Conflict)]
    second = done.index(told) + 1
    first = 3 - second
    assert told.message.startswith(f"orang-{first} mengubah induk kinerja ini")
    assert f"“{SPRINGS}” -> “{wishes[first]}”" in told.message
    assert f"(“{wishes[second]}”) belum disimpan" in told.hint
    _nothing_is_lost(graph, entries=2)


def test_who_decide_different_things_all_go_through(graph: Graph, key: dict[str, str]) -> None:
    camat = {"aksi": "tugaskan", "jabatan": f"{UNIT}-camat"}
    done = at_once(
        [
            lambda: decide(graph, "tingkat", key[TREES], {"tingkat": "strategis"}, REASON, based_on=1),
            lambda: decide(graph, "induk", key[CHECKS], {"induk": key[PIPES]}, REASON, based_on=1),
            lambda: decide(graph, "induk_lain", key[OLD_PIPES], {"induk": key[SPRINGS]}, REASON, based_on=1),
            lambda: decide(graph, "jabatan", key[LEAKS], camat, REASON, based_on=1),
        ]
    )
    assert [one for one in done if isinstance(one, Conflict)] == []
    rows = graph.command("MATCH (k:Keputusan) WHERE k.urut > 1 RETURN k.oleh AS oleh ORDER BY oleh")
    assert [row["oleh"] for row in rows] == ["orang-1", "orang-2", "orang-3", "orang-4"]
    _nothing_is_lost(graph, entries=5)


def test_of_a_previewed_import_and_a_decision_one_is_first_and_the_other_is_told(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    prepared = ready(MENDED, graph)
    done = at_once(
        [
            lambda: apply(prepared, graph, settings, expected_urut=prepared.urut),
            lambda: decide(graph, "tingkat", key[CHECKS], {"tingkat": "strategis"}, REASON, based_on=1),
        ]
    )
    (told,) = [one for one in done if isinstance(one, Conflict)]
    said = "sudah diubah orang lain sesudah pratinjau" if told is done[0] else "versi dokumen"
    assert said in told.message
    _nothing_is_lost(graph, entries=2)


def test_an_import_that_saw_no_preview_waits_and_keeps_the_decision(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    done = at_once(
        [
            lambda: bring(MENDED, graph, settings),
            lambda: decide(graph, "tingkat", key[CHECKS], {"tingkat": "strategis"}, REASON),
            lambda: confirm_branch(graph, key[SOURCES], REASON),
        ]
    )
    assert [one for one in done if isinstance(one, Conflict)] == []
    settled = "MATCH (k:Kinerja {id: $id}) RETURN k.tingkat AS tingkat"
    assert graph.command(settled, id=key[CHECKS]) == [{"tingkat": "strategis"}]
    _nothing_is_lost(graph)


def test_of_two_who_undo_the_same_entry_one_is_told(graph: Graph, key: dict[str, str]) -> None:
    made = decide(graph, "tingkat", key[TREES], {"tingkat": "strategis"}, REASON)
    done = at_once([lambda: undo(graph, made.id, based_on=made.urut), lambda: undo(graph, made.id, based_on=made.urut)])
    (told,) = [one for one in done if isinstance(one, Conflict)]
    assert "mengubah tingkat kinerja ini baru saja (strategis -> diurungkan)" in told.message
    _nothing_is_lost(graph, entries=3)


def _nothing_is_lost(graph: Graph, entries: int = 0) -> None:
    """The log has no gap and, played into an empty graph, gives the same."""
    numbers = [row["urut"] for row in graph.command("MATCH (k:Keputusan) RETURN k.urut AS urut ORDER BY urut")]
    assert numbers == list(range(1, (entries or len(numbers)) + 1))
    before, log = graph.content_hash(), export_log(graph)
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(log, graph)
    assert graph.content_hash() == before
