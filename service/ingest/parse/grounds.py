"""Stage 1 and the guidance of stages 1 to 3: what the outcome rests on, the outcome, the tips of the form.

In: the sections of a stage. Out: claims of kind `dasar`, `outcome` and `trik`. What the form asks for and nobody
filled in ("a Mandat/Tugas dan Fungsi") is no claim: it stays running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from service.bahasa.openings import is_measure, is_statement, strip_number
from service.bahasa.wording import tidy, words
from service.ingest.parse.heads import head_role
from service.ingest.parse.indicators import indicators_in
from service.ingest.parse.kinds import cell_kind
from service.ingest.parse.marks import Line, is_guide_title, is_item, item_text
from service.ingest.parse.table import Section, in_table
from service.model import BasisKind, Claim, Place, Role

BASES: tuple[tuple[BasisKind, str], ...] = (
    (
        "ekspektasi",
        r"\b(?:meng)?ekspektasi(?:kan)?\b|\bharapan\b|\bmengharapkan\b|\bberharap\b|\bdiharapkan\b|\bmenginginkan\b",
    ),
    ("permasalahan", r"\b(?:per)?masalah(?:an)?\b|\bisu strategis\b|\bbelum (?:optimal|maksimal)\b"),
    ("mandat", r"\bmandat\b|\bamanat\b|\btugas\b|\btupoksi\b|\btusi\b|\bperaturan\b|\bundang-undang\b"),
)
FORM_WORDS = frozenset({
    "mandat", "tugas", "dan", "fungsi", "pokok", "tupoksi", "tusi", "permasalahan", "masalah", "yang",
    "dihadapi", "ekspektasi", "atau", "harapan", "masyarakat", "stake", "holder", "stakeholder",
    "stakeholders", "isu", "strategis", "pemangku", "kepentingan", "organisasi", "amanat", "visi", "misi",
    "sumber", "kepala", "daerah", "dari", "para",
})  # fmt: skip
"""The form's own words; a line of nothing else states nothing."""
FORM = re.compile(
    r"\b(?:csf|outcome|kondisi antara|kondisi operasional|pohon kinerja|komponen perencanaan|indikator kinerja)\b",
    re.IGNORECASE,
)
"""Words of the form's own explanations."""
NOTHING = re.compile(r"^(?:[-–—.…]+|tidak ada|nihil|belum ada|tidak disebut(?:kan)?|n/?a)\.?$", re.IGNORECASE)
OUTCOME_KEY = re.compile(r"\boutcome\b|^(?:kinerja|sasaran strategis|tujuan|hasil akhir|hasil|dampak)\b", re.IGNORECASE)


@dataclass
class Grounds:
    """What stages 1 to 3 say outside their tables of conditions."""

    claims: list[Claim] = field(default_factory=list)
    uses: dict[int, Role] = field(default_factory=dict)
    cara: bool = False
    trik: bool = False
    """Inside a list of guidance."""
    listed: bool = False
    """Its tips so far have bullets or numbers, so that a line without ends the list."""


def read_prose(lines: Sequence[Line], tahap: int, into: Grounds) -> None:
    """Running text of a stage: guidance, stated grounds, an outcome written as a sentence."""
    into.cara = into.trik = False
    for line in lines:
        if not in_table(line):
            _read_text(line, tahap, into)


def read_outcomes(section: Section, first: int, into: Grounds) -> int:
    """Table rows of stage 1; answers the number of the last data row."""
    heads: tuple[str, ...] = ()
    count = first
    for line in section.rows:
        if _names_columns(line):
            heads, into.uses[line.nomor] = line.sel, "kepala"
            continue
        found = list(_outcome_row(line, heads, count + 1))
        into.uses[line.nomor] = "data" if found else "tak terpakai"
        into.claims += found
        count += 1 if found else 0
    return count


