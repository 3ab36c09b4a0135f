"""The box diagram in a browser: what one can do with wheel, keys and buttons, and what comes out of the printer."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from service.pohon.sheets import PAPERS
from tests.browser.conftest import Opener, Served

PICTURE = "/skpd/kecamatan-batumandi/pohon"
BRANCH = "Meningkatnya Pembinaan dan Pengawasan Pemerintahan Desa"


def view_box(page: Page) -> list[float]:
    return [float(n) for n in str(page.locator("#pohon-kanvas > svg").first.get_attribute("viewBox")).split()]


def box(page: Page, statement: str) -> Locator:
    return page.locator(".kotak", has=page.locator(f'title:has-text("{statement}. Indikator")')).first


def test_it_opens_fitted_to_the_window(open_page: Opener) -> None:
    page = open_page(PICTURE)
    outside = page.evaluate(
        """() => { const frame = document.querySelector("#pohon-kanvas").getBoundingClientRect();
           return [...document.querySelectorAll(".kotak .bingkai")].map((e) => e.getBoundingClientRect()).filter((r) =>
             r.left < frame.left || r.right > frame.right || r.top < frame.top || r.bottom > frame.bottom).length }"""
    )
    assert (page.locator(".kotak").count(), outside) == (7, 0)


def test_opening_a_branch_keeps_its_box_in_place_and_the_address_tells_it(open_page: Opener) -> None:
    page = open_page(PICTURE)
    page.locator("#pohon-kanvas").focus()
    page.keyboard.press("-")
    middle = box(page, "Meningkatnya Koordinasi Ketentraman dan Ketertiban Umum")
    before = middle.locator(".bingkai").bounding_box()
    middle.locator("a.ungkap .tombol").click()
    expect(page.locator(".kotak")).to_have_count(8)
    after = middle.locator(".bingkai").bounding_box()
    assert before
    assert after
    # It moves no further than it takes to bring the opened box into the window: not aside, only up.
    assert after["x"] == pytest.approx(before["x"], abs=2)
    opened = box(page, "Terkoordinasinya Upaya Penyelenggaraan Ketentraman dan Ketertiban Umum").locator(".tombol")
    frame, button = page.locator("#pohon-kanvas").bounding_box(), opened.bounding_box()
    assert frame
    assert button
    assert button["y"] + button["height"] <= frame["y"] + frame["height"]
    assert "buka=" in page.url
    page.go_back()
    expect(page.locator(".kotak")).to_have_count(7)


def test_the_button_keeps_the_focus_so_that_space_for_keys_is_not_lost(open_page: Opener) -> None:
    page = open_page(PICTURE)
    page.locator("a.ungkap[aria-expanded=false]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kotak")).to_have_count(10)
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"


def test_search_counts_dims_and_steps_by_keyboard(open_page: Opener) -> None:
    page = open_page(PICTURE)
    page.locator("#cari-pohon").press_sequentially("keuangan desa")
    expect(page.locator("#pohon-hasil")).to_contain_text("3 kinerja cocok")
    told = page.locator("[data-hit-told]")
    expect(told).to_have_text("1 dari 3")
    page.keyboard.press("Enter")
    expect(told).to_have_text("2 dari 3")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    expect(told).to_have_text("3 dari 3")
    expect(page.locator(".kotak.kini")).to_be_in_viewport()
    assert page.locator(".kotak.temu").count() == 3
    assert page.locator(".kotak.redup").count() == page.locator(".kotak").count() - 3
    assert page.url.endswith("cari=keuangan+desa")


def test_a_search_that_finds_nothing_says_so(open_page: Opener) -> None:
    page = open_page(PICTURE)
    page.locator("#cari-pohon").fill("zzqq")
    expect(page.locator("#pohon-hasil")).to_contain_text("Tidak ada yang cocok dengan “zzqq”.")
    expect(page.locator("[data-pohon-hits]")).to_be_hidden()


def test_focus_hides_the_rest_and_can_be_left(open_page: Opener) -> None:
    page = open_page(PICTURE)
    box(page, BRANCH).locator("a.fokus .cincin").click()
    expect(page.locator(".kotak")).to_have_count(8)
    assert "fokus=" in page.url
    page.get_by_role("link", name="Tampilkan seluruh pohon").click()
    expect(page.locator(".kotak")).to_have_count(7)


def test_zoom_and_pan_by_keys_wheel_and_drag(open_page: Opener) -> None:
    page = open_page(PICTURE)
    canvas = page.locator("#pohon-kanvas")
    fitted = view_box(page)
    canvas.focus()
    page.keyboard.press("+")
    assert view_box(page)[2] == pytest.approx(fitted[2] / 1.25)
    page.keyboard.press("ArrowRight")
    moved = view_box(page)
    page.keyboard.press("0")
    assert view_box(page) == pytest.approx(fitted)
    canvas.hover()
    page.mouse.wheel(0, -300)
    assert view_box(page)[2] < fitted[2]
    nearer = view_box(page)
    frame = canvas.bounding_box()
    assert frame
    page.mouse.move(frame["x"] + 300, frame["y"] + 30)
    page.mouse.down()
    page.mouse.move(frame["x"] + 400, frame["y"] + 60, steps=4)
    page.mouse.up()
    assert view_box(page)[0] < nearer[0]
    assert moved[0] > fitted[0]


def test_dragging_over_a_box_does_not_open_it_and_clicking_does(open_page: Opener) -> None:
    page = open_page(PICTURE)
    top = box(page, "Meningkatnya Indeks Reformasi Birokrasi").locator(".kepala")
    at = top.bounding_box()
    assert at
    page.mouse.move(at["x"] + 50, at["y"] + 40)
    page.mouse.down()
    page.mouse.move(at["x"] + 120, at["y"] + 80, steps=5)
    page.mouse.up()
    assert page.url.endswith("/pohon")
    top.click(position={"x": 50, "y": 40})
    page.wait_for_url("**/kinerja/*")


def test_every_box_can_be_reached_by_keyboard_and_comes_into_the_window(open_page: Opener) -> None:
    page = open_page(f"{PICTURE}?sampai=0")
    canvas = page.locator("#pohon-kanvas")
    canvas.focus()
    for _ in range(12):
        page.keyboard.press("+")
    for _ in range(6):
        page.keyboard.press("Tab")
    focused = page.evaluate(
        "document.activeElement.closest('.kotak').querySelector('.bingkai').getBoundingClientRect()"
    )
    frame = canvas.bounding_box()
    assert frame
    assert frame["x"] <= focused["x"] <= frame["x"] + frame["width"]
    assert frame["y"] <= focused["y"] <= frame["y"] + frame["height"]


def test_a_phone_shows_one_branch_as_a_list_and_the_picture_when_asked(open_page: Opener) -> None:
    page = open_page(PICTURE, layar="ponsel")
    expect(page.locator("#pohon-gambar")).to_be_hidden()
    # The five of the first branch, the two beside its fourth and the four beside its third.
    expect(page.locator("#daftar li a:visible")).to_have_count(11)
    page.get_by_role("link", name="Lihat sebagai gambar").click()
    expect(page.locator("#pohon-kanvas")).to_be_visible()
    wide = page.evaluate("document.querySelector('.kotak .bingkai').getBoundingClientRect().width")
    assert wide > 150


def test_without_javascript_the_picture_is_there_and_its_buttons_work(open_page: Opener) -> None:
    page = open_page(PICTURE, java_script_enabled=False)
    page.locator("a.ungkap[aria-expanded=false]").first.click()
    assert page.locator(".kotak").count() == 10


@pytest.mark.parametrize("warna", ["light", "dark"])
def test_text_in_boxes_keeps_its_contrast(open_page: Opener, warna: str) -> None:
    page = open_page(f"{PICTURE}?sampai=0", warna=warna)
    pairs = page.evaluate(
        """() => [...document.querySelectorAll(".kotak")].flatMap((k) => [".di-kepala|.kepala", ".di-badan|.badan"]
             .map((p) => p.split("|").map((s) => k.querySelector(s)).map((e) => e && getComputedStyle(e).fill)))
             .filter(([ink, back]) => ink && back)"""
    )
    assert pairs
    assert [pair for pair in pairs if contrast(*pair) < 6] == []


@pytest.mark.parametrize(("paper", "orientation"), [("A4", "lanskap"), ("A3", "potret"), ("A0", "lanskap")])
def test_the_printer_gets_one_page_of_that_paper_per_sheet(open_page: Opener, paper: str, orientation: str) -> None:
    page = open_page(f"{PICTURE}/cetak?kertas={paper}&arah={orientation}")
    sheets = page.locator("svg.lembar").count()
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    sizes = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]", pdf)
    mm = {tuple(round(float(n) * 25.4 / 72) for n in size) for size in sizes}
    short, long = PAPERS[paper]  # type: ignore[index]
    assert (len(sizes), mm) == (sheets, {(long, short) if orientation == "lanskap" else (short, long)})


def test_a_small_map_helps_from_sixty_boxes_on(open_page: Opener, served: Served) -> None:
    served.graph.command(LARGE_UNIT)
    page = open_page("/skpd/dinas-besar/pohon?sampai=0")
    assert page.locator(".kotak").count() == 73
    small = page.locator(".peta-kecil")
    expect(small.locator("rect")).to_have_count(74)
    page.locator("[data-zoom=in]").click(click_count=6)
    before = view_box(page)
    small.click(position={"x": 5, "y": 5})
    assert view_box(page)[:2] < before[:2]
    expect(open_page(PICTURE).locator(".peta-kecil")).to_have_count(0)


LARGE_UNIT = """
MATCH (p:Pemda) WITH p LIMIT 1
CREATE (s:SKPD {kode: 'dinas-besar', nama: 'Dinas Besar', jenis: 'dinas', alias: [], singkatan: 'DB', diatur: []})
CREATE (s)-[:PART_OF]->(p)
CREATE (s)-[:HAS_DOCUMENT]->(d:Dokumen {id: 'dinas-besar-2031', jenis: 'cascading', tahun: 2031, judul: 'Rekaan'})
CREATE (d)-[:HAS_VERSION]->(v:Versi {id: 'dinas-besar-2031-v1', nomor: 1, sha256: 'x', nama_berkas: 'x', ukuran: 1,
  diimpor_pada: '2031-01-01T00:00:00+08:00', oleh: 'lokal', pembaca: '1', tidak_disebut: []})
CREATE (d)-[:CURRENT]->(v)
WITH s UNWIND range(0, 72) AS n
CREATE (k:Kinerja {id: 'besar-' + n, kode: '', uraian: 'Terlaksananya pekerjaan nomor ' + n, tahun: 2031,
  tingkat: 'operasional', tingkat_usul: 'operasional', alasan_tingkat: '', diputuskan: false,
  urut_tingkat: 1 + toInteger(ceil(log(n * 7.0 + 1) / log(8))), kedalaman: 0, kondisi: true, komponen: '',
  sidik: 's' + n, sidik_makna: '', urutan: n, konflik: false,
  tingkat_t3: '', tingkat_t4: '', tingkat_t5: '', tingkat_komponen: ''})-[:OWNED_BY]->(s)
WITH n, k WHERE n > 0
MATCH (e:Kinerja {id: 'besar-' + ((n - 1) / 8)})
CREATE (k)-[:CAUSES {asal: 'urutan', alasan: '', utama: true, versi: []}]->(e)
"""


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
