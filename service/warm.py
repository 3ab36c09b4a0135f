"""The questions of the first clicks, asked once at start, so that nobody waits for Neo4j to plan them.

In: a graph that has just begun to answer. Out: nothing; a new query text costs up to a second on a cold server and some
milliseconds from then on. Runs in a thread beside the start and only reads. Faults do not matter here: whoever asks the
same later is told.
"""

from __future__ import annotations

import time
from contextlib import suppress

from service.browse import kinerja_page, tree, unit_page, units
from service.crosscut.handover.sheet import unit_sheet
from service.crosscut.lists.overlaps import Wanted, overlaps
from service.crosscut.pair import pair_page
from service.crosscut.views.matrix import Asked, matrix
from service.errors import KinerjaError
from service.graph import Graph
from service.search import search
from service.trace import way_up

PAUSE = 3.0
"""Seconds between the question of the start page and the others: two cores plan one page faster than six."""


def warm(graph: Graph, pause: float = PAUSE) -> None:
    """Ask what the start page, a unit, a kinerja, its trace, the search, and the inbox, the matrix and the sheet of
    crosscutting ask, of the first unit there is."""
    with suppress(KinerjaError):
        cards = units(graph, per_page=1).unit
        time.sleep(pause)
        for card in cards:
            unit_page(graph, card.kode, card.tahun)
            search(graph, card.nama)
            for box in tree(graph, card.kode, card.tahun).simpul[-1:]:
                kinerja_page(graph, box.id)
                way_up(graph, box.id)
        for pair in overlaps(graph, Wanted(pihak="terdeteksi")).isi[:1]:
            pair_page(graph, pair.a.kunci, pair.b.kunci)
        for card in cards:
            matrix(graph, Asked())
            unit_sheet(graph, card.kode, card.tahun)
