"""The reconciliation page: what each stage says of a kinerja's level, the proposal, and the decision, made on the spot.

In: a document's id. Out: the grid (`service/reconcile.py`) with a form per row, one for all proposals, and the inferred
parents that wait to be confirmed. Recording stands in `web/keputusan.py`.
"""

from __future__ import annotations

from itertools import groupby
from typing import cast, get_args

from flask import Blueprint, render_template, request, url_for

from service import reconcile
from service.app import current_graph
from service.web.asked import page_number

bp = Blueprint("rekonsiliasi", __name__)

SHOWN = {"semua": "semua", "terbuka": "perlu diputuskan", "berbeda": "berbeda", "sama": "sama"}
"""Filter -> its name on the page."""

PER_PAGE = 60
"""Rows of one page: a screen or four, each with a form."""


@bp.get("/dokumen/<dokumen_id>/rekonsiliasi")
def page(dokumen_id: str) -> str:
    """The grid of a document's current version; `lihat` filters it."""
    show = request.args.get("lihat", "semua")
    if show not in get_args(reconcile.Filter):
        show = "semua"
    grid = reconcile.grid(current_graph(), dokumen_id, cast(reconcile.Filter, show), page_number(), PER_PAGE)
    return render_template(
        "rekonsiliasi.html",
        grid=grid,
        urut=grid.versi_pohon,
        lihat=show,
        pilihan=SHOWN,
        cabang=_branches(grid),
        page_url=lambda n: url_for("rekonsiliasi.page", dokumen_id=dokumen_id, lihat=show, halaman=n),
        revisi=grid.revisi,
    )


def _branches(grid: reconcile.Grid) -> list[tuple[str, str, list[reconcile.WaitingParent]]]:
    """Waiting parents by branch, in document order: (id of the top, its statement, links)."""
    found = groupby(grid.menunggu, key=lambda waiting: (waiting.cabang, waiting.cabang_teks))
    return [(top, text, list(links)) for (top, text), links in found]
