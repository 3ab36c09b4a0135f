"""What one table row of stage 3, 4 or 5 says, cell by cell.

In: a `Line` and the roles of its columns. Out: an `Entry`. A cell is taken for what it says before it is taken for what
its column should hold: a level that slipped into the indicator column is still a level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.bahasa.openings import is_measure, number_of, strip_number
from service.bahasa.planning import PK, read_planning, read_positions
from service.bahasa.terms import level_name
from service.bahasa.wording import tidy
from service.ingest.parse.cells import Draft, settle
from service.ingest.parse.heads import Role
from service.ingest.parse.kinds import cell_kind
from service.ingest.parse.marks import Line

REST_CELLS = 2
"""A cut row goes on in its statement and its indicator, no more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a stage, read."""

    line: Line
    lines: tuple[int, ...]
    """Numbers of its lines: several when a page break cut it."""
    nomor: str = ""
    """Running number of the row itself."""
    rujukan: str = ""
    kode: str = ""
    csf: str = ""
    isu: str = ""
    sumber: str = ""
    """Issue and source of a CSF (stage 2)."""
    uraian: str = ""
    indikator: tuple[str, ...] = ()
    """Cells with indicators, line breaks kept."""
    label: tuple[str, ...] = ()
    """Pieces of the level: one, or two when a part spilled into the next cell."""
    tumpah: str = ""
    """The cell that the second piece spilled into."""
    komponen: str = ""
    jabatan: tuple[tuple[str, ...], ...] = ()
    induk: str = ""
    bergeser: bool = False
    """Its cells stand beside their columns."""
    kelompok: str = ""
    """The level that a row of its own prints above the rows that have it."""
    pengisi: tuple[str, ...] = ()
    """Placeholders: CROSSCUTTING."""
    sisa: tuple[str, ...] = ()
    """Cells that nothing was made of."""

    @property
    def says_level(self) -> bool:
        return bool(self.label or self.komponen or self.jabatan)


def read_entry(line: Line, roles: Sequence[Role], tahap: int) -> Entry:
    """Read one row."""
    rest = len(line.filled) <= REST_CELLS and "pernyataan" not in map(cell_kind, line.filled)
    draft = Draft(
        tahap,
        plans=bool({"komponen", "jabatan"} & set(roles)),
        owners="jabatan" in roles,
        rest=rest,
        alone=len(line.filled) == 1,
        components=sum(1 for cell in line.filled if cell_kind(cell) == "rencana" and read_planning(cell).komponen),
    )
    for column, text in enumerate(line.sel):
        if text:
            _read_cell(draft, roles[column], text, line.raw.sel[column])
    return _moved(_entry(draft, line), tahap)


def _read_cell(draft: Draft, role: Role, text: str, raw: str) -> None:
    kind = cell_kind(text)
    place = settle(draft, role, kind, text)
    if place == "rencana":
        _read_planning(draft, text)
    elif place == "jabatan":
        draft.jabatan.append(read_positions(raw))
    elif place == "komponen":
        _read_component(draft, text)
    elif place == "indikator":
        draft.put(place, raw)
    else:
        draft.put(place, text)


def _read_planning(draft: Draft, text: str) -> None:
    read = read_planning(text)
    if read.sisa and "label" in draft.parts:
        draft.tumpah = text
    if read.sisa:
        draft.put("label", read.sisa)
    if read.komponen:
        draft.put("komponen", read.komponen)
    if read.jabatan:
        draft.jabatan.append(read.jabatan)


def _read_component(draft: Draft, text: str) -> None:
    """A component by name may hold words that elsewhere name a position; only "pk" parts it from owners."""
    marked = PK.search(text)
    named = text[: marked.start()].strip(" -:;,/(") if marked else text
    if named:
        draft.put("komponen", named)
    if marked:
        draft.jabatan.append(read_positions(text[marked.end() :]))


def _entry(draft: Draft, line: Line) -> Entry:
    statement = draft.first("uraian")
    return Entry(
        line=line,
        lines=(line.nomor,),
        nomor=draft.first("nomor"),
        rujukan=draft.first("rujukan"),
        kode=draft.first("kode") or _code(statement),
        csf=strip_number(draft.first("csf")),
        isu=draft.first("isu"),
        sumber=draft.first("sumber"),
        uraian=strip_number(statement),
        indikator=tuple(draft.parts.get("indikator", [])),
        label=_levels(draft.parts.get("label", [])),
        tumpah=draft.tumpah,
        komponen=" ".join(draft.parts.get("komponen", [])),
        jabatan=tuple(cell for cell in draft.jabatan if cell),
        induk=draft.first("induk"),
        kelompok=draft.first("kelompok"),
        pengisi=tuple(draft.parts.get("pengisi", [])),
        sisa=tuple(draft.parts.get("sisa", []) + draft.parts.get("uraian", [])[1:]),
    )


def _levels(pieces: Sequence[str]) -> tuple[str, ...]:
    """A level that two columns repeat is one."""
    return tuple({level_name(piece): piece for piece in reversed(pieces)}.values())[::-1]


def _code(statement: str) -> str:
    """A number of several parts in front of the statement ("1.2.1") is its code; a plain one only counts rows."""
    number = number_of(statement)
    return number if "." in number else ""


def _moved(entry: Entry, tahap: int) -> Entry:
    """An indicator in the statement's place: they changed places in this row, or the row only adds an indicator."""
    if tahap == 3 or not entry.uraian or not is_measure(entry.uraian):
        return entry
    if not entry.indikator and not entry.rujukan and not entry.kode:
        return replace(entry, uraian="", indikator=(entry.uraian,))
    if len(entry.indikator) == 1 and cell_kind(tidy(entry.indikator[0])) == "pernyataan":
        statement = strip_number(tidy(entry.indikator[0]))
        return replace(entry, uraian=statement, indikator=(entry.uraian,), bergeser=True)
    return entry
