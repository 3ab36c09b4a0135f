"""How a planning component and its owners share a cell.

In: a cell such as "taktikal sasaran program pk kasi". Out: what spilled over from the level in the cell before, the
component, and the owners, alternatives apart. Owners follow "pk"; without it, the first word that names a position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from service.bahasa.terms import COMPONENT, is_bare_component, is_label_piece
from service.bahasa.wording import tidy

NAMED_WORDS = 14
"""A component by name is no longer than this."""
PK = re.compile(
    r"(?:\b(?:pk|p\.k\.|perjanjian kinerja|skp)\b\.?\s*[:\-]?"
    r"|(?:^|[(\-:;])\s*(?:oleh|pic|penanggung\s*jawab|pengampu)\b\.?\s*[:\-]?"
    r"|\b(?:oleh|pic|penanggung\s*jawab|pengampu)\s*:)\s*",
    re.IGNORECASE,
)
"""What parts the owners from the component: "pk kasi", "PIC: kabid", "(oleh camat)"."""
POSITIONS = (
    "camat", "sekcam", "lurah", "seklur", "kepala", "sekretaris", "sekdin", "sekban", "sekda", "kadis", "kadin",
    "kaban", "kabid", "kabag", "kasi", "kasie", "kasubag", "kasubbag", "kasubid", "kasubbid", "kasub", "kanit",
    "kaupt", "ka", "wakil", "wadir", "direktur", "inspektur", "irban", "asisten", "staf", "staff", "pelaksana",
    "jafung", "jfu", "jft", "jf", "fungsional", "pejabat", "analis", "analisis", "pengawas", "pengelola",
    "pengadministrasi", "pranata", "penyuluh", "penyusun", "perencana", "auditor", "arsiparis", "bendahara",
    "operator", "verifikator", "koordinator", "subkoordinator", "subkor", "ketua", "anggota", "administrator",
    "dokter", "perawat", "bidan", "guru", "pamong", "danru", "komandan", "bupati", "walikota", "manajer",
    "petugas", "surveyor", "statistisi", "pustakawan", "penata", "pengolah", "penelaah", "instruktur", "medik",
    "eselon", "seluruh", "semua", "tim",
)  # fmt: skip
POSITION = re.compile(rf"\b(?:sub[- ]koordinator|kasi|(?:{'|'.join(POSITIONS)}))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Planning:
    """What stands in a planning cell."""

    sisa: str = ""
    """What spilled over from the label in the cell before: `taktikal`."""
    komponen: str = ""
    jabatan: tuple[str, ...] = ()
    """Alternatives, in the order written."""


@lru_cache(maxsize=20_000)
def is_planning(text: str) -> bool:
    """A component, an owner, or both, perhaps behind a piece of a label."""
    line = tidy(text)
    if len(line.split()) > 25:
        return False
    read = read_planning(line)
    if read.komponen:
        if PK.search(line) and len(read.komponen.split()) <= NAMED_WORDS:
            return not read.sisa or len(read.sisa.split()) <= 4
        return is_bare_component(read.komponen) and (not read.sisa or is_label_piece(read.sisa))
    return bool(read.jabatan) and (bool(PK.match(line)) or bool(POSITION.match(line)))


@lru_cache(maxsize=20_000)
def read_planning(text: str) -> Planning:
    """Take a planning cell apart; what is no component and follows none is taken for owners."""
    line = tidy(text).strip(" .;,")
    marked = PK.search(line)
    before, after = (line[: marked.start()], line[marked.end() :]) if marked else _before_position(line)
    component = COMPONENT.search(before)
    if component is None:
        return Planning(before.strip(" -:;,/(["), "", read_positions(after))
    return Planning(
        before[: component.start()].strip(" -:;,/(["),
        before[component.start() :].strip(" -:;,/(["),
        read_positions(after),
    )


def read_positions(text: str) -> tuple[str, ...]:
    """Alternatives of one cell: split at slash, semicolon, line, "atau"; at "dan" or a comma before an owner only."""
    line = PK.sub("/", text)
    line = re.sub(r"\s*(?:[/;\n|]|\batau\b)\s*", "/", line)
    line = re.sub(rf"\s*(?:,|\bdan\b|&)\s*(?={POSITION.pattern})", "/", line, flags=re.IGNORECASE)
    found = [tidy(part).strip(" .,;:-()[]") for part in line.split("/")]
    return tuple(dict.fromkeys(part for part in found if part and part != "-"))


def _before_position(line: str) -> tuple[str, str]:
    """Without "pk": owners begin at the first word for a position that begins the cell or follows a component."""
    found = POSITION.search(line)
    if found is None:
        return line, ""
    before = line[: found.start()]
    return (before, line[found.start() :]) if not before.strip() or COMPONENT.search(before) else (line, "")