def not_stated(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Grounds that the form asks for and the document leaves out."""
    stated = {claim.dasar for claim in claims if claim.jenis == "dasar"}
    return tuple(kind for kind in ("mandat", "permasalahan", "ekspektasi") if kind not in stated)


def _read_text(line: Line, tahap: int, into: Grounds) -> None:
    text = line.text
    if is_guide_title(text):
        into.trik = item_text(text).casefold().startswith(("trik", "tips", "kiat"))
        into.cara, into.listed = not into.trik, False
        into.uses[line.nomor] = "judul"
        return
    _end_of_list(line, into)
    claim = _text_claim(line, tahap, into)
    if claim is None:
        form = is_item(line) or into.cara or set(words(text)) <= FORM_WORDS or bool(FORM.search(text))
        into.uses[line.nomor] = "teks" if form else "tak terpakai"
        return
    into.claims.append(claim)
    into.uses[line.nomor] = "trik" if claim.jenis == "trik" else "data"


def _end_of_list(line: Line, into: Grounds) -> None:
    """Tips may have lost their bullets, but not only some of them."""
    if into.trik and into.listed and not is_item(line):
        into.trik = False
    into.listed = into.trik and is_item(line)


def _text_claim(line: Line, tahap: int, into: Grounds) -> Claim | None:
    text = line.text
    if into.trik:
        order = sum(1 for claim in into.claims if claim.jenis == "trik" and claim.tahap == tahap) + 1
        return Claim("trik", (line.nomor,), Place(line.raw.lokasi, tahap), tahap, order, item_text(text))
    if tahap == 1:
        return _outcome_sentence(line) or _basis(line, item_text(text) if is_item(line) else text)
    return None


def _outcome_sentence(line: Line) -> Claim | None:
    """An outcome that stands as a sentence: "Outcome: Meningkatnya …"."""
    key, _, value = line.text.partition(":")
    said = value.strip() if value and OUTCOME_KEY.search(key) and len(key.split()) <= 5 else line.text
    if not is_statement(said) or is_item(line) or said.endswith(".") or len(said.split()) > 30:
        return None
    return Claim("outcome", (line.nomor,), Place(line.raw.lokasi, 1, 1), 1, 1, strip_number(said))


def _basis(line: Line, text: str) -> Claim | None:
    key, _, value = text.partition(":")
    said = value.strip() if value.strip() and set(words(key)) <= FORM_WORDS else text
    kind = _basis_kind(key) or _basis_kind(text)
    if kind is None or NOTHING.match(said) or set(words(said)) <= FORM_WORDS:
        return None
    return Claim("dasar", (line.nomor,), Place(line.raw.lokasi, 1), 1, 0, said, dasar=kind)


def _basis_kind(text: str) -> BasisKind | None:
    return next((kind for kind, pattern in BASES if re.search(pattern, text, re.IGNORECASE)), None)


def _names_columns(line: Line) -> bool:
    """A head of stage 1: Mandat | Permasalahan | Ekspektasi | Outcome."""
    cells = line.filled
    named = [cell for cell in cells if set(words(cell)) <= FORM_WORDS or OUTCOME_KEY.search(cell) or head_role(cell)]
    return (
        len(cells) >= 2 and len(named) == len(cells) and not any(map(is_statement, cells)) and max(map(len, cells)) < 60
    )


def _outcome_row(line: Line, heads: Sequence[str], count: int) -> Iterator[Claim]:
    """Claims of one row: cells below a head or beside a key that names a ground, statements else."""
    keys = _keys(line, heads)
    place = Place(line.raw.lokasi, 1, count)
    only = _only_outcome(line, keys)
    measured = tuple(
        name
        for raw, cell in zip(line.raw.sel, line.sel, strict=True)
        if is_measure(cell) and cell != only
        for name in indicators_in(raw)
    )
    for column, cell in enumerate(line.sel):
        kind = _basis_kind(keys[column])
        if not cell or NOTHING.match(cell) or cell_kind(cell) in ("angka", "rujukan"):
            continue
        if kind and not OUTCOME_KEY.search(keys[column]):
            yield Claim("dasar", (line.nomor,), place, 1, count, cell, dasar=kind)
        elif is_statement(cell) or cell == only or (OUTCOME_KEY.search(keys[column]) and not is_measure(cell)):
            for said in _sentences(line.raw.sel[column]):
                yield Claim("outcome", (line.nomor,), place, 1, count, said, indikator=measured)


def _only_outcome(line: Line, keys: Sequence[str]) -> str:
    """The one text beside "outcome" is the outcome though it begins like a measure: "Angka stunting menurun"."""
    beside = [cell for cell, key in zip(line.sel, keys, strict=True) if cell and re.search(r"(?i)\boutcome\b", key)]
    others = [cell for cell in line.filled if is_statement(cell)]
    return beside[0] if len(beside) == 1 and not others else ""


def _keys(line: Line, heads: Sequence[str]) -> list[str]:
    """What each cell answers to: its head, or the cell at its left where that names a ground or the outcome."""
    keys = [heads[column] if column < len(heads) else "" for column in range(len(line.sel))]
    for column in range(1, len(line.sel)):
        left = line.sel[column - 1]
        if (
            not heads
            and left
            and not is_statement(left)
            and (OUTCOME_KEY.search(left) or set(words(left)) <= FORM_WORDS)
        ):
            keys[column] = left
    return keys


def _sentences(raw: str) -> list[str]:
    lines = [strip_number(tidy(line)) for line in raw.splitlines()]
    return lines if len(lines) > 1 and all(map(is_statement, lines)) else [strip_number(tidy(raw))]
