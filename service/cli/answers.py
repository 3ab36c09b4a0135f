"""An answer at the terminal: a table for people, or a file or a stream of CSV, JSON, XLSX for taking along.

In: the parts of an answer, a form, limits. Out: the answer where it was wanted; how much it was, and what was cut, on
standard error.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import click
from rich.table import Table
from rich.text import Text

from service.bahasa.numbers import in_digits
from service.cli import door
from service.console.statement import LARGEST, Limits
from service.errors import KinerjaError, refusal

if TYPE_CHECKING:
    from service.console.files import Answer
    from service.console.parts import Part

FORMS = ("table", "csv", "json", "xlsx")
ROOM = 12
"""Letters of a line that a column takes at least."""


def form_of(form: str | None, output: Path | None, *, machine: bool) -> str:
    """Which form is meant, by the options or by the ending of the file."""
    if machine:
        form = "json"
    ending = output.suffix[1:].lower() if output else ""
    found = form or (ending if ending in FORMS else "table")
    if found == "xlsx" and not output:
        raise click.UsageError("Buku kerja perlu nama berkas: tambahkan --output BERKAS.xlsx.")
    if found == "table" and output:
        raise click.UsageError(
            "Bentuk berkas tidak dikenal: akhiri dengan .csv, .json, atau .xlsx, atau pakai --format."
        )
    return found


def show(parts: Iterator[Part], form: str, output: Path | None, limits: Limits) -> None:
    """Print or write the answer. A file is there to its last row or not at all: half of one would look like a whole."""
    from service.console.files import Answer, written

    if form == "table":
        answer = Answer(parts)
        table = _table(answer)
        door.people.print(table)
    else:
        with _target(output) as target:
            answer = Answer(parts)
            written(answer, form, target)
    _say_end(answer, limits)


@contextmanager
def _target(output: Path | None) -> Iterator[IO[bytes]]:
    """A file beside `output` that takes its name at the end; for standard output one in between, since whoever reads a
    pipe slowly must not make the question late."""
    if output is None:
        with tempfile.TemporaryFile(prefix="kinerja-") as between:
            yield between
            between.seek(0)
            shutil.copyfileobj(between, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        return
    try:
        with tempfile.NamedTemporaryFile(dir=output.absolute().parent, prefix=".kinerja-", delete=False) as file:
            half = Path(file.name)
            try:
                yield cast(IO[bytes], file)
            except BaseException:
                half.unlink(missing_ok=True)
                raise
        half.chmod(0o644)
        half.replace(output)
    except OSError as fault:
        raise KinerjaError(f"{output} tidak dapat ditulis: {refusal(fault)}.", "Pilih tempat lain.") from None


def _table(answer: Answer) -> Table:
    """Where the window is too narrow for the columns, a block of lines for each row: an id that is cut is none."""
    names = answer.head.kolom
    if door.people.width < ROOM * len(names):
        lines = Table.grid(padding=(0, 2))
        for row in answer.rows():
            for name, cell in zip(names, row, strict=True):
                lines.add_row(Text(name, style="dim"), Text(_readable(cell)))
            lines.add_row("", "")
        return lines
    table = Table()
    for name in names:
        table.add_column(Text(name))
    for row in answer.rows():
        table.add_row(*(Text(_readable(cell)) for cell in row))
    return table


def _readable(cell: Any) -> str:
    from service.cells import as_text

    return "; ".join(map(as_text, cell)) if isinstance(cell, list) else as_text(cell)


def _say_end(answer: Answer, limits: Limits) -> None:
    """In one line how much it was, and what was cut."""
    from service.console import caps

    end, head = answer.end, answer.head
    door.say(f"{in_digits(end.baris)} baris · revisi {head.revisi} · {in_digits(round(end.ms))} ms")
    if end.terpotong == "baris":
        more = f"; --limit mengambil sampai {in_digits(LARGEST)}" if limits.baris < LARGEST else ""
        door.say(f"Dipotong pada {in_digits(limits.baris)} baris{more}.")
    elif end.terpotong:
        door.say(caps.cut(end.terpotong, limits))
    if end.sel_terpotong:
        door.say(caps.cells_cut(end.sel_terpotong, limits))
    for notice in head.pemberitahuan:
        door.say(" ".join(part for part in (notice["pesan"], notice["saran"]) if part))
