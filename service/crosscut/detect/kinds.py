"""What a candidate is, and what differs between its two sides.

In: a pair with its scores. Out: its band, the kind to start from, and the differences a planner asks for first: what
each does, at which level, for whom, and where. Words cannot tell "the same work" from "my share of it", so the kind
only preselects an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.bahasa.stems import FUNCTION_WORDS, plain, stem, stems
from service.crosscut.detect.phrases import Phrases
from service.crosscut.glossary import Glossary
from service.crosscut.statement import Aspect, Band, Condition, Difference, Kind

BANDS: tuple[tuple[Band, float], ...] = (("kuat", 0.55), ("tinjau", 0.40), ("lemah", 0.30))
"""From which score on; below the last a pair is in no list. docs/crosscut.md has the precision of each."""
SAME_STATEMENT = 0.62
SAME_MEASURE = 0.75
ALIKE_AT_LEAST = 0.20
"""The statements must agree so far before an equal measure makes a duplicate."""
OPENING = 3
"""A role stands in the first words: Terlaksananya pengawasan …"""
TERRITORY = re.compile(
    r"\b(desa|kelurahan|kecamatan|sekolah|kawasan [a-z]+|pesisir|perkotaan|perdesaan)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What two kinerja about one object may differ in; read once for each."""

    said: tuple[tuple[Aspect, str], ...]
    """Aspect -> in words; empty: not said."""
    ukuran: frozenset[str]
    """Its indicators, spelled one way."""


class TraitReader:
    """The tables of a glossary made ready for reading traits."""

    def __init__(self, glossary: Glossary) -> None:
        self._role = {word.casefold(): role for word, role in glossary.peran.items()}
        self._by_stem = {stem(word): role for word, role in sorted(glossary.peran.items())}
        self._genre = frozenset(word.casefold() for word in glossary.kata_genre)
        self._groups = Phrases((stems(group), group) for group in glossary.sasaran)

    def read(self, one: Condition) -> Traits:
        """Role, level, target groups and territory of one condition."""
        said: tuple[tuple[Aspect, str], ...] = (
            ("peran", self.role(one.uraian)),
            ("tingkat", one.tingkat),
            ("sasaran", self.groups(one)),
            ("wilayah", ", ".join(dict.fromkeys(found.casefold() for found in TERRITORY.findall(one.uraian)))),
        )
        return Traits(said, frozenset(filter(None, map(plain, one.indikator))))

    def role(self, statement: str) -> str:
        """What the unit does, one verb; empty: the statement tells a result only.

        Behind the first word only words of the genre may stand before it: "Meningkatnya kualitas pelayanan" serves,
        "Aktifnya kader pembangunan" does not build.
        """
        for at, word in enumerate(re.findall(r"[^\W\d_]+", statement.casefold())[:OPENING]):
            if role := self._role.get(word) or self._by_stem.get(stem(word), ""):
                return role
            if at and word not in self._genre and word not in FUNCTION_WORDS:
                break
        return ""

    def groups(self, one: Condition) -> str:
        """For whom: `balita, ibu hamil`."""
        found = (place.means[0] for place in self._groups.longest(stems(" . ".join((one.uraian, *one.indikator)))))
        return ", ".join(sorted(set(found)))


def differences(a: Traits, b: Traits) -> tuple[Difference, ...]:
    """Only what both say, and say differently."""
    told = zip(a.said, b.said, strict=True)
    return tuple(Difference(what, here, there) for (what, here), (_, there) in told if here and there and here != there)


def band(score: float) -> Band:
    """What is weaker than `lemah` is in no list, unless it was asked for."""
    return next((name for name, least in BANDS if score >= least), "lemah")


def kind(uraian: float, indikator: float, both: float) -> Kind:
    """From the cosines of the statements, of the indicators, and of both together."""
    same_measure = indikator >= SAME_MEASURE and uraian >= ALIKE_AT_LEAST
    return "duplikat" if uraian >= SAME_STATEMENT or both >= SAME_STATEMENT or same_measure else "melengkapi"
