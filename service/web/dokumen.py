"""A document as it was read: its versions, every row with the use made of it, the original file.

In: the id of a document, a version (default: the current one). Out: the page, the page of one row (what every source
chip opens), and the bytes that were uploaded. An older version can be made the current one again, with a reason.
"""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as Redirect

from service import decisions
from service.app import current_graph, current_settings
from service.browse import DocumentPage, RowUse, document_page
from service.decisions.checks import Change
from service.errors import NotFound
from service.facts import IssueCard
from service.web.asked import number, page_number
from service.web.marking import told_cells
from service.web.seen import seen

bp = Blueprint("dokumen", __name__, url_prefix="/dokumen/<dokumen_id>")

PER_PAGE = 100


@bp.get("")
def page(dokumen_id: str) -> str:
    """Versions, issues and rows."""
    role = request.args.get("peran", "")
    found = document_page(current_graph(), dokumen_id, _version(), role, page_number(), PER_PAGE)
    return render_template(
        "dokumen.html",
        page=found,
        peran=role,
        urut=found.versi_pohon,
        revisi=found.revisi,
        page_url=lambda n: url_for(
            "dokumen.page", dokumen_id=dokumen_id, versi=found.versi.nomor, peran=role or None, halaman=n
        ),
    )


@bp.get("/baris/<int:nomor>")
def row(dokumen_id: str, nomor: int) -> str:
    """One row as written; `isi` is the fact whose cell is marked."""
    # Rows are numbered 1, 2, 3 … without a gap, so the n-th page of one row is row n.
    found = document_page(current_graph(), dokumen_id, _version(), page=nomor, per_page=1)
    if not found.baris or found.baris[0].baris.nomor != nomor:
        raise NotFound(
            f"Versi {found.versi.nomor} dokumen {dokumen_id} tidak punya baris {nomor}.",
            f"Barisnya 1 sampai {found.paging.total}.",
        )
    use, fact = found.baris[0], request.args.get("isi", "")
    return render_template(
        "baris.html",
        page=found,
        use=use,
        fact=fact,
        told=told_cells(use.sel, fact),
        issues=_issues_of(found, use),
        around=(nomor - 1) // PER_PAGE + 1,
        revisi=found.revisi,
    )


@bp.get("/versi/<int:versi>/berkas")
def original(dokumen_id: str, versi: int) -> Response:
    """The file as it was uploaded."""
    version = document_page(current_graph(), dokumen_id, versi, per_page=1).versi
    path = current_settings().originals / version.sha256
    if not path.is_file():
        raise NotFound(
            f"Berkas asli versi {versi} tidak ada di folder data ini.",
            "Graf ini mungkin dipindah tanpa folder datanya.",
        )
    return send_file(path, as_attachment=True, download_name=version.nama_berkas, mimetype="application/octet-stream")


@bp.post("/versi/<int:versi>/berlaku")
def make_current(dokumen_id: str, versi: int) -> Redirect:
    """Let this version feed the graph; the decisions about its kinerja stay."""
    version = document_page(current_graph(), dokumen_id, versi, per_page=1).versi
    change = Change("versi", dokumen_id, {"versi": version.id})
    (made,) = decisions.decide_many(current_graph(), [change], request.form.get("alasan", ""), based_on=seen())
    flash(f"Versi {versi} sekarang berlaku.", f"urungkan {made.id}")
    return redirect(url_for("dokumen.page", dokumen_id=dokumen_id), 303)


def _version() -> int | None:
    return number("versi", 1, 1_000_000)


def _issues_of(found: DocumentPage, use: RowUse) -> list[IssueCard]:
    return [card for group in found.isu for card in group.isu if use.baris.id in card.baris]
