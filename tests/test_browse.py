"""What the screens show of the seed documents, read from a real Neo4j."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.browse import (
    KinerjaPage,
    OldKinerja,
    about,
    document_page,
    indicator_page,
    kinerja_page,
    tree,
    unit_page,
    units,
)
from service.errors import Invalid, NotFound
from service.facts import Paging
from service.graph import Graph, Tx
from service.queries import all_queries

UNIT, DOCUMENT = "kecamatan-batumandi", "kecamatan-batumandi-2022"
KEUANGAN = "BTM-22-QJ96"
LEVELS = [("SS", 1), ("S", 1), ("TI", 5), ("TM", 8), ("OP", 11)]


def test_units_come_with_their_counts_examples_last(seeded: Graph) -> None:
    cards = units(seeded).unit
    first = cards[0]
    assert (first.kode, first.contoh) == (UNIT, False)
    assert all(card.contoh for card in cards[1:])
    assert (first.tahun, first.kinerja, first.indikator, first.jabatan) == (2022, 26, 23, 5)
    assert (first.konflik, first.disimpulkan, first.versi, first.pemda) == (15, 25, 1, "Kabupaten Balangan")


@pytest.mark.parametrize("order", all_queries()["browse/units"].orders)
def test_units_are_paged_in_every_order(seeded: Graph, order: str) -> None:
    whole = [card.kode for card in units(seeded, order).unit]
    pages = [units(seeded, order, page, 2) for page in (1, 2)]
    assert [card.kode for page in pages for card in page.unit] == whole
    assert pages[1].paging == Paging(2, 2, 3)


def test_a_page_beyond_the_last_is_the_last(seeded: Graph) -> None:
    assert units(seeded, page=99, per_page=2).paging.halaman == 2


def test_an_unknown_order_is_refused(seeded: Graph) -> None:
    with pytest.raises(Invalid, match="Urutan 'acak' tidak dikenal"):
        units(seeded, "acak")


def test_a_unit_shows_levels_csf_grounds_gaps_and_issues(seeded: Graph) -> None:
    page = unit_page(seeded, UNIT)
    assert [(step.singkat, step.jumlah) for step in page.tingkat] == LEVELS
    assert [(c.nama, c.isu, c.sumber, [k.teks for k in c.kinerja]) for c in page.csf] == [
        (
            "Pelayan Publik yang Berkualitas",
            "Pelayanan Publik Belum Optimal",
            "renstra masalah",
            ["Meningkatnya Kualitas Pelayanan Publik"],
        )
    ]
    assert [(d.jenis, d.uraian) for d in page.dasar] == [
        ("ekspektasi", "Masyarakat mengekspektasi Peningkatan Kualitas Pelayanan Publik")
    ]
    assert page.tidak_disebut == ("mandat", "permasalahan")
    assert [p.nama for p in page.posisi] == ["analisis", "camat", "jafung", "kasi", "staf umum"]
    assert (page.isu[0].kode, page.isu[0].jumlah, len(page.isu[0].isu)) == ("STR07", 15, 15)
    assert [(v.nomor, v.berlaku, v.nama_berkas) for v in page.versi] == [(1, True, "batumandi-2022.txt")]


def test_the_tree_has_parents_before_children_and_siblings_in_document_order(seeded: Graph) -> None:
    found = tree(seeded, UNIT)
    seen: set[str] = {""}
    for node in found.simpul:
        assert node.induk in seen
        seen.add(node.id)
    branches = [node.uraian for node in found.simpul if node.kedalaman == 2]
    assert branches == [
        "Meningkatnya Penyelenggaraan Pemerintahan dan Pelayanan Publik",
        "Meningkatnya Pemberdayaan Masyarakat Desa dan Kelurahan",
        "Meningkatnya Koordinasi Ketentraman dan Ketertiban Umum",
        "Meningkatnya Penyelenggaraan Urusan Pemerintahan Umum",
        "Meningkatnya Pembinaan dan Pengawasan Pemerintahan Desa",
    ]
    assert [(step.singkat, step.jumlah) for step in found.tingkat] == LEVELS
    assert (len(found.simpul), found.total, found.disimpulkan, found.konflik) == (26, 26, 25, 15)


def test_a_kinerja_shows_why_how_by_what_and_from_where(seeded: Graph) -> None:
    page = kinerja_page(seeded, KEUANGAN)
    assert isinstance(page, KinerjaPage)
    assert [hop.kinerja.singkat for hop in page.naik.jalur[0].langkah] == ["OP", "TM", "TI", "S", "SS"]
    assert page.turun.jumlah == 0
    assert page.saksi == (
        ("Tahap 3", "operasional"),
        ("Tahap 4", "operasional"),
        ("Tahap 5", "taktikal immediate"),
        ("Komponen", "operasional"),
    )
    assert [(e.baris.tahap, e.baris.urutan, e.label, e.komponen, e.jabatan) for e in page.bukti] == [
        (3, 22, "kondisi operasional", "", ()),
        (4, 24, "kinerja operasional", "", ()),
        (5, 24, "Kinerja taktikal immediate", "sasaran sub kegiatan", ("staf umum",)),
    ]
    assert [([(b.tahap, b.urutan) for b in i.baris], i.juga_mengukur) for i in page.indikator] == [
        ([(4, 24), (5, 24)], ())
    ]
    assert [(i.kode, i.terbuka) for i in page.isu] == [("STR07", True)]
    assert (page.versi_subjek, page.dokumen, page.kinerja.konflik) == (1, DOCUMENT, True)


def test_an_indicator_that_is_cut_off_in_one_stage_is_stated_there_too(seeded: Graph) -> None:
    found = next(
        i for i in unit_indicators(seeded) if i.startswith("Jumlah Laporan Fasilitasi Percepatan Pencapaian Standar")
    )
    page = indicator_page(seeded, unit_indicators(seeded)[found])
    assert [(b.tahap, b.urutan) for b in page.baris] == [(4, 7), (5, 7)]
    assert page.nama.endswith("di Wilayah Kecamatan")
    assert any(issue.kode.startswith("TXT") for issue in page.isu)


def test_a_shared_indicator_names_all_it_measures_highest_first(seeded: Graph) -> None:
    page = indicator_page(seeded, unit_indicators(seeded)["Indeks Kepuasan Masyarakat (IKM)"])
    assert [box.singkat for box in page.mengukur] == ["SS", "S"]
    assert [(b.tahap, b.urutan) for b in page.baris] == [(4, 1), (4, 2), (5, 1), (5, 2)]


def test_a_document_shows_every_row_with_the_use_made_of_it(seeded: Graph) -> None:
    page = document_page(seeded, DOCUMENT, per_page=500)
    assert len(page.baris) == page.versi.baris == sum(number for _, number in page.peran)
    assert page.paging.total == len(page.baris)
    assert [len([t for t in page.trik if t.tahap == stage]) for stage in (1, 2, 3)] == [4, 4, 8]
    assert page.tidak_disebut == ("mandat", "permasalahan")
    stated = next(use for use in page.baris if use.baris.tahap == 5 and use.baris.urutan == 24 and use.kinerja)
    assert (stated.kinerja.id if stated.kinerja else None, stated.isu) == (KEUANGAN, ("STR07",))


def test_rows_are_filtered_by_use_and_paged(seeded: Graph) -> None:
    page = document_page(seeded, DOCUMENT, peran="trik", page=2, per_page=10)
    assert (len(page.baris), {use.peran for use in page.baris}, page.paging) == (6, {"trik"}, Paging(2, 10, 16))


def test_about_counts_what_is_there(seeded: Graph) -> None:
    found = about(seeded)
    counted = dict(found.jumlah)
    assert (counted["SKPD"], counted["Dokumen"], counted["Pemda"]) == (3, 3, 2)
    assert counted["Kinerja"] == sum(card.kinerja for card in found.unit)
    assert (DOCUMENT, ("mandat", "permasalahan")) in found.tidak_disebut
    assert found.trik[0].teks == "Outcome harus dirumuskan dengan kesepakatan bersama"


@pytest.mark.parametrize(
    ("ask", "arguments", "told"),
    [
        (unit_page, ("tidak-ada",), "Tidak ada perangkat daerah 'tidak-ada'"),
        (unit_page, (UNIT, 1999), "tidak punya cascading tahun 1999"),
        (tree, ("tidak-ada",), "Tidak ada perangkat daerah"),
        (tree, (UNIT, 1999), "tidak punya cascading tahun 1999"),
        (kinerja_page, ("tidak-ada",), "Tidak ada kinerja 'tidak-ada'"),
        (indicator_page, ("tidak-ada",), "Tidak ada indikator 'tidak-ada'"),
        (document_page, ("tidak-ada",), "Tidak ada dokumen 'tidak-ada'"),
        (document_page, (DOCUMENT, 9), "tidak punya versi 9"),
    ],
)
def test_what_is_not_there_is_told(seeded: Graph, ask: object, arguments: tuple[object, ...], told: str) -> None:
    with pytest.raises(NotFound, match=told):
        ask(seeded, *arguments)  # type: ignore[operator]


def test_an_old_kinerja_answers_with_what_it_became(seeded: Graph) -> None:
    seeded.command(
        "MATCH (k:Kinerja {id: $id})-[:OWNED_BY]->(s) "
        "MERGE (o:KinerjaLama {id: 'BTM-22-DULU', uraian: 'Adanya dana', tahun: 2022, tingkat: 'operasional'}) "
        "MERGE (o)-[:BECAME]->(k) MERGE (o)-[:OWNED_BY]->(s)",
        id=KEUANGAN,
    )
    page = kinerja_page(seeded, "BTM-22-DULU")
    assert isinstance(page, OldKinerja)
    assert (page.uraian, [k.id for k in page.menjadi], page.unit and page.unit.kode) == (
        "Adanya dana",
        [KEUANGAN],
        UNIT,
    )


def unit_indicators(graph: Graph) -> dict[str, str]:
    """Name -> id."""
    return {ref.teks: ref.id for node in tree(graph, UNIT).simpul for ref in node.indikator}


@pytest.mark.parametrize(
    ("ask", "most"),
    [
        (lambda graph: units(graph), 2),
        (lambda graph: unit_page(graph, UNIT), 2),
        (lambda graph: tree(graph, UNIT), 1),
        (lambda graph: kinerja_page(graph, KEUANGAN), 3),
        (lambda graph: document_page(graph, DOCUMENT), 4),
        (lambda graph: about(graph), 3),
    ],
    ids=["units", "unit", "tree", "kinerja", "document", "about"],
)
def test_a_screen_costs_at_most_four_queries_in_one_transaction(
    seeded: Graph, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Graph], object], most: int
) -> None:
    asked: list[str] = []
    transactions: set[int] = set()
    run = Tx.run

    def counted(tx: Tx, name: str, /, order: str = "", **params: object) -> object:
        asked.append(name)
        transactions.add(id(tx))
        return run(tx, name, order, **params)

    monkeypatch.setattr(Tx, "run", counted)
    ask(seeded)
    assert (len(asked) <= most <= 4, len(transactions)) == (True, 1), asked
