"""The pages that are only read, as a browser without JavaScript gets them, on the documents in seeds/."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import ROOT, Settings, read_settings
from service.graph import Graph
from service.trace import find_one
from tests.conftest import with_seeds

UNIT = "/skpd/kecamatan-batumandi"
DOCUMENT = "/dokumen/kecamatan-batumandi-2022"
VILLAGE_FINANCE = "Terfasilitasinya Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa"

WAY_UP = [
    VILLAGE_FINANCE,
    "agar Terlaksananya Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa",
    "agar Meningkatnya Pembinaan dan Pengawasan Pemerintahan Desa",
    "agar Meningkatnya Kualitas Pelayanan Publik",
    "agar Meningkatnya Indeks Reformasi Birokrasi",
]


@pytest.fixture(scope="module")
def settings_of_file(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return read_settings({"KINERJA_DATA": str(tmp_path_factory.mktemp("pages") / "data"), "KINERJA_CACHE": str(cache)})


@pytest.fixture(scope="module")
def seeded(shared_graph: Graph, settings_of_file: Settings) -> Graph:
    """A graph with the seeds, and their originals in the folder of this file: nothing here writes."""
    return with_seeds(shared_graph, settings_of_file)


@pytest.fixture(scope="module")
def client(seeded: Graph, settings_of_file: Settings) -> FlaskClient:
    return create_app(seeded, settings_of_file).test_client()


@pytest.fixture(scope="module")
def finance(client: FlaskClient, seeded: Graph) -> str:
    return f"/kinerja/{find_one(seeded, VILLAGE_FINANCE)}"


def main_of(client: FlaskClient, path: str, status: int = 200) -> str:
    """The HTML of the main part; the status is checked on the way."""
    answer = client.get(path)
    assert (answer.status_code, path) == (status, path)
    return answer.text.split("<main", 1)[1].split("</main>")[0]


def text_of(html: str) -> str:
    """What a person reads: tags gone, white space folded."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def read(client: FlaskClient, path: str, status: int = 200) -> str:
    return text_of(main_of(client, path, status))


def each(html: str, pattern: str) -> list[str]:
    return [text_of(found) for found in re.findall(pattern, html, re.DOTALL)]


def test_the_first_page_lists_the_units_with_their_counts(client: FlaskClient) -> None:
    rows = each(main_of(client, "/"), r"<tr>\s*<th scope=\"row\">.*?</tr>")
    assert [re.sub(r"\d+ \w+ \d{4} \(", "<tanggal> (", row) for row in rows if row.startswith("Kecamatan")] == [
        "Kecamatan Batumandi Kabupaten Balangan 2022 26 23 15 tingkat berbeda <tanggal> (versi 1)"
    ]
    assert len(rows) == 3


def test_examples_are_marked_as_fictional(client: FlaskClient) -> None:
    rows = each(main_of(client, "/"), r"<tr>\s*<th scope=\"row\">.*?</tr>")
    assert [row.split(" contoh fiktif")[0] != row for row in rows] == [not row.startswith("Kecamatan") for row in rows]


@pytest.mark.parametrize("order", ["nama", "kinerja", "konflik", "impor"])
def test_the_units_can_be_sorted(client: FlaskClient, order: str) -> None:
    assert len(each(main_of(client, f"/?urut={order}"), r"<th scope=\"row\">.*?</th>")) == 3


def test_a_search_marks_the_words_and_groups_the_hits(client: FlaskClient) -> None:
    html = main_of(client, "/cari?q=keuangan+desa")
    assert each(html, r"<h2.*?</h2>") == ["Kinerja 1", "Indikator 2"]
    assert each(html, r"<mark>.*?</mark>")[:3] == ["Keuangan", "Desa", "Desa"]
    assert html.count("autofocus") == 1


def test_a_search_without_a_hit_says_what_to_do(client: FlaskClient) -> None:
    assert "Tidak ada yang cocok" in read(client, "/cari?q=zzzzqq")


def test_a_search_for_html_is_shown_as_text(client: FlaskClient) -> None:
    assert "<script>alert" not in client.get("/cari?q=<script>alert(1)</script>").text


