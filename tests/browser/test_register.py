"""The register in a browser: on a phone nothing is cut off, and a fault is found and mended with the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from service import register
from tests.browser.conftest import Opener, Served
from tests.browser.test_pages import wider_than_the_screen

UNIT = "/register/skpd/kecamatan-batumandi"


@pytest.mark.parametrize("layar", ["meja", "ponsel"])
def test_no_page_of_the_register_is_wider_than_the_screen(open_page: Opener, layar: str) -> None:
    page = open_page(UNIT, layar=layar)
    wide = {UNIT: wider_than_the_screen(page)}
    for jenis in register.KINDS:
        for address in (f"/register/{jenis}", f"/register/{jenis}/_add"):
            page.goto(address)
            wide[address] = wider_than_the_screen(page)
    assert {address: found for address, found in wide.items() if found} == {}


def test_a_fault_is_found_mended_and_saved_with_the_keyboard(open_page: Opener, served: Served) -> None:
    page = open_page(UNIT, layar="ponsel")
    page.get_by_label("Singkatan").fill("b 1")
    page.get_by_label("Singkatan").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("1 isian tidak diterima")
    page.get_by_role("alert").get_by_role("link", name="Singkatan").press("Enter")
    field = page.get_by_label("Singkatan")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Singkatan terdiri dari 2 sampai 5 huruf besar tanpa spasi, "
        "misalnya BTM. 2–5 huruf besar, awal dari nomor kinerja yang baru."
    )
    field.fill("BMD")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Yang akan berubah pada Kecamatan Batumandi")
    page.get_by_role("button", name="Simpan 1 perubahan").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Tersimpan")
    assert register.entry(served.graph, "skpd", "kecamatan-batumandi").isi["singkatan"] == "BMD"
