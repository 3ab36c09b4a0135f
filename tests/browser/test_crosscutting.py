"""Pairs are decided by keyboard alone: to and fro, yes, no, taking back; and no key counts while somebody writes."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from service.graph import Graph
from tests.browser.conftest import Opener, Served
from tests.crosscut_pairs import detect, edges

FISHERY, DISASTER = "dinas-perikanan", "badan-penanggulangan-bencana-daerah"
POSITION = ".pair-head p"


def three_pairs(graph: Graph) -> list[tuple[str, str]]:
    """Detected between the two fictional units, the strongest first."""
    text = "MATCH (k:Kinerja)-[:OWNED_BY]->({kode: $kode}) RETURN k.id AS id ORDER BY id LIMIT 3"
    ids = [[row["id"] for row in graph.command(text, kode=kode)] for kode in (FISHERY, DISASTER)]
    found = [(min(ends), max(ends)) for ends in zip(*ids, strict=True)]
    for score, ends in zip((0.7, 0.6, 0.5), found, strict=True):
        detect(graph, *ends, skor=score)
    graph.command("MATCH (m:Meta) SET m.silang_revisi = m.revisi, m.silang_pada = '2026-11-24T14:05:00+07:00'")
    return found


def test_pairs_are_decided_by_keyboard(open_page: Opener, served: Served) -> None:
    graph = served.graph
    first, second, _ = three_pairs(graph)
    page = open_page("/crosscutting")
    expect(page.locator(POSITION)).to_contain_text("Pasangan 1 dari 3")
    page.keyboard.press("j")
    expect(page.locator(POSITION)).to_contain_text("Pasangan 2 dari 3")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(POSITION)).to_contain_text("Pasangan 1 dari 3")

    page.keyboard.press("t")
    main = page.get_by_role("button", name="Tetapkan untuk keduanya")
    expect(main).to_be_focused()
    page.get_by_label("Alasan (terbaca oleh semua)").fill("")
    page.get_by_label("Alasan (terbaca oleh semua)").press_sequentially("Otto jujur")  # o, t and j are keys elsewhere
    expect(page.locator(POSITION)).to_contain_text("Pasangan 1 dari 3")
    main.focus()
    page.keyboard.press("t")
    expect(page.get_by_role("status").first).to_contain_text("Disepakati untuk keduanya.")
    expect(page.locator(POSITION)).to_contain_text("Pasangan 1 dari 2")
    assert ("CROSSCUTS", *first) in edges(graph)

    page.keyboard.press("o")
    page.keyboard.press("2")
    expect(page.get_by_role("status").first).to_contain_text("Ditolak untuk keduanya.")
    assert ("NOT_CROSSCUT", *second) in edges(graph)

    page.keyboard.press("u")
    expect(page.get_by_role("status").first).to_contain_text("Keputusan diurungkan.")
    expect(page).to_have_url(re.compile(f"{second[0]}(~|%7E){second[1]}"))
    assert ("MAY_CROSSCUT", *second) in edges(graph)
