"""Which kinerja each kinerja makes possible, as the document itself says.

In: the claims of each kinerja and the rank of its proposed level. Out: one `Link` from each kinerja up to its parent,
and an issue where there is none. Stage 3 decides by its order: a condition supports the nearest one above it of a
higher level, the first ones support the condition of their CSF, and that supports the outcome. Without a stage 3 the
order of stage 4 decides, else of stage 5. A parent that a row names itself wins over any order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from service.bahasa.wording import key
from service.fold.loose_ends import place_the_rest, tell_gaps
from service.fold.tree import Rank, Tree
from service.model import TEMPLATE, Claim
from service.remarks import remark


def find_parents(rows: Mapping[str, Sequence[Claim]], rank: Rank) -> Tree:
    """Parents of all kinerja of a document."""
    tree = Tree(rows, rank)
    outcomes = _outcomes(tree)
    conditions = [id_ for id_ in tree.of_kind("csf") if id_ not in outcomes]
    order = _order(tree)
    third = tree.in_stage(3)
    rows_down = [id_ for id_, _ in order]
    tops = outcomes if third else [*outcomes, *_further_tops(tree, rows_down, conditions, outcomes)]
    _under_outcome(tree, conditions, tops, rows_down)
    if third:
        _by_third(tree, third, conditions, outcomes)
    else:
        _by_order(tree, rows_down, [*outcomes, *conditions])
    _written(tree)
    place_the_rest(tree, outcomes)
    tell_gaps(tree)
    return tree


def _order(tree: Tree) -> Sequence[tuple[str, Claim]]:
    """Kinerja in the order that decides without a stage 3; that of a template only where none names a parent."""
    told = any(row.induk or row.induk_urutan for rows in tree.rows.values() for row in rows)
    stages = (4, 5) if told else (4, 5, TEMPLATE)
    return next((found for tahap in stages if (found := tree.in_stage(tahap))), [])


def _outcomes(tree: Tree) -> list[str]:
    """Outcomes of stage 1; without one, the only kinerja on the top of the order."""
    stated = tree.of_kind("outcome")
    if stated:
        return stated
    ranks = {id_: tree.rank(id_) for id_ in tree.rows if tree.rank(id_)}
    top = [id_ for id_, rank in ranks.items() if rank == min(ranks.values())]
    return top if len(top) == 1 else []


def _further_tops(
    tree: Tree, order: Sequence[str], conditions: Sequence[str], outcomes: Sequence[str]
) -> Iterable[str]:
    """Without a stage 3: kinerja on the outcome's level with the condition of a CSF right below them."""
    ranks = {tree.rank(id_) for id_ in outcomes} - {0}
    for id_, below in pairwise(order):
        if id_ not in outcomes and below in conditions and tree.rank(id_) in ranks:
            yield id_


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
            row = next(row for row in tree.rows[id_] if row.tahap in (4, 5, TEMPLATE) and row.jenis == "kinerja")
            why = "Kolom Induk kosong" if row.tahap == TEMPLATE else "Tanpa Tahap 3"
            tree.link(id_, stack[-1], f"{why}; urutan {row.tempat}.")
        if tree.rank(id_):
            stack.append(id_)


def _written(tree: Tree) -> None:
    """A parent that a row names by id, by code or by its words; one that this program printed is still of the order."""
    named = [(id_, row) for id_, rows in tree.rows.items() for row in rows if row.induk or row.induk_urutan]
    if not named:
        return
    find = _names(tree)
    for id_, row in named:
        for nth, name in enumerate(row.induk.split("\n") if row.induk else ()):
            effect = find(name)
            if not effect or effect == id_:
                fault = "adalah kinerja itu sendiri" if effect else "tidak ditemukan di dokumen ini"
                message = f'Induk "{name}" {fault}.'
                tree.issues.append(remark("STR01", row.tempat, message, row.baris, id_))
            elif nth:
                tree.link_further(id_, effect, f'Tertulis di {row.tempat}: induk lain "{name}".')
            elif row.induk_urutan:
                tree.link(id_, effect, f"Dari urutan baris, seperti yang tercetak di {row.tempat}.")
            else:
                tree.link(id_, effect, f'Tertulis di {row.tempat}: induk "{name}".', "tersurat")
        if not row.induk:
            tree.alone.add(id_)
            tree.links.pop(id_, None)


def _names(tree: Tree) -> Callable[[str], str | None]:
    """Whom an id, a code or a statement names."""
    rows = [(id_, row) for id_, rows in tree.rows.items() for row in rows]
    by_name = {key(row.uraian): id_ for id_, row in rows}
    by_code = {_code(row.kode): id_ for id_, row in rows if row.kode}
    ids = {id_: id_ for id_ in tree.rows} | {row.id_tertulis: id_ for id_, row in rows if row.id_tertulis}
    by_id = {name.casefold(): id_ for name, id_ in ids.items()}
    return lambda name: by_id.get(name.strip().casefold()) or by_code.get(_code(name)) or by_name.get(key(name))


def _code(text: str) -> str:
    return re.sub(r"[\s().]+$", "", text.strip(" (")).casefold()
