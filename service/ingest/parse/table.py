"""One section of a document: lines of one stage under one head, what its columns hold, and which stage it must be.

In: lines and heads. Out: the roles of the columns, row by row, and, where no heading says so, the stage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from service.bahasa.planning import PK, read_planning
from service.bahasa.terms import is_label
from service.ingest.parse.columns import assign, contradicts, suits
from service.ingest.parse.heads import Role, head_role
from service.ingest.parse.kinds import cell_kind
from service.ingest.parse.marks import Line

OUTCOME = re.compile(r"(?:kinerja\s+)?outcome\b", re.IGNORECASE)
"""First cell of the one row of stage 1."""
MOVED = 4.0
"""So much better must a row fit columns of its own before it counts as moved sideways."""


@dataclass
class Section:
    """Lines of one stage under one head."""

    tahap: int | None
    heads: tuple[str, ...] = ()
    head_line: Line | None = None
    lines: list[Line] = field(default_factory=list)
    """Data rows of its tables and its running text."""
    moved: set[int] = field(default_factory=set)
    """Numbers of rows whose cells stand beside their columns."""

    @property
    def rows(self) -> list[Line]:
        """The table rows among them."""
        return [line for line in self.lines if in_table(line)]

    @property
    def roles(self) -> set[Role]:
        return {head_role(head) for head in self.heads} - {""}


def in_table(line: Line) -> bool:
    """A row of a table, not running text."""
    return line.raw.tabel is not None and len(line.raw.sel) > 1


def stage_by_content(section: Section, before: Sequence[Section] = ()) -> int | None:
    """Stage of a table without heading; None: no table of a cascading."""
    rows, roles = section.rows, section.roles
    if not rows:
        return None
    if len(rows) <= 3 and all(OUTCOME.match(line.sel[0]) and cell_kind(line.sel[1]) == "pernyataan" for line in rows):
        return 1
    cells = [cell for line in rows for cell in line.filled]
    conditions = sum(1 for cell in cells if is_label(cell) and cell.casefold().startswith("kondisi"))
    labels = sum(1 for line in rows if any(is_label(cell) for cell in line.filled))
    measures = "indikator" in roles or sum(1 for line in rows if "ukuran" in map(cell_kind, line.filled)) * 2 > len(
        rows
    )
    if _plans(rows, roles):
        return 5
    if "csf" in roles and not labels:
        return 2
    if conditions or (labels and not measures):
        return 3
    if measures:
        return 4
    statements = sum(1 for cell in cells if cell_kind(cell) == "pernyataan")
    if statements and not before and len(rows) <= 3:
        return 1
    return 3 if statements >= 3 else None


def _plans(rows: Sequence[Line], roles: set[Role]) -> bool:
    """Its rows name planning components or owners beside a level."""
    if roles & {"komponen", "jabatan"}:
        return True
    both = sum(1 for line in rows if any(PK.search(cell) and read_planning(cell).komponen for cell in line.filled))
    beside = sum(1 for line in rows if {"label", "rencana"} <= set(map(cell_kind, line.filled)))
    return (both + beside) * 3 >= len(rows)


def column_roles(section: Section) -> dict[int, list[Role]]:
    """Line number -> roles of its columns; rows of one table and width are judged together.

    A row that a merged or lost cell moved sideways is judged by itself, if that suits it much better.
    """
    roles: dict[int, list[Role]] = {}
    for run in runs(section.rows):
        width = len(run[0].sel)
        common = assign(section.heads, run, width, section.tahap or 0)
        for line in run:
            roles[line.nomor] = common
            if "pernyataan" not in map(cell_kind, line.filled) or not contradicts(line, common):
                continue
            own = assign(section.heads, [line], width, section.tahap or 0)
            if suits(line, own) >= suits(line, common) + MOVED:
                roles[line.nomor] = own
                section.moved.add(line.nomor)
    return roles


def runs(rows: Sequence[Line]) -> list[list[Line]]:
    """Neighbouring rows of the same table and width."""
    found: list[list[Line]] = []
    for line in rows:
        if found and found[-1][-1].raw.tabel == line.raw.tabel and len(found[-1][-1].sel) == len(line.sel):
            found[-1].append(line)
        else:
            found.append([line])
    return found
