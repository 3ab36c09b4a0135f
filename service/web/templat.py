"""The template workbook to take away: empty, filled with what is live, or with what an upload held that was refused.

In: a kind of unit, a unit and year, or an upload that waits. Out: an .xlsx. It comes back through the import page.
"""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, Response, request, send_file

from service.actor import note
from service.app import current_graph, current_settings
from service.bahasa.bodies import KINDS
from service.errors import DocumentRefused, Invalid
from service.ingest import drafts, importing
from service.templat import filled
from service.web.asked import year

bp = Blueprint("templat", __name__)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNIT_KINDS = tuple(kind for kind, *_ in KINDS)


@bp.get("/templat.xlsx")
def empty() -> Response:
    """An empty template; `jenis`: kind of unit whose levels it offers."""
    kind = request.args.get("jenis", "")
    if kind and kind not in UNIT_KINDS:
        raise Invalid(f"Jenis perangkat daerah {kind!r} tidak dikenal.", f"Pilih: {', '.join(UNIT_KINDS)}.")
    return _sent(filled.blank(kind))


@bp.get("/skpd/<kode>/templat.xlsx")
def of_unit(kode: str) -> Response:
    """The template of a unit and year, filled with what is live."""
    made = filled.of_unit(current_graph(), kode, year())
    note(subjek=made.dokumen or kode, unit=kode)
    return _sent(made)


@bp.get("/impor/<sha256>/templat.xlsx")
def of_upload(sha256: str) -> Response:
    """What was read of an upload, to be completed in the template."""
    draft, data = drafts.find(sha256, current_settings())
    prepared = importing.prepare(data, draft.nama, None, current_settings())
    if prepared.document is None or not any(claim.kelompok for claim in prepared.document.claims):
        raise DocumentRefused("Dari berkas ini tidak ada kinerja yang terbaca.", "Isi templat kosong saja.")
    return _sent(filled.of_reading(prepared.document, draft.nama))


def _sent(made: filled.Made) -> Response:
    return send_file(BytesIO(made.isi), as_attachment=True, download_name=made.nama_berkas, mimetype=XLSX)
