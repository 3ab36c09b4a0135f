"""Where an answer was cut, and why a question was stopped or turned away, in words with the number.

In: what happened and the limits that held. Out: sentences; `cut` for an answer that ended at a limit (no refusal).
"""

from __future__ import annotations

from service.bahasa.numbers import in_digits
from service.console.slots import ALL, EACH, Busy
from service.console.statement import LARGEST, Limits


def cut(reason: str | None, limits: Limits) -> str:
    """The sentence about an answer that was cut; empty when it is whole."""
    if reason == "baris":
        more = f"; unduh untuk sampai {in_digits(LARGEST)}" if limits.baris < LARGEST else ", batas yang terbesar"
        return f"Dipotong pada {in_digits(limits.baris)} baris{more}."
    if reason == "bita":
        return f"Dipotong pada {in_digits(limits.bita // 1_000_000)} MB; pilih kolom yang lebih sedikit."
    return ""


def cells_cut(count: int, limits: Limits) -> str:
    """The sentence about cells that were cut; empty when none was."""
    return f"{in_digits(count)} sel dipotong pada {in_digits(limits.sel)} karakter." if count else ""


def late(limits: Limits) -> tuple[str, str]:
    """Message and remedy of a question that outlived its time."""
    return (
        f"Pertanyaan ini dihentikan setelah {in_digits(limits.detik)} detik, batas waktunya.",
        "Persempit: mulai dari satu unit atau kinerja, batasi panjang jalur, atau tambahkan LIMIT.",
    )


def too_large() -> tuple[str, str]:
    """Message and remedy of a question whose memory was not enough."""
    return (
        "Pertanyaan ini memerlukan ingatan lebih besar dari batasnya dan dihentikan.",
        "Persempit pertanyaannya: jangan mengumpulkan seluruh graf dalam satu daftar atau satu teks.",
    )


def unsendable() -> tuple[str, str]:
    """Message and remedy of a text or a parameter that Neo4j has no form for."""
    return (
        "Sebuah nilai tidak dapat dikirim ke Neo4j.",
        "Bilangan bulat paling besar 9.223.372.036.854.775.807; teks tidak boleh memuat huruf yang rusak.",
    )


def busy(why: Busy) -> tuple[str, str]:
    """Message and remedy when all slots are taken."""
    if why.sendiri:
        return (
            f"Dua pertanyaan Anda masih berjalan; satu orang paling banyak {EACH} sekaligus.",
            "Tunggu sampai selesai atau batalkan salah satunya, lalu jalankan lagi.",
        )
    return (
        f"Konsol sedang dipakai penuh: {ALL} pertanyaan berjalan sekaligus.",
        "Coba lagi beberapa detik lagi. Halaman lain tidak terganggu.",
    )


def too_often(seconds: int) -> tuple[str, str]:
    """Message and remedy of an account that asks too often."""
    return (
        f"Terlalu banyak pertanyaan dalam waktu singkat; berikutnya {seconds} detik lagi.",
        "Satu orang dapat menjalankan 60 pertanyaan semenit, 20 di antaranya beruntun.",
    )


def restarted() -> tuple[str, str]:
    """Message and remedy of a question that ran when the mirror was killed because of another one."""
    return (
        "Cermin dimulai ulang karena pertanyaan lain, sehingga jawaban ini terputus di tengah.",
        "Jalankan lagi; beberapa detik lagi cermin siap.",
    )
