"""From the set-up link to a planner's desk, with keyboard, on a desk and on a phone, as people do it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from service.app import create_app
from service.config import Settings
from service.graph import Graph
from service.store import invitations, open_store
from tests.browser.conftest import SCREENS, serving
from tests.browser.test_pages import wider_than_the_screen
from tests.people import OTHER, WORDS, quick_hashes

__all__ = ["quick_hashes"]

UNIT = "CREATE (:SKPD {kode: 'dinas-satu', nama: 'Dinas Satu', jenis: 'dinas'})"


def desk(browser: Browser, url: str, faults: list[str], layar: str) -> Page:
    width, height = SCREENS[layar]
    page = browser.new_context(base_url=url, viewport={"width": width, "height": height}, locale="id-ID").new_page()
    page.on("console", lambda line: line.type == "error" and faults.append(line.text))
    return page


@pytest.mark.usefixtures("quick_hashes")
def test_two_people_get_their_accounts_and_sign_in_and_out(browser: Browser, graph: Graph, settings: Settings) -> None:
    graph.command(UNIT)
    with_accounts, faults = replace(settings, accounts=True), []
    store = open_store(with_accounts)
    first = invitations.for_first(store)
    store.close()
    with serving(create_app(graph, with_accounts)) as url:
        admin, planner = (desk(browser, url, faults, layar) for layar in ("meja", "ponsel"))

        admin.goto(f"/undangan/{first}")
        admin.get_by_label("Nama akun").fill("admin")
        admin.get_by_label("Kata sandi baru", exact=True).fill(WORDS)
        admin.get_by_label("Kata sandi baru, sekali lagi").fill(WORDS)
        admin.keyboard.press("Enter")
        expect(admin.get_by_role("navigation", name="Akun")).to_contain_text("admin")

        admin.goto("/akun/semua/_tambah")
        admin.get_by_label("Nama akun").fill("perencana-satu")
        admin.get_by_label("Perencana perangkat daerah").check()
        admin.get_by_label("Dinas Satu").check()
        admin.get_by_role("button", name="Tambah akun dan buat tautannya").click()
        link = admin.locator("#tautan").inner_text()

        planner.goto(link)
        planner.get_by_label("Kata sandi baru", exact=True).fill(OTHER)
        planner.get_by_label("Kata sandi baru, sekali lagi").fill(OTHER)
        planner.keyboard.press("Enter")
        expect(planner.get_by_role("navigation", name="Akun")).to_contain_text("perencana-satu")
        planner.goto("/akun")
        expect(planner.get_by_role("main")).to_contain_text("menulis untuk Dinas Satu")
        assert wider_than_the_screen(planner) == []

        planner.get_by_role("button", name="Keluar").click()
        expect(planner.get_by_role("status")).to_contain_text("Anda sudah keluar.")
        planner.goto("/cari?q=dinas")
        planner.keyboard.type("perencana-satu")  # the field has the focus
        planner.keyboard.press("Tab")
        planner.keyboard.type(OTHER)
        planner.keyboard.press("Enter")
        expect(planner).to_have_url(f"{url}/cari?q=dinas")

        wide = {}
        for page in (admin, planner):
            page.goto("/akun")
            wide[page.url] = wider_than_the_screen(page)
        admin.set_viewport_size({"width": 390, "height": 844})
        for address in ("/akun", "/akun/semua", "/akun/semua/_tambah", "/akun/semua/perencana-satu"):
            admin.goto(address)
            wide[address] = wider_than_the_screen(admin)
        assert {address: found for address, found in wide.items() if found} == {}
        for page in (admin, planner):
            page.context.close()
    assert faults == []
