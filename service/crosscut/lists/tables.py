"""What is no list of pairs as tables: shared by structure, said twice within a unit, one official sentence. Pure."""

from __future__ import annotations

from service.crosscut.lists.redundancy import RepeatPage, TwinPage
from service.crosscut.lists.structural import WORDS, StructuralPage
from service.crosscut.scope import Scope
from service.crosscut.tables import Table

APA = {"indikator": "indikator", "kondisi": "pernyataan"}
"""What is said twice -> its word."""


def shared(of: StructuralPage) -> Table:
    """One row a kinerja, group by group."""
    heads = ("Kelompok", "Yang sama", "Perangkat daerah", "Kinerja", "Level", "Tertulis di sini", "Id kinerja", "Kode")
    rows = tuple(
        (number, group.nama, one.unit.nama, one.kinerja.teks, one.tingkat, one.hal, one.kinerja.id, one.unit.kode)
        for number, group in enumerate(of.isi, 1)
        for one in group.anggota
    )
    what = WORDS[of.isi[0].jenis] if of.isi else "struktur yang sama"
    return Table("Struktur", _title(what.capitalize(), of.lingkup), heads, (10, 40, 34, 50, 18, 40, 16, 34), rows)


def repeated(of: RepeatPage) -> Table:
    """One row a kinerja, repetition by repetition."""
    heads = ("Kelompok", "Perangkat daerah", "Yang berulang", "Teks", "Kinerja", "Level", "Id kinerja", "Kode")
    rows = tuple(
        (
            number,
            group.unit.nama,
            APA[group.apa],
            group.teks,
            one.kinerja.teks,
            one.tingkat,
            one.kinerja.id,
            group.unit.kode,
        )
        for number, group in enumerate(of.isi, 1)
        for one in group.kinerja
    )
    return Table("Rangkap", _title("Rangkap dalam unit", of.lingkup), heads, (10, 34, 14, 50, 50, 18, 16, 34), rows)


def alike(of: TwinPage) -> Table:
    """One row a kinerja, sentence by sentence."""
    heads = ("Kelompok", "Jenis", "Kalimat", "Perangkat daerah", "Id kinerja", "Kode")
    rows = tuple(
        (number, group.jenis, group.uraian, one.unit.nama, one.id, one.unit.kode)
        for number, group in enumerate(of.isi, 1)
        for one in group.anggota
    )
    return Table("Kembar", _title("Kembar templat", of.lingkup), heads, (10, 18, 60, 36, 16, 34), rows)


def _title(what: str, scope: Scope) -> str:
    return f"{what}, {scope.nama or 'belum ada dokumen'} tahun {scope.tahun or '-'}"
