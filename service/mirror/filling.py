"""One slot brought to where the live graph stands now: filled, started, compared.

In: the live graph, a slot that nobody asks. Out: its running server and its `Content`; the content hash of the copy is
that of the live graph, or MirrorUnavailable says why there is none.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

from service.config import Settings
from service.errors import KinerjaError, MirrorUnavailable
from service.graph import Graph
from service.mirror import running
from service.mirror.content import Content, forget_content, write_content
from service.mirror.copying import READ_SECONDS, Moved, Taken, copy_store
from service.mirror.pouring import pour
from service.mirror.retiring import wait_and_end
from service.mirror.settling import settle, unsettled
from service.server.conf import Folders, folders
from service.server.disk import disk_faults
from service.server.state import State, read_state

TRIES = 3
PAUSE = 2.0
"""Seconds before the next try: Neo4j is writing to its files, or somebody to the graph."""
LAST_STATEMENT = 20.0

log = logging.getLogger(__name__)


def fill(graph: Graph, settings: Settings, slot: Folders, flags: Sequence[str]) -> tuple[State, Content]:
    """The server of the slot with a copy that was compared. Raises MirrorUnavailable; the slot is empty then."""
    try:
        with disk_faults(slot.root):
            slot.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            forget_content(slot)
            _empty(slot)
            return _filled(graph, settings, slot, flags)
    except MirrorUnavailable:
        raise
    except KinerjaError as fault:
        raise MirrorUnavailable(f"Cermin tidak dapat disiapkan. {fault.message}", fault.hint) from fault


def _empty(slot: Folders) -> None:
    """A mirror of some refills ago that somebody still asks is given the time of one statement."""
    state = read_state(slot)
    if state and state.ready:
        wait_and_end(slot, state, LAST_STATEMENT)
    running.stop(slot)


def _filled(graph: Graph, settings: Settings, slot: Folders, flags: Sequence[str]) -> tuple[State, Content]:
    for attempt in range(TRIES):
        try:
            taken = _taken(graph, settings, slot, flags)
        except Moved:
            time.sleep(PAUSE)
            continue
        if attempt or unsettled(slot):
            settle(slot, settings, flags)
        state = running.start(slot, settings, flags)
        if _same(state, slot, taken):
            content = Content(taken.stand, taken.sidik, taken.pada, taken.disalin)
            write_content(slot, content)
            return state, content
        running.stop(slot)
        log.warning("cermin: salinan revisi %s berbeda dari aslinya; disalin lagi", taken.stand.revisi)
    raise MirrorUnavailable(
        f"Cermin tidak dapat disiapkan: {TRIES} kali disalin, graf berubah terus atau salinannya berbeda.",
        "Coba lagi sebentar lagi, sesudah impor atau perubahan yang sedang berjalan selesai.",
    )


def _taken(graph: Graph, settings: Settings, slot: Folders, flags: Sequence[str]) -> Taken:
    """By its files, if the graph is the private server of this data folder; otherwise by queries."""
    if _is_own(graph, settings):
        return copy_store(graph, settings, slot)
    return pour(graph, settings, slot, flags)


def _is_own(graph: Graph, settings: Settings) -> bool:
    state = None if settings.external else read_state(folders(settings))
    return state is not None and graph.port() == state.port


def _same(state: State, slot: Folders, taken: Taken) -> bool:
    with running.connected(slot, state) as copy:
        return copy.content_hash(READ_SECONDS) == taken.sidik
