"""What one table row of stage 3, 4 or 5 says, cell by cell.

In: a `Line` and the roles of its columns. Out: an `Entry`. A cell is taken for what it says before it is taken for what
its column should hold: a level that slipped into the indicator column is still a level.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from service.bahasa.openings import is_measure, number_of, strip_number
from service.bahasa.planning import PK, read_planning, read_positions
from service.bahasa.terms import is_bare_component, is_label, level_name
from service.bahasa.wording import tidy
from service.ingest.parse.heads import Role
from service.ingest.parse.kinds import Kind, cell_kind
from service.ingest.parse.marks import Line

LABEL_WORDS = 6
"""A longer text in a level column is a remark, not a level."""
REST_CELLS = 2
"""A cut row goes on in its statement and its indicator, no more."""
PLACEHOLDER = re.compile(r"^(?:cross\s*-?\s*cutting|croscutting|n/?a|nihil|dst|idem|\.{2,}|-+|x+)$", re.IGNORECASE)
"""Words that fill a cell without saying anything of a kinerja."""


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
    pengisi: tuple[str, ...] = ()
    """Placeholders: CROSSCUTTING."""
    sisa: tuple[str, ...] = ()
    """Cells that nothing was made of."""

    @property
    def says_level(self) -> bool:
        return bool(self.label or self.komponen or self.jabatan)


@dataclass
class _Draft:
    """An `Entry` while its cells are read from left to right."""

    tahap: int
    plans: bool
    """The row has columns of their own for components or owners."""
    rest: bool
    """Few cells and no statement: perhaps the rest of a row that was cut, and read by its columns alone."""
    parts: dict[str, list[str]] = field(default_factory=dict)
    jabatan: list[tuple[str, ...]] = field(default_factory=list)
    tumpah: str = ""

    def put(self, name: str, text: str) -> None:
        self.parts.setdefault(name, []).append(text)

    def first(self, name: str) -> str:
        return self.parts.get(name, [""])[0]


def read_entry(line: Line, roles: Sequence[Role], tahap: int) -> Entry:
    """Read one row."""
    rest = len(line.filled) <= REST_CELLS and "pernyataan" not in map(cell_kind, line.filled)
    draft = _Draft(tahap, plans=bool({"komponen", "jabatan"} & set(roles)), rest=rest)
    for column, text in enumerate(line.sel):
        if text:
            _read_cell(draft, roles[column], text, line.raw.sel[column])
    return _moved(_entry(draft, line), tahap)


def _read_cell(draft: _Draft, role: Role, text: str, raw: str) -> None:
    kind = cell_kind(text)
    place = _settle(draft, role, kind, text)
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


def _settle(draft: _Draft, role: Role, kind: Kind, text: str) -> str:
    """Where a cell of this kind goes in a column of this role."""
    if PLACEHOLDER.match(text):
        return "pengisi"
    if draft.rest and role in ("uraian", "indikator") and kind in ("label", "rencana", "angka"):
        return role
    if kind == "rujukan":
        return "rujukan"
    if kind == "angka":
        return role if role in ("rujukan", "induk", "kode", "lain") else "nomor"
    if kind == "label":
        return "label" if role not in ("jabatan", "uraian", "indikator", "komponen") or is_label(text) else role
    if kind == "rencana":
        return _settle_planning(draft, role, text)
    return _settle_text(draft, role, kind, text)


def _settle_planning(draft: _Draft, role: Role, text: str) -> str:
    plain = bool(PK.match(text)) or is_bare_component(text) or bool(read_planning(text).komponen)
    if role in ("uraian", "indikator", "csf", "isu", "sumber", "induk") and not plain:
        return role
    if role == "jabatan" and not read_planning(text).komponen:
        return "jabatan"
    if role == "label" and level_name(text) in map(level_name, draft.parts.get("label", [])):
        return "label"
    free = role == "label" and "label" not in draft.parts and not PK.search(text)
    as_level = draft.tahap != 5 or (draft.plans and not read_planning(text).komponen)
    return "label" if free and as_level else "rencana"


def _settle_text(draft: _Draft, role: Role, kind: Kind, text: str) -> str:
    if role in ("uraian", "csf", "isu", "sumber", "induk", "lain", "komponen", "jabatan", "kode"):
        return "indikator" if role == "uraian" and kind == "ukuran" and "uraian" in draft.parts else role
    if role == "indikator":
        return role
    if kind == "ukuran":
        return "indikator"
    if kind == "pernyataan" and "uraian" not in draft.parts:
        return "uraian"
    return "label" if role == "label" and len(text.split()) <= LABEL_WORDS else "sisa"


def _read_planning(draft: _Draft, text: str) -> None:
    read = read_planning(text)
    if read.sisa and "label" in draft.parts:
        draft.tumpah = text
    if read.sisa:
        draft.put("label", read.sisa)
    if read.komponen:
        draft.put("komponen", read.komponen)
    if read.jabatan:
        draft.jabatan.append(read.jabatan)


def _read_component(draft: _Draft, text: str) -> None:
    """A component by name may hold words that elsewhere name a position; only "pk" parts it from owners."""
    marked = PK.search(text)
    named = text[: marked.start()].strip(" -:;,/(") if marked else text
    if named:
        draft.put("komponen", named)
    if marked:
        draft.jabatan.append(read_positions(text[marked.end() :]))


def _entry(draft: _Draft, line: Line) -> Entry:
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
