"""Which entry of the nomenclature a statement may be: proposals with their likeness, for a person to accept. Pure.

In: statements of one unit, each with what the index found for its words. Out: for each the fitting entries, best
first, with how alike they are and why this one. The opening verb does not count ("Terfasilitasinya Penyusunan …" is
"Fasilitasi Penyusunan …"); between twins the level decides, then the branch that the unit mostly speaks of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from service.bahasa.codes import is_under
from service.bahasa.forms import likeness
from service.bahasa.wording import RESULT_VERB, tidy, words

LEAST = 0.85
"""Below this likeness nothing is proposed; what is of another kind than the level asks for needs more."""
SURE = 0.95
"""From this likeness on a proposal may be accepted together with others."""
OTHER_LEVEL = 0.08
"""An entry of another kind than the level asks for stands back by so much."""
OWN_FIELD = 0.03
"""An entry of the field (`7.01`) that the unit mostly speaks of stands forward by so much."""
OWN_BRANCH = 0.01
"""Likewise one under the entry of the parent."""
MOST = 3
"""Entries shown for one statement."""
NUMBERS_OF_FIELD = 2
"""Parts of a code that name its field."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that may be an entry."""

    id: str
    uraian: str
    jenis: str
    """Kind of component that its level asks for; empty: not known."""
    induk: str
    """Id of its main effect; empty: none."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry whose words fit."""

    kode: str
    nama: str
    jenis: str


@dataclass(frozen=True, slots=True)
class Guess:
    """An entry that a statement may be."""

    kode: str
    nama: str
    jenis: str
    kemiripan: float
    """0 to 1, without the opening verb."""
    alasan: str
    """Why this one, in words."""


def guesses(statements: Sequence[Statement], found: Mapping[str, Sequence[Found]]) -> dict[str, tuple[Guess, ...]]:
    """Id -> entries that it may be, best first, at most `MOST`; parents before children in `statements`."""
    scored = {one.id: _scored(one, found.get(one.id, ())) for one in statements}
    field = _field(scored)
    chosen: dict[str, str] = {}
    told: dict[str, tuple[Guess, ...]] = {}
    for one in statements:
        above = chosen.get(one.induk, "")
        ranked = sorted(scored[one.id], key=lambda p: (-_rank(one, p[0], p[1], field, above), p[0].kode))
        told[one.id] = tuple(_guess(one, entry, score, ranked, field) for entry, score in ranked[:MOST])
        chosen[one.id] = ranked[0][0].kode if ranked else above
    return told


def alike(statement: str, name: str) -> float:
    """How alike a statement and an entry are, 0 to 1, opening verbs aside."""
    opening = RESULT_VERB.match(tidy(statement))
    rest = " ".join(words(RESULT_VERB.sub("", tidy(statement))))
    named = [word for n, word in enumerate(words(name)) if n or word != "program"]
    best = fuzz.ratio(rest, " ".join(named))
    if opening and len(named) > 1 and likeness(words(opening.group())[0], named[0]):
        best = max(best, fuzz.ratio(rest, " ".join(named[1:])))
    return round(best / 100, 2)


def look_for(statement: str) -> str:
    """The words that the index is asked for; empty: nothing to ask."""
    return " ".join(dict.fromkeys(words(RESULT_VERB.sub("", tidy(statement))) or words(statement)))


def wrong_branch(code: str, upper: str) -> bool:
    """The entry does not stand under that of the parent (STR12); one of the same kind or above says nothing."""
    return bool(code and upper) and code.count(".") > upper.count(".") and not is_under(code, upper)


def _scored(one: Statement, found: Sequence[Found]) -> list[tuple[Found, float]]:
    pairs = [(entry, alike(one.uraian, entry.nama)) for entry in found]
    return [(entry, score) for entry, score in pairs if score - _off_level(one, entry) >= LEAST]


def _field(scored: Mapping[str, Sequence[tuple[Found, float]]]) -> str:
    """The field that most of the sure matches stand in; a name of many fields counts little for each."""
    votes: defaultdict[str, float] = defaultdict(float)
    for pairs in scored.values():
        sure = {_field_of(entry.kode) for entry, score in pairs if score >= SURE}
        for field in sure:
            votes[field] += 1 / len(sure)
    return min(votes, key=lambda field: (-votes[field], field)) if votes else ""


def _field_of(code: str) -> str:
    return ".".join(code.split(".")[:NUMBERS_OF_FIELD])


def _off_level(one: Statement, entry: Found) -> float:
    return OTHER_LEVEL if one.jenis and entry.jenis != one.jenis else 0.0


def _rank(one: Statement, entry: Found, score: float, field: str, above: str) -> float:
    own = OWN_FIELD if field and _field_of(entry.kode) == field else 0.0
    return score - _off_level(one, entry) + own + (OWN_BRANCH if above and is_under(entry.kode, above) else 0.0)


def _guess(one: Statement, entry: Found, score: float, ranked: Sequence[tuple[Found, float]], field: str) -> Guess:
    said = ["sama persis, kata kerja pembuka dilepas" if score == 1 else "mirip, kata kerja pembuka dilepas"]
    if one.jenis and entry.jenis == one.jenis:
        said.append(f"tingkatnya meminta {one.jenis}")
    elif one.jenis:
        said.append(f"tetapi tingkatnya meminta {one.jenis}, ini {entry.jenis}")
    twins = sum(other == score for _, other in ranked) - 1
    if twins and field == _field_of(entry.kode):
        said.append(f"{twins} nama lain serupa; bidang {field} paling sering dipakai perangkat daerah ini")
    elif twins:
        said.append(f"{twins} nama lain serupa")
    return Guess(entry.kode, entry.nama, entry.jenis, score, "; ".join(said))
