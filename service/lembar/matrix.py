"""The matrix cascading: from tujuan on the left down to sub kegiatan on the right, as plain cells.

In: a `Gathered` cascade. Out: a `Matrix` whose cells know how many rows they cover, for trees of any depth. The main
way up decides where a kinerja stands; its other parents are named in its cell. A kinerja whose level leaves no room
below its parent moves one column to the right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.terms import component_type
from service.lembar.gathered import Gathered
from service.lembar.holding import Holding, Measure, holdings
from service.lembar.tree import Node

UPPER = (("kinerja", 26), ("indikator", 24))
LOWEST = (("kode", 15), ("kinerja", 30), ("indikator", 28), ("satuan", 10), ("target", 10), ("pengampu", 18))
"""Cells of a level above the last, and of the last: name and width in characters."""
NAMES = {"kode": "Kode", "indikator": "Indikator", "satuan": "Satuan", "target": "Target", "pengampu": "Pengampu"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix, merged down over `tinggi` rows."""

    baris: int
    kolom: int
    """From 0."""
    tinggi: int
    teks: str
    tingkat: int
    """Column group, from 0; the shade follows it."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells, and the heads above them."""

    kelompok: tuple[tuple[str, int], ...]
    """Upper heads: text, how many columns it covers."""
    kepala: tuple[str, ...]
    lebar: tuple[int, ...]
    sel: tuple[Cell, ...]
    tinggi: int
    """Rows below the heads."""


def matrix(of: Gathered) -> Matrix:
    """The matrix of a cascade."""
    columns = _columns(of)
    last = max(columns.values(), default=0)
    held = holdings(of)
    rows = _rows(of.nodes, columns, held, last)
    height = max((top + tall for top, tall in rows.values()), default=0)
    words = {node.kinerja.id: node.kinerja.uraian for node in of.nodes}
    cells = [
        cell
        for node in of.nodes
        for cell in _cells(node, held[node.kinerja.id], columns[node.kinerja.id], last, rows[node.kinerja.id], words)
    ]
    names = [name for name, _ in UPPER] * last + [name for name, _ in LOWEST]
    groups = _groups(of, columns, last)
    titles = [title.split(" (")[0] for title, count in groups for _ in range(count)]
    return Matrix(
        kelompok=tuple(groups),
        kepala=tuple(NAMES.get(name, title) for name, title in zip(names, titles, strict=True)),
        lebar=tuple(width for _, width in (*UPPER * last, *LOWEST)),
        sel=tuple(cells),
        tinggi=height,
    )


def _columns(of: Gathered) -> dict[str, int]:
    """Id -> column group: that of its level, and to the right of its parent."""
    levels = sorted({k.urut_tingkat for k in of.cascade.kinerja})
    found: dict[str, int] = {}
    for node in of.nodes:
        above = found.get(node.induk.akibat, -1) if node.induk else -1
        found[node.kinerja.id] = max(levels.index(node.kinerja.urut_tingkat), above + 1)
    return found


def _rows(
    nodes: Sequence[Node], columns: Mapping[str, int], held: Mapping[str, Holding], last: int
) -> dict[str, tuple[int, int]]:
    """Id -> (first row, how many): its own lines, or those of everything below it."""
    below: dict[str, list[str]] = defaultdict(list)
    known = {node.kinerja.id for node in nodes}
    for node in nodes:
        if node.dalam:
            below[node.jalur[-2]].append(node.kinerja.id)
    tall: dict[str, int] = {}
    for node in reversed(nodes):
        key = node.kinerja.id
        own = max(1, len(held[key].indikator)) if columns[key] == last else 1
        tall[key] = max(own, sum(tall[child] for child in below[key]))
    first: dict[str, int] = {}
    top = 0
    for node in nodes:
        key = node.kinerja.id
        if node.dalam == 0 or node.jalur[-2] not in known:
            first[key], top = top, top + tall[key]
        start = first[key]
        for child in below[key]:
            first[child], start = start, start + tall[child]
    return {key: (first[key], tall[key]) for key in tall}


def _cells(
    node: Node, held: Holding, group: int, last: int, rows: tuple[int, int], words: Mapping[str, str]
) -> list[Cell]:
    first, tall = rows
    start = group * len(UPPER)
    said = node.kinerja.uraian + _also(node, words)
    if group < last:
        owner = f"\nPengampu: {held.pengampu}" if held.pengampu else ""
        listed = "\n".join(_in_words(one) for one in held.indikator)
        return [Cell(first, start, tall, said + owner, group), Cell(first, start + 1, tall, listed, group)]
    whole = {0: held.kode, 1: said, 5: held.pengampu}
    cells = [Cell(first, start + n, tall, text, group) for n, text in whole.items()]
    for nth, one in enumerate(held.indikator or (Measure("", ""),)):
        rest = tall - nth if nth == len(held.indikator) - 1 or not held.indikator else 1
        values = {2: one.nama, 3: one.satuan, 4: one.target}
        cells += [Cell(first + nth, start + n, rest, text, group) for n, text in values.items()]
    return cells


def _in_words(one: Measure) -> str:
    number = " ".join(filter(None, (one.target, one.satuan if one.target else "")))
    return f"{one.nama}: {number}" if number else f"{one.nama} ({one.satuan})" if one.satuan else one.nama


def _also(node: Node, words: Mapping[str, str]) -> str:
    return "".join(f"\n[juga menopang {edge.akibat}: {words.get(edge.akibat, '')}]" for edge in node.lain)


def _groups(of: Gathered, columns: Mapping[str, int], last: int) -> list[tuple[str, int]]:
    """`Tujuan (strategis skpd)`: the component most common in a column, and its level."""
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    levels: dict[int, Counter[str]] = defaultdict(Counter)
    for k in of.cascade.kinerja:
        kinds[columns[k.id]][component_type(k.komponen)] += 1
        levels[columns[k.id]][k.tingkat] += 1
    titles = []
    for group in range(last + 1):
        level = levels[group].most_common(1)[0][0] if levels[group] else ""
        kind = next((kind for kind, _ in kinds[group].most_common() if kind), "")
        name = (kind or level or f"tingkat {group + 1}").capitalize()
        titles.append(f"{name} ({level})" if kind and level else name)
    return [(title, len(UPPER) if group < last else len(LOWEST)) for group, title in enumerate(titles)]
