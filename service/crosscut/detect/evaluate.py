"""How well the detector ranks, on any labelled set in the schema of the development set.

In: a set (units with their conditions, pairs that overlap, pairs that a careful reader could call either way) and what
was detected. Out: `Evaluation`, shares from 0 to 1. Only pairs between units count. Neutral: pairs that could be called
either way are taken out of the ranking; strict: they count as wrong. A set that breaks the schema raises `Invalid`.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from service.bahasa.bodies import unit_in
from service.crosscut.detect.gates import TERRITORY
from service.crosscut.statement import Condition, Detection
from service.errors import Invalid

Pair = tuple[str, str]
YEAR = 1
"""Sets have no year; all their conditions are of one."""
TOLD = 5
"""Unknown ids that are told; the rest is counted."""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A labelled set as the detector may see it, and its gold apart."""

    conditions: tuple[Condition, ...]
    units: Mapping[str, tuple[str, ...]]
    """Code -> name."""
    positive: frozenset[Pair]
    """Between units, the lesser id first."""
    grey: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of contract.md."""

    ap_netral: float
    ap_ketat: float
    p50: float
    p100: float
    r10: float
    """Of a condition's gold pairs the part among its ten best, over all conditions that have any."""
    blocking_recall: float
    """Part of the gold pairs that are among the candidates at all."""
    pairs_per_condition: float


def read_set(text: str) -> LabelledSet:
    """The set in a JSON text; `kode_nomenklatur` is read, the gold partners never."""
    try:
        written = json.loads(text)
        conditions = tuple(_condition(one, unit, written) for unit in written["unit"] for one in unit["kondisi"])
        owner = {one.id: one.unit for one in conditions}
        gold = [_pair(one) for one in written["positif"]]
        grey = {_pair(one) for one in written.get("abu_abu") or ()}
        units = {unit["kode"]: (unit["nama"],) for unit in written["unit"]}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Invalid(
            f"Berkas ini bukan set berlabel: {_missing(error)}. Tidak ada yang dihitung.",
            "Pakai JSON dengan unit, kondisi, positif, dan abu_abu; lihat docs/crosscut.md.",
        ) from error
    if strangers := sorted({end for pair in gold for end in pair} - owner.keys()):
        raise Invalid(
            f"Pasangan di positif menyebut id yang tidak ada di set: {', '.join(strangers[:TOLD])}"
            f"{f' dan {len(strangers) - TOLD} lagi' if len(strangers) > TOLD else ''}. Tidak ada yang dihitung.",
            "Tambahkan kondisinya, atau keluarkan pasangannya dari positif.",
        )
    positive = frozenset(pair for pair in gold if owner[pair[0]] != owner[pair[1]])
    return LabelledSet(conditions, units, positive, frozenset(grey))


def evaluate(labelled: LabelledSet, detected: Detection) -> Evaluation:
    """Figures of one detection over all conditions of the set, made with `least=0`."""
    return figures(labelled, ranking(detected))


def ranking(detected: Detection) -> list[Pair]:
    """The candidates by falling score, then by ids; each representative unfolded to all that it stands for."""
    stands = detected.wakil
    unfolded = {
        (min(pair), max(pair)): -one.skor
        for one in detected.candidates
        for pair in product(stands.get(one.a, (one.a,)), stands.get(one.b, (one.b,)))
    }
    return sorted(unfolded, key=lambda pair: (unfolded[pair], pair))


def figures(labelled: LabelledSet, ranked: Sequence[Pair]) -> Evaluation:
    """Figures of any ranking, the best pair first."""
    neutral = [pair for pair in ranked if pair not in labelled.grey]
    gold = labelled.positive
    return Evaluation(
        ap_netral=average_precision(neutral, gold),
        ap_ketat=average_precision(ranked, gold),
        p50=precision(neutral, gold, 50),
        p100=precision(neutral, gold, 100),
        r10=recall_of_each(neutral, gold, 10),
        blocking_recall=len(gold.intersection(ranked)) / max(len(gold), 1),
        pairs_per_condition=len(ranked) / max(len(labelled.conditions), 1),
    )


def average_precision(ranked: Iterable[Pair], gold: Collection[Pair]) -> float:
    """Mean precision at the ranks of the gold pairs; one that is not ranked counts 0."""
    found, total = 0, 0.0
    for rank, pair in enumerate(ranked, 1):
        if pair in gold:
            found += 1
            total += found / rank
    return total / max(len(gold), 1)


def precision(ranked: Sequence[Pair], gold: Collection[Pair], top: int) -> float:
    """Part of the first `top` that is gold."""
    return sum(pair in gold for pair in ranked[:top]) / top


def recall_of_each(ranked: Iterable[Pair], gold: Collection[Pair], top: int) -> float:
    """Mean, over the conditions with gold pairs, of the part found among each one's `top` best."""
    lists: dict[str, list[Pair]] = defaultdict(list)
    for pair in ranked:
        for end in pair:
            lists[end].append(pair)
    wanted = Counter(end for pair in gold for end in pair)
    parts = [sum(pair in gold for pair in lists[end][:top]) / number for end, number in wanted.items()]
    return sum(parts) / max(len(parts), 1)


def kind_of(jenis: str | None, name: str) -> str:
    """The kind of a unit; one of many territories is known by its name too, whatever the set calls its kind."""
    said = (jenis or "").casefold()
    named = unit_in(name)
    return named.jenis if named and named.jenis in TERRITORY and said not in TERRITORY else said


def _missing(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error.args[0]} tidak ada"
    return "bukan JSON" if isinstance(error, ValueError) else "susunannya lain"


def _condition(one: Mapping[str, Any], unit: Mapping[str, Any], whole: Mapping[str, Any]) -> Condition:
    return Condition(
        id=one["id"],
        unit=unit["kode"],
        jenis_unit=kind_of(unit.get("jenis"), unit["nama"]),
        pemda=whole.get("nama") or "",
        tahun=YEAR,
        uraian=one["kondisi"],
        indikator=tuple(one.get("indikator") or ()),
        induk=(one["induk"],) if one.get("induk") else (),
        tingkat=one.get("jenjang") or "",
        kode=one.get("kode_nomenklatur") or "",
    )


def _pair(one: Mapping[str, str]) -> Pair:
    return min(one["a"], one["b"]), max(one["a"], one["b"])
