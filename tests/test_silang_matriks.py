"""The matrix unit by unit, the sheet of a unit, the pages of outside bodies, and the lists beside the pairs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import read_settings
from service.crosscut.handover.sheet import unit_sheet
from service.crosscut.labelled_graph import YEAR
from service.crosscut.lists.overlaps import Wanted, overlaps
from service.crosscut.views.bodies import bodies, body
from service.crosscut.views.matrix import Asked, matrix
from service.crosscut.views.matrix_answer import Counts
from service.errors import NotFound
from service.graph import Graph
from tests.conftest import emptied, environment
from tests.crosscut_handed import AGREED, BODY, PROPOSED, answered
from tests.crosscut_units import GUARD

KECAMATAN = "jenis:kecamatan"


@pytest.fixture(scope="module")
def units(shared_graph: Graph) -> Iterator[Graph]:
    answered(shared_graph)
    yield shared_graph
    emptied(shared_graph)


@pytest.fixture(scope="module")
def client(units: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> FlaskClient:
    settings = read_settings(environment(tmp_path_factory.mktemp("matriks") / "data", cache))
    return create_app(units, settings).test_client()


def test_territories_of_one_kind_and_all_bodies_stand_in_one_row_each(units: Graph) -> None:
    assert [(line.kunci, line.lipat) for line in matrix(units, Asked()).baris] == [
        ("ARSIP", 0),
        ("DINKES", 0),
        ("DPMD", 0),
        (KECAMATAN, 2),
        ("SATPOL", 0),
        ("mitra", 1),
    ]


def test_they_unfold_and_then_bodies_are_rows_only(units: Graph) -> None:
    found = matrix(units, Asked(buka=("kecamatan", "mitra")))
    assert [line.kunci for line in found.baris][3:] == ["KECA", "KECB", "SATPOL", "mitra:polri"]
    assert [line.kunci for line in found.kolom][3:] == ["KECA", "KECB", "SATPOL"]


@pytest.mark.parametrize("unfolded", [(), ("kecamatan", "mitra")])
def test_every_cell_opens_just_the_pairs_that_it_counts(units: Graph, unfolded: tuple[str, ...]) -> None:
    whole = matrix(units, Asked(buka=unfolded))
    assert whole.jumlah.disepakati == 2
    assert whole.jumlah.satu_pihak == 1
    for cell in whole.sel:
        opened = matrix(units, Asked(buka=unfolded, baris=cell.kolom, kolom=cell.baris)).dibuka
        assert opened is not None
        states = Counter(one.status for one in opened.isi)
        assert Counts(states["disepakati"], states["satu pihak"], states["terdeteksi"]) == cell.jumlah


def test_a_cell_of_two_units_has_the_numbers_of_the_inbox(units: Graph) -> None:
    cells = matrix(units, Asked(buka=("kecamatan",))).lookup()
    for a, b in (("DINKES", "DPMD"), ("DPMD", "KECA"), ("DPMD", "KECB")):
        found = Counter(one.status for one in overlaps(units, Wanted(unit=a, lawan=b)).isi)
        numbers = Counts(found["disepakati"], found["satu pihak"], found["terdeteksi"])
        assert cells[a, b] == cells[b, a] == numbers


def test_a_unit_without_any_crosscutting_is_a_finding(units: Graph) -> None:
    assert [line.kunci for line in matrix(units, Asked()).kosong] == ["ARSIP"]


def test_kind_and_band_narrow_the_numbers(units: Graph) -> None:
    assert [(cell.baris, cell.kolom) for cell in matrix(units, Asked(jenis="mitra")).sel] == [
        ("DINKES", "SATPOL"),
        ("SATPOL", "mitra"),
    ]
    strong = matrix(units, Asked(pita="kuat")).jumlah
    every = matrix(units, Asked(pita="semua")).jumlah
    assert (strong.disepakati, strong.satu_pihak) == (every.disepakati, every.satu_pihak) == (2, 1)
    assert strong.terdeteksi < every.terdeteksi


@pytest.mark.parametrize("asked", [Asked(baris="DINKES", kolom="x"), Asked(pemda="x"), Asked(tahun=1999)])
def test_what_there_is_not_is_not_found(units: Graph, asked: Asked) -> None:
    with pytest.raises(NotFound):
        matrix(units, asked)


def test_the_page_says_the_finding_and_a_cell_stands_beside_it(client: FlaskClient) -> None:
    page = client.get(f"/crosscutting/matriks?baris=DINKES&kolom=DPMD&tahun={YEAR}").get_data(as_text=True)
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert "2 pasangan disepakati , 1 baru satu pihak" in said
    assert "1 perangkat daerah tanpa crosscutting: Dinas Kearsipan" in said
    assert "Dinas Kesehatan dengan Dinas Pemberdayaan Masyarakat dan Desa" in said
    assert f'href="/crosscutting/pasangan/{AGREED[0]}/{AGREED[1]}"' in page


def test_a_sheet_tells_what_is_agreed_asked_and_waits_from_the_unit_s_side(units: Graph) -> None:
    health, village, district = (unit_sheet(units, kode) for kode in ("DINKES", "DPMD", "KECA"))
    assert [(row.pasangan, row.peran, row.tentang) for row in health.disepakati] == [
        (AGREED, "utama", "disepakati (ditetapkan Bappeda)")
    ]
    assert [row.peran for row in village.disepakati] == ["anggota"]
    assert [row.pasangan for row in village.keluar] == [row.pasangan for row in district.masuk] == [PROPOSED]
    assert village.keluar[0].tentang == "baru satu pihak, menunggu Kecamatan Sungai A"
    assert AGREED not in {row.pasangan for row in health.terdeteksi}


GONE = """
MATCH (k:Kinerja {id: 'P-2'})-[r:PROPOSES_CROSSCUT]-()
REMOVE k:Kinerja SET k:KinerjaLama DELETE r
"""
BACK = """
MATCH (k:KinerjaLama {id: 'P-2'}), (a:Kinerja {id: 'KA-3'})
REMOVE k:KinerjaLama SET k:Kinerja
CREATE (a)-[:PROPOSES_CROSSCUT {pihak: 'DPMD', jenis: 'duplikat'}]->(k)
"""


def test_a_pair_that_loses_an_end_is_listed_on_the_sheet_of_both(units: Graph) -> None:
    units.command(GONE)
    try:
        lost = [[(one.a, one.b) for one in unit_sheet(units, kode).lepas] for kode in ("DPMD", "KECA", "DINKES")]
    finally:
        units.command(BACK)
    assert lost == [[PROPOSED], [PROPOSED], []]


def test_an_empty_sheet_teaches(client: FlaskClient) -> None:
    page = client.get("/skpd/ARSIP/crosscutting").get_data(as_text=True)
    assert "Belum ada crosscutting" in page
    assert "Tambahkan crosscutting" in page


def test_a_body_tells_who_names_it_where_and_who_does_not(units: Graph) -> None:
    found = body(units, "polri")
    assert [(unit.kode, count) for unit, count in found.menyebut] == [("SATPOL", 1)]
    assert {unit.kode for unit in found.tidak} == {"ARSIP", "DINKES", "DPMD", "KECA", "KECB"}
    assert [(one.id, one.status) for one in found.isi] == [(BODY[0], "disepakati")]
    assert [GUARD[start:end] for start, end in found.isi[0].tanda] == ["Polres"]
    assert [(one.kode, one.unit, one.disepakati, one.belum) for one in bodies(units).isi] == [("polri", 1, 1, 0)]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/crosscutting/mitra", "polri"),
        ("/mitra/polri/crosscutting", "<mark>Polres</mark>"),
        ("/crosscutting/struktur", "Persentase desa dengan laporan keuangan lengkap"),
        ("/crosscutting/struktur?jenis=kode", "Kegiatan nomenklatur"),
        ("/crosscutting/rangkap?unit=DPMD", "Jumlah kader"),
        ("/crosscutting/kembar", "Terlaksananya rembuk stunting tingkat kecamatan"),
        ("/crosscutting/kembar?macam=sekretariat", "Meningkatnya akuntabilitas kinerja perangkat daerah"),
        ("/crosscutting/rangkap?unit=ARSIP", "Tidak ada pada perangkat daerah ini"),
    ],
)
def test_the_lists_beside_the_pairs_show_what_they_are_about(client: FlaskClient, path: str, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert words in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "path",
    ["/mitra/x/crosscutting", "/skpd/x/crosscutting", "/crosscutting/matriks.pdf", "/crosscutting/kembar?macam=x"],
)
def test_an_address_that_is_wrong_gets_a_sentence(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 422)
    assert re.search("tidak|Pilih", answer.get_data(as_text=True), re.IGNORECASE)


def test_the_boxes_of_the_diagram_carry_their_partners(client: FlaskClient) -> None:
    drawn = client.get("/skpd/DINKES/pohon.svg?sampai=0").get_data(as_text=True)
    assert "Crosscutting: Dinas Pemberdayaan Masyarakat dan Desa (disepakati)." in drawn
    assert "crosscutting disepakati" in drawn  # the legend
    assert "terdeteksi" not in drawn
    assert "(terdeteksi)" in client.get("/skpd/DINKES/pohon.svg?sampai=0&silang=terdeteksi").get_data(as_text=True)
    assert "rosscutting" not in client.get("/skpd/DINKES/pohon.svg?sampai=0&silang=tanpa").get_data(as_text=True)
