"""The words of the sheet that explains the template, for the person who fills it in.

In: nothing. Out: lines with the style they are set in, and the example: a small cascade as it would be filled in.
"""

from __future__ import annotations

from typing import Literal

from service.templat.content import Component, Entry, Measure

Style = Literal["judul", "anak judul", "teks"]

LINES: tuple[tuple[Style, str], ...] = (
    ("judul", "Templat cascading kinerja"),
    (
        "teks",
        "Satu berkas memuat cascading satu perangkat daerah untuk satu tahun. Isi dua lembar, lalu unggah di Impor.",
    ),
    ("anak judul", "1. Lembar Unit"),
    ("teks", "Tulis nama perangkat daerah lengkap dengan jenisnya, dan tahunnya. Yang lain boleh kosong."),
    ("anak judul", "2. Lembar Kinerja"),
    (
        "teks",
        "Satu baris untuk satu indikator. Kinerja dengan dua indikator memakai dua baris; pada baris kedua "
        "cukup isi Indikator, Satuan, Target, dan Baseline (Kode dan Uraian kosong, atau Kode yang sama).",
    ),
    (
        "teks",
        "Kode: nomor bebas yang tidak berulang, misalnya 1, 1.1, 1.1.2. Titik di akhir tidak berpengaruh.",
    ),
    (
        "teks",
        "Induk: kode kinerja yang didukung langsung. Kinerja puncak tidak punya induk. Beberapa induk dipisah "
        "titik koma, yang utama lebih dulu. Bila seluruh kolom Induk kosong, induk disimpulkan dari urutan baris "
        "dan tingkatnya, dan ditandai sebagai kesimpulan.",
    ),
    (
        "teks",
        "Tingkat: pilih dari daftar, dari yang tertinggi sampai operasional. Sebutan lain boleh asal dipakai sama.",
    ),
    (
        "teks",
        "Uraian kinerja: kondisi yang tercapai (Meningkatnya …, Terlaksananya …), bukan kegiatan atau anggaran.",
    ),
    (
        "teks",
        "Komponen: jenis, kode, dan nama tujuan, sasaran, program, kegiatan, atau sub kegiatan yang "
        "mewadahinya. Kode boleh ditulis 7.01.02.2.02.03, 7.01.02.2.02.0003, atau 7.01.02.2.02.02.0003 sesuai"
        " dokumen Anda.",
    ),
    (
        "teks",
        "Jabatan: pengampunya, bukan nama orang. Titik koma (;) memisahkan beberapa pengampu; garis miring "
        "(/) berarti salah satu: “kasi pelayanan; analis/jafung” adalah kasi, dan analis atau jafung.",
    ),
    (
        "teks",
        "Mitra: perangkat daerah lain atau pihak luar (Polsek, Koramil, desa) yang ikut mewujudkan, dipisah "
        "titik koma.",
    ),
    ("anak judul", "3. Kolom ID dan kolom abu-abu"),
    (
        "teks",
        "ID terisi pada templat yang diunduh berisi. Dengan ID itu kinerja tetap dikenali walau kalimat, "
        "kode, atau tempatnya Anda ubah. Jangan mengubah atau menyalinnya ke baris baru; baris baru dibiarkan"
        " tanpa ID.",
    ),
    ("teks", "Untuk menghapus kinerja, hapus barisnya. Kinerja di bawahnya harus diberi induk lain."),
    ("anak judul", "4. Sesudah diunggah"),
    (
        "teks",
        "Layanan menunjukkan semua kekeliruan sekaligus, dengan lembar, kolom, dan barisnya (misalnya "
        "Kinerja!C14), dan apa yang akan berubah. Tidak ada yang tersimpan sebelum Anda menekan Terapkan, dan"
        " semuanya masuk atau tidak sama sekali.",
    ),
    (
        "teks",
        "Kolom boleh ditambah atau dipindah, baris boleh dikosongkan, dan berkas boleh disimpan dari "
        "LibreOffice, asal judul kolom tetap. Lembar Petunjuk boleh dihapus.",
    ),
    ("anak judul", "Contoh"),
)

EXAMPLE: tuple[Entry, ...] = (
    Entry(
        "Meningkatnya kepuasan warga atas layanan",
        kode="1",
        tingkat="strategis",
        indikator=(
            Measure("Indeks kepuasan masyarakat", "indeks", "85", "82,1"),
            Measure("Persentase pengaduan selesai tepat waktu", "persen", "95", "88"),
        ),
        komponen="sasaran skpd",
        bagian=(Component("", "Meningkatnya kualitas pelayanan publik"),),
        jabatan=(("camat",),),
    ),
    Entry(
        "Terlaksananya pelayanan loket sesuai standar",
        kode="1.1",
        induk="1",
        tingkat="taktikal intermediate",
        indikator=(Measure("Persentase layanan sesuai standar", "persen", "100", "93"),),
        komponen="sasaran program",
        bagian=(Component("7.01.02", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik"),),
        jabatan=(("kasi pelayanan",), ("analis", "jafung")),
        mitra=("Dinas Kependudukan dan Pencatatan Sipil",),
    ),
)
