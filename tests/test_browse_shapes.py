"""Screens of graphs that no document gives: several parents, loops, empty graphs, units without documents."""

from __future__ import annotations

from service.browse import KinerjaPage, about, document_page, kinerja_page, tree, unit_page, units
from service.graph import Graph
from service.passport import kinerja_passport
from tests.planted import UNIT, plant


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


def test_a_document_with_more_versions_than_are_listed_shows_the_one_asked_for(graph: Graph) -> None:
    plant(graph, "a>A")
    graph.command(
        "MATCH (d:Dokumen) UNWIND range(2, 130) AS n CREATE (d)-[:HAS_VERSION]->(:Versi {id: d.id + '-v' + n, "
        "nomor: n, sha256: 'ab', nama_berkas: 'x.txt', ukuran: 1, diimpor_pada: '', oleh: 'lokal', pembaca: '1'})"
    )
    for nomor in (1, 2, 130):
        page = document_page(graph, f"{UNIT}-2022", nomor)
        assert (page.versi.nomor, len(page.semua_versi)) == (nomor, 100)
    assert unit_page(graph, UNIT).versi[0].nomor == 130


def test_a_document_whose_import_was_undone_can_still_be_opened(graph: Graph) -> None:
    plant(graph, "a>A")
    graph.command("MATCH (:Dokumen)-[r:CURRENT]->() DELETE r")
    page = document_page(graph, f"{UNIT}-2022")
    assert (page.versi.nomor, page.versi.berlaku) == (1, False)


def test_the_order_in_which_links_were_written_does_not_change_the_hash(graph: Graph) -> None:
    plant(graph, "d>b>A", "d~c>A", "e>d", "f>d", "d~g>A")
    first = kinerja_passport(graph, "d").sidik_isi
    graph.command("MATCH (k:Kinerja)-[r:CAUSES]->() DELETE r")
    plant(graph, "d~g>A", "f>d", "e>d", "d~c>A", "d>b>A")
    assert kinerja_passport(graph, "d").sidik_isi == first
