"""A large regency is detected in a process of its own: pages do not wait for it, and its memory goes with it.

In and out: as `finding.find`. A small one is detected here, since starting a process would take longer.
"""

from __future__ import annotations

import signal
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, cast

from service.crosscut.glossary import Glossary
from service.errors import KinerjaError
from service.refresh.candidates import Body
from service.refresh.conditions import Gathered

if TYPE_CHECKING:
    from service.refresh.finding import Found

LARGE = 2_000
"""Kinerja from which on a process of its own pays: a second of computing."""


def find_in_child(read: Gathered, glossary: Glossary, known: tuple[Body, ...], least: float | None) -> Found:
    """What `find` returns; raises KinerjaError when the process was killed (memory)."""
    if read.kondisi < LARGE:
        return find_here(read, glossary, known, least)
    context = get_context("spawn")  # a fork would inherit the service's connections and locks
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(there, read, glossary, known, least), daemon=True)
    process.start()
    there.close()
    try:
        return cast("Found", here.recv())
    except EOFError:
        raise KinerjaError(
            "Pendeteksian crosscutting terhenti mendadak; daftar yang lama tetap berlaku.",
            "Periksa sisa memori komputer ini; pendeteksian dicoba lagi sendiri.",
        ) from None
    finally:
        here.close()
        process.join()


def find_here(read: Gathered, glossary: Glossary, known: tuple[Body, ...], least: float | None) -> Found:
    """`find` itself; the libraries that it needs take a third of a second to load, and a page should not wait."""
    from service.refresh.finding import find

    return find(read, glossary, known, least)


def _answer(
    there: Connection, read: Gathered, glossary: Glossary, known: tuple[Body, ...], least: float | None
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the service ends this one
    there.send(find_here(read, glossary, known, least))
