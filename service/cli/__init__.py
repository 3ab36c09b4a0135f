"""The command line: `kinerja`, one short module per subject.

In: words of a terminal. Out: tables and trees for people, exactly one JSON object on standard output with `--json`
(docs/commands.md), and an exit code that means something: 0 done, 1 failed, 2 refused, 4 no such thing, 5 more than
one, 64 wrong usage. Progress and warnings go to standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from service import __version__
from service.cli import door, help_words, usage
from service.errors import KinerjaError

USAGE = 64
"""sysexits' EX_USAGE: a script can tell a wrong option from a refused document (2)."""


SUBJECTS = {
    "run": "run",
    "import": "imports",
    "template": "template",
    "units": "units",
    "examples": "examples",
    "find": "find",
    "trace": "trace",
    "reconcile": "reconcile",
    "document": "documents",
    "nomenclature": "nomenclature",
    "crosscuts": "crosscuts",
    "passport": "passport",
    "export": "export",
    "query": "query",
    "questions": "questions",
    "schema": "schema",
    "neo4j": "neo4j",
    "status": "status",
    "people": "people",
    "backup": "backup",
    "restore": "restore",
}
"""Command -> the module of this package that holds it as `command`."""


class Commands(click.Group):
    """A group that loads a command when it is asked for, and ends every failure with a sentence or a JSON object."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(SUBJECTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Loaded only now: `kinerja status` should not wait for the web framework."""
        if cmd_name not in SUBJECTS:
            return None
        found: click.Command = import_module(f"service.cli.{SUBJECTS[cmd_name]}").command
        return help_words.in_indonesian(found)

    def main(self, args: Sequence[str] | None = None, **options: Any) -> Any:  # type: ignore[override]
        words = list(sys.argv[1:] if args is None else args)
        options["standalone_mode"] = False
        machine = "--json" in words
        try:
            code = super().main(words, **options)
        except click.UsageError as fault:
            code = _wrong_usage(fault, as_json=machine)
        except click.Abort:
            code = door.say("Dihentikan.", code=130)
        except KinerjaError as fault:
            code = door.report(fault, as_json=machine)
        except BrokenPipeError:
            code = 0  # the reader of a pipe (`| head`) has seen enough
        except Exception as fault:  # a fault of ours: told in a sentence, kept whole in a file
            code = door.report(door.unexpected(fault), as_json=machine)
        sys.exit(code if isinstance(code, int) else 0)


def _wrong_usage(fault: click.UsageError, *, as_json: bool) -> int:
    said, hint = usage.sentence(fault), usage.remedy(fault)
    if as_json:
        door.print_json({"galat": {"judul": "Perintah salah", "pesan": said, "saran": hint}})
    return door.say(f"{said} {hint}", code=USAGE)


@click.group("kinerja", cls=Commands)
@click.version_option(__version__, prog_name="kinerja", help="Tampilkan versi.")
def main() -> None:
    """Penjenjangan kinerja sebagai graf: impor dokumen, telusuri sampai outcome, putuskan, cetak."""


help_words.in_indonesian(main)
