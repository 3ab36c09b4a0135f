"""Wall `ongkos`: what one line can cost, where neither Neo4j's time limit nor its memory limit would stop it.

In: a statement. Out: nothing, or `Refused`. A `reduce` over a range of a billion held a core for 35 s with a limit of
2 s, a regular expression two minutes (platform-live.md 8). What stays possible is ended by the deadline, at the price
of the mirror; so these rules refuse what no question needs, and let through what questions use:
`range(0, size(x) - 1)`, `range(2020, $tahun)`, `=~ '(?i).*desa.*'`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from service.bahasa.numbers import in_digits
from service.console.refusal import refused
from service.console.tokens import NUMBER, PARAMETER, QUOTED, WORD, Token
from service.console.walls.doubling import check_doubling
from service.console.walls.patterns import check_patterns
from service.console.walls.written import Written

MOST_STEPS = 1_000_000
"""Of all ranges of a statement multiplied, as if each lay in the other; a single one may be so long. Neo4j takes 0.03 s
for a million steps of a `reduce`."""
LARGE_NUMBER = 10_000
"""A number that a name may hold and a range may end at; from it on the range counts as one that could be too long."""
UNKNOWN_LENGTH = 100
"""Taken for a range whose ends depend on the graph."""
DEEPEST = 4
"""Expressions that go through a list, in each other."""
COUNTED = frozenset({"size", "length", "char_length", "character_length"})
"""Functions whose answer is no larger than something that is there."""
LARGE = frozenset(
    {"tointeger", "tointegerornull", "tofloat", "tofloatornull", "timestamp", "exp", "id", "rand", "sum", "reduce"}
)
"""Functions that make a large number out of nothing."""
OPERANDS = frozenset({NUMBER, PARAMETER, WORD, QUOTED})
LOOPS = frozenset({"REDUCE", "ANY", "ALL", "NONE", "SINGLE"})


def check_costs(written: Written) -> None:
    """Wall `ongkos`."""
    brackets = list(_ranges(written))
    named = bool(brackets) and any(_makes_large(written, place) for place in range(len(written.tokens)))
    steps = [_steps(written, bracket, named) for bracket in brackets]
    if prod(steps) > MOST_STEPS:
        raise _long(written, brackets[0], f"semua range() dikalikan melebihi {in_digits(MOST_STEPS)} langkah")
    _check_loops(written)
    check_doubling(written)
    check_patterns(written)


def _ranges(written: Written) -> Iterator[int]:
    """Places of the brackets behind `range`."""
    for place, token in enumerate(written.tokens):
        if token.is_name and token.name.lower() == "range" and written.at(place + 1).upper == "(":
            yield place + 1


def _steps(written: Written, bracket: int, large: bool) -> int:
    """How long the range is; refused when it may be too long. `large`: a name may hold a large number."""
    ends = [_constant(written, part) for part in written.arguments(bracket)]
    if len(ends) in (2, 3) and None not in ends:
        first, last, step = [*(end or 0 for end in ends), 1][:3]
        length = abs(last - first) // max(abs(step), 1) + 1
        if length > MOST_STEPS:
            raise _long(written, bracket, f"range() sepanjang {in_digits(length)} melebihi {in_digits(MOST_STEPS)}")
        return length
    for part in written.arguments(bracket):
        _check_end(written, bracket, part, large)
    return UNKNOWN_LENGTH


def _constant(written: Written, part: range) -> int | None:
    """What `1 + $x - 2` comes to; None when it is anything else."""
    total, sign, expected = 0, 1, True
    for place in part:
        token = written.at(place)
        value = _whole(written, token)
        if value is not None and expected:
            total, sign, expected = total + sign * value, 1, False
        elif token.upper in ("+", "-"):
            sign, expected = (-sign if token.upper == "-" else sign), True
        else:
            return None
    return None if expected else total


def _whole(written: Written, token: Token) -> int | None:
    if token.kind == PARAMETER:
        value = written.statement.parameter.get(token.name)
        return value if isinstance(value, int) else None
    if token.kind != NUMBER:
        return None
    try:
        return int(token.text, 0)
    except ValueError:
        return None


def _check_end(written: Written, bracket: int, part: range, large: bool) -> None:
    """One end of a range that depends on the graph: small numbers, sizes and names; names only where the statement
    makes no large number that they could hold."""
    place = part.start
    while place < part.stop:
        token = written.at(place)
        call = token.is_name and written.at(place + 1).upper == "("
        if call and token.name.lower() in COUNTED:
            place = written.pairs.get(place + 1, place + 1)
        elif call or _is_large(written, token) or token.upper in ("*", "^"):
            raise _long(written, bracket, "ujung range() tidak dapat dipastikan kecil")
        elif token.is_name and large:
            raise _long(written, bracket, f"ujung range() memakai `{token.name}`, yang dapat bernilai besar")
        place += 1


def _makes_large(written: Written, place: int) -> bool:
    token = written.at(place)
    if token.is_name and written.at(place + 1).upper == "(":
        return token.name.lower() in LARGE
    return token.upper == "^" or _is_large(written, token) or _is_product(written, place)


def _is_large(written: Written, token: Token) -> bool:
    if token.kind == PARAMETER and not isinstance(written.statement.parameter.get(token.name), int):
        return isinstance(written.statement.parameter.get(token.name), float)
    value = _whole(written, token)
    return abs(value) > LARGE_NUMBER if value is not None else token.kind == NUMBER


def _is_product(written: Written, place: int) -> bool:
    """`a * b`, and not `count(*)`, `RETURN *` or the length of a path."""
    if written.at(place).upper != "*":
        return False
    before, behind = written.at(place - 1), written.at(place + 1)
    operand = before.kind in OPERANDS or before.upper in (")", "]")
    return operand and (behind.kind in OPERANDS or behind.upper == "(") and not _in_relationship(written, place)


def _in_relationship(written: Written, place: int) -> bool:
    """Behind `-[`, a variable and types: how long a path may be."""
    while written.at(place).upper not in ("[", "(", "", ",", "]", ")") or written.at(place).kind in OPERANDS:
        place -= 1
        if place < 0:
            return False
    return written.at(place).upper == "[" and written.at(place - 1).upper == "-"


def _check_loops(written: Written) -> None:
    open_loops: list[int] = []
    for place, token in enumerate(written.tokens):
        while open_loops and open_loops[-1] < place:
            open_loops.pop()
        if _is_loop(written, place):
            open_loops.append(written.pairs.get(place, len(written.tokens)))
        if len(open_loops) > DEEPEST:
            raise refused(
                "ongkos",
                f"lebih dari {DEEPEST} perulangan daftar di dalam satu sama lain.",
                "Pecah dengan UNWIND atau WITH, supaya tiap langkah dapat dihentikan.",
                token,
            )


def _is_loop(written: Written, place: int) -> bool:
    token = written.at(place)
    if token.upper == "[":
        return written.at(place + 1).is_name and written.at(place + 2).upper == "IN"
    return (
        token.upper == "("
        and written.at(place - 1).name.upper() in LOOPS
        and written.at(place + 2).upper in ("IN", "=")
    )


def _long(written: Written, bracket: int, what: str) -> Exception:
    return refused(
        "ongkos",
        f"{what}.",
        f"Pakai batas langsung, misalnya range(0, size(daftar) - 1), paling panjang {in_digits(MOST_STEPS)}.",
        written.at(bracket - 1),
        written.at(written.pairs.get(bracket, bracket)),
    )
