"""Files to take away of a unit and year: the five-stage worksheet, the matrix.

In: the kode of a unit, a form, a year. Out: the bytes under a name that says unit, year and revision.
"""

from __future__ import annotations

from flask import Blueprint, Response

from service.actor import note
from service.app import current_graph
from service.errors import NotFound
from service.lembar.gathered import gather
from service.lembar.names import FORMS, file_name, written
from service.web.asked import year
from service.web.words import now

bp = Blueprint("unduh", __name__, url_prefix="/skpd/<kode>/unduh")


@bp.get("/<bentuk>.<akhiran>")
def file(kode: str, bentuk: str, akhiran: str) -> Response:
    """The file; a form that there is not is not found, with those that there are."""
    form = FORMS.get((bentuk, akhiran))
    if form is None:
        known = ", ".join(f"{name}.{ending}" for name, ending in FORMS)
        raise NotFound(f"Tidak ada unduhan {bentuk}.{akhiran}.", f"Yang ada: {known}.")
    of = gather(current_graph(), kode, year())
    note(subjek=of.title.dokumen, unit=kode, sesudah={"berkas": file_name(form, of.title)})
    return Response(
        written(form, of, now()),
        mimetype=form.tipe,
        headers={"Content-Disposition": f'attachment; filename="{file_name(form, of.title)}"'},
    )
