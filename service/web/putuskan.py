"""Deciding about one kinerja on pages of its own: second parents, owners, indicators, former statements, its branch.

In: forms with a reason and the revision that their page was made from. Out: an entry of the log, and back to the page
that the person was on with a sentence that says what was done and the way back. The forms are made by
`decisions/offers.py`.
"""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service import decisions
from service.app import current_graph
from service.decisions import bulk, offers
from service.errors import Invalid
from service.model import DecisionKind
from service.web.ours import ours_or
from service.web.seen import seen

bp = Blueprint("putuskan", __name__, url_prefix="/kinerja/<kinerja_id>")

DEFAULT_REASON = {
    "tarik": "Ditarik di halaman pengampu",
    "lepas": "Induk tambahan dilepas di halaman induk",
    "utama": "Dipilih sebagai induk utama di halaman induk",
}
"""What a one-click action says when the person says nothing more."""

SAME = "Dicatat: memang kalimat yang sama."
MATCHED = "Kalimat lama dicocokkan; keputusan tentangnya berlaku lagi."


@bp.post("/induk-lain")
def further_parent(kinerja_id: str) -> Response:
    """Add a second parent, or take one away that was added (`tarik`)."""
    away = request.form.get("tarik", "")
    said = {"induk": request.form.get("induk", ""), **({"tarik": "ya"} if away else {})}
    done = "Induk tambahan dilepas." if away else "Induk lain ditambahkan; induk utamanya tetap."
    return _decided(kinerja_id, "induk_lain", said, done, _reason("lepas" if away else ""), "keputusan.parents")


@bp.post("/induk-utama")
def main_parent(kinerja_id: str) -> Response:
    """Say which of several parents reports follow."""
    said = {"induk": request.form.get("induk", "")}
    return _decided(kinerja_id, "utama", said, "Induk utama dipilih.", _reason("utama"), "keputusan.parents")


@bp.post("/benarkan-cabang")
def branch(kinerja_id: str) -> Response:
    """Confirm every inferred parent of the branch."""
    made = bulk.confirm_branch(current_graph(), kinerja_id, request.form.get("alasan", "").strip(), based_on=seen())
    if made:
        flash(f"{len(made)} induk dibenarkan.", f"bersama {made[0].urut} {made[-1].urut}")
    else:
        flash("Tidak ada lagi induk yang menunggu di cabang ini.")
    return _back(kinerja_id, "kinerja.page")


@bp.get("/pengampu")
def owners(kinerja_id: str) -> str | Response:
    """Assign a position to the kinerja, or withdraw one."""
    offer = offers.owners_offer(current_graph(), kinerja_id)
    return render_template("pengampu.html", page=offer, revisi=offer.kinerja.revisi)


@bp.post("/pengampu")
def owner(kinerja_id: str) -> Response:
    """Record it."""
    form = request.form
    said = {name: form[name].strip() for name in ("aksi", "jabatan", "nama") if form.get(name, "").strip()}
    if said.get("jabatan") and said.get("nama"):
        raise Invalid(
            "Jabatan dipilih dari daftar dan ditulis sebagai nama baru sekaligus. Tidak ada yang diubah.",
            "Isi salah satu saja.",
            {"nama": "kosongkan, atau jangan memilih dari daftar"},
        )
    away = said.get("aksi") == "tarik"
    done = "Pengampu ditarik." if away else "Pengampu ditugaskan."
    return _decided(kinerja_id, "jabatan", said, done, _reason("tarik" if away else ""), "putuskan.owners")


@bp.get("/indikator")
def measures(kinerja_id: str) -> str | Response:
    """Join an indicator of the kinerja to another one, or part it from a shared one."""
    offer = offers.measures_offer(current_graph(), kinerja_id)
    return render_template("indikator_putus.html", page=offer, revisi=offer.kinerja.revisi)


@bp.post("/indikator")
def measure(kinerja_id: str) -> Response:
    """Record it."""
    form = request.form
    said = {name: form[name] for name in ("aksi", "indikator", "dengan") if form.get(name)}
    done = "Indikator dipisah." if said.get("aksi") == "pisah" else "Indikator digabung."
    return _decided(kinerja_id, "indikator", said, done, _reason(), "putuskan.measures")


@bp.get("/padanan")
def matches(kinerja_id: str) -> str | Response:
    """Say of a living statement that it is a former one, or of a former one which living statement it is."""
    offer = offers.matches_offer(current_graph(), kinerja_id)
    return render_template("padanan.html", page=offer, revisi=offer.kinerja.revisi)


@bp.post("/padanan")
def match(kinerja_id: str) -> Response:
    """Record it (`lama`, `kini`; both left out: it is rightly the same), or that it is a new one (`baru`)."""
    form, here = request.form, kinerja_id
    if form.get("baru"):
        said = {"dari": here, "baru": "ya"}
        return _decided(here, "padanan", said, "Dicatat sebagai kinerja baru.", _reason(), "kinerja.page")
    old, now = form.get("lama", here), form.get("kini", here)
    return _decided(old, "padanan", {"dari": now}, SAME if old == now else MATCHED, _reason(), "kinerja.page")


def _decided(subjek: str, jenis: DecisionKind, said: dict[str, str], done: str, alasan: str, page: str) -> Response:
    made = decisions.decide(current_graph(), jenis, subjek, said, alasan, based_on=seen())
    flash(done, f"urungkan {made.id}")
    return _back(made.subjek, page)


def _reason(usual: str = "") -> str:
    return request.form.get("alasan", "").strip() or DEFAULT_REASON.get(usual, "")


def _back(kinerja_id: str, page: str) -> Response:
    return redirect(ours_or(request.form.get("kembali", ""), url_for(page, kinerja_id=kinerja_id)), 303)
