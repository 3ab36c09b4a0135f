"""`kinerja query FILE|TEXT`: free Cypher that only reads, asked of the mirror through the walls of the console.

In: a file, a text or `-`, values of its parameters, a form. Out: a table, or CSV, JSON, XLSX; what was cut, and how
long it took, on standard error. Exit code 3: a wall turned it away or stopped it; 1: the statement is wrong. What the
text alone gives away is refused before any server is started.
"""

from __future__ import annotations

import json
import os
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from service.cli import door
from service.cli.answers import FORMS, form_of, show
from service.cli.ending import ended_in_order
from service.config import Settings, read_settings
from service.console.statement import LARGEST, Limits, Statement, limits_for
from service.errors import KinerjaError, refusal

if TYPE_CHECKING:
    from service.console.asking import Console
    from service.mirror import At, Mirror

LONGEST_FILE = 1_000_000
"""Bytes; the walls take much less, and say so in words."""


@click.command("query")
@click.argument("question", metavar="BERKAS|TEKS")
@click.option("--param", "params", metavar="NAMA=NILAI", multiple=True, help="Parameter: JSON, atau teks biasa.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="Bentuk jawaban; bawaan: table, atau akhiran --output."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Tulis ke berkas ini.")
@click.option(
    "--limit", default=Limits.baris, show_default=True, type=click.IntRange(1, LARGEST), help="Baris terbanyak."
)
@door.as_json
def command(
    question: str, params: tuple[str, ...], form: str | None, output: Path | None, limit: int, machine: bool
) -> int:
    """Jalankan Cypher yang hanya membaca, pada salinan graf (cermin)."""
    form = form_of(form, output, machine=machine)
    text, values = _text(question), dict(_pair(one) for one in params)
    try:
        with ended_in_order():
            _answered(Statement(text, values), limits_for(limit), form, output)
    except KinerjaError as fault:
        return _told(fault, as_json=form == "json")
    return 0


def _text(question: str) -> str:
    """The Cypher itself: of a file, of standard input (`-`), or as it stands."""
    try:
        if question == "-":
            return _decoded(sys.stdin.buffer)
        if Path(question).is_file():
            with Path(question).open("rb") as file:
                return _decoded(file)
    except UnicodeDecodeError:
        what = "Masukan standar" if question == "-" else f"Berkas {question}"
        raise click.UsageError(f"{what} bukan teks UTF-8.") from None
    except OSError as fault:  # of a text that is no path, or a file that may not be read
        if fault.filename and os.path.exists(question):
            raise click.UsageError(f"Berkas {question} tidak dapat dibaca: {refusal(fault)}.") from None
    if question.endswith((".cypher", ".cql")) and not any(letter.isspace() for letter in question):
        raise click.UsageError(f"Berkas {question} tidak ada.")
    return question


def _decoded(file: IO[bytes]) -> str:
    """Its beginning as text; a letter that the limit cuts in two is left out."""
    start = file.read(LONGEST_FILE)
    return getincrementaldecoder("utf-8-sig")().decode(start, final=len(start) < LONGEST_FILE)


def _pair(text: str) -> tuple[str, Any]:
    """`unit="BTM"`, `tahun=2022` and `daftar=[1, 2]` are JSON; what is not is a text."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise click.BadParameter(f"{text!r} bukan NAMA=NILAI.", param_hint="--param")
    try:
        return name.strip(), json.loads(value, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return name.strip(), value


def _no_number(word: str) -> float:
    raise ValueError(word)


def _answered(statement: Statement, limits: Limits, form: str, output: Path | None) -> None:
    """Written only when it is there to its last row: half an answer would look like a whole one."""
    from service.console.logged import ask
    from service.store import open_store

    settings = read_settings()
    with closing(open_store(settings)) as store, _console(settings) as console:
        from service.cli.recorded import AT_THE_TERMINAL

        parts = ask(console, store, statement, limits, fresh=True, actor=AT_THE_TERMINAL).parts
        show(parts, form, output, limits)


@contextmanager
def _console(settings: Settings) -> Iterator[Console]:
    """A console whose servers are started when something is really asked."""
    from service.console.asking import Console

    # The console first: what still burns on the mirror is ended before the mirror is left to others.
    with ExitStack() as opened, closing(Console(OnDemand(settings, opened))) as console:
        yield console


class OnDemand:
    """The mirror of the data folder, with the live graph behind it; both are started for the first question."""

    def __init__(self, settings: Settings, opened: ExitStack) -> None:
        self.settings, self.opened = settings, opened
        self.mirror: Mirror | None = None

    def at(self, *, fresh: bool = False) -> At:
        if self.mirror is None:
            from service.mirror import Mirror

            graph = self.opened.enter_context(door.open_graph(self.settings))
            self.mirror = Mirror(graph, self.settings)
            self.opened.enter_context(self.mirror.running())
            if self.mirror.state().keadaan != "siap":
                door.say("Menyiapkan cermin, salinan graf untuk pertanyaan bebas ...")
        return self.mirror.at(fresh=fresh)

    def kill(self, generasi: str) -> None:
        if self.mirror:
            self.mirror.kill(generasi)


def _told(fault: KinerjaError, *, as_json: bool) -> int:
    """As the contract has it; for people with the line that it is about."""
    from service.console.walls import Refused

    piece = getattr(fault, "potongan", None)
    if not as_json:
        code = door.report(fault, as_json=False)
        if piece:
            door.say(piece)
        return code
    refused = isinstance(fault, Refused) and not fault.salah
    told: dict[str, Any] = {"ditolak": refused}
    if isinstance(fault, Refused) and refused:
        told["dinding"] = fault.dinding
    places = {name: getattr(fault, name, None) for name in ("baris", "kolom")}
    door.print_json({**told, "pesan": fault.message, "saran": fault.hint, **places, "potongan": piece})
    return fault.exit_code
