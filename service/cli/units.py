"""`kinerja units`: the units in the graph with their counts."""

from __future__ import annotations

import click
from rich.markup import escape
from rich.table import Table

from service import browse
from service.cli import door


@click.command("units")
@click.option("--order", default="nama", type=click.Choice(["nama", "kinerja", "konflik", "impor"]), help="Urutan.")
@door.as_json
def command(order: str, machine: bool) -> None:
    """Perangkat daerah yang ada, dengan jumlah kinerja dan yang perlu diputuskan."""
    with door.open_graph() as graph:
        found = browse.units(graph, order, per_page=500)
    if machine:
        door.print_json({"unit": found.unit, "total": found.paging.total})
        return
    if not found.unit:
        door.say("Belum ada perangkat daerah. Mulai dengan: kinerja import BERKAS")
        return
    door.people.print(_table(found))


def _table(found: browse.UnitList) -> Table:
    table = Table("perangkat daerah", "tahun", "kinerja", "indikator", "jabatan", "perlu diputuskan", "impor terakhir")
    for unit in found.unit:
        name = f"{unit.nama} (fiktif)" if unit.contoh else unit.nama
        numbers = (unit.kinerja, unit.indikator, unit.jabatan, unit.konflik)
        table.add_row(escape(name), str(unit.tahun or "-"), *map(str, numbers), unit.diimpor_pada[:10] or "-")
    return table
