"""Where the stages of a document disagree: one row per kinerja, one column per witness, the proposal and its reason.

In: a document's id. Out: the grid of its current version, conflicts first, and the inferred parents that wait for
confirmation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from service.browse.units import paged, skipped
from service.errors import NotFound
from service.facts import UnitRef
from service.graph import Graph
from service.reconcile.answers import Filter, Grid, GridRow, WaitingParent, Witness
from service.reconcile.levels import grid_rows
from service.reconcile.parents import waiting_parents

__all__ = ["Filter", "Grid", "GridRow", "WaitingParent", "Witness", "grid"]

MAX_KINERJA = 3000
MAX_WAITING = 500

SHOWN: dict[Filter, Callable[[GridRow], bool]] = {
    "semua": lambda _row: True,
    "berbeda": lambda row: row.konflik,
    "terbuka": lambda row: row.terbuka,
    "sama": lambda row: not row.konflik,
}
"""Filter -> which rows it lets through."""


def grid(graph: Graph, dokumen_id: str, show: Filter = "semua", page: int = 1, per_page: int = 100) -> Grid:
    """The grid of a document's current version; raises NotFound."""
    found = graph.read("browse/grid", id=dokumen_id, batas=MAX_KINERJA)
    if not found:
        raise NotFound(f"Tidak ada dokumen {dokumen_id!r}.", "Buka dokumen lewat halaman perangkat daerahnya.")
    row = found[0]
    rows = grid_rows(row["simpul"], row["urut_dokumen"])
    shown = [one for one in rows if SHOWN[show](one)]
    paging = paged(page, per_page, len(shown))
    first = skipped(paging)
    waiting = waiting_parents(row["simpul"], row["urut_dokumen"])
    return Grid(
        dokumen=dokumen_id,
        unit=UnitRef(**row["unit"]),
        tahun=row["tahun"] or 0,
        versi=row["versi"] or 0,
        tingkat=_choices(row["simpul"], row["tangga"]),
        baris=tuple(shown[first : first + paging.per_halaman]),
        paging=paging,
        jumlah=len(rows),
        berbeda=sum(one.konflik for one in rows),
        terbuka=sum(one.terbuka for one in rows),
        sama=sum(not one.konflik for one in rows),
        menunggu=waiting[:MAX_WAITING],
        terpotong=len(waiting) > MAX_WAITING or len(rows) == MAX_KINERJA,
        versi_pohon=row["urut_pohon"],
        revisi=row["revisi"],
    )


def _choices(nodes: Sequence[dict[str, Any]], usual: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    """Levels that may be decided: those of this tree, then the usual ones of its kind of unit."""
    of_tree = sorted({(node["urut_tingkat"] or 0, node["tingkat"] or "") for node in nodes})
    own = sorted((urut, tingkat) for is_own, urut, tingkat in usual if is_own)
    general = sorted((urut, tingkat) for is_own, urut, tingkat in usual if not is_own)
    return tuple(dict.fromkeys(tingkat for _, tingkat in (*of_tree, *(own or general)) if tingkat))
