"""Moments as the store keeps them: ISO 8601 in UTC, so that texts compare as times do.

In: now, or a moment of the store. Out: the other form. Whoever needs a clock is given `at`, so that tests can move it.
"""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def written(at: datetime) -> str:
    """As it stands in a column; two of them compare as their moments do."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def read(text: str) -> datetime:
    """As Python reckons with it."""
    return datetime.fromisoformat(text)
