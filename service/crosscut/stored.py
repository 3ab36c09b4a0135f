"""What a detected or decided edge carries about its reasons, read back from the text that the graph holds. Pure."""

from __future__ import annotations

import json

from service.crosscut.statement import Difference, Share


def shares(text: str | None) -> tuple[Share, ...]:
    """The reasons, the largest first; nothing for an edge that carries none."""
    return tuple(Share(t, weight, tuple(a), tuple(b), *more) for t, weight, a, b, *more in json.loads(text or "[]"))


def differences(text: str | None) -> tuple[Difference, ...]:
    """What differs between the two sides."""
    return tuple(Difference(*one) for one in json.loads(text or "[]"))
