"""`kinerja passport ID|TEXT`: everything about a kinerja or an indicator with its evidence, and the hash of it."""

from __future__ import annotations

import click

from service import passport, trace
from service.cli import door
from service.errors import NotFound
from service.graph import Graph


@click.command("passport")
@click.argument("id_or_text", metavar="ID|TEKS")
@door.as_json
def command(id_or_text: str, machine: bool) -> None:
    """Paspor silsilah sebuah kinerja atau indikator."""
    with door.open_graph() as graph:
        made = _passport(graph, id_or_text)
    if machine:
        door.print_json(made)
        return
    _show(made)


def _passport(graph: Graph, id_or_text: str) -> passport.Passport:
    found = trace.find_one(graph, id_or_text)
    try:
        return passport.kinerja_passport(graph, found)
    except NotFound:
        return passport.indicator_passport(graph, found)


def _show(made: passport.Passport) -> None:
    body = made.isi
    door.people.print(f"Paspor {body.jenis} {body.id}", style="bold")
    head = f"{body.judul}\n{body.unit.nama} · {body.pemda} · {body.tahun}"
    door.people.print(head, highlight=False, markup=False)
    for way in body.naik:
        for path in way.jalur:
            steps = [f"{hop.kinerja.singkat} {hop.kinerja.uraian}" for hop in path.langkah]
            door.people.print("\n  agar ".join(steps), highlight=False, markup=False)
    door.people.print(
        f"{len(body.bukti)} baris sumber, {len(body.isu)} isu terbuka, revisi {made.revisi}", highlight=False
    )
    door.people.print(f"Sidik isi {made.sidik_isi}\nDibuat {made.dibuat_pada}", highlight=False)
