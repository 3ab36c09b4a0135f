"""The reconciliation grid: witnesses, conflicts first, what was decided, parents that wait."""

from __future__ import annotations

import pytest

from service import decisions
from service.errors import NotFound
from service.graph import Graph
from service.reconcile import Filter, grid

DOCUMENT = "kecamatan-batumandi-2022"
KEUANGAN = "BTM-22-QJ96"


def test_fifteen_of_twenty_six_kinerja_differ(seeded: Graph) -> None:
    found = grid(seeded, DOCUMENT)
    assert (found.jumlah, found.berbeda, found.terbuka, found.sama, found.terpotong) == (26, 15, 15, 11, False)
    assert [row.konflik for row in found.baris] == [True] * 15 + [False] * 11


def test_a_row_says_what_each_witness_says_and_where(seeded: Graph) -> None:
    row = next(row for row in grid(seeded, DOCUMENT).baris if row.kinerja.id == KEUANGAN)
    told = [(w.saksi, w.singkat, w.label, w.baris and (w.baris.tahap, w.baris.urutan), w.setuju) for w in row.saksi]
    assert told == [
        ("Tahap 3", "OP", "kondisi operasional", (3, 22), True),
        ("Tahap 4", "OP", "kinerja operasional", (4, 24), True),
        ("Tahap 5", "TM", "Kinerja taktikal immediate", (5, 24), False),
        ("Komponen", "OP", "sasaran sub kegiatan", (5, 24), True),
    ]
    assert (row.usul, row.usul_singkat, row.keputusan, row.versi_subjek) == ("operasional", "OP", None, 1)
    assert row.alasan == (
        "Tahap 3, Tahap 4 dan komponen perencanaan menyebut operasional; Tahap 5 menyebut taktikal immediate."
    )


@pytest.mark.parametrize(("show", "number"), [("semua", 26), ("berbeda", 15), ("terbuka", 15), ("sama", 11)])
def test_it_is_filtered_and_paged(seeded: Graph, show: Filter, number: int) -> None:
    first, second = grid(seeded, DOCUMENT, show, 1, 10), grid(seeded, DOCUMENT, show, 2, 10)
    assert (first.paging.total, len(first.baris), len(second.baris)) == (number, 10, min(10, number - 10))


def test_all_25_parents_wait_each_with_its_branch(seeded: Graph) -> None:
    waiting = grid(seeded, DOCUMENT).menunggu
    below_top = next(one for one in waiting if one.kinerja.teks.startswith("Meningkatnya Pembinaan dan Pengawasan"))
    leaf = next(one for one in waiting if one.kinerja.id == KEUANGAN)
    assert (len(waiting), len(below_top.di_bawah), leaf.di_bawah) == (25, 5, ())
    assert (leaf.cabang, leaf.cabang_teks) == (below_top.kinerja.id, below_top.kinerja.teks)


def test_a_tree_of_other_levels_offers_its_own_and_the_usual_ones(seeded: Graph) -> None:
    levels = grid(seeded, "badan-penanggulangan-bencana-daerah-2023").tingkat
    assert levels[:4] == ("strategis skpd", "strategis", "taktikal", "operasional")


def test_a_settled_level_is_told_with_who_and_why_and_comes_after_the_open_ones(seeded: Graph) -> None:
    made = decisions.decide(seeded, "tingkat", KEUANGAN, {"tingkat": "operasional"}, "Sesuai Tahap 3 dan Tahap 4")
    found = grid(seeded, DOCUMENT)
    row = found.baris[14]
    assert (row.kinerja.id, row.konflik, row.terbuka, row.versi_subjek) == (KEUANGAN, True, False, made.urut)
    assert row.keputusan is not None
    assert (row.keputusan.id, row.keputusan.alasan, row.keputusan.oleh) == (
        made.id,
        "Sesuai Tahap 3 dan Tahap 4",
        "lokal",
    )
    assert (found.berbeda, found.terbuka) == (15, 14)
    decisions.undo(seeded, made.id)
    assert grid(seeded, DOCUMENT).terbuka == 15


def test_a_confirmed_parent_waits_no_longer(seeded: Graph) -> None:
    leaf = next(one for one in grid(seeded, DOCUMENT).menunggu if one.kinerja.id == KEUANGAN)
    made = decisions.decide(seeded, "induk", KEUANGAN, {"induk": leaf.induk.id}, "Sudah dibahas bersama")
    assert KEUANGAN not in [one.kinerja.id for one in grid(seeded, DOCUMENT).menunggu]
    decisions.undo(seeded, made.id)
    assert len(grid(seeded, DOCUMENT).menunggu) == 25


def test_an_unknown_document_is_not_found(seeded: Graph) -> None:
    with pytest.raises(NotFound, match="Tidak ada dokumen 'tidak-ada'"):
        grid(seeded, "tidak-ada")
