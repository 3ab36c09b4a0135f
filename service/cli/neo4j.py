"""`kinerja neo4j start|stop|status`: the private database of the data folder, by hand."""

from __future__ import annotations

from dataclasses import asdict

import click

from service import server
from service.cli import door
from service.config import Settings, read_settings
from service.errors import Invalid

WORDS = {True: "ya", False: "tidak", None: "-"}


@click.group("neo4j")
def command() -> None:
    """Basis data Neo4j milik folder data ini."""


@command.command("start")
@door.as_json
def start_(machine: bool) -> None:
    """Mulai basis data dan biarkan berjalan."""
    settings = _own()
    server.start(settings, server.Terminal())
    _show(server.status(settings), machine)


@command.command("stop")
@click.option("--force", is_flag=True, help="Hentikan walau masih dipakai.")
@door.as_json
def stop_(force: bool, machine: bool) -> None:
    """Hentikan basis data."""
    settings = _own()
    stopped = server.stop(settings, force=force)
    if machine:
        _show(server.status(settings), machine)
    else:
        door.say("Basis data dihentikan." if stopped else "Basis data memang tidak berjalan.")


@command.command("status")
@door.as_json
def status_(machine: bool) -> None:
    """Tampilkan keadaan basis data."""
    _show(server.status(read_settings()), machine)


def _own() -> Settings:
    """Settings of a private server; an external one is not ours to start or stop."""
    settings = read_settings()
    if settings.external:
        raise Invalid(
            f"NEO4J_URI menunjuk {settings.neo4j_uri}; basis data itu tidak dijalankan oleh kinerja.",
            "Hapus NEO4J_URI untuk memakai basis data milik folder data.",
        )
    return settings


def _show(status: server.Status, machine: bool) -> None:
    if machine:
        door.print_json(asdict(status))
        return
    for name, value in asdict(status).items():
        door.people.print(f"{name:<9} {_word(name, value)}", highlight=False, markup=False, soft_wrap=True)


def _word(name: str, value: object) -> str:
    if name == "memori" and isinstance(value, int):
        return f"{value / 1024 / 1024:.0f} MB"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return WORDS[value] if value is None or isinstance(value, bool) else str(value)
