"""From the rows of a template workbook to what it claims; the form in which units without a five-stage document come.

In: `RawRow`s of a workbook. Out: one `Document`, its claims numbered by kinerja (nothing needs to be joined: a template
says itself which rows belong together), and an `Issue` for every cell that is wrong, all at once, each with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from service.bahasa.bodies import KINDS, pemda_in, proper_case, unit_in, years_in
from service.bahasa.codes import canonical
from service.bahasa.terms import is_bare_component, level_name
from service.ingest.parse.indicators import indicators_in
from service.ingest.parse.sheet import Cells, cells_of
from service.ingest.parse.templat_checks import Parent, levels, parents, units_of_measure
from service.ingest.parse.templat_kinerja import DEPENDENT, Gathering, Stated, gather, parts
from service.ingest.parse.templat_table import (
    Answer,
    Line,
    Table,
    answers,
    find_head,
    is_marked,
    read_table,
    shape,
)
from service.model import TEMPLATE, Claim, Document, Issue, Place, RawRow, Role, Row
from service.remarks import remark
from service.templat.form import ESSENTIAL, FORMAT, GUIDE, KINERJA, LISTS, OR, UNIT

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
    claims = tuple(_claims(found.kinerja, table.lines, above))
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


def _claims(kinerja: Sequence[Stated], lines: Sequence[Line], above: Mapping[int, Parent]) -> Iterator[Claim]:
    """One claim for each row, in the order of the sheet."""
    whose = {line.cells.nomor: one for one in kinerja for line in one.lines}
    for place, line in enumerate(lines, 1):
        if line.cells.nomor in whose:
            one = whose[line.cells.nomor]
            yield _claim(one, line, place, above.get(one.nomor, Parent("")))


def _claim(one: Stated, line: Line, place: int, parent: Parent) -> Claim:
    first = line is one.first
    names, beside = _measures(line)
    kind, name = _component(line)
    return Claim(
        jenis="kinerja",
        baris=(line.cells.nomor,),
        tempat=Place(line.place("uraian" if line.text("uraian") else "indikator")),
        tahap=TEMPLATE,
        urutan=place,
        uraian=one.uraian,
        label=line.text("tingkat"),
        tingkat=_level(line) if first else "",
        indikator=names,
        komponen=kind,
        jabatan=tuple(cell for text in parts(line.written("jabatan")) if (cell := _alternatives(text))),
        kode=line.text("kode").rstrip(" .") if first else "",
        induk=parent.induk if first else "",
        induk_urutan=parent.urutan and first,
        id_tertulis=one.id if first else "",
        satuan=beside["satuan"],
        target=beside["target"],
        baseline=beside["baseline"],
        komponen_kode=line.text("komponen_kode"),
        komponen_nama=name,
        mitra=tuple(parts(line.written("mitra"))),
        kelompok=one.nomor,
    )


def _level(line: Line) -> str:
    """The level; where a person left alone what was printed, the one that the document itself had."""
    printed, _, own = (part.strip() for part in line.text("asal_tingkat").partition("|"))
    written = line.text("tingkat")
    unedited = bool(line.text("id")) and bool(own) and level_name(printed) == level_name(written)
    return level_name(own.rstrip("|") if unedited else written)


def _measures(line: Line) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Indicators of one cell, and what stands beside them: one for each, or one for all."""
    cell = line.written("indikator")
    names = indicators_in(cell) if "\n" in cell else tuple(filter(None, (line.text("indikator"),)))
    facts = {}
    for name in DEPENDENT:
        parts = [" ".join(part.split()) for part in line.written(name).splitlines() if part.strip()]
        each = parts if len(parts) == len(names) else [line.text(name)] * len(names)
        facts[name] = tuple(each) if any(each) else ()
    return names, facts


def _component(line: Line) -> tuple[str, str]:
    """Type and name; a bare type in the column for names is a type."""
    kind, name = line.text("komponen"), line.text("komponen_nama")
    return (name, "") if not kind and name and is_bare_component(name) else (kind, name)


def _alternatives(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(OR) if part.strip())


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
