"""What each column of a table holds: by the word in its head, by what stands in it, best by both.

In: a head row and a run of rows of one width. Out: one `Role` per column. Heads and rows need not have the same number
of columns (page breaks split and merge them): `assign` lays the heads over the columns in order so that content fits best.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from service.bahasa.openings import is_measure, is_statement
from service.bahasa.stages import stage_number
from service.bahasa.terms import PK, is_label, is_label_piece, is_planning
from service.ingest.parse.marks import Line

Role = Literal[
    "",
    "nomor",
    "kode",
    "rujukan",
    "csf",
    "isu",
    "sumber",
    "uraian",
    "indikator",
    "label",
    "komponen",
    "jabatan",
    "induk",
    "lain",
]
Kind = Literal["", "angka", "rujukan", "label", "rencana", "pernyataan", "ukuran", "teks"]

HEADS: tuple[tuple[Role, str], ...] = (
    ("induk", r"\binduk\b|\batasan\b|\bparent\b|^mendukung|^menuju|^menyebabkan|^akibat"),
    ("nomor", r"^(?:no|nomor|nomer|no\.? ?urut|urut|#)\.?$"),
    ("kode", r"^(?:kode|id|code)(?: \w+)?$"),
    ("lain", r"^(?:target|satuan|baseline|kondisi awal|definisi|formula|rumus|anggaran|pagu|realisasi|capaian|bobot|sumber data|cara|polaritas)"),
    ("indikator", r"\bindikator\b|^(?:iku|ikk|ikp|kpi|ukuran|tolok ukur|parameter|alat ukur)\b"),
    ("komponen", r"\bkomponen\b|^(?:dokumen )?perencanaan\b|^penerjemahan|^nomenklatur|^jenis (?:komponen|sasaran)"),
    ("jabatan", r"\bjabatan\b|^(?:pengampu|penanggung ?jawab|pic|pelaksana|pemilik|pemangku|perjanjian kinerja|pk|owner|unit (?:kerja|pengampu)|bidang)\b"),
    ("label", r"^(?:keterangan|ket\.?|level|tingkat(?:an)?|jenjang|kategori|klasifikasi|jenis (?:kinerja|kondisi)|sifat|lapis(?:an)?|status)(?: (?:kinerja|kondisi|level|jenjang))*$"),
    ("csf", r"^(?:nama )?(?:csf|faktor (?:kunci|penentu)|critical success|key (?:success )?factor)"),
    ("isu", r"^(?:isu|permasalahan|masalah|pokok masalah)\b"),
    ("sumber", r"^(?:sumber|asal|dasar)\b"),
    ("rujukan", r"^(?:rujukan|ref(?:erensi)?|acuan|tahap(?:an)?|dari tahap)(?: (?:rujukan|tahap(?:an)?))?$"),
    ("uraian", r"^(?:uraian|pernyataan|rumusan|deskripsi|kinerja|kondisi|sasaran|tujuan|hasil|outcome|output)\b"),
)  # fmt: skip
"""Role <- pattern of the head in small letters; the first that fits wins."""

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
    "lain": {"teks": 1, "angka": 1, "ukuran": -1, "pernyataan": -0.5, "label": -2, "rencana": -2},
    "": {},
}
"""How well content of a kind suits a column of a role."""
TELLING: set[Role] = {"nomor", "rujukan", "csf", "indikator", "label", "komponen", "jabatan", "induk"}
"""Roles that no statement could seem to name; a head has one of them."""
BY_CONTENT: dict[Kind, Role] = {
    "angka": "nomor", "rujukan": "rujukan", "label": "label", "rencana": "komponen", "pernyataan": "uraian", "ukuran": "indikator",
}  # fmt: skip
LABEL_LIKE = re.compile(r"^(?:kinerja|kondisi)(?: [^\W\d]+){1,3}$", re.IGNORECASE)
"""A level in words of a document's own: "kinerja pendukung layanan"."""
LEVEL_WORDS = 4
REPEATING = 0.7
"""Share of different texts up to which a column of short texts is one of levels."""
SKIPPED = 0.4
"""What it costs to leave a head or a column without partner."""
IN_PLACE = 0.5
"""What a head earns for standing over its own column."""


@lru_cache(maxsize=50_000)
def head_role(text: str) -> Role:
    """Role that a head names; empty: no head word."""
    line = re.sub(r"\s+", " ", text).strip(" :*").casefold()
    if not line or len(line.split()) > 16 or _is_data(line):
        return ""
    return next((role for role, pattern in HEADS if re.search(pattern, line)), "")


