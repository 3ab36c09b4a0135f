"""What a question that was not answered is told with, beside its sentence: the wall, the place, the line with a caret.

In: any fault of the console. Out: the `galat` of a stream, and the same members in problem details.
"""

from __future__ import annotations

import logging
from typing import Any

from service.console.faults import StatementFault
from service.console.walls import Refused
from service.errors import Invalid, KinerjaError
from service.web.problem_words import WORDS

log = logging.getLogger(__name__)

FULL, OFTEN = "slot", "laju"
"""Walls that let the same question through a little later."""
LATER = {FULL: (503, 5), OFTEN: (429, 5)}
"""Wall -> status and seconds for Retry-After."""


def told(fault: Exception) -> dict[str, Any]:
    """The `galat` of a stream; a fault of ours is logged whole and told in a sentence."""
    if not isinstance(fault, KinerjaError):
        log.error("console: %s", fault, exc_info=fault)
        return _galat(*WORDS[500][1:], members(fault))
    return _galat(fault.message, fault.hint, members(fault)) | _fields(fault)


def members(fault: Exception) -> dict[str, Any]:
    """Which wall, and where in the text; for what is neither refused nor wrong, all empty."""
    refused, wrong = isinstance(fault, Refused), isinstance(fault, StatementFault)
    return {
        "ditolak": isinstance(fault, Refused) and not fault.salah,
        "dinding": fault.dinding if isinstance(fault, Refused) and not fault.salah else None,
        "baris": getattr(fault, "baris", None) if refused or wrong else None,
        "kolom": getattr(fault, "kolom", None) if refused or wrong else None,
        "panjang": getattr(fault, "panjang", None) if refused or wrong else None,
        "potongan": getattr(fault, "potongan", None) if wrong else None,
        "ganti": getattr(fault, "ganti", None) if wrong else None,
    }


def problem_members(fault: Refused | StatementFault) -> dict[str, Any]:
    """The same for problem details, whose `pesan` is the sentence that commands print."""
    return {**members(fault), "pesan": fault.message}


def later(fault: Exception) -> tuple[int, int] | None:
    """Status and seconds, when the same question may be asked again soon."""
    return LATER.get(fault.dinding) if isinstance(fault, Refused) else None


def _galat(message: str, hint: str, more: dict[str, Any]) -> dict[str, Any]:
    return {"pesan": message, "saran": hint, **more}


def _fields(fault: KinerjaError) -> dict[str, Any]:
    return {"isian": fault.fields} if isinstance(fault, Invalid) else {}
