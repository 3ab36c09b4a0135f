"""Brings a store to the schema of this program, and shows what is there.

In: `graph/schema.cypher` (constraints and indexes) and `graph/migration_<n>.cypher` (from a store of version n-1 to n).
Out: the same constraints and indexes on any store, old or new, and `Meta.skema` = `VERSION`. Every statement may be run
again without harm. A store made by a newer program is left alone and refused with a sentence.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Set
from dataclasses import dataclass, replace

from service.config import ROOT
from service.errors import ServerError
from service.graph import Graph

VERSION = 1
"""Version of graph/schema.cypher. Raise it together with a new graph/migration_<n>.cypher."""

AWAIT_SECONDS = 120

RESTORER = "pemulihan"
"""Who closed the write gate while a backup is restored here (`service/backup/restoring.py`)."""
HALF_RESTORED = "pemulihan cadangan belum selesai"
"""What it says meanwhile. It stays closed when the restore is interrupted."""

_MAKES = re.compile(r"CREATE (?:FULLTEXT INDEX|INDEX|CONSTRAINT) (\w+) IF NOT EXISTS")
_SHOW = (
    "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state, owningConstraint WHERE labelsOrTypes IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One constraint or index of the store."""

    nama: str
    jenis: str
    """`unik` (a constraint with its index), `rentang`, `teks penuh`."""
    label: tuple[str, ...]
    sifat: tuple[str, ...]
    keadaan: str
    """ONLINE, POPULATING or FAILED, as Neo4j says it."""
    baru: bool = False
    """Made by this very call of `apply`."""


_KINDS = {"RANGE": "rentang", "FULLTEXT": "teks penuh"}


def ensure(graph: Graph) -> None:
    """`apply`, unless this very schema was applied to this store before: a start should not look at every index again.

    An index that somebody dropped by hand comes back with `kinerja schema`.
    """
    known = graph.read("meta/revision")[0]
    if known["gerbang"] == HALF_RESTORED:
        raise ServerError(
            "Pemulihan cadangan ke sini terputus, dan graf ini belum utuh.",
            "Ulangi: kinerja restore BERKAS. Yang belum utuh itu dibersihkan dulu, lalu diisi lagi.",
        )
    if (known["skema"], known["sidik"]) != (VERSION, _digest()):
        apply(graph)


def apply(graph: Graph) -> list[Item]:
    """Migrate if the store is older, apply the schema, wait for the indexes; everything that is there afterwards.

    Raises ServerError when the store is newer than this program.
    """
    stored = _stored_version(graph)
    if stored > VERSION:
        raise ServerError(
            f"Graf ini dibuat oleh program yang lebih baru (skema {stored}; program ini mengenal sampai {VERSION}).",
            "Perbarui program ini, atau pakai folder data lain. Tidak ada yang diubah.",
        )
    for number in range(stored + 1, VERSION + 1):
        _run(graph, f"migration_{number}.cypher")
    before = {item.nama for item in show(graph)}
    _run(graph, "schema.cypher", but=before)
    graph.command(f"CALL db.awaitIndexes({AWAIT_SECONDS})")
    graph.uncounted("meta/set_schema_version", skema=VERSION, sidik=_digest())
    return [replace(item, baru=item.nama not in before) for item in show(graph)]


def show(graph: Graph) -> list[Item]:
    """Constraints and indexes of the store by name, with their state."""
    rows = graph.command(_SHOW)
    found = [
        Item(
            nama=row["name"],
            jenis="unik" if row["owningConstraint"] else _KINDS.get(row["type"], row["type"].lower()),
            label=tuple(row["labelsOrTypes"]),
            sifat=tuple(row["properties"] or ()),
            keadaan=row["state"],
        )
        for row in rows
    ]
    return sorted(found, key=lambda item: item.nama)


def statements(text: str) -> list[str]:
    """The statements of a Cypher script, without comment lines; none of ours holds a `;` inside a string."""
    bare = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    return [statement.strip() for statement in bare.split(";") if statement.strip()]


def _digest() -> str:
    return hashlib.sha256((ROOT / "graph" / "schema.cypher").read_bytes()).hexdigest()


def _stored_version(graph: Graph) -> int:
    """0 for an empty store and for one from before versions were counted: the migrations are harmless on both."""
    rows = graph.read("meta/revision")
    return int(rows[0]["skema"] or 0) if rows else 0


def _run(graph: Graph, file: str, but: Set[str] = frozenset()) -> None:
    """Every statement of `file`, but those that make what is there: a second start should not wait for 28 of them."""
    for statement in statements((ROOT / "graph" / file).read_text(encoding="utf-8")):
        made = _MAKES.match(statement)
        if not (made and made[1] in but):
            graph.command(statement)
