"""Making an archive: the graph, the store and the originals, as of one moment.

In: a graph, the store, the settings, a path. Out: a `Made`, and the archive at the path, complete or not there at all.
The write gate is closed only while the graph is read and the store copied; packing goes on after it is open again,
since originals never change under their name.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from service import __version__, schema
from service.backup import manifest
from service.backup.archive import UNFINISHED, Writer, digest_of, made_by_living, unfinished, written
from service.backup.dump import Spool
from service.backup.gate import closed
from service.backup.manifest import FORMAT, Manifest, Part
from service.config import Settings
from service.errors import KinerjaError, refusal
from service.graph import Graph
from service.store import Store
from service.store.backups import copy_to, tables_version

WHY = "cadangan sedang dibuat"
"""What writers are told."""
READ_SECONDS = 3600.0
"""A million nodes and relationships take one minute."""
LINES = 2_000
"""Lines that are handed to the archive at once."""


@dataclass(frozen=True, slots=True)
class Made:
    """An archive that was made."""

    path: Path
    ukuran: int
    """Bytes."""
    sha256: str
    manifest: Manifest
    dijeda: float
    """Seconds for which writing was paused."""


def make(
    graph: Graph, store: Store, settings: Settings, path: Path, told: Callable[[str], None] = lambda _: None
) -> Made:
    """Write an archive of everything to `path`; raises KinerjaError, and leaves nothing behind, when it cannot."""
    path = path.absolute()
    folder_for(path)
    with _spool(path) as spool, _copy_beside(path) as copy:
        told("Membaca graf; penulisan dijeda ...")
        began = datetime.now().astimezone()
        with closed(graph, WHY) as revision:
            graph.reading(spool.fill, READ_SECONDS)
            about = graph.read("meta/counts")[0]
            marks = tuple(graph.read("meta/activity")[0]["kegiatan"])
            tables = _copied(store, copy)
            originals = _originals(settings)
        paused = (datetime.now().astimezone() - began).total_seconds()
        told("Mengemas; penulisan berjalan lagi ...")
        with written(path) as to:
            graph_part = to.put(manifest.GRAPH, _blocks(spool))
            if tables:
                to.put_file(manifest.STORE, copy)
            _put_originals(to, originals)
            counts = {name: about[name] for name in ("unit", "dokumen", "kinerja", "hubungan", "keputusan")}
            made = Manifest(
                format=FORMAT,
                program=__version__,
                pada=began.isoformat(timespec="seconds"),
                skema=about["skema"] or schema.VERSION,
                skema_aplikasi=tables,
                revisi=revision,
                sidik_isi=graph_part.sha256,
                kegiatan=marks,
                jumlah=counts | {"baris": spool.lines, "berkas": len(originals)},
                bagian=tuple(to.parts),
            )
            to.close(made)
    return Made(path, path.stat().st_size, digest_of(path), made, paused)


def usual_name(moment: datetime, prefix: str = "kinerja-") -> str:
    """`kinerja-20261124-020005.zip`: sorted by name is sorted by time."""
    return f"{prefix}{moment:%Y%m%d-%H%M%S}.zip"


def folder_for(path: Path) -> None:
    """The folder of the archive, without what a killed backup left in it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in path.parent.glob(f"{UNFINISHED}*"):
            if not made_by_living(left):
                left.unlink(missing_ok=True)
    except OSError as fault:
        raise KinerjaError(
            f"Cadangan tidak dapat ditulis ke {path.parent}: {refusal(fault)}. Tidak ada cadangan yang dibuat.",
            "Periksa ruang kosong dan izin tulis folder itu, atau pilih folder lain.",
        ) from fault


@contextmanager
def _spool(path: Path) -> Iterator[Spool]:
    """Room for the lines of the graph, on the disk that the archive goes to."""
    spool = Spool(path.parent)
    try:
        yield spool
    except OSError as fault:
        raise KinerjaError(
            f"Cadangan tidak dapat ditulis ke {path.parent}: {refusal(fault)}. Tidak ada cadangan yang dibuat.",
            "Periksa ruang kosong dan izin tulis folder itu, atau pilih folder lain.",
        ) from fault
    finally:
        spool.close()


@contextmanager
def _copy_beside(path: Path) -> Iterator[Path]:
    """Where the copy of the store lies until it is packed."""
    copy = unfinished(path, ".db")
    try:
        copy.unlink(missing_ok=True)
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def _copied(store: Store, copy: Path) -> str:
    """Revision of the tables in the copy that is at `copy` now; empty: the store is no SQLite file and stays out."""
    tables = tables_version(store)
    if tables:
        try:
            os.close(os.open(copy, os.O_WRONLY | os.O_CREAT, 0o600))
            copy_to(store, copy)
        except sqlite3.Error as fault:
            raise KinerjaError(
                f"Penyimpanan aplikasi tidak dapat disalin ({fault}). Tidak ada cadangan yang dibuat.",
                "Periksa ruang kosong folder cadangan, lalu ulangi.",
            ) from fault
    return tables


def _originals(settings: Settings) -> Sequence[Path]:
    """Every original; names that are none (a piece of a killed import) stay out."""
    found = settings.originals.iterdir() if settings.originals.is_dir() else ()
    return sorted(path for path in found if manifest.PART.fullmatch(manifest.ORIGINALS + path.name))


def _put_originals(to: Writer, originals: Sequence[Path]) -> None:
    for path in originals:
        part: Part = to.put_file(manifest.ORIGINALS + path.name, path)
        if part.sha256 != path.name:
            raise KinerjaError(
                f"Dokumen asli {path} rusak: isinya tidak lagi sama. Tidak ada cadangan yang dibuat.",
                "Pulihkan berkas itu dari cadangan sebelumnya, atau pindahkan ke luar folder, lalu ulangi.",
            )


def _blocks(spool: Spool) -> Iterator[bytes]:
    """The lines joined by line ends, without one at the very end: the digest of this is the content hash."""
    waiting: list[str] = []
    first = True
    for line in spool:
        waiting.append(line)
        if len(waiting) == LINES:
            yield _joined(waiting, first)
            waiting, first = [], False
    if waiting:
        yield _joined(waiting, first)


def _joined(lines: Sequence[str], first: bool) -> bytes:
    return ("" if first else "\n").encode() + "\n".join(lines).encode()
