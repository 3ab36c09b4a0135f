"""Entries of the log about crosscutting pairs, tied to both ends: two kinerja, or a kinerja and a unit or a body.

In: entries that have their number, and the same as the graph will hold them. Out: their nodes, each with `ABOUT_PAIR`
to what it speaks of. A body outside all units is there from the first word about it on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from service.fold.pair_keys import ONLY_UNIT
from service.graph import Tx
from service.model import Decision


def write_pairs(tx: Tx, decisions: Sequence[Decision], entries: Sequence[Mapping[str, Any]]) -> set[str]:
    """Ids of those that were written: none whose end is not in the graph. `entries`: `decisions` as properties."""
    told = [(one, isi) for one, isi in zip(decisions, entries, strict=True) if one.jenis == "silang"]
    if not told:
        return set()
    bodies = {body["kode"]: body for one, _ in reversed(told) if (body := _body(one))}
    if bodies:
        tx.run("crosscut/keep_bodies", badan=list(bodies.values()))
    rows = [{**_ends(one), "isi": isi} for one, isi in told]
    return {row["id"] for row in tx.run("crosscut/append_pair", keputusan=rows)}


def node_keys(end: str) -> dict[str, str | None]:
    """What one end of a pair is found by: `kinerja` (id), `skpd` or `mitra` (kode); the other two are None."""
    label, _, kode = end.rpartition(":")
    return {"kinerja": None if label else end, "skpd": None, "mitra": None} | ({label: kode} if label else {})


def _body(one: Decision) -> dict[str, str] | None:
    kode = node_keys(one.isi["dengan"])["mitra"]
    return {"kode": kode, "nama": one.isi["nama_b"], "jenis": one.isi.get("badan", "")} if kode else None


def _ends(one: Decision) -> dict[str, str | None]:
    joined, keys = one.isi.get("gabung"), node_keys(one.isi["dengan"])
    return {
        **keys,
        "gabung": joined if joined and joined != ONLY_UNIT else None,
        "nama": one.isi["nama_b"] if keys["mitra"] else None,
    }
