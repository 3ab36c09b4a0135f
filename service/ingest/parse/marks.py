"""What a line is before anyone knows which stage it stands in.

In: a `RawRow`. Out: a `Line` with tidied cells, and answers about it: blank, ruler, heading of a stage, guidance, title
of a lost picture. A heading of a stage is "Tahap 3 …" in any of its usual spellings, or, where a document numbers
nothing, the words of the form itself ("Merumuskan indikator kinerja").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.bahasa.openings import is_statement
from service.bahasa.stages import stage_number
from service.bahasa.wording import tidy
from service.model import RawRow

STAGE_WORDS: tuple[tuple[int, str], ...] = (
    (
        1,
        r"^(?:menentukan|penentuan|menetapkan|penetapan|perumusan|merumuskan)\s+(?:kinerja\s+)?outcome\b",
    ),
    (
        2,
        r"^(?:identifikasi|mengidentifikasi|menentukan|penentuan|penetapan)\s+"
        r"(?:csf|critical success|faktor\s+(?:kunci|penentu))",
    ),
    (3, r"^(?:uraikan|menguraikan|penguraian|penjabaran|menjabarkan)\b.*\bkondisi\b"),
    (4, r"^(?:merumuskan|perumusan|menetapkan|penetapan|menyusun|penyusunan)\s+indikator\b"),
    (5, r"^(?:menerjemahkan|penerjemahan|translasi)\b.*\b(?:komponen|perencanaan|jabatan|pohon)\b"),
)
"""Used for a stage whose number the document never prints."""
RULER = re.compile(r"^[:\s]*[-=_*.]{2,}[:\s]*$")
GUIDE = re.compile(r"^(?:trik|tips|cara|petunjuk|catatan pengisian|kiat)\b", re.IGNORECASE)
ITEM = re.compile(r"^(?:[-•*·▪●]\s*)?(?P<tanda>\(?(?:\d{1,2}|[a-z])[.)]?|)\s+(?P<isi>\S.*)$")
BULLET = re.compile(r"^[-•*·▪●]\s+")
PICTURE = re.compile(
    r"^(?:gambar\s+|bagan\s+|lampiran\s+)?(?:pohon kinerja|cross\s*-?\s*cutting|croscutting)(?:\s+\S+){0,6}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One `RawRow` with its number in the file and tidied cells."""

    nomor: int
    raw: RawRow
    sel: tuple[str, ...]
    """On one line each; `raw.sel` keeps the line breaks."""

    @property
    def filled(self) -> tuple[str, ...]:
        """Different texts of the row; a cell merged over three columns counts once."""
        return tuple(dict.fromkeys(cell for cell in self.sel if cell))

    @property
    def text(self) -> str:
        return " ".join(self.filled)


def number_lines(rows: list[RawRow]) -> list[Line]:
    """Every row with its number, 1, 2, 3 …"""
    return [Line(nomor, raw, tuple(tidy(cell) for cell in raw.sel)) for nomor, raw in enumerate(rows, 1)]


def is_ruler(line: Line) -> bool:
    """`--- | ---`, the rule under a table's head."""
    return bool(line.filled) and all(RULER.match(cell) for cell in line.filled)


def heading(line: Line) -> int | None:
    """Number of the stage that this line opens.

    One text alone in its row; in a table only if it says more than a reference does, or names no column's value.
    """
    if len(line.filled) == 1:
        found = stage_number(line.filled[0])
        alone = found is not None and (
            line.raw.tabel is None or len(line.raw.sel) == 1 or bool(found[1]) or line.sel[0] != ""
        )
        return found[0] if found and alone and not _prose(found[1]) else None
    first = stage_number(line.sel[0]) if line.sel and line.sel[0] else None
    opens = first is not None and len(first[1].split()) >= 2
    return first[0] if first and opens else None


def heading_in_words(line: Line) -> int | None:
    """Stage that the words of the form name, where no number does."""
    if len(line.filled) != 1 or BULLET.match(line.filled[0]):
        return None
    text = re.sub(r"^[A-Z0-9]{1,3}[.)]\s*", "", line.filled[0])
    if len(text.split()) > 14:
        return None
    return next((stage for stage, pattern in STAGE_WORDS if re.search(pattern, text, re.IGNORECASE)), None)


def is_guide_title(text: str) -> bool:
    """ "Trik menentukan outcome": the items below it are guidance."""
    return bool(GUIDE.match(item_text(text)))


def is_item(line: Line) -> bool:
    """One item of a list in running text."""
    if len(line.filled) != 1 or (line.raw.tabel is not None and len(line.raw.sel) > 1):
        return False
    text = line.filled[0]
    return bool(BULLET.match(text)) or bool(re.match(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+\S", text))


def item_text(text: str) -> str:
    """The item without its bullet and number."""
    bare = BULLET.sub("", text)
    return re.sub(r"^\(?(?:\d{1,2}|[a-z])(?:[.)]\s*|\s+)(?=\S)", "", bare, count=1).strip()


def is_picture_title(line: Line) -> bool:
    """Title of a picture that the text export lost: POHON KINERJA, Crosscutting."""
    return len(line.filled) == 1 and bool(PICTURE.match(line.filled[0])) and not is_statement(line.filled[0])


def _prose(rest: str) -> bool:
    """A sentence about a stage, not its heading."""
    return rest.endswith(".") and len(rest.split()) > 12
