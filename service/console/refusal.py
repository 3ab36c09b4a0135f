"""How a wall turns a statement away: which wall, where in the text, what is not allowed, and what to do instead.

In: a wall's name, a token (or none), two sentences in Indonesian. Out: `Refused`, which the door tells like any fault.
"""

from __future__ import annotations

from service.console.tokens import Token
from service.errors import KinerjaError

SHOWN = 40
"""Characters of a statement that a sentence repeats."""


class Refused(KinerjaError):
    """A statement that a wall turned away or stopped; nothing was changed."""

    status = 422
    exit_code = 3
    title = "Ditolak"
    salah = False
    """Whether the text is no Cypher at all."""

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        dinding: str,
        baris: int | None = None,
        kolom: int | None = None,
        panjang: int = 0,
    ) -> None:
        super().__init__(message, hint)
        self.dinding = dinding
        self.baris = baris
        self.kolom = kolom
        """Place in the text, both from 1; None: the whole statement, or its parameters."""
        self.panjang = panjang
        """Characters there that are meant."""


class Unreadable(Refused):
    """A text that Neo4j would not understand either, whatever wall noticed it first: a mistake, no refusal."""

    status = 400
    exit_code = 1
    title = "Pertanyaan salah"
    salah = True


def refused(
    dinding: str,
    message: str,
    hint: str,
    at: Token | None = None,
    last: Token | None = None,
    kind: type[Refused] = Refused,
) -> Refused:
    """`message` with its place in front; `last`: the token where the part that is meant ends, by default `at`."""
    if at is None:
        return kind(message, hint, dinding=dinding)
    end = last or at
    return kind(
        f"Baris {at.line}, kolom {at.column}: {message}",
        hint,
        dinding=dinding,
        baris=at.line,
        kolom=at.column,
        panjang=end.offset + len(end.text) - at.offset,
    )


def shown(text: str) -> str:
    """A piece of the statement for a sentence: on one line, not endless."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"
