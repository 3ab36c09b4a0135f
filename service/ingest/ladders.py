"""The ladders of the graph start as a copy of `seeds/jenjang.csv`; from then on people keep them in the register.

In: an open writing transaction. Out: `Jenjang` nodes, if there were none. A kind of unit without rows of its own is
served by the general ones (`*` in the file, `umum` in the graph).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from service.bahasa.wording import slug
from service.graph import Tx
from service.jenjang import ANY_UNIT, read_ladders
from service.live import GENERAL


def ensure_ladders(tx: Tx) -> None:
    """Copy the ladders of the seeds into a graph that has none."""
    if not tx.run("load/ladders_known")[0]["jumlah"]:
        tx.run("load/write_ladders", jenjang=seeded())


def seeded() -> list[dict[str, Any]]:
    """`Jenjang` as property maps: kode `<kind of unit>-<step>`."""
    return [
        {**asdict(step), "alias": list(step.alias), "jenis_unit": kind, "kode": f"{slug(kind)}-{step.urut}"}
        for name, steps in read_ladders().items()
        for kind in (GENERAL if name == ANY_UNIT else name,)
        for step in steps
    ]
