"""Codes of the national nomenclature: the three spellings in the wild made one.

In: a code as a file or a person writes it. Out: `7.01.02.2.02.0003` (urusan.bidang.program.kewenangan.kegiatan.sub
kegiatan), the kind of component it names, and the code above it. Tails of two digits (until 2023), kewenangan with a
zero before it, blanks between the parts and a full stop at the end all mean the same code.
"""

from __future__ import annotations

import re

WIDTHS = (1, 2, 2, 1, 2, 4)
"""Digits of each part in the one spelling."""
KINDS = {1: "urusan", 2: "bidang urusan", 3: "program", 5: "kegiatan", 6: "sub kegiatan"}
"""Number of parts -> kind of component; four parts (a program and its kewenangan) name nothing."""

_PART = re.compile(r"\d{1,4}|X{1,2}", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[.\-]\s*|\s+")


def canonical(text: str) -> str:
    """The code in its one spelling; empty: this is no code.

    `2.1` is none: a spreadsheet writes so the number 2.10, a person may mean 2.01.
    """
    parts = [part for part in _BETWEEN.split(text.strip(" .-")) if part]
    if len(parts) not in KINDS or not all(_PART.fullmatch(part) for part in parts):
        return ""
    if len(parts) == 2 and len(parts[1]) == 1:
        return ""
    written = [_written(part, width) for part, width in zip(parts, WIDTHS, strict=False)]
    return ".".join(written) if all(written) else ""


def kind_of(code: str) -> str:
    """What a code in the one spelling names: `sub kegiatan`; empty: nothing."""
    return KINDS.get(code.count(".") + 1, "") if code else ""


def above(code: str) -> str:
    """The code right above one in the one spelling: that of its kegiatan, program, bidang, urusan; empty: none."""
    parts = code.split(".")
    shorter = max((n for n in KINDS if n < len(parts)), default=0)
    return ".".join(parts[:shorter])


def is_under(code: str, upper: str) -> bool:
    """`code` stands in the branch of `upper`, both in the one spelling."""
    return code.startswith(f"{upper}.")


def _written(part: str, width: int) -> str:
    """One part with as many digits as it should have; empty: it says too much for its place."""
    if not part.isdigit():
        return part.upper() if len(part) <= width else ""
    value = str(int(part))
    return value.zfill(width) if int(part) and len(value) <= width and len(part) <= max(width, 2) else ""
