"""The part of wall `sarang` about long rows: signs that follow each other in one expression, subqueries in each other.

In: a statement. Out: nothing, or `Refused`. Found on the real server: 200 properties in a row (`x.a.a.a…`), 20 times
XOR or 30 COUNT {} in each other are never answered, not even by EXPLAIN, and no time limit of Neo4j's holds there.
"""

from __future__ import annotations

from collections import Counter

from service.console.refusal import refused
from service.console.tokens import CLOSING, OPENING, Token
from service.console.walls.written import Written

MOST = {".": 50, "[": 50, "||": 50, "XOR": 10}
"""Of one sign in one expression."""
MOST_OTHERS = 200
SIGN_WORDS = ". [ || XOR + - * / ^ % | & ! = <> < > <= >= =~ AND OR NOT IN IS"
SIGNS = frozenset(SIGN_WORDS.split())
ENDS = ", ; WITH RETURN WHERE MATCH OPTIONAL UNWIND CALL UNION ORDER SKIP LIMIT WHEN THEN ELSE AS YIELD"
NEW_EXPRESSION = frozenset(ENDS.split())
LINKS = frozenset({".", "["})
"""Reach into what stands before them; any other sign begins a new operand."""
MOST_SUBQUERIES = 8
SUBQUERY = frozenset({"COUNT", "EXISTS", "COLLECT"})


def check_chains(written: Written) -> None:
    """Refused at the sign that makes a row too long."""
    levels: list[Counter[str]] = [Counter()]
    subqueries: list[int] = []
    for place, token in enumerate(written.tokens):
        sign = token.upper
        _count(levels[-1], sign, token)
        if sign in OPENING:
            levels.append(Counter())
        elif sign in CLOSING and len(levels) > 1:
            levels.pop()
        while subqueries and subqueries[-1] < place:
            subqueries.pop()
        if sign == "{" and written.at(place - 1).upper in SUBQUERY:
            subqueries.append(written.pairs.get(place, len(written.tokens)))
        if len(subqueries) > MOST_SUBQUERIES:
            raise _too_much(f"lebih dari {MOST_SUBQUERIES} subkueri COUNT, EXISTS, atau COLLECT bersarang", token)


def _count(seen: Counter[str], sign: str, token: Token) -> None:
    if sign in NEW_EXPRESSION:
        seen.clear()
    elif sign in SIGNS:
        if sign not in LINKS:
            for link in LINKS:
                seen[link] = 0
        seen[sign] += 1
        if seen[sign] > MOST.get(sign, MOST_OTHERS):
            raise _too_much(f"tanda {sign} lebih dari {MOST.get(sign, MOST_OTHERS)} kali berturut-turut", token)


def _too_much(what: str, token: Token) -> Exception:
    return refused("sarang", f"{what}.", "Pakai `IN [..]` untuk banyak pilihan, atau pecah dengan WITH.", token)
