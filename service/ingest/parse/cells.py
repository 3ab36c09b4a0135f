"""Which part of a row a cell is: what it says, weighed against what its column should hold.

In: a cell, the role of its column, and the row so far. Out: the name of a part of an `Entry`. A level that slipped into
the indicator column is still a level; and in a column of levels a word that elsewhere means something else is one too,
as long as no other cell of the row says the level.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from service.bahasa.planning import PK, names_component, read_planning
from service.bahasa.terms import is_bare_component, is_label, level_name, names_level
from service.ingest.parse.heads import Role
from service.ingest.parse.kinds import LABEL_LIKE, Kind

LABEL_WORDS = 6
"""A longer text in a level column is a remark, not a level."""
PLACEHOLDER = re.compile(r"^(?:cross\s*-?\s*cutting|croscutting|n/?a|nihil|dst|idem|\.{2,}|-+|x+)$", re.IGNORECASE)
"""Words that fill a cell without saying anything of a kinerja."""
CROSSCUT = re.compile(r"^(?:cross\s*-?\s*cutting|croscutting)\b", re.IGNORECASE)
"""Beside nothing else, a remark on who works along: no statement begins so."""


@dataclass
class Draft:
    """An `Entry` while its cells are read from left to right."""

    tahap: int
    plans: bool
    """The row has columns of their own for components or owners."""
    owners: bool
    """One of them is for owners alone."""
    rest: bool
    """Few cells and no statement: perhaps the rest of a row that was cut, and read by its columns alone."""
    alone: bool
    """Nothing but one text in the whole row."""
    components: int
    """Cells that name a planning component."""
    parts: dict[str, list[str]] = field(default_factory=dict)
    jabatan: list[tuple[str, ...]] = field(default_factory=list)
    tumpah: str = ""

    def put(self, name: str, text: str) -> None:
        self.parts.setdefault(name, []).append(text)

    def first(self, name: str) -> str:
        return self.parts.get(name, [""])[0]


def settle(draft: Draft, role: Role, kind: Kind, text: str) -> str:
    """Where a cell of this kind goes in a column of this role."""
    if PLACEHOLDER.match(text) or (draft.rest and CROSSCUT.match(text)):
        return "pengisi"
    if draft.alone and role != "label" and (names_level(text) or (text[:1].isupper() and LABEL_LIKE.match(text))):
        return "kelompok"
    if draft.rest and role in ("uraian", "indikator") and kind in ("label", "rencana", "angka"):
        return role
    if kind == "rujukan":
        return "rujukan"
    if role == "lain" and not names_level(text) and not PK.search(text):
        return role
    if kind == "angka":
        return role if role in ("rujukan", "induk", "kode") else "nomor"
    if kind == "label":
        return "label" if role not in ("jabatan", "uraian", "indikator", "komponen") or is_label(text) else role
    if kind == "rencana":
        return _settle_planning(draft, role, text)
    return _settle_text(draft, role, kind, text)


def _settle_planning(draft: Draft, role: Role, text: str) -> str:
    read = read_planning(text)
    plain = names_component(text) or is_bare_component(text)
    if role in ("uraian", "indikator", "csf", "isu", "sumber", "induk") and not plain:
        return role
    if role == "jabatan" and not read.komponen:
        return "jabatan"
    if role == "komponen" and draft.owners and not read.sisa and not PK.search(text):
        return "komponen"
    if role == "label" and level_name(text) in map(level_name, draft.parts.get("label", [])):
        return "label"
    free = role == "label" and "label" not in draft.parts and not PK.search(text)
    elsewhere = draft.components > bool(read.komponen)
    as_level = draft.tahap != 5 or elsewhere or (draft.plans and not read.komponen)
    return "label" if free and as_level else "rencana"


def _settle_text(draft: Draft, role: Role, kind: Kind, text: str) -> str:
    if role in ("uraian", "csf", "isu", "sumber", "induk", "lain", "komponen", "jabatan", "kode"):
        return "indikator" if role == "uraian" and kind == "ukuran" and "uraian" in draft.parts else role
    if role == "indikator":
        return role
    if kind == "ukuran":
        return "indikator"
    if kind == "pernyataan" and "uraian" not in draft.parts:
        return "uraian"
    return "label" if role == "label" and len(text.split()) <= LABEL_WORDS else "sisa"
