"""Rows that a page break cut in two, and rows that only add an indicator, put back together.

In: the entries of a stage in document order. Out: fewer entries, each one kinerja, with the numbers of all its lines.
A row goes on when it has no statement, or when its statement does not begin like one, nothing numbers or refers it, and
the row above still lacks what this one brings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.bahasa.openings import NUMBERING, PLAIN_MEASURE, begins_indicator, is_statement, unfinished
from service.bahasa.spelling import kinship
from service.bahasa.wording import key, tidy
from service.ingest.parse.entries import Entry

HABIT = 0.7
"""From this share of statements that begin with a result verb on, one that does not is suspicious."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Entries put back together, and those that were, for the report."""

    entries: tuple[Entry, ...]
    mended: tuple[Entry, ...]
    """Entries that were cut by a page break."""


def rejoin(entries: Sequence[Entry], known: Mapping[str, str]) -> Joined:
    """Put the rows of one stage back together; `known`: key -> text of all that the document prints."""
    verbs = _habit(entries)
    found: list[Entry] = []
    mended: list[int] = []
    for entry in entries:
        if found and (_pieces(found[-1], entry, known) or _goes_on(found[-1], entry, verbs)):
            if _is_cut(found[-1], entry, known):
                mended.append(len(found) - 1)
            found[-1] = _appended(found[-1], entry, known)
        else:
            found.append(entry)
    return Joined(tuple(found), tuple(found[index] for index in sorted(set(mended))))


def stands_whole(text: str, known: Mapping[str, str]) -> bool:
    """The document prints this text in one piece elsewhere, perhaps with a slip of the pen."""
    return key(text) in known or any(kinship(text, other) == "ejaan" for other in known.values())


def _pieces(above: Entry, entry: Entry, known: Mapping[str, str]) -> bool:
    """Another stage prints the two statements as one."""
    return bool(entry.uraian) and bool(above.uraian) and key(f"{above.uraian} {entry.uraian}") in known


def _habit(entries: Sequence[Entry]) -> bool:
    """Whether whole rows of this document begin with a result verb."""
    whole = [entry for entry in entries if entry.uraian and entry.says_level]
    statements = [entry.uraian for entry in whole or entries if entry.uraian]
    return sum(map(is_statement, statements)) >= HABIT * len(statements)


def _goes_on(above: Entry, entry: Entry, verbs: bool) -> bool:
    numbered = bool(entry.nomor) and bool(above.nomor) and entry.nomor != above.nomor
    if (
        not above.uraian
        or (numbered and not entry.uraian and not entry.indikator)
        or (entry.csf and entry.uraian and is_statement(entry.uraian))
    ):
        return False
    if entry.uraian:
        return _statement_goes_on(above, entry, verbs)
    if entry.indikator:
        return True
    brings = entry.label or entry.komponen or entry.jabatan
    if entry.pengisi or not brings or entry.rujukan:
        return False
    return not (above.komponen and entry.komponen) and not (is_whole(above) and above.komponen and entry.label)


def _statement_goes_on(above: Entry, entry: Entry, verbs: bool) -> bool:
    """The rest of a sentence: it begins small or without a verb, and the row is not one of its own."""
    if (
        is_statement(entry.uraian)
        or entry.kode
        or (entry.rujukan and above.rujukan and entry.says_level and above.says_level)
    ):
        return False
    if above.label and entry.label and is_whole(above) and is_whole(entry):
        return False
    small = entry.uraian[:1].islower() or unfinished(above.uraian)
    return small or (verbs and not entry.rujukan and not (entry.label and above.label))


def is_whole(entry: Entry) -> bool:
    """Its level says more than "kinerja"."""
    return len(" ".join(entry.label).split()) >= 2


def _is_cut(above: Entry, entry: Entry, known: Mapping[str, str]) -> bool:
    """A cut row, and not one that brings a further indicator."""
    return bool(entry.uraian) or not entry.indikator or not _own_indicator(above, entry.indikator[0], known)


def _own_indicator(above: Entry, text: str, known: Mapping[str, str], entry_goes_on: bool = False) -> bool:
    """A further indicator, not the rest of the one above."""
    line = tidy(text)
    if not above.indikator:
        return True
    if key(f"{above.indikator[-1]} {text}") in known:
        return False
    if NUMBERING.match(text):
        return True
    if entry_goes_on and not PLAIN_MEASURE.match(line):
        return False
    return begins_indicator(line, tidy(above.indikator[-1]))


def _appended(above: Entry, entry: Entry, known: Mapping[str, str]) -> Entry:
    return replace(
        above,
        lines=above.lines + entry.lines,
        uraian=_run_on(above.uraian, entry.uraian),
        csf=above.csf or entry.csf,
        indikator=_indicators(above, entry, known),
        label=above.label if set(entry.label) <= set(above.label) else above.label + entry.label,
        komponen=_run_on(above.komponen, entry.komponen) if entry.komponen != above.komponen else above.komponen,
        jabatan=above.jabatan + tuple(cell for cell in entry.jabatan if cell not in above.jabatan),
        rujukan=above.rujukan or entry.rujukan,
        pengisi=above.pengisi + entry.pengisi,
        sisa=above.sisa + entry.sisa,
    )


def _indicators(above: Entry, entry: Entry, known: Mapping[str, str]) -> tuple[str, ...]:
    if not entry.indikator:
        return above.indikator
    first, rest = entry.indikator[0], entry.indikator[1:]
    if _own_indicator(above, first, known, entry_goes_on=bool(entry.uraian)):
        return above.indikator + entry.indikator
    return (*above.indikator[:-1], f"{above.indikator[-1]} {first}", *rest)


def _run_on(beginning: str, rest: str) -> str:
    """Two pieces of one text; a word broken by a hyphen is closed up."""
    if re.search(r"[a-z]-$", beginning) and rest[:1].islower():
        return beginning[:-1] + rest
    return tidy(f"{beginning} {rest}") if beginning and rest else beginning or rest
