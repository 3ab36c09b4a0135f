"""What a person asks, how much of the answer is wanted, and how Neo4j would answer it: values that all parts share.

In: a text of Cypher and its parameters. Out: frozen values; nothing here looks at the text (that is `walls`) or sends
it (that is `asking`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

LARGEST = 100_000
"""Rows of a file or a stream; a page asks for fewer."""


@dataclass(frozen=True)
class Statement:
    """One question in Cypher."""

    teks: str
    parameter: Mapping[str, Any] = field(default_factory=dict)
    """Name -> a JSON value."""


@dataclass(frozen=True)
class Limits:
    """Where an answer ends, however much more there would be."""

    baris: int = 1_000
    """Rows."""
    sel: int = 20_000
    """Characters of one cell, as JSON."""
    bita: int = 20_000_000
    """Bytes of the whole answer, as JSON."""
    detik: float = 15.0
    """Seconds from sending the question to its last row."""


LARGE = Limits(baris=LARGEST, bita=100_000_000, detik=60.0)
"""For a file or more rows than a page shows: each row is written out as it comes."""


def limits_for(rows: int) -> Limits:
    """The limits of an answer of so many rows."""
    return Limits(baris=rows) if rows <= Limits.baris else replace(LARGE, baris=rows)


@dataclass(frozen=True)
class Explained:
    """What EXPLAIN told; the question itself has not run yet."""

    jenis: str
    """Neo4j's query type: `r`, `rw`, `w` or `s`."""
    rencana: dict[str, Any]
    """Nested operators, each {operatorType, args, identifiers, children}; the name carries the database (`@neo4j`)."""
    pemberitahuan: list[dict[str, Any]]
    """What Neo4j remarked: {kode, judul, pesan, baris, kolom}, English."""
