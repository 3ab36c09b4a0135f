"""The same cascade as one flat list and as counts, for whoever filters and adds up.

In: a `Gathered` cascade. Out: rows of texts: one for each kinerja and indicator, everything repeated on every row; one
for each level with its counts; and what the document does not say, told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.bahasa.terms import component_type
from service.lembar.form import Parent, print_parent
from service.lembar.gathered import Gathered
from service.lembar.holding import Holding, Measure, holdings
from service.lembar.tree import Node

LIST_HEADS = (
    "Id", "Tingkat", "Kinerja", "Induk", "Induk lain", "Komponen", "Kode komponen", "Nama komponen", "Id indikator",
    "Indikator", "Satuan", "Kondisi awal", "Target", "Pengampu", "Mitra",
)  # fmt: skip
LIST_WIDTHS = (14, 20, 46, 24, 24, 22, 18, 28, 14, 42, 10, 12, 10, 24, 22)
COUNT_HEADS = ("Tingkat", "Komponen", "Kinerja", "Indikator", "Dengan target", "Jabatan pengampu", "Tanpa pengampu")
COUNT_WIDTHS = (26, 26, 12, 12, 14, 18, 16)


def listed(of: Gathered) -> Iterator[tuple[str, ...]]:
    """One row for each kinerja and indicator, in the order of the tree."""
    held = holdings(of)
    for node in of.nodes:
        for measure in held[node.kinerja.id].indikator or (Measure("", ""),):
            yield _row(node, held[node.kinerja.id], measure)


def counted(of: Gathered) -> Iterator[tuple[str, ...]]:
    """One row for each level, top first, and one for all."""
    held = holdings(of)
    levels = sorted({(k.urut_tingkat, k.tingkat) for k in of.cascade.kinerja})
    for _, level in levels:
        nodes = [node for node in of.nodes if node.kinerja.tingkat == level]
        kinds = dict.fromkeys(component_type(node.kinerja.komponen) for node in nodes)
        yield (level or "tidak disebut", ", ".join(kind for kind in kinds if kind), *_counts(nodes, held))
    yield ("Jumlah", "", *_counts(of.nodes, held))


def missing(of: Gathered) -> str:
    """What no row of the document says, in one sentence; empty: it says everything."""
    held = list(holdings(of).values())
    measures = [one for holding in held for one in holding.indikator]
    asked = {
        "satuan": any(one.satuan for one in measures),
        "target": any(one.target for one in measures),
        "kode komponen": any(one.kode for one in held),
        "pengampu": any(one.jabatan for one in held),
    }
    gone = [name for name, there in asked.items() if not there]
    if not gone:
        return ""
    names = gone[0] if len(gone) == 1 else f"{', '.join(gone[:-1])} dan {gone[-1]}"
    return f"{names.capitalize()} tidak tersedia di dokumen ini."


def _row(node: Node, held: Holding, one: Measure) -> tuple[str, ...]:
    k = node.kinerja
    parent = print_parent(Parent(node.induk.akibat, node.induk.asal)) if node.induk else ""
    others = "; ".join(print_parent(Parent(edge.akibat, edge.asal)) for edge in node.lain)
    return (
        *(k.id, k.tingkat, k.uraian, parent, others, k.komponen, held.kode, held.nama_komponen),
        *(one.id, one.nama, one.satuan, one.baseline, one.target, held.pengampu, "; ".join(held.mitra)),
    )


def _counts(nodes: tuple[Node, ...] | list[Node], held: dict[str, Holding]) -> tuple[str, ...]:
    of = [held[node.kinerja.id] for node in nodes]
    measures = {one.id: one for holding in of for one in holding.indikator}
    with_target = {one.id for holding in of for one in holding.indikator if one.target}
    owners = {name for holding in of for cell in holding.jabatan for name in cell.split("/")}
    without = sum(1 for holding in of if not holding.jabatan)
    return tuple(map(str, (len(nodes), len(measures), len(with_target), len(owners), without)))
