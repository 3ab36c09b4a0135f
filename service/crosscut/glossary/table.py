"""The glossary taken away: every phrase of the concepts that the list is narrowed to, with its origin and its use.

In: the same questions as the list. Out: `GlossaryFile`, and the same as a table for CSV or a workbook; the first four
columns are those of the files that come with the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from service.bahasa.wording import slug
from service.crosscut.glossary.answers import Shown
from service.crosscut.glossary.edits import Edit, in_force, phrases_of
from service.crosscut.glossary.listing import Looked, look, rows_of
from service.crosscut.glossary.use import NOWHERE
from service.crosscut.scope import Scope
from service.crosscut.tables import Table
from service.graph import Graph

HEADS = {
    "konsep": 30,
    "jenis": 10,
    "varian": 36,
    "asal": 26,
    "kinerja": 9,
    "perubahan": 11,
    "oleh": 16,
    "pada": 26,
    "alasan": 40,
    "kunci": 26,
}
"""Heading -> width in letters."""


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """One phrase."""

    konsep: str
    jenis: str
    varian: str
    asal: str
    kinerja: int
    """In how many kinerja it stands."""
    perubahan: str
    """tambah | cabut; empty: as it came with the program."""
    oleh: str
    pada: str
    alasan: str
    kunci: str
    """The concept, as addresses name it."""


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """All of it."""

    isi: tuple[PhraseRow, ...]
    lingkup: Scope


def glossary_file(
    graph: Graph, cari: str = "", lihat: Shown = "semua", pemda: str = "", tahun: int | None = None
) -> GlossaryFile:
    """Every phrase of the concepts that fit, those that were taken out too; by concept, then by phrase."""
    seen = graph.reading(lambda tx: look(tx, pemda, tahun))
    names = [row.nama for row in rows_of(seen, cari, lihat)]
    return GlossaryFile(tuple(row for name in names for row in _phrases(name, seen)), seen.lingkup.ini)


def as_table(found: GlossaryFile) -> Table:
    """For a spreadsheet."""
    return Table(
        nama="Glosarium",
        judul="Glosarium crosscutting",
        kepala=tuple(HEADS),
        lebar=tuple(HEADS.values()),
        baris=tuple(tuple(getattr(row, name) for name in HEADS) for row in found.isi),
        catatan="Kolom kinerja: pada berapa kinerja varian itu ditemukan.",
    )


def _phrases(name: str, seen: Looked) -> Iterator[PhraseRow]:
    changed = {one.varian: one for one in seen.ubahan if one.konsep == name}
    use = seen.pakai.get(name, NOWHERE)
    entries = phrases_of(in_force(seen.ubahan).concepts.get(name, ()))
    entries |= {edit.varian: edit.entry for edit in changed.values() if edit.aksi == "cabut"}
    for phrase, entry in sorted(entries.items()):
        edit = changed.get(phrase)
        gone = edit is not None and edit.aksi == "cabut"
        yield PhraseRow(
            konsep=name,
            jenis=entry.jenis,
            varian=phrase,
            asal="bawaan" if gone else entry.asal,
            kinerja=0 if gone else use.of(phrase),
            **_said(edit),
            kunci=slug(name),
        )


def _said(edit: Edit | None) -> dict[str, str]:
    if edit is None:
        return dict.fromkeys(("perubahan", "oleh", "pada", "alasan"), "")
    return {"perubahan": edit.aksi, "oleh": edit.oleh, "pada": edit.pada, "alasan": edit.alasan}
