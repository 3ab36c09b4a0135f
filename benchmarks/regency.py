"""A made-up regency of any size, in the words of the example regency; the same for the same seed.

In: a number of conditions. Out: `Condition`s of dinas and kecamatan in trees of 26. A statement is an opening verb and
one or two pieces of example statements; an indicator is a measure and a piece of its own statement, so that words,
concepts and repetitions are spread as in life.

    regency     as a real one of 10,000 was counted: three fifths are of kecamatan, whose documents follow templates
                (each distinct statement stands in about 20 of them); one in nine is secretariat work; a dinas has
                affairs of its own. Few pairs are strong, as in the labelled sets
    distinct    the hard case: every statement is another one, and units share most of their affairs
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.cascades import PER_UNIT, WIDTHS
from seeds.workbook import content_of
from service.crosscut.glossary import shipped
from service.crosscut.statement import Condition

SEED = 2023
DINAS, KECAMATAN = 28, 30
FEW_KECAMATAN = 12
"""Of the hard case, dealt to in turn with the dinas."""
OF_KECAMATAN = (0, 2, 4)
"""Which of five trees in a row are of kecamatan."""
OFFICE = 3
"""The last so many kinerja of a tree are secretariat work."""
OWN = 40
"""Pieces that a unit of the hard case has for its own affairs; one statement in ten is about anything at all."""
ANYTHING = 0.1
MEASURES = ("Jumlah", "Persentase", "Cakupan", "Indeks", "Rasio")
JOINS = ("di", "bagi", "melalui", "dan", "untuk")
BREAK = re.compile(r"\s+(?:di|bagi|melalui|dan|untuk|dengan|menurut|pada|oleh|dari|serta)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class _Tree:
    """One tree to be made."""

    nomor: int
    unit: str
    jenis: str
    isi: str
    """Trees with the same say the same."""
    milik: tuple[str, ...]
    """Pieces of its unit's own affairs."""
    kantor: int
    """Kinerja at its end that are secretariat work."""


def regency(conditions: int) -> list[Condition]:
    """The first `conditions` of a regency of 28 dinas and 30 kecamatan."""
    return _grown(conditions, _as_in_life)


def distinct(conditions: int) -> list[Condition]:
    """The first `conditions` of a regency of 28 dinas and 12 kecamatan in which hardly two statements are the same."""
    return _grown(conditions, _all_apart)


def _grown(conditions: int, planted: Callable[[int], _Tree]) -> list[Condition]:
    trees = -(-conditions // PER_UNIT)
    return [one for number in range(trees) for one in _conditions(planted(number))][:conditions]


def _as_in_life(number: int) -> _Tree:
    five, place = divmod(number, 5)
    if place in OF_KECAMATAN:
        nth, unit = divmod(five * len(OF_KECAMATAN) + place // 2, KECAMATAN)
        template = nth * 3 // 2 + (nth % 2 and unit % 2)  # one for all, then one of two
        return _Tree(number, f"K{unit:02}", "kecamatan", f"K {template}", _share(DINAS), OFFICE)
    unit = (five * 2 + place // 2) % DINAS
    return _Tree(number, f"D{unit:02}", "dinas", str(number), _share(unit), OFFICE)


def _all_apart(number: int) -> _Tree:
    place = number % (DINAS + FEW_KECAMATAN)
    kind, unit = ("dinas", f"D{place:02}") if place < DINAS else ("kecamatan", f"K{place:02}")
    own = random.Random(f"{SEED} {unit}").sample(_words()[1], OWN)
    return _Tree(number, unit, kind, str(number), tuple(own), 0)


def _share(unit: int) -> tuple[str, ...]:
    """What a unit alone deals with: each piece is dealt to one dinas or to the kecamatan."""
    return _words()[1][unit :: DINAS + 1]


def _conditions(tree: _Tree) -> Iterator[Condition]:
    chance = random.Random(f"{SEED} {tree.isi}")
    above: list[str] = []
    for level, width in enumerate(WIDTHS):
        here = [f"{tree.unit}-{tree.nomor:04}-{level}{nth:02}" for nth in range(width)]
        for nth, id_ in enumerate(here):
            office = level == len(WIDTHS) - 1 and nth >= width - tree.kantor
            uraian, indikator = _office(chance) if office else _work(chance, tree.milik)
            yield Condition(
                id=id_,
                unit=tree.unit,
                jenis_unit=tree.jenis,
                pemda="Kabupaten Uji",
                tahun=SEED,
                uraian=uraian,
                indikator=(indikator,),
                induk=(above[nth % len(above)],) if above else (),
                tingkat=str(level),
            )
        above = here


def _work(chance: random.Random, own: Sequence[str]) -> tuple[str, str]:
    """A statement and its indicator."""
    verbs, pieces = _words()
    subject = chance.choice(own if chance.random() >= ANYTHING else pieces)
    further = f" {chance.choice(JOINS)} {chance.choice(own)}" if chance.random() < 0.5 else ""
    measured = f"{chance.choice(MEASURES)} {subject.casefold()} yang {chance.choice(own).casefold()}"
    return f"{chance.choice(verbs)} {subject}{further}", measured


def _office(chance: random.Random) -> tuple[str, str]:
    phrase = chance.choice(shipped().sekretariat)
    return f"Terlaksananya {phrase}", f"Persentase {phrase} yang terpenuhi"


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Opening verbs and pieces of all example statements."""
    verbs: dict[str, None] = {}
    pieces: dict[str, None] = {}
    for source in content_of("label")["unit"].values():
        for one in content_of(source)["kinerja"]:
            verb, _, rest = one["uraian"].partition(" ")
            verbs[verb.capitalize()] = None
            pieces.update(dict.fromkeys(piece for piece in BREAK.split(rest) if len(piece) > 3))
    return tuple(verbs), tuple(pieces)
