"""The benchmark itself: its generator, its rounds, its page; small, on the run's Neo4j."""

from __future__ import annotations

from functools import partial
from itertools import islice

import pytest

from benchmarks import crosscut, importing, starting, tracing
from benchmarks.cascades import PER_UNIT, cascades, start_points, units_for
from benchmarks.console import Asked
from benchmarks.filling import STATEMENTS, fill
from benchmarks.measure import Timing, interleaved, timing
from benchmarks.regency import regency
from benchmarks.report import Measured, markdown
from benchmarks.scratch import Scratch
from benchmarks.starting import Starts
from service.config import Settings
from service.graph import Graph
from service.ingest import importing as product
from service.trace import way_up


def test_the_generator_gives_the_same_units_for_the_same_seed() -> None:
    assert list(cascades(3)) == list(cascades(5))[:3]
    first, second = islice(cascades(2), 2)
    assert first["kinerja"] != second["kinerja"]
    assert set(first) == set(STATEMENTS)


def test_it_makes_at_least_as_many_kinerja_as_asked_for() -> None:
    assert [units_for(n) for n in (1, PER_UNIT, PER_UNIT + 1, 100_000)] == [1, 1, 2, 3847]


def test_a_filled_graph_is_traced_to_its_outcome_over_four_hops(graph: Graph) -> None:
    filled = fill(graph, 3)
    assert (filled.kinerja, filled.nodes, filled.relationships) == (78, 416, 906)
    for start in start_points(3, 10):
        trace = way_up(graph, start)
        assert [len(path.langkah) for path in trace.jalur] == [5]
        assert trace.jalur[0].putus is None


def test_a_made_up_kinerja_has_the_properties_of_a_real_one(graph: Graph, settings: Settings) -> None:
    """Otherwise the measured trace would carry less than a real one."""
    prepared = product.prepare(importing.SEED.read_bytes(), importing.SEED.name, graph, settings)
    product.apply(prepared, graph, settings)
    keys = "MATCH (n:Kinerja) WHERE n.id STARTS WITH $with UNWIND keys(n) AS key RETURN collect(DISTINCT key) AS keys"
    real = set(graph.command(keys, **{"with": "BTM"})[0]["keys"])
    fill(graph, 1)
    assert set(graph.command(keys, **{"with": "U0"})[0]["keys"]) == real


def test_every_contender_runs_once_a_round_and_warm_up_is_not_counted() -> None:
    ran: list[tuple[str, int]] = []

    def noted(name: str, nth: int) -> None:
        ran.append((name, nth))

    times = interleaved({name: partial(noted, name) for name in ("a", "b")}, 2, 1)
    assert ran == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2)]
    assert {name: found.rounds for name, found in times.items()} == {"a": 2, "b": 2}


def test_percentiles_are_of_all_rounds() -> None:
    assert timing([float(n) for n in range(101)]) == Timing(50.0, 95.0, 101)


def test_the_trace_is_measured_beside_return_1(graph: Graph, settings: Settings) -> None:
    fill(graph, 2)
    times = tracing.over_bolt(Scratch(graph, settings, 2, None), rounds=5, warm_up=2)
    assert list(times) == [tracing.ONE, tracing.BOLT]


@pytest.mark.parametrize(("trace", "verdict"), [(1.4, "OK"), (1.41, "MISS")])
def test_a_target_that_is_missed_is_called_so(trace: float, verdict: str) -> None:
    found = Measured({1000: {tracing.ONE: flat(1.0), tracing.BOLT: flat(trace)}}, {}, {}, None, {})
    assert f"| trace / RETURN 1, Bolt, 1,000 kinerja | {trace:.2f} | ≤ 1.40 | {verdict} |" in markdown(found)


def test_the_page_holds_every_target() -> None:
    bolt = {size: {tracing.ONE: flat(1.0), tracing.BOLT: flat(1.2)} for size in (1000, 100_000)}
    http = {1000: {tracing.BOLT: flat(1.0), tracing.JSON: flat(2.0), tracing.PAGE: flat(6.0)}}
    starts = Starts({starting.BARE: flat(2000.0), starting.PAGE: flat(2500.0)}, "Java 21", archive=True)
    page = markdown(Measured(bolt, http, {importing.WHOLE: flat(400.0)}, starts, {1000: 2.0}))
    rows = [line for line in page.splitlines() if "≤" in line]
    assert rows == [
        "| trace / RETURN 1, Bolt, 1,000 kinerja | 1.20 | ≤ 1.40 | OK |",
        "| trace / RETURN 1, Bolt, 100,000 kinerja | 1.20 | ≤ 1.40 | OK |",
        "| spread of that ratio over the sizes | 0.00 | ≤ 0.20 | OK |",
        "| trace, JSON over HTTP / trace over Bolt, 1,000 kinerja | 2.00 | ≤ 2.50 | OK |",
        "| page of a kinerja / trace over Bolt, 1,000 kinerja | 6.00 | ≤ 5.00 | MISS |",
        "| import of Batumandi, ms | 400 | ≤ 1500 | OK |",
        "| first page / first answer of Neo4j alone | 1.25 | ≤ 1.30 | OK |",
    ]


def flat(ms: float) -> Timing:
    return Timing(ms, ms, 10)


def test_a_made_up_regency_is_the_same_for_the_same_seed() -> None:
    found = regency(120)
    assert (len(found), len({one.id for one in found})) == (120, 120)
    assert found == regency(200)[:120]
    assert {one.jenis_unit for one in regency(1_000)} == {"dinas", "kecamatan"}
    assert {up for one in found for up in one.induk} < {one.id for one in found}


def test_both_contenders_rank_the_example_regency_and_the_detector_ranks_it_better() -> None:
    mine, fuzzy = (crosscut.quality(rank(crosscut.example())) for rank in crosscut.CONTENDERS.values())
    assert mine.ap > fuzzy.ap + 0.2
    assert mine.r10 > fuzzy.r10 + 0.2
    assert mine.alike < fuzzy.alike


def test_a_contender_is_measured_in_a_process_of_its_own() -> None:
    found = crosscut.effort(crosscut.FUZZY, 60)
    assert found.pairs > 0 < found.cpu
    assert found.peak > 20


def test_the_page_sets_the_console_beside_the_bare_driver() -> None:
    asked = [Asked(10, "bare driver", 4.0, 5.0, 60.0, 0.0), Asked(10, "console", 20.0, 21.0, 80.0, 45.0)]
    page = markdown(Measured({}, {}, {}, None, {}, asked=asked))
    assert "| 10 | bare driver | 4 | 5 | 60 |  |" in page
    assert "| 10 | console | 20 | 21 | 80 | 45 |" in page


def test_the_page_sets_both_contenders_side_by_side() -> None:
    efforts = {name: crosscut.Effort(cpu, cpu, 100.0, 7) for name, cpu in (("detector", 4.0), ("rapidfuzz", 150.0))}
    qualities = {name: crosscut.Quality(ap, ap, 0.1) for name, ap in (("detector", 0.8), ("rapidfuzz", 0.4))}
    page = markdown(Measured({}, {}, {}, None, {}, None, crosscut.Contest(10_000, efforts, qualities)))
    assert "| detector, 10,000 conditions, s of one core | 4.00 | ≤ 5.00 | OK |" in page
    assert "| processor time, s | 4.0 | 150.0 |" in page
    assert "| average precision, example regency, labelled pairs | 0.80 | 0.40 |" in page