def test_the_unit_tree_holds_all_kinerja_and_says_which_links_are_inferred(client: FlaskClient) -> None:
    html = main_of(client, UNIT)
    assert (html.count('role="treeitem"'), html.count('aria-expanded="true"')) == (26, 15)
    assert len(each(html.split('class="legend"')[0], r'<span class="sure sure-urutan".*?</span>')) == 25
    assert "26 kinerja 23 indikator" in text_of(html)
    assert "15 tingkat berbeda antartahap" in text_of(html)


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("urutan", "Meningkatnya Indeks Reformasi Birokrasi"),
        ("tingkat", "Meningkatnya Indeks Reformasi Birokrasi"),
        ("kinerja", "Meningkatnya Indeks Reformasi Birokrasi"),
        ("indikator", "Meningkatnya Indeks Reformasi Birokrasi"),
        ("komponen", "Terkoordinasinya Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan"),
        ("pengampu", "Meningkatnya Kualitas Pelayanan Publik"),
    ],
)
def test_the_list_is_sorted_as_asked(client: FlaskClient, order: str, first: str) -> None:
    rows = each(main_of(client, f"{UNIT}/daftar?urut={order}"), r"<th scope=\"row\">.*?</th>")
    assert (len(rows), rows[0]) == (26, first)


def test_a_kinerja_tells_its_way_up_as_sentences(client: FlaskClient, finance: str) -> None:
    html = main_of(client, finance).split("<details")[0]
    assert [
        re.sub(r" (disimpulkan|tertulis)$", "", said) for said in each(html, r'<div class="said">.*?</div>')
    ] == WAY_UP


def test_a_kinerja_shows_its_rows_as_written_with_the_cell_marked(client: FlaskClient, finance: str) -> None:
    html = main_of(client, finance)
    assert each(html, r'<section class="source">\s*<header>(.*?)</a>') == [
        "Tahap 3 · baris 22",
        "Tahap 4 · baris 24",
        "Tahap 5 · baris 24",
    ]
    told = each(html, r'<td class="told">.*?</td>')
    assert told == [f"Sel yang dimaksud: {VILLAGE_FINANCE}"] * 3


def test_the_top_kinerja_says_that_it_is_the_outcome(client: FlaskClient, seeded: Graph) -> None:
    top = find_one(seeded, "Meningkatnya Indeks Reformasi Birokrasi")
    page = read(client, f"/kinerja/{top}")
    assert "Ini hasil yang dituju: tidak ada kinerja di atasnya." in page
    assert "Bagaimana 25" in page


def test_every_chip_leads_to_the_row_that_it_names(client: FlaskClient, finance: str) -> None:
    chips = set(re.findall(r'<a class="chip" data-row href="([^"]+)"[^>]*>([^<]+)</a>', main_of(client, finance)))
    assert len(chips) >= 13
    for href, name in chips:
        assert each(main_of(client, unescape(href)), r"<h1>.*?</h1>") == [name]


def test_an_indicator_shared_by_two_kinerja_shows_both_ways(client: FlaskClient) -> None:
    found = re.search(r'href="(/indikator/[^"]+)"', main_of(client, "/cari?q=indeks+kepuasan+masyarakat"))
    assert found
    page = read(client, found[1])
    assert "mengukur 2 kinerja" in page
    assert "Meningkatnya Kualitas Pelayanan Publik" in page


def test_a_position_lists_what_it_answers_for(client: FlaskClient) -> None:
    page = read(client, "/jabatan/kecamatan-batumandi-camat")
    assert "mengampu 1 kinerja" in page
    assert "Meningkatnya Kualitas Pelayanan Publik agar Meningkatnya Indeks Reformasi Birokrasi" in page


def test_a_passport_carries_hash_revision_and_rows(client: FlaskClient, finance: str) -> None:
    html = main_of(client, f"{finance}/paspor")
    assert len(re.findall(r"SHA-256 (?:berkas asli )?[0-9a-f]{64}", text_of(html))) == 2
    assert f'href="/api{finance}/paspor"' in html
    assert [
        s.split(" disimpulkan")[0].split(" tertulis")[0] for s in each(html, r'<div class="said">.*?</div>')
    ] == WAY_UP


