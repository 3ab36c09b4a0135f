"""Numbers as they are written in Indonesian.

In: a number. Out: `1.234` or `1.234,5`.
"""

from __future__ import annotations

SEPARATORS = str.maketrans(",.", ".,")


def in_digits(value: float) -> str:
    """Thousands apart by a point, at most one decimal behind a comma."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
    return text.translate(SEPARATORS)
