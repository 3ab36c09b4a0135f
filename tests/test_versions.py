"""The versions of a document: listed, compared, withdrawn and brought back, moved to another unit or year, erased."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service import versions
from service.actor import Actor, Doing, acting_as, at_work
from service.config import Settings
from service.decisions import decide, undo
from service.errors import Conflict, Forbidden, Invalid, NotFound
from service.graph import Graph
from service.replay import export_log, replay
from service.templat.book import write
from service.templat.content import Entry, Head, Measure
from service.versions.words import pieces
from tests.worksheet import WATER, Box, bring, ids, worksheet

DOCUMENT = "kecamatan-tanjung-contoh-2024"
OTHER = "kecamatan-hulu-contoh"
REASON = "Sesuai rapat bersama"

MENDED = replace(WATER[4], uraian="Terlaksananya Pemeriksaan Sambungan Rumah Warga")
MOVED = (*WATER[:4], MENDED, WATER[6], WATER[7], replace(WATER[5], indikator="Panjang Pipa Baru Dipasang"))
NEW = Box("Terpetakannya Jaringan Pipa", 4, "Jumlah Peta Pipa")
SECOND = worksheet((*MOVED, NEW))
"""One sentence mended, one gone (the last), one moved with another indicator, one new."""


def replayed(graph: Graph) -> tuple[str, str]:
    """Content hash, and that of the log played into an empty graph."""
    before, log = graph.content_hash(), export_log(graph)
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(log, graph)
    return before, graph.content_hash()


def living(graph: Graph, skpd: str = "") -> list[str]:
    return sorted(ids(graph, skpd))


WORDS = {
    "a word put in": ("Terlaksananya Pemeriksaan Rumah", "Terlaksananya Pemeriksaan Sambungan Rumah",
                      [("Terlaksananya Pemeriksaan", "sama"), ("Sambungan", "sisip"), ("Rumah", "sama")]),
    "a word for another": ("Terlaksananya Fasilitasi Desa", "Terselenggaranya Fasilitasi Desa",
                           [("Terlaksananya", "hapus"), ("Terselenggaranya", "sisip"), ("Fasilitasi Desa", "sama")]),
    "a word taken away": ("Jumlah Laporan Desa", "Jumlah Laporan", [("Jumlah Laporan", "sama"), ("Desa", "hapus")]),
    "nothing in common": ("Meningkatnya Mutu Air", "Persentase Warga Terlayani",
                          [("Meningkatnya Mutu Air", "hapus"), ("Persentase Warga Terlayani", "sisip")]),
    "the same": ("Jumlah Laporan", "Jumlah Laporan", [("Jumlah Laporan", "sama")]),
}  # fmt: skip


@pytest.mark.parametrize("case", WORDS)
def test_changed_words_are_found(case: str) -> None:
    before, after, expected = WORDS[case]
    assert [(piece.teks, piece.tanda) for piece in pieces(before, after)] == expected


def test_two_versions_are_compared(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    key = ids(graph)
    decide(graph, "tingkat", key[WATER[4].uraian], {"tingkat": "taktikal immediate"}, REASON)
    bring(SECOND, graph, settings)
    found = versions.comparison(graph, DOCUMENT, 1, 2)
    said = {
        one.uraian: (one.sifat, [(c.hal, c.sebelum, c.sesudah) for c in one.perubahan if one.sifat == "berubah"])
        for one in found.isi
    }
    assert said == {
        MENDED.uraian: ("berubah", [("kalimat", WATER[4].uraian, MENDED.uraian)]),
        WATER[5].uraian: (
            "berubah",
            [
                ("induk", WATER[3].uraian, WATER[7].uraian),
                ("indikator", "", "Panjang Pipa Baru Dipasang"),
                ("indikator", "Panjang Pipa Tua Diganti", ""),
            ],
        ),
        NEW.uraian: ("baru", []),
        WATER[8].uraian: ("hilang", []),
    }
    mended = next(one for one in found.isi if one.uraian == MENDED.uraian)
    assert [d.isi for d in mended.keputusan] == [{"tingkat": "taktikal immediate"}]
    assert [(row.versi, row.tahap) for row in (*mended.baris_sebelum, *mended.baris_sesudah)] == [
        (1, 3), (1, 4), (1, 5), (2, 3), (2, 4), (2, 5),
    ]  # fmt: skip
    assert found.ringkasan == "1 baru, 1 hilang, 1 kalimat diubah, 1 pindah induk, 1 berubah indikator; 6 kinerja sama"
    assert [one.uraian for one in versions.comparison(graph, DOCUMENT, 1, 2, "induk").isi] == [WATER[5].uraian]
    assert versions.comparison(graph, DOCUMENT).isi == found.isi
    back = versions.comparison(graph, DOCUMENT, 2, 1).jumlah
    assert (back.baru, back.hilang, back.sama) == (1, 1, 6)


def test_the_list_says_what_each_version_changed(graph: Graph, settings: Settings) -> None:
    for data in (worksheet(), SECOND, worksheet()):
        bring(data, graph, settings)
    told = versions.history(graph, DOCUMENT)
    assert [(one.versi.nomor, one.versi.berlaku, one.kinerja, one.indikator, one.perubahan) for one in told.versi] == [
        (2, False, 9, 9, "1 baru, 1 hilang, 1 kalimat diubah, 1 pindah induk, 1 berubah indikator; 6 kinerja sama"),
        (1, True, 9, 9, ""),
    ]
    assert told.ditarik is None


def test_a_version_that_is_not_there_is_told(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    with pytest.raises(NotFound, match="tidak punya versi 7"):
        versions.comparison(graph, DOCUMENT, 1, 7)
    with pytest.raises(NotFound, match="Tidak ada dokumen"):
        versions.history(graph, "tidak-ada-2024")


def test_a_withdrawn_document_comes_back_whole(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    level = decide(graph, "tingkat", ids(graph)[WATER[5].uraian], {"tingkat": "operasional"}, REASON)
    before = graph.content_hash()
    told = versions.withdrawal(graph, DOCUMENT)
    assert (told.kinerja, told.hubungan, told.indikator) == (9, 8, 9)
    assert told.jabatan == ("analis", "camat", "kasi", "staf umum")
    assert [(one.id, one.uraian) for one in told.keputusan] == [(level.id, WATER[5].uraian)]
    made = versions.withdraw(graph, DOCUMENT, REASON, told.versi_pohon)
    assert living(graph) == []
    history = versions.history(graph, DOCUMENT)
    assert (history.ditarik and history.ditarik.id, history.versi[0].versi.berlaku) == (made.id, False)
    with pytest.raises(Invalid, match="sudah ditarik"):
        versions.withdraw(graph, DOCUMENT, REASON)
    undo(graph, made.id)
    assert len(living(graph)) == 9
    assert graph.content_hash() != before  # the log is longer
    first, again = replayed(graph)
    assert first == again


def test_the_second_of_two_who_withdraw_is_told(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    told = versions.withdrawal(graph, DOCUMENT)
    decide(graph, "tingkat", ids(graph)[WATER[5].uraian], {"tingkat": "operasional"}, REASON)
    with pytest.raises(Conflict):
        versions.withdraw(graph, DOCUMENT, REASON, told.versi_pohon)
    assert len(living(graph)) == 9


def two_units(graph: Graph, settings: Settings) -> None:
    """Two units of one regency, the first with two versions: the second one belongs to the other unit."""
    bring(worksheet(), graph, settings)
    bring(worksheet(WATER[:3], unit="KECAMATAN HULU CONTOH"), graph, settings)
    bring(SECOND, graph, settings)


def test_a_version_moves_to_another_unit_and_back(graph: Graph, settings: Settings) -> None:
    two_units(graph, settings)
    here, there = living(graph, "kecamatan-tanjung-contoh"), living(graph, OTHER)
    key = ids(graph, "kecamatan-tanjung-contoh")
    level = decide(graph, "tingkat", key[NEW.uraian], {"tingkat": "taktikal immediate"}, REASON)
    told = versions.removal(graph, DOCUMENT, 2, OTHER, 2024)
    assert (told.ke_dokumen, told.kini, told.pergi, told.berlaku) == (f"{OTHER}-2024", 1, 1, True)
    assert ([len(told.datang.baru), told.datang.tetap], [one.id for one in told.keputusan]) == ([6, 3], [level.id])
    entry, _ = versions.move(graph, DOCUMENT, 2, OTHER, 2024, REASON, (told.urut, told.urut_ke))
    assert living(graph, "kecamatan-tanjung-contoh") == sorted(box.uraian for box in WATER)
    assert living(graph, OTHER) == here
    became = "MATCH (:KinerjaLama {id: $id})-[:BECAME]->(n)-[:OWNED_BY]->(s) RETURN n.uraian AS u, s.kode AS s"
    went = graph.command(became, id=key[NEW.uraian])
    assert [(row["u"], row["s"]) for row in went] == [(NEW.uraian, OTHER)]
    assert graph.command("MATCH (s:SKPD {kode: $kode}) RETURN s.alias AS a", kode=OTHER)[0]["a"] == [
        "KECAMATAN HULU CONTOH"
    ]
    with at_work(Doing(1)) as done:
        versions.undo_move(graph, entry.id)
    assert (done.subjek, done.unit, done.sebelum, done.sesudah) == (
        DOCUMENT,
        "kecamatan-tanjung-contoh",
        {"tempat": "Kecamatan Hulu Contoh 2024"},
        {"tempat": "Kecamatan Tanjung Contoh 2024"},
    )
    assert (living(graph, "kecamatan-tanjung-contoh"), living(graph, OTHER)) == (here, there)
    with pytest.raises(Invalid, match="sudah diurungkan"):
        versions.undo_move(graph, entry.id)
    versions.move(graph, DOCUMENT, 2, OTHER, 2024, REASON)
    assert [one.versi.nomor for one in versions.history(graph, f"{OTHER}-2024").versi] == [2, 1]
    first, again = replayed(graph)
    assert first == again


def test_the_only_version_moves_to_another_year_and_nothing_is_left_behind(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    told = versions.removal(graph, DOCUMENT, 1, "kecamatan-tanjung-contoh", 2025)
    assert (told.kini, told.pergi, len(told.datang.baru)) == (0, 9, 9)
    entry, _ = versions.move(graph, DOCUMENT, 1, "kecamatan-tanjung-contoh", 2025, REASON)
    years = graph.command("MATCH (k:Kinerja) RETURN k.tahun AS tahun, count(*) AS n")
    assert [(row["tahun"], row["n"]) for row in years] == [(2025, 9)]
    assert versions.history(graph, DOCUMENT).ditarik
    first, again = replayed(graph)
    assert first == again
    versions.undo_move(graph, entry.id)
    years = graph.command("MATCH (k:Kinerja) RETURN k.tahun AS tahun, count(*) AS n")
    assert [(row["tahun"], row["n"]) for row in years] == [(2024, 9)]


NOWHERE = {
    "an unknown unit": ("kecamatan-antah", 2024, NotFound),
    "where it is": ("kecamatan-tanjung-contoh", 2024, Invalid),
    "a unit of another government": ("dinas-lain", 2024, NotFound),
}


@pytest.mark.parametrize("case", NOWHERE)
def test_a_version_moves_only_where_it_can_belong(case: str, graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    graph.command("CREATE (:SKPD {kode: 'dinas-lain', nama: 'Dinas Lain'})-[:PART_OF]->(:Pemda {kode: 'x', nama: 'X'})")
    before = graph.content_hash()
    kode, tahun, fault = NOWHERE[case]
    with pytest.raises(fault):
        versions.move(graph, DOCUMENT, 1, kode, tahun, REASON)
    assert graph.content_hash() == before


def test_whoever_saw_an_older_state_moves_nothing(graph: Graph, settings: Settings) -> None:
    two_units(graph, settings)
    told = versions.removal(graph, DOCUMENT, 2, OTHER, 2024)
    decide(graph, "tingkat", ids(graph, OTHER)[WATER[2].uraian], {"tingkat": "operasional"}, REASON)
    before = graph.content_hash()
    with pytest.raises(Conflict):
        versions.move(graph, DOCUMENT, 2, OTHER, 2024, REASON, (told.urut, told.urut_ke))
    assert graph.content_hash() == before


def test_an_erased_document_leaves_numbers_and_nothing_else(graph: Graph, settings: Settings) -> None:
    two_units(graph, settings)
    level = decide(graph, "tingkat", ids(graph, OTHER)[WATER[2].uraian], {"tingkat": "operasional"}, REASON)
    told = versions.erasure(graph, DOCUMENT)
    assert (told.versi, told.kinerja, told.keputusan, len(told.berkas)) == (2, 10, 2, 2)
    assert all((settings.originals / sha256).exists() for sha256 in told.berkas)
    versions.erase(graph, settings, DOCUMENT, "Memuat data yang tidak boleh disimpan", told)
    log = [(row["urut"], row["jenis"], row["subjek"], row["alasan"]) for row in export_log(graph).keputusan]
    assert log == [
        (1, "hapus", DOCUMENT, ""),
        (2, "versi", f"{OTHER}-2024", "Impor lembar.txt"),
        (3, "hapus", DOCUMENT, ""),
        (4, "tingkat", level.subjek, REASON),
        (5, "hapus", DOCUMENT, "Memuat data yang tidak boleh disimpan"),
    ]
    left = graph.command("MATCH (n) WHERE NOT n:Meta RETURN DISTINCT labels(n)[0] AS l, count(*) AS n ORDER BY l")
    assert {row["l"]: row["n"] for row in left if row["l"] in ("Dokumen", "Versi", "Kinerja", "KinerjaLama")} == {
        "Dokumen": 1, "Versi": 1, "Kinerja": 3,
    }  # fmt: skip
    assert not any((settings.originals / sha256).exists() for sha256 in told.berkas)
    assert NEW.uraian not in str(graph.read("meta/all_nodes"))
    first, again = replayed(graph)
    assert first == again
    assert bring(worksheet(), graph, settings).jumlah_kinerja == 9


def test_an_original_that_another_document_uses_stays(graph: Graph, settings: Settings) -> None:
    two_units(graph, settings)
    versions.move(graph, DOCUMENT, 2, OTHER, 2024, REASON)
    told = versions.erasure(graph, DOCUMENT)
    assert len(told.berkas) == 1
    versions.erase(graph, settings, DOCUMENT, REASON)
    kept = graph.command("MATCH (v:Versi) RETURN v.sha256 AS sha256")
    assert all((settings.originals / row["sha256"]).exists() for row in kept)
    first, again = replayed(graph)
    assert first == again


def test_what_changed_since_it_was_counted_is_not_erased(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    told = versions.erasure(graph, DOCUMENT)
    decide(graph, "tingkat", ids(graph)[WATER[2].uraian], {"tingkat": "operasional"}, REASON)
    with pytest.raises(Conflict):
        versions.erase(graph, settings, DOCUMENT, REASON, told)
    with pytest.raises(NotFound):
        versions.erase(graph, settings, "tidak-ada-2024", REASON)
    assert len(living(graph)) == 9


def test_whoever_writes_for_one_unit_moves_nothing_to_another(graph: Graph, settings: Settings) -> None:
    two_units(graph, settings)
    before = graph.content_hash()
    planner = Actor("perencana-tanjung", "perencana", ("kecamatan-tanjung-contoh",))
    with acting_as(planner), pytest.raises(Forbidden, match="Kecamatan Hulu Contoh"):
        versions.move(graph, DOCUMENT, 2, OTHER, 2024, REASON)
    with acting_as(planner), pytest.raises(Forbidden):
        versions.withdraw(graph, f"{OTHER}-2024", REASON)
    with acting_as(replace(planner, peran="bappeda")), pytest.raises(Forbidden):
        versions.erase(graph, settings, DOCUMENT, REASON)
    assert graph.content_hash() == before
    with acting_as(planner):
        made = versions.withdraw(graph, DOCUMENT, REASON)
    assert made.oleh == "perencana-tanjung"


def test_another_main_parent_and_another_unit_of_measure_are_told(graph: Graph, settings: Settings) -> None:
    head = Head("Kecamatan Tanjung Contoh", 2024, "kecamatan", "Kabupaten Rawa Contoh")
    tops = (Entry("Terjaganya Mata Air", "1", tingkat="strategis"), Entry("Andalnya Pipa", "2", tingkat="strategis"))
    for parents, unit in (("1; 2", "meter"), ("2; 1", "batang")):
        leaf = Entry("Tergantinya Pipa", "3", parents, "operasional", (Measure("Jumlah Pipa", unit),))
        bring(write(head, (*tops, leaf)), graph, settings, name="templat.xlsx")
    (one,) = versions.comparison(graph, DOCUMENT, 1, 2).isi
    assert [(c.hal, c.sebelum, c.sesudah) for c in one.perubahan] == [
        ("induk", "Terjaganya Mata Air (utama)", "Andalnya Pipa (utama)"),
        ("indikator", "Jumlah Pipa, satuan meter", "Jumlah Pipa, satuan batang"),
    ]
