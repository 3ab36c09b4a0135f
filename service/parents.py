"""Which kinerja each kinerja makes possible, as the document itself says.

In: the claims of each kinerja, the rank of its proposed level, what the unit calls outcome and CSF. Out: one `Link` from
each kinerja up to its parent, and an issue where there is none. Stage 3 decides by its order: a condition supports the
nearest one above it of a higher level, the first ones support the condition of their CSF, and that supports the outcome.
Without a stage 3 the order of stage 4 decides, else of stage 5. A parent that a row names itself wins over any order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from service.bahasa.wording import key
from service.model import Claim, Issue, Origin
from service.remarks import remark

Rank = Callable[[str], int]
"""Id -> number of its proposed level, 1 on top; 0: its level is not known."""


@dataclass(frozen=True, slots=True)
class Link:
    """From a kinerja up to what it makes possible."""

    akibat: str
    asal: Origin
    alasan: str


@dataclass
class Tree:
    """Parents found so far."""

    rows: Mapping[str, Sequence[Claim]]
    rank: Rank
    links: dict[str, Link] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def of_kind(self, jenis: str) -> list[str]:
        return [id_ for id_, rows in self.rows.items() if any(row.jenis == jenis for row in rows)]

    def in_stage(self, tahap: int) -> list[tuple[str, Claim]]:
        """Kinerja of a stage in the order of its rows."""
        found = [
            (id_, row)
            for id_, rows in self.rows.items()
            for row in rows
            if row.tahap == tahap and row.jenis == "kinerja"
        ]
        first = {id_: row for id_, row in sorted(found, key=lambda pair: -pair[1].urutan)}
        return sorted(first.items(), key=lambda pair: pair[1].urutan)

    def link(self, cause: str, effect: str, reason: str, origin: Origin = "urutan") -> None:
        if cause != effect:
            self.links[cause] = Link(effect, origin, reason)


def find_parents(rows: Mapping[str, Sequence[Claim]], rank: Rank) -> Tree:
    """Parents of all kinerja of a document."""
    tree = Tree(rows, rank)
    outcomes = _outcomes(tree)
    conditions = [id_ for id_ in tree.of_kind("csf") if id_ not in outcomes]
    order = next((found for tahap in (4, 5) if (found := tree.in_stage(tahap))), [])
    _under_outcome(tree, conditions, outcomes, [id_ for id_, _ in order])
    third = tree.in_stage(3)
    if third:
        _by_third(tree, third, conditions, outcomes)
    else:
        _by_order(tree, [id_ for id_, _ in order], [*outcomes, *conditions])
    _written(tree)
    _unplaced(tree, outcomes)
    _gaps(tree)
    return tree


def _outcomes(tree: Tree) -> list[str]:
    """Outcomes of stage 1; without one, the only kinerja on the top of the order."""
    stated = tree.of_kind("outcome")
    if stated:
        return stated
    ranks = {id_: tree.rank(id_) for id_ in tree.rows if tree.rank(id_)}
    top = [id_ for id_, rank in ranks.items() if rank == min(ranks.values())]
    return top if len(top) == 1 else []


def _under_outcome(tree: Tree, conditions: Iterable[str], outcomes: Sequence[str], order: Sequence[str]) -> None:
    for condition in conditions:
        outcome = _outcome_above(condition, outcomes, order)
        if outcome:
            tree.link(condition, outcome, "Kondisi dari CSF (Tahap 2) mendukung outcome (Tahap 1).")


def _outcome_above(condition: str, outcomes: Sequence[str], order: Sequence[str]) -> str:
    """The one outcome; of several the last one above the condition in the order of rows."""
    if len(outcomes) <= 1:
        return outcomes[0] if outcomes else ""
    above = order[: order.index(condition)] if condition in order else []
    return next((id_ for id_ in reversed(above) if id_ in outcomes), "")


def _by_third(
    tree: Tree, third: Sequence[tuple[str, Claim]], conditions: Sequence[str], outcomes: Sequence[str]
) -> None:
    """A stack of the conditions that are open above the row, from its CSF down."""
    by_words = {key(row.uraian): id_ for id_ in [*outcomes, *conditions] for row in tree.rows[id_]}
    known = {*conditions, *outcomes}
    stack: list[str] = []
    csf = ""
    for id_, row in third:
        if row.csf and key(row.csf) != key(csf):
            csf, stack = row.csf, []
        _close(tree, stack, id_)
        if id_ not in known:
            _place(tree, id_, row, stack, by_words.get(key(csf), "") if csf else "", conditions, outcomes)
        if tree.rank(id_):
            stack.append(id_)


def _close(tree: Tree, stack: list[str], id_: str) -> None:
    rank = tree.rank(id_)
    while stack and rank and tree.rank(stack[-1]) >= rank:
        stack.pop()


def _place(
    tree: Tree, id_: str, row: Claim, stack: list[str], csf: str, conditions: Sequence[str], outcomes: Sequence[str]
) -> None:
    if not tree.rank(id_):
        return
    if stack:
        tree.link(id_, stack[-1], f"Urutan {row.tempat}: di bawah kondisi yang lebih tinggi tingkatnya.")
        return
    factor = csf or (conditions[0] if len(conditions) == 1 else "")
    if factor and factor != id_ and not 0 < tree.rank(id_) < tree.rank(factor):
        tree.link(id_, factor, f"Urutan {row.tempat}: kondisi pertama di bawah CSF-nya.")
    elif factor and len(outcomes) == 1:
        tree.link(id_, outcomes[0], f"Urutan {row.tempat}: setingkat dengan kondisi CSF, mendukung outcome.")


def _by_order(tree: Tree, order: Sequence[str], known: Sequence[str]) -> None:
    """Without a stage 3: the nearest row above of a higher level."""
    stack: list[str] = [id_ for id_ in known if id_ not in order and tree.rank(id_)]
    for id_ in order:
        _close(tree, stack, id_)
        if stack and tree.rank(id_) and id_ not in tree.links:
            place = next(row.tempat for row in tree.rows[id_] if row.tahap in (4, 5) and row.jenis == "kinerja")
            tree.link(id_, stack[-1], f"Tanpa Tahap 3; urutan {place}.")
        if tree.rank(id_):
            stack.append(id_)


def _written(tree: Tree) -> None:
    """A parent that a row names by code or by its words."""
    named = [(id_, row) for id_, rows in tree.rows.items() for row in rows if row.induk]
    if not named:
        return
    by_name = {key(row.uraian): id_ for id_, rows in tree.rows.items() for row in rows}
    by_code = {_code(row.kode): id_ for id_, rows in tree.rows.items() for row in rows if row.kode}
    for id_, row in named:
        effect = by_code.get(_code(row.induk)) or by_name.get(key(row.induk))
        if effect:
            tree.link(id_, effect, f'Tertulis di {row.tempat}: induk "{row.induk}".', "tersurat")
        else:
            tree.issues.append(
                remark("STR01", row.tempat, f'Induk "{row.induk}" tidak ditemukan di dokumen ini.', row.baris, id_)
            )


def _code(text: str) -> str:
    return re.sub(r"[\s().]+$", "", text.strip(" (")).casefold()


def _unplaced(tree: Tree, outcomes: Sequence[str]) -> None:
    """What no order places: the only kinerja of the level above, else an issue and no guess."""
    ranks = {id_: tree.rank(id_) for id_ in tree.rows}
    top = min((rank for rank in ranks.values() if rank), default=0)
    for id_, rank in ranks.items():
        if id_ in tree.links or id_ in outcomes or (rank == top and rank and not outcomes):
            continue
        above = max((other for other in ranks.values() if 0 < other < rank), default=0)
        candidates = [other for other, its in ranks.items() if above and its == above]
        if len(candidates) == 1:
            tree.link(
                id_, candidates[0], f"Satu-satunya kinerja setingkat di atasnya ({tree.rows[candidates[0]][0].tempat})."
            )
        else:
            tree.issues.append(_orphan(tree, id_))
    if len(outcomes) > 1 or (not outcomes and sum(1 for rank in ranks.values() if rank == top) > 1):
        tree.issues.append(_several_tops(tree, outcomes or [id_ for id_, rank in ranks.items() if rank == top]))


def _orphan(tree: Tree, id_: str) -> Issue:
    row = tree.rows[id_][0]
    why = "tingkatnya tidak disebut" if not tree.rank(id_) else "urutan barisnya tidak menunjukkan satu induk"
    return remark("STR01", row.tempat, f'Induk "{row.uraian}" tidak dapat disimpulkan: {why}.', row.baris, id_)


def _several_tops(tree: Tree, tops: Sequence[str]) -> Issue:
    rows = [tree.rows[id_][0] for id_ in tops]
    names = ", ".join(f'"{row.uraian}"' for row in rows)
    return remark(
        "STR03", rows[0].tempat, f"Ada {len(tops)} kinerja di puncak: {names}.", [n for row in rows for n in row.baris]
    )


def _gaps(tree: Tree) -> None:
    """A link that skips a level."""
    for cause, link in tree.links.items():
        below, above = tree.rank(cause), tree.rank(link.akibat)
        if link.asal == "urutan" and above and below - above > 1:
            row = tree.rows[cause][0]
            message = f'"{row.uraian}" langsung mendukung "{tree.rows[link.akibat][0].uraian}", melewati {below - above - 1} tingkat.'
            tree.issues.append(remark("STR06", row.tempat, message, row.baris, cause))
