"""The faults that reading a document can report: one code, one severity, one remedy each.

In: a code, a place, what was read and what it was taken for. Out: an `Issue`. Codes of the rule catalogue (STR, TXT,
CRC) keep their meaning there; the severities here are those of the import, where only what cannot be read is an error.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.model import Issue, Place, Severity

REMARKS: dict[str, tuple[Severity, str]] = {
    "BACA01": ("info", "Periksa kalimat gabungannya; bila keliru, satukan baris itu di dokumen lalu impor lagi."),
    "BACA02": ("info", "Tidak perlu tindakan bila isi tiap kolom di bawah sudah benar."),
    "BACA03": ("info", "Bila baris ini memuat kinerja, lengkapi pernyataannya di dokumen lalu impor lagi."),
    "BACA04": ("info", "Gambarnya tidak ikut tersalin; gambar pohon kinerja dapat dibuat ulang di halaman Pohon."),
    "BACA05": ("info", "Tidak perlu tindakan bila isi itu memang bukan bagian cascading."),
    "BACA06": ("info", "Periksa apakah pernyataan dan indikatornya sudah pada tempatnya."),
    "BACA07": ("info", "Tidak perlu tindakan bila ejaan tingkatnya memang dimaksud demikian."),
    "BACA08": ("peringatan", "Tulis satu tahun di kepala dokumen, misalnya CASCADING KINERJA TAHUN 2024."),
    "BACA09": ("info", "Bila bukan pengelompokan, tulis nama unit yang dimaksud saja di kepala dokumen."),
    "BACA90": ("error", "Unggah dokumen cascading yang memuat tabel Tahap 3, 4, atau 5, atau isi templat kosong."),
    "BACA91": ("error", "Tulis nama perangkat daerah di baris judul, misalnya KECAMATAN BATUMANDI KABUPATEN BALANGAN."),
    "BACA92": ("error", "Tulis tahunnya di baris judul, misalnya CASCADING KINERJA TAHUN 2024."),
    "BACA93": ("error", "Pisahkan dokumen itu per perangkat daerah, lalu impor satu per satu."),
    "UNIT01": ("info", "Bila unit ini sudah ada dengan nama lain, tambahkan nama itu sebagai sebutannya di Register."),
    "STR01": ("peringatan", "Tetapkan induknya di halaman Rekonsiliasi."),
    "STR02": (
        "error",
        "Perbaiki kolom induk pada baris itu; tidak boleh ada kinerja yang menjadi sebab bagi dirinya sendiri.",
    ),
    "STR03": (
        "peringatan",
        "Pastikan outcome memang lebih dari satu; bila tidak, tetapkan tingkat atau induknya di Rekonsiliasi.",
    ),
    "STR06": ("info", "Pastikan memang tidak ada kondisi di antara keduanya; bila ada, tambahkan di dokumen."),
    "STR07": ("peringatan", "Periksa usul tingkatnya di halaman Rekonsiliasi, lalu tetapkan."),
    "STR09": ("info", "Lengkapi tahap yang belum memuat kinerja ini, atau biarkan bila memang tidak ada di sana."),
    "STR10": ("peringatan", "Perbaiki rujukan tahap pada baris itu di dokumen."),
    "TPL01": ("error", "Kembalikan baris judul kolomnya, atau salin isinya ke templat yang baru diunduh."),
    "TPL02": ("error", "Isi uraian kinerjanya, atau kosongkan seluruh baris itu."),
    "TPL03": ("error", "Beri kode lain, atau samakan uraiannya bila memang kinerja yang sama."),
    "TPL04": ("error", "Pindahkan baris itu ke bawah kinerjanya, atau isi uraian kinerjanya."),
    "TPL05": ("peringatan", "Pilih tingkat dari daftar di sel itu."),
    "TPL06": ("peringatan", "Isi indikatornya di baris itu, atau kosongkan sel ini."),
    "TPL07": ("peringatan", "Kosongkan ID pada baris yang Anda tambahkan."),
    "TPL08": ("error", "Ubah format sel itu menjadi Teks, lalu tulis kodenya lagi."),
    "TPL09": ("peringatan", "Pilih tingkatnya dari daftar, atau tetapkan nanti di halaman Rekonsiliasi."),
    "TPL10": ("info", "Tidak perlu tindakan bila kolom itu memang catatan Anda sendiri."),
    "TPL11": ("peringatan", "Samakan satuannya, atau bedakan nama indikatornya."),
    "TPL12": ("peringatan", "Tulis kode atau ID yang ada di lembar ini, atau tetapkan induknya nanti di Rekonsiliasi."),
    "TPL13": ("error", "Isi nama perangkat daerah di lembar Unit, misalnya Kecamatan Contoh."),
    "TPL14": ("error", "Isi tahun dengan empat angka di lembar Unit, misalnya 2024."),
    "TPL15": ("error", "Perbarui layanan ini, atau salin isinya ke templat yang diunduh dari sini."),
    "TPL16": ("error", "Isi sedikitnya satu kinerja di lembar Kinerja."),
    "TPL17": ("info", "Periksa kodenya, misalnya 7.01.02.2.02.0003."),
    "TPL18": (
        "peringatan",
        "Bila CSF atau dasarnya masih diperlukan, impor dokumen lima tahap yang memuatnya.",
    ),
    "TPL19": ("peringatan", "Kembalikan kolomnya bila isinya masih diperlukan, atau unduh lagi templatnya."),
    "TXT09": ("peringatan", "Bedakan kalimatnya atau hapus salah satu bila memang kinerja yang sama."),
    "TXT12": ("info", "Samakan ejaannya di dokumen."),
    "TXT13": ("info", "Lengkapi teks yang terpotong di dokumen."),
    "TXT14": ("info", "Satukan tingkat itu dalam satu sel di dokumen."),
    "LBR01": ("peringatan", "Kosongkan Id pada baris baru; satu Id hanya untuk satu kinerja di tiap tahap."),
    "LBR02": (
        "peringatan",
        "Unduh lagi berkas isian unit ini, atau kosongkan Id itu bila kinerjanya baru.",
    ),
    "LBR03": ("info", "Bila bukan itu yang dimaksud, samakan kalimat atau tingkatnya di semua tahap lalu impor lagi."),
    "LBR04": ("peringatan", "Kembalikan kolom itu, atau unduh lagi lembar kerjanya dan salin perubahan Anda ke sana."),
    "LBR05": (
        "error",
        "Unduh lembar kerja lima tahap atau templat terisi di halaman unit, perbaiki di sana, lalu impor.",
    ),
    "LBR06": ("error", "Kembalikan judul kolomnya seperti di lembar kerja yang diunduh."),
    "LBR07": ("peringatan", "Unduh lagi lembar kerjanya bila tahap itu tidak sengaja dihapus."),
    "CRC08": ("info", "Bila ada crosscutting, catat kinerja dan mitranya; baris ini tidak memuat keduanya."),
    "KPT01": ("info", "Putusan yang berlaku tetap dipakai; urungkan bila tidak lagi sesuai."),
    "KPT02": ("peringatan", "Urungkan putusan itu atau buat putusan baru."),
}
"""Code -> severity at import, remedy."""
WHOLE = "seluruh berkas"
"""Place of an issue about no row in particular."""


def remark(kode: str, place: Place | str, pesan: str, baris: Sequence[int] = (), kinerja: str = "") -> Issue:
    """An `Issue` with the severity and remedy of its code."""
    severity, hint = REMARKS[kode]
    return Issue(kode, severity, str(place) or WHOLE, pesan, hint, tuple(baris), kinerja)
