"""The whole cascade of a unit and year as flat rows, for the nested list and for the box diagram."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from service.boxes import (
    component_refs,
    decisions,
    indicators,
    ladder_of,
    level_steps,
    link,
    partner_refs,
    positions,
    targets,
)
from service.browse.answers import MAX_TREE, Tree, TreeNode, UnitPage
from service.browse.units import no_such_unit, read_unit_page
from service.facts import Link, UnitRef
from service.graph import Graph, Tx
from service.levels import colour, short


def tree(graph: Graph, kode: str, tahun: int | None = None) -> Tree:
    """The whole cascade of a unit and year; raises NotFound."""
    return graph.reading(lambda tx: read_tree(tx, kode, tahun))


def unit_with_tree(graph: Graph, kode: str, tahun: int | None = None) -> tuple[UnitPage, Tree | None]:
    """Overview and cascade in one transaction, so that the counts above a tree are those of the tree; None: a unit
    without a document. Raises NotFound."""

    def work(tx: Tx) -> tuple[UnitPage, Tree | None]:
        unit = read_unit_page(tx, kode, tahun)
        return unit, read_tree(tx, kode, unit.kartu.tahun) if unit.kartu.dokumen else None

    return graph.reading(work)


def read_tree(tx: Tx, kode: str, tahun: int | None) -> Tree:
    """`tree` inside a transaction."""
    found = tx.run("browse/tree", kode=kode, tahun=tahun, batas=MAX_TREE)
    if not found or (tahun is not None and found[0]["tahun"] is None):
        raise no_such_unit(kode, tahun if found else None)
    row = found[0]
    ladder = ladder_of(row["simpul"])
    shown = {one["id"] for one in row["simpul"]}
    nodes = [_node(one, ladder, shown) for one in row["simpul"]]
    counts = Counter((node.urut_tingkat, node.tingkat) for node in nodes)
    return Tree(
        unit=UnitRef(**row["unit"]),
        tahun=row["tahun"] or 0,
        dokumen=row["dokumen"] or "",
        versi=row["versi"] or 0,
        simpul=tuple(_parents_first(nodes)),
        tingkat=level_steps((urut, tingkat, n) for (urut, tingkat), n in counts.items()),
        disimpulkan=sum(up.asal == "urutan" for node in nodes for up in _links(node)),
        konflik=sum(node.konflik for node in nodes),
        total=row["total"],
        terpotong=row["total"] > MAX_TREE,
    )


def _node(row: Mapping[str, Any], ladder: int, shown: set[str]) -> TreeNode:
    said = decisions(row["putusan"])
    ups = [link(row["id"], key, edge, said) for key, *edge in row["naik"] if key in shown]
    main = next((up for up in ups if up.utama), ups[0] if ups else None)
    tingkat, urut = row["tingkat"] or "", row["urut_tingkat"] or 0
    return TreeNode(
        id=row["id"],
        uraian=row["uraian"] or "",
        tingkat=tingkat,
        singkat=short(tingkat, urut),
        warna=colour(tingkat, urut, ladder),
        urut_tingkat=urut,
        kedalaman=row["kedalaman"] or 0,
        urutan=row["urutan"] or 0,
        komponen=row["komponen"] or "",
        konflik=bool(row["konflik"]) and not row["diputuskan"],
        diputuskan=bool(row["diputuskan"]),
        induk=main.akibat if main else "",
        lewat=main,
        induk_lain=tuple(sorted((up for up in ups if up is not main), key=lambda up: up.akibat)),
        jabatan=positions(row["jabatan"]),
        indikator=indicators(row["indikator"]),
        target=targets(row["indikator"]),
        rencana=component_refs(row["rencana"]),
        mitra=partner_refs(row["mitra"]),
    )


def _links(node: TreeNode) -> Iterator[Link]:
    if node.lewat:
        yield node.lewat
    yield from node.induk_lain


def _parents_first(nodes: Sequence[TreeNode]) -> Iterator[TreeNode]:
    """Depth first from the roots; what hangs on no root (a loop) comes last, so that nothing is lost."""
    below: dict[str, list[TreeNode]] = defaultdict(list)
    for node in nodes:
        below[node.induk].append(node)
    placed: set[str] = set()
    for start in (*below[""], *nodes):
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node.id in placed:
                continue
            placed.add(node.id)
            yield node
            waiting.extend(reversed(below[node.id]))
