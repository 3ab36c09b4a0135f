"""`kinerja crosscuts evaluate SET.json`: how well the detector does on a labelled set, through a graph of its own.

In: units with their conditions and labels, in one JSON file. The units are written into a scratch server the way an
import ends (never the live one), detected, and the ranking is read back from that graph. Out: the figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click
from rich.table import Table

from service.cli import door
from service.cli.ending import ended_in_order
from service.config import read_settings
from service.crosscut.detect.evaluate import Pair, figures, read_set
from service.crosscut.labelled import SetUnits, read_units
from service.crosscut.labelled_graph import write_units
from service.graph import Graph
from service.refresh import refresh_now
from service.server.scratch import scratch

EVERYTHING = 0.0
"""Weakest score that is written: a ranking is measured to its end."""

WORDS = {
    "ap_netral": "presisi rata-rata, netral (yang meragukan tidak dihitung)",
    "ap_ketat": "presisi rata-rata, ketat (yang meragukan dihitung salah)",
    "p50": "tepat di antara 50 teratas",
    "p100": "tepat di antara 100 teratas",
    "r10": "ditemukan di antara 10 teratas tiap kondisi",
    "blocking_recall": "pasangan benar yang masuk calon",
    "pairs_per_condition": "calon per kondisi",
}


@click.command("evaluate")
@click.argument("file", type=click.Path(path_type=Path), metavar="SET.json")
@door.as_json
def evaluate_(file: Path, machine: bool) -> None:
    """Ukur pendeteksi pada set berlabel, di basis data sementara; graf Anda tidak disentuh."""
    units, text = read_units(file)
    labelled = read_set(text)
    told = asdict(figures(labelled, ranking(units)))
    if machine:
        door.print_json(told)
        return
    table = Table("ukuran", "nilai", "artinya")
    for name, value in told.items():
        table.add_row(name, f"{value:.3f}".replace(".", ","), WORDS.get(name, ""))
    door.people.print(table)


def ranking(found: SetUnits) -> list[Pair]:
    """Every candidate as the graph gives them, best first."""
    with _scratch() as graph:
        door.say(f"Memuat {len(found.unit)} unit ke basis data sementara …")
        write_units(graph, found)
        done = refresh_now(graph, least=EVERYTHING)
        door.say(f"{done.calon} calon dari {done.kondisi} kondisi dalam {done.detik:.1f} detik.".replace(".", ",", 1))
        return [(row["a"], row["b"]) for row in graph.read("crosscut/ranking")]


@contextmanager
def _scratch() -> Iterator[Graph]:
    """An empty graph on a server of its own, gone afterwards, also when the command is told to end."""
    with ended_in_order(), scratch(read_settings()) as own, door.open_graph(own) as graph:
        yield graph
