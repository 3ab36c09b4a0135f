"""`kinerja reconcile DOCUMENT`: where the stages disagree on a level, and what is proposed."""

from __future__ import annotations

from typing import cast

import click
from rich.table import Table
from rich.text import Text

from service import browse, reconcile
from service.cli import door
from service.errors import NotFound
from service.graph import Graph


@click.command("reconcile")
@click.argument("document_or_unit", required=False, metavar="DOKUMEN|UNIT")
@click.option(
    "--show", type=click.Choice(["semua", "berbeda", "terbuka", "sama"]), default="berbeda", show_default=True
)
@door.as_json
def command(document_or_unit: str | None, show: str, machine: bool) -> None:
    """Tingkat yang disebut berbeda oleh tahap-tahap dokumen, dan usulnya."""
    with door.open_graph() as graph:
        document = _document(graph, document_or_unit)
        found = reconcile.grid(graph, document, cast(reconcile.Filter, show), per_page=1000)
    if machine:
        door.print_json(found)
        return
    door.people.print(_table(found))
    door.say(f"{found.berbeda} berbeda ({found.terbuka} belum diputuskan) · {found.sama} sama")


def _document(graph: Graph, given: str | None) -> str:
    """The document that was named, by its id or its unit's kode; the only one there is when none was named."""
    cards = [card for card in browse.units(graph, per_page=500).unit if card.dokumen]
    if given is None and len(real := [c for c in cards if not c.contoh]) == 1:
        return real[0].dokumen
    wanted = (given or "").casefold()
    fitting = [c.dokumen for c in cards if wanted in (c.dokumen, c.kode, c.nama.casefold())]
    if fitting:
        return fitting[0]
    known = ", ".join(c.dokumen for c in cards) or "belum ada dokumen"
    raise NotFound(f"Sebutkan dokumen yang ada, bukan {given!r}.", f"Yang ada: {known}.")


def _table(found: reconcile.Grid) -> Table:
    title = Text(f"{found.unit.nama} {found.tahun}")
    witnesses = [
        w.saksi.replace("Tahap ", "T").replace("Komponen", "komp.") for row in found.baris[:1] for w in row.saksi
    ]
    table = Table("", "kinerja", *witnesses, "usul", "putusan", title=title)
    for row in found.baris:
        levels = [Text(w.singkat or "-", style="" if w.setuju else "bold red") for w in row.saksi]
        decided = row.singkat if row.keputusan else "-"
        cells = (Text(row.kinerja.teks), *levels, Text(row.usul_singkat), Text(decided))
        table.add_row("!" if row.terbuka else "", *cells)
    return table
