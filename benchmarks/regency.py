"""A made-up regency of any size, in the words of the example regency; the same for the same seed.

In: a number of conditions. Out: `Condition`s of 28 dinas and 12 kecamatan in trees of 26. A statement is an opening
verb and one or two pieces of example statements; an indicator is a measure and a piece of its own statement, so that
words, concepts and repetitions are spread as in life.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache

from benchmarks.cascades import PER_UNIT, WIDTHS
from seeds.workbook import content_of
from service.crosscut.statement import Condition

SEED = 2023
DINAS, KECAMATAN = 28, 12
OWN = 40
"""Pieces that a unit has for its own affairs; one statement in ten is about anything at all."""
MEASURES = ("Jumlah", "Persentase", "Cakupan", "Indeks", "Rasio")
JOINS = ("di", "bagi", "melalui", "dan", "untuk")
BREAK = re.compile(r"\s+(?:di|bagi|melalui|dan|untuk|dengan|menurut|pada|oleh|dari|serta)\s+", re.IGNORECASE)


def regency(conditions: int) -> list[Condition]:
    """At least `conditions` of them, in trees of 26, dealt to the units in turn."""
    chance = random.Random(SEED)
    verbs, pieces = _words()
    trees = -(-conditions // PER_UNIT)
    return [one for tree in range(trees) for one in _tree(tree, chance, verbs, pieces)][:conditions]


def _tree(number: int, chance: random.Random, verbs: Sequence[str], pieces: Sequence[str]) -> Iterator[Condition]:
    place = number % (DINAS + KECAMATAN)
    kind, unit = ("dinas", f"D{place:02}") if place < DINAS else ("kecamatan", f"K{place:02}")
    favoured = random.Random(f"{SEED} {unit}").sample(pieces, OWN)
    above: list[str] = []
    for level, width in enumerate(WIDTHS):
        here = [f"{unit}-{number:04}-{level}{nth:02}" for nth in range(width)]
        for nth, id_ in enumerate(here):
            subject = chance.choice(favoured if chance.random() < 0.9 else pieces)
            further = f" {chance.choice(JOINS)} {chance.choice(favoured)}" if chance.random() < 0.5 else ""
            yield Condition(
                id=id_,
                unit=unit,
                jenis_unit=kind,
                pemda="Kabupaten Uji",
                tahun=SEED,
                uraian=f"{chance.choice(verbs)} {subject}{further}",
                indikator=(
                    f"{chance.choice(MEASURES)} {subject.casefold()} yang {chance.choice(favoured).casefold()}",
                ),
                induk=(above[nth % len(above)],) if above else (),
                tingkat=str(level),
            )
        above = here


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
