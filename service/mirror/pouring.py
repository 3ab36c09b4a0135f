"""A slot filled by queries, for a graph whose files are not within reach: an external server.

In: the live graph, a slot. Out: a `Taken`. The content is read as lines as for a backup, with the detected overlaps
after it, and written into an empty store. Nobody waits for it: a graph that was written to meanwhile is read again.
"""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from service import schema
from service.backup.dump import Spool
from service.backup.refill import refill
from service.config import Settings
from service.graph import Graph, Rows, Tx, content_line
from service.log import now
from service.mirror import running
from service.mirror.content import Stand, stand_in
from service.mirror.copying import READ_SECONDS, Moved, Taken
from service.mirror.settling import settle
from service.server.conf import Folders
from service.server.disk import ROOM_FOR_STORE, disk_faults, writable_folder

DERIVED = ("mirror/derived_nodes", "mirror/derived_relationships")


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that stands in a graph."""

    stand: Stand
    spool: Spool
    turunan: tuple[str, ...]
    """Lines of what is derived, and in no backup."""
    silang: Rows
    """On what it was detected."""

    def lines(self) -> Iterator[str]:
        """As an archive has them."""
        yield from self.spool
        yield from self.turunan

    @property
    def sidik(self) -> str:
        """Content hash: the digest of the sorted lines."""
        digest = hashlib.sha256()
        for number, line in enumerate(self.spool):
            digest.update(("\n" if number else "").encode() + line.encode())
        return digest.hexdigest()


def pour(graph: Graph, settings: Settings, slot: Folders, flags: Sequence[str]) -> Taken:
    """The live graph in the slot, whose server must not run. Raises Moved."""
    began, told = time.time(), now()
    writable_folder(slot.root, ROOM_FOR_STORE)
    with disk_faults(slot.root), closing(Spool(slot.root)) as spool:
        whole = graph.reading(lambda tx: _read(tx, spool), READ_SECONDS)
        shutil.rmtree(slot.home / "data", ignore_errors=True)
        _write(whole, slot, settings, flags)
        settle(slot, settings, flags)
        return Taken(whole.stand, whole.sidik, told, began)


def _read(tx: Tx, spool: Spool) -> Whole:
    before = stand_in(tx)
    spool.fill(tx)
    derived = tuple(content_line(row) for name in DERIVED for row in tx.each(name))
    found = tx.run("crosscut/state")
    if stand_in(tx) != before:
        raise Moved
    return Whole(before, spool, derived, found)


def _write(whole: Whole, slot: Folders, settings: Settings, flags: Sequence[str]) -> None:
    with running.connected(slot, running.start(slot, settings, flags, writable=True)) as empty:
        schema.apply(empty)
        refill(empty, whole)
        empty.uncounted("backup/write_counter", revisi=whole.stand.revisi, kegiatan=[])
        if whole.silang[0]["dihitung"] is not None:
            told = {name: whole.silang[0][name] for name in ("sidik", "pada", "jumlah")}
            empty.uncounted("crosscut/set_state", revisi=whole.silang[0]["dihitung"], **told)
