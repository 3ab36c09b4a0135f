"""The pages in a browser: nothing cut off at any width, keys and dialogs work, and nothing of it needs JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from service.trace import find_one
from tests.browser.conftest import Opener, Served

UNIT = "/skpd/kecamatan-batumandi"
VILLAGE_FINANCE = "Terfasilitasinya Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa"


@pytest.fixture
def finance(served: Served) -> str:
    """Address of the kinerja about village finance."""
    return f"/kinerja/{find_one(served.graph, VILLAGE_FINANCE)}"


@pytest.fixture
def everywhere(served: Served, finance: str) -> list[str]:
    """One address of every page that is only read."""
    indicator = served.graph.command(
        "MATCH (i:Indikator)-[:MEASURES]->(:Kinerja {id: $id}) RETURN i.id AS id", id=finance.split("/")[-1]
    )[0]["id"]
    return [
        "/",
        "/cari?q=desa",
        "/cari?q=zzzzqq",
        UNIT,
        f"{UNIT}/daftar",
        f"{UNIT}/keputusan",
        finance,
        f"{finance}/induk?cari=desa",
        f"{finance}/pengampu",
        f"{finance}/indikator",
        f"{finance}/padanan",
        f"{finance}/paspor",
        f"/indikator/{indicator}",
        f"/indikator/{indicator}/paspor",
        "/jabatan/kecamatan-batumandi-camat",
        "/dokumen/kecamatan-batumandi-2022",
        "/dokumen/kecamatan-batumandi-2022/baris/130?isi=operasional",
        "/tentang",
        "/tidak-ada",
    ]


def wider_than_the_screen(page: Page) -> list[str]:
    """What sticks out to the right, so that a person would have to scroll the page sideways."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
           [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
             .slice(0, 5).map((e) => `${e.tagName}.${e.className}`)"""
    )


@pytest.mark.parametrize("layar", ["meja", "ponsel"])
def test_no_page_is_wider_than_the_screen(open_page: Opener, everywhere: list[str], layar: str) -> None:
    page = open_page("/", layar=layar)
    wide = {}
    for path in everywhere:
        page.goto(path)
        for warna in ("light", "dark"):
            page.emulate_media(color_scheme=warna)  # type: ignore[arg-type]
            wide[path, warna] = wider_than_the_screen(page)
    assert {place: boxes for place, boxes in wide.items() if boxes} == {}
    assert len(wide) == 2 * len(everywhere)


def test_every_page_has_one_heading_landmarks_and_a_way_past_the_header(
    open_page: Opener, everywhere: list[str]
) -> None:
    page = open_page("/")
    for path in everywhere:
        page.goto(path)
        counts = {name: page.locator(name).count() for name in ("h1", "body > header", "main", "body > footer")}
        assert (path, counts) == (path, {"h1": 1, "body > header": 1, "main": 1, "body > footer": 1})
        assert page.locator("html").get_attribute("lang") == "id"
        if "/cari?" not in path:  # there the first hit has the focus already
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.getAttribute('href')") == "#isi"


def test_a_slash_goes_to_the_search_field_and_enter_opens_the_first_hit(open_page: Opener) -> None:
    page = open_page("/tentang")
    page.keyboard.press("/")
    page.keyboard.type("keuangan desa")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari?**")
    expect(page.locator("mark").first).to_have_text(re.compile("keuangan|desa", re.I))
    page.keyboard.press("Enter")
    page.wait_for_url("**/kinerja/**")
    expect(page.locator("h1")).to_have_text(VILLAGE_FINANCE)


def test_a_source_chip_opens_the_row_as_written_with_its_cell_marked(open_page: Opener, finance: str) -> None:
    page = open_page(finance)
    page.locator(".way a.chip").first.click()
    dialog = page.locator("dialog[open]")
    expect(dialog.locator("td.told")).to_contain_text(VILLAGE_FINANCE)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.url.endswith(finance)


def test_without_javascript_a_source_chip_is_a_page(open_page: Opener, finance: str) -> None:
    page = open_page(finance, java_script_enabled=False)
    page.locator(".way a.chip").first.click()
    expect(page.locator("td.told")).to_contain_text(VILLAGE_FINANCE)
    assert "/baris/" in page.url


def test_without_javascript_the_whole_tree_is_there_and_no_dead_button(open_page: Opener) -> None:
    page = open_page(UNIT, java_script_enabled=False)
    expect(page.locator("[role=treeitem]:visible")).to_have_count(26)
    expect(page.locator("main button:visible")).to_have_count(0)


def shown(page: Page) -> int:
    return page.locator("[role=treeitem]:visible").count()


def test_the_tree_is_walked_with_the_arrow_keys(open_page: Opener) -> None:
    page = open_page(UNIT)
    page.locator("[role=treeitem]").first.focus()
    focused = "document.activeElement.querySelector('.what').innerText.split('\\n')[0].trim()"
    assert page.evaluate(focused) == "Meningkatnya Indeks Reformasi Birokrasi"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused).startswith("Meningkatnya Kualitas Pelayanan Publik")
    page.keyboard.press("ArrowLeft")
    assert (shown(page), page.evaluate("document.activeElement.getAttribute('aria-expanded')")) == (2, "false")
    page.keyboard.press("ArrowRight")
    assert shown(page) == 26
    page.keyboard.press("End")
    assert page.evaluate(focused).startswith("Terfasilitasinya Penyusunan Perencanaan Pembangunan Partisipatif")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kinerja/**")


def test_the_tree_remembers_what_was_closed(open_page: Opener) -> None:
    page = open_page(UNIT)
    page.get_by_role("button", name="Tutup semua").click()
    assert shown(page) == 1
    page.locator(".twist").first.click()
    assert shown(page) == 2
    page.goto("/tentang")
    page.goto(UNIT)
    assert shown(page) == 2
    page.get_by_role("button", name="Buka semua").click()
    assert shown(page) == 26


def test_the_filter_shows_the_hits_with_their_way_up(open_page: Opener) -> None:
    page = open_page(UNIT)
    page.get_by_label("Saring pohon").fill("aset desa keuangan operasional")
    expect(page.locator("[data-tree-told]")).to_have_text("1 dari 26 cocok")
    assert shown(page) == 5
    page.get_by_label("Saring pohon").fill("")
    assert shown(page) == 26


def test_the_way_up_can_be_copied_with_its_source(open_page: Opener, finance: str) -> None:
    page = open_page(finance, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0] == f"{VILLAGE_FINANCE} (operasional)"
    assert [line.split()[0] for line in lines[1:5]] == ["agar"] * 4
    assert lines[4] == "agar Meningkatnya Indeks Reformasi Birokrasi (strategis skpd)"


def test_what_a_finger_touches_is_large_enough(open_page: Opener, finance: str) -> None:
    page = open_page(finance, layar="ponsel")
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, a[role=button], nav a, input, summary")]
             .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
             .filter(([, box]) => box.height && box.height < 43.5).map(([text]) => text)"""
    )
    assert small == []


