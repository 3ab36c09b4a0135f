"""From boxes and links to one tree: who stands under whom, and which boxes a view shows.

In: `Box`es in document order and `Link`s from cause to effect (a DAG, perhaps with a cycle put there by hand).
Out: a `Tree`: every box once, under the effect its main link names; every further link kept as an extra line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from service.model import Origin
from service.pohon.crossing import Mark


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
    lintas: tuple[Mark, ...] = ()
    """Partners of other units, agreed ones first."""


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
