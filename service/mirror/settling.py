"""Indexes that the live server has only in its memory so far, written down in the copy.

Neo4j writes an index to its file at a checkpoint, a quarter of an hour after it was made or at a clean stop. In a copy
from before that the file is empty; a server that may write builds it anew, one that may not refuses to start. So such a
copy is started once as a writable one, and stopped in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from service.config import Settings
from service.mirror import running
from service.server.conf import Folders
from service.server.process import end

INDEXES = "data/databases/neo4j/schema/index/range-1.0"
CHECKPOINTS = "data/transactions/neo4j"
PAGE = 8192
"""Bytes. The second and the third page of an index file say where the tree begins."""
AWAIT = "CALL db.awaitIndexes(300)"
PATIENCE = 60.0
"""Seconds that a clean stop may take: everything is written to the disk."""


def unsettled(slot: Folders) -> bool:
    """Whether an index of the copy is younger than the last checkpoint, or was never written down."""
    last = max((file.stat().st_mtime for file in (slot.home / CHECKPOINTS).glob("checkpoint.*")), default=0.0)
    files = list((slot.home / INDEXES).glob("*/index-*"))
    return any(file.parent.stat().st_mtime >= last or _empty(file) for file in files)


def settle(slot: Folders, settings: Settings, flags: Sequence[str]) -> None:
    """Build the indexes of the copy; its server does not run afterwards."""
    state = running.start(slot, settings, flags, writable=True)
    with running.connected(slot, state) as graph:
        graph.command(AWAIT)
    end(state.server, PATIENCE)
    running.stop(slot)


def _empty(file: Path) -> bool:
    with file.open("rb") as opened:
        opened.seek(PAGE)
        return not any(opened.read(2 * PAGE))
