"""The console in a browser: a statement from its first letter to its address, its faults, a saved question, a question
that is picked from the list. Whatever a page does here, the browser's log stays empty (Content-Security-Policy too)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from service.app import create_app
from service.config import read_settings
from service.graph import Graph
from service.server import Connection
from tests.browser.conftest import Opener, Served, serving
from tests.conftest import environment, with_seeds
from tests.console_here import console_here

ENDLESS = "WITH [1,2,3,4,5,6,7,8,9,10] AS l " + "".join(f"UNWIND l AS {name} " for name in "abcdefghijk")


@pytest.fixture(scope="module")
def served(
    browser: Browser,
    shared_graph: Graph,
    neo4j_server: Connection,
    tmp_path_factory: pytest.TempPathFactory,
    cache: Path,
) -> Iterator[Served]:
    """The application with the seeds; the run's own server stands in the place of the mirror."""
    settings = read_settings(environment(tmp_path_factory.mktemp("konsol") / "data", cache))
    app = create_app(with_seeds(shared_graph, settings), settings)
    with console_here(app, neo4j_server, shared_graph), serving(app) as url:
        yield Served(url, shared_graph, settings)


def write(page: Page, text: str) -> None:
    """Text in place of what the editor holds, typed as a person would."""
    page.get_by_label("Teks Cypher").click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def run(page: Page, text: str) -> None:
    write(page, text)
    page.keyboard.press("Escape")  # what is offered goes
    page.keyboard.press("Control+Enter")


def state(page: Page) -> Locator:
    return page.locator("[data-result=keadaan]")


def test_a_statement_is_completed_run_drawn_and_shared(open_page: Opener) -> None:
    page = open_page("/konsol")
    expect(page.locator(".schema").get_by_role("button", name="Kinerja", exact=True)).to_be_visible()  # names are here
    write(page, "MATCH p = (:Kiner")
    page.get_by_role("option", name=re.compile("^Kinerja ?[0-9]")).click()
    page.keyboard.type(")-[:CAU")
    page.get_by_role("option", name=re.compile("^CAUSES")).click()
    page.keyboard.type("]->() WHERE head(nodes(p)).id STARTS WITH 'BTM' RETURN p")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    expect(state(page)).to_contain_text("25 baris")
    expect(page.locator("[data-result=tergambar]")).to_have_text("26 simpul dan 25 hubungan tergambar.")

    page.get_by_text("Daftar simpul").click()
    page.get_by_role("button", name=re.compile("Meningkatnya Indeks Reformasi Birokrasi")).click()
    side = page.get_by_label("Rincian simpul")
    expect(side.get_by_role("link", name="Buka halamannya")).to_be_visible()
    side.get_by_role("button", name="←MEASURES─ 1").click()
    expect(page.locator("[data-result=tergambar]")).to_have_text("27 simpul dan 26 hubungan tergambar.")

    page.get_by_role("tab", name="JSON").click()
    expect(page.locator("[data-result=json]")).to_contain_text('"tingkat": "strategis skpd"')
    page.reload()  # the address holds the statement
    expect(state(page)).to_contain_text("25 baris")
    page.get_by_role("tab", name="Tabel").click()
    expect(page.locator(".tabulator-row a").first).to_have_attribute("href", re.compile("^/kinerja/"))


def test_a_fault_shows_its_place_and_a_refusal_its_wall(open_page: Opener) -> None:
    page = open_page("/konsol")
    run(page, "MATCH (k:Kinerja) RETUR k.id AS id LIMIT 5")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("Salah di baris 1, kolom 19")
    told.get_by_role("button", name="Ganti dengan RETURN").click()
    page.keyboard.press("Control+Enter")
    expect(state(page)).to_contain_text("5 baris")

    run(page, "MATCH (k:Kinerja) SET k.uraian = 'x' RETURN k")
    expect(told).to_contain_text("Tidak dijalankan (dinding klausa)")

    run(page, f"{ENDLESS}RETURN count(*) AS n")
    expect(state(page)).to_contain_text("berjalan")
    page.keyboard.press("Escape")
    expect(state(page)).to_contain_text("dibatalkan setelah")


def test_a_question_is_saved_opened_by_its_address_deleted_and_put_back(open_page: Opener) -> None:
    page = open_page("/konsol")
    run(page, "MATCH (k:Kinerja) WHERE k.tahun = $tahun RETURN count(k) AS banyak")
    page.get_by_label("Jenis $tahun").select_option("angka")
    page.get_by_label("$tahun", exact=True).fill("2022")
    page.get_by_role("button", name="Simpan pertanyaan").click()
    page.get_by_label("Nama").fill("Kinerja setahun")
    page.get_by_role("button", name="Simpan sebagai pertanyaan baru").click()
    link = page.get_by_role("link", name="Kinerja setahun")
    page.goto(str(link.first.get_attribute("href")))
    expect(page.locator(".tabulator-cell").first).to_have_text(re.compile("^[0-9]+$"))

    page.get_by_role("button", name="Hapus Kinerja setahun").click()
    expect(link).to_have_count(0)
    page.get_by_role("button", name="Urungkan").click()
    expect(link).to_have_count(1)


def test_a_question_of_the_list_is_answered_for_what_is_picked(open_page: Opener) -> None:
    page = open_page("/konsol/pertanyaan", layar="ponsel", warna="dark")
    page.get_by_role("link", name="Lewat mana sebuah kinerja sampai ke outcome?").click()
    before = page.get_by_role("combobox", name="Kinerja").input_value()
    expect(state(page)).to_contain_text("5 baris")
    page.get_by_role("combobox", name="Kinerja").fill("aset desa")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # the first one picks, the second one runs
    expect(page).to_have_url(re.compile("kinerja=BTM-22-"))
    expect(page.locator(".tabulator-row").first).to_contain_text("Pendayagunaan Aset Desa")
    page.go_back()
    expect(page.get_by_role("combobox", name="Kinerja")).to_have_value(before)
