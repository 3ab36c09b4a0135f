"""Where a form may lead back to: a path of this service, and nowhere else."""

from __future__ import annotations

import re

OURS = re.compile(r"/(?![/\\])[^\\\x00-\x1f]*")
"""A path of this service. Browsers read a backslash as a slash, so one would lead out as `//` does."""


def ours_or(wish: str, default: str) -> str:
    """`wish` when it is a path of this service."""
    return wish if OURS.fullmatch(wish) else default
