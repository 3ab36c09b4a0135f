"""One indicator: the rows that state it, every kinerja it measures, and where each of these leads."""

from __future__ import annotations

from flask import Blueprint, render_template

from service.app import current_graph
from service.browse import indicator_with_lineage

bp = Blueprint("indikator", __name__)


@bp.get("/indikator/<indikator_id>")
def page(indikator_id: str) -> str:
    """The page of an indicator."""
    found, lineage = indicator_with_lineage(current_graph(), indikator_id)
    return render_template("indikator.html", page=found, lineage=lineage, revisi=found.revisi)
