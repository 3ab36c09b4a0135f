"""Cells that could be taken for something else, each in a small document of its own."""

from __future__ import annotations

import pytest

from service.ingest.parse.indicators import indicators_in
from service.model import Cascade
from tests.answers import folded, read_file, tree
from tests.small import LOWER, TOP, Rows, small

LAPORAN = "Tersusunnya Laporan"


def indicators(cascade: Cascade, uraian: str) -> set[str]:
    measured = next(k.id for k in cascade.kinerja if k.uraian == uraian)
    return {i.nama for i in cascade.indikator if measured in i.kinerja}


def planned(text: str, uraian: str = LAPORAN) -> tuple[str, str, tuple[str, ...]]:
    """(level, component, owners) of a kinerja."""
    cascade = folded(text)
    found = next(k for k in cascade.kinerja if k.uraian == uraian)
    return found.tingkat, found.komponen, tuple(a.nama for a in cascade.assignments if a.kinerja == found.id)


@pytest.mark.parametrize(
    ("cell", "component", "owners"),
    [
        ("rincian sub kegiatan pk staf", "rincian sub kegiatan", ("staf",)),
        ("rencana aksi pk pelaksana", "rencana aksi", ("pelaksana",)),
        ("Output Sub Kegiatan pk pengelola arsip", "Output Sub Kegiatan", ("pengelola arsip",)),
        ("sasaran sub kegiatan oleh juru arsip", "sasaran sub kegiatan", ("juru arsip",)),
        ("sasaran sub kegiatan pk 1. staf arsip 2. staf loket", "sasaran sub kegiatan", ("staf arsip", "staf loket")),
        ("butir pekerjaan pk juru arsip, juru loket", "butir pekerjaan", ("juru arsip", "juru loket")),
    ],
)
def test_a_component_keeps_its_words_and_leaves_the_level_alone(
    cell: str, component: str, owners: tuple[str, ...]
) -> None:
    assert planned(small(planning={LAPORAN: cell})) == ("operasional", component, owners)


def test_planning_words_in_the_column_of_levels_are_levels() -> None:
    rows: Rows = (
        ("1", "Meningkatnya Kepuasan Warga", "Indeks kepuasan", "tujuan", "tujuan skpd", "camat"),
        ("2", "Meningkatnya Mutu Loket", "Nilai mutu", "sasaran", "sasaran skpd", "camat"),
        ("3", "Tersusunnya Laporan", "Jumlah laporan", "program", "sasaran program", "kasi"),
        ("3", "Terlatihnya Petugas", "Jumlah petugas", "staf", "sasaran kegiatan", "staf"),
    )
    text = small(rows, stages=(4, 5)).replace("kinerja ", "").replace("\t\tKeterangan", "\tLevel\tKeterangan")
    assert planned(text) == ("program", "sasaran program", ("kasi",))
    assert planned(text, "Terlatihnya Petugas") == ("staf", "sasaran kegiatan", ("staf",))


def test_a_condition_that_begins_like_a_measure_is_a_condition() -> None:
    rows: Rows = (("1", "Angka Keluhan Menurun", "Jumlah keluhan", *TOP[0][3:]), *TOP[1:], *LOWER)
    assert "Angka Keluhan Menurun" in {k.uraian for k in folded(small(rows, stages=(1, 2, 3))).kinerja}
    rows = tuple((r[0], r[1].replace("Meningkatnya Mutu Loket", "Nilai Layanan Membaik"), *r[2:]) for r in rows)
    text = small(rows).replace("\tCSF Layanan\tKondisi", "No\tIsu\tSumber\tKondisi yang diperlukan")
    text = text.replace("1\tLayanan lambat\t", "1\tLayanan lambat\trenstra\t")
    assert {k.uraian for k in folded(text).kinerja} == {r[1] for r in rows}


def test_the_heads_decide_when_only_the_indicator_begins_like_a_condition() -> None:
    rows: Rows = (*TOP, *LOWER[:3], ("3", "Petugas Loket Terlatih", "Tersedianya sertifikat", *LOWER[3][3:]))
    for stages in ((1, 2, 3, 4, 5), (5,)):
        cascade = folded(small(rows, stages=stages))
        assert {k.uraian for k in cascade.kinerja} == {r[1] for r in rows}
        assert indicators(cascade, "Petugas Loket Terlatih") == {"Tersedianya sertifikat"}


def test_years_below_a_head_are_heads() -> None:
    text = small(stages=(4,)).replace(
        "Rujukan\tKinerja\tIndikator\tKeterangan", "Kinerja\t\tTarget\t\tLevel\nUraian\tIndikator\t2024\t2025\t"
    )
    lines = text.split("\n")
    body = [
        f"{u}\t{i}\t10\t12\t{k}"
        for _, u, i, k in (line.split("\t") for line in lines if line.startswith("Tahap ") and "\t" in line)
    ]
    cascade = folded(
        "\n".join([*(line for line in lines if not line.startswith("Tahap ") or "\t" not in line)][:-1] + body)
    )
    assert {k.uraian for k in cascade.kinerja} == {r[1] for r in (*TOP, *LOWER)}
    assert indicators(cascade, LAPORAN) == {"Jumlah laporan"}


