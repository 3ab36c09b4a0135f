"""One position: all that is assigned to it, and the outcomes that this serves."""

from __future__ import annotations

from flask import Blueprint, render_template

from service.app import current_graph
from service.trace import position_lineage

bp = Blueprint("jabatan", __name__)


@bp.get("/jabatan/<kode>")
def page(kode: str) -> str:
    """The page of a position."""
    graph = current_graph()
    return render_template("jabatan.html", page=position_lineage(graph, kode), revisi=graph.revision())
