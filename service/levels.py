"""How a level is shown: its short name and its place on the one colour ramp, dark (outcome) to light (operational).

In: a level in words and its number in the ladder. Out: two or three letters, and a step 1..5 (CSS class `tingkat-1` ..
`tingkat-5`). Other ladders (three levels, seven) spread over the same ramp.
"""

from __future__ import annotations

SHORT = {
    "strategis skpd": "SS",
    "strategis": "S",
    "taktikal intermediate": "TI",
    "taktikal immediate": "TM",
    "operasional": "OP",
}
STEPS = 5


def short(tingkat: str, urut: int = 0) -> str:
    """`taktikal immediate` -> `TM`; a level outside the five -> `T` and its number in the ladder (`T3`)."""
    if tingkat in SHORT:
        return SHORT[tingkat]
    return f"T{urut}" if urut else "–"


def ramp(urut: int, jumlah: int) -> int:
    """Step 1..5 on the ramp of level `urut` in a ladder of `jumlah` levels: first is 1, last is 5."""
    if jumlah <= 1:
        return 1
    place = (min(max(urut, 1), jumlah) - 1) / (jumlah - 1)
    return 1 + round(place * (STEPS - 1))


def colour(tingkat: str, urut: int, jumlah: int) -> int:
    """Step 1..5: the five of the form always have their own, whatever the tree leaves out; others are spread."""
    names = list(SHORT)
    return names.index(tingkat) + 1 if tingkat in SHORT else ramp(urut, jumlah)
