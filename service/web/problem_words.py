"""The sentences for faults that are not of our own family: HTTP statuses, and what pydantic finds in a request."""

from __future__ import annotations

WORDS: dict[int, tuple[str, str, str]] = {
    400: ("Permintaan tidak terbaca", "Permintaan itu tidak terbaca.", "Ulangi dari halaman sebelumnya."),
    404: ("Tidak ditemukan", "Halaman itu tidak ada.", "Periksa alamatnya, atau cari lewat kolom pencarian."),
    405: ("Cara tidak didukung", "Alamat ini tidak menerima cara itu.", "Lihat /api/dokumentasi."),
    406: ("Bentuk tidak tersedia", "Jawaban dalam bentuk itu tidak ada.", "Minta application/json."),
    413: ("Berkas terlalu besar", "Berkas yang dikirim terlalu besar.", "Unggah berkas paling besar 20 MB."),
    415: ("Bentuk tidak didukung", "Isi permintaan bukan bentuk yang dikenal.", "Kirim application/json."),
    428: (
        "Versi subjek belum disebut",
        "Perubahan ini harus menyebut keadaan yang Anda lihat. Tidak ada yang diubah.",
        'Kirim kepala If-Match berisi `versi_subjek`, misalnya "12".',
    ),
    500: (
        "Kesalahan layanan",
        "Terjadi kesalahan pada layanan; tidak ada yang diubah.",
        "Coba lagi. Bila berulang, sampaikan waktu dan alamat halaman ini kepada pengelola.",
    ),
}
"""Status -> title, detail, remedy of faults that are not of our own family."""

REASONS = {
    "missing": "wajib diisi",
    "int_parsing": "harus angka bulat",
    "greater_than_equal": "paling kecil {ge}",
    "less_than_equal": "paling besar {le}",
    "string_too_short": "paling sedikit {min_length} huruf",
    "string_too_long": "paling banyak {max_length} huruf",
    "literal_error": "harus salah satu dari {expected}",
    "extra_forbidden": "tidak dikenal",
    "bool_parsing": "harus true atau false",
    "string_type": "harus teks",
    "dict_type": "harus objek",
    "list_type": "harus daftar",
    "json_invalid": "bukan JSON yang sah",
}
"""pydantic's kinds of faults in our words; a kind that is not here says that the value is not accepted."""
