"""What a person sees in a cell of a sheet: 2022 rather than 2022.0, 85 % as 85%, a date as a date.

In: the stored value and its number format. Out: text. A point parts decimals, whatever the locale, because most
numbers in this genre are codes (`7.01`), and a code must not change with the reader's machine.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

DECIMALS = re.compile(r"0\.(0+)")
ZEROS = re.compile(r"0{2,}")


def shown(value: object, number_format: str = "General") -> str:
    """Text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y" if value.time() == time() else "%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _number(value: float, number_format: str) -> str:
    if "%" in number_format:
        return _plain(value * 100, number_format) + "%"
    return _plain(value, number_format)


def _plain(value: float, number_format: str) -> str:
    """Digits without the noise of binary fractions; decimals and leading zeros as the format asks for them."""
    first = number_format.split(";")[0]
    if decimals := DECIMALS.search(first):
        return f"{value:.{min(len(decimals[1]), 10)}f}"
    if ZEROS.fullmatch(first):
        return f"{value:0{min(len(first), 30)}.0f}"
    return f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"
