"""What every command shares: the graph of its data folder, and one way to print and to fail.

In: settings from the environment. Out: a connected `Graph` (of the running server, or of one that is started for this
command and stopped after it), JSON on standard output, people's text on standard error.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from service import errors, server
from service.config import Settings, read_settings
from service.errors import Ambiguous, KinerjaError

if TYPE_CHECKING:
    from service.graph import Graph

people = Console()
"""Tables and trees for people."""
aside = Console(stderr=True)
"""Progress, warnings and errors: never mixed with what a script reads."""

HELPER_SECONDS = 5.0
"""How long the end waits for what runs beside; it takes a second or two, and only right after a start."""

as_json = click.option("--json", "machine", is_flag=True, help="Satu objek JSON di keluaran standar.")
"""The option that every command has."""


@contextmanager
def open_graph(settings: Settings | None = None, beside: Callable[[Graph], object] | None = None) -> Iterator[Graph]:
    """The graph of the data folder with its schema in place; raises ServerError or GraphUnavailable.

    `beside`: runs in a thread of its own from the moment the graph answers."""
    settings = settings or read_settings()
    with server.with_server(settings, server.Terminal()) as at:
        from service import schema  # only now: Java starts before the driver is read from the disk
        from service.graph import Graph

        graph = Graph.connect(at.uri, at.user, at.password, at.database)
        helper = threading.Thread(target=beside or _nothing, args=(graph,), daemon=True)
        helper.start()
        try:
            schema.ensure(graph)
            yield graph
        finally:
            helper.join(HELPER_SECONDS)  # else the driver complains of a connection that was closed under it
            graph.close()


def _nothing(_: Graph) -> None:
    """What runs beside most commands."""


def print_json(answer: Any) -> None:
    """Exactly one JSON object, UTF-8, whatever the terminal's own encoding is."""
    text = json.dumps(answer, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.flush()


def say(text: str, *, code: int = 0) -> int:
    """A line for people on standard error."""
    aside.print(text, markup=False, highlight=False)
    return code


def unexpected(fault: Exception) -> KinerjaError:
    """A fault of the program as one of ours; its traceback is kept in a file for whoever mends it."""
    with tempfile.NamedTemporaryFile("w", prefix="kinerja-", suffix=".log", delete=False, encoding="utf-8") as kept:
        kept.writelines(traceback.format_exception(fault))
    return KinerjaError(
        f"Kesalahan program ({type(fault).__name__}).",
        f"Rinciannya ada di {kept.name}; sampaikan berkas itu bersama perintah yang Anda pakai.",
    )


def report(fault: KinerjaError, *, as_json: bool) -> int:
    """Print a failure for its reader, and give its exit code."""
    if as_json:
        print_json({"galat": _as_object(fault)})
        return fault.exit_code
    aside.print(f"[bold red]{fault.title}.[/] ", end="")
    say(fault.message)
    for line in _details(fault):
        say(f"  {line}")
    if fault.hint:
        say(fault.hint)
    return fault.exit_code


def _as_object(fault: KinerjaError) -> dict[str, Any]:
    told: dict[str, Any] = {"judul": fault.title, "pesan": fault.message, "saran": fault.hint}
    if isinstance(fault, Ambiguous):
        told["calon"] = [{"id": key, "uraian": text} for key, text in fault.candidates]
    return told


def _details(fault: KinerjaError) -> list[str]:
    if isinstance(fault, Ambiguous):
        return [f"{key}  {text}" for key, text in fault.candidates]
    if isinstance(fault, errors.DocumentRefused):
        return [f"{i.tempat}: {i.pesan} {i.saran}" for i in fault.issues]
    if isinstance(fault, errors.Invalid):
        return [f"{name}: {why}" for name, why in fault.fields.items()]
    return []


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    return str(value)
