"""`kinerja status`: the database, the data folder and what stands in the graph, without starting anything."""

from __future__ import annotations

from typing import Any

import click

from service import __version__, server
from service.cli import door
from service.config import Settings, read_settings
from service.graph import Graph
from service.mirror import Mirror, State
from service.store import FILE, open_store
from service.store.backups import records

ANSWERING = ("berjalan", "di luar")
"""States of the database in which it can be asked."""


@click.command("status")
@door.as_json
def command(machine: bool) -> None:
    """Keadaan layanan, basis data, dan isi graf."""
    settings = read_settings()
    at = server.status(settings)
    graph, mirror = _graph(settings) if at.keadaan in ANSWERING else (None, None)
    told = {
        "versi": __version__,
        "data": str(settings.data),
        "basis_data": at,
        "graf": graph,
        "cermin": mirror,
        "cadangan": _backup(settings),
    }
    if machine:
        door.print_json(told)
        return
    _show(told)


def _backup(settings: Settings) -> dict[str, Any] | None:
    """The last good backup that the store remembers; None: there is none. A store that is not there is not made."""
    if not (settings.store_url or (settings.data / FILE).exists()):
        return None
    store = open_store(settings)
    try:
        made = next((one for one in records(store) if one.keadaan == "selesai"), None)
    finally:
        store.close()
    if made is None:
        return None
    return {name: getattr(made, name) for name in ("pada", "berkas", "revisi", "sidik_isi", "diperiksa_pada")}


def _graph(settings: Settings) -> tuple[dict[str, Any], State]:
    """Revision, schema and numbers of the graph of a server that is already running, and how its mirror is doing."""
    with server.with_server(settings) as at:
        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        try:
            return graph.read("meta/counts")[0], Mirror(graph, settings).state()
        finally:
            graph.close()


def _show(told: dict[str, Any]) -> None:
    door.people.print(f"Kinerja Graph {told['versi']} · folder data {told['data']}", highlight=False)
    made = told["cadangan"]
    tried = "sudah dicoba" if made and made["diperiksa_pada"] else "belum dicoba penuh"
    last = f"{made['pada'][:16].replace('T', ' ')}, {tried}, revisi {made['revisi']}" if made else "belum ada"
    door.people.print(f"Cadangan terakhir: {last}", highlight=False)
    if told["graf"] is None:
        door.people.print("Basis data tidak berjalan. Mulai dengan: kinerja run", highlight=False)
        return
    graph = told["graf"]
    door.people.print(f"Basis data berjalan di {told['basis_data'].alamat or 'server luar'}", highlight=False)
    door.people.print(
        f"Revisi {graph['revisi']}: {graph['unit']} perangkat daerah, {graph['dokumen']} dokumen, "
        f"{graph['kinerja']} kinerja, {graph['hubungan']} hubungan, {graph['keputusan']} keputusan",
        highlight=False,
    )
    door.people.print(f"Cermin untuk konsol: {told['cermin']}", highlight=False)
