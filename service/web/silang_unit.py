"""The crosscutting sheet of a unit: the page that the last heading of the form names, and the form for a meeting.

In: the kode of a unit, a year. Out: the page; CSV, workbook, document or JSON with the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, render_template

from service.app import current_graph
from service.crosscut.handover.handing import Handed
from service.crosscut.handover.sheet import SHOWN, handed, unit_sheet
from service.crosscut.handover.tables import form
from service.crosscut.tables import as_csv
from service.web.asked import year
from service.web.silang_matriks import with_detected
from service.web.silang_unduh import answered, as_json, as_word, as_workbook
from service.web.words import now

bp = Blueprint("silang_unit", __name__, url_prefix="/skpd/<kode>")

FORMS: Mapping[str, Callable[[Handed], bytes]] = {
    "xlsx": lambda of: as_workbook([form(of)], of.kaki),
    "docx": as_word,
    "csv": lambda of: as_csv(form(of)),
    "json": lambda of: as_json(Handed, of),
}
"""Ending -> what is written."""


@bp.get("/crosscutting")
def page(kode: str) -> str:
    """The sheet."""
    found = unit_sheet(current_graph(), kode, year())
    return render_template(
        "silang_unit.html",
        lembar=found,
        batas=SHOWN,
        card=found.unit.kartu,
        other_years=found.unit.tahun_lain,
        unit=found.unit,
        here="Crosscutting",
        revisi=found.unit.revisi,
    )


@bp.get("/crosscutting.<bentuk>")
def file(kode: str, bentuk: str) -> Response:
    """The matrix crosscutting of the unit; `dengan=terdeteksi`: also what was only detected."""
    asked, detected = year(), with_detected()
    read = lambda: handed(unit_sheet(current_graph(), kode, asked), detected, now())  # noqa: E731
    return answered(FORMS, bentuk, read, lambda of: f"matriks-crosscutting-{of.kode}-{of.tahun}", kode)
