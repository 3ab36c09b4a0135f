"""One kinerja: why it is done, how, who answers for it, and the rows that say so."""

from __future__ import annotations

from flask import Blueprint, render_template

from service.app import current_graph
from service.browse import OldKinerja, kinerja_page

bp = Blueprint("kinerja", __name__)


@bp.get("/kinerja/<kinerja_id>")
def page(kinerja_id: str) -> str:
    """The page of a kinerja; an old id answers with what became of it."""
    found = kinerja_page(current_graph(), kinerja_id)
    if isinstance(found, OldKinerja):
        return render_template("kinerja_lama.html", page=found)
    return render_template("kinerja.html", page=found, revisi=found.revisi)
