"""`kinerja schema`: apply the constraints and indexes of `graph/schema.cypher`, and show what stands."""

from __future__ import annotations

import click
from rich.table import Table

from service import schema
from service.cli import door


@click.command("schema")
@door.as_json
def command(machine: bool) -> None:
    """Pasang kunci dan indeks graf, lalu tampilkan."""
    with door.open_graph() as graph:
        found = schema.show(graph)
    if machine:
        door.print_json({"skema": schema.VERSION, "isi": found})
        return
    table = Table("jenis", "label", "sifat", "keadaan", title=f"Skema versi {schema.VERSION}")
    for item in found:
        table.add_row(item.jenis, ", ".join(item.label), ", ".join(item.sifat), item.keadaan)
    door.people.print(table)
