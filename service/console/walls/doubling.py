"""Wall `ongkos`, of `reduce`: a result that holds itself twice doubles at every step.

In: a statement. Out: nothing, or `Refused`. `reduce(l = [1], i IN range(1, 40) | l + l)` makes a list of a million
million elements that Neo4j only writes down lazily, so that no limit of memory sees it; sorting or comparing it then
holds a core past every limit of time. An honest reduce names its result once, and again only inside CASE.
"""

from __future__ import annotations

from service.console.refusal import refused
from service.console.walls.written import Written

HOLDING = frozenset({"+", "[", "]", "{", "}", ":", ",", "||"})
"""What stands beside a name whose value goes into the result whole."""
MOST = 1


def check_doubling(written: Written) -> None:
    """Refuses a `reduce` whose result goes into itself more than once."""
    for place, token in enumerate(written.tokens):
        if token.upper == "REDUCE" and token.is_name and written.at(place + 1).upper == "(":
            _check(written, place + 1)


def _check(written: Written, bracket: int) -> None:
    name, end = written.at(bracket + 1), written.pairs.get(bracket, len(written.tokens))
    held = [place for place in _body(written, bracket, end) if _is_held(written, place, name.name)]
    if len(held) > MOST:
        raise refused(
            "ongkos",
            f"hasil sementara `{name.name}` masuk ke dirinya {len(held)} kali, jadi berlipat di tiap langkah.",
            "Pakai hasil sementara satu kali saja dalam tiap langkah reduce; di dalam CASE boleh berulang.",
            written.at(held[1]),
        )


def _body(written: Written, bracket: int, end: int) -> list[int]:
    """Places behind the `|`, without those inside CASE .. END."""
    found, inside, cases = [], False, 0
    for place in range(bracket + 2, end):
        word = written.at(place).upper
        inside = inside or word == "|"
        cases += (word == "CASE") - (word == "END" and cases > 0)
        if inside and not cases:
            found.append(place)
    return found


def _is_held(written: Written, place: int, name: str) -> bool:
    """Not `l[0]` or `l.x`, which take a part of it out, nor `x IN l`, which looks into it."""
    token, before, behind = written.at(place), written.at(place - 1).upper, written.at(place + 1).upper
    if not token.is_name or token.name != name or before in (".", "IN") or behind in ("[", "."):
        return False
    return before in HOLDING or behind in HOLDING
