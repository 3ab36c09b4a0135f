"""The edges of crosscutting pairs that people spoke about, made anew from the log.

In: ids of kinerja. Out: CROSSCUTS, PROPOSES_CROSSCUT and NOT_CROSSCUT at them that say exactly what the log says now; a
pair follows its ends to what they became, and has no edge while one of them is gone. Folding a unit ends here, and so
does every word about a pair, which folds nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from service import log
from service.fold.pair_edges import EDGES, PairEdge, edges
from service.fold.pair_keys import ONLY_UNIT, ordered
from service.fold.pair_said import End
from service.fold.pairs import PairState, states
from service.graph import Tx
from service.log_pairs import node_keys

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Around:
    """The pairs at some kinerja."""

    kinerja: frozenset[str]
    """Those that were asked for, and what they became: of these every pair is known."""
    pairs: tuple[PairState, ...]


def refold_pairs(tx: Tx, skpd: str, tahun: int) -> None:
    """All pairs of the kinerja of a unit and year, after they were written anew."""
    ends = [row["id"] for row in tx.run("crosscut/ends_of_unit", skpd=skpd, tahun=tahun)]
    if ends:
        here = pairs_around(tx, ends)
        write_pairs(tx, here)
        decided = [keys(*ordered(one.a, one.b)) for one in here.pairs if one.status in EDGES]
        tx.run("crosscut/drop_detected", pasangan=decided, ulang=False)
        tx.run("load/sweep_partners")  # a body that only one of these edges still held


def pairs_around(tx: Tx, ends: Collection[str]) -> Around:
    """Every pair that has one of these kinerja, or what it became, at an end or joined to it."""
    rows = tx.run("crosscut/entries_around", id=sorted(ends))
    here = Around(frozenset(ends).union(*(row["sekitar"] for row in rows)), states_of(rows))
    joined = {one.kunci: one.a for one in here.pairs if not here.kinerja & {one.a, one.b}}
    return _with_whole(tx, here, joined) if joined else here


def _with_whole(tx: Tx, here: Around, joined: Mapping[str, str]) -> Around:
    """With all that was said of the pairs (key -> an end) known only by the word of the side that joined one of these
    kinerja: half of what was said would show an agreed pair as a proposed one."""
    told = states_of(tx.run("crosscut/entries_around", id=sorted(set(joined.values()))))
    whole = [one for one in told if one.kunci in joined]
    return Around(here.kinerja, (*(one for one in here.pairs if one.kunci not in joined), *whole))


def pairs_and_joined(tx: Tx, ends: Collection[str]) -> Around:
    """The same, and the pairs at the kinerja that a side of them joined instead: there their edges are."""
    here = pairs_around(tx, ends)
    joined = {said.gabung for one in here.pairs for said in one.entri} - {"", ONLY_UNIT} - here.kinerja
    return pairs_around(tx, here.kinerja | joined) if joined else here


def states_of(rows: Iterable[Row]) -> tuple[PairState, ...]:
    """The states of the pairs that rows of a query about entries and their ends tell of."""
    known = list(rows)
    entries = [log.from_properties(row["keputusan"]) for row in known]
    return states(entries, {one["id"]: _end(one) for row in known for one in row["ujung"]})


def write_pairs(tx: Tx, here: Around) -> None:
    """The edges at the kinerja of `here`, and no others: of the others not every entry is known."""
    tx.run("crosscut/drop_decided", id=sorted(here.kinerja))
    found = [one for one in edges(here.pairs) if here.kinerja & {one.a, one.b}]
    tx.run("crosscut/write_decided", hubungan=[_row(one) for one in found])


def keys(a: str, b: str) -> dict[str, str | None]:
    """How the queries find the two ends of a pair: `a`, and one of `kinerja`, `skpd`, `mitra`."""
    return {"a": a, **node_keys(b)}


def _end(row: Row) -> End:
    return End(row["semula"], row["kini"] or "", row["unit"] or row["semula"], row["tahun"] or 0)


def _row(edge: PairEdge) -> dict[str, Any]:
    return {**keys(edge.a, edge.b), "jenis": edge.jenis, "isi": edge.isi}
