"""The box diagram as a page, a file and sheets, as a browser without JavaScript gets them, on the seeds."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.browse import tree, units
from service.config import read_settings
from service.graph import Graph
from service.pohon.sheets import PAPERS

UNIT = "/skpd/kecamatan-batumandi"
PICTURE = f"{UNIT}/pohon"
NS = "{http://www.w3.org/2000/svg}"

STATEMENTS_OF_VILLAGES = [
    "Meningkatnya Indeks Reformasi Birokrasi",
    "Meningkatnya Kualitas Pelayanan Publik",
    "Meningkatnya Pembinaan dan Pengawasan Pemerintahan Desa",
    "Terlaksananya Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa",
    "Terfasilitasinya Administrasi Tata Pemerintahan Desa",
    "Terfasilitasinya Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
    "Terfasilitasinya Penerapan dan Penegakan Peraturan Perundang-Undangan",
    "Terfasilitasinya Penyusunan Perencanaan Pembangunan Partisipatif",
]


@pytest.fixture(scope="module")
def client(seeded: Graph, cache: object, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    data = tmp_path_factory.mktemp("pohon") / "data"
    settings = read_settings({"KINERJA_DATA": str(data), "KINERJA_CACHE": str(cache)})
    return create_app(seeded, settings).test_client()


@pytest.fixture(scope="module")
def ids(client: FlaskClient, seeded: Graph) -> dict[str, str]:
    """Statement -> id, of Batumandi."""
    return {node.uraian: node.id for node in tree(seeded, "kecamatan-batumandi").simpul}


def get(client: FlaskClient, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert (answer.status_code, path) == (status, path)
    return answer.text


def boxes(text: str) -> list[str]:
    """Ids of the boxes in the picture."""
    return re.findall(r'class="kotak[^"]*" data-id="([^"]+)"', text)


def statements(client: FlaskClient, path: str, ids: dict[str, str]) -> list[str]:
    by_id = {name: statement for statement, name in ids.items()}
    return [by_id[box] for box in boxes(get(client, path))]


def test_it_opens_with_the_second_level_open(client: FlaskClient, ids: dict[str, str], seeded: Graph) -> None:
    upper = [n.uraian for n in tree(seeded, "kecamatan-batumandi").simpul if n.kedalaman <= 2]
    assert sorted(statements(client, PICTURE, ids)) == sorted(upper)
    assert len(upper) == 7


def test_wholly_open_it_shows_all_26_kinerja_and_every_inferred_link_dashed(client: FlaskClient) -> None:
    page = get(client, f"{PICTURE}?sampai=0")
    assert len(set(boxes(page))) == 26
    lines = page.split('<g class="garis"')[1].split("</g>")[0]
    assert [
        line for line in re.findall(r"<path [^>]*>", lines) if "panah" not in line and "dasharray" not in line
    ] == []


def test_every_button_is_a_link_to_a_page_with_that_change(client: FlaskClient, ids: dict[str, str]) -> None:
    page = get(client, PICTURE)
    opening = re.findall(r'class="ungkap" href="([^"]+)" aria-expanded="false"', page)
    assert len(opening) == 5
    opened = get(client, unescape(opening[-1]))
    assert len(boxes(opened)) == 8
    closing = re.findall(r'class="ungkap" href="([^"]+)" aria-expanded="true"', opened)
    assert boxes(get(client, unescape(closing[0]))) == [ids[STATEMENTS_OF_VILLAGES[0]]]


def test_focus_leaves_one_branch_with_its_way_up(client: FlaskClient, ids: dict[str, str]) -> None:
    focus = ids[STATEMENTS_OF_VILLAGES[2]]
    assert statements(client, f"{PICTURE}?fokus={focus}", ids) == STATEMENTS_OF_VILLAGES
    page = get(client, f"{PICTURE}?fokus={focus}")
    assert "Hanya satu cabang: Meningkatnya Pembinaan dan Pengawasan Pemerintahan Desa" in page


def test_search_counts_opens_and_marks_the_hits(client: FlaskClient, ids: dict[str, str]) -> None:
    page = get(client, f"{PICTURE}?cari=keuangan+desa")
    assert "3 kinerja cocok" in page
    marked = re.findall(r'class="kotak t\d temu" data-id="([^"]+)"', page)
    assert marked == [ids[STATEMENTS_OF_VILLAGES[n]] for n in (2, 3, 5)]
    assert "Tidak ada yang cocok dengan “zzz”" in get(client, f"{PICTURE}?cari=zzz")


def test_the_list_says_the_same_as_the_picture(client: FlaskClient, ids: dict[str, str]) -> None:
    listed = get(client, PICTURE).split('id="daftar"')[1].split("</section>")[0]
    assert sorted(set(re.findall(r'href="/kinerja/([^"]+)"', listed))) == sorted(ids.values())
    assert listed.count(">disimpulkan</span>") == 25


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("sampai=xyz", 422, "sampai"),
        ("fokus=tidak-ada", 404, "tidak ada di pohon"),
        ("tahun=1999", 404, "1999"),
    ],
)
def test_an_address_that_asks_for_what_is_not_there_gets_a_sentence(
    client: FlaskClient, query: str, status: int, told: str
) -> None:
    assert told in get(client, f"{PICTURE}?{query}", status)


@pytest.mark.parametrize("path", ["pohon", "pohon.svg", "pohon/cetak"])
def test_an_unknown_unit_is_not_found(client: FlaskClient, path: str) -> None:
    get(client, f"/skpd/tidak-ada/{path}", 404)


def test_no_page_carries_style_or_script_of_its_own(client: FlaskClient) -> None:
    for path in (PICTURE, f"{PICTURE}/cetak"):
        page = get(client, path)
        assert re.findall(r"<style|\sstyle=|<script(?![^>]* src=)|\son\w+=", page) == []


def test_the_file_holds_what_the_screen_shows(client: FlaskClient, ids: dict[str, str]) -> None:
    query = f"?sampai=0&cari=desa&fokus={ids[STATEMENTS_OF_VILLAGES[2]]}"
    answer = client.get(f"{UNIT}/pohon.svg{query}")
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="pohon-kinerja-kecamatan-batumandi-2022.svg"'
    )
    assert boxes(answer.text) == boxes(get(client, f"{PICTURE}{query}"))
    root = ET.fromstring(answer.text)
    assert {link.get("href", "").split("/")[2] for link in root.iter(f"{NS}a")} == {"localhost"}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("orientation", ["lanskap", "potret"])
def test_sheets_of_every_paper_hold_every_box_once(client: FlaskClient, paper: str, orientation: str) -> None:
    page = get(client, f"{PICTURE}/cetak?kertas={paper}&arah={orientation}")
    assert len(boxes(page)) == len(set(boxes(page))) == 26
    sheet = re.search(rf'href="({PICTURE}/kertas/{paper}-{orientation}\.css)"', page)
    assert sheet
    short, long = PAPERS[paper]  # type: ignore[index]
    size = f"{long}mm {short}mm" if orientation == "lanskap" else f"{short}mm {long}mm"
    assert get(client, sheet[1]) == f"@page {{ size: {size}; margin: 0; }}\n"


def test_the_sheets_can_show_what_the_screen_shows(client: FlaskClient) -> None:
    assert len(boxes(get(client, f"{PICTURE}/cetak?isi=layar&sampai=1"))) == 2


def test_a_paper_that_is_not_known_is_refused(client: FlaskClient) -> None:
    get(client, f"{PICTURE}/cetak?kertas=A9", 422)
    get(client, f"{PICTURE}/kertas/A9-lanskap.css", 404)


def test_the_picture_names_unit_year_version_revision_and_date(client: FlaskClient) -> None:
    page = get(client, PICTURE)
    assert "Pohon kinerja Kecamatan Batumandi" in page
    assert "Tahun 2022 · versi 1 · Kabupaten Balangan" in page
    assert re.search(r"Revisi \d+ · dibuat \d+ \w+ \d{4} pukul \d\d\.\d\d", page)


def test_the_examples_are_called_examples_in_their_picture(client: FlaskClient, seeded: Graph) -> None:
    examples = {unit.kode for unit in units(seeded).unit if unit.contoh}
    called = {
        unit.kode for unit in units(seeded).unit if "contoh fiktif" in get(client, f"/skpd/{unit.kode}/pohon.svg")
    }
    assert called == examples
    assert len(examples) == 2
