"""Which boxes of a tree a reader asked to see, and which ones a search hits.

In: a `Tree` and a `View` (what was opened, closed, focused, searched). Out: ids in depth-first order.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from service.pohon.tree import Box, Tree

OPEN_TO = 2
"""Boxes down to the second level are open when the page comes up: their causes are the last row seen."""


Crossings = Literal["", "terdeteksi", "tanpa"]


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
    silang: Crossings = ""
    """Partners at the boxes: those that people said; `terdeteksi`: what was only detected too; `tanpa`: none."""


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
    partners = (mark.nama for mark in box.lintas)
    return _plain(" ".join((box.uraian, box.tingkat, box.singkat, *box.indikator, box.pengampu, *partners)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
