"""The store of the running private server, copied into a slot while writers wait.

In: the live graph, its folders, a slot. Out: a `Taken`. Nobody commits meanwhile, but Neo4j may write what was
committed before from its memory to its files at any time. So the transaction logs come first (what they hold is applied
again at the start), and a copy during which any file changed is made again.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from service.config import Settings
from service.errors import MirrorUnavailable
from service.graph import Graph, Tx, digest_of_content
from service.log import now
from service.mirror.content import Stand, stand, stand_in
from service.server.conf import Folders, folders
from service.server.disk import ROOM_FOR_STORE, disk_faults, writable_folder

PARTS = ("transactions/neo4j", "databases/neo4j")
"""The database below a server's data folder, in the order in which it is copied. The database `system`, which holds the
password, and what belongs to the running process (locks, its id, its logs) stay where they are: a slot has its own."""
LOCKS = shutil.ignore_patterns("*lock*")
LOOKS = 3
"""How often a store in which something moves is copied before writers may go on."""
READ_SECONDS = 600.0
"""For the content hash of a very large graph."""
QUICK = 3.0
"""Seconds of reading for which writers may be held up as well."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A copy that is not yet compared."""

    stand: Stand
    sidik: str
    """Content hash of the live graph at the moment of the copy."""
    pada: str
    disalin: float


class Moved(Exception):
    """The graph was written to between its content hash and the copy; try again."""


def copy_store(graph: Graph, settings: Settings, slot: Folders) -> Taken:
    """The live store in the slot, whose server must not run. Raises Moved."""
    began, told = time.time(), now()
    before, digest, seconds = _hashed(graph)
    source, target = folders(settings).home / "data", slot.home / "data"
    _room(source, slot)

    def work(tx: Tx) -> tuple[Stand, str]:
        here = stand_in(tx)
        if here.revisi != before.revisi and seconds > QUICK:
            raise Moved
        _copy(source, target)
        return here, digest if here.revisi == before.revisi else digest_of_content(tx)

    with disk_faults(slot.root):
        here, same = graph.holding(work)
    return Taken(here, same, told, began)


def _hashed(graph: Graph) -> tuple[Stand, str, float]:
    """Where the graph stood when it began to be read, its content hash, and the seconds that took. Right if nobody
    wrote meanwhile, which the revision tells later."""
    began = time.perf_counter()
    here = stand(graph)
    return here, graph.content_hash(READ_SECONDS), time.perf_counter() - began


def _copy(source: Path, target: Path) -> None:
    for _ in range(LOOKS):
        seen = _files(source)
        for part in PARTS:
            shutil.rmtree(target / part, ignore_errors=True)
            try:
                shutil.copytree(source / part, target / part, ignore=LOCKS)
            except shutil.Error as several:  # a file that was there a moment ago
                _raise_for_disk(several)
        if _files(source) == seen:
            return
    raise Moved


def _raise_for_disk(several: shutil.Error) -> None:
    """copytree collects its faults as texts; a full disk is the one that trying again does not mend."""
    if "No space left" in str(several) or "Disk quota" in str(several):
        raise OSError(28, str(several)) from several


def _files(source: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of every file of the store."""
    paths = (path for part in PARTS for path in sorted((source / part).rglob("*")))
    return {path: (at.st_size, at.st_mtime_ns) for path in paths if path.is_file() for at in (path.stat(),)}


def _room(source: Path, slot: Folders) -> None:
    size = sum(size for size, _ in _files(source).values())
    if not (source / PARTS[1]).is_dir():
        raise MirrorUnavailable(f"Basis data di {source} tidak ditemukan.", "Jalankan: kinerja status.")
    writable_folder(slot.root, size + ROOM_FOR_STORE)
