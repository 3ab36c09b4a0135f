"""Making the same graph, store and originals from an archive, in an empty place.

In: an archive, a connected graph, the store, the settings. Out: a `Restored`; the content hash is that of the archive.
The archive is compared to its last byte before anything is written, and a place that holds anything is refused. While
it is being restored the graph says so: interrupted, it opens for nobody until the restore is repeated and finished.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from service import schema
from service.backup import gate, manifest
from service.backup.archive import Archive, opened
from service.backup.manifest import Manifest
from service.backup.refill import clear, refill
from service.config import Settings
from service.errors import BackupRefused, KinerjaError, refusal
from service.graph import Graph
from service.schema import HALF_RESTORED, RESTORER
from service.server.disk import disk_faults, write_whole
from service.store import Store
from service.store.backups import copy_from, in_use, known_version

Told = Callable[[str], None]

EMPTY_PLACE = "Pakai folder data yang baru (KINERJA_DATA) atau basis data luar yang kosong (NEO4J_URI), lalu ulangi."


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands there now."""

    manifest: Manifest
    sidik_isi: str
    """Content hash of the graph after it was written; equal to that of the archive."""
    aplikasi: bool
    """Whether the application store came along."""


def restore(path: Path, graph: Graph, store: Store, settings: Settings, told: Told = lambda _: None) -> Restored:
    """Restore the archive at `path`; raises BackupRefused, before anything is written, for an archive or a place that
    does not do."""
    with opened(path, told) as archive:
        again = _check_place(archive, graph, store, settings)
        schema.apply(graph)
        gate.close(graph, HALF_RESTORED, RESTORER, gate.FOR_EVER)
        if again:
            told("Pemulihan sebelumnya terputus; sisanya dibersihkan ...")
            clear(graph)
        told(f"Memulihkan {archive.manifest.jumlah['berkas']} dokumen asli ...")
        _originals(archive, settings)
        told(f"Memulihkan graf: {archive.manifest.jumlah['baris']} simpul dan hubungan ...")
        refill(graph, archive)
        digest = graph.content_hash()
        if digest != archive.manifest.sidik_isi:
            raise KinerjaError(
                f"Isi graf sesudah dipulihkan tidak sama dengan cadangannya ({digest[:12]}, seharusnya "
                f"{archive.manifest.sidik_isi[:12]}). Graf ini tidak dibuka.",
                "Ulangi pemulihan. Bila tetap begitu, laporkan bersama berkas cadangannya.",
            )
        known = _store(archive, store)
        _open(graph, archive.manifest)
        return Restored(archive.manifest, digest, known)


def _check_place(archive: Archive, graph: Graph, store: Store, settings: Settings) -> bool:
    """Whether an interrupted restore is repeated here; raises BackupRefused when the place is not empty."""
    tables = archive.manifest.skema_aplikasi
    if tables and not known_version(tables):
        raise BackupRefused(
            f"Penyimpanan aplikasi di cadangan ini dibuat program yang lebih baru ({archive.manifest.program}). "
            "Tidak ada yang ditulis.",
            "Perbarui program ini, lalu ulangi.",
        )
    again = bool(graph.read("backup/gate")[0]["oleh"] == RESTORER)
    found = []
    if not again and graph.read("replay/anything")[0]["ada"]:
        found.append("basis datanya berisi graf")
    if not again and settings.originals.is_dir() and any(settings.originals.iterdir()):
        found.append("folder datanya berisi dokumen asli")
    if not again and in_use(store):
        found.append("penyimpanan aplikasinya sudah dipakai")
    if found:
        raise BackupRefused(
            f"Cadangan hanya dipulihkan ke tempat yang kosong, dan {' dan '.join(found)}. Tidak ada yang ditulis.",
            EMPTY_PLACE,
        )
    return again


def _originals(archive: Archive, settings: Settings) -> None:
    with disk_faults(settings.data):
        settings.originals.mkdir(parents=True, exist_ok=True)
        for part in archive.manifest.originals:
            write_whole(settings.originals / part.nama.removeprefix(manifest.ORIGINALS), archive.read(part))


def _store(archive: Archive, store: Store) -> bool:
    """Put the store in place when the archive has one and this one is a file; whether that was done."""
    if not archive.manifest.skema_aplikasi or store.engine.dialect.name != "sqlite":
        return False
    try:
        with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
            archive.take_out(manifest.STORE, Path(folder) / manifest.STORE)
            copy_from(Path(folder) / manifest.STORE, store)
    except OSError as fault:
        raise KinerjaError(
            f"Penyimpanan aplikasi tidak dapat dipulihkan: {refusal(fault)}.", "Periksa ruang kosong, lalu ulangi."
        ) from fault
    return True


def _open(graph: Graph, made: Manifest) -> None:
    """Count on from where the archive was, migrate what an older program wrote, and let people in."""
    graph.uncounted("backup/write_counter", revisi=made.revisi, kegiatan=list(made.kegiatan))
    if made.skema < schema.VERSION:
        graph.uncounted("meta/set_schema_version", skema=made.skema, sidik="")
        schema.apply(graph)
