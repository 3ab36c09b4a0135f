"""The lineage of an indicator, the duties of a position, and which kinerja a text means."""

from __future__ import annotations

import pytest

from service.errors import Ambiguous, NotFound
from service.facts import PositionRef, Ref, UnitRef
from service.graph import Graph
from service.trace import MAX_DUTIES, MAX_MEASURED, OtherUse, find_one, indicator_lineage, position_lineage
from tests.planted import assign, measure, plant
from tests.test_trace_up import shape


def test_an_indicator_leads_up_from_all_it_measures_highest_level_first(graph: Graph) -> None:
    plant(graph, "o>a>Z", "o~Z", levels={"a": 3})
    measure(graph, "IND", "o", "Z", "a")
    found = indicator_lineage(graph, "IND")
    assert (found.nama, found.unit.kode, found.tahun, found.terpotong) == ("Jumlah IND", "kecamatan-uji", 2022, False)
    assert [(trace.mulai, shape(trace)) for trace in found.mengukur] == [
        ("Z", [("Z", True, None)]),
        ("a", [("a Z", True, None)]),
        ("o", [("o a Z", True, None), ("o Z", False, None)]),
    ]


def test_it_names_other_units_that_use_the_same_measure(graph: Graph) -> None:
    plant(graph, "o>Z")
    measure(graph, "IND", "o", baku="jumlah")
    measure(graph, "SANA", "Z", unit="dinas-uji", baku="jumlah")
    other = OtherUse(UnitRef("dinas-uji", "dinas-uji"), 2022, Ref("SANA", "Jumlah SANA"), (Ref("Z", "Terwujudnya Z"),))
    assert indicator_lineage(graph, "IND").unit_lain == (other,)


def test_an_indicator_that_measures_nothing_is_answered(graph: Graph) -> None:
    plant(graph, "o>Z")
    measure(graph, "IND")
    assert indicator_lineage(graph, "IND").mengukur == ()


def test_too_many_measured_kinerja_are_cut_and_told(graph: Graph) -> None:
    names = [f"x{n}" for n in range(MAX_MEASURED + 1)]
    plant(graph, *(f"{name}>Z" for name in names))
    measure(graph, "IND", *names)
    found = indicator_lineage(graph, "IND")
    assert (len(found.mengukur), found.terpotong) == (MAX_MEASURED, True)


def test_a_position_has_its_duties_what_they_serve_and_who_shares_them(graph: Graph) -> None:
    plant(graph, "o>a>Z", "p>b", "q>r>q", levels={"a": 3, "b": 3})
    assign(graph, "camat", "o", "p", "q", "Z")
    assign(graph, "kasi", "o")
    found = position_lineage(graph, "kecamatan-uji-camat")
    kasi = PositionRef("kecamatan-uji-kasi", "kasi", 1, alternatif=False)
    duties = [(duty.kinerja.id, [step.id for step in duty.jalan], duty.sampai, duty.bersama) for duty in found.tugas]
    assert duties == [
        ("Z", [], True, ()),
        ("o", ["a", "Z"], True, (kasi,)),
        ("p", ["b"], False, ()),
        ("q", ["r"], False, ()),
    ]
    assert (found.nama, found.unit.kode, found.hasil) == ("camat", "kecamatan-uji", (Ref("Z", "Terwujudnya Z"),))
    assert (found.total, found.terpotong) == (4, False)


def test_too_many_duties_are_cut_and_told(graph: Graph) -> None:
    names = [f"x{n}" for n in range(MAX_DUTIES + 1)]
    plant(graph, *(f"{name}>Z" for name in names))
    assign(graph, "staf", *names)
    found = position_lineage(graph, "kecamatan-uji-staf")
    assert (len(found.tugas), found.total, found.terpotong) == (MAX_DUTIES, MAX_DUTIES + 1, True)


@pytest.mark.parametrize("ask", [indicator_lineage, position_lineage])
def test_what_is_not_there_is_not_found(graph: Graph, ask: object) -> None:
    with pytest.raises(NotFound, match="tidak-ada"):
        ask(graph, "tidak-ada")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("k1", "k1"),
        ("Tersedianya air bersih", "k1"),
        ("air bersih", "k1"),
        ("menyediakan air bersih", "k1"),
        ("air berish", "k1"),
        ("jalan desa", "k2"),
        ("Panjang jalan mantap", "i1"),
        ("i1", "i1"),
    ],
)
def test_a_text_that_fits_one_kinerja_means_it(graph: Graph, typed: str, expected: str) -> None:
    _three_statements(graph)
    assert find_one(graph, typed) == expected


def test_a_text_that_fits_several_lists_them(graph: Graph) -> None:
    _three_statements(graph)
    with pytest.raises(Ambiguous, match="2 kinerja memuat 'jalan'") as told:
        find_one(graph, "jalan")
    assert sorted(told.value.candidates) == [
        ("k2", "Terpeliharanya jalan desa"),
        ("k3", "Terbangunnya jalan kabupaten"),
    ]


@pytest.mark.parametrize("typed", ["gedung olahraga", "", "  ", "+-*/(", "\\u0027 OR 1"])
def test_a_text_that_fits_none_is_not_found(graph: Graph, typed: str) -> None:
    _three_statements(graph)
    with pytest.raises(NotFound):
        find_one(graph, typed)


def _three_statements(graph: Graph) -> None:
    plant(graph, "k1>Z", "k2>Z", "k3>Z")
    measure(graph, "i1", "k2")
    texts = {"k1": "Tersedianya air bersih", "k2": "Terpeliharanya jalan desa", "k3": "Terbangunnya jalan kabupaten"}
    graph.command("UNWIND keys($texts) AS id MATCH (k:Kinerja {id: id}) SET k.uraian = $texts[id]", texts=texts)
    graph.command("MATCH (i:Indikator {id: 'i1'}) SET i.nama = 'Panjang jalan mantap'")
    graph.command("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
