"""The help of a command in Indonesian: click writes its own words of it in English.

In: a command and the commands below it. Out: the same command; its `--help` says "Cara pakai", "Opsi", "wajib".
"""

from __future__ import annotations

from collections.abc import Iterable

import click

HEADINGS = {"Options": "Opsi", "Commands": "Perintah"}
WORDS = (
    ("[OPTIONS]", "[OPSI]"),
    ("[COMMAND] [ARGS]...", "[PERINTAH] [ISI]..."),
    ("COMMAND [ARGS]...", "PERINTAH [ISI]..."),
    ("INTEGER RANGE", "ANGKA"),
    ("INTEGER", "ANGKA"),
    ("TEXT", "TEKS"),
    ("PATH", "BERKAS"),
    ("[required]", "[wajib]"),
)
"""Click's words -> ours, in this order."""


def in_indonesian(command: click.Command) -> click.Command:
    """`command` and those below it, with `-h, --help` and its headings in Indonesian; doing it twice is harmless."""
    command.context_class = _Context
    if not any("--help" in param.opts for param in command.params):
        click.help_option("-h", "--help", help="Tampilkan bantuan ini.")(command)
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        in_indonesian(below)
    return command


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _said(args), prefix or "Cara pakai: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(_said(term), _said(text)) for term, text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


def _said(text: str) -> str:
    for theirs, ours in WORDS:
        text = text.replace(theirs, ours)
    return text
