"""Between an address and the picture: what a reader asked to see, and the cascade as boxes and links.

In: the query string, a cascade of `browse`. Out: a `View`, a `Tree`, and addresses that carry a view on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast, get_args

from flask import request, url_for

from service.browse import Tree as Cascade
from service.browse import TreeNode
from service.crosscut.views.at_tree import Partner
from service.facts import Link as Fact
from service.facts import PositionRef
from service.pohon.crossing import Mark, State
from service.pohon.tree import Box, Link, Tree, grow
from service.pohon.view import OPEN_TO, Crossings, View
from service.web.asked import chosen, number
from service.web.words import waktu

MOST_OPENED = 400
"""Boxes opened or closed by hand that an address may name; more are cut off, since addresses end somewhere."""
DEEPEST = 99


@dataclass(frozen=True)
class Opened:
    """Boxes that were opened and closed by hand."""

    buka: frozenset[str]
    tutup: frozenset[str]

    def turned(self, box: str, opening: bool) -> Opened:
        """The same after `box` was opened or closed."""
        if opening:
            return Opened(self.buka | {box}, self.tutup - {box})
        return Opened(self.buka - {box}, self.tutup | {box})


def asked_view() -> View:
    """What the address of this request asks to see."""
    sampai = number("sampai", 0, DEEPEST)
    return View(
        sampai=OPEN_TO if sampai is None else sampai,
        buka=_ids("buka"),
        tutup=_ids("tutup"),
        fokus=request.args.get("fokus", "").strip(),
        cari=request.args.get("cari", "").strip()[:200],
        lengkap=request.args.get("indikator") == "lengkap",
        silang=asked_crossings(),
    )


def asked_crossings() -> Crossings:
    """Which partners the boxes are to show."""
    return cast(Crossings, chosen("silang", get_args(Crossings)))


def address(endpoint: str, kode: str, tahun: int, view: View) -> str:
    """The address of `endpoint` that asks for `view`; what is as usual is left out."""
    return url_for(
        endpoint,
        kode=kode,
        tahun=tahun,
        sampai=None if view.sampai == OPEN_TO else view.sampai,
        buka=",".join(sorted(view.buka)) or None,
        tutup=",".join(sorted(view.tutup)) or None,
        fokus=view.fokus or None,
        cari=view.cari or None,
        indikator="lengkap" if view.lengkap else None,
        silang=view.silang or None,
    )


def tree_of(cascade: Cascade, partners: Mapping[str, Sequence[Partner]]) -> Tree:
    """The cascade as the picture's boxes and links; `partners`: id of a kinerja -> who works along."""
    links = [link for node in cascade.simpul for link in (node.lewat, *node.induk_lain) if link]
    return grow([_box(node, partners.get(node.id, ())) for node in cascade.simpul], [_link(link) for link in links])


def opened(tree: Tree, view: View) -> set[str]:
    """Boxes of the nested list that are open at first: the focused branch, else the first one, else only the top."""
    start = view.fokus or next(iter(tree.tops), "")
    if view.fokus:
        return {*tree.way_up(start), *tree.branch(start)}
    way = set(tree.tops)
    while start:
        way.add(start)
        start = next(iter(tree.causes.get(start, ())), "")
    return way


def _ids(name: str) -> frozenset[str]:
    given = [one.strip() for one in request.args.get(name, "").split(",")]
    return frozenset([one for one in given if one][:MOST_OPENED])


def _box(node: TreeNode, partners: Sequence[Partner]) -> Box:
    return Box(
        id=node.id,
        uraian=node.uraian,
        tingkat=node.tingkat,
        langkah=node.warna if 1 <= node.warna <= 5 else 0,
        singkat=node.singkat,
        indikator=tuple(one.teks for one in node.indikator),
        pengampu=_owners(node.jabatan),
        komponen=node.komponen,
        lintas=tuple(Mark(one.nama, cast(State, one.status), one.banyak) for one in partners),
    )


def _link(link: Fact) -> Link:
    said = link.keputusan
    note = f"induk diputuskan {said.oleh}, {waktu(said.pada)}" if said else ""
    if said and said.alasan:
        note += f": “{said.alasan}”"
    return Link(link.sebab, link.akibat, link.asal, link.utama, note)


def _owners(positions: tuple[PositionRef, ...]) -> str:
    """`kasi / jafung / analisis, camat`: alternatives of one cell, then the next cell."""
    cells = groupby(sorted(positions, key=lambda one: one.kelompok), key=lambda one: one.kelompok)
    return ", ".join(" / ".join(one.nama for one in cell) for _, cell in cells)
