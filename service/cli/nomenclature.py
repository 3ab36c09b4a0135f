"""`kinerja nomenclature import|match`: the national nomenclature, and what the statements of a unit may be in it.

In: the spreadsheet that a Bappeda has; the kode of a unit. Out: what was read with the rows that were not understood,
what changed, after a question; the proposals of a unit. Accepting them is a decision, and stands on the unit's page.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from service.cli import door
from service.cli.recorded import recorded
from service.config import read_settings
from service.errors import DocumentRefused, refusal
from service.nomenclature import loading
from service.nomenclature.proposals import ProposalPage, proposals

SHOWN = 12
"""Rows that were not understood, and names that changed, that are printed; the rest is counted."""


@click.group("nomenclature")
def command() -> None:
    """Nomenklatur program, kegiatan, dan sub kegiatan: muat, dan cocokkan."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="BERKAS")
@click.option("--year", type=click.IntRange(1990, 2100), help="Tahun berlakunya daftar ini.")
@click.option("--dry-run", is_flag=True, help="Hanya tunjukkan; tidak ada yang ditulis.")
@click.option("--yes", is_flag=True, help="Terapkan tanpa bertanya.")
@door.as_json
def import_(file: Path, year: int | None, dry_run: bool, yes: bool, machine: bool) -> None:
    """Muat daftar nomenklatur (.xlsx atau .csv); daftar tahun berikutnya memperbarui."""
    data, settings = _content(file), read_settings()
    with door.open_graph(settings) as graph:
        prepared = loading.prepare(graph, data, file.name, year)
        if not machine:
            _show(prepared)
        if not dry_run and (yes or machine or _agreed(prepared)):
            with recorded(settings, "nomenclature import", file.name):
                prepared = loading.apply(graph, prepared)
            door.say(f"{len(prepared.baca.entri)} entri nomenklatur berlaku.")
    if machine:
        told = asdict(prepared)
        told["baca"].pop("entri")
        door.print_json({**told, "entri": len(prepared.baca.entri), "diterapkan": not dry_run})


@command.command("match")
@click.argument("unit", metavar="UNIT")
@click.option("--year", type=click.IntRange(1990, 2100), help="Tahun; tanpa ini: yang terbaru.")
@door.as_json
def match_(unit: str, year: int | None, machine: bool) -> None:
    """Usul nomenklatur untuk kinerja satu perangkat daerah (kode); tidak ada yang ditulis."""
    with door.open_graph() as graph:
        found = proposals(graph, unit, year)
    if machine:
        door.print_json(found)
        return
    if not found.entri:
        door.say("Nomenklatur belum dimuat. Mulai dengan: kinerja nomenclature import BERKAS")
        return
    door.people.print(_table(found))
    door.say(f"{found.usul} usul ({found.yakin} pasti) · {found.ada} sudah dicocokkan")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise DocumentRefused(
            f"Berkas {file} tidak dapat dibaca: {refusal(fault)}. Tidak ada yang diubah.", "Periksa namanya."
        ) from None


def _show(made: loading.Prepared) -> None:
    counts = ", ".join(f"{number} {kind}" for kind, number in made.jumlah.items())
    door.people.print(f"[bold]{escape(made.nama_berkas)}[/]: {counts}", highlight=False)
    for what, rows, total in (
        ("tidak terbaca", made.baca.tak_terbaca, made.baca.jumlah_tak_terbaca),
        ("kode kembar dengan nama lain", made.baca.kembar, made.baca.jumlah_kembar),
    ):
        for row in rows[:SHOWN]:
            told = escape(f"{row.tempat}: {row.teks} ({row.sebab})")
            door.people.print(f"[yellow]{what}[/] {told}", highlight=False)
        if total > SHOWN:
            door.people.print(f"… dan {total - SHOWN} lagi {what}", highlight=False)
    for one in made.berubah[:SHOWN]:
        door.people.print(escape(f"  {one.kode}: {one.sebelum} -> {one.sesudah}"), highlight=False)
    numbers = (made.baru, len(made.berubah), len(made.ditahan), made.hilang, len(made.usang), made.sama)
    names = ("baru", "berganti nama", "tetap bernama menurut orang", "hilang", "usang tetapi masih dipakai", "sama")
    door.say(" · ".join(f"{number} {name}" for number, name in zip(numbers, names, strict=True) if number))


def _agreed(made: loading.Prepared) -> bool:
    if not sys.stdin.isatty():
        return True
    return click.confirm(f"Muat {len(made.baca.entri)} entri?", default=True, err=True)


def _table(found: ProposalPage) -> Table:
    table = Table("kinerja", "kode", "nama", "mirip", "keterangan", title=Text(f"{found.unit.nama} {found.tahun}"))
    for row in found.baris:
        note = f"salah cabang: induknya {row.salah_cabang}" if row.salah_cabang else ""
        for known in row.ada:
            table.add_row(Text(row.kinerja.teks), known.kode, Text(known.nama), "", f"{known.asal} {note}".strip())
        if row.usul:
            name, alike = Text(row.usul.nama), f"{row.usul.kemiripan:.0%}"
            table.add_row(Text(row.kinerja.teks), row.usul.kode, name, alike, note or Text(row.usul.alasan))
        elif not row.ada:
            table.add_row(Text(row.kinerja.teks), "-", "", "", "")
    return table
