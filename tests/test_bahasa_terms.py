"""Levels, components, positions, units and years, as cells and headings write them."""

from __future__ import annotations

import pytest

from service.bahasa.bodies import UnitName, pemda_in, period_in, proper_name, unit_in, years_in
from service.bahasa.openings import is_measure, is_statement, number_of, strip_number
from service.bahasa.planning import Planning, read_planning
from service.bahasa.stages import referred_stage, stage_number
from service.bahasa.terms import component_name, component_type, is_label, level_name
from service.ingest.identify import unit_kode, unit_prefix


@pytest.mark.parametrize(
    ("label", "level"),
    [
        ("kinerja strategis skpd", "strategis skpd"),
        ("Kinerja Strategis OPD", "strategis skpd"),
        ("kondisi antara utama", "antara utama"),
        ("Kinerja taktikal immediate", "taktikal immediate"),
        ("Kinerja Immediate Taktikal", "taktikal immediate"),
        ("Kinerja Taktikal (Intermediate)", "taktikal intermediate"),
        ("kinerja oprasional", "operasional"),
        ("Kinerja Tactical Intermediete", "taktikal intermediate"),
        ("Level 3", "level 3"),
        ("Esselon III", "eselon iii"),
        ("Operational", "operasional"),
        ("3. Kinerja Taktikal Intermediate", "taktikal intermediate"),
        ("b) kondisi operasional", "operasional"),
        ("Tingkat Keluaran", "tingkat keluaran"),
    ],
)
def test_a_level_is_spelled_one_way(label: str, level: str) -> None:
    assert level_name(label) == level
    assert is_label(label) or "oprasional" in label or "Intermediete" in label


@pytest.mark.parametrize(
    "text", ["Meningkatnya Kinerja", "Indikator Kinerja", "sasaran program", "Kasi", "Kinerja", ""]
)
def test_these_are_no_levels(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("taktikal sasaran program pk kasi", Planning("taktikal", "sasaran program", ("kasi",))),
        ("sasaran kegiatan pk kasi/jafung/analisis", Planning("", "sasaran kegiatan", ("kasi", "jafung", "analisis"))),
        ("sasaran pertama skpd pk camat", Planning("", "sasaran pertama skpd", ("camat",))),
        ("tujuan skpd", Planning("", "tujuan skpd", ())),
        ("pk staf umum", Planning("", "", ("staf umum",))),
        ("Sasaran Program (PK Kabid)", Planning("", "Sasaran Program", ("Kabid",))),
        ("sasaran kegiatan Kepala Seksi Data", Planning("", "sasaran kegiatan", ("Kepala Seksi Data",))),
        ("PK: Kasi A atau Kasi B", Planning("", "", ("Kasi A", "Kasi B"))),
        ("pk kasi pemerintahan dan pelayanan", Planning("", "", ("kasi pemerintahan dan pelayanan",))),
        ("pk kasi trantib, kasi pmd dan kasubag umum", Planning("", "", ("kasi trantib", "kasi pmd", "kasubag umum"))),
        ("sasaran kegiatan pk dokter penanggung jawab", Planning("", "sasaran kegiatan", ("dokter penanggung jawab",))),
    ],
)
def test_a_planning_cell_is_taken_apart(cell: str, read: Planning) -> None:
    assert read_planning(cell) == read


def test_components_are_known_by_type_and_named_one_way() -> None:
    assert [component_type(text) for text in ("sasaran sub kegiatan", "Program 7.01.02", "tujuan skpd", "lainnya")] == [
        "sub kegiatan",
        "program",
        "tujuan",
        "",
    ]
    assert component_name("sasaran pertama opd") == component_name("sasaran kedua skpd") == "sasaran skpd"
    assert component_name("Program Pelayanan Publik") == component_name("sasaran program") == "program"


