"""The document cut into sections: which lines belong to which stage, and under which heads its tables stand.

In: all lines. Out: `Section`s in document order and the role of every line that is no data. The heading before a table
decides its stage; a table that follows another with different heads and no heading of its own, and any table in a
document without headings, is known by its heads and content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.bahasa.stages import stage_number
from service.ingest.parse.heads import head_role, is_head, is_second_head, may_be_head
from service.ingest.parse.kinds import cell_kind
from service.ingest.parse.marks import (
    Line,
    heading,
    heading_in_words,
    is_guide_title,
    is_item,
    is_picture_title,
    is_ruler,
)
from service.ingest.parse.matrix import is_matrix_head
from service.ingest.parse.table import Section, in_table, stage_by_content
from service.model import Role as Use

Tables = dict[int, list[Line]]
"""Number of a table -> its rows without heads."""
TABLE_ROWS = 3
"""Fewer rows in another shape are the rest of a table that a page break cut."""


@dataclass
class Cut:
    """The whole document cut up."""

    sections: list[Section] = field(default_factory=list)
    opening: list[Line] = field(default_factory=list)
    """Lines before the first stage: title, unit, year."""
    uses: dict[int, Use] = field(default_factory=dict)
    """Line number -> use, for lines that are settled here."""
    pictures: list[Line] = field(default_factory=list)
    """Titles of pictures that the export lost."""
    repeated: list[Line] = field(default_factory=list)
    """Heads printed again after a page break."""
    numbered: set[int] = field(default_factory=set)
    """Stages that the document announces by number."""
    tables: Tables = field(default_factory=dict)


def cut(lines: Sequence[Line]) -> Cut:
    """Cut `lines` into sections; every section gets a stage or None (no cascading table)."""
    result = Cut(numbered={stage for line in lines if (stage := heading(line))}, tables=_tables(lines))
    current: Section | None = None
    previous: Line | None = None
    for line in lines:
        current = _place(line, previous, current, result)
        previous = line if line.filled else previous
    for index, section in enumerate(result.sections):
        section.tahap = section.tahap or stage_by_content(section, result.sections[:index])
    return result


def _place(line: Line, previous: Line | None, current: Section | None, result: Cut) -> Section | None:
    """Put one line where it belongs; answers the section that is open after it."""
    if not line.filled:
        result.uses[line.nomor] = "kosong"
        return current
    if is_ruler(line):
        result.uses[line.nomor] = "kepala"
        return current
    stage = _announced(line, current) or _new_in_words(line, result.numbered, current)
    if stage:
        return _opened(line, stage, current, result)
    if is_picture_title(line) and not in_table(line) and result.sections:
        result.uses[line.nomor] = "judul"
        result.pictures.append(line)
        return current
    first = current is not None and not current.rows and not current.heads and current.tahap not in (1, 2)
    if in_table(line) and (is_head(line) or is_matrix_head(line.sel) or (first and may_be_head(line))):
        return _under_head(line, current, result)
    if (
        current
        and current.head_line is not None
        and current.head_line is previous
        and in_table(line)
        and is_second_head(line)
    ):
        return _second_head(line, current, result)
    return _content(line, current, result)


def _announced(line: Line, current: Section | None) -> int | None:
    """Stage that a heading opens; "Tahap 2" alone in a row of a later stage's table only refers to it."""
    stage = heading(line)
    refers = stage and in_table(line) and not any(rest for _, rest in filter(None, map(stage_number, line.filled)))
    return None if refers and current and (current.tahap or 0) >= (stage or 0) else stage


def _new_in_words(line: Line, numbered: set[int], current: Section | None) -> int | None:
    stage = heading_in_words(line) if not is_item(line) and not is_guide_title(line.text) else None
    known = (current.tahap if current else None) or 0
    return stage if stage and stage not in numbered and stage > known else None


def _opened(line: Line, stage: int, current: Section | None, result: Cut) -> Section:
    if current and current.tahap == stage:
        section = current
    else:
        section = Section(stage)
        result.sections.append(section)
    if len(line.filled) == 1:
        result.uses[line.nomor] = "judul"
    else:
        section.lines.append(line)
    return section


def _under_head(line: Line, current: Section | None, result: Cut) -> Section:
    result.uses[line.nomor] = "kepala"
    if current and not current.head_line and not current.rows:
        current.heads, current.head_line = line.sel, line
        return current
    if current and {head_role(cell) for cell in line.sel} - {""} == current.roles:
        if line.filled == current.head_line.filled if current.head_line else False:
            result.repeated.append(line)
        following = Section(current.tahap, line.sel, line)
    else:
        following = Section(None, line.sel, line)
    result.sections.append(following)
    return following


def _second_head(line: Line, section: Section, result: Cut) -> Section:
    """Words under a merged head name the columns better than it does."""
    result.uses[line.nomor] = "kepala"
    if any(head_role(cell) for cell in line.sel):
        width = max(len(line.sel), len(section.heads))
        above, below = (cells + ("",) * (width - len(cells)) for cells in (section.heads, line.sel))
        section.heads = tuple(low if head_role(low) else high for high, low in zip(above, below, strict=True))
    return section


def _content(line: Line, current: Section | None, result: Cut) -> Section | None:
    opens = _is_row(line) if current is None else not result.numbered and _another_table(line, current, result.tables)
    if in_table(line) and opens:
        current = Section(None)
        result.sections.append(current)
    if current is None:
        result.opening.append(line)
    else:
        current.lines.append(line)
    return current


def _is_row(line: Line) -> bool:
    """A table row that holds a statement, a measure or a level; else it is part of the title block."""
    kinds = set(map(cell_kind, line.filled))
    return bool(kinds & {"pernyataan", "ukuran"}) and len(line.filled) >= 2


def _another_table(line: Line, current: Section, tables: Tables) -> bool:
    """No heads and no numbered headings: a table that follows in another shape is another stage."""
    last = current.rows[-1] if current.rows else None
    following = tables.get(line.raw.tabel or 0, [])
    if last is None or current.heads or last.raw.tabel == line.raw.tabel or len(following) < TABLE_ROWS:
        return False
    one, other = Section(None, (), None, current.rows), Section(None, (), None, following)
    return stage_by_content(one, [current]) != stage_by_content(other, [current])


def _tables(lines: Sequence[Line]) -> Tables:
    """Number of a table -> its rows."""
    tables: Tables = {}
    for line in lines:
        if in_table(line) and line.raw.tabel is not None and line.filled and not is_head(line):
            tables.setdefault(line.raw.tabel, []).append(line)
    return tables
