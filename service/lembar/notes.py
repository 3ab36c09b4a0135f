"""The last page of an exported worksheet: what was mended, who settled what, what is still open.

In: a `Gathered` cascade. Out: `Note`s, each a small table under a sentence; one that has nothing to say says that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from service.lembar.gathered import Gathered
from service.model import Decision, Issue, Kinerja

MENDED = frozenset({"TXT12", "TXT13", "TXT14", "BACA01", "BACA06", "BACA07"})
"""Codes of what was put right while the document was read."""
SHOWN_ELSEWHERE = MENDED | {"STR07"}
KINDS = {
    "induk": "induk",
    "induk_lain": "induk lain",
    "utama": "induk utama",
    "indikator": "indikator",
    "jabatan": "jabatan",
    "padanan": "padanan kalimat",
    "komponen": "komponen",
}
"""Kind of decision -> what it is called; levels have a table of their own."""


@dataclass(frozen=True, slots=True)
class Note:
    """One subject of the last page."""

    judul: str
    kosong: str
    """Said instead of the table when it has no rows."""
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    lebar: tuple[int, ...]
    """Share of the width of each column."""


def notes(of: Gathered) -> tuple[Note, ...]:
    """Everything that a reader of the worksheet should know beside it."""
    words = {k.id: k.uraian for k in of.cascade.kinerja}
    missing = {"mandat": "mandat", "permasalahan": "permasalahan", "ekspektasi": "ekspektasi masyarakat"}
    gone = [("Tahap 1", f"Dokumen tidak menyebut {missing.get(one, one)}.", "") for one in of.title.tidak_disebut]
    return (
        Note(
            "Tingkat yang sudah diputuskan",
            "Belum ada tingkat yang diputuskan seseorang.",
            ("Id", "Kinerja", "Menurut dokumen", "Dipakai", "Diputuskan", "Alasan"),
            tuple(_levels(of)),
            (14, 46, 18, 18, 26, 40),
        ),
        Note(
            "Tingkat yang berbeda antartahap dan belum diputuskan",
            "Tidak ada tingkat yang berbeda antartahap.",
            ("Id", "Kinerja", "Tahap 3", "Tahap 4", "Tahap 5", "Komponen", "Dipakai"),
            tuple(_conflicts(of)),
            (14, 46, 18, 18, 18, 18, 18),
        ),
        Note(
            "Keputusan lain yang berlaku",
            "Belum ada keputusan tentang induk, indikator, jabatan, atau komponen.",
            ("Tentang", "Id", "Kinerja", "Isi", "Diputuskan", "Alasan"),
            tuple(_decisions(of, words)),
            (14, 14, 46, 40, 26, 40),
        ),
        Note(
            "Ejaan dan teks yang dirapikan",
            "Tidak ada ejaan yang dirapikan.",
            ("Tempat", "Yang dirapikan"),
            tuple(_said(one)[:2] for one in of.dibaca if one.kode in MENDED),
            (30, 120),
        ),
        Note(
            "Yang masih perlu diperiksa",
            "Tidak ada yang perlu diperiksa.",
            ("Tempat", "Yang terbaca", "Saran"),
            (*gone, *(_said(one) for one in _open(of))),
            (30, 80, 60),
        ),
    )


def _levels(of: Gathered) -> Iterator[tuple[str, ...]]:
    settled = {one.subjek: one for one in of.holding if one.jenis == "tingkat"}
    for node in of.nodes:
        k = node.kinerja
        if k.diputuskan and k.id in settled:
            made = settled[k.id]
            yield k.id, k.uraian, k.tingkat_usul or "tidak disebut", k.tingkat, _by(made), made.alasan


def _conflicts(of: Gathered) -> Iterator[tuple[str, ...]]:
    for node in of.nodes:
        k = node.kinerja
        if k.konflik and not k.diputuskan:
            yield k.id, k.uraian, *_witnesses(k), k.tingkat


def _witnesses(k: Kinerja) -> tuple[str, ...]:
    return tuple(said or "–" for said in (k.tingkat_t3, k.tingkat_t4, k.tingkat_t5, k.tingkat_komponen))


def _decisions(of: Gathered, words: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for made in of.holding:
        if made.jenis in KINDS:
            said = ", ".join(_named(value, words) for name, value in made.isi.items() if value and name != "dari")
            yield KINDS[made.jenis], made.subjek, words.get(made.subjek, ""), said, _by(made), made.alasan


def _named(value: str, words: dict[str, str]) -> str:
    return f"{value} {words[value]}" if value in words else value


def _by(made: Decision) -> str:
    return f"{made.oleh}, {datetime.fromisoformat(made.pada):%d/%m/%Y}"


def _open(of: Gathered) -> Iterator[Issue]:
    for issue in (*of.dibaca, *of.cascade.issues):
        if issue.keparahan != "info" and issue.kode not in SHOWN_ELSEWHERE:
            yield issue


def _said(issue: Issue) -> tuple[str, str, str]:
    return issue.tempat, issue.pesan, issue.saran
