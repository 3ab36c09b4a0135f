"""A question asked of the console, with its row in the run log: the intent first, how it ended last.

In: the console, a statement, who acts, limits. Out: `Asked`, whose parts are those of the run; reading them to the end,
closing them, or a fault completes the row. One that is turned away at the door stands in the log too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from time import perf_counter

from service.actor import Actor, acting
from service.console.asking import Cancelled, Console, End, Head, Part
from service.console.faults import StatementFault
from service.console.statement import Limits, Statement
from service.console.walls import Refused
from service.errors import KinerjaError
from service.store import Store, runs
from service.store.runs import Ended

WENT_AWAY = "Yang bertanya pergi atau membatalkannya."
OWN_FAULT = "Kesalahan program ({})."


@dataclass(frozen=True)
class Asked:
    """A question that was let in."""

    jalan: str
    """Id of the run, for whoever wants to cancel it."""
    nomor: int
    """Its number in the run log."""
    parts: Iterator[Part]
    """Head, rows, end; to be read or closed by one thread."""


def ask(
    console: Console,
    store: Store,
    statement: Statement,
    limits: Limits,
    *,
    fresh: bool = False,
    actor: Actor | None = None,
) -> Asked:
    """Ask as `actor` (default: who acts). Raises Refused when it is turned away, ServerError when the log takes nothing
    more: then nothing is asked."""
    who = actor or acting()
    number = runs.begin(store, statement.teks, statement.parameter, who)
    try:
        run = console.start(statement, who.akun, limits, fresh=fresh)
    except BaseException as fault:
        runs.finish(store, number, _by(fault))
        raise
    return Asked(run.id, number, _told_to_log(store, number, run.parts()))


def _told_to_log(store: Store, number: int, parts: Iterator[Part]) -> Iterator[Part]:
    head: Head | None = None
    began = perf_counter()
    ended = Ended("dibatalkan", pesan=WENT_AWAY)  # unless something else is heard of it
    try:
        with closing(parts):  # type: ignore[type-var]  # a generator
            for part in parts:
                head = part if isinstance(part, Head) else head
                if isinstance(part, End):
                    ended = _at(part)
                yield part
    except GeneratorExit:
        raise
    except BaseException as fault:
        ended = _by(fault)
        raise
    finally:
        took = round((perf_counter() - began) * 1000, 1)
        runs.finish(store, number, replace(ended, ms=ended.ms or took, revisi=head.revisi if head else None))


def _at(end: End) -> Ended:
    return Ended("terpotong" if end.terpotong else "selesai", dinding=end.terpotong or "", ms=end.ms, baris=end.baris)


def _by(fault: BaseException) -> Ended:
    match fault:
        case Refused(salah=True):
            return Ended("salah", pesan=fault.message)
        case Refused():
            return Ended("ditolak", fault.dinding, pesan=fault.message)
        case StatementFault():
            return Ended("salah", pesan=fault.message)
        case Cancelled():
            return Ended("dibatalkan", pesan=fault.message)
        case KinerjaError():
            return Ended("gagal", pesan=fault.message)
    return Ended("gagal", pesan=OWN_FAULT.format(type(fault).__name__))