@pytest.fixture
def printed(open_page: Opener, finance: str) -> bytes:
    return open_page(f"{finance}/paspor", warna="dark").pdf(prefer_css_page_size=True)


def test_the_passport_prints_on_a4(printed: bytes) -> None:
    boxes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", printed)}
    assert {(round(width), round(height)) for _, _, width, height in boxes} == {(595, 842)}


def test_a_parent_is_confirmed_on_the_page_of_the_kinerja_and_undone_again(open_page: Opener, finance: str) -> None:
    page = open_page(finance)
    page.get_by_role("button", name="Benarkan induk ini").click()
    expect(page.locator(".notice[role=status]")).to_contain_text("Induk dibenarkan.")
    link = page.locator(".way > li").nth(1).locator(".sure").first
    expect(link).to_have_text("✓ diputuskan")
    assert (link.get_attribute("title") or "").startswith("lokal, ")
    expect(page.get_by_role("button", name="Benarkan induk ini")).to_have_count(0)
    page.locator(".history li", has_text="lokal, ").get_by_role("button", name="Urungkan").click()
    expect(page.locator(".notice[role=status]")).to_contain_text("Keputusan diurungkan.")
    expect(page.locator(".way > li").nth(1).locator(".sure").first).to_have_text("disimpulkan")
