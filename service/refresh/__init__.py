"""Detected overlaps follow the graph: recomputed in the background whenever the revision moved.

    now         read, detect, write the edges that changed, remember the revision
    conditions  what the detector is given
    finding     the detector over every government and year; candidates: what it found, as edges
    undecided   which of the detected pairs may stand beside what people have said
    writing     the edges that go and come, some thousands a transaction
    child       a large regency is detected in a process of its own
    runner      watches the revision beside the pages
    preview     what a change of the glossary would move, before it is made

The edges are derived: no revision, no part of the content hash. `Meta` remembers the revision that they were detected
on, and every list tells it.
"""

from service.refresh.now import Refreshed, is_stale, refresh_now
from service.refresh.runner import Refresher

__all__ = ["Refreshed", "Refresher", "is_stale", "refresh_now"]
