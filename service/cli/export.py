"""`kinerja export UNIT`: the five-stage worksheet or the matrix of a unit and year as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from service.cli import door
from service.cli.recorded import recorded
from service.config import read_settings
from service.errors import Invalid
from service.lembar.gathered import Gathered, gather
from service.lembar.names import FORMS, file_name, written

OF_FORM = {"lembar": "lembar kerja lima tahap", "matriks": "matriks cascading"}


@dataclass(frozen=True)
class Exported:
    """What was written."""

    berkas: str
    unit: str
    tahun: int
    bentuk: str
    kinerja: int
    revisi: int


@click.command("export")
@click.argument("unit", metavar="UNIT")
@click.option("--year", "tahun", type=click.IntRange(1990, 2100), help="Tahun; bila tidak disebut, yang terbaru.")
@click.option("--form", "bentuk", type=click.Choice(sorted(OF_FORM)), default="lembar", help="lembar atau matriks.")
@click.option("--format", "akhiran", type=click.Choice(["xlsx", "docx"]), default="xlsx", help="xlsx atau docx.")
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), help="Berkas yang ditulis, atau foldernya.")
@door.as_json
def command(unit: str, tahun: int | None, bentuk: str, akhiran: str, path: Path | None, machine: bool) -> None:
    """Tulis lembar kerja lima tahap atau matriks cascading sebuah unit (UNIT: kodenya)."""
    if (bentuk, akhiran) not in FORMS:
        raise Invalid(f"{OF_FORM[bentuk].capitalize()} tidak ditulis sebagai .{akhiran}.", "Pilih --format xlsx.")
    settings = read_settings()
    with door.open_graph(settings) as graph:
        of = gather(graph, unit, tahun)
    with recorded(settings, "export", unit):
        made = _write(of, bentuk, akhiran, path)
    if machine:
        door.print_json(made)
        return
    said = f"{OF_FORM[bentuk].capitalize()} {made.unit} {made.tahun}: {made.kinerja} kinerja, ditulis ke {made.berkas}"
    door.people.print(said, highlight=False, markup=False)


def _write(of: Gathered, bentuk: str, akhiran: str, path: Path | None) -> Exported:
    form = FORMS[bentuk, akhiran]
    name = file_name(form, of.title)
    target = Path(name) if path is None else path / name if path.is_dir() else path
    data = written(form, of, datetime.now().astimezone())
    try:
        target.write_bytes(data)
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise Invalid(f"{target} tidak dapat ditulis ({why}).", "Pilih folder lain dengan -o.") from fault
    return Exported(str(target), of.title.unit, of.title.tahun, bentuk, len(of.nodes), of.title.revisi)
