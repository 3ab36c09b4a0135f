"""Where a version may be moved to: the units of the same government, each with the years that it has a document of.

In: the id of a document. Out: what the form asks with. A unit that is not there yet is added in the register first.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.errors import NotFound
from service.facts import UnitRef
from service.graph import Graph


@dataclass(frozen=True, slots=True)
class Target:
    """A unit that a version may belong to."""

    kode: str
    nama: str
    tahun: tuple[int, ...]
    """Years that it has a document of, newest first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked before a version is moved."""

    dokumen: str
    judul: str
    unit: UnitRef
    tahun: int
    versi: tuple[int, ...]
    """Numbers of the versions that there are."""
    tujuan: tuple[Target, ...]
    """By name, the unit where it is among them: only the year may be wrong."""
    revisi: int


def targets(graph: Graph, dokumen: str) -> Choice:
    """Where the versions of `dokumen` may be moved to; raises NotFound."""
    found = graph.read("versions/about", id=dokumen)
    if not found:
        raise NotFound(f"Tidak ada dokumen {dokumen}.", "Lihat daftar dokumen di halaman perangkat daerah.")
    row = found[0]
    return Choice(
        dokumen=dokumen,
        judul=row["judul"] or "",
        unit=UnitRef(row["skpd"], row["nama"]),
        tahun=row["tahun"],
        versi=tuple(row["versi"]),
        tujuan=tuple(Target(u["kode"], u["nama"], tuple(sorted(u["tahun"], reverse=True))) for u in row["unit"]),
        revisi=row["revisi"],
    )
