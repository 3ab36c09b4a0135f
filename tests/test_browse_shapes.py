"""Screens of graphs that no document gives: several parents, loops, empty graphs, units without documents."""

from __future__ import annotations

from service.browse import KinerjaPage, about, kinerja_page, tree, unit_page, units
from service.graph import Graph
from tests.planted import plant


def test_an_empty_graph_is_answered(graph: Graph) -> None:
    assert (units(graph).unit, units(graph).paging.total, about(graph).unit) == ((), 0, ())


def test_a_unit_without_a_document_is_shown_without_a_year(graph: Graph) -> None:
    graph.command(
        "CREATE (:SKPD {kode: 'dinas-baru', nama: 'Dinas Baru', jenis: 'dinas', alias: [], singkatan: 'BRU'})"
    )
    card = units(graph).unit[0]
    assert (card.kode, card.tahun, card.dokumen, card.kinerja) == ("dinas-baru", None, "", 0)
    page = unit_page(graph, "dinas-baru")
    assert (page.kartu, page.versi, page.isu, page.tingkat) == (card, (), (), ())
    assert tree(graph, "dinas-baru").simpul == ()


def test_a_second_parent_is_told_beside_the_main_one(graph: Graph) -> None:
    plant(graph, "o>a>Z", "o~b>Z")
    node = next(node for node in tree(graph, "kecamatan-uji").simpul if node.id == "o")
    assert (node.induk, [link.akibat for link in node.induk_lain]) == ("a", ["b"])


def test_kinerja_in_a_loop_are_listed_once_each(graph: Graph) -> None:
    plant(graph, "o>Z", "a>b>a")
    assert [node.id for node in tree(graph, "kecamatan-uji").simpul] == ["Z", "o", "a", "b"]


def test_a_kinerja_with_too_many_indicators_is_cut_and_told(graph: Graph) -> None:
    plant(graph, "o>Z")
    graph.command(
        "MATCH (k:Kinerja {id: 'o'}) UNWIND range(1, 61) AS n "
        "CREATE (:Indikator {id: 'i' + n, nama: 'Jumlah ' + n})-[:MEASURES {urutan: n}]->(k)"
    )
    page = kinerja_page(graph, "o")
    assert isinstance(page, KinerjaPage)
    assert (len(page.indikator), page.terpotong, page.kinerja.terpotong) == (60, True, True)
    hop = page.naik.jalur[0].langkah[0].kinerja
    assert ([ref.id for ref in hop.indikator], hop.terpotong) == ([f"i{n}" for n in range(1, 61)], True)
