"""The documents of `seeds/` come into an empty graph, examples into a pemda of their own, and never twice."""

from __future__ import annotations

from pathlib import Path

from service.config import Settings
from service.graph import Graph
from service.ingest.ladders import seeded
from service.ingest.seeds import load_seeds
from service.jenjang import ANY_UNIT, ladder_for, read_ladders
from service.live import GENERAL, ladder_of
from tests.worksheet import worksheet


def test_the_seeds_come_into_an_empty_graph(graph: Graph, settings: Settings) -> None:
    results = load_seeds(graph, settings)
    assert [result.berubah for result in results] == [True] * 3
    assert graph.command(
        "MATCH (p:Pemda)<-[:PART_OF]-(s:SKPD)<-[:OWNED_BY]-(k:Kinerja) "
        "RETURN p.nama AS pemda, p.contoh AS contoh, s.nama AS unit, count(k) AS kinerja ORDER BY unit"
    ) == [
        {
            "pemda": "Kabupaten Tanjung Harapan (fiktif)",
            "contoh": True,
            "unit": "Badan Penanggulangan Bencana Daerah",
            "kinerja": 18,
        },
        {"pemda": "Kabupaten Tanjung Harapan (fiktif)", "contoh": True, "unit": "Dinas Perikanan", "kinerja": 28},
        {"pemda": "Kabupaten Balangan", "contoh": False, "unit": "Kecamatan Batumandi", "kinerja": 26},
    ]
    before = graph.content_hash()
    assert load_seeds(graph, settings) == []
    assert graph.content_hash() == before


def test_a_graph_from_which_everything_was_taken_is_not_filled_again(graph: Graph, settings: Settings) -> None:
    graph.command("CREATE (:Keputusan {id: 'keputusan-1', urut: 1})")
    assert load_seeds(graph, settings) == []


def test_a_seed_that_cannot_be_read_is_passed_over(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Surat undangan rapat")
    (tmp_path / "b.txt").write_bytes(worksheet())
    (tmp_path / "catatan.md").write_bytes(b"# bukan dokumen")
    assert [result.unit for result in load_seeds(graph, settings, tmp_path)] == ["Kecamatan Tanjung Contoh"]


def test_the_ladders_are_those_of_the_seeds_until_people_change_them(graph: Graph, settings: Settings) -> None:
    load_seeds(graph, settings)
    stored = {jenis: graph.reading(lambda tx, jenis=jenis: ladder_of(tx, jenis)) for jenis in ("kecamatan", "dinas")}
    assert stored == {jenis: ladder_for(jenis) for jenis in ("kecamatan", "dinas")}
    assert stored["dinas"] == read_ladders()[ANY_UNIT]
    assert {row["jenis_unit"] for row in seeded()} == {GENERAL, "kecamatan"}
