"""`kinerja crosscuts matrix`: the matrix crosscutting of a unit or a whole government, shown or written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.table import Table

from service.cli import door
from service.cli.recorded import recorded
from service.config import read_settings
from service.crosscut.handover.handing import Handed, Whole, whole
from service.crosscut.handover.sheet import handed, unit_sheet
from service.crosscut.handover.tables import form, grid, numbers, sums
from service.crosscut.tables import as_csv
from service.crosscut.views.matrix import Asked
from service.errors import Invalid
from service.graph import Graph

ENDINGS = (".xlsx", ".docx", ".csv")


@dataclass(frozen=True)
class Written:
    """What was written."""

    berkas: str
    baris: int
    disepakati: int
    satu_pihak: int
    terdeteksi: int
    revisi: int


@click.command("matrix")
@click.option("--unit", default="", help="Kode perangkat daerah; tanpa ini seluruh pemerintah daerah.")
@click.option("--pemda", default="", help="Kode pemerintah daerah; tanpa ini milik sendiri dahulu.")
@click.option("--year", "tahun", type=click.IntRange(1990, 2100), help="Tahun; bila tidak disebut, yang terbaru.")
@click.option("--detected", is_flag=True, help="Muat juga yang baru terdeteksi.")
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), help="Berkas .xlsx, .docx, atau .csv.")
@door.as_json
def matrix_(unit: str, pemda: str, tahun: int | None, detected: bool, path: Path | None, machine: bool) -> None:
    """Matriks crosscutting: angka tiap perangkat daerah, atau berkas untuk rapat."""
    if path and path.suffix.lower() not in ENDINGS:
        raise Invalid(f"Berkas {path.name} tidak dapat ditulis.", f"Pilih nama yang berakhir {', '.join(ENDINGS)}.")
    settings = read_settings()
    with door.open_graph(settings) as graph:
        found = _read(graph, unit, pemda, tahun, detected)
    if path is None:
        _show(found, machine)
        return
    with recorded(settings, "crosscuts matrix", unit):
        made = _write(found, path)
    if machine:
        door.print_json(made)
        return
    door.say(f"{made.baris} baris ditulis ke {made.berkas}.")


def _read(graph: Graph, unit: str, pemda: str, tahun: int | None, detected: bool) -> Handed | Whole:
    moment = datetime.now().astimezone()
    if unit:
        return handed(unit_sheet(graph, unit, tahun), detected, moment)
    return whole(graph, Asked(pemda=pemda, tahun=tahun), detected, moment)


def _write(found: Handed | Whole, path: Path) -> Written:
    sheet = found.lembar if isinstance(found, Whole) else found
    try:
        path.write_bytes(_bytes(found, sheet, path.suffix.lower()))
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise Invalid(f"{path} tidak dapat ditulis ({why}).", "Pilih folder lain dengan -o.") from fault
    counts = {name: sum(row.status == name.replace("_", " ") for row in sheet.baris) for name in STATES}
    return Written(str(path), len(sheet.baris), **counts, revisi=sheet.revisi)


STATES = ("disepakati", "satu_pihak", "terdeteksi")


def _bytes(found: Handed | Whole, sheet: Handed, ending: str) -> bytes:
    """The libraries of the offices are loaded for the one that is asked for."""
    if ending == ".csv":
        return as_csv(form(sheet))
    if ending == ".docx":
        from service.crosscut.handover.word import as_document

        return as_document(sheet)
    from service.crosscut.table_book import as_book

    more = [grid(found.matriks), sums(found.matriks), numbers(found.matriks)] if isinstance(found, Whole) else []
    return as_book([form(sheet), *more], sheet.judul, sheet.kaki)


def _show(found: Handed | Whole, machine: bool) -> None:
    told = sums(found.matriks) if isinstance(found, Whole) else form(found)
    if machine:
        answer: Any = found.matriks if isinstance(found, Whole) else found
        door.print_json(answer)
        return
    if not told.baris:
        door.say(told.kosong)
        return
    shown = len(told.kepala) - (1 if isinstance(found, Whole) else 5)  # without ids: a terminal is narrow
    table = Table(*told.kepala[:shown], title=told.judul)
    for row in told.baris:
        table.add_row(*(escape(str(value)) for value in row[:shown]))
    door.people.print(table)
