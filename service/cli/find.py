"""`kinerja find TEXT`: kinerja, indicators, positions and units that fit some words."""

from __future__ import annotations

import click
from rich.text import Text

from service import search
from service.cli import door
from service.errors import NotFound


@click.command("find")
@click.argument("text", metavar="TEKS")
@click.option("--limit", default=search.MAX_HITS, show_default=True, type=click.IntRange(1, 100))
@door.as_json
def command(text: str, limit: int, machine: bool) -> None:
    """Cari kinerja, indikator, jabatan, atau perangkat daerah."""
    with door.open_graph() as graph:
        found = search.search(graph, text, limit)
    if machine:
        door.print_json(found)
        return
    if not found.jumlah and not found.lama:
        raise NotFound(f"Tidak ada yang cocok dengan {text!r}.", "Coba kata lain atau sebagian kata saja.")
    _show(found)


def _show(found: search.Found) -> None:
    if found.lama:
        door.say(f"{found.lama.id} sudah tidak berlaku: {found.lama.uraian}")
        for new_id, statement in found.lama.menjadi:
            door.say(f"  menjadi {new_id}  {statement}")
    for group in found.kelompok:
        door.people.print(f"[bold]{group.judul}[/]" + (" (sebagian)" if group.terpotong else ""))
        for hit in group.hasil:
            door.people.print(_line(hit))


def _line(hit: search.Hit) -> Text:
    line = Text(f"  {hit.id}  ")
    if hit.singkat:
        line.append(f"{hit.singkat} ", style="bold")
    statement = Text(hit.teks)
    for start, end in hit.cocok:
        statement.stylize("underline", start, end)
    line.append_text(statement)
    line.append(f"  {hit.unit.nama}" if hit.unit else "", style="dim")
    return line.append("  contoh fiktif" if hit.contoh else "", style="yellow")
