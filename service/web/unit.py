"""A unit and year: its cascade as a tree to open and close, and as a table to sort.

In: the kode of a unit, a year. Out: two pages with the same head; the box diagram is `pohon.py`, the reconciliation
and the document are pages of the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from flask import Blueprint, render_template, url_for

from service.app import current_graph
from service.browse import Tree, TreeNode, UnitPage, unit_with_tree
from service.facts import Paging
from service.web.asked import chosen, page_number, year

bp = Blueprint("unit", __name__, url_prefix="/skpd/<kode>")

PER_PAGE = 50

COLUMNS: tuple[tuple[str, str, Callable[[TreeNode], Any]], ...] = (
    ("urutan", "No.", lambda box: box.urutan),
    ("tingkat", "Tingkat", lambda box: (box.urut_tingkat, box.urutan)),
    ("kinerja", "Kinerja", lambda box: box.uraian.casefold()),
    ("indikator", "Indikator", lambda box: (not box.indikator, [one.teks.casefold() for one in box.indikator])),
    ("komponen", "Komponen perencanaan", lambda box: (not box.komponen, box.komponen, box.urutan)),
    ("pengampu", "Pengampu", lambda box: (not box.jabatan, [one.nama for one in box.jabatan], box.urutan)),
)
"""Columns of the table: key in the address, heading, what is sorted by; what is missing comes last."""


@bp.get("")
def page(kode: str) -> str:
    """The cascade as a nested list."""
    unit, whole = unit_with_tree(current_graph(), kode, year())
    below, loops = _by_parent(whole)
    return render_template("unit.html", here="Pohon", tree=whole, below=below, loops=loops, **_head(unit))


@bp.get("/daftar")
def rows(kode: str) -> str:
    """The cascade as a table."""
    unit, whole = unit_with_tree(current_graph(), kode, year())
    order = chosen("urut", [key for key, _, _ in COLUMNS])
    paging = Paging(page_number(), PER_PAGE, len(whole.simpul) if whole else 0)
    return render_template(
        "unit_daftar.html",
        here="Daftar",
        tree=whole,
        boxes=_sorted_page(whole, order, paging),
        columns=[(key, name) for key, name, _ in COLUMNS],
        urut=order,
        paging=paging,
        sort_url=lambda key: url_for("unit.rows", kode=kode, tahun=unit.kartu.tahun, urut=key),
        page_url=lambda n: url_for("unit.rows", kode=kode, tahun=unit.kartu.tahun, urut=order, halaman=n),
        **_head(unit),
    )


def _head(unit: UnitPage) -> dict[str, Any]:
    return {"card": unit.kartu, "other_years": unit.tahun_lain, "unit": unit, "revisi": unit.revisi}


def _by_parent(whole: Tree | None) -> tuple[dict[str, list[TreeNode]], set[str]]:
    """(id of a parent -> its boxes in document order; "" -> the roots, also those whose parent is not shown,
    ids of the boxes at which a loop was cut open: nothing of it would be shown otherwise)."""
    below: dict[str, list[TreeNode]] = defaultdict(list)
    boxes = {box.id: box for box in (whole.simpul if whole else ())}
    for box in boxes.values():
        below[box.induk if box.induk in boxes else ""].append(box)
    loops: set[str] = set()
    reached = _under("", below)
    for box in boxes.values():
        if box.id not in reached:
            entry = _on_the_loop(box, boxes)
            below[entry.induk].remove(entry)
            below[""].append(entry)
            loops.add(entry.id)
            reached |= {entry.id} | _under(entry.id, below)
    return below, loops


def _under(top: str, below: dict[str, list[TreeNode]]) -> set[str]:
    """Ids of everything below `top`; the loops below it, if any, were cut before."""
    found: set[str] = set()
    waiting = [top]
    while waiting:
        ids = [box.id for box in below.get(waiting.pop(), ()) if box.id not in found]
        found.update(ids)
        waiting.extend(ids)
    return found


def _on_the_loop(box: TreeNode, boxes: dict[str, TreeNode]) -> TreeNode:
    """The first box met twice when going up from `box`, which has no way to a root."""
    passed: set[str] = set()
    while box.id not in passed:
        passed.add(box.id)
        box = boxes[box.induk]
    return box


def _sorted_page(whole: Tree | None, order: str, paging: Paging) -> list[TreeNode]:
    by = {key: sort for key, _, sort in COLUMNS}[order]
    boxes = sorted(whole.simpul if whole else (), key=by)
    start = (paging.halaman - 1) * paging.per_halaman
    return boxes[start : start + paging.per_halaman]
