"""What stands in the graph, for the page "tentang data ini": counts, origins of links, gaps, guidance, open issues."""

from __future__ import annotations

from service.browse.answers import About
from service.browse.units import read_units
from service.browse.versions import tips
from service.graph import Graph, Tx

UNITS_SHOWN = 200


def about(graph: Graph) -> About:
    """What stands in the graph."""
    return graph.reading(_about)


def _about(tx: Tx) -> About:
    row = tx.run("browse/about")[0]
    return About(
        jumlah=tuple((name, number) for name, number in row["jumlah"]),
        hubungan=tuple((name, number) for name, number in row["hubungan"]),
        asal_hubungan=tuple((name or "", number) for name, number in row["asal"]),
        unit=read_units(tx, "nama", 1, UNITS_SHOWN).unit,
        tidak_disebut=tuple((key, tuple(missing)) for key, missing in row["tidak_disebut"]),
        trik=tips(row["trik"]),
        isu=tuple((kode, total, still) for kode, total, still in row["isu"]),
        revisi=row["revisi"],
        skema=row["skema"],
    )
