"""What an address asks for behind the question mark, checked: page, year, order.

In: the query string of the current request. Out: a value that is allowed; anything else raises `Invalid` that names
the field, so that a mistyped address gets a sentence and not an empty page.
"""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

from service.errors import Invalid


def chosen(name: str, allowed: Sequence[str]) -> str:
    """One of `allowed`; absent: the first."""
    value = request.args.get(name) or allowed[0]
    if value not in allowed:
        raise _refused(name, value, "pilih " + ", ".join(one for one in allowed if one))
    return value


def number(name: str, low: int, high: int) -> int | None:
    """A whole number from `low` to `high`; absent: None."""
    value = request.args.get(name, "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and low <= int(value[:9]) <= high):
        raise _refused(name, value, f"harus angka {low} sampai {high}")
    return int(value[:9])


def page_number() -> int:
    """`halaman`, from 1."""
    return number("halaman", 1, 100_000) or 1


def year() -> int | None:
    """`tahun`; None: the newest."""
    return number("tahun", 1990, 2100)


def _refused(name: str, value: str, reason: str) -> Invalid:
    return Invalid(f"Isian {name}={value!r} pada alamat ini tidak dikenal.", f"{reason.capitalize()}.", {name: reason})
