"""What a statement names so far: its variables, and the bracket that is still open.

In: the tokens of a statement that need not be right. Out: names and places, for hints; a guess that is wrong sometimes
costs a hint, never an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.console.tokens import CLOSING, NOTHING, OPENING, SIGN, Token, tokenize

BEHIND_A_VARIABLE = {")", "]", ":", "{", "*", "IS", "WHERE", "-"}
"""What may follow the name of a node or relationship in its bracket."""

NEGATED = ("!", "%")
"""In a label expression: anything but, anything."""


def variables(tokens: Sequence[Token]) -> frozenset[str]:
    """Names given to nodes, relationships, paths, list elements and values."""
    around = zip([NOTHING, *tokens], tokens, [*tokens[1:], NOTHING], strict=False)
    return frozenset(token.name for before, token, after in around if token.is_name and _gives(before, after))


def _gives(before: Token, after: Token) -> bool:
    """Whether a name between these two is a new variable."""
    in_pattern = before.text in ("(", "[") and after.upper in BEHIND_A_VARIABLE
    named = before.upper == "AS" or before.upper == "YIELD"
    path = after.text == "=" and (before.upper == "MATCH" or before.text == ",")
    each = after.upper == "IN" and before.text in ("(", "[")
    return in_pattern or named or path or each


def labelled(tokens: Sequence[Token]) -> dict[str, frozenset[str]]:
    """Variable of a node or relationship -> the labels or types that its pattern names (`(k:Kinerja|KinerjaLama)`)."""
    found: dict[str, frozenset[str]] = {}
    for at, token in enumerate(tokens[1:-1], start=1):
        if token.is_name and tokens[at - 1].text in ("(", "[") and tokens[at + 1].text == ":":
            found[token.name] = found.get(token.name, frozenset()) | _names_from(tokens, at + 2)
    return found


def _names_from(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """Names from `at` on, as long as only signs of a label expression stand between them; none of a negated one."""
    names = set()
    while at < len(tokens) and (tokens[at].is_name or tokens[at].text in ("|", "&", ":", *NEGATED)):
        if tokens[at].text in NEGATED:
            return frozenset()
        if tokens[at].is_name:
            names.add(tokens[at].name)
        at += 1
    return frozenset(names)


def opened(text: str) -> Token | None:
    """The innermost bracket that is open at the end of `text`."""
    waiting: list[Token] = []
    for token in tokenize(text):
        if token.kind != SIGN:
            continue
        if token.text in OPENING:
            waiting.append(token)
        elif token.text in CLOSING and waiting:
            waiting.pop()
    return waiting[-1] if waiting else None
