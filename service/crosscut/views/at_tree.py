"""Who works along at which box of a unit's tree.

In: an open read transaction, a unit and year, whether what was only detected counts too. Out: id of a kinerja -> its
partners, agreed ones first, each once by its strongest state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from service.boxes import CROSSING
from service.crosscut.lists.overlaps import AGREED, DETECTED, PROPOSED
from service.facts import CrossingStatus
from service.graph import Tx


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner of one kinerja."""

    nama: str
    luar: bool
    """No unit of the government."""
    status: CrossingStatus
    banyak: int
    """Pairs in this state."""


def read_partners(tx: Tx, kode: str, tahun: int, detected: bool) -> Mapping[str, tuple[Partner, ...]]:
    """Partners of every kinerja that has some."""
    wanted = [AGREED, PROPOSED, *([DETECTED] if detected else [])]
    found: dict[str, dict[str, Partner]] = defaultdict(dict)
    for row in tx.run("crosscut/at_tree", kode=kode, tahun=tahun, keadaan=wanted):
        one = Partner(row["nama"] or "", row["luar"], CROSSING[row["tipe"]], row["banyak"])
        found[row["id"]].setdefault(one.nama, one)
    return {key: tuple(partners.values()) for key, partners in found.items()}
