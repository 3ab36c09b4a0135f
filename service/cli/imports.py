"""`kinerja import FILE …`: what was read, what would change, and then the change itself.

In: a .txt, .docx or .xlsx, or several of them (`import_many`). Out: issues with place and remedy, the preview, and
after a question (or `--yes`, or when nobody sits at the terminal) the import, whole or not at all. `--dry-run` stops
before it and needs no database.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.markup import escape

from service import server
from service.cli import door
from service.cli.import_many import import_many
from service.cli.recorded import recorded
from service.config import Settings, read_settings
from service.errors import DocumentRefused, refusal
from service.graph import Graph
from service.ingest import importing
from service.ingest.importing import UNREADABLE
from service.ingest.read.limits import FILE_BYTES, check_bytes

REFUSED = DocumentRefused.exit_code
SIGN = {"error": "[bold red]salah[/]", "peringatan": "[yellow]periksa[/]", "info": "[blue]catatan[/]"}
SHOWN = 12
"""Issues of one code that are printed; the rest is counted."""


@click.command("import")
@click.argument("files", type=click.Path(path_type=Path), metavar="BERKAS...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Hanya tunjukkan; tidak ada yang ditulis.")
@click.option("--yes", is_flag=True, help="Terapkan tanpa bertanya.")
@click.option("--reason", default="", help="Alasan yang dicatat bersama impor.")
@door.as_json
def command(files: tuple[Path, ...], dry_run: bool, yes: bool, reason: str, machine: bool) -> None:
    """Impor dokumen cascading: periksa, pratinjau, lalu terapkan. Boleh beberapa berkas sekaligus."""
    settings = read_settings()
    if len(files) > 1:
        raise click.exceptions.Exit(_many(files, settings, dry_run=dry_run, yes=yes, reason=reason, machine=machine))
    file = files[0]
    data = _content(file, machine=machine)
    with _looking(settings) if dry_run else door.open_graph(settings) as graph:
        prepared = importing.prepare(data, file.name, graph, settings)
        _show(prepared, machine=machine)
        if prepared.refused:
            raise click.exceptions.Exit(REFUSED)
        if dry_run or graph is None or not (yes or machine or _agreed(prepared)):
            return
        with recorded(settings, "import", prepared.nama_berkas):
            result = importing.apply(prepared, graph, settings, alasan=reason, expected_urut=prepared.urut)
    door.say(str(result))


def _many(files: tuple[Path, ...], settings: Settings, *, dry_run: bool, yes: bool, reason: str, machine: bool) -> int:
    with _looking(settings) if dry_run else door.open_graph(settings) as graph:
        return import_many(
            *(files, lambda file: _content(file, machine=False), graph, settings),
            apply=not dry_run,
            ask=not (dry_run or yes or machine),
            reason=reason,
            machine=machine,
        )


def _content(file: Path, *, machine: bool) -> bytes:
    """The bytes of `file`; one that cannot be read, or is far too large to be tried, is refused here."""
    try:
        with file.open("rb") as opened:
            check_bytes(os.fstat(opened.fileno()).st_size)
            return opened.read(FILE_BYTES + 1)  # a device has no size and no end
    except OSError as fault:
        why = f"Berkas {file} tidak dapat dibaca: {refusal(fault)}."
        refused = DocumentRefused(why, "Periksa nama dan izin berkasnya. Tidak ada yang diubah.")
    except DocumentRefused as fault:
        refused = fault
    if machine:
        _print_refused(file, refused)
        raise click.exceptions.Exit(REFUSED)
    raise refused


def _print_refused(file: Path, refused: DocumentRefused) -> None:
    issue = {"kode": UNREADABLE, "keparahan": "error", "tempat": str(file)}
    told = issue | {"pesan": refused.message, "saran": refused.hint}
    nothing: dict[str, Any] = {"dokumen": {"unit": None, "tahun": None, "judul": None}, "kinerja": []}
    door.print_json({**nothing, "isu": [told], "ditolak": True})


@contextmanager
def _looking(settings: Settings) -> Iterator[Graph | None]:
    """The live graph if its server runs, else none: a dry run starts no database."""
    if not settings.external and server.status(settings).keadaan != "berjalan":
        yield None
        return
    with door.open_graph(settings) as graph:
        yield graph


def _show(prepared: importing.Prepared, *, machine: bool) -> None:
    if machine:
        door.print_json(importing.as_contract(prepared))
        return
    _show_issues(prepared)
    if prepared.refused:
        door.say("Dokumen ditolak. Tidak ada yang diubah.")
        return
    _show_preview(prepared)


def _show_issues(prepared: importing.Prepared) -> None:
    shown: Counter[str] = Counter()
    for issue in prepared.issues:
        shown[issue.kode] += 1
        if shown[issue.kode] <= SHOWN:
            told = f"{SIGN[issue.keparahan]} {escape(f'{issue.tempat}: {issue.pesan}')} [dim]{escape(issue.saran)}[/]"
            door.people.print(told, highlight=False)
    for code, count in shown.items():
        if count > SHOWN:
            door.people.print(f"… dan {count - SHOWN} lagi dengan kode {code}", highlight=False)


def _show_preview(prepared: importing.Prepared) -> None:
    preview, unit = prepared.preview, prepared.unit
    if unit and prepared.document:
        new = "" if unit.dikenal else " (belum ada di register)"
        door.people.print(f"\n[bold]{escape(unit.nama)}[/] {prepared.document.tahun}{new}", highlight=False)
    if prepared.duplicate_of:
        door.people.print("Berkas ini sudah termuat; tidak ada yang berubah.")
        return
    counts = {
        "baru": preview.baru,
        "berubah kalimat": preview.berubah_kalimat,
        "pindah induk": preview.pindah,
        "berubah tingkat": preview.berubah_tingkat,
        "hilang": preview.hilang,
        "kembali": preview.kembali,
    }
    for name, changes in counts.items():
        if changes:
            door.people.print(f"  {len(changes):4} {name}", highlight=False)
    door.people.print(f"  {preview.tetap:4} tetap", highlight=False)


def _agreed(prepared: importing.Prepared) -> bool:
    """Ask a person; a script that pipes a file in has decided already."""
    if prepared.duplicate_of or not sys.stdin.isatty():
        return True
    return click.confirm(f"Terapkan {prepared.preview.jumlah_kinerja} kinerja?", default=True, err=True)
