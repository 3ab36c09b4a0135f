"""The five stages as documents name them: "Tahap 3", "TAHAP III", "Langkah ketiga".

In: a text. Out: the number of the stage it names, and what follows.
"""

from __future__ import annotations

import re

NUMBERS = {
    "1": 1, "i": 1, "satu": 1, "pertama": 1, "kesatu": 1,
    "2": 2, "ii": 2, "dua": 2, "kedua": 2,
    "3": 3, "iii": 3, "tiga": 3, "ketiga": 3,
    "4": 4, "iv": 4, "empat": 4, "keempat": 4,
    "5": 5, "v": 5, "lima": 5, "kelima": 5,
}  # fmt: skip
_ANY = "|".join(sorted(NUMBERS, key=len, reverse=True))
STAGE = re.compile(
    r"^(?:[-•*]\s+)?(?:[a-z0-9]{1,3}[.)]\s+)?(?:tahap(?:an)?|thp\.?|langkah|stage|step|fase|t(?=[1-5]\b))[\s_]*(?:ke)?\s*[-.:]?\s*"
    rf"\(?(?P<angka>{_ANY})\b\)?(?P<sisa>.*)$",
    re.IGNORECASE,
)


def stage_number(text: str) -> tuple[int, str] | None:
    """Stage and the rest of the text, if it begins "Tahap 3"; "Tahap 1/2" names none."""
    found = STAGE.match(text)
    if found is None or "/" in found["sisa"][:3]:
        return None
    return NUMBERS[found["angka"].casefold()], found["sisa"].strip(" .:-–—)")


def referred_stage(text: str) -> int:
    """Stage that a reference cell names, as "Tahap 3" or as a bare 3; 0: none."""
    found = stage_number(text)
    return found[0] if found else NUMBERS.get(text.strip(" .()").casefold(), 0)
