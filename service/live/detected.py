"""What was detected about pairs, after a side has spoken or taken its word back: derived edges, as a recompute of all
overlaps would leave them.

In: the states of some pairs. Out: no MAY_CROSSCUT between the ends of a decided pair; one that says so where a side is
only unsure; and the one that stood there, as the log remembers it, where nothing is said any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from service.fold.pair_edges import EDGES, ends_of, evidence
from service.fold.pairs import PairState
from service.graph import Tx
from service.live.pairs import keys

TEXTS = ("pita", "alasan", "beda", "kutipan", "kelompok")


def show_detected(tx: Tx, pairs: Sequence[PairState]) -> None:
    """Make the derived edges of these pairs follow what was said."""
    decided = [one for one in pairs if one.status in EDGES]
    gone = {(one.a, one.b) for one in decided} | {ends_of(one) for one in decided}
    tx.run("crosscut/drop_detected", pasangan=[keys(*ends) for ends in sorted(gone)], ulang=True)
    tx.run("crosscut/write_detected", pasangan=[row for one in pairs if (row := wished_edge(one))])


def wished_edge(state: PairState) -> dict[str, Any] | None:
    """The derived edge that what was said asks for: of a pair of which a side is unsure, and of one that was detected
    before anybody spoke; None: none, or the detector's own."""
    found = found_before(state)
    if state.lepas or state.status in EDGES or (state.status == "terbuka" and not found):
        return None
    return {**keys(state.a, state.b), "isi": found, "ragu": state.status == "ragu"}


def found_before(state: PairState) -> Mapping[str, Any]:
    """Properties of the edge as the newest entry remembers it; empty: nothing was detected."""
    isi = evidence(state)
    if not isi:
        return {}
    told: dict[str, Any] = {name: isi[name] for name in TEXTS if name in isi}
    score = {"skor": float(isi["skor"])} if isi.get("skor") else {}
    return told | score | {"jenis": isi["usul"], "ukuran_sama": bool(isi.get("ukuran_sama"))}
