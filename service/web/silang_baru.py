"""Adding a crosscutting pair that no words have found, from any kinerja.

In: the kinerja in the address, a few words to find the other side. Out: the form; a word of one side (or for both) in
the log, and the page of the new pair.
"""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.access import EVERY_UNIT, may_write
from service.actor import acting
from service.app import current_graph
from service.crosscut.pair.adding import adding
from service.decisions import pairs
from service.decisions.pair_wish import Word
from service.errors import Invalid
from service.fold.pair_keys import BODY, BOTH, is_body
from service.model import Decision

bp = Blueprint("silang_baru", __name__, url_prefix="/crosscutting/baru")

NOBODY_CHOSEN = "Pilih pasangannya dari hasil pencarian, atau tulis nama badan di luar pemerintah daerah."


@bp.get("")
def page() -> str:
    """The kinerja (`dari`), and what fits the words (`cari`)."""
    text = request.args.get("cari", "").strip()[:200]
    found = adding(current_graph(), request.args.get("dari", ""), text)
    own = [(found.dari.unit.kode, found.dari.unit.nama)] if may_write(found.dari.unit.kode) else []
    both = [(BOTH, "kedua pihak")] if acting().peran in EVERY_UNIT else []
    return render_template("silang_baru.html", page=found, cari=text, suara=own + both, revisi=found.revisi)


@bp.post("")
def add() -> Response:
    """Record it as that side's word."""
    form = request.form
    chosen, new = form.get("dengan", ""), form.get("badan", "").strip()[:200]
    if bool(chosen) == bool(new):
        raise Invalid(f"Pasangannya belum jelas. Tidak ada yang diubah. {NOBODY_CHOSEN}", "Isi salah satu saja.")
    same = [form.get(name, "").strip() for name in ("searti_a", "searti_b")]
    word = Word(
        a=form.get("dari", ""),
        b=chosen or BODY,
        kata="ya",
        pihak=form.get("pihak", ""),
        jenis="mitra" if is_body(chosen or BODY) else form.get("jenis", ""),
        keterangan=form.get("keterangan", "").strip(),
        manual=True,
        searti=" = ".join(same) if all(same) else "",
        badan=new,
    )
    made = pairs.say(current_graph(), word, form.get("alasan", ""))
    flash(_done(made), f"urungkan {made.id}")
    return redirect(url_for("silang_pasangan.page", a=made.subjek, b=made.isi["dengan"]), 303)


def _done(made: Decision) -> str:
    """What follows: others may have spoken of the pair before."""
    other = made.isi["dengan"]
    state = pairs.standing_of(current_graph(), made.subjek, other)
    if state and state.status == "ditolak":
        return "Jawaban Anda dicatat; pasangan ini tetap ditolak oleh pihak lain."
    if state and state.status == "disepakati":
        return "Crosscutting ditambahkan, dan kini disepakati."
    answers = (
        "bila badan itu setuju, catat di sini" if other.startswith(BODY) else "pihak lain menjawabnya di kotak masuk"
    )
    return f"Crosscutting ditambahkan; {answers}."
