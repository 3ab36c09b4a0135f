"""What every recorded action is called in a sentence: `perencana-dinas menetapkan tingkat …`.

In: the name of an endpoint or a command, as the log keeps it. Out: its verb. One line per action; a test walks every
address that is recorded, so that none is told as a technical name.
"""

from __future__ import annotations

from collections.abc import Mapping

VERBS: Mapping[str, str] = {
    # decisions
    "keputusan.level": "menetapkan tingkat",
    "keputusan.parent": "menetapkan induk",
    "keputusan.follow_on": "memindahkan induk mengikuti tingkat",
    "keputusan.accept_all": "menerima semua usul tingkat",
    "keputusan.confirm": "membenarkan induk",
    "putuskan.further_parent": "menambah atau melepas induk lain dari",
    "putuskan.main_parent": "memilih induk utama dari",
    "putuskan.branch": "membenarkan seluruh cabang di bawah",
    "putuskan.owner": "mengubah pengampu",
    "putuskan.measure": "menggabung atau memisah indikator",
    "putuskan.match": "mencocokkan dengan kalimat lama",
    "keputusan.undo_together": "mengurungkan beberapa keputusan tentang",
    "keputusan.undo": "mengurungkan keputusan tentang",
    "api.make_decision": "memutuskan tentang",
    "silang_pasangan.say": "menjawab crosscutting",
    "silang_baru.add": "menambahkan crosscutting",
    "api.change_glossary": "mengubah glosarium pada konsep",
    "api.preview_glossary": "melihat akibat perubahan glosarium",
    "crosscuts glossary": "mengubah glosarium pada konsep",
    "silang_glosarium.file": "mengunduh glosarium",
    "silang_glosarium_ubah.change": "mengubah glosarium pada konsep",
    "silang_berkas.file": "mengunduh daftar crosscutting",
    "silang_matriks.file": "mengunduh matriks crosscutting",
    "silang_unit.file": "mengunduh matriks crosscutting",
    "silang_mitra.bodies_file": "mengunduh daftar pihak luar",
    "silang_mitra.file": "mengunduh kinerja yang menyebut pihak luar",
    "silang_lain.file": "mengunduh daftar di samping crosscutting",
    "crosscuts matrix": "menulis matriks crosscutting ke berkas",
    "api.answer_pair": "menjawab crosscutting",
    "api.undo_pair_answer": "mengurungkan jawaban crosscutting",
    "crosscuts decide": "menjawab crosscutting",
    "crosscuts undo": "mengurungkan jawaban crosscutting",
    "api.undo_decision": "mengurungkan keputusan tentang",
    # documents
    "impor.upload": "mengunggah berkas",
    "impor.choose": "memilih arti sebuah kalimat di pratinjau",
    "impor.apply": "mengimpor",
    "impor.discard": "membuang unggahan",
    "import": "mengimpor",
    "api.import_document": "mengimpor",
    "pekerjaan.impor": "mengimpor",
    "pekerjaan.apply": "meminta impor banyak berkas",
    "pekerjaan.go_on": "melanjutkan pekerjaan",
    "pekerjaan.cancel": "membatalkan pekerjaan",
    "dokumen.make_current": "memberlakukan versi lain dari",
    "dokumen.original": "mengunduh berkas asli",
    "nomenklatur.answer": "menjawab usul nomenklatur untuk",
    "nomenklatur.accept_sure": "menerima usul nomenklatur untuk",
    "versi.withdraw": "menarik dokumen",
    "versi.move": "memindahkan versi dokumen",
    "versi.undo_move": "mengurungkan pemindahan versi dokumen",
    "versi.table": "mengunduh perbandingan versi",
    "pohon.file": "mengunduh gambar pohon kinerja",
    "unduh.file": "mengunduh lembar kerja",
    "export": "mengunduh lembar kerja",
    "template": "mengunduh templat berisi",
    "nomenclature import": "memuat nomenklatur",
    "templat.of_unit": "mengunduh templat berisi",
    "run": "memuat dokumen awal",
    "contoh": "memuat dokumen contoh",
    "contoh.load": "memuat dokumen contoh",
    "contoh.remove": "membuang dokumen contoh",
    "examples load": "memuat dokumen contoh",
    "examples remove": "membuang dokumen contoh",
    "document withdraw": "menarik dokumen",
    "document erase": "menghapus untuk selamanya",
    # register
    "register.add": "menambah entri register",
    "register.change": "mengubah entri register",
    "register.remove": "menghapus entri register",
    "register.merge": "menggabungkan jabatan ke",
    "api.add_register_entry": "menambah entri register",
    "api.edit_register_entry": "mengubah entri register",
    "api.preview_register_entry": "melihat akibat perubahan register",
    "api.remove_register_entry": "menghapus entri register",
    "api.merge_positions": "menggabungkan jabatan ke",
    # the console
    "konsol.run": "menjalankan pertanyaan di konsol",
    "konsol.cancel": "membatalkan pertanyaan di konsol",
    "api.ask_console": "menjalankan pertanyaan di konsol",
    "konsol_berkas.file": "mengunduh jawaban dari konsol",
    "konsol_pertanyaan.file": "mengunduh jawaban atas",
    "konsol_simpanan.save": "menyimpan pertanyaan",
    "konsol_simpanan.change": "mengubah pertanyaan",
    "konsol_simpanan.remove": "menghapus pertanyaan",
    "konsol_simpanan.put_back": "mengembalikan pertanyaan",
    "konsol_catatan.file": "mengunduh catatan jalan konsol",
    # people
    "masuk.enter": "masuk",
    "masuk.leave": "keluar",
    "masuk.accept": "menetapkan kata sandi lewat tautan",
    "akun.password": "mengganti kata sandi sendiri",
    "akun.end_session": "mengakhiri sebuah sesi",
    "akun.end_others": "mengakhiri sesi lain",
    "akun_semua.add": "menambah akun",
    "akun_semua.change": "mengubah akun",
    "akun_semua.invite": "membuat tautan baru untuk akun",
    "akun_semua.disable": "menonaktifkan akun",
    "akun_semua.enable": "mengaktifkan akun",
    "people add": "menambah akun",
    "people reset": "membuat tautan baru untuk akun",
    "people disable": "menonaktifkan akun",
    "people enable": "mengaktifkan akun",
    "token.make": "membuat token API",
    "token.revoke": "mencabut token API",
    "token.salah": "memakai token API yang tidak dikenal",
    # keeping
    "kegiatan.file": "mengunduh catatan kegiatan",
    "kegiatan.sambung": "menyambung catatan kegiatan",
    "cadangan": "membuat cadangan",
    "cadangan.make": "membuat cadangan",
    "cadangan.download": "mengunduh cadangan",
    "restore": "memulihkan dari cadangan",
}
"""Endpoint or command -> verb."""

NOBODY = "seseorang yang belum masuk"


def verb(tindakan: str) -> str:
    """The verb of an action; its own name when it has none."""
    return VERBS.get(tindakan, tindakan)


def named(kata: str) -> tuple[str, ...]:
    """Actions that are called so."""
    return tuple(tindakan for tindakan, verb in VERBS.items() if verb == kata) or (kata,)


def sentence(akun: str, kata: str, subjek: str, keadaan: str, pesan: str) -> str:
    """What happened, in a sentence."""
    who = akun or NOBODY
    what = f"{kata} {subjek}".strip()
    match keadaan:
        case "selesai":
            return f"{who} {what}."
        case "mulai":
            return f"{who} mulai {what}; belum diketahui hasilnya."
        case "tidak jadi":
            return f"{who} mulai {what}, tetapi tidak jadi."
    return f"{who} mencoba {what}, tetapi tidak jadi: {pesan}"