def test_the_document_page_accounts_for_every_row(client: FlaskClient) -> None:
    page = read(client, DOCUMENT)
    assert "Mandat, permasalahan" in page
    assert "STR07 15" in page
    assert "158 seluruhnya" in page


def test_the_document_page_keeps_the_guidance_at_its_stage(client: FlaskClient) -> None:
    html = main_of(client, DOCUMENT)
    assert each(html, r"<summary>(Tahap.*?)</summary>") == ["Tahap 1 4", "Tahap 2 4", "Tahap 3 8"]
    assert "CSF menggambarkan isu faktual" in text_of(html)


def test_the_original_file_comes_back_byte_by_byte(client: FlaskClient) -> None:
    answer = client.get(f"{DOCUMENT}/versi/1/berkas")
    assert answer.data == (ROOT / "seeds" / "batumandi-2022.txt").read_bytes()
    assert "batumandi-2022.txt" in answer.headers["Content-Disposition"]


def test_the_page_about_the_data_shows_the_guidance_beside_its_stage(client: FlaskClient) -> None:
    html = main_of(client, "/tentang")
    stages = each(html, r"<summary>(Tahap.*?)</summary>")
    assert [stage.split(":")[0] for stage in stages] == [f"Tahap {n}" for n in range(1, 6)]
    second = text_of(html.split("Tahap 2:")[1].split("</details>")[0])
    assert "CSF menggambarkan isu faktual Tahap 2 · baris 1 Kecamatan Batumandi 2022" in second
    assert "Kecamatan Batumandi 2022 : mandat, permasalahan" in text_of(html)


@pytest.mark.parametrize(
    "path",
    [
        "/kinerja/XXX-99-AAAA",
        "/kinerja/XXX-99-AAAA/paspor",
        "/indikator/tidak-ada",
        "/jabatan/tidak-ada",
        "/skpd/tidak-ada",
        f"{UNIT}?tahun=1999",
        "/dokumen/tidak-ada",
        f"{DOCUMENT}/baris/99999",
        f"{DOCUMENT}/versi/9/berkas",
        "/halaman-yang-tidak-ada",
    ],
)
def test_what_is_not_there_says_so_and_what_to_do(client: FlaskClient, path: str) -> None:
    page = read(client, path, 404)
    assert page.count("Yang dapat dilakukan:") == 1
    assert "Traceback" not in page


@pytest.mark.parametrize("path", ["/?urut=acak", "/?halaman=0", f"{UNIT}?tahun=duaribu", f"{UNIT}/daftar?urut=x"])
def test_an_address_that_asks_for_nonsense_is_refused_with_the_field(client: FlaskClient, path: str) -> None:
    assert "pada alamat ini tidak dikenal" in read(client, path, 422)


def test_no_page_holds_script_or_style_of_its_own(client: FlaskClient, finance: str) -> None:
    for path in ("/", UNIT, f"{UNIT}/daftar", finance, f"{finance}/paspor", DOCUMENT, "/tentang", "/cari?q=desa"):
        html = client.get(path).text
        assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", html) == []


def test_styles_and_scripts_are_kept_by_the_browser_for_a_year(client: FlaskClient) -> None:
    assets = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/").text)
    assert len(assets) >= 7
    for url in assets:
        answer = client.get(unescape(url))
        assert (answer.status_code, "immutable" in answer.headers["Cache-Control"]) == (200, True)


def test_every_page_says_on_paper_when_it_was_printed_and_of_which_revision(client: FlaskClient, finance: str) -> None:
    paths = ("/", "/cari?q=desa", UNIT, f"{UNIT}/daftar", finance, f"{finance}/paspor", DOCUMENT, "/tentang")
    for path in (*paths, "/jabatan/kecamatan-batumandi-camat"):
        foot = each(client.get(path).text, r'<p class="on-paper">(.*?)</p>')[-1]
        assert re.fullmatch(r"Kinerja Graph · dicetak \d+ \w+ \d{4} pukul \d\d\.\d\d, revisi \d+ · http://.*", foot), (
            path
        )
