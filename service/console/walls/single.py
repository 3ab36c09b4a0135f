"""Walls `tunggal` and `awalan`: one statement, asked as it is, of the one graph there is.

In: a statement. Out: nothing, or `Refused`. EXPLAIN and PROFILE would take away the row limits or the plan, CYPHER
options choose another planner, USE another database (`system` holds the accounts of the server).
"""

from __future__ import annotations

from service.console.refusal import refused
from service.console.walls.written import Written

PREFIXES = {
    "EXPLAIN": "Hapus kata itu; rencana tidak ditampilkan di sini.",
    "PROFILE": "Hapus kata itu; lama jalannya tertulis di bawah hasil.",
    "CYPHER": "Hapus kata itu beserta pilihannya.",
}
"""What may stand before a statement elsewhere -> what to do instead."""


def check_single(written: Written) -> None:
    """Wall `tunggal`: nothing behind a semicolon, and at most one."""
    last = len(written.tokens) - 1
    for place, token in enumerate(written.tokens):
        if token.upper == ";" and (place < last or place == 0):
            raise refused(
                "tunggal",
                "titik koma memisahkan dua pernyataan; hanya satu yang boleh dijalankan.",
                "Jalankan satu per satu.",
                token,
            )


def check_prefix(written: Written) -> None:
    """Wall `awalan`: no word before the statement, no USE anywhere in it."""
    first = written.at(0)
    if first.upper in PREFIXES:
        raise refused("awalan", f"{first.upper} di depan pernyataan tidak diizinkan.", PREFIXES[first.upper], first)
    for place in written.words("USE"):
        raise refused(
            "awalan",
            "USE tidak diizinkan; hanya ada satu graf.",
            "Hapus USE dan nama di belakangnya. Bila `use` itu nama, tulis di antara tanda `.",
            written.at(place),
        )