def test_a_statement_cut_to_two_words_is_known_by_its_indicator() -> None:
    whole = "Tersusunnya Laporan Bulanan"
    rows: Rows = tuple((r[0], r[1].replace(LAPORAN, whole), *r[2:]) for r in (*TOP, *LOWER))
    text = small(rows)
    before, fifth = text.split("Tahap 5")
    document, cascade = read_file(f"{before}Tahap 5{fifth.replace(whole, LAPORAN)}".encode(), "uji.txt")
    assert {k.uraian for k in cascade.kinerja} == {r[1] for r in rows}
    assert [i.kode for i in document.issues] == ["TXT13"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Loket Tertata\nWarga Terlayani", ("Loket Tertata", "Warga Terlayani")),
        ("Ketepatan Waktu Lapor\nKelengkapan Berkas", ("Ketepatan Waktu Lapor", "Kelengkapan Berkas")),
        ("Persentase Berkas\nSelesai Tepat Waktu", ("Persentase Berkas Selesai Tepat Waktu",)),
        ("Loket yang\nSudah Tertata", ("Loket yang Sudah Tertata",)),
        ("Kepuasan\nWarga Desa", ("Kepuasan Warga Desa",)),
        ("- Jumlah A1\n- Jumlah A2", ("Jumlah A1", "Jumlah A2")),
        ("Jumlah Loket - Persentase Warga Puas", ("Jumlah Loket", "Persentase Warga Puas")),
        ("Rasio Loket - Warga", ("Rasio Loket - Warga",)),
    ],
)
def test_lines_of_a_cell_are_indicators_or_the_rest_of_one(cell: str, names: tuple[str, ...]) -> None:
    assert indicators_in(cell) == names


def test_indicators_without_a_measure_word_in_rows_below() -> None:
    rows: Rows = (*TOP, *LOWER[:2], ("3", LAPORAN, "Laporan Terkirim", *LOWER[2][3:]), LOWER[3])
    below = "Laporan Terkirim\tkinerja operasional\n"
    text = small(rows, stages=(1, 2, 3, 4)).replace(below, f"{below}\t\tBerkas Terjilid\t\n")
    assert indicators(folded(text), LAPORAN) == {"Laporan Terkirim", "Berkas Terjilid"}


def test_units_and_targets_are_told_once_a_column_and_enter_no_indicator() -> None:
    text = small(stages=(1, 2, 3, 4)).replace("\tIndikator\tKeterangan", "\tIndikator\tSatuan\tTarget\tKeterangan")
    for row in (*TOP, *LOWER):
        text = text.replace(f"\t{row[2]}\t", f"\t{row[2]}\tIndeks\tNilai 80\t")
    document, cascade = read_file(text.encode(), "uji.txt")
    assert [i.pesan for i in document.issues] == [
        'Kolom "Satuan" tidak dipakai (6 sel terisi).',
        'Kolom "Target" tidak dipakai (6 sel terisi).',
    ]
    assert {i.nama for i in cascade.indikator} == {row[2] for row in (*TOP, *LOWER)}


def test_a_numbered_row_without_kinerja_is_a_row_of_its_own() -> None:
    text = small().replace("Rujukan\tKinerja\tIndikator\t\tKeterangan", "No\tKinerja\tIndikator\tLevel\tKomponen")
    before, fifth = text.split("Tahap 5\n", 1)
    rows = fifth.split("\n")
    numbered = [rows[0], *(f"{n}\t" + row.split("\t", 1)[1] for n, row in enumerate(filter(None, rows[1:]), 1))]
    document, _ = read_file(f"{before}Tahap 5\n{chr(10).join(numbered)}\n7\t\t\t\tSUBBAGIAN\n".encode(), "uji.txt")
    assert [(i.kode, i.tempat.split(" (")[0]) for i in document.issues] == [("BACA03", "Tahap 5, baris 7")]


def test_a_component_below_all_levels_hangs_on_what_is_above_it() -> None:
    last = ("3", "Terkumpulnya Data", "Jumlah data", "", "rincian sub kegiatan", "staf")
    rows: Rows = (*TOP, *LOWER[:3], last)
    text = small(rows, stages=(1, 2, 5)).replace("kinerja ", "")
    for level in {row[3] for row in rows if row[3]}:
        text = text.replace(f"\t{level}\t", "\t\t")
    assert ("Terkumpulnya Data", LAPORAN) in tree(folded(text))


def test_without_stage_4_components_do_not_share_a_level_that_another_should_have() -> None:
    other = {"Meningkatnya Tata Kelola": "taktikal immediate"}
    assert {k.uraian: k.tingkat for k in folded(small(stages=(1, 2, 3, 5), t5=other)).kinerja} == {
        row[1]: row[3] for row in (*TOP, *LOWER)
    }


def test_two_outcomes_without_stage_3_have_the_factors_below_them() -> None:
    second: Rows = tuple((r[0], f"{r[1]} Desa", f"{r[2]} desa", *r[3:]) for r in (*TOP, *LOWER))
    text = small((*TOP, *LOWER, *second), stages=(1, 2, 4)).replace(
        "Tahap 1 menentukan outcome kecamatan\tMeningkatnya Kepuasan Warga Desa\n", ""
    )
    assert ("Meningkatnya Mutu Loket Desa", "Meningkatnya Kepuasan Warga Desa") in tree(folded(text))


def test_levels_that_only_stage_3_names_are_not_pressed_into_the_usual_ones() -> None:
    extra = ("3", "Terkumpulnya Data", "Jumlah data", "", "aktivitas", "staf")
    rows: Rows = (*TOP, *LOWER[:3], extra)
    third = {LAPORAN: "kondisi antara penunjang", "Terkumpulnya Data": "kondisi operasional"}
    text = small(rows, stages=(1, 2, 3, 5), t3=third)
    for level in {row[3] for row in rows if row[3]}:
        text = text.replace(f"\tkinerja {level}\t", "\t\t")
    assert ("Terkumpulnya Data", LAPORAN) in tree(folded(text))
    assert planned(text)[0] == "antara penunjang"
