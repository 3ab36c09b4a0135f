"""`kinerja crosscuts …`: overlaps between units, decided and taken to the meeting; one module per command below it."""

from __future__ import annotations

import click

from service.cli import door
from service.cli.crosscuts_decide import decide_, undo_
from service.cli.crosscuts_evaluate import evaluate_
from service.cli.crosscuts_glossary import glossary_
from service.cli.crosscuts_matrix import matrix_
from service.crosscut.lists.overlaps import BANDS, KINDS, PER_PAGE, SIDES, Wanted
from service.crosscut.lists.structural import STRUCTURES


@click.group("crosscuts", invoke_without_command=True)
@click.option("--unit", default="", help="Kode perangkat daerah: hanya pasangannya.")
@click.option("--status", "pihak", type=click.Choice(SIDES[1:]), help="Keadaan; tanpa ini semua kecuali ditolak.")
@click.option("--kind", "jenis", type=click.Choice((*KINDS[1:], *STRUCTURES)), help="Jenis, atau struktur.")
@click.option("--band", "pita", type=click.Choice(BANDS[1:]), help="Kekuatan usulan; tanpa ini kuat, tinjau.")
@click.option("--words", "q", default="", help="Kata dalam pernyataan atau objek yang sama.")
@click.option("--limit", default=PER_PAGE, show_default=True, type=click.IntRange(1, 20_000), help="Jumlah baris.")
@door.as_json
@click.pass_context
def command(ctx: click.Context, /, limit: int, machine: bool, jenis: str | None, **asked: str | None) -> None:
    """Crosscutting antar perangkat daerah: daftar, jawab, urungkan, matriks, ukur."""
    if ctx.invoked_subcommand is None:
        from service.cli.crosscuts_list import show

        wanted = Wanted(**{name: value or "" for name, value in asked.items()})  # type: ignore[arg-type]
        show(wanted, jenis or "", limit, machine=machine)


for _part in (decide_, undo_, matrix_, glossary_, evaluate_):
    command.add_command(_part)
