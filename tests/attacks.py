"""The attempts of `console_attacks.yml` and the honest questions of `console_honest.yml`, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from service.config import ROOT
from service.console.statement import Statement

DEEP: Any = 1
for _ in range(70):
    DEEP = [DEEP]


@dataclass(frozen=True)
class Attack:
    """One attempt."""

    group: str
    statement: Statement
    ends: tuple[str, ...]
    """How it may end in the whole console."""
    alone: tuple[str, ...]
    """Walls that stop it with all others off."""
    slow: bool
    tried: bool
    """Whether walls alone were tried (not where the statement would run for long)."""


def attacks() -> list[Attack]:
    """All, in the order of the file."""
    groups = yaml.safe_load((ROOT / "tests/console_attacks.yml").read_text(encoding="utf-8"))
    return [_attack(group, one) for group, ones in groups.items() for one in ones]


def _attack(group: str, one: dict[str, Any]) -> Attack:
    parameters = {name: _value(value) for name, value in one.get("parameter", {}).items()}
    ends = one["akhir"]
    return Attack(
        group=group,
        statement=Statement(_text(one["teks"]), parameters),
        ends=(ends,) if isinstance(ends, str) else tuple(ends),
        alone=tuple(one["sendiri"]),
        slow=one.get("lama", False),
        tried=isinstance(ends, str),
    )


def _text(text: str | list[list[Any]]) -> str:
    return text if isinstance(text, str) else "".join(piece * times for piece, times in text)


def _value(value: Any) -> Any:
    if value == "DALAM":
        return DEEP
    pieces = isinstance(value, list) and value and isinstance(value[0], list)
    return _text(value) if pieces else value


GIVEN = {"kode": "x", "id": "x", "a": "x", "b": "y", "daftar": ["x"], "x": 1, "nama panjang": 2, "0": 3}
"""Parameters of the honest questions that say nothing of them."""


def honest() -> Iterator[Statement]:
    """Questions that every wall must let through."""
    for one in yaml.safe_load((ROOT / "tests/console_honest.yml").read_text(encoding="utf-8")):
        if isinstance(one, str):
            yield Statement(one, GIVEN)
        else:
            yield Statement(one["teks"], GIVEN | one["parameter"])
