"""Trying a backup: it is restored into an empty graph on a server of its own, which is thrown away afterwards.

In: an archive, the settings. Out: how it was verified, in words, and whether it was to the end. Where no private
server can be started (no Java on a machine with an external one) the digest of every part is compared, and that is
said.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from service import schema, server
from service.backup.archive import opened
from service.backup.restoring import Told, restore
from service.config import Settings
from service.errors import KinerjaError, ServerError
from service.graph import Graph
from service.replay import export_log, replay
from service.server.state import Process
from service.store import open_store

SCRATCH = "uji"
"""Folder below the data folder for servers that are thrown away."""
WHOLE = "Dipulihkan ke basis data kosong: isinya sama sampai sidiknya."
PARTS = "Sidik setiap bagian cocok; pemulihan penuh tidak dicoba karena basis data penguji tidak dapat dijalankan."


@dataclass(frozen=True, slots=True)
class Trial:
    """How an archive was verified."""

    penuh: bool
    """Restored and compared; False: only its parts were compared."""
    pesan: str


def try_out(path: Path, settings: Settings, told: Told = lambda _: None) -> Trial:
    """Restore the archive at `path` on a scratch server; raises KinerjaError when it does not come back the same."""
    try:
        with scratch(settings) as (graph, own):
            told("Mencoba memulihkan cadangan di basis data penguji ...")
            store = open_store(own)
            try:
                restore(path, graph, store, own)
            finally:
                store.close()
            return Trial(True, WHOLE)
    except ServerError:
        with opened(path):
            return Trial(False, PARTS)


def replayed_hash(graph: Graph, settings: Settings, told: Told = lambda _: None) -> str:
    """Content hash of the log of `graph` played into an empty graph; raises ServerError without a scratch server."""
    log = export_log(graph)
    with scratch(settings) as (empty, _):
        told("Memutar ulang log keputusan di basis data penguji ...")
        replay(log, empty)
        return empty.content_hash()


@contextmanager
def scratch(settings: Settings) -> Iterator[tuple[Graph, Settings]]:
    """An empty graph on a private server in a folder that goes afterwards, and the settings of that folder."""
    sweep(settings)
    me = Process.me()
    folder = settings.data / SCRATCH / f"{me.pid}@{me.started}@{secrets.token_hex(4)}"
    own = _own(settings, folder)
    try:
        with server.with_server(own, train=False) as at:
            graph = Graph.connect(at.uri, at.user, at.password, at.database)
            try:
                schema.apply(graph)
                yield graph, own
            finally:
                graph.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(settings: Settings) -> int:
    """Stop the scratch servers of processes that were killed, and take their folders away; how many those were."""
    left = [folder for folder in (settings.data / SCRATCH).glob("*@*@*") if not _owned(folder)]
    for folder in left:
        with suppress(KinerjaError):
            server.stop(_own(settings, folder), force=True)
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _own(settings: Settings, folder: Path) -> Settings:
    return replace(settings, data=folder, neo4j_uri="", store_url="")


def _owned(folder: Path) -> bool:
    pid, started, _ = folder.name.split("@")
    return Process(int(pid), float(started)).alive


def same_or_fault(found: str, expected: str) -> None:
    """Raises KinerjaError when two content hashes differ."""
    if found != expected:
        raise KinerjaError(
            f"Log keputusan yang diputar ulang memberi isi lain ({found[:12]}, seharusnya {expected[:12]}). "
            "Graf yang dipulihkan tetap ada.",
            "Laporkan kejadian ini bersama berkas cadangannya.",
        )
