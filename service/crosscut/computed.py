"""On which revision overlaps were detected, for the line that every list carries.

In: an open read transaction and a scope. Out: a `Computed`: fresh or not, when, how many pairs no list shows and why.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from service.crosscut.lists.answers import Computed
from service.crosscut.scope import NOTHING, Scope
from service.graph import Graph, Tx


def computed(graph: Graph) -> Computed:
    """The same for all governments and years, without their counts."""
    return graph.reading(read_computed)


def read_computed(tx: Tx, scope: Scope = NOTHING) -> Computed:
    """What `Meta` remembers of the last detection."""
    row = tx.run("crosscut/state")[0]
    told: Mapping[str, Any] = json.loads(row["jumlah"] or "{}").get(f"{scope.pemda}/{scope.tahun}", {})
    return Computed(
        revisi=row["revisi"],
        dihitung=row["dihitung"],
        pada=row["pada"] or "",
        segar=row["dihitung"] == row["revisi"],
        tidak_diperingkat=told.get("gerbang", {}),
        kondisi=told.get("kondisi", 0),
    )
