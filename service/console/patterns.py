"""The patterns of a statement as far as a hint needs them: hops between nodes, properties that are read, comparisons.

In: tokens of a statement that Neo4j accepts. Out: small values with their tokens. What is too clever to follow (a hop
of variable length, a negated label, a name that is given twice) is left out: then there is no hint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from service.console.scope import labelled
from service.console.tokens import DASHES, NOTHING, Token, partners, tokenize

Arrow = Literal["->", "<-", "-"]
DASH = {"-", *DASHES}


@dataclass(frozen=True)
class Hop:
    """(dari)-[:jenis]->(ke), as written: `dari` is the left one."""

    dari: frozenset[str]
    """Labels that the pattern names; empty: any."""
    jenis: tuple[Token, ...]
    arah: Arrow
    ke: frozenset[str]


@dataclass(frozen=True)
class Read:
    """A property of a variable whose label or type is known."""

    milik: frozenset[str]
    """Labels or types of the variable."""
    sifat: Token
    banding: Token
    """`=`, `<>`, `<` … or `:` behind it; NOTHING when it is not compared."""
    nilai: Token
    """What it is compared with, when that is one token."""


class Patterns:
    """What one statement looks for."""

    def __init__(self, text: str) -> None:
        self.tokens = tokenize(text)
        self.partner = partners(self.tokens)
        self.opening = {close: open_ for open_, close in self.partner.items()}

    @cached_property
    def carriers(self) -> Mapping[str, frozenset[str]]:
        """Variable -> its labels or types; without those that the statement also gives to something else."""
        again = {token.name for at, token in enumerate(self.tokens) if self.at(at - 1).upper == "AS"}
        again |= {token.name for at, token in enumerate(self.tokens) if self.at(at + 1).upper == "IN"}
        return {name: of for name, of in labelled(self.tokens).items() if name not in again}

    def at(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else NOTHING

    def hops(self) -> Iterator[Hop]:
        """Every relationship of one step with a type."""
        for open_, close in self.partner.items():
            dashed = self.at(open_ - 1).text in DASH and self.at(close + 1).text in DASH
            if self.at(open_).text == "[" and dashed and (hop := self._hop(open_, close)):
                yield hop

    def _hop(self, open_: int, close: int) -> Hop | None:
        types = self._names(open_ + 1, close)
        from_left, to_right = self.at(open_ - 2).text == "<", self.at(close + 2).text == ">"
        left, right = open_ - 2 - from_left, close + 2 + to_right
        if not types or self.at(left).text != ")" or self.at(right).text != "(" or left not in self.opening:
            return None
        arrow: Arrow = "->" if to_right and not from_left else "<-" if from_left and not to_right else "-"
        ends = self._labels(self.opening[left], left), self._labels(right, self.partner.get(right, right))
        return Hop(ends[0], types, arrow, ends[1])

    def _names(self, start: int, end: int) -> tuple[Token, ...]:
        """Types between two brackets; none when it is a hop of several steps or a negated one."""
        inside = self.tokens[start:end]
        brace = next((at for at, token in enumerate(inside) if token.text in ("{", "WHERE")), len(inside))
        head = inside[:brace]
        if any(token.text in ("*", "!", "%", "$") for token in head):
            return ()
        colon = next((at for at, token in enumerate(head) if token.text == ":"), len(head))
        return tuple(token for token in head[colon:] if token.is_name)

    def _labels(self, open_: int, close: int) -> frozenset[str]:
        named = frozenset(token.name for token in self._names(open_ + 1, close))
        first = self.at(open_ + 1)
        return named or (self.carriers.get(first.name, frozenset()) if first.is_name else frozenset())

    def reads(self) -> Iterator[Read]:
        """Properties behind a dot, in a map of a pattern, and in a projection `k {.uraian}`."""
        for at, token in enumerate(self.tokens):
            if token.text == "." and self.at(at - 1).is_name and self.at(at - 2).text != ".":
                yield from self._behind_dot(at)
            if token.text == "{" and at in self.partner:
                yield from self._in_braces(at)

    def _behind_dot(self, at: int) -> Iterator[Read]:
        of, prop = self.carriers.get(self.at(at - 1).name), self.at(at + 1)
        if of and prop.is_name and self.at(at + 2).text not in ("(", "."):
            yield Read(of, prop, self.at(at + 2), self.at(at + 3))

    def _in_braces(self, open_: int) -> Iterator[Read]:
        before = self.at(open_ - 1)
        if before.is_name and before.name in self.carriers and self.at(open_ - 2).text not in (":", "|", "&"):
            yield from self._projected(open_, self.carriers[before.name])
        elif bracket := self._bracket_before(open_):
            names = self._names(bracket + 1, open_)
            of = frozenset(token.name for token in names) or self.carriers.get(self.at(bracket + 1).name, frozenset())
            yield from self._keys(open_, of)

    def _projected(self, open_: int, of: frozenset[str]) -> Iterator[Read]:
        for at in range(open_ + 1, self.partner[open_]):
            if self.at(at).text == "." and self.at(at - 1).text in ("{", ",") and self.at(at + 1).is_name:
                yield Read(of, self.at(at + 1), NOTHING, NOTHING)

    def _keys(self, open_: int, of: frozenset[str]) -> Iterator[Read]:
        for at in range(open_ + 1, self.partner[open_]):
            if of and self.at(at).is_name and self.at(at + 1).text == ":" and self.at(at - 1).text in ("{", ","):
                yield Read(of, self.at(at), self.at(at + 1), self.at(at + 2))

    def _bracket_before(self, open_: int) -> int | None:
        """The bracket of the node or relationship whose map begins at `open_`."""
        for at in range(open_ - 1, -1, -1):
            if self.at(at).text in ("(", "["):
                inside_pattern = self.at(at).text == "(" or self.at(at - 1).text in DASH
                return at if inside_pattern and self.partner.get(at, -1) == self.partner[open_] + 1 else None
            if not (self.at(at).is_name or self.at(at).text in (":", "|", "&")):
                return None
        return None

    def compared_with_null(self) -> Iterator[Token]:
        """Signs `=` and `<>` right before null."""
        for at, token in enumerate(self.tokens):
            if token.text in ("=", "<>") and self.at(at + 1).upper == "NULL":
                yield token

    def parameters(self) -> frozenset[str]:
        return frozenset(token.name for token in self.tokens if token.kind == "parameter")
