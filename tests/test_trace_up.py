"""Every way from a kinerja up to the outcomes, on graphs that stand in a real Neo4j."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest

from service.errors import NotFound
from service.facts import Box, Decided, Link, PositionRef, Ref, SourceRow, UnitRef
from service.graph import Graph
from service.trace import MAX_PATHS, Hop, Path, Trace, as_contract, way_up, ways_up
from tests.planted import assign, measure, plant, state

CHAIN_OF_15 = ">".join([*(f"k{n}" for n in range(15)), "PUNCAK"])
CHAIN_OF_16 = ">".join([*(f"k{n}" for n in range(16)), "PUNCAK"])

SHAPES: Sequence[tuple[str, Sequence[str], Mapping[str, int], list[tuple[str, bool, str | None]]]] = (
    ("a kinerja that is an outcome itself", ["A>Z"], {"A": 5}, [("Z", True, None)]),
    ("a plain chain", ["o>i>Z"], {}, [("o i Z", True, None)]),
    ("a diamond", ["o>a>Z", "o~b>Z"], {}, [("o a Z", True, None), ("o b Z", False, None)]),
    ("two outcomes", ["o>a>Y", "a~Z"], {}, [("o a Y", True, None), ("o a Z", False, None)]),
    ("a chain that breaks off", ["o>i>t"], {"t": 3}, [("o i t", True, "tanpa induk")]),
    (
        "one way that breaks off beside one that arrives",
        ["o>a>Z", "o~b"],
        {"b": 4},
        [("o a Z", True, None), ("o b", False, "tanpa induk")],
    ),
    ("a loop above the start", ["o>a>b>a"], {}, [("o a b", True, "melingkar")]),
    ("a loop with a way out", ["o>a>b>a", "b~Z"], {}, [("o a b", True, "melingkar"), ("o a b Z", False, None)]),
    ("a loop that holds the start", ["o>a>o"], {}, [("o a", True, "melingkar")]),
    ("a kinerja that is its own cause", ["o>o"], {}, [("o", True, "melingkar")]),
    ("fifteen hops", [CHAIN_OF_15], {}, [(CHAIN_OF_15.replace(">", " "), True, None)]),
    (
        "sixteen hops",
        [CHAIN_OF_16],
        {},
        [(CHAIN_OF_16.removesuffix(">PUNCAK").replace(">", " "), True, "terlalu dalam")],
    ),
)


@pytest.mark.parametrize(("chains", "levels", "expected"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_it_finds_every_way_and_says_where_one_breaks(
    graph: Graph, chains: list[str], levels: dict[str, int], expected: list[tuple[str, bool, str | None]]
) -> None:
    plant(graph, *chains, levels=levels)
    start = expected[0][0].split()[0]
    trace = way_up(graph, start)
    assert (sorted(shape(trace)), trace.terpotong) == (sorted(expected), False)
    assert trace.jalur[0].utama


def test_a_step_carries_level_component_positions_indicators_rows_and_the_origin_of_its_link(graph: Graph) -> None:
    plant(graph, "o>Z")
    measure(graph, "IND", "o")
    assign(graph, "camat", "o")
    state(graph, "o", 7, 4, "Tahap 3", "Terwujudnya o", "kinerja operasional")
    row = SourceRow(
        *("kecamatan-uji-2022-v1-7", "kecamatan-uji-2022", 1, 7, 4, 7, "Tahap 4, baris 7 (baris berkas 7)"),
        teks="Tahap 3 | Terwujudnya o | kinerja operasional",
    )
    position = PositionRef("kecamatan-uji-camat", "camat", 1, alternatif=False)
    own = ((position,), (Ref("IND", "Jumlah IND"),), (row,))
    below = Box("o", "Terwujudnya o", "operasional", "OP", 5, 5, 4, "", False, *own)
    above = Box("Z", "Terwujudnya Z", "strategis skpd", "SS", 1, 1, 0, "", False, (), (), ())
    link = Link("o", "Z", "urutan", "Urutan Tahap 3.", utama=True)
    path = Path((Hop(below, link), Hop(above, None)), utama=True, putus=None)
    assert way_up(graph, "o") == Trace(
        "o", UnitRef("kecamatan-uji", "Kecamatan Uji"), 2022, (path,), 1, terpotong=False
    )


def test_a_decided_link_says_who_when_and_why(graph: Graph) -> None:
    plant(graph, "o>a>Z")
    decide(graph, 3, "o", "Z", "salah induk")
    decide(graph, 4, "o", "a", "sudah dibahas")
    decide(graph, 5, "o", "", "keliru", membatalkan="keputusan-3")
    graph.command("MATCH (:Kinerja {id: 'o'})-[c:CAUSES]->() SET c.asal = 'diputuskan', c.alasan = 'sudah dibahas'")
    said = Decided(
        *("keputusan-4", 4, "induk", "o", {"induk": "a", "dari": ""}, "lokal", "2026-11-24T08:00:00+00:00"),
        alasan="sudah dibahas",
    )
    assert way_up(graph, "o").jalur[0].langkah[0].lewat == Link("o", "a", "diputuskan", "sudah dibahas", True, said)


def test_more_ways_than_the_bound_are_cut_and_told_and_the_main_one_stays(graph: Graph) -> None:
    plant(graph, *(f"o~m{n}>Z" for n in range(MAX_PATHS + 5)), "o>utama>Z")
    trace = way_up(graph, "o")
    ways = shape(trace)
    assert (ways[0], len(ways) in (MAX_PATHS, MAX_PATHS + 1), trace.terpotong) == (
        ("o utama Z", True, None),
        True,
        True,
    )


def test_seven_diamonds_on_top_of_each_other_are_answered_within_the_bound(graph: Graph) -> None:
    plant(
        graph, *(chain for n in range(7) for chain in (f"s{n}>l{n}>s{n + 1}", f"s{n}~r{n}>s{n + 1}")), levels={"s7": 1}
    )
    trace = way_up(graph, "s0")
    assert (len(trace.jalur) >= MAX_PATHS, trace.terpotong, trace.jalur[0].utama) == (True, True, True)


def test_an_effect_of_5000_causes_does_not_slow_the_way_up(graph: Graph) -> None:
    plant(graph, "o>Z")
    graph.command(
        "MATCH (z:Kinerja {id: 'Z'}) UNWIND range(1, 5000) AS n CREATE (:Kinerja {id: 'x' + n})-[:CAUSES]->(z)"
    )
    assert shape(way_up(graph, "o")) == [("o Z", True, None)]


def test_an_indicator_is_traced_from_everything_it_measures(graph: Graph) -> None:
    plant(graph, "o>a>Z", "p>Z")
    measure(graph, "IND", "o", "p")
    trace = ways_up(graph, "IND")
    assert (trace.mulai, sorted(shape(trace))) == ("IND", [("o a Z", True, None), ("p Z", True, None)])


def test_ways_up_from_a_kinerja_are_those_of_way_up(graph: Graph) -> None:
    plant(graph, "o>a>Z", "o~Z")
    assert ways_up(graph, "o") == way_up(graph, "o")


def test_an_indicator_that_measures_nothing_is_told(graph: Graph) -> None:
    plant(graph, "o>Z")
    measure(graph, "IND")
    with pytest.raises(NotFound, match="tidak mengukur kinerja apa pun"):
        ways_up(graph, "IND")


def test_an_unknown_id_is_not_found(graph: Graph) -> None:
    with pytest.raises(NotFound, match="Tidak ada kinerja 'tidak-ada'"):
        way_up(graph, "tidak-ada")


def test_an_old_id_says_where_it_went(graph: Graph) -> None:
    plant(graph, "o>Z")
    graph.command(
        "MATCH (k {id: 'o'}) CREATE (:KinerjaLama {id: 'dulu', uraian: 'Adanya o', tahun: 2022})-[:BECAME]->(k)"
    )
    with pytest.raises(NotFound, match="dulu sudah menjadi o"):
        way_up(graph, "dulu")


def test_the_contract_shape_is_what_is_promised(graph: Graph) -> None:
    plant(graph, "o>Z")
    state(graph, "o", 7, 4, "Tahap 3", "Terwujudnya o")
    place = {
        "dokumen": "kecamatan-uji-2022",
        "tempat": "Tahap 4, baris 7 (baris berkas 7)",
        "teks": "Tahap 3 | Terwujudnya o",
    }
    steps = [
        {"id": "o", "uraian": "Terwujudnya o", "tingkat": "operasional", "baris": [place]},
        {"id": "Z", "uraian": "Terwujudnya Z", "tingkat": "strategis skpd", "baris": []},
    ]
    assert as_contract(way_up(graph, "o")) == {"mulai": "o", "jalur": [steps], "terpotong": False}


def shape(trace: Trace) -> list[tuple[str, bool, str | None]]:
    """(ids of a way, main, why it breaks) of every way."""
    return [
        (" ".join(hop.kinerja.id for hop in path.langkah), path.utama, path.putus.sebab if path.putus else None)
        for path in trace.jalur
    ]


def decide(graph: Graph, urut: int, subjek: str, induk: str, alasan: str, membatalkan: str = "") -> None:
    said = json.dumps({"induk": induk, "dari": ""} if induk else {})
    entry = {"id": f"keputusan-{urut}", "urut": urut, "jenis": "induk", "subjek": subjek, "isi": said, "oleh": "lokal"}
    more = {"pada": "2026-11-24T08:00:00+00:00", "alasan": alasan, "membatalkan": membatalkan}
    graph.command(
        "MATCH (k {id: $id}) CREATE (d:Keputusan)-[:ABOUT]->(k) SET d = $entry", id=subjek, entry=entry | more
    )
