"""The part of wall `ongkos` about regular expressions: a pattern that is known, and that cannot run for minutes.

In: a statement. Out: nothing, or `Refused`. Java tries every way to fit a pattern; one repetition in another, or many
of them in a row, make the ways more than a core can count. So the pattern must be written out or be a parameter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.console.refusal import refused
from service.console.tokens import PARAMETER, STRING, Token
from service.console.walls.written import Written

LONGEST = 300
"""Characters of a pattern."""
REPEATS = 6
"""Repetitions without an upper bound in one pattern; `.*a.*b.*` has three."""
LARGEST = 100
"""Upper bound of a counted repetition that is taken as small."""
SAME = frozenset({"tolower", "toupper", "lower", "upper", "trim"})
"""Functions that leave a pattern as dangerous or harmless as it was."""
PIECE = re.compile(
    r"""\\(?P<back>[1-9]|k) | \\. | \[(?:\\.|[^\]\\])*\]
      | (?P<open>\() | (?P<close>\)) | (?P<many>[*+]|\{\d*,?\d*\}) | .""",
    re.VERBOSE | re.DOTALL,
)
COUNTS = re.compile(r"\{(\d*)(,?)(\d*)\}")


def check_patterns(written: Written) -> None:
    """Every right side of `=~`."""
    for place, token in enumerate(written.tokens):
        if token.upper == "=~":
            pattern = "".join(_pieces(written, place + 1))
            if why := _danger(pattern):
                raise _refused(f"pola =~ {why}", token)


def _pieces(written: Written, place: int) -> Iterator[str]:
    """The texts that make the pattern; refused when a part of it is known only to the graph."""
    start = place
    while True:
        token = written.at(place)
        if token.kind == STRING:
            yield token.text[1:-1].replace("\\\\", "\\")
        elif token.kind == PARAMETER:
            yield str(written.statement.parameter.get(token.name, ""))
        elif not (token.upper in ("(", "+", "||") or _same(written, place)):
            if place > start and _ended(written, place):
                return
            raise _refused("pola =~ harus ditulis langsung atau sebagai parameter", token)
        elif written.at(place - 1).kind in (STRING, PARAMETER) and token.upper == "(":
            return
        place += 1
        while written.at(place).upper == ")" and written.openings.get(place, -1) >= start:
            place += 1


def _same(written: Written, place: int) -> bool:
    return written.at(place).name.lower() in SAME and written.at(place + 1).upper == "("


def _ended(written: Written, place: int) -> bool:
    """The pattern is whole before `place`: it ends with an operand, or a bracket behind one."""
    before = written.at(place - 1)
    return before.kind in (STRING, PARAMETER) or before.upper == ")"


def _danger(pattern: str) -> str:
    """What is wrong with a pattern, as the end of a sentence; "" for an ordinary one."""
    if len(pattern) > LONGEST:
        return f"lebih dari {LONGEST} huruf"
    repeats = 0
    groups: list[bool] = []
    closed = False
    for piece in PIECE.finditer(pattern):
        if piece["back"]:
            return "merujuk kembali ke bagian sebelumnya"
        many = _most(piece["many"]) > LARGEST
        if closed and _most(piece["many"]) > 1:
            return "mengulang bagian yang sendirinya berulang"
        repeats += many
        if many:
            groups = [True] * len(groups)
        closed = bool(piece["close"]) and bool(groups) and groups.pop()
        if piece["open"]:
            groups.append(False)
    return f"berisi lebih dari {REPEATS} pengulangan" if repeats > REPEATS else ""


def _most(repeat: str | None) -> int:
    """How often a repetition may repeat; one without an upper bound: more than LARGEST."""
    counts = COUNTS.fullmatch(repeat or "")
    if not counts:
        return LARGEST + 1 if repeat else 0
    least, comma, most = counts.groups()
    return LARGEST + 1 if comma and not most else int(most or least or 0)


def _refused(what: str, at: Token) -> Exception:
    return refused(
        "ongkos",
        f"{what}.",
        "Pakai CONTAINS, STARTS WITH, atau pola sederhana seperti '(?i).*desa.*'.",
        at,
    )
