"""The list of overlaps taken away: what the address narrows the inbox to, all of it, as a file with ids.

In: the same query string as the inbox. Out: CSV, a workbook or JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, Response

from service.app import current_graph
from service.crosscut.lists.answers import OverlapPage
from service.crosscut.lists.overlaps import all_overlaps
from service.web.silang import wanted_here
from service.web.silang_unduh import answered, as_json

bp = Blueprint("silang_berkas", __name__)


def _csv(found: OverlapPage) -> bytes:
    from service.crosscut.lists.book import as_csv  # the library takes a while to load, and few ask for it

    return as_csv(found.isi)


def _workbook(found: OverlapPage) -> bytes:
    from service.crosscut.lists.book import as_workbook

    return as_workbook(found.isi)


FORMS: Mapping[str, Callable[[OverlapPage], bytes]] = {
    "csv": _csv,
    "xlsx": _workbook,
    "json": lambda found: as_json(OverlapPage, found),
}
"""Ending -> what is written."""


@bp.get("/crosscutting.<bentuk>")
def file(bentuk: str) -> Response:
    """Everything that the inbox would show with this address, page after page."""
    wanted = wanted_here()

    def named(found: OverlapPage) -> str:
        return f"crosscutting-{wanted.unit or found.lingkup.pemda or 'kosong'}-{found.lingkup.tahun}"

    return answered(FORMS, bentuk, lambda: all_overlaps(current_graph(), wanted), named, wanted.unit)
