"""Which two sentences are one with a slip of the pen, and which are two however alike they look."""

from __future__ import annotations

import pytest

from service.bahasa.spelling import kinship
from service.bahasa.wording import key, sidik, sidik_makna, slug, tidy
from service.fold.printed import printed, same_indicators

ONE = [
    ("Terseleenggaranya Urusan Umum", "Terselenggaranya Urusan Umum", "ejaan"),
    ("Terlaksananya Pemberdyaan Lembaga Desa", "Terlaksananya Pemberdayaan Lembaga Desa", "ejaan"),
    ("Meningkatnya Kulaitas Pelayanan Publik", "Meningkatnya Kualitas Pelayanan Publik", "ejaan"),
    ("Terlaksananya Urusan yang dilimpahkan pada Camat", "Terlaksananya Urusan yang dilimpahkan Camat", "ejaan"),
    ("Jumlah Laporan di Wilayah", "Jumlah Laporan di Wilayah Kecamatan", "terpotong"),
    ("Terlaksananya Pembinaan Aparatur Keca", "Terlaksananya Pembinaan Aparatur Kecamatan", "terpotong"),
    ("Peraturan Perundang- Undangan", "Peraturan Perundang-Undangan", "sama"),
    ("MENINGKATNYA MUTU", "Meningkatnya  Mutu", "sama"),
    ("Meningkatnya Efektifitas Kerja", "Meningkatnya Efektivitas Kerja", "sama"),
    ("Prosentase desa tertib", "Persentase desa tertib", "sama"),
    ("Meningkatnya Peran masyarakatdalam Pembangunan", "Meningkatnya Peran masyarakat dalam Pembangunan", "sama"),
]
TWO = [
    ("Tersalurkannya Bantuan Kelas I", "Tersalurkannya Bantuan Kelas II"),
    ("Tersalurkannya Bantuan Kelas II", "Tersalurkannya Bantuan Kelas III"),
    ("Terbinanya Desa Tahun 2022", "Terbinanya Desa Tahun 2023"),
    ("Beroperasinya Rute 1", "Beroperasinya Rute 12"),
    ("Terbinanya Nelayan Wilayah Utara", "Terbinanya Nelayan Wilayah Selatan"),
    ("Terlaksananya Penataan Kawasan", "Terlaksananya Pendataan Kawasan"),
    ("Terlaksananya Penerapan Standar", "Terlaksananya Penetapan Standar"),
    ("Terbinanya Usaha Mikro", "Terbinanya Usaha Makro"),
    ("Terbinanya Siswa Berprestasi", "Terbinanya Siswi Berprestasi"),
    ("Terlaksananya Program A", "Terlaksananya Program B"),
    ("Meningkatnya Pengawasan Aset", "Meningkatnya Pengawalan Aset"),
    ("Meningkatnya Mutu", "Meningkatnya Mutu Layanan dan Sarana Umum di Seluruh Wilayah"),
    ("Terfasilitasinya Pembinaan Desa", "Terlaksananya Pembinaan Desa"),
]


@pytest.mark.parametrize(("one", "other", "kin"), ONE)
def test_these_are_one_sentence(one: str, other: str, kin: str) -> None:
    assert (kinship(one, other), kinship(other, one)) == (kin, kin)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_these_are_two_sentences(one: str, other: str) -> None:
    assert (kinship(one, other), kinship(other, one)) == ("", "")


def test_two_words_of_the_lexicon_may_be_a_slip_where_something_else_says_so() -> None:
    assert kinship("Terlaksananya Penataan Kawasan", "Terlaksananya Pendataan Kawasan", corroborated=True) == "ejaan"
    assert kinship("Tersalurnya Bantuan Kelas I", "Tersalurnya Bantuan Kelas II", corroborated=True) == ""
    assert kinship("Terbinanya Rute Tahun 2022", "Terbinanya Rute Tahun 2023", corroborated=True) == ""


def test_tidying_closes_words_that_a_line_end_broke_and_no_others() -> None:
    assert tidy("Perundang- Undangan ,  dan\nlain ") == "Perundang-Undangan, dan lain"
    assert tidy("Tahap 3 - Kondisi") == "Tahap 3 - Kondisi"


def test_a_digest_ignores_spelling_and_the_meaning_also_the_verb_and_order() -> None:
    assert sidik("Meningkatnya MUTU  layanan") == sidik("meningkatnya mutu layanan") != sidik("Meningkatnya layanan")
    assert sidik_makna("Meningkatnya Mutu Layanan") == sidik_makna("Terwujudnya Layanan Mutu")
    assert key("Prosentase, (PATEN)") == "persentasepaten"
    assert slug("Kecamatan Batu Mandi (Kota)") == "kecamatan-batu-mandi-kota"


@pytest.mark.parametrize(
    ("spellings", "shown"),
    [
        (["Terselenggaranya A", "Terseleenggaranya A", "Terselenggaranya A"], "Terselenggaranya A"),
        (["Terseleenggaranya A", "Terselenggaranya A"], "Terselenggaranya A"),
        (["Jumlah Laporan di Wilayah", "Jumlah Laporan di Wilayah Kecamatan"], "Jumlah Laporan di Wilayah Kecamatan"),
        (["Meningkatnya Mutu", "MENINGKATNYA MUTU", "MENINGKATNYA MUTU"], "Meningkatnya Mutu"),
        (["Meningkatnya PeranDesa", "Meningkatnya Peran Desa", "Meningkatnya Peran Desa"], "Meningkatnya Peran Desa"),
    ],
)
def test_the_spelling_shown_is_whole_and_the_majoritys(spellings: list[str], shown: str) -> None:
    assert printed(spellings) == shown


def test_two_indicators_of_one_row_are_never_one() -> None:
    rows = [["Jumlah siswa kelas satu", "Jumlah siswa kelas dua"], ["Jumlah siswa kelas dua", "Jumlah siswa kelas sat"]]
    assert same_indicators(rows) == [
        ["Jumlah siswa kelas satu", "Jumlah siswa kelas sat"],
        ["Jumlah siswa kelas dua", "Jumlah siswa kelas dua"],
    ]