@pytest.mark.parametrize(
    ("line", "jenis", "nama"),
    [
        ("KANTOR CAMAT BATUMANDI KABUPATEN BALANGAN", "kecamatan", "Kecamatan Batumandi"),
        ("CASCADING KEC. BATUMANDI TAHUN 2022", "kecamatan", "Kecamatan Batumandi"),
        ("PEMERINTAH KABUPATEN ANGAN DINAS SOSIAL DAN TENAGA KERJA", "dinas", "Dinas Sosial dan Tenaga Kerja"),
        (
            "DINAS KOMUNIKASI, INFORMATIKA DAN PERSANDIAN KOTA ANGAN",
            "dinas",
            "Dinas Komunikasi, Informatika dan Persandian",
        ),
        ("BADAN PENDAPATAN DAERAH 2024", "badan", "Badan Pendapatan Daerah"),
        ("BAPPEDA KABUPATEN ANGAN", "badan", "BAPPEDA"),
        ("INSPEKTORAT KABUPATEN ANGAN", "inspektorat", "Inspektorat"),
        ("SEKRETARIAT DPRD KABUPATEN ANGAN", "sekretariat", "Sekretariat DPRD"),
        ("RSUD DR. CIPTA ANGAN KOTA ANGAN", "rsud", "RSUD Dr. Cipta Angan"),
        ("KECAMATAN KOTA KABUPATEN ANGAN", "kecamatan", "Kecamatan Kota"),
        ("DINAS SOSIAL KOTA ANGAN", "dinas", "Dinas Sosial"),
        ("KELURAHAN ANGAN TIMUR KECAMATAN ANGAN", "kelurahan", "Kelurahan Angan Timur"),
        (
            "SATUAN POLISI PAMONG PRAJA DAN PEMADAM KEBAKARAN",
            "satpol pp",
            "Satuan Polisi Pamong Praja dan Pemadam Kebakaran",
        ),
    ],
)
def test_a_unit_is_named_by_kind_and_proper_name(line: str, jenis: str, nama: str) -> None:
    found = unit_in(line)
    assert found is not None
    assert (found.jenis, found.nama) == (jenis, nama)


def test_a_word_of_prose_is_no_unit() -> None:
    assert unit_in("Tahap 1 Menentukan outcome Pemerintah Kecamatan") is None
    assert unit_in("CASCADING KINERJA TAHUN 2024") is None
    assert unit_in("KEC. ANGAN") == UnitName("kecamatan", "Kecamatan Angan", "KEC. ANGAN")


def test_pemda_and_year() -> None:
    assert pemda_in("PEMERINTAH KABUPATEN HULU ANGAN DINAS SOSIAL") == "Kabupaten Hulu Angan"
    assert pemda_in("Kabupaten : Angan") == "Kabupaten Angan"
    assert pemda_in("DINAS SOSIAL") == ""
    assert years_in("CASCADING TAHUN ANGGARAN 2024") == [2024]
    assert years_in("Peraturan Nomor 89 Tahun 2021, PermenPANRB 88/2021, renstra 2021-2026") == []
    assert period_in("RENSTRA 2021 s.d. 2026") == 2021


def test_keys_of_a_unit() -> None:
    assert (unit_kode("Kecamatan Batumandi"), unit_prefix("Kecamatan Batumandi")) == ("kecamatan-batumandi", "BTM")
    assert unit_prefix("Inspektorat") == "NSP"
    assert unit_prefix("Dinas Aio") == "AIO"
    assert proper_name("Dinas Sosial") == "Sosial"


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("Tahap 4 merumuskan indikator", 4, "merumuskan indikator"),
        ("TAHAP III", 3, ""),
        ("Langkah ke-2: CSF", 2, "CSF"),
        ("Tahapan Kelima", 5, ""),
        ("B. Tahap 1", 1, ""),
    ],
)
def test_a_stage_is_known_in_its_usual_spellings(text: str, number: int, rest: str) -> None:
    assert stage_number(text) == (number, rest)


def test_what_names_no_stage() -> None:
    assert [stage_number(text) for text in ("Tahap 1/2", "Tahapan", "Tahun 3", "Bertahap 3")] == [None] * 4
    assert [referred_stage(text) for text in ("tahap 2", "3", "(4)", "", "x")] == [2, 3, 4, 0, 0]


def test_statements_and_measures_are_known_by_how_they_begin() -> None:
    assert all(map(is_statement, ("Meningkatnya Mutu", "1.2 Terlaksananya Audit", "a. Optimalnya Layanan")))
    assert not any(map(is_statement, ("Jumlah laporan", "Pelayanan prima", "kinerja operasional")))
    assert all(map(is_measure, ("Jumlah laporan", "2) Persentase desa", "Indeks Kepuasan", "IKM")))
    assert not any(map(is_measure, ("persen", "Meningkatnya indeks", "Jumlahan")))


def test_numbers_in_front_of_a_statement() -> None:
    cases = {
        "1. Terbinanya A": "1",
        "1.2.1 Terbinanya A": "1.2.1",
        "a) Terbinanya A": "a",
        "2 Terbinanya A": "2",
        "- Terbinanya A": "",
    }
    assert {text: number_of(text) for text in cases} == cases
    assert {strip_number(text) for text in cases} == {"Terbinanya A"}
    assert strip_number("5 Desa terbina") == "5 Desa terbina"
