"""Re-import: which kinerja a new version speaks of, by which rung of the ladder, and what the preview tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.config import Settings
from service.errors import Invalid
from service.graph import Graph
from service.ingest import importing
from service.ingest.indicators import kept_ids
from service.ingest.preview import Change
from service.ingest.reimport import Fresh, Known, recognise
from service.model import Indicator
from tests.worksheet import WATER, Box, bring, ids, ready, worksheet


def fresh(number: int, words: str, under: int = 0, kode: str = "") -> Fresh:
    return Fresh(number, words, words.casefold(), kode, under)


def known(key: str, words: str, under: str = "", kode: str = "", living: bool = True) -> Known:
    return Known(key, words, words.casefold(), kode, under, living)


TOP = (fresh(1, "Meningkatnya Mutu Jalan"), known("a", "Meningkatnya Mutu Jalan"))
LADDER = {
    "the same wording": (
        [TOP[0], fresh(2, "Terawatnya Jembatan Desa", 1)],
        [TOP[1], known("b", "Terawatnya Jembatan Desa", "a")],
        {1: ("a", "sidik"), 2: ("b", "sidik")},
    ),
    "the same wording under another parent": (
        [TOP[0], fresh(2, "Terawatnya Jembatan Desa")],
        [TOP[1], known("b", "Terawatnya Jembatan Desa", "a")],
        {1: ("a", "sidik"), 2: ("b", "sidik")},
    ),
    "the same wording, gone in between": (
        [TOP[0], fresh(2, "Terawatnya Jembatan Desa", 1)],
        [TOP[1], known("b", "Terawatnya Jembatan Desa", living=False)],
        {1: ("a", "sidik"), 2: ("b", "sidik")},
    ),
    "repeated statements keep their parents": (
        [TOP[0], fresh(2, "Terawatnya Taman"), fresh(3, "Tersedianya Alat", 2), fresh(4, "Tersedianya Alat", 1)],
        [
            TOP[1],
            known("t", "Terawatnya Taman"),
            known("x", "Tersedianya Alat", "a"),
            known("y", "Tersedianya Alat", "t"),
        ],
        {1: ("a", "sidik"), 2: ("t", "sidik"), 3: ("y", "sidik"), 4: ("x", "sidik")},
    ),
    "the same code under the same parent": (
        [TOP[0], fresh(2, "Terbangunnya Drainase Pasar", 1, "1.2")],
        [TOP[1], known("b", "Terawatnya Jembatan Desa", "a", "1.2")],
        {1: ("a", "sidik"), 2: ("b", "kode")},
    ),
    "a mended sentence under the same parent": (
        [TOP[0], fresh(2, "Terawatnya Jembatan-Jembatan Desa", 1)],
        [TOP[1], known("b", "Terawatnya Jembatan Desa", "a")],
        {1: ("a", "sidik"), 2: ("b", "mirip")},
    ),
    "a mended sentence below a mended sentence": (
        [fresh(1, "Meningkatnya Mutu Jalan Kota"), fresh(2, "Terawatnya Jembatan-Jembatan Desa", 1)],
        [TOP[1], known("b", "Terawatnya Jembatan Desa", "a")],
        {1: ("a", "mirip"), 2: ("b", "mirip")},
    ),
    "a mended sentence under another parent is new": (
        [TOP[0], fresh(2, "Tertatanya Pasar"), fresh(3, "Terawatnya Jembatan-Jembatan Desa", 2)],
        [TOP[1], known("p", "Tertatanya Pasar"), known("b", "Terawatnya Jembatan Desa", "a")],
        {1: ("a", "sidik"), 2: ("p", "sidik"), 3: ("", "baru")},
    ),
    "another sentence is new": (
        [TOP[0], fresh(2, "Terbangunnya Drainase Pasar", 1)],
        [TOP[1], known("b", "Terawatnya Jembatan Desa", "a")],
        {1: ("a", "sidik"), 2: ("", "baru")},
    ),
    "a sentence that differs in a numeral is new": (
        [TOP[0], fresh(2, "Tersedianya Obat Kelas II Puskesmas", 1)],
        [TOP[1], known("b", "Tersedianya Obat Kelas I Puskesmas", "a")],
        {1: ("a", "sidik"), 2: ("", "baru")},
    ),
    "two that fit one equally well are new": (
        [TOP[0], fresh(2, "Terawatnya Jembatan Desa Anu", 1), fresh(3, "Terawatnya Jembatan Desa Ana", 1)],
        [TOP[1], known("b", "Terawatnya Jembatan Desa", "a")],
        {1: ("a", "sidik"), 2: ("", "baru"), 3: ("", "baru")},
    ),
}


@pytest.mark.parametrize("case", LADDER)
def test_a_statement_finds_its_kinerja(case: str) -> None:
    new, old, expected = LADDER[case]
    assert {m.kelompok: (m.id, m.cara) for m in recognise(new, old, {})} == expected


def test_a_person_may_say_that_a_mended_sentence_is_a_new_kinerja() -> None:
    new, old, _ = LADDER["a mended sentence under the same parent"]
    assert {m.kelompok: (m.id, m.cara) for m in recognise(new, old, {2: "baru"})} == {
        1: ("a", "sidik"),
        2: ("", "orang"),
    }


def test_a_person_may_say_that_another_sentence_is_the_old_kinerja() -> None:
    new, old, _ = LADDER["another sentence is new"]
    assert {m.kelompok: (m.id, m.cara) for m in recognise(new, old, {2: "b"})} == {1: ("a", "sidik"), 2: ("b", "orang")}


@pytest.mark.parametrize("choices", [{9: "baru"}, {2: "zz"}, {1: "b", 2: "b"}])
def test_a_choice_that_cannot_be_is_refused(choices: dict[int, str]) -> None:
    new, old, _ = LADDER["another sentence is new"]
    with pytest.raises(Invalid):
        recognise(new, old, choices)


def indicator(key: str, name: str, *kinerja: str) -> Indicator:
    return Indicator(key, name, name.casefold(), kinerja)


INDICATORS = {
    "the same name keeps its id": (
        [indicator("n1", "Jumlah Pohon", "k")],
        [indicator("o1", "Jumlah Pohon", "k")],
        {"n1": "o1"},
    ),
    "a mended name beside the same kinerja": (
        [indicator("n1", "Jumlah Pohon yang Ditanam", "k")],
        [indicator("o1", "Jumlah Pohon yang ditanami", "k")],
        {"n1": "o1"},
    ),
    "a mended name beside another kinerja is new": (
        [indicator("n1", "Jumlah Pohon yang Ditanam", "k")],
        [indicator("o1", "Jumlah Pohon yang ditanami", "m")],
        {},
    ),
    "another name is new": ([indicator("n1", "Luas Lahan Kritis", "k")], [indicator("o1", "Jumlah Pohon", "k")], {}),
    "an id in use gets a number": (
        [indicator("o1", "Luas Lahan Kritis", "k")],
        [indicator("o1", "Jumlah Pohon", "k")],
        {"o1": "o1-2"},
    ),
}


@pytest.mark.parametrize("case", INDICATORS)
def test_an_indicator_finds_its_id(case: str) -> None:
    new, old, expected = INDICATORS[case]
    assert kept_ids(new, old) == expected


MENDED = "Terlaksananya Pemeriksaan Sambungan Rumah Tangga"


def version_two() -> bytes:
    """A reworded, a moved (with its level), a gone and a new kinerja, and an indicator with a mended name."""
    boxes = list(WATER)
    boxes[4] = replace(boxes[4], uraian=MENDED)
    boxes[5] = replace(boxes[5], indikator="Panjang Pipa Tua yang Diganti", tingkat_t5=None)
    boxes[8] = Box("Terbangunnya Sumur Resapan", 4, "Jumlah Sumur Resapan")
    return worksheet([*boxes[:6], boxes[7], boxes[6], boxes[8]])


def test_the_preview_tells_what_would_change(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    key = ids(graph)

    preview, before = ready(version_two(), graph).preview, "Panjang Pipa Tua Diganti"

    number = {m.sesudah: m.kelompok for m in ready(version_two(), graph).matches}
    assert [c.uraian for c in preview.baru] == ["Terbangunnya Sumur Resapan"]
    assert preview.berubah_kalimat == (
        Change(key[WATER[4].uraian], MENDED, WATER[4].uraian, MENDED, number[MENDED], 0.93),
    )
    assert preview.pindah == (
        Change(key[WATER[7].uraian], WATER[7].uraian, key[WATER[6].uraian], key[WATER[2].uraian]),
    )
    assert [c.uraian for c in preview.hilang] == [WATER[8].uraian]
    assert (preview.kembali, preview.berubah_tingkat) == ((), ())
    assert (preview.tetap, preview.jumlah_kinerja) == (6, 9)
    assert preview.indikator_baru == ("Jumlah Sumur Resapan",)
    assert preview.indikator_hilang == ("Jumlah Pohon Ditanam di Hulu",)
    mended = "Panjang Pipa Tua yang Diganti"
    assert preview.indikator_berubah == (Change(_indicators(graph)[before], mended, before, mended),)


def test_ids_hold_over_mended_sentences_and_names(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    old, indicators = ids(graph), _indicators(graph)

    bring(version_two(), graph, settings)

    assert ids(graph)[MENDED] == old[WATER[4].uraian]
    assert _indicators(graph)["Panjang Pipa Tua yang Diganti"] == indicators["Panjang Pipa Tua Diganti"]
    bring(worksheet(), graph, settings)
    assert (ids(graph), _indicators(graph)) == (old, indicators)


def test_a_kinerja_that_comes_back_has_its_old_id_and_is_said_to_be_back(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    old = ids(graph)
    bring(worksheet(WATER[:-1]), graph, settings)
    again = [*WATER[:-1], replace(WATER[-1], indikator="Jumlah Bibit")]
    assert [c.id for c in ready(worksheet(again), graph).preview.kembali] == [old[WATER[-1].uraian]]
    bring(worksheet(again), graph, settings)
    assert ids(graph) == old


def test_a_choice_of_a_person_is_followed(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    old = ids(graph)
    number = {m.sesudah: m.kelompok for m in ready(version_two(), graph).matches}

    bring(version_two(), graph, settings, choices={number[MENDED]: "baru"})

    assert ids(graph)[MENDED] not in old.values()
    went = graph.command("MATCH (l:KinerjaLama)-[:BECAME]->(k:Kinerja) RETURN l.id AS lama, k.uraian AS kini")
    assert went == [{"lama": old[WATER[4].uraian], "kini": MENDED}]


def test_a_kinerja_moved_and_reworded_at_once_says_what_it_became(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    old = ids(graph)
    moved = Box("Terlaksananya Penanaman Pohon di Hulu Sungai", 4, "Jumlah Pohon di Hulu")
    bring(worksheet([*WATER[:4], moved, *WATER[5:8]]), graph, settings)
    went = graph.command("MATCH (l:KinerjaLama)-[:BECAME]->(k:Kinerja) RETURN l.id AS lama, k.uraian AS kini")
    assert went == [{"lama": old[WATER[8].uraian], "kini": moved.uraian}]


def test_a_dry_run_reports_the_ids_of_the_graph(graph: Graph, settings: Settings) -> None:
    bring(worksheet(), graph, settings)
    told = {k["uraian"]: k["id"] for k in importing.as_contract(ready(version_two(), graph))["kinerja"]}
    assert told[MENDED] == ids(graph)[WATER[4].uraian]


def test_a_dry_run_says_exactly_this() -> None:
    told = importing.as_contract(ready(worksheet(WATER[:4]), None))
    keys = [k["id"] for k in told["kinerja"]]
    assert told == {
        "dokumen": {"unit": "Kecamatan Tanjung Contoh", "tahun": 2024, "judul": told["dokumen"]["judul"]},
        "kinerja": [
            _told(keys[0], WATER[0], "strategis skpd", [], [], "tujuan skpd"),
            _told(keys[1], WATER[1], "strategis", [keys[0]], ["camat"], "sasaran skpd"),
            _told(keys[2], WATER[2], "taktikal intermediate", [keys[1]], ["kasi"], "sasaran program"),
            _told(keys[3], WATER[3], "taktikal immediate", [keys[2]], ["kasi", "analis"], "sasaran kegiatan"),
        ],
        "isu": [
            {
                "kode": "UNIT01",
                "keparahan": "info",
                "tempat": "judul dokumen",
                "pesan": "Kecamatan Tanjung Contoh belum ada di register; "
                "dicatat sebagai kecamatan dari Kabupaten Rawa Contoh.",
                "saran": "Bila unit ini sudah ada dengan nama lain, tambahkan nama itu sebagai sebutannya di Register.",
            }
        ],
        "ditolak": False,
    }


def _told(key: str, box: Box, tingkat: str, induk: list[str], jabatan: list[str], komponen: str) -> dict[str, object]:
    return {
        "id": key,
        "uraian": box.uraian,
        "tingkat": tingkat,
        "induk": induk,
        "indikator": [box.indikator],
        "jabatan": jabatan,
        "komponen": komponen,
    }


def _indicators(graph: Graph) -> dict[str, str]:
    rows = graph.command("MATCH (i:Indikator) RETURN i.nama AS nama, i.id AS id")
    return {row["nama"]: row["id"] for row in rows}
