"""The live cascade of a unit and year with everything that an exported file prints about it.

In: the kode of a unit and a year. Out: one `Gathered`, read in one transaction, four queries whatever the size; it is
the same fold that the pages show, so that a file equals what is on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service import live
from service.errors import NotFound
from service.fold.decided import in_force
from service.graph import Graph, Tx
from service.lembar.labels import labels_of
from service.lembar.tree import Node, in_tree_order
from service.model import Cascade, Claim, Decision, Issue


@dataclass(frozen=True, slots=True)
class Title:
    """Whose cascade it is."""

    kode: str
    unit: str
    pemda: str
    contoh: bool
    """A fictional example."""
    tahun: int
    dokumen: str
    versi: int
    nama_berkas: str
    """File that the current version came from."""
    diimpor_pada: str
    revisi: int
    tidak_disebut: tuple[str, ...] = ()
    """What the form asks for and the document leaves out."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that is printed."""

    title: Title
    cascade: Cascade
    claims: tuple[Claim, ...]
    holding: tuple[Decision, ...]
    """Decisions in force, oldest first."""
    dibaca: tuple[Issue, ...]
    """What was mended or left out when the document was read."""
    nodes: tuple[Node, ...]
    """In the order of the tree."""
    labels: Mapping[str, str]
    """Level -> word of stage 3 for it."""


def gather(graph: Graph, kode: str, tahun: int | None = None) -> Gathered:
    """The cascade of a unit, of its newest year unless one is named; raises NotFound."""
    return graph.reading(lambda tx: _gather(tx, kode, tahun))


def _gather(tx: Tx, kode: str, tahun: int | None) -> Gathered:
    found = tx.run("export/title", kode=kode, tahun=tahun)
    if not found:
        year = f" tahun {tahun}" if tahun else ""
        raise NotFound(
            f"{kode} tidak punya cascading{year} yang berlaku; tidak ada yang dapat diunduh.",
            "Lihat unit dan tahunnya di halaman mulai, atau impor dokumennya dahulu.",
        )
    state = live.state_of(tx, found[0]["dokumen"])
    cascade = live.cascade_of(state)
    return Gathered(
        title=_title(found[0]),
        cascade=cascade,
        claims=state.claims,
        holding=tuple(in_force(state.decisions)),
        dibaca=tuple(Issue(**issue) for issue in found[0]["isu"]),
        nodes=tuple(in_tree_order(cascade)),
        labels=labels_of(cascade, state.claims),
    )


def _title(row: Mapping[str, Any]) -> Title:
    names = ("kode", "unit", "pemda", "contoh", "tahun", "dokumen", "versi", "nama_berkas", "diimpor_pada", "revisi")
    return Title(**{name: row[name] for name in names}, tidak_disebut=tuple(row["tidak_disebut"]))
