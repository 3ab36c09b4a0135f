"""What stands at the head of an exported file: whose cascade it is, and which state of it.

In: a `Title` and the moment of printing. Out: pairs of label and value, some of which are read again, and a foot line.
"""

from __future__ import annotations

from datetime import datetime

from service.bahasa.dates import date_in_words, moment_in_words
from service.lembar.form import MARK, PEMDA, SHAPE, UNIT, YEAR
from service.lembar.gathered import Title


def heading(title: Title) -> str:
    """The one big line."""
    return f"Lembar kerja penjenjangan kinerja {title.unit} tahun {title.tahun}"


def block(title: Title, moment: datetime) -> tuple[tuple[str, str], ...]:
    """Label and value, one a line."""
    pemda = title.pemda if "fikti" in title.pemda.casefold() or not title.contoh else f"{title.pemda} (fiktif)"
    return (
        (UNIT, title.unit),
        (PEMDA, pemda),
        (YEAR, str(title.tahun)),
        ("Versi dokumen", f"{title.versi}, diimpor {date_in_words(title.diimpor_pada)} dari {title.nama_berkas}"),
        ("Dicetak", moment_in_words(moment)),
        ("Revisi", str(title.revisi)),
        (SHAPE, MARK),
    )


def foot(title: Title, moment: datetime) -> str:
    """Printed at the bottom of every page."""
    return f"{title.unit} · tahun {title.tahun} · dicetak {moment_in_words(moment)}, revisi {title.revisi}"


HELP = (
    "Cara memakai: perbaiki di lembar Tahap 1 sampai Tahap 5, simpan, lalu impor lagi di halaman Impor. Yang akan "
    "berubah ditampilkan dahulu, baru diterapkan.",
    "Kolom Id mengenali kinerja; jangan diubah. Baris baru: kosongkan Id-nya. Menghapus kinerja: hapus barisnya di "
    "semua tahap.",
    "Kalimat dan tingkat tercetak di beberapa tahap; cukup ubah di satu tempat, tahap lain mengikuti.",
    "Induk tercetak sebagai Id. (dari urutan): disimpulkan dari susunan dokumen. (diputuskan): ditetapkan seseorang. "
    "Tanpa keterangan: tertulis di dokumen. Untuk menetapkan atau memindahkan induk, tulis Id induk yang benar saja.",
)
"""How the file is used, on its first page."""
