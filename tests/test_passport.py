"""The lineage passport: what it holds, and that its hash stands for exactly that."""

from __future__ import annotations

import hashlib

import pytest

from service import decisions
from service.browse import kinerja_page, tree
from service.errors import NotFound
from service.graph import Graph
from service.passport import canonical, indicator_passport, kinerja_passport
from service.trace import indicator_lineage, way_down, way_up

KEUANGAN = "BTM-22-QJ96"


def test_a_kinerja_has_its_ways_rows_documents_and_open_issues(seeded: Graph) -> None:
    body = kinerja_passport(seeded, KEUANGAN).isi
    page = kinerja_page(seeded, KEUANGAN)
    assert (body.naik, body.turun) == ((way_up(seeded, KEUANGAN),), (way_down(seeded, KEUANGAN),))
    assert body.bukti == getattr(page, "bukti", None)
    assert [(key, nomor) for key, nomor, _ in body.dokumen] == [("kecamatan-batumandi-2022", 1)]
    assert (body.unit.kode, body.pemda, body.tahun) == ("kecamatan-batumandi", "Kabupaten Balangan", 2022)
    assert [issue.kode for issue in body.isu] == ["STR07", "STR07", "STR07"]


def test_an_indicator_has_a_way_for_each_kinerja_it_measures(seeded: Graph) -> None:
    ikm = next(i.id for node in tree(seeded, "kecamatan-batumandi").simpul for i in node.indikator if "IKM" in i.teks)
    body = indicator_passport(seeded, ikm).isi
    assert (body.judul, body.naik) == ("Indeks Kepuasan Masyarakat (IKM)", indicator_lineage(seeded, ikm).mengukur)
    assert [(e.baris.tahap, e.baris.urutan) for e in body.bukti if e.baris.tahap > 3] == [
        (4, 1),
        (4, 2),
        (5, 1),
        (5, 2),
    ]


def test_the_hash_is_that_of_the_canonical_json_and_the_same_every_time(seeded: Graph) -> None:
    first, second = kinerja_passport(seeded, KEUANGAN), kinerja_passport(seeded, KEUANGAN)
    assert first.sidik_isi == second.sidik_isi == hashlib.sha256(canonical(first.isi)).hexdigest()


def test_a_decision_changes_hash_and_revision_and_undoing_it_brings_the_hash_back(seeded: Graph) -> None:
    before = kinerja_passport(seeded, KEUANGAN)
    made = decisions.decide(seeded, "tingkat", KEUANGAN, {"tingkat": "operasional"}, "Sesuai Tahap 3")
    during = kinerja_passport(seeded, KEUANGAN)
    decisions.undo(seeded, made.id)
    after = kinerja_passport(seeded, KEUANGAN)
    assert [d.id for d in during.isi.keputusan] == [made.id]
    assert before.sidik_isi == after.sidik_isi != during.sidik_isi
    assert before.revisi < during.revisi < after.revisi


@pytest.mark.parametrize("ask", [kinerja_passport, indicator_passport])
def test_what_is_not_there_is_not_found(seeded: Graph, ask: object) -> None:
    with pytest.raises(NotFound, match="tidak-ada"):
        ask(seeded, "tidak-ada")  # type: ignore[operator]
