"""The lists of overlaps: order, filters, numbers, pages, files; and what is shared by structure. One graph for all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import read_settings
from service.crosscut.labelled_graph import YEAR
from service.crosscut.lists.overlaps import Wanted, all_overlaps, overlaps, shares
from service.crosscut.lists.redundancy import repeats, twins
from service.crosscut.lists.structural import STRUCTURES, Structure, structural
from service.crosscut.scope import Scope
from service.decisions.pairs import Word, say
from service.errors import NotFound
from service.graph import Graph
from service.refresh import refresh_now
from tests.conftest import emptied, environment
from tests.crosscut_units import CONCERN, PEMDA, REASON, REMBUK, SAKIP, STRONG, fill, pairs

NAMED = {("S-2", "mitra:polri"), ("S-3", "skpd:DINKES"), ("S-2", "mitra:koramil"), ("KA-2", "mitra:koramil")}
"""By a text, and by the documents below."""
AGREED = ("H-2", "P-3")
PROPOSED = ("KA-3", "P-2")
REFUSED = ("H-2", "KA-2")

SHARED = """
MATCH (s:Kinerja {id: 'S-2'}), (a:Kinerja {id: 'KA-2'}), (p:Kinerja {id: 'P-1'}), (h:Kinerja {id: 'H-1'})
CREATE (m:Mitra {kode: 'koramil', nama: 'Koramil', jenis: 'tni', alias: [], diatur: []})
CREATE (s)-[:NAMES {nama: 'Koramil Uji', urutan: 1}]->(m) CREATE (a)-[:NAMES {nama: 'Danramil', urutan: 1}]->(m)
CREATE (t:Komponen {kode: 'warga-sehat', nama: 'Warga sehat', jenis: 'tujuan', dari: 'dokumen'})
CREATE (p)-[:PLANNED_AS {asal: 'tersurat'}]->(t) CREATE (h)-[:PLANNED_AS {asal: 'tersurat'}]->(t)
"""
"""A partner that two documents name, and a goal of the plan that two outcomes serve."""


PLAIN = """
MATCH (a:Kinerja)-[r:MAY_CROSSCUT]->(b:Kinerja)
SET r.pita = 'kuat'
WITH a, r, b WHERE NOT a.id + '~' + b.id IN $kuat
DELETE r
WITH count(*) AS banyak
MATCH (h:Kinerja {id: 'H-1'}), (s:Kinerja {id: 'S-1'})
CREATE (h)-[:MAY_CROSSCUT {skor: 0.16, pita: 'lemah', jenis: 'melengkapi', alasan: '[["warga", 0.16, [], []]]'}]->(s)
"""
"""The strong pairs and one weak one, so that lists are tested whatever the detector thinks of others."""


@pytest.fixture(scope="module")
def units(shared_graph: Graph) -> Iterator[Graph]:
    """Five units, detected; one pair agreed, one proposed, one refused."""
    fill(emptied(shared_graph))
    shared_graph.command(SHARED)
    refresh_now(shared_graph)
    shared_graph.command(PLAIN, kuat=[f"{a}~{b}" for a, b in STRONG])
    say(shared_graph, Word(*AGREED, "ya", pihak="keduanya", jenis="melengkapi", utama="DINKES"), REASON)
    say(shared_graph, Word(*PROPOSED, "ya", pihak="DPMD", jenis="duplikat"), REASON)
    say(shared_graph, Word(*REFUSED, "tidak", pihak="DINKES", sebab="kalimat umum"), REASON)
    yield shared_graph
    emptied(shared_graph)


@pytest.fixture(scope="module")
def client(units: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> FlaskClient:
    settings = read_settings(environment(tmp_path_factory.mktemp("silang") / "data", cache))
    return create_app(units, settings).test_client()


def ends(graph: Graph, **wanted: Any) -> list[tuple[str, str]]:
    return [(one.a.kunci, one.b.kunci) for one in overlaps(graph, Wanted(**wanted)).isi]


def test_neither_two_territories_nor_secretariats_nor_one_unit_are_compared(units: Graph) -> None:
    assert pairs(units) & {("KA-2", "KB-2"), ("KA-3", "KB-3"), ("H-3", "P-5"), ("P-3", "P-4")} == set()


def test_the_shares_of_a_candidate_add_up_to_its_score_in_the_graph(units: Graph) -> None:
    rows = units.command("MATCH ()-[r:MAY_CROSSCUT]->(:Kinerja) RETURN r.skor AS skor, r.alasan AS alasan")
    off = [row["skor"] - sum(one.bobot for one in shares(row["alasan"])) for row in rows]
    assert max(map(abs, off)) < 1e-9


def test_units_with_the_same_sentence_have_an_edge_each_and_are_one_row(units: Graph) -> None:
    text = "MATCH (k)-[r:MAY_CROSSCUT]->({id: 'P-3'}) WHERE k.id IN ['KA-2', 'KB-2'] RETURN DISTINCT r.kelompok AS satu"
    assert units.command(text) == [{"satu": "KA-2~P-3"}]
    found = overlaps(units, Wanted(pihak="terdeteksi", pita="semua")).isi
    rows = {(one.a.kunci, one.b.kunci): one.banyak for one in found}
    assert (rows["KA-2", "P-3"], rows["H-2", "KB-2"]) == (2, 1)
    assert ("KB-2", "P-3") not in rows


def test_the_best_comes_first_and_weak_ones_only_when_asked_for(units: Graph) -> None:
    found = overlaps(units, Wanted(pihak="terdeteksi")).isi
    scores = [one.skor or 0 for one in found]
    assert scores == sorted(scores, reverse=True)
    assert {one.pita for one in found} == {"kuat", ""}
    weak = overlaps(units, Wanted(pihak="terdeteksi", pita="lemah", jenis="melengkapi"))
    assert [(one.a.kunci, one.b.kunci) for one in weak.isi] == [("H-1", "S-1")]
    assert (weak.paging.total, weak.jumlah.lemah) == (1, 1)


FILTERS: dict[str, tuple[dict[str, Any], set[tuple[str, str]]]] = {
    "agreed": ({"pihak": "disepakati"}, {AGREED}),
    "refused": ({"pihak": "ditolak"}, {REFUSED}),
    "said by one side": ({"pihak": "satu pihak"}, {PROPOSED}),
    "asked of a unit": ({"pihak": "masuk", "unit": "KECA"}, {PROPOSED}),
    "a unit waits": ({"pihak": "keluar", "unit": "DPMD"}, {PROPOSED}),
    "asked of the one that asks": ({"pihak": "masuk", "unit": "DPMD"}, set()),
    "named in a text": ({"jenis": "mitra"}, NAMED),
    "of a unit that is named": ({"jenis": "mitra", "unit": "DINKES"}, {("S-3", "skpd:DINKES")}),
    "of a body": ({"lawan": "polri"}, {("S-2", "mitra:polri")}),
    "between two units": ({"unit": "KECB", "lawan": "DPMD", "q": "keuangan desa"}, {("KB-3", "P-2")}),
    "with words": ({"q": "administrasi Dinas"}, {("S-3", "skpd:DINKES")}),
    "with a shared object": ({"q": "keuangan  DESA", "pihak": "terdeteksi"}, {("KB-3", "P-2")}),
    "nothing": ({"q": "kapal selam"}, set()),
    "unsure": ({"pihak": "ragu"}, set()),
    "asked again": ({"pihak": "ulang"}, set()),
}


@pytest.mark.parametrize("case", FILTERS)
def test_a_filter_shows_just_what_it_says(units: Graph, case: str) -> None:
    wanted, expected = FILTERS[case]
    assert set(ends(units, **wanted)) == expected


def test_what_was_refused_is_not_in_the_list_unless_asked_for(units: Graph) -> None:
    assert REFUSED not in ends(units)
    assert {AGREED, PROPOSED} <= set(ends(units))


def test_the_numbers_hold_whatever_the_list_is_narrowed_to(units: Graph) -> None:
    whole, narrowed = overlaps(units, Wanted()).jumlah, overlaps(units, Wanted(q="kapal selam")).jumlah
    own = overlaps(units, Wanted(unit="KECA")).jumlah
    assert whole == narrowed
    assert (whole.disepakati, whole.satu_pihak, whole.ditolak, whole.mitra) == (1, 1, 1, 4)
    assert whole.terdeteksi == whole.kuat + whole.tinjau + whole.mitra
    assert (own.masuk, own.keluar, own.ditolak, own.disepakati) == (1, 0, 1, 0)


def test_a_row_says_why_and_who(units: Graph) -> None:
    (agreed,) = overlaps(units, Wanted(pihak="disepakati")).isi
    assert (agreed.a.unit.nama, agreed.a.teks, agreed.a.singkat) == ("Dinas Kesehatan", agreed.a.teks, "OP")
    assert (agreed.status, agreed.jenis, agreed.utama, agreed.ditetapkan) == (
        "disepakati",
        "melengkapi",
        "DINKES",
        True,
    )
    assert agreed.alasan[0].istilah == "stunting"
    (proposed,) = overlaps(units, Wanted(pihak="masuk", unit="KECA")).isi
    assert (proposed.arah, proposed.pihak) == ("masuk", "DPMD")


def test_pages_together_are_the_list(units: Graph) -> None:
    whole = ends(units)
    paged = [overlaps(units, Wanted(), number, 2) for number in range(1, len(whole) // 2 + 2)]
    assert [(one.a.kunci, one.b.kunci) for page in paged for one in page.isi] == whole
    assert {page.paging.total for page in paged} == {len(whole)}


def test_the_scope_is_told_and_one_that_there_is_not_is_refused(units: Graph) -> None:
    found = overlaps(units, Wanted())
    assert (found.lingkup, found.lingkup_lain) == (Scope(PEMDA, "Set berlabel", False, YEAR, 5), ())
    with pytest.raises(NotFound, match="1999"):
        overlaps(units, Wanted(tahun=1999))


def test_pairs_that_are_not_ranked_are_counted_with_the_reason(units: Graph) -> None:
    told = overlaps(units, Wanted()).keadaan
    assert told.kondisi == 17
    assert set(told.tidak_diperingkat) == {"sekretariat", "satuan wilayah sejenis"}
    assert min(told.tidak_diperingkat.values()) > 0


STRUCTURAL: dict[Structure, set[tuple[str, int, frozenset[str]]]] = {
    "ukuran": {("Persentase desa dengan laporan keuangan lengkap", 3, frozenset({"P-2", "KA-3", "KB-3"}))},
    "kode": {("1.02.02.2.02", 2, frozenset({"H-2", "P-3"}))},
    "badan": {("Koramil", 2, frozenset({"S-2", "KA-2"}))},
    "tujuan": {("Warga sehat", 2, frozenset({"P-1", "H-1"}))},
}
"""Kind -> (name, units, kinerja): no secretariat, no two territories alone."""


@pytest.mark.parametrize("kind", STRUCTURES)
def test_what_units_share_by_structure(units: Graph, kind: Structure) -> None:
    found = structural(units, kind).isi
    groups = {(one.nama, one.unit, frozenset(each.kinerja.id for each in one.anggota)) for one in found}
    assert groups == STRUCTURAL[kind]
    assert structural(units, kind, unit="SATPOL").paging.total == (1 if kind == "badan" else 0)


def test_one_thing_twice_within_a_unit(units: Graph) -> None:
    (found,) = repeats(units).isi
    assert (found.apa, found.teks, [one.kinerja.id for one in found.kinerja]) == (
        "indikator",
        "Jumlah kader",
        ["P-3", "P-4"],
    )
    assert repeats(units, unit="DINKES").isi == ()


def test_template_twins_are_folded_and_told_apart(units: Graph) -> None:
    found = {(one.jenis, one.uraian, frozenset(each.id for each in one.anggota)) for one in twins(units).isi}
    assert found == {
        ("kembar templat", REMBUK, frozenset({"KA-2", "KB-2"})),
        ("kembar templat", CONCERN, frozenset({"KA-3", "KB-3"})),
        ("sekretariat", SAKIP, frozenset({"H-3", "P-5"})),
    }
    assert twins(units, macam="sekretariat", unit="DPMD").paging.total == 1


def test_a_file_holds_what_the_address_shows_with_ids(units: Graph, client: FlaskClient) -> None:
    asked = "?pihak=terdeteksi&pita=semua"
    shown = all_overlaps(units, Wanted(pihak="terdeteksi", pita="semua"))
    ids = [(one.a.kunci, one.b.kunci) for one in shown.isi]
    table = client.get(f"/crosscutting.csv{asked}")
    rows = list(csv.DictReader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert [(row["id A"], row["id B"]) for row in rows] == ids
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/crosscutting.xlsx{asked}").data)).active
    assert book is not None
    head = [cell.value for cell in book[1]]
    assert [(row[head.index("id A")], row[head.index("id B")]) for row in book.iter_rows(2, values_only=True)] == ids
    told = client.get(f"/crosscutting.json{asked}").get_json()
    assert [(one["a"]["kunci"], one["b"]["kunci"]) for one in told["isi"]] == ids
    assert client.get("/crosscutting.pdf").status_code == 404


def test_the_api_answers_overlaps_and_structure_alike(units: Graph, client: FlaskClient) -> None:
    told = client.get("/api/crosscutting?unit=DPMD&pihak=keluar").get_json()
    assert [(one["a"]["kunci"], one["b"]["kunci"], one["arah"]) for one in told["isi"]] == [(*PROPOSED, "keluar")]
    shared = client.get("/api/crosscutting?jenis=ukuran").get_json()
    assert (shared["isi"], [one["kunci"] for one in shared["struktur"]]) == (
        [],
        [one.kunci for one in structural(units, "ukuran").isi],
    )
    assert {client.get(f"/api/crosscutting?jenis={kind}").status_code for kind in get_args(Structure)} == {200}
    assert client.get("/api/crosscutting?jenis=lain").status_code == 422
