"""`kinerja restore FILE`: the same graph, store and originals in an empty place; also the way to a newer Neo4j."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from service import server
from service.backup.archive import opened
from service.backup.manifest import Manifest
from service.backup.restoring import Restored, restore
from service.backup.trying import replayed_hash, same_or_fault
from service.cli import door
from service.cli.recorded import recorded
from service.config import Settings, read_settings
from service.graph import Graph
from service.store import open_store


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path), metavar="BERKAS")
@click.option("--yes", is_flag=True, help="Pulihkan tanpa bertanya.")
@click.option("--verify", is_flag=True, help="Sesudahnya putar ulang log keputusan dan bandingkan isinya.")
@door.as_json
def command(file: Path, yes: bool, verify: bool, machine: bool) -> None:
    """Pulihkan cadangan ke folder data atau basis data luar yang kosong."""
    settings = read_settings()
    with opened(file) as archive:
        told = archive.manifest
    if not (yes or machine or _agreed(told, settings)):
        door.say("Tidak ada yang ditulis.")
        return
    with server.one_service(settings), server.with_server(settings, server.Terminal()) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        try:
            done = _restored(file, graph, settings, machine=machine)
            replayed = _replayed(graph, settings, done) if verify else None
        finally:
            graph.close()
    with recorded(settings, "restore", file.name) as one:  # in the log that came back with the archive
        one.revisi = done.manifest.revisi
    _show(done, replayed, settings, machine=machine)


def _restored(file: Path, graph: Graph, settings: Settings, *, machine: bool) -> Restored:
    store = open_store(settings)
    try:
        return restore(file, graph, store, settings, lambda text: None if machine else _say(text))
    finally:
        store.close()


def _replayed(graph: Graph, settings: Settings, done: Restored) -> str:
    found = replayed_hash(graph, settings, _say)
    same_or_fault(found, done.sidik_isi)
    return found


def _agreed(told: Manifest, settings: Settings) -> bool:
    counts = told.jumlah
    _say(f"Cadangan {told.pada}, program {told.program}, revisi {told.revisi}, isi {told.sidik_isi[:12]}:")
    _say(
        f"  {counts['unit']} perangkat daerah, {counts['dokumen']} dokumen, {counts['kinerja']} kinerja, "
        f"{counts['keputusan']} keputusan, {counts['berkas']} dokumen asli"
    )
    _say("  dengan akun dan catatan kegiatan" if told.skema_aplikasi else "  tanpa penyimpanan aplikasi")
    where = settings.neo4j_uri or settings.data
    return click.confirm(f"Pulihkan ke {where}?", default=True, err=True)


def _show(done: Restored, replayed: str | None, settings: Settings, *, machine: bool) -> None:
    if machine:
        answer: dict[str, Any] = {
            "revisi": done.manifest.revisi,
            "sidik_isi": done.sidik_isi,
            "aplikasi": done.aplikasi,
            "jumlah": dict(done.manifest.jumlah),
            "diputar_ulang": replayed,
        }
        door.print_json(answer)
        return
    _say(f"Dipulihkan: revisi {done.manifest.revisi}; isi graf sama dengan cadangannya ({done.sidik_isi[:12]}).")
    if replayed:
        _say("Log keputusan yang diputar ulang memberi isi yang sama.")
    if not done.aplikasi:
        _say("Akun dan catatan kegiatan tidak ikut: tidak ada di cadangan, atau KINERJA_STORE menunjuk tempat lain.")
    _say("Semua orang masuk lagi; undangan yang belum dipakai dibuat lagi dengan: kinerja people reset.")
    _say(f"Jalankan: kinerja run. Folder data: {settings.data}")


def _say(text: str) -> None:
    door.say(text)
