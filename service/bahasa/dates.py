"""Dates and times as an Indonesian letter writes them.

In: a moment, or its ISO 8601 text. Out: `24 November 2026`, `24 November 2026 pukul 14.05`; empty for an empty text.
"""

from __future__ import annotations

from datetime import datetime

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def date_in_words(moment: str | datetime) -> str:
    """`24 November 2026`."""
    at = local_time(moment)
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}" if at else ""


def moment_in_words(moment: str | datetime) -> str:
    """`24 November 2026 pukul 14.05`."""
    at = local_time(moment)
    return f"{date_in_words(at)} pukul {at.hour:02}.{at.minute:02}" if at else ""


def local_time(moment: str | datetime) -> datetime | None:
    """The moment on the clock of this computer; None for an empty text."""
    if not moment:
        return None
    at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return at.astimezone() if at.tzinfo else at
