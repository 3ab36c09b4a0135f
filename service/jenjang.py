"""The ladder of levels that a kind of unit usually has, as seeded.

In: a kind of unit. Out: its `Step`s, top first, from `seeds/jenjang.csv`; a kind without rows of its own has those of
`umum`. The graph's `Jenjang` nodes start as a copy of this file and may be edited there; this stands in for them where
there is no graph.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from service.config import ROOT
from service.model import Step

SEED = ROOT / "seeds" / "jenjang.csv"
ANY_UNIT = "umum"


def ladder_for(jenis: str) -> tuple[Step, ...]:
    """Steps of a kind of unit, top first."""
    ladders = read_ladders()
    return ladders.get(jenis, ladders[ANY_UNIT])


@cache
def read_ladders(path: Path = SEED) -> dict[str, tuple[Step, ...]]:
    """Kind of unit -> steps, top first."""
    found: dict[str, list[Step]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["jenis_unit"]].append(_step(row))
    return {jenis: tuple(sorted(steps, key=lambda step: step.urut)) for jenis, steps in found.items()}


def step_of(level: str, steps: Sequence[Step]) -> Step | None:
    """Step of the usual ladder that a level names, by name or alias."""
    return next((step for step in steps if level == step.tingkat or level in step.alias), None)


def _step(row: dict[str, str]) -> Step:
    aliases = tuple(alias for alias in row["alias"].split("|") if alias)
    return Step(int(row["urut"]), row["tingkat"], aliases, row["komponen"], row["kelas_jabatan"])
