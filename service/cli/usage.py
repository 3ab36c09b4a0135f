"""What was wrong with the words of a command, in Indonesian.

In: a usage error of click. Out: one sentence, and where to look the right words up.
"""

from __future__ import annotations

import click


def sentence(fault: click.UsageError) -> str:
    """The sentence for `fault`; click's own where it is of a kind that we do not know."""
    match fault:
        case click.NoSuchOption():
            return f"Opsi {fault.option_name} tidak dikenal.{_perhaps(fault.possibilities)}"
        case click.NoSuchCommand():
            return f"Perintah {fault.command_name} tidak dikenal.{_perhaps(fault.possibilities)}"
        case click.MissingParameter():
            return f"{_name(fault)} belum diisi."
        case click.BadParameter():
            return f"Nilai untuk {_name(fault)} tidak diterima: {fault.message}"
    return fault.format_message()


def remedy(fault: click.UsageError) -> str:
    """The command that shows the right words."""
    path = fault.ctx.command_path if fault.ctx else "kinerja"
    return f"Lihat caranya dengan `{path} --help`."


def _name(fault: click.BadParameter) -> str:
    if fault.param is None or fault.ctx is None:
        return "sebuah isian"
    return fault.param.opts[0] if isinstance(fault.param, click.Option) else fault.param.make_metavar(fault.ctx)


def _perhaps(possibilities: object) -> str:
    names = [str(name) for name in possibilities] if isinstance(possibilities, list | tuple) else []
    return f" Maksud Anda {' atau '.join(names)}?" if names else ""
