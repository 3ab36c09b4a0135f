"""From boxes and links to one tree: who stands under whom, and which boxes a view shows.

In: `Box`es in document order and `Link`s from cause to effect (a DAG, perhaps with a cycle put there by hand).
Out: a `Tree`: every box once, under the effect its main link names; every further link kept as an extra line. What a
reader opened, focused or searched is a `View`; `shown` says which boxes it leaves, and is pure like everything here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from service.model import Origin

OPEN_TO = 2
"""Boxes down to the second level are open when the page comes up: their causes are the last row seen."""


@dataclass(frozen=True, slots=True)
class Box:
    """One kinerja as the picture shows it."""

    id: str
    uraian: str
    tingkat: str
    langkah: int
    """Step of the colour ramp, 1 (outcome, dark) … 5 (operational, light); 0: a level the ladder does not know."""
    singkat: str
    """Short name of the level: `TI`."""
    indikator: tuple[str, ...] = ()
    pengampu: str = ""
    """Owners in one line: `kasi / jafung / analisis`."""
    komponen: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """(sebab)-[:CAUSES]->(akibat), with how sure it is."""

    sebab: str
    akibat: str
    asal: Origin
    utama: bool = True
    catatan: str = ""
    """Of a decided link: who, when and why."""


@dataclass(frozen=True)
class View:
    """What a reader asked to see; the whole of it stands in the page's address."""

    sampai: int = OPEN_TO
    """Boxes of this level and above are open; 0: all are."""
    buka: frozenset[str] = frozenset()
    """Boxes opened by hand …"""
    tutup: frozenset[str] = frozenset()
    """… and closed by hand."""
    fokus: str = ""
    """Only this box, its way up and everything under it; empty: all."""
    cari: str = ""
    """Words to look for; the way to every hit is opened, what is no hit is dimmed."""
    lengkap: bool = False
    """Every indicator in full instead of the first two in short."""


@dataclass(frozen=True)
class Tree:
    """Every box once, top first, and the links that the tree form has no place for."""

    boxes: Mapping[str, Box]
    """In depth-first order, siblings in document order."""
    causes: Mapping[str, tuple[str, ...]]
    """Effect -> its causes along main links."""
    up: Mapping[str, Link]
    """Cause -> the main link to the box above it; tops have none."""
    extra: tuple[Link, ...]
    """Further parents, and the link that closes a cycle."""
    tops: tuple[str, ...]

    @cached_property
    def below(self) -> dict[str, int]:
        """How many boxes stand under each."""
        count: dict[str, int] = {}
        for box in reversed(list(self.boxes)):  # depth-first order backwards: causes come before their effect
            count[box] = sum(1 + count[c] for c in self.causes.get(box, ()))
        return count

    @cached_property
    def height(self) -> dict[str, int]:
        """Levels under each box: 0 for a box without causes."""
        levels: dict[str, int] = {}
        for box in reversed(list(self.boxes)):
            levels[box] = max((1 + levels[c] for c in self.causes.get(box, ())), default=0)
        return levels

    def way_up(self, box: str) -> list[str]:
        """The boxes above `box` along main links, nearest first."""
        way: list[str] = []
        while box in self.up:
            box = self.up[box].akibat
            way.append(box)
        return way

    def branch(self, box: str) -> list[str]:
        """`box` and everything under it, depth first."""
        order, rest = [], [box]
        while rest:
            order.append(rest.pop())
            rest.extend(reversed(self.causes.get(order[-1], ())))
        return order


def grow(boxes: Sequence[Box], links: Iterable[Link]) -> Tree:
    """The tree of these boxes; links to unknown boxes are left out, a cycle is cut at its first box."""
    known = {box.id: box for box in boxes}
    usable = [link for link in links if link.sebab in known and link.akibat in known and link.sebab != link.akibat]
    up: dict[str, Link] = {}
    for link in sorted(usable, key=lambda link: not link.utama):
        up.setdefault(link.sebab, link)
    _cut_cycles(list(known), up)
    causes: dict[str, list[str]] = {}
    for box in known:
        if box in up:
            causes.setdefault(up[box].akibat, []).append(box)
    tops = tuple(box for box in known if box not in up)
    tree = Tree(known, {k: tuple(v) for k, v in causes.items()}, up, (), tops)
    order = [box for top in tops for box in tree.branch(top)]
    main = set(up.values())
    extra = tuple(link for link in dict.fromkeys(usable) if link not in main)
    return Tree({box: known[box] for box in order}, tree.causes, up, extra, tops)


def _cut_cycles(order: list[str], up: dict[str, Link]) -> None:
    """Take the link above the first box of every cycle out of `up`; it stays drawn as an extra line."""
    safe: set[str] = set()
    for start in order:
        way: list[str] = []
        box = start
        while box in up and box not in safe and box not in way:
            way.append(box)
            box = up[box].akibat
        if box in way:
            del up[min(way[way.index(box) :], key=order.index)]
        safe.update(way)


def shown(tree: Tree, view: View) -> list[str]:
    """Ids of the boxes that `view` leaves, in depth-first order."""
    wanted: list[str] = []
    focus = view.fokus if view.fokus in tree.boxes else ""
    way = set(tree.way_up(focus)) | {focus} if focus else set()
    forced = {above for hit in hits(tree, view) for above in tree.way_up(hit)}
    rest = [(top, 1, False) for top in reversed(tree.tops)]
    while rest:
        box, level, inside = rest.pop()
        inside = inside or box == focus
        if focus and not inside and box not in way:
            continue
        wanted.append(box)
        if (
            is_open(box, level, view, inside)
            or (box in forced and box not in view.tutup)
            or (box in way and not inside)
        ):
            rest.extend((cause, level + 1, inside) for cause in reversed(tree.causes.get(box, ())))
    return wanted


def is_open(box: str, level: int, view: View, focused: bool = False) -> bool:
    """Whether the causes of `box` are seen; a focused branch opens wholly, what was set by hand comes first."""
    if box in view.buka or box in view.tutup:
        return box in view.buka
    return focused or view.sampai == 0 or level <= view.sampai


def hits(tree: Tree, view: View) -> list[str]:
    """Boxes that hold every word of `view.cari` in statement, level, indicators or owners; none without words."""
    words = _plain(view.cari).split()
    if not words:
        return []
    scope = tree.branch(view.fokus) if view.fokus in tree.boxes else list(tree.boxes)
    return [box for box in scope if all(word in _searchable(tree.boxes[box]) for word in words)]


def _searchable(box: Box) -> str:
    return _plain(" ".join((box.uraian, box.tingkat, box.singkat, *box.indikator, box.pengampu)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
