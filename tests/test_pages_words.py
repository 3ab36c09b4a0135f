"""How values are written on pages: dates, numbers, marked words, the cell of a fact; what an address asks for."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask

from service.errors import Invalid
from service.web import asked, marking, words

AFTERNOON = datetime(2026, 11, 24, 14, 5)


def test_a_moment_is_written_as_in_a_letter() -> None:
    assert words.waktu(AFTERNOON) == "24 November 2026 pukul 14.05"
    assert words.tanggal(AFTERNOON.isoformat()) == "24 November 2026"
    assert words.tanggal_pendek("2022-05-02T08:00:00") == "2 Mei 2022"


def test_a_moment_with_an_offset_is_told_in_local_time() -> None:
    moment = "2026-11-24T14:05:00+08:00"
    assert words.waktu(moment) == words.waktu(datetime.fromisoformat(moment).astimezone().replace(tzinfo=None))


def test_no_moment_is_no_text() -> None:
    assert [words.tanggal(""), words.tanggal_pendek(""), words.waktu("")] == ["", "", ""]


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (26, "26"), (1234, "1.234"), (1234.5, "1.234,5"), (1_000_000, "1.000.000"), (0.25, "0,2")],
)
def test_a_number_has_indonesian_separators(number: float, text: str) -> None:
    assert words.angka(number) == text


@pytest.mark.parametrize(
    ("text", "spans", "html"),
    [
        ("aset desa", ((5, 9),), "aset <mark>desa</mark>"),
        ("aset desa", (), "aset desa"),
        ("aset desa", ((5, 9), (0, 4)), "<mark>aset</mark> <mark>desa</mark>"),
        ("aset desa", ((0, 6), (5, 9)), "<mark>aset d</mark><mark>esa</mark>"),
        ("a < b & c", ((4, 5),), "a &lt; <mark>b</mark> &amp; c"),
        ("<script>", ((0, 8),), "<mark>&lt;script&gt;</mark>"),
    ],
)
def test_found_words_are_marked_and_nothing_else_becomes_html(
    text: str, spans: tuple[tuple[int, int], ...], html: str
) -> None:
    assert str(marking.marked(text, spans)) == html


CELLS = ("Tahap 3", "Terseleenggaranya Urusan Pemerintahan", "Jumlah Waktu", "kinerja operasional")


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("Jumlah Waktu", {2}),
        ("operasional", {3}),
        ("JUMLAH  waktu", {2}),
        ("Terselenggaranya Urusan Pemerintahan", {1}),
        ("Persentase Desa Tertib", set()),
        ("", set()),
    ],
    ids=["as written", "inside a cell", "other case", "a repaired spelling", "not in this row", "nothing asked"],
)
def test_the_cell_of_a_fact_is_found(fact: str, told: set[int]) -> None:
    assert marking.told_cells(CELLS, fact) == told


def test_a_link_says_how_sure_it_is() -> None:
    assert [words.certainty(origin) for origin in ("tersurat", "urutan", "diputuskan")] == [
        "tertulis",
        "disimpulkan",
        "✓ diputuskan",
    ]


@pytest.mark.parametrize(
    ("query", "value"), [("", 1), ("halaman=", 1), ("halaman=7", 7)], ids=["absent", "empty", "given"]
)
def test_a_page_number_is_read(query: str, value: int) -> None:
    with Flask(__name__).test_request_context(f"/?{query}"):
        assert asked.page_number() == value


@pytest.mark.parametrize("value", ["0", "-1", "x", "1e9", "9" * 40, "²"])
def test_a_page_number_that_is_none_is_refused_with_the_field(value: str) -> None:
    with Flask(__name__).test_request_context("/", query_string={"halaman": value}), pytest.raises(Invalid) as refused:
        asked.page_number()
    assert list(refused.value.fields) == ["halaman"]


def test_an_order_that_is_not_offered_is_refused_with_what_is() -> None:
    with Flask(__name__).test_request_context("/?urut=acak"), pytest.raises(Invalid) as refused:
        asked.chosen("urut", ("nama", "kinerja"))
    assert refused.value.hint == "Pilih nama, kinerja."