def is_head(line: Line) -> bool:
    """A row of column heads: two roles at least, and nothing in it that a data row would hold."""
    cells = line.filled
    roles = [head_role(cell) for cell in cells]
    named = {role for role in roles if role}
    strangers = [cell for cell, role in zip(cells, roles, strict=True) if not role and cell_kind(cell) != "angka"]
    if any(_is_data(cell) for cell in cells):
        return False
    return (
        len(named) >= 2 and bool(named & {"uraian", "indikator", "csf", "label"}) and len(strangers) <= len(cells) // 3
    )


def is_second_head(line: Line) -> bool:
    """A further row of a head: its numbers (1) (2) (3), or heads below merged ones."""
    cells = line.filled
    numbers = [re.sub(r"\D", "", cell) for cell in cells if re.fullmatch(r"\(?\d{1,2}\)?(?:\s*=.*)?", cell)]
    if len(cells) >= 3 and len(numbers) == len(cells):
        return [int(number) for number in numbers] == list(range(int(numbers[0]), int(numbers[0]) + len(numbers)))
    roles = [head_role(cell) for cell in cells]
    return bool(cells) and all(roles) and not any(_is_data(cell) or PK.match(cell) for cell in cells)


@lru_cache(maxsize=50_000)
def cell_kind(text: str) -> Kind:
    """What a cell says, whatever column it stands in."""
    if not text:
        return ""
    if re.fullmatch(r"\(?(?:\d{1,3}|\d+(?:\.\d+)+|[a-z]|[ivx]{1,4})[.)]?\)?\.?", text, re.IGNORECASE):
        return "angka"
    found = stage_number(text)
    if found and len(found[1].split()) < 2:
        return "rujukan"
    return _kind_of_words(text)


def assign(heads: Sequence[str], lines: Sequence[Line], width: int, measured: bool = True) -> list[Role]:
    """Role of each of `width` columns in `lines`, under `heads` (none: by content alone); `measured`: indicators are expected."""
    votes = [Counter(cell_kind(_cell(line, column)) for line in lines) for column in range(width)]
    for vote in votes:
        vote.pop("", None)
    roles = _laid_over([head_role(head) for head in heads], votes)
    roles = _remark_of_planning(roles, votes)
    for column, vote in enumerate(votes):
        roles[column] = roles[column] or _by_content(
            roles, vote, _repeats([_cell(line, column) for line in lines]), measured
        )
    return _one_statement(roles, votes)


def _remark_of_planning(roles: list[Role], votes: Sequence[Counter[Kind]]) -> list[Role]:
    """ "Keterangan" over planning components: the level is in a column without a head beside it."""
    wanting = any(not role and vote for role, vote in zip(roles, votes, strict=True))
    return [
        "komponen" if role == "label" and wanting and vote["rencana"] * 2 > vote.total() else role
        for role, vote in zip(roles, votes, strict=True)
    ]


def _repeats(cells: Sequence[str]) -> bool:
    """Few short texts, over and over: the names of levels, whatever they are called."""
    filled = [cell.casefold() for cell in cells if cell]
    short = all(len(cell.split()) <= LEVEL_WORDS for cell in filled)
    return len(filled) >= 4 and short and 2 <= len(set(filled)) <= REPEATING * len(filled)


def suits(line: Line, roles: Sequence[Role]) -> float:
    """How well the cells of a row fit the roles of its columns."""
    return sum(FIT[role].get(cell_kind(cell), 0) for role, cell in zip(roles, line.sel, strict=False) if cell)


def _one_statement(roles: list[Role], votes: Sequence[Counter[Kind]]) -> list[Role]:
    """Of several columns with statements the fullest holds the kinerja; one left of it names the CSF they stand under."""
    columns = [column for column, role in enumerate(roles) if role == "uraian"]
    fullest = max(columns, key=lambda column: (votes[column].total(), column), default=-1)
    return [
        role if role != "uraian" or column == fullest else ("csf" if column < fullest else "lain")
        for column, role in enumerate(roles)
    ]


def _kind_of_words(text: str) -> Kind:
    if is_label(text):
        return "label"
    if is_measure(text):
        return "ukuran"
    if is_statement(text):
        return "pernyataan"
    if is_planning(text):
        return "rencana"
    return "label" if is_label_piece(text) or LABEL_LIKE.match(text) else "teks"


def _is_data(text: str) -> bool:
    """No head word would read like this."""
    found = stage_number(text)
    return (is_label(text) and len(text.split()) > 1) or is_statement(text) or (found is not None and not found[1])


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
    if role is not None:
        return role
    if repeats and "label" not in roles:
        return "label"
    if "komponen" in roles and "uraian" in roles and "jabatan" not in roles:
        return "jabatan"
    if "uraian" not in roles or not measured:
        return "uraian"
    return "indikator" if "indikator" not in roles else ""
