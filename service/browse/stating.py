"""Does this row state that indicator? Rows print an indicator as they like; the graph has one name for it."""

from __future__ import annotations

from collections.abc import Sequence

from service.bahasa.spelling import kinship
from service.bahasa.wording import key


def states_indicator(printed: Sequence[str], name: str) -> bool:
    """One of the names that a row prints is `name`, spelled its way or cut off."""
    return any(key(one) == key(name) or bool(kinship(one, name)) for one in printed)
