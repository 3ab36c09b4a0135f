"""What each column of a table holds: by the word in its head, by what stands in it, best by both.

In: a head row and a run of rows of one width. Out: one `Role` per column. Heads and rows need not have the same number
of columns (page breaks split and merge them): `assign` lays the heads over the columns, in order, so that content fits
best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from service.bahasa.planning import names_component
from service.ingest.parse.heads import Role, head_role
from service.ingest.parse.kinds import Kind, cell_kind
from service.ingest.parse.marks import Line

FIT: dict[Role, dict[Kind, float]] = {
    "nomor": {"angka": 3, "teks": -1, "rujukan": -1, "pernyataan": -3, "ukuran": -3, "label": -2, "rencana": -2},
    "kode": {"angka": 3, "teks": 1, "pernyataan": -3, "ukuran": -3, "label": -2, "rencana": -2},
    "rujukan": {"rujukan": 3, "angka": 1, "pernyataan": -3, "ukuran": -3, "label": -2, "rencana": -2},
    "csf": {"pernyataan": 2, "teks": 2, "label": -2, "rencana": -2, "rujukan": -1},
    "isu": {"teks": 2, "pernyataan": 0.5},
    "sumber": {"teks": 2, "rencana": 1, "pernyataan": -1},
    "uraian": {"pernyataan": 3, "teks": 1.5, "ukuran": -1, "label": -3, "rencana": -3, "rujukan": -3, "angka": -3},
    "indikator": {"ukuran": 3, "teks": 1.5, "pernyataan": -0.5, "label": -3, "rencana": -3, "rujukan": -3, "angka": -2},
    "label": {"label": 3, "rencana": 0.5, "teks": 0.5, "pernyataan": -3, "ukuran": -3, "rujukan": -1, "angka": -1},
    "komponen": {"rencana": 3, "label": -0.5, "teks": 1, "pernyataan": -1, "ukuran": -3, "rujukan": -2, "angka": -2},
    "jabatan": {"rencana": 2.5, "teks": 1.5, "label": -1, "pernyataan": -3, "ukuran": -3, "rujukan": -2, "angka": -2},
    "induk": {"pernyataan": 2, "angka": 2, "teks": 1},
    "lain": {"teks": 1, "angka": 1, "ukuran": -3, "pernyataan": -0.5, "label": -2, "rencana": -2},
    "": {},
}
"""How well content of a kind suits a column of a role."""
BY_CONTENT: dict[Kind, Role] = {
    "angka": "nomor", "rujukan": "rujukan", "label": "label", "rencana": "komponen", "pernyataan": "uraian",
    "ukuran": "indikator",
}  # fmt: skip
LEVEL_WORDS = 4
REPEATING = 0.7
"""Share of different texts up to which a column of short texts is one of levels."""
NO_MEASURES = (2, 3)
"""Stages without indicators: "Nilai tambah meningkat" is a condition there."""
WRONG = -1.0
"""From this fit down a cell contradicts the role of its column."""
SKIPPED = 0.4
"""What it costs to leave a head or a column without partner."""
IN_PLACE = 0.5
"""What a head earns for standing over its own column."""


def assign(heads: Sequence[str], lines: Sequence[Line], width: int, tahap: int = 0) -> list[Role]:
    """Role of each of `width` columns in `lines`, under `heads` (none: by content) of stage `tahap` (0: not known)."""
    votes = [Counter(cell_kind(_cell(line, column)) for line in lines) for column in range(width)]
    for vote in votes:
        vote.pop("", None)
        if tahap in NO_MEASURES:
            vote["teks"] += vote.pop("ukuran", 0)
    roles = _laid_over([head_role(head) for head in heads], votes)
    roles = _remark_of_planning(roles, votes)
    for column, vote in enumerate(votes):
        roles[column] = roles[column] or _by_content(
            roles, vote, _repeats([_cell(line, column) for line in lines]), tahap != 3
        )
    return _one_statement(roles, votes)


def _remark_of_planning(roles: list[Role], votes: Sequence[Counter[Kind]]) -> list[Role]:
    """ "Keterangan" over planning components: the level is in another column, with a head or without one."""
    levels = [column for column, role in enumerate(roles) if role == "label"]
    planned = [column for column in levels if votes[column]["rencana"] * 2 > votes[column].total()]
    wanting = any(not role and vote for role, vote in zip(roles, votes, strict=True))
    if not wanting and len(planned) == len(levels):
        planned = planned[1:][-1:]
    return ["komponen" if column in planned else role for column, role in enumerate(roles)]


def _repeats(cells: Sequence[str]) -> bool:
    """Few short texts, over and over: the names of levels, whatever they are called."""
    filled = [cell.casefold() for cell in cells if cell]
    short = all(len(cell.split()) <= LEVEL_WORDS for cell in filled)
    return len(filled) >= 4 and short and 2 <= len(set(filled)) <= REPEATING * len(filled)


def suits(line: Line, roles: Sequence[Role]) -> float:
    """How well the cells of a row fit the roles of its columns."""
    return sum(FIT[role].get(cell_kind(cell), 0) for role, cell in zip(roles, line.sel, strict=False) if cell)


def contradicts(line: Line, roles: Sequence[Role]) -> bool:
    """A cell holds what its column never does; an unusual beginning alone is no sign that a row moved."""
    pairs = [(role, cell) for role, cell in zip(roles, line.sel, strict=False) if cell]
    return any(FIT[role].get(_sure_kind(cell), 0) <= WRONG for role, cell in pairs)


def _sure_kind(cell: str) -> Kind:
    """A word for a position may begin a sentence too: "Petugas loket terlatih"."""
    kind = cell_kind(cell)
    return "teks" if kind == "rencana" and not names_component(cell) else kind


def _one_statement(roles: list[Role], votes: Sequence[Counter[Kind]]) -> list[Role]:
    """Of several columns with statements the fullest holds the kinerja; one left of it names their CSF."""
    columns = [column for column, role in enumerate(roles) if role == "uraian"]
    fullest = max(columns, key=lambda column: (votes[column].total(), column), default=-1)
    return [
        role if role != "uraian" or column == fullest else ("csf" if column < fullest else "lain")
        for column, role in enumerate(roles)
    ]


def _cell(line: Line, column: int) -> str:
    return line.sel[column] if column < len(line.sel) else ""


def _laid_over(heads: list[Role], votes: list[Counter[Kind]]) -> list[Role]:
    """The order-keeping pairing of heads with columns that suits the content best."""
    rows, columns = len(heads) + 1, len(votes) + 1
    best = [[0.0] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            best[row][column] = _best_step(best, heads, votes, row, column)
    roles: list[Role] = [""] * len(votes)
    row, column = len(heads), len(votes)
    while row and column:
        if best[row][column] == best[row - 1][column - 1] + _suits(heads, votes, row - 1, column - 1):
            roles[column - 1] = heads[row - 1]
            row, column = row - 1, column - 1
        elif best[row][column] == best[row - 1][column] - SKIPPED:
            row -= 1
        else:
            column -= 1
    return roles


def _best_step(best: list[list[float]], heads: list[Role], votes: list[Counter[Kind]], row: int, column: int) -> float:
    if row == 0 or column == 0:
        return -SKIPPED * (row + column)
    return max(
        best[row - 1][column - 1] + _suits(heads, votes, row - 1, column - 1),
        best[row - 1][column] - SKIPPED,
        best[row][column - 1] - SKIPPED,
    )


def _suits(heads: list[Role], votes: list[Counter[Kind]], head: int, column: int) -> float:
    total = votes[column].total()
    fit = FIT[heads[head]]
    content = sum(fit.get(kind, 0) * count for kind, count in votes[column].items()) / total if total else 0
    return content + (IN_PLACE if head == column else 0)


def _by_content(roles: Sequence[Role], vote: Counter[Kind], repeats: bool, measured: bool) -> Role:
    """Without a head: what most cells say; plain text is the first of statement and indicator that is wanting."""
    if not vote:
        return ""
    role = BY_CONTENT.get(vote.most_common(1)[0][0])
    if role == "komponen" and role in roles:
        return "jabatan"
    if role == "indikator" and role in roles:
        return "lain"
    if role is not None:
        return role
    if repeats and "label" not in roles:
        return "label"
    if "komponen" in roles and "uraian" in roles and "jabatan" not in roles:
        return "jabatan"
    if "uraian" not in roles or not measured:
        return "uraian"
    return "indikator" if "indikator" not in roles else ""
