"""The list of overlaps taken away: what the address narrows the inbox to, all of it, as a file with ids.

In: the same query string as the inbox. Out: CSV, a workbook or JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from flask import Blueprint, Response
from pydantic import TypeAdapter

from service.actor import note
from service.app import current_graph
from service.crosscut.lists.answers import OverlapPage
from service.crosscut.lists.overlaps import all_overlaps
from service.errors import NotFound
from service.web.silang import wanted_here

bp = Blueprint("silang_berkas", __name__)

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _csv(found: OverlapPage) -> bytes:
    from service.crosscut.lists.book import as_csv  # the library takes a while to load, and few ask for it

    return as_csv(found.isi)


def _workbook(found: OverlapPage) -> bytes:
    from service.crosscut.lists.book import as_workbook

    return as_workbook(found.isi)


def _json(found: OverlapPage) -> bytes:
    return TypeAdapter(OverlapPage).dump_json(found)


FILES: Mapping[str, tuple[str, Callable[[OverlapPage], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "xlsx": (SHEET, _workbook),
    "json": ("application/json; charset=utf-8", _json),
}
"""Ending -> (type, writer)."""


@bp.get("/crosscutting.<bentuk>")
def file(bentuk: str) -> Response:
    """Everything that the inbox would show with this address, page after page."""
    if bentuk not in FILES:
        raise NotFound(f"Tidak ada unduhan crosscutting.{bentuk}.", f"Yang ada: {', '.join(FILES)}.")
    wanted = wanted_here()
    found = all_overlaps(current_graph(), wanted)
    note(unit=wanted.unit, sesudah={"pasangan": str(len(found.isi))})
    kind, write = FILES[bentuk]
    response = Response(write(found), content_type=kind)
    of = wanted.unit or found.lingkup.pemda or "kosong"
    name = f"crosscutting-{of}-{found.lingkup.tahun}-{date.today():%Y-%m-%d}.{bentuk}"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
