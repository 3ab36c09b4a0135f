"""The fictional regency beside the real one: what it holds, how to take it away, how to bring it again.

In: `/contoh`. Out: the page with its counts; removing asks here, naming what goes, because what people tried out on the
examples goes with it. Loading runs beside the service and is told on the start page.
"""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service import examples
from service.app import current_examples, current_graph, current_settings
from service.examples.documents import documents
from service.web.words import angka

bp = Blueprint("contoh", __name__, url_prefix="/contoh")


@bp.get("")
def page() -> str:
    """What the examples are, and what removing them takes away."""
    there = examples.removal(current_graph())
    progress = current_examples().progress
    return render_template("contoh.html", ada=there, sidik=_mark(there), muat=progress, banyak=len(documents()))


@bp.post("/buang")
def remove() -> Response:
    """Take away what the person was shown."""
    graph = current_graph()
    there = examples.removal(graph)
    if request.form.get("sidik", "") != _mark(there):
        flash("Contoh berubah sesudah halaman itu dibuka. Tidak ada yang dibuang; periksa lagi di bawah.", "perhatian")
        return redirect(url_for("contoh.page"), 303)
    done = examples.remove(graph, current_settings(), there)
    flash(f"{angka(len(done.unit))} perangkat daerah contoh dibuang. Dokumen lain tidak berubah.")
    return redirect(url_for("start.start"), 303)


@bp.post("/muat")
def load() -> Response:
    """Bring them (again), in the background."""
    current_examples().ask()
    return redirect(url_for("start.start"), 303)


def _mark(there: examples.Removal) -> str:
    """What stood on the page, in short: a removal that meets anything else is refused."""
    return f"{len(there.unit)}-{len(there.dokumen)}-{there.kinerja}-{there.keputusan}"
