"""The versions of a document: their list, any two of them compared, and withdrawing or moving one.

In: the id of a document and the numbers of versions. Out: pages; every change is previewed on a page of its own, asks
for a reason, and offers the way back afterwards. Making an older version current stands in `dokumen.py`.
"""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, Response, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as Redirect

from service import versions
from service.app import current_graph
from service.errors import Invalid
from service.web.asked import number, page_number
from service.web.seen import seen

bp = Blueprint("versi", __name__, url_prefix="/dokumen/<dokumen_id>")

SHOWN: dict[str, str] = {"": "semua", "baru": "baru", "hilang": "hilang"}
SHOWN |= {facet: name.lower() for facet, name in versions.FACETS.items()}
"""Filter -> its name on the page."""
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST = 1_000_000
"""Of a version's number."""


@bp.get("/versi")
def page(dokumen_id: str) -> str:
    """Every version, what it changed, and what can be done with it."""
    found = versions.history(current_graph(), dokumen_id)
    return render_template("versi.html", page=found, urut=found.versi_pohon, revisi=found.revisi)


@bp.get("/banding")
def compare(dokumen_id: str) -> str:
    """What two versions say differently; `lihat` narrows it to one kind of change."""
    show = request.args.get("lihat", "")
    found = _compared(dokumen_id, show if show in SHOWN else "", page_number(), versions.PER_PAGE)
    return render_template(
        "banding.html",
        page=found,
        lihat=show,
        pilihan=SHOWN,
        nama=versions.FACETS,
        urut=found.versi_pohon,
        revisi=found.revisi,
        page_url=lambda n: url_for(
            "versi.compare", dokumen_id=dokumen_id, dari=found.dari.nomor, ke=found.ke.nomor, lihat=show, halaman=n
        ),
    )


@bp.get("/banding.xlsx")
def table(dokumen_id: str) -> Response:
    """The same as a workbook, whole."""
    from service.versions.workbook import workbook  # the library takes a while to load, and few ask for it

    show = request.args.get("lihat", "")
    found = _compared(dokumen_id, show if show in SHOWN else "", 1, MOST)
    name = f"{dokumen_id}-versi-{found.dari.nomor}-ke-{found.ke.nomor}.xlsx"
    return send_file(BytesIO(workbook(found)), as_attachment=True, download_name=name, mimetype=SHEET)


@bp.get("/tarik")
def withdrawal(dokumen_id: str) -> str:
    """What goes when the document is withdrawn."""
    found = versions.withdrawal(current_graph(), dokumen_id)
    return render_template("tarik.html", page=found, urut=found.versi_pohon, revisi=found.revisi)


@bp.post("/tarik")
def withdraw(dokumen_id: str) -> Redirect:
    """Take it out of force."""
    made = versions.withdraw(current_graph(), dokumen_id, _reason(), seen())
    flash("Dokumen ditarik; tidak ada lagi kinerja darinya yang berlaku.", f"urungkan {made.id}")
    return redirect(url_for("versi.page", dokumen_id=dokumen_id), 303)


@bp.get("/pindah")
def removal(dokumen_id: str) -> str:
    """Where a version belongs, and, once that is said, what moving it would do."""
    graph = current_graph()
    choice = versions.targets(graph, dokumen_id)
    nomor, ke, tahun = _version() or choice.versi[-1], request.args.get("ke", ""), number("tahun", 1990, 2100)
    told = versions.removal(graph, dokumen_id, nomor, ke, tahun) if ke and tahun else None
    given = {"nomor": nomor, "ke": ke, "tahun": tahun}
    return render_template("pindah.html", pilih=choice, **given, page=told, revisi=choice.revisi)


@bp.post("/pindah")
def move(dokumen_id: str) -> Redirect:
    """Move it, whole or not at all."""
    nomor, tahun = request.form.get("versi", type=int), request.form.get("tahun", type=int)
    there = request.form.get("berdasar_ke", type=int)
    if nomor is None or tahun is None or there is None:
        raise Invalid("Formulir pemindahan tidak lengkap. Tidak ada yang diubah.", "Muat ulang pratinjaunya.")
    ke = request.form.get("ke", "")
    made, told = versions.move(current_graph(), dokumen_id, nomor, ke, tahun, _reason(), (seen(), there))
    flash(f"Versi {nomor} dipindahkan ke {told.ke.nama} {told.ke_tahun}.", f"pindah {dokumen_id} {made.id}")
    return redirect(url_for("versi.page", dokumen_id=told.ke_dokumen), 303)


@bp.post("/pindah/<keputusan_id>/urungkan")
def undo_move(dokumen_id: str, keputusan_id: str) -> Redirect:
    """Bring a moved version back, here and there in one step."""
    made = versions.undo_move(current_graph(), keputusan_id)
    flash("Pemindahan diurungkan: versi itu kembali ke sini.")
    return redirect(url_for("versi.page", dokumen_id=made.subjek or dokumen_id), 303)


def _compared(dokumen_id: str, show: str, page: int, per_page: int) -> versions.Comparison:
    before, after = number("dari", 1, MOST), number("ke", 1, MOST)
    return versions.comparison(current_graph(), dokumen_id, before, after, show, page, per_page)


def _version() -> int | None:
    return number("versi", 1, MOST)


def _reason() -> str:
    return request.form.get("alasan", "").strip()
