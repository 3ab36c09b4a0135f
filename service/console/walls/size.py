"""Walls `panjang` and `sarang`: what is too long or too deep to be read within bounds.

In: a statement. Out: nothing, or `Refused`. Neo4j reads a text without looking at any time limit: thousands of nested
brackets held it for minutes (platform-live.md 8), and a driver fails on numbers of more than 64 bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.bahasa.numbers import in_digits
from service.console.refusal import refused
from service.console.tokens import CLOSING, OPENING, SIGN
from service.console.walls.chains import check_chains
from service.console.walls.written import Written

LONGEST = 10_000
"""Characters of a statement."""
MOST_BYTES = 100_000
"""Of all parameters."""
DEEPEST = 60
"""Brackets in each other, values in each other, signs such as NOT before one operand, branches of CASE."""
BITS = 1 << 63
PREFIXES = frozenset({"NOT", "-", "+", "!"})


def check_length(written: Written) -> None:
    """Wall `panjang`."""
    length = len(written.statement.teks)
    if length > LONGEST:
        raise refused(
            "panjang",
            f"Pernyataan sepanjang {in_digits(length)} huruf; paling panjang {in_digits(LONGEST)}.",
            "Pindahkan daftar nilai yang panjang ke parameter, misalnya `WHERE k.id IN $daftar`.",
        )
    _check_parameters(written.statement.parameter)


def check_depth(written: Written) -> None:
    """Wall `sarang`."""
    depth = run = 0
    for token in written.tokens:
        depth += (token.kind == SIGN) * ((token.text in OPENING) - (token.text in CLOSING)) + _case(token.upper)
        run = run + 1 if token.upper in PREFIXES else 0
        if max(depth, run) > DEEPEST:
            raise refused(
                "sarang",
                f"lebih dari {DEEPEST} tingkat kurung, CASE, atau NOT di dalam satu sama lain.",
                "Pecah menjadi beberapa langkah dengan WITH.",
                token,
            )
    check_chains(written)
    if any(level > DEEPEST for level, _ in _values(written.statement.parameter)):
        raise refused(
            "sarang",
            f"Parameter berisi daftar atau peta lebih dari {DEEPEST} tingkat.",
            "Kirim nilai yang lebih datar.",
        )


def _case(word: str) -> int:
    return {"CASE": 1, "END": -1}.get(word, 0)


def _check_parameters(parameters: Mapping[str, Any]) -> None:
    total = 0
    for _, value in _values(parameters):
        if isinstance(value, int) and not -BITS <= value < BITS:
            raise refused("panjang", "Parameter berisi bilangan lebih dari 64 bit.", "Kirim bilangan itu sebagai teks.")
        total += len(value.encode("utf-8", "replace")) if isinstance(value, str) else 8
        if total > MOST_BYTES:
            raise refused(
                "panjang",
                f"Parameter lebih dari {MOST_BYTES // 1000} kB.",
                "Bagi daftar nilainya, lalu jalankan beberapa kali.",
            )


def _values(parameters: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
    """Every value and key, with its level, without calling itself: a parameter may be nested as deep as it likes."""
    waiting: list[tuple[int, Any]] = [(0, parameters)]
    while waiting:
        level, value = waiting.pop()
        yield level, value
        if isinstance(value, Mapping):
            waiting += [(level + 1, key) for key in value] + [(level + 1, one) for one in value.values()]
        elif isinstance(value, list | tuple):
            waiting += [(level + 1, one) for one in value]
