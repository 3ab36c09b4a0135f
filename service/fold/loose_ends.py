"""What no order of rows places, and what an order places oddly.

In: a `Tree` with the parents found so far. Out: the only possible parent where there is just one, else an issue and no
guess; an issue for several tops and for a link that skips a level.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.fold.tree import Tree
from service.model import Issue
from service.remarks import remark


def place_the_rest(tree: Tree, outcomes: Sequence[str]) -> None:
    """What no order places: the only kinerja of the level above, else an issue and no guess."""
    ranks = {id_: tree.rank(id_) for id_ in tree.rows}
    top = min((rank for rank in ranks.values() if rank), default=0)
    for id_, rank in ranks.items():
        if id_ in tree.links or id_ in outcomes or (rank == top and rank and not outcomes):
            continue
        above = max((other for other in ranks.values() if 0 < other < rank), default=0)
        candidates = [other for other, its in ranks.items() if above and its == above]
        if len(candidates) == 1 and id_ not in tree.alone:
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


def tell_gaps(tree: Tree) -> None:
    """A link that skips a level."""
    for cause, link in tree.links.items():
        below, above = tree.rank(cause), tree.rank(link.akibat)
        if link.asal == "urutan" and above and below - above > 1:
            row = tree.rows[cause][0]
            effect = tree.rows[link.akibat][0].uraian
            message = f'"{row.uraian}" langsung mendukung "{effect}", melewati {below - above - 1} tingkat.'
            tree.issues.append(remark("STR06", row.tempat, message, row.baris, cause))
