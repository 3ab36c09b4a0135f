"""The matrix unit by unit, a cell of it opened beside it, and the matrix crosscutting of a government as a file.

In: which government, year, kinds, bands, rows unfolded, and which cell is open, all in the address. Out: the page, the
same numbers as CSV and JSON, the workbook and the document that a coordination meeting takes along.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from service.app import current_graph
from service.crosscut.handover.handing import Whole, whole
from service.crosscut.handover.tables import form, grid, numbers, sums
from service.crosscut.lists.overlaps import BANDS, KINDS
from service.crosscut.tables import as_csv
from service.crosscut.views.matrix import BODIES, Asked, matrix
from service.crosscut.views.matrix_answer import Matrix
from service.web.asked import chosen, number
from service.web.silang_unduh import answered, as_json, as_word, as_workbook
from service.web.words import now

bp = Blueprint("silang_matriks", __name__, url_prefix="/crosscutting")

FIELDS = ("jenis", "pita", "pemda", "tahun", "buka", "baris", "kolom")
"""What an address may ask of a matrix."""


@bp.get("/matriks")
def page() -> str:
    """The matrix, and the cell that is open."""
    asked = asked_here()
    found = matrix(current_graph(), asked)
    kept = {name: request.args[name] for name in FIELDS if request.args.get(name)}
    return render_template(
        "silang_matriks.html",
        matriks=found,
        sel=found.lookup(),
        diminta=kept,
        alamat=lambda **more: _address(kept, more),
        terlipat=lambda kind: ",".join(one for one in asked.buka if one != kind),
        terbuka=lambda kind: ",".join((*asked.buka, kind)),
        lipatan=_foldable(found),
        badan=BODIES,
        revisi=found.keadaan.revisi,
    )


@bp.get("/matriks.<bentuk>")
def file(bentuk: str) -> Response:
    """The numbers on the screen (.csv, .json), the matrix crosscutting of the government (.docx), or both (.xlsx)."""
    asked, detected = asked_here(), with_detected()
    return answered(FORMS, bentuk, lambda: whole(current_graph(), asked, detected, now()), _named)


def _book(of: Whole) -> bytes:
    return as_workbook([form(of.lembar), grid(of.matriks), sums(of.matriks), numbers(of.matriks)], of.lembar.kaki)


def _document(of: Whole) -> bytes:
    return as_word(of.lembar)


FORMS: Mapping[str, Callable[[Whole], bytes]] = {
    "xlsx": _book,
    "docx": _document,
    "csv": lambda of: as_csv(numbers(of.matriks)),
    "json": lambda of: as_json(Matrix, of.matriks),
}
"""Ending -> what is written."""


def asked_here() -> Asked:
    """What the address asks for."""
    return Asked(
        jenis=chosen("jenis", KINDS),  # type: ignore[arg-type]
        pita=chosen("pita", BANDS),  # type: ignore[arg-type]
        pemda=request.args.get("pemda", "")[:200],
        tahun=number("tahun", 1990, 2100),
        buka=tuple(dict.fromkeys(one for one in request.args.get("buka", "")[:200].split(",") if one)),
        baris=request.args.get("baris", "")[:200],
        kolom=request.args.get("kolom", "")[:200],
    )


def with_detected() -> bool:
    """Whether what was only detected belongs into the file (`dengan=terdeteksi`)."""
    return chosen("dengan", ["", "terdeteksi"]) == "terdeteksi"


def _named(found: Whole) -> str:
    return f"matriks-crosscutting-{found.lembar.kode or 'kosong'}-{found.lembar.tahun}"


def _address(kept: Mapping[str, str], more: Mapping[str, Any]) -> str:
    parts = {name: str(value) for name, value in {**kept, **more}.items() if value}
    form = parts.pop("bentuk", "")
    for name in ("baris", "kolom") if form else ():
        parts.pop(name, None)
    asked = f"?{urlencode(parts)}" if parts else ""
    return f"/crosscutting/matriks{'.' if form else ''}{form}{asked}"


def _foldable(found: Matrix) -> dict[str, bool]:
    """Kind that stands in one row or could -> whether it is unfolded."""
    return {line.jenis: not line.lipat for line in found.baris if line.jenis}
