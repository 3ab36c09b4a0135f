"""How the questions stand on a page: groups in this order, each with its sentence, and the questions of each in theirs.

Pure data; a new question joins the end of its group by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.questions.heads import Question, all_questions


@dataclass(frozen=True, slots=True)
class Group:
    """A group of questions."""

    kunci: str
    """As the head of a question names it."""
    nama: str
    keterangan: str
    dahulu: tuple[str, ...] = ()
    """Questions that come first, in this order; the others follow by title."""


GROUPS: tuple[Group, ...] = (
    Group(
        "jalur",
        "Jalur dan outcome",
        "Bagaimana sebuah kinerja sampai ke outcome, dan apa yang putus bila ia tidak ada.",
        (
            "jalur-ke-outcome",
            "gambar-jalur-ke-outcome",
            "tanpa-jalur-ke-outcome",
            "cabang-satu-jalur",
            "penopang-hilang",
        ),
    ),
    Group(
        "pohon",
        "Tingkat dan bentuk pohon",
        "Tingkat yang berbeda antar tahap, hubungan yang belum dibenarkan, dan bentuk pohon tiap perangkat daerah.",
        ("tingkat-berbeda-antar-tahap", "hubungan-belum-dibenarkan", "tingkat-terlompat", "gambar-pohon"),
    ),
    Group(
        "indikator",
        "Indikator",
        "Ukuran yang dipakai bersama, yang belum lengkap, dan yang menghitung keluaran, bukan hasil.",
        ("indikator-di-tingkat-mana", "indikator-sama-atas-bawah", "indikator-belum-lengkap"),
    ),
    Group(
        "jabatan",
        "Jabatan dan komponen perencanaan",
        "Siapa memegang apa, dan program, kegiatan, atau sub kegiatan mana yang dipakai.",
        ("pemegang-kinerja", "kinerja-sebuah-jabatan", "kinerja-beberapa-jabatan", "kinerja-tanpa-jabatan"),
    ),
    Group(
        "crosscutting",
        "Crosscutting",
        "Persinggungan antar perangkat daerah dan dengan badan luar: disepakati, kata satu pihak, atau terdeteksi.",
        ("crosscutting-unit", "crosscutting-menunggu", "unit-belum-crosscutting", "matriks-crosscutting"),
    ),
    Group(
        "bukti",
        "Dokumen dan bukti",
        "Dari baris mana sebuah pernyataan berasal, apa yang dicatat waktu dibaca, dan apa yang diputuskan orang.",
        ("sumber-pernyataan",),
    ),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A group with its questions, as a page lists them."""

    kunci: str
    nama: str
    keterangan: str
    isi: tuple[Question, ...]


def grouped() -> tuple[Listed, ...]:
    """Every group with its questions, in the order of a page."""
    return tuple(Listed(group.kunci, group.nama, group.keterangan, _of(group)) for group in GROUPS)


def _of(group: Group) -> tuple[Question, ...]:
    first = {nama: place for place, nama in enumerate(group.dahulu)}
    own = (one for one in all_questions().values() if one.kelompok == group.kunci)
    return tuple(sorted(own, key=lambda one: (first.get(one.nama, len(first)), one.judul)))
