"""One position: all that is assigned to it, and the outcomes that this serves."""

from __future__ import annotations

from flask import Blueprint, render_template

from service.app import current_graph
from service.trace import position_lineage

bp = Blueprint("jabatan", __name__)


@bp.get("/jabatan/<kode>")
def page(kode: str) -> str:
    """The page of a position."""
    found = position_lineage(current_graph(), kode)
    return render_template("jabatan.html", page=found, revisi=found.revisi)
