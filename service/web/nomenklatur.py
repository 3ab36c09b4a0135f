"""The statements of a unit beside the national nomenclature: proposals to accept or refuse, one by one or together.

In: the kode of a unit, a year. Out: the page; each answer is a decision of kind `komponen`, with a reason and the way
back. The nomenclature itself comes in by `kinerja nomenclature import`.
"""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service import decisions
from service.app import current_graph
from service.decisions.checks import Change
from service.errors import Conflict
from service.nomenclature.proposals import Proposal, proposals
from service.web.asked import number, year
from service.web.seen import seen

bp = Blueprint("nomenklatur", __name__, url_prefix="/skpd/<kode>/nomenklatur")

SHOWN = {"": "semua", "usul": "ada usul", "cabang": "salah cabang", "ada": "sudah dicocokkan", "tanpa": "tanpa usul"}
"""Filter -> its name on the page."""
SURE = "Sama dengan nomenklatur, kata kerja pembuka dilepas"


@bp.get("")
def page(kode: str) -> str:
    """Every statement with its proposal; `lihat` filters them."""
    found = proposals(current_graph(), kode, year())
    show = request.args.get("lihat", "")
    show = show if show in SHOWN else ""
    return render_template(
        "nomenklatur.html",
        page=found,
        baris=[one for one in found.baris if _fits(one, show)],
        jumlah={name: sum(_fits(one, name) for one in found.baris) for name in SHOWN},
        lihat=show,
        pilihan=SHOWN,
        alasan=SURE,
        urut=found.versi_pohon,
        revisi=found.revisi,
    )


@bp.post("/<kinerja_id>")
def answer(kode: str, kinerja_id: str) -> Response:
    """Accept one proposal, or refuse it."""
    action = "tolak" if request.form.get("aksi") == "tolak" else "pilih"
    said = {"komponen": request.form.get("komponen", ""), "aksi": action}
    change = Change("komponen", kinerja_id, said)
    (made,) = decisions.decide_many(current_graph(), [change], _reason(), based_on=seen())
    told = "diterima" if action == "pilih" else "ditolak"
    flash(f"Usul {said['komponen']} {told}.", f"urungkan {made.id}")
    return _back(kode, f"#{kinerja_id}")


@bp.post("")
def accept_sure(kode: str) -> Response:
    """Accept every sure proposal of the page that the person saw."""
    graph, given = current_graph(), seen()
    found = proposals(graph, kode, number("tahun", 1990, 2100))
    if request.form.get("jumlah", type=int) != found.yakin:
        raise Conflict(
            f"Usul yang pasti kini {found.yakin}, bukan lagi yang Anda lihat. Tidak ada yang diubah.",
            "Muat ulang halamannya, periksa, lalu terima lagi.",
        )
    wanted = [Change("komponen", key, {"komponen": code, "aksi": "pilih"}) for key, code in found.sure]
    made = decisions.decide_many(graph, wanted, _reason(), based_on=given)
    flash(f"{len(made)} usul nomenklatur diterima.", f"bersama {made[0].urut} {made[-1].urut}" if made else "daftar")
    return _back(kode)


def _fits(one: Proposal, show: str) -> bool:
    match show:
        case "usul":
            return one.usul is not None
        case "cabang":
            return bool(one.salah_cabang)
        case "ada":
            return bool(one.ada)
        case "tanpa":
            return not one.usul and not one.ada
    return True


def _reason() -> str:
    return request.form.get("alasan", "").strip()


def _back(kode: str, place: str = "") -> Response:
    shown = request.form.get("lihat", "")
    wish = shown if shown in SHOWN and shown else None
    return redirect(url_for("nomenklatur.page", kode=kode, tahun=number("tahun", 1990, 2100), lihat=wish) + place, 303)
