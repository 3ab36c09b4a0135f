"""Search: words, word forms, slips; grouped, ranked and marked. On the documents of seeds/ in a real Neo4j."""

from __future__ import annotations

import pytest

from service.bahasa.forms import BEGINNING, FORM, SAME, SLIP, likeness
from service.graph import Graph
from service.search import Found, search

WORDS = (
    ("desa", "desa", SAME),
    ("layanan", "pelayanan", FORM),
    ("melayani", "pelayanan", FORM),
    ("memfasilitasi", "terfasilitasinya", FORM),
    ("kelola", "pengelolaan", FORM),
    ("membina", "pembinaan", FORM),
    ("tingkatkan", "meningkatnya", FORM),
    ("awasi", "pengawasan", FORM),
    ("merencanakan", "perencanaan", FORM),
    ("pelihara", "terpeliharanya", FORM),
    ("memelihara", "pemeliharaan", FORM),
    ("menyediakan", "tersedianya", FORM),
    ("mengkoordinasikan", "terkoordinasinya", FORM),
    ("selenggara", "terselenggaranya", FORM),
    ("keua", "keuangan", BEGINNING),
    ("terselenggaranya", "terseleenggaranya", SLIP),
    ("desaa", "desa", SLIP),
    ("anggran", "anggaran", SLIP),
    ("desa", "dasar", 0.0),
    ("uang", "ruangan", 0.0),
    ("2022", "2023", 0.0),
    ("kegiatan", "kecamatan", 0.0),
)


@pytest.mark.parametrize(("typed", "word", "expected"), WORDS)
def test_a_word_is_the_same_another_form_a_beginning_or_a_slip(typed: str, word: str, expected: float) -> None:
    assert likeness(typed, word) == expected


KEUANGAN = "Terfasilitasinya Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa"
TYPED = (
    ("pengelolaan keuangan desa", KEUANGAN, ["Pengelolaan", "Keuangan", "Desa", "Desa"]),
    ("mengelola keuangan desa", KEUANGAN, ["Pengelolaan", "Keuangan", "Desa", "Desa"]),
    ("KEUANGAN DESA!", KEUANGAN, ["Keuangan", "Desa", "Desa"]),
    ("keungan desa", KEUANGAN, ["Keuangan", "Desa", "Desa"]),
    ("pendayag", KEUANGAN, ["Pendayagunaan"]),
    ("keuangan desa batumandi", KEUANGAN, ["Keuangan", "Desa", "Desa"]),
    (
        "tertib trantib ketentraman",
        "Meningkatnya Koordinasi Ketentraman dan Ketertiban Umum",
        ["Ketentraman", "Ketertiban"],
    ),
)


@pytest.mark.parametrize(("typed", "statement", "marked"), TYPED)
def test_the_best_kinerja_comes_first_with_the_matching_words_marked(
    seeded: Graph, typed: str, statement: str, marked: list[str]
) -> None:
    best = search(seeded, typed).kelompok[0].hasil[0]
    assert (best.teks, [best.teks[start:end] for start, end in best.cocok]) == (statement, marked)


def test_hits_are_grouped_by_kind_in_one_order(seeded: Graph) -> None:
    found = search(seeded, "kecamatan")
    assert [group.judul for group in found.kelompok] == ["Kinerja", "Indikator", "Jabatan", "Perangkat daerah"]


def test_what_is_called_exactly_so_comes_first(seeded: Graph) -> None:
    found = search(seeded, "camat")
    assert [group.judul for group in found.kelompok] == ["Jabatan", "Kinerja", "Indikator", "Perangkat daerah"]
    assert found.kelompok[0].hasil[0].id == "kecamatan-batumandi-camat"
    assert found.kelompok[1].hasil[0].teks == "Terlaksananya Urusan Pemerintahan yang Dilimpahkan kepada Camat"


def test_an_indicator_is_found_by_its_abbreviation(seeded: Graph) -> None:
    assert kinds(search(seeded, "IKM")) == [("indikator", "Indeks Kepuasan Masyarakat (IKM)")]


def test_a_unit_is_found_by_its_name(seeded: Graph) -> None:
    assert kinds(search(seeded, "batumandi")) == [("skpd", "Kecamatan Batumandi")]


@pytest.mark.parametrize("typed", ["BTM-22-QJ96", "btm-22-qj96"])
def test_an_id_is_found_first(seeded: Graph, typed: str) -> None:
    assert kinds(search(seeded, typed))[0] == ("kinerja", KEUANGAN)


@pytest.mark.parametrize(
    "typed", ["", "   ", "(desa", "desa/kelurahan AND", "*", "\\", '"', "a" * 200, "xyzzyx", "~", "💧"]
)
def test_odd_texts_are_answered(seeded: Graph, typed: str) -> None:
    found = search(seeded, typed)
    assert (found.cari, found.jumlah) == (typed.strip(), sum(len(group.hasil) for group in found.kelompok))


def test_a_long_list_is_cut_and_told(seeded: Graph) -> None:
    group = search(seeded, "terlaksananya", limit=2).kelompok[0]
    assert (len(group.hasil), group.terpotong) == (2, True)


def test_an_old_id_answers_with_where_it_went(seeded: Graph) -> None:
    seeded.command(
        "MATCH (k:Kinerja {id: 'BTM-22-QJ96'}) "
        "MERGE (o:KinerjaLama {id: 'BTM-22-DULU', uraian: 'Adanya dana', tahun: 2022}) MERGE (o)-[:BECAME]->(k)"
    )
    old = search(seeded, "BTM-22-DULU").lama
    assert old is not None
    assert (old.uraian, old.menjadi) == ("Adanya dana", (("BTM-22-QJ96", KEUANGAN),))


def kinds(found: Found) -> list[tuple[str, str]]:
    return [(hit.jenis, hit.teks) for group in found.kelompok for hit in group.hasil]
