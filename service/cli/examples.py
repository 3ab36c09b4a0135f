"""`kinerja examples load|remove`: the fictional regency brought in, or taken away with all that was tried on it."""

from __future__ import annotations

import dataclasses

import click

from service import examples
from service.cli import door
from service.cli.recorded import recorded
from service.config import read_settings
from service.examples import Removal
from service.examples.documents import documents


@click.group("examples")
def command() -> None:
    """Kabupaten contoh yang fiktif: muat, atau buang."""


@command.command("load")
@door.as_json
def load(machine: bool) -> None:
    """Muat contoh yang belum ada."""
    settings = read_settings()
    loaded = []
    with door.open_graph(settings) as graph, recorded(settings, "examples load"):
        examples.ask(graph)
        for result in examples.load(graph, settings):
            loaded.append(result)
            if not machine:
                door.say(f"  {result}")
        there = examples.state(graph).dokumen
    if machine:
        door.print_json({"dimuat": [result.dokumen for result in loaded], "dokumen": there})
        return
    door.say(f"{len(loaded)} dokumen contoh dimuat; {there} dari {len(documents())} ada.")


@command.command("remove")
@click.option("--yes", is_flag=True, help="Buang tanpa bertanya.")
@door.as_json
def remove(yes: bool, machine: bool) -> None:
    """Buang semua contoh; tidak dapat diurungkan, tetapi dapat dimuat lagi."""
    settings = read_settings()
    with door.open_graph(settings) as graph:
        there = examples.removal(graph)
        if there.unit and not (yes or machine or _agreed(there)):
            door.say("Tidak ada yang dibuang.")
            return
        with recorded(settings, "examples remove"):
            done = examples.remove(graph, settings, there)
    if machine:
        door.print_json(dataclasses.asdict(done))
        return
    door.say(f"{len(done.unit)} perangkat daerah contoh dibuang. Dokumen lain tidak berubah.")


def _agreed(there: Removal) -> bool:
    door.say(f"{', '.join(there.pemda)}: {len(there.unit)} perangkat daerah, {len(there.dokumen)} dokumen, ")
    door.say(f"  {there.kinerja} kinerja, {there.keputusan} keputusan yang dicoba. Tidak dapat diurungkan.")
    return click.confirm("Buang contoh?", default=False, err=True)
