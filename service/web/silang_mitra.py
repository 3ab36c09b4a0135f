"""Bodies outside the government: their list, a page for each with everything that names it, and both as files."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from service.app import current_graph
from service.crosscut.views.bodies import bodies, body
from service.crosscut.views.body_answers import BodyList, BodyPage
from service.crosscut.views.body_tables import listed, naming
from service.web.asked import year
from service.web.silang_unduh import answered, dated, table_forms

bp = Blueprint("silang_mitra", __name__)

LIST = table_forms(listed, BodyList, lambda of: dated(of.lingkup, of.keadaan))
ONE = table_forms(naming, BodyPage, lambda of: dated(of.lingkup, of.keadaan))


@bp.get("/crosscutting/mitra")
def bodies_page() -> str:
    """All of them."""
    found = _list()
    return render_template("silang_mitra.html", daftar=found, revisi=found.keadaan.revisi)


@bp.get("/crosscutting/mitra.<bentuk>")
def bodies_file(bentuk: str) -> Response:
    """The list."""
    return answered(LIST, bentuk, _list, lambda of: f"pihak-luar-{of.lingkup.pemda or 'kosong'}-{of.lingkup.tahun}")


@bp.get("/mitra/<kode>/crosscutting")
def page(kode: str) -> str:
    """Everything that names the body."""
    found = _one(kode)
    return render_template("silang_mitra_satu.html", mitra=found, revisi=found.keadaan.revisi)


@bp.get("/mitra/<kode>/crosscutting.<bentuk>")
def file(kode: str, bentuk: str) -> Response:
    """The same as a file."""
    return answered(ONE, bentuk, lambda: _one(kode), lambda of: f"menyebut-{of.kode}-{of.lingkup.tahun}")


def _list() -> BodyList:
    return bodies(current_graph(), request.args.get("pemda", "")[:200], year())


def _one(kode: str) -> BodyPage:
    asked = {name: request.args.get(name, "")[:200] for name in ("pemda", "unit")}
    return body(current_graph(), kode, tahun=year(), **asked)
