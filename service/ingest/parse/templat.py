"""From the rows of a template workbook to what it claims; the form in which units without a five-stage document come.

In: `RawRow`s of a workbook. Out: one `Document`, its claims numbered by kinerja (nothing needs to be joined: a template
says itself which rows belong together), and an `Issue` for every cell that is wrong, all at once, each with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from service.bahasa.bodies import KINDS, pemda_in, proper_case, unit_in, years_in
from service.bahasa.codes import canonical
from service.ingest.parse.sheet import Cells, cells_of
from service.ingest.parse.templat_checks import levels, parents, units_of_measure
from service.ingest.parse.templat_claims import claims_of
from service.ingest.parse.templat_kinerja import Gathering, Stated, gather
from service.ingest.parse.templat_table import (
    Answer,
    Table,
    answers,
    find_head,
    is_marked,
    read_table,
    shape,
)
from service.model import Document, Issue, Place, RawRow, Role, Row
from service.remarks import remark
from service.templat.form import ESSENTIAL, FORMAT, GUIDE, KINERJA, LISTS, UNIT

NOWHERE = Answer("", "", 0)


def is_template(rows: Sequence[RawRow]) -> bool:
    """A workbook with the mark of the template, or with all its essential headings in one row."""
    cells = cells_of(rows)
    return is_marked(cells) or find_head(cells) is not None


def read_template(rows: Sequence[RawRow]) -> Document:
    """Read a template; what cannot be read is an issue of severity error, never an exception."""
    cells = cells_of(rows)
    head = find_head(cells)
    table = read_table(cells, head) if head else Table(KINERJA)
    found = gather(table.lines)
    said = answers(cells, table.lembar)
    unit, jenis, spellings = _unit(said)
    tahun = next(iter(years_in(said.get("tahun", NOWHERE).teks)), 0)
    above, faults = parents(found.kinerja)
    claims = tuple(claims_of(found.kinerja, table.lines, above))
    own_rows = tuple(_rows(cells, table, said))
    return Document(
        unit=unit,
        jenis_unit=jenis,
        pemda=_pemda(said),
        tahun=tahun,
        judul=said.get("judul", NOWHERE).teks or f"Cascading kinerja {unit} tahun {tahun or ''}".strip(),
        sebutan=spellings,
        tidak_disebut=(),
        rows=own_rows,
        claims=claims,
        issues=(
            *_form(cells, head, found),
            *_missing(said, unit, tahun),
            *table.issues,
            *found.issues,
            *faults,
            *levels(found.kinerja, jenis),
            *units_of_measure(found.kinerja),
            *_components(found.kinerja),
            *_unused(own_rows),
        ),
    )


def _unit(said: Mapping[str, Answer]) -> tuple[str, str, tuple[str, ...]]:
    """Name, kind, and the spelling of the cell."""
    text = said.get("unit", NOWHERE).teks
    named = unit_in(text)
    kind = said.get("jenis", NOWHERE).teks.casefold()
    known = kind if kind in {name for name, *_ in KINDS} else ""
    if named is None:
        return proper_case(text), known, (text,) if text else ()
    return named.nama, known or named.jenis, (text,)


def _pemda(said: Mapping[str, Answer]) -> str:
    text = said.get("pemda", NOWHERE).teks
    return pemda_in(text) or text


def _missing(said: Mapping[str, Answer], unit: str, tahun: int) -> Iterator[Issue]:
    if not unit:
        place = said.get("unit", NOWHERE).tempat or UNIT
        yield remark("TPL13", place, "Nama perangkat daerah kosong.")
    if not tahun:
        answer = said.get("tahun", NOWHERE)
        read = f'Tahun "{answer.teks}" tidak terbaca.' if answer.teks else "Tahun kosong."
        yield remark("TPL14", answer.tempat or UNIT, read)


def _form(cells: Sequence[Cells], head: Cells | None, found: Gathering) -> Iterator[Issue]:
    """The workbook itself: a newer shape, no head, nothing filled in."""
    number = shape(cells)
    if number.isdigit() and int(number) > FORMAT:
        yield remark("TPL15", LISTS, f"Templat ini bernomor bentuk {number}; layanan ini mengenal sampai {FORMAT}.")
    elif head is None:
        names = ", ".join(ESSENTIAL)
        yield remark("TPL01", KINERJA, f"Baris judul kolom tidak ditemukan (dicari: {names}).")
    elif not found.kinerja:
        yield remark("TPL16", head.place(min(head.sel)), "Belum ada satu kinerja pun di bawah judul kolom.")


def _components(kinerja: Sequence[Stated]) -> Iterator[Issue]:
    for one in kinerja:
        for line in one.lines:
            text = line.text("komponen_kode")
            if text and not canonical(text):
                message = f'Kode komponen "{text}" tidak berbentuk kode nomenklatur; dipakai seperti tertulis.'
                yield remark("TPL17", line.place("komponen_kode"), message, (line.cells.nomor,))


def _rows(cells: Sequence[Cells], table: Table, said: Mapping[str, Answer]) -> Iterator[Row]:
    """Every row with its use, but those of the sheets that hold this program's own words."""
    asked = {answer.nomor for answer in said.values()}
    for row in cells:
        if row.lembar in (GUIDE, LISTS) and row.lembar != table.lembar:
            continue
        use: Role = table.uses.get(row.nomor) or ("judul" if row.nomor in asked else _plain(row))
        yield Row(row.nomor, Place(row.raw.lokasi), _filled(row.raw.sel), use)


def _filled(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Without the blank cells at the end, which say nothing and take room on every page."""
    last = max((n for n, cell in enumerate(cells, 1) if cell), default=1)
    return cells[:last]


def _plain(row: Cells) -> Role:
    if not row.sel:
        return "kosong"
    title = row.raw.sel == (row.lembar.replace("_", " ").strip(),)
    own = row.lembar == UNIT and row.text(1) in ("Isian", "* wajib diisi")
    return "teks" if title or own else "tak terpakai"


def _unused(rows: Sequence[Row]) -> Iterator[Issue]:
    unused = [row for row in rows if row.peran == "tak terpakai"]
    if unused:
        places = ", ".join(row.tempat.lokasi for row in unused[:8]) + (" dan lainnya" if len(unused) > 8 else "")
        message = f"{len(unused)} baris tidak dipakai: {places}."
        yield remark("BACA05", unused[0].tempat, message, [row.nomor for row in unused])
