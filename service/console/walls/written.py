"""A statement taken apart once, for all walls that look at its text; and where in it a clause may begin.

In: a `Statement`. Out: its tokens with their brackets. Most keywords of Cypher are names too (`RETURN create` is a
variable), so a word counts as a clause unless what stands beside it shows that it is a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from service.console.statement import Statement
from service.console.tokens import NOTHING, NUMBER, PARAMETER, QUOTED, STRING, WORD, Token, partners, tokenize

ENDS_NO_CLAUSE = ". : ( [ , & | = < <= >= <> =~ / ^ || .. $ +="
OPENS_NO_BODY = ". : , ) ] } = < > <= >= <> =~ / % ^ | || & .. += ;"
BEFORE_A_NAME = frozenset(ENDS_NO_CLAUSE.split())
"""Signs behind which no clause can begin: an operand, a label or a property must follow. Not `>`, `*`, `+`, `%`, `!`:
they also end something (`LIST<INTEGER>`, `RETURN *`, `(..)+`, `n:%`, `INTEGER!`). `|` opens a clause in FOREACH only,
which is refused as such."""
BEHIND_A_NAME = frozenset(OPENS_NO_BODY.split())
"""Signs that never open the body of a clause."""
READING_AND_WRITING = (
    "MATCH OPTIONAL WHERE WITH RETURN UNWIND CALL YIELD UNION ALL ORDER BY SKIP LIMIT OFFSET AND OR XOR NOT IN IS AS "
    "DISTINCT CASE WHEN THEN ELSE END STARTS ENDS CONTAINS ON ASC ASCENDING DESC DESCENDING COUNT COLLECT EXISTS ANY "
    "SHORTEST PATH PATHS GROUP GROUPS FROM LEADING TRAILING BOTH TYPED CREATE MERGE SET REMOVE DELETE FOREACH INSERT "
    "USE"
)
KEYWORDS = frozenset(READING_AND_WRITING.split())
"""May stand before a bracket, and before an operand; most of them may be names as well."""


OPERANDS = frozenset({WORD, QUOTED, STRING, NUMBER, PARAMETER})


@dataclass(frozen=True)
class Written:
    """A statement and its tokens."""

    statement: Statement

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokenize(self.statement.teks)

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Opening bracket -> closing one, as positions in `tokens`."""
        return partners(self.tokens)

    @cached_property
    def openings(self) -> dict[int, int]:
        """Closing bracket -> opening one."""
        return {close: start for start, close in self.pairs.items()}

    def at(self, place: int) -> Token:
        """The token there; outside the text: an empty sign."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else NOTHING

    def words(self, *which: str) -> Iterator[int]:
        """Places of these words (in capitals) where they are not surely names."""
        wanted = frozenset(which)
        for place, token in enumerate(self.tokens):
            if token.kind == WORD and token.upper in wanted and not self._surely_a_name(place):
                yield place

    def _surely_a_name(self, place: int) -> bool:
        before, behind = self.at(place - 1), self.at(place + 1)
        if place and before.upper in BEFORE_A_NAME:
            return True
        return behind is NOTHING or behind.upper in BEHIND_A_NAME or self._is_alias(place)

    def _is_alias(self, place: int) -> bool:
        """Behind an AS that is no name itself, since an operand stands before it: nothing else follows an operand."""
        before = self.at(place - 2)
        operand = before.kind in OPERANDS or before.upper in (")", "]", "}")
        return self.at(place - 1).upper == "AS" and operand and before.upper not in KEYWORDS

    def name_from(self, place: int) -> tuple[str, int]:
        """The dotted name that begins there, and the place behind it."""
        parts = [self.at(place).name]
        while self.at(place + 1).upper == "." and self.at(place + 2).is_name:
            place += 2
            parts.append(self.at(place).name)
        return ".".join(parts), place + 1

    def name_before(self, bracket: int) -> tuple[str, int]:
        """The dotted name that ends before the bracket there, and where it begins; "" when there is none."""
        if not self.at(bracket - 1).is_name:
            return "", bracket
        start = bracket - 1
        parts = [self.at(start).name]
        while self.at(start - 1).upper == "." and self.at(start - 2).is_name:
            start -= 2
            parts.append(self.at(start).name)
        return ".".join(reversed(parts)), start

    def arguments(self, bracket: int) -> list[range]:
        """Places of each argument between the bracket there and its partner, split at the commas outside others."""
        found, start, place = [], bracket + 1, bracket + 1
        end = self.pairs.get(bracket, len(self.tokens))
        while place < end:
            if self.at(place).upper == ",":
                found.append(range(start, place))
                start = place + 1
            place = self.pairs.get(place, place) + 1
        return [*found, range(start, end)] if end > bracket + 1 else []
