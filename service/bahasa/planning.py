"""How a planning component and its owners share a cell.

In: a cell such as "taktikal sasaran program pk kasi". Out: what spilled over from the level in the cell before, the
component, and the owners, alternatives apart. Owners follow "pk"; without it, the first word that names a position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from service.bahasa.terms import COMPONENT, LEADING, is_bare_component, is_label_piece
from service.bahasa.wording import tidy

EDGES = " -:;,/(["
NAMED_WORDS = 14
"""A component by name is no longer than this."""
PK = re.compile(
    r"(?:\b(?:pk|p\.k\.|perjanjian kinerja|skp)\b\.?\s*[:\-]?"
    r"|(?:^|[(\-:;])\s*(?:oleh|pic|penanggung\s*jawab|pengampu)\b\.?\s*[:\-]?"
    r"|\b(?:oleh|pic|penanggung\s*jawab|pengampu)\s*:)\s*",
    re.IGNORECASE,
)
"""What parts the owners from the component: "pk kasi", "PIC: kabid", "(oleh camat)"."""
BY = re.compile(r"\s*[-:;,/(]*\s*\b(?:oleh|pic|penanggung\s*jawab|pengampu)\b\s*", re.IGNORECASE)
"""The same without punctuation; it counts behind a bare component only."""
POSITIONS = (
    "camat", "sekcam", "lurah", "seklur", "kepala", "sekretaris", "sekdin", "sekban", "sekda", "kadis", "kadin",
    "kaban", "kabid", "kabag", "kasi", "kasie", "kasubag", "kasubbag", "kasubid", "kasubbid", "kasub", "kanit",
    "kaupt", "ka", "wakil", "wadir", "direktur", "inspektur", "irban", "asisten", "staf", "staff", "pelaksana",
    "jafung", "jfu", "jft", "jf", "fungsional", "pejabat", "analis", "analisis", "pengawas", "pengelola",
    "pengadministrasi", "pranata", "penyuluh", "penyusun", "perencana", "auditor", "arsiparis", "bendahara",
    "operator", "verifikator", "koordinator", "subkoordinator", "subkor", "ketua", "anggota", "administrator",
    "dokter", "perawat", "bidan", "guru", "pamong", "danru", "komandan", "bupati", "walikota", "manajer",
    "petugas", "surveyor", "statistisi", "pustakawan", "penata", "pengolah", "penelaah", "instruktur", "medik",
    "eselon", "seluruh", "semua", "tim", "juru", "teknisi", "apoteker", "nutrisionis", "pengemudi",
)  # fmt: skip
COUNTED = re.compile(r"(?:^|(?<=\s))\(?\d{1,2}[.)]\s*(?=[^\W\d])")
"""Numbers in front of owners: "1. Kabid Aset 2. Kabid Anggaran"."""
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
            return bool(COMPONENT.search(read.komponen)) or names_owner(line)
        return is_bare_component(read.komponen)
    return bool(read.jabatan) and (bool(PK.match(line)) or bool(POSITION.match(COUNTED.sub("", line, count=1))))


def names_component(text: str) -> bool:
    """More than a word for a position: a component, or an owner behind "pk"."""
    return bool(PK.match(text)) or bool(read_planning(text).komponen)


@lru_cache(maxsize=20_000)
def read_planning(text: str) -> Planning:
    """Take a planning cell apart; what is no component and follows none is taken for owners."""
    line = tidy(text).strip(" .;,")
    marked = PK.search(line)
    before, after = (line[: marked.start()], line[marked.end() :]) if marked else _before_position(line)
    component = COMPONENT.search(before)
    spilled = _label_words(before[: component.start()] if component else before)
    named = before[len(spilled) :] if component or marked else ""
    rest = spilled if component or marked else before
    return Planning(rest.strip(EDGES), named.strip(EDGES), read_positions(after))


def names_owner(text: str) -> bool:
    """ "pk" with a word for a position behind it: what stands before is a component, whatever it is called."""
    marked = PK.search(text)
    return marked is not None and POSITION.match(text[marked.end() :].strip()) is not None


def _label_words(text: str) -> str:
    """The words at the beginning of `text` that a level is made of: only they can have spilled over from it."""
    if LEADING.match(text):
        return text
    words = list(re.finditer(r"\S+\s*", text))
    taken = 0
    while taken < len(words) and is_label_piece(text[: words[taken].end()]):
        taken += 1
    return text[: words[taken - 1].end()] if taken else ""


def read_positions(text: str) -> tuple[str, ...]:
    """Alternatives of one cell: split at slash, semicolon, line, "atau"; at "dan" or a comma before an owner only."""
    line = COUNTED.sub("/", PK.sub("/", text))
    line = re.sub(r"\s*(?:[/;\n|]|\batau\b)\s*", "/", line)
    line = re.sub(rf"\s*(?:,|\bdan\b|&)\s*(?={POSITION.pattern})", "/", line, flags=re.IGNORECASE)
    found = [tidy(part).strip(" .,;:-()[]") for part in line.split("/")]
    return tuple(dict.fromkeys(part for part in found if part and part != "-"))


def _before_position(line: str) -> tuple[str, str]:
    """Without "pk": owners begin at the first word for a position that begins the cell or follows a component."""
    by = BY.search(line)
    if by and is_bare_component(line[: by.start()]):
        return line[: by.start()], line[by.end() :]
    found = POSITION.search(line)
    if found is None:
        return line, ""
    before = line[: found.start()]
    begins = not COUNTED.sub("", before).strip()
    return (before, line[found.start() :]) if begins or COMPONENT.search(before) else (line, "")
