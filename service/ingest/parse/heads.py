"""The heads of columns: which role each names, and which row is a head.

In: the text of a head, or a row. Out: a `Role`, or whether the row is one of heads. The words are a table; a regency
that calls its columns otherwise needs one more word there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from service.bahasa.openings import is_statement
from service.bahasa.planning import PK
from service.bahasa.stages import stage_number
from service.bahasa.terms import is_label
from service.ingest.parse.kinds import cell_kind
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

HEADS: tuple[tuple[Role, str], ...] = (
    ("induk", r"\binduk\b|\batasan\b|\bparent\b|^mendukung|^menuju|^menyebabkan|^akibat"),
    ("nomor", r"^(?:no|nomor|nomer|no\.? ?urut|urut|#)\.?$"),
    ("kode", r"^(?:kode|id|code)(?: \w+)?$"),
    (
        "lain",
        r"^(?:target|satuan|baseline|kondisi awal|definisi|formula|rumus|anggaran|pagu|realisasi|capaian|bobot"
        r"|sumber data|cara|polaritas)",
    ),
    ("indikator", r"\bindikator\b|^(?:iku|ikk|ikp|kpi|ukuran|tolok ukur|parameter|alat ukur)\b"),
    ("komponen", r"\bkomponen\b|^(?:dokumen )?perencanaan\b|^penerjemahan|^nomenklatur|^jenis (?:komponen|sasaran)"),
    (
        "jabatan",
        r"\bjabatan\b|^(?:pengampu|penanggung ?jawab|pic|pelaksana|pemilik|pemangku|perjanjian kinerja|pk|owner|bidang"
        r"|unit (?:kerja|pengampu))\b",
    ),
    (
        "label",
        r"^(?:keterangan|ket\.?|level|tingkat(?:an)?|jenjang|kategori|klasifikasi|jenis (?:kinerja|kondisi)|sifat"
        r"|lapis(?:an)?|status)(?: (?:kinerja|kondisi|level|jenjang))*$",
    ),
    ("csf", r"^(?:nama )?(?:csf|faktor (?:kunci|penentu)|critical success|key (?:success )?factor)"),
    ("isu", r"^(?:isu|permasalahan|masalah|pokok masalah)\b"),
    ("sumber", r"^(?:sumber|asal|dasar)\b"),
    ("rujukan", r"^(?:rujukan|ref(?:erensi)?|acuan|tahap(?:an)?|dari tahap)(?: (?:rujukan|tahap(?:an)?))?$"),
    ("uraian", r"^(?:uraian|pernyataan|rumusan|deskripsi|kinerja|kondisi|sasaran|tujuan|hasil|outcome|output)\b"),
)  # fmt: skip
"""Role <- pattern of the head in small letters; the first that fits wins."""
YEAR = re.compile(r"^(?:tahun|target|realisasi)?\s*(?:20\d\d|n?\s*[+-]?\s*\d)$", re.IGNORECASE)
"""Under "Target": a year, or N+1."""
HEAD_WORDS = 4
TELLING: set[Role] = {"nomor", "rujukan", "csf", "indikator", "label", "komponen", "jabatan", "induk"}
"""Roles that no statement could seem to name; a head has one of them."""


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


def may_be_head(line: Line) -> bool:
    """A first row of a few words a cell, none of which a data row would hold: heads in words of their own."""
    cells = line.filled
    return len(cells) >= 2 and all(cell_kind(cell) == "teks" and len(cell.split()) <= HEAD_WORDS for cell in cells)


def is_second_head(line: Line) -> bool:
    """A further row of a head: its numbers (1) (2) (3), or heads below merged ones."""
    cells = line.filled
    numbers = [re.sub(r"\D", "", cell) for cell in cells if re.fullmatch(r"\(?\d{1,2}\)?(?:\s*=.*)?", cell)]
    if len(cells) >= 3 and len(numbers) == len(cells):
        return [int(number) for number in numbers] == list(range(int(numbers[0]), int(numbers[0]) + len(numbers)))
    named = [cell for cell in cells if not YEAR.match(cell)]
    return bool(named) and all(map(head_role, named)) and not any(_is_data(cell) or PK.match(cell) for cell in named)


def _is_data(text: str) -> bool:
    """No head word would read like this."""
    found = stage_number(text)
    return (is_label(text) and len(text.split()) > 1) or is_statement(text) or (found is not None and not found[1])
