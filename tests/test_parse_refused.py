"""What cannot be read is refused with what was expected, where, and what to do; everything else is read."""

from __future__ import annotations

import pytest

from service.model import Issue
from tests.answers import folded, read_file, read_rows
from tests.small import HEAD, small


def errors(text: str) -> list[Issue]:
    document, cascade = read_file(text.encode(), "kecamatan-2023.txt")
    return [issue for issue in (*document.issues, *cascade.issues) if issue.keparahan == "error"]


NO_CASCADING = {
    "prosa": "Notulen rapat Dinas Angan tahun 2024\nTahap 3 akan dimulai besok.\n",
    "hanya judul": HEAD,
    "tabel iku": "DINAS ANGAN TAHUN 2024\nNo\tSasaran\tIndikator\tTarget\n1\tMeningkatnya mutu\tPersentase mutu\t90\n",
    "rencana kerja": "DINAS ANGAN TAHUN 2024\nTahap 3 Pelaksanaan\nNo\tUraian\tKeterangan\n1\tPasang pipa\tselesai\n",
    "tahap kosong": HEAD + "Tahap 3\nTahap 4\nTahap 5\n",
}


@pytest.mark.parametrize("text", NO_CASCADING.values(), ids=NO_CASCADING)
def test_no_cascading_document(text: str) -> None:
    found = errors(text)
    assert [i.kode for i in found] == ["BACA90"]
    assert found[0].pesan.startswith(
        "Berkas ini bukan dokumen cascading: tidak ada tabel Tahap 3, 4, atau 5 (baris berkas 1"
    )
    assert found[0].saran.startswith("Unggah dokumen cascading")


def test_an_empty_document() -> None:
    document, _ = read_rows([])
    assert sorted(i.kode for i in document.issues) == ["BACA90", "BACA91", "BACA92"]


def test_no_unit() -> None:
    found = errors(small().replace("KANTOR CAMAT ANGAN KABUPATEN REKAAN", "").replace("KEC. ANGAN ", ""))
    assert [(i.kode, i.pesan) for i in found] == [
        (
            "BACA91",
            "Dokumen tidak menyebut nama perangkat daerah: diharapkan di baris judul sebelum tahap pertama "
            "(baris berkas 2 sampai baris berkas 2).",
        )
    ]


def test_no_year_and_none_taken_from_a_statement_a_law_or_the_name_of_the_file() -> None:
    text = small().replace("TAHUN 2024", "").replace("Tersusunnya Laporan", "Tersusunnya Laporan Tahun 2022")
    text = text.replace("Tahap 1\n", "Berdasarkan Peraturan Bupati Nomor 12 Tahun 2021\nTahap 1\n", 1)
    assert [i.kode for i in errors(text)] == ["BACA92"]


def test_several_years_are_told_and_the_titles_is_taken() -> None:
    document, _ = read_file(
        small().replace(HEAD, HEAD + "RENSTRA 2021-2026\nDisahkan 2 Januari 2025\n").encode(), "x.txt"
    )
    assert (document.tahun, [i.kode for i in document.issues]) == (2024, [])
    document, _ = read_file(
        small().replace("TAHUN 2024", "").replace("Tahap 1\n", "TAHUN 2021-2026\nTahap 1\n", 1).encode(), "x"
    )
    assert (document.tahun, [i.kode for i in document.issues]) == (2021, ["BACA08"])


def test_a_pemda_that_is_not_stated_is_empty() -> None:
    document, _ = read_file(small().replace(" KABUPATEN REKAAN", "").encode(), "x.txt")
    assert (document.unit, document.pemda) == ("Kecamatan Angan", "")


def test_a_row_with_its_own_number_but_no_statement_is_told_not_joined() -> None:
    text = small(stages=(4,)) + "Tahap 2\t\t\tCROSSCUTTING\n"
    document, cascade = read_file(text.encode(), "x.txt")
    assert [(i.kode, i.tempat) for i in document.issues] == [("CRC08", "Tahap 4, baris 7 (baris berkas 11)")]
    assert len(cascade.kinerja) == 6


def test_a_statement_and_an_indicator_that_changed_places_are_put_right_and_told() -> None:
    text = small(stages=(4,)).replace("Tersusunnya Laporan\tJumlah laporan", "Jumlah laporan\tTersusunnya Laporan")
    document, cascade = read_file(text.encode(), "x.txt")
    assert [k.uraian for k in cascade.kinerja][4] == "Tersusunnya Laporan"
    assert [(i.kode, i.tempat) for i in document.issues] == [("BACA06", "Tahap 4, baris 5 (baris berkas 9)")]


def test_noise_is_listed_as_not_used() -> None:
    text = small().replace("Tahap 4\n", "Halaman 2 dari 3\nTahap 4\n", 1)
    document, _ = read_file(text.encode(), "x.txt")
    assert [row.sel for row in document.rows if row.peran == "tak terpakai"] == [("Halaman 2 dari 3",)]
    assert [i.pesan for i in document.issues if i.kode == "BACA05"] == ["1 baris tidak dipakai: baris berkas 17."]


def test_a_thousand_kinerja_that_all_differ_by_a_slip_are_read_in_seconds() -> None:
    rows = [
        (
            "3",
            f"Tersusunnya Laporan Wilayah {n} Bagian {n % 7}",
            f"Jumlah laporan {n}",
            "operasional",
            "sasaran",
            "staf",
        )
        for n in range(300)
    ]
    text = small(rows, stages=(3, 4)).split("Tahap 4\n")
    cascade = folded(text[0] + "Tahap 4\n" + text[1].replace("Tersusunnya", "Tersusunnnya"))
    assert len(cascade.kinerja) == 300
