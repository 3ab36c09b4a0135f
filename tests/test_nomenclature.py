"""The national nomenclature: three spellings of a code, three layouts of a file, years after each other, proposals."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from service.bahasa.codes import above, canonical, is_under, kind_of
from service.config import ROOT, Settings
from service.decisions import decide, decide_many, undo
from service.decisions.checks import Change
from service.errors import DocumentRefused
from service.graph import Graph
from service.ingest.read import read
from service.nomenclature import loading
from service.nomenclature.matching import alike, wrong_branch
from service.nomenclature.proposals import proposals
from service.nomenclature.sheet import Reading, entries
from service.replay import export_log, replay
from tests.conftest import SHARED
from tests.worksheet import Box, bring, ids, worksheet

CODES = {
    "7.01.02.2.02.0003": "7.01.02.2.02.0003",
    "7.01.02.2.02.03": "7.01.02.2.02.0003",
    "7.01.02.02.02.0003": "7.01.02.2.02.0003",
    "7 01 02 2.02 0003.": "7.01.02.2.02.0003",
    "07.01.02": "7.01.02",
    "7.1.2": "7.01.02",
    "X.XX.01.2.01.0001": "X.XX.01.2.01.0001",
    "7": "7",
    "2.1": "",
    "7.01.02.2": "",
    "7.01.02.2.02.0003.1": "",
    "12.01": "",
    "1.000.000": "",
    "7.01.00": "",
    "Kode": "",
    "": "",
}


@pytest.mark.parametrize("written", CODES)
def test_three_spellings_of_a_code_are_one(written: str) -> None:
    assert canonical(written) == CODES[written]


def test_a_code_says_what_it_names_and_what_stands_above_it() -> None:
    chain = ["7.01.02.2.02.0003"]
    while chain[-1]:
        chain.append(above(chain[-1]))
    assert chain == ["7.01.02.2.02.0003", "7.01.02.2.02", "7.01.02", "7.01", "7", ""]
    assert [kind_of(code) for code in chain] == [
        "sub kegiatan", "kegiatan", "program", "bidang urusan", "urusan", "",
    ]  # fmt: skip
    assert (is_under("7.01.02.2.02.0003", "7.01.02.2.02"), is_under("7.01.02.2.02.0003", "7.01.02.2.01")) == (
        True,
        False,
    )


LISTED = (
    ("7", "UNSUR KEWILAYAHAN"),
    ("7.01", "KECAMATAN"),
    ("7.01.02", "PROGRAM PENYELENGGARAAN PELAYANAN AIR"),
    ("7.01.02.2.01", "Koordinasi Penyelenggaraan Pelayanan Air"),
    ("7.01.02.2.01.03", "Fasilitasi Pemeriksaan Sambungan Rumah"),
    ("7.01.02.2.02", "Pemeliharaan Jaringan Pipa Warga"),
    ("7.01.02.2.02.0001", "Penggantian Pipa Tua Milik Warga"),
)
"""A small nomenclature in our own words, its codes spelled as files do."""
CANONICAL = {canonical(code): name for code, name in LISTED}
PLAIN = [("Kode", "Uraian", "Kinerja", "Satuan"), *((c, n, "Tersedianya sesuatu yang lain", "Unit") for c, n in LISTED)]
APART = [
    ("Urusan", "Bidang", "Program", "Kegiatan", "Sub", "Nomenklatur Urusan"),
    ("7", "", "", "", "", "UNSUR KEWILAYAHAN"),
    ("7", "01", "", "", "", "KECAMATAN"),
    ("7", "01", "02", "", "", "PROGRAM PENYELENGGARAAN PELAYANAN AIR"),
    ("7", "01", "02", "2.01", "", "Koordinasi Penyelenggaraan Pelayanan Air"),
    ("", "", "", "", "03", "Fasilitasi Pemeriksaan Sambungan Rumah"),
    ("7", "01", "02", "2.02", "", "Pemeliharaan Jaringan Pipa Warga"),
    ("7", "01", "02", "2.02", "0001", "Penggantian Pipa Tua Milik Warga"),
]
SIDE_BY_SIDE = [
    ("Kode Urusan", "Nama Urusan", "Kode Bidang", "Nama Bidang", "Kode Program", "Nama Program", "Kode Kegiatan",
     "Nama Kegiatan", "Kode Sub", "Nama Sub"),
    *(("7.", LISTED[0][1], "7.01", "KECAMATAN", "7.01.02", LISTED[2][1], *LISTED[a], *LISTED[b])
      for a, b in ((3, 4), (5, 6))),
]  # fmt: skip
ONE_CELL = [("Urusan / Program / Kegiatan / Sub Kegiatan", "Pagu"), *((f"{c} {n}", "1.000.000") for c, n in LISTED)]
LAYOUTS = {
    "one column": PLAIN,
    "taken apart": APART,
    "code and name in one cell": ONE_CELL,
    "that cell and nothing else": [line[:1] for line in ONE_CELL],
}


def workbook(lines: list[tuple[str, ...]]) -> bytes:
    book = Workbook()
    book.worksheets[0].append(("Daftar nomenklatur",))
    for line in lines:
        book.worksheets[0].append(line)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_of_a_list_is_read(layout: str) -> None:
    found = entries(read(workbook(LAYOUTS[layout]), "daftar.xlsx"))
    assert {one.kode: one.nama for one in found.entri} == CANONICAL
    assert (found.jumlah_tak_terbaca, found.jumlah_kembar) == (0, 0)


def test_pairs_of_code_and_name_side_by_side_are_read() -> None:
    found = entries(read(workbook(SIDE_BY_SIDE), "daftar.xlsx"))
    assert {one.kode: one.nama for one in found.entri} == CANONICAL


def test_a_row_that_is_not_understood_is_told_with_its_place() -> None:
    lines = [*PLAIN, ("7.01.02.2", "Setengah kode", "", ""), ("7.01.03", "", "", ""), ("7.01.02", "Nama lain", "", "")]
    found = entries(read(workbook(lines), "daftar.xlsx"))
    assert [(one.tempat, one.sebab) for one in found.tak_terbaca] == [
        ("Sheet!A10", "kodenya tidak dikenal"),
        ("Sheet!A11", "tidak ada namanya"),
    ]
    assert [one.tempat for one in found.kembar] == ["Sheet!A12"]


def test_of_two_names_of_a_program_that_of_a_regency_wins() -> None:
    names = ("PROGRAM PENUNJANG DAERAH PROVINSI", "PROGRAM PENUNJANG DAERAH KABUPATEN/KOTA")
    for order in (names, names[::-1]):
        lines = [("Kode", "Nama"), *(("7.01.01", name) for name in order), ("7.01.01.2.01", "Perencanaan Kinerja")]
        found = entries(read(workbook(lines), "daftar.xlsx"))
        assert [one.nama for one in found.entri if one.kode == "7.01.01"] == [names[1]]


def test_a_file_without_codes_is_refused(graph: Graph) -> None:
    with pytest.raises(DocumentRefused, match="tidak memuat kode"):
        loading.prepare(graph, workbook([("Nama", "Umur"), ("Sesuatu", "12"), ("Lain", "13")]), "lain.xlsx")


def bring_list(graph: Graph, listed: tuple[tuple[str, str], ...] = LISTED, name: str = "2024.xlsx") -> loading.Prepared:
    reading: Reading = entries(read(workbook([("Kode", "Nama"), *listed]), name))
    prepared = graph.reading(lambda tx: loading._compared(tx, reading, name, 2024))
    return loading.apply(graph, prepared)


def components(graph: Graph) -> dict[str, str]:
    return {
        row["kode"]: row["nama"] for row in graph.command("MATCH (n:Komponen) RETURN n.kode AS kode, n.nama AS nama")
    }


def test_a_list_becomes_a_tree_and_the_next_years_list_changes_it(graph: Graph, settings: Settings) -> None:
    made = bring_list(graph)
    assert (made.baru, made.sama, len(made.berubah), made.hilang) == (7, 0, 0, 0)
    assert components(graph) == CANONICAL
    tree = graph.command("MATCH (n:Komponen)-[:PART_OF]->(i) RETURN n.kode AS n, i.kode AS i")
    assert {(row["n"], row["i"]) for row in tree} == {(k, above(k)) for k in CANONICAL if above(k)}
    bring(worksheet((*BOXES,)), graph, settings)
    key = ids(graph)
    decide(graph, "komponen", key[BOXES[3].uraian], {"komponen": "7.01.02.2.02", "aksi": "pilih"}, "Sesuai nomenklatur")
    graph.command("MATCH (n:Komponen {kode: '7.01.02'}) SET n.nama = 'Nama orang', n.diatur = ['nama']")
    next_year = (
        *LISTED[:2],
        ("7.01.02", "PROGRAM LAIN"),
        LISTED[3],
        ("7.01.02.2.01.0003", "Nama Baru Sambungan Rumah"),
    )
    made = bring_list(graph, next_year, "2025.xlsx")
    assert [(one.kode, one.sesudah) for one in made.berubah] == [("7.01.02.2.01.0003", "Nama Baru Sambungan Rumah")]
    assert [one.kode for one in made.ditahan] == ["7.01.02"]
    assert (made.hilang, made.usang) == (1, ("7.01.02.2.02",))
    assert components(graph)["7.01.02"] == "Nama orang"
    assert "7.01.02.2.02.0001" not in components(graph)
    before, log = graph.content_hash(), export_log(graph)
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(log, graph)
    assert graph.content_hash() == before


BOXES = (
    Box("Meningkatnya Kesejahteraan Warga Pesisir", 0, "Indeks Kesejahteraan Warga"),
    Box("Meningkatnya Mutu Layanan Air Bersih", 1, "Persentase Warga Terlayani"),
    Box("Terselenggaranya Pelayanan Air", 2, "Persentase Pelayanan"),
    Box("Terkoordinasinya Penyelenggaraan Pelayanan Air", 3, "Persentase Koordinasi"),
    Box("Terfasilitasinya Pemeriksaan Sambungan Rumah", 4, "Jumlah Sambungan"),
    Box("Terlaksananya Penggantian Pipa Tua Milik Warga", 4, "Panjang Pipa"),
)
"""The last one stands in the wrong branch of the nomenclature."""


def test_statements_are_proposed_accepted_refused_and_undone(graph: Graph, settings: Settings) -> None:
    bring_list(graph)
    bring(worksheet(BOXES), graph, settings)
    page = proposals(graph, "kecamatan-tanjung-contoh")
    told = {one.kinerja.teks: (one.usul.kode, one.usul.kemiripan) for one in page.baris if one.usul}
    assert told == {
        BOXES[2].uraian: ("7.01.02", 1.0),
        BOXES[3].uraian: ("7.01.02.2.01", 1.0),
        BOXES[4].uraian: ("7.01.02.2.01.0003", 1.0),
        BOXES[5].uraian: ("7.01.02.2.02.0001", 1.0),
    }
    assert {one.kinerja.teks: one.salah_cabang for one in page.baris if one.salah_cabang} == {
        BOXES[5].uraian: "7.01.02.2.01"
    }
    assert (page.usul, page.yakin, page.ada) == (4, 3, 0)
    wanted = [Change("komponen", key, {"komponen": code, "aksi": "pilih"}) for key, code in page.sure]
    made = decide_many(graph, wanted, "Sama dengan nomenklatur", based_on=page.versi_pohon)
    wrong = ids(graph)[BOXES[5].uraian]
    decide(graph, "komponen", wrong, {"komponen": "7.01.02.2.02.0001", "aksi": "tolak"}, "Bukan milik kami")
    page = proposals(graph, "kecamatan-tanjung-contoh")
    assert (page.usul, page.ada) == (0, 3)
    assert [one.ditolak[0].isi["komponen"] for one in page.baris if one.ditolak] == ["7.01.02.2.02.0001"]
    undo(graph, made[0].id)
    assert proposals(graph, "kecamatan-tanjung-contoh").ada == 2


def test_without_a_nomenclature_nothing_is_proposed(graph: Graph, settings: Settings) -> None:
    bring(worksheet(BOXES), graph, settings)
    page = proposals(graph, "kecamatan-tanjung-contoh", 2024)
    assert (page.entri, page.usul, page.baris) == (0, 0, ())


ALIKE = {
    ("Terselenggaranya Pelayanan Air", "Penyelenggaraan Pelayanan Air"): 1.0,
    ("Terfasilitasinya Penyusunan Rencana", "Fasilitasi Penyusunan Rencana"): 1.0,
    ("Terlaksananya Peningkatan Efektifitas Layanan", "Peningkatan Efektivitas Layanan"): 1.0,
    ("Meningkatnya Pemberdayaan Masyarakat Desa", "PROGRAM PEMBERDAYAAN MASYARAKAT DESA"): 1.0,
}


@pytest.mark.parametrize("pair", ALIKE)
def test_opening_verbs_do_not_part_a_statement_from_its_name(pair: tuple[str, str]) -> None:
    assert alike(*pair) == ALIKE[pair]


def test_only_a_lower_entry_may_stand_in_the_wrong_branch() -> None:
    assert wrong_branch("7.01.02.2.02.0003", "7.01.02.2.01")
    assert not wrong_branch("7.01.02.2.02.0003", "7.01.02.2.02")
    assert not wrong_branch("7.01.02.2.02", "7.01.02.2.01")
    assert not wrong_branch("", "7.01.02.2.01")


TRUTH = {
    3: "7.01.02", 4: "7.01.02.2.01", 5: "7.01.02.2.02.0003", 6: "7.01.02.2.02", 7: "7.01.02.2.02.0002",
    8: "7.01.02.2.04", 9: "7.01.02.2.04.0003", 10: "7.01.03", 11: "7.01.03.2.01", 12: "7.01.03.2.01.0003",
    13: "7.01.03.2.03", 14: "7.01.03.2.03.0002", 15: "7.01.04", 16: "7.01.04.2.01", 17: "7.01.04.2.01.0001",
    18: "7.01.05", 19: "7.01.05.2.01", 21: "7.01.06", 22: "7.01.06.2.01", 23: "7.01.06.2.01.0002",
    24: "7.01.06.2.01.0003",
}  # fmt: skip
"""Row of stage 4 of the seed -> its code, as far as it is known."""


@pytest.mark.skipif(not SHARED.exists(), reason="the reference list is not part of the project")
def test_the_seed_is_matched_as_the_regulation_says(graph: Graph, settings: Settings) -> None:
    from service.ingest.importing import apply, prepare

    listed = loading.prepare(graph, (SHARED / "reference" / "nomenklatur.csv").read_bytes(), "nomenklatur.csv")
    loading.apply(graph, listed)
    seed = ROOT / "seeds" / "batumandi-2022.txt"
    apply(prepare(seed.read_bytes(), seed.name, graph, settings), graph, settings)
    page = proposals(graph, "kecamatan-batumandi", 2022)
    listed_codes = {one.kode for one in listed.baca.entri}
    told = {n: one.usul.kode for n, one in enumerate(page.baris, 1) if one.usul}
    assert told == {n: code for n, code in TRUTH.items() if code in listed_codes}
    assert len(told) == 10  # the reference list lacks the other eleven
    assert len(listed_codes) == 2540
