"""The lineage passport as a page that prints on A4; the same as JSON is under /api."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.app import current_graph
from service.browse import OldKinerja, kinerja_page
from service.errors import NotFound
from service.passport import indicator_passport, kinerja_passport

bp = Blueprint("paspor", __name__)


@bp.get("/kinerja/<kinerja_id>/paspor")
def kinerja(kinerja_id: str) -> str | Response:
    """Passport of a kinerja; an old id answers with the page that says where it went."""
    try:
        paper = kinerja_passport(current_graph(), kinerja_id)
    except NotFound:
        if isinstance(kinerja_page(current_graph(), kinerja_id), OldKinerja):
            return redirect(url_for("kinerja.page", kinerja_id=kinerja_id))
        raise
    return render_template("paspor.html", paper=paper, revisi=paper.revisi)


@bp.get("/indikator/<indikator_id>/paspor")
def indikator(indikator_id: str) -> str:
    """Passport of an indicator."""
    paper = indicator_passport(current_graph(), indikator_id)
    return render_template("paspor.html", paper=paper, revisi=paper.revisi)
