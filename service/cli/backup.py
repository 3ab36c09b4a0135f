"""`kinerja backup`: the graph, the application store and the originals in one file, while the service runs on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from service.actor import acting_as
from service.backup.keeping import keep
from service.backup.making import usual_name
from service.backup.trying import WHOLE
from service.cli import door
from service.cli.recorded import AT_THE_TERMINAL
from service.config import read_settings
from service.errors import KinerjaError
from service.store import open_store
from service.store.backups import Record


@click.command("backup")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Berkas atau folder tujuan.")
@door.as_json
def command(output: Path | None, machine: bool) -> None:
    """Cadangkan graf, penyimpanan aplikasi, dan dokumen asli ke satu berkas, lalu coba memulihkannya."""
    settings = read_settings()
    path = _path(output or settings.backup_dir)
    with door.open_graph(settings) as graph:
        store = open_store(settings)
        try:
            with acting_as(AT_THE_TERMINAL):
                kept = keep(graph, store, settings, path, _silent if machine else _say)
        finally:
            store.close()
    if kept.keadaan != "selesai":
        raise KinerjaError(kept.pesan)
    if machine:
        door.print_json({name: getattr(kept, name) for name in Record.__slots__ if name != "id"})
        return
    door.say(f"Cadangan: {kept.berkas} ({-(-kept.ukuran // 1000)} kB), revisi {kept.revisi}, isi {kept.sidik_isi[:12]}")
    door.say(kept.pesan if kept.pesan == WHOLE else f"Perhatian: {kept.pesan}")
    door.say("Di dalamnya ada sidik kata sandi akun. Simpan di disk lain, di tempat yang hanya dibuka pengelola.")


def _path(wanted: Path) -> Path:
    """A folder gets a file of the usual name; a file that is there is not overwritten."""
    path = wanted / usual_name(datetime.now().astimezone()) if wanted.is_dir() or not wanted.suffix else wanted
    if path.exists():
        raise click.UsageError(f"Berkas {path} sudah ada; pilih nama lain.")
    return path


def _say(text: str) -> None:
    door.say(text)


def _silent(_: str) -> None:
    """For a machine."""
