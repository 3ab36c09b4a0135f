"""The state that a form was made from: every form that changes the graph carries it as `berdasar`.

In: the form of the current request. Out: the number, for `based_on`; a form without one, or with anything else in its
place, is refused, so that leaving the field out is no way around the check.
"""

from __future__ import annotations

from flask import request

from service.errors import Invalid

MOST_DIGITS = 15
"""More than any revision has; Python refuses to read a number of thousands of digits."""


def seen() -> int:
    """`berdasar` of the form; raises Invalid."""
    given = request.form.get("berdasar", "")
    if not (given.isascii() and given.isdigit() and len(given) <= MOST_DIGITS):
        raise Invalid(
            "Formulir ini tidak menyebut keadaan yang Anda lihat. Tidak ada yang diubah.", "Muat ulang halamannya."
        )
    return int(given)


def seen_if_told() -> int | None:
    """The same for a form that names one entry of the log, which nobody can change: there it may be left out."""
    return seen() if "berdasar" in request.form else None
