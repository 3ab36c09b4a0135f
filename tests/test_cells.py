"""The form of one value of an answer: readable, JSON, and never longer than wanted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from neo4j.spatial import CartesianPoint
from neo4j.time import Date, DateTime, Duration

from service.cells import as_text, as_value, cell, row
from service.graph import Graph

PLAIN: dict[str, tuple[Any, Any, str]] = {
    "nothing": (None, None, ""),
    "a text": ("desa", "desa", "desa"),
    "yes": (True, True, "true"),
    "a number": (12, 12, "12"),
    "a number that a browser would round": (2**60, str(2**60), str(2**60)),
    "no number": (float("nan"), "NaN", "NaN"),
    "more than any": (float("-inf"), "-Infinity", "-Infinity"),
    "a day": (Date(2026, 11, 24), "2026-11-24", "2026-11-24"),
    "a moment": (DateTime(2026, 11, 24, 9, 30), "2026-11-24T09:30:00.000000000", "2026-11-24T09:30:00.000000000"),
    "a duration": (Duration(days=3), "P3D", "P3D"),
    "a place": (CartesianPoint((1, 2)), "point(srid 7203: 1.0, 2.0)", "point(srid 7203: 1.0, 2.0)"),
    "bytes": (b"\x00\xff", "00ff", "00ff"),
    "a list": ([1, None, "dua"], [1, None, "dua"], '[1, null, "dua"]'),
    "a map": ({"a": [1]}, {"a": [1]}, '{"a": [1]}'),
    "a map that would pass for a node": (
        {"_": "simpul", "alamat": "javascript:1"},
        {"_": "peta", "isi": {"_": "simpul", "alamat": "javascript:1"}},
        '{"_": "simpul", "alamat": "javascript:1"}',
    ),
}


@pytest.mark.parametrize("case", PLAIN)
def test_a_value_has_one_form_and_one_text(case: str) -> None:
    value, form, text = PLAIN[case]
    assert cell(value) == (form, False)
    assert as_text(form) == text
    json.dumps(form, allow_nan=False)


LONG: dict[str, tuple[Any, Any]] = {
    "a text": ("x" * 100, {"_": "potong", "jenis": "teks", "awal": "x" * 26, "panjang": 100}),
    "a list": (
        list(range(1_000_000)),
        {"_": "potong", "jenis": "daftar", "awal": [0, 1, 2, 3, 4, 5, 6], "panjang": 10**6},
    ),
    "a map": (
        {"a" * 20: 1, "b": 2, "c": 3},
        {"_": "potong", "jenis": "peta", "awal": {"a" * 20: 1, "b": 2}, "panjang": 3},
    ),
    "a text in a list": (["y" * 90], [{"_": "potong", "jenis": "teks", "awal": "y" * 22, "panjang": 90}]),
}


@pytest.mark.parametrize("case", LONG)
def test_what_is_too_long_is_cut_and_says_how_long_it_was(case: str) -> None:
    value, form = LONG[case]
    assert cell(value, 30) == (form, True)


def test_a_cut_text_reads_so() -> None:
    cut, _ = cell("x" * 31_000, 24)
    assert as_text(cut) == "x" * 20 + " … (dipotong; panjang seluruhnya 31.000)"


def test_lists_in_lists_end_at_some_depth() -> None:
    deep: list[Any] = []
    for _ in range(5_000):
        deep = [deep]
    form, cut = cell(deep)
    assert cut
    assert json.dumps(form).count("[") == 41


def test_a_row_counts_its_cut_cells_and_numbers_stay_numbers() -> None:
    assert row(["x" * 100, 1, ["y" * 100], None], 30)[1] == 2
    assert [as_value(one) for one in (1, 2.5, True, None, "a")] == [1, 2.5, "true", "", "a"]


def test_nodes_relationships_and_paths_are_readable_and_lead_to_their_page(graph: Graph) -> None:
    graph.command(
        "CREATE (:Kinerja {id: 'K/1', uraian: 'Terawasinya dana desa'})-[:CAUSES {asal: 'urutan'}]->"
        "(:Kinerja {id: 'K2', uraian: 'Tertibnya desa'})<-[:MEASURES]-(:Baris {id: 'B1', nomor: 7})"
    )
    text = "MATCH p = (a:Kinerja {id: 'K/1'})-[r:CAUSES]->(b)<-[:MEASURES]-(c) RETURN a, r, p, c"
    values = graph.reading(lambda tx: list(tx.raw.run(text).single(strict=True)))
    (a, r, p, c), cut = row(values)
    assert cut == 0
    assert {**a, "eid": ""} == {
        "_": "simpul",
        "eid": "",
        "label": ["Kinerja"],
        "kunci": "K/1",
        "judul": "Terawasinya dana desa",
        "alamat": "/kinerja/K%2F1",
        "isi": {"id": "K/1", "uraian": "Terawasinya dana desa"},
    }
    assert r == {
        "_": "hubungan",
        "eid": r["eid"],
        "jenis": "CAUSES",
        "dari": a["eid"],
        "ke": p["simpul"][1]["eid"],
        "isi": {"asal": "urutan"},
    }
    assert (c["judul"], c["alamat"]) == ("B1", None)
    assert [as_text(one) for one in (a, r, p)] == [
        "K/1 Terawasinya dana desa",
        'CAUSES {"asal": "urutan"}',
        "K/1 Terawasinya dana desa -[CAUSES]-> K2 Tertibnya desa <-[MEASURES]- B1",
    ]
    assert cell(values[2], 40)[0]["jenis"] == "jalur"
