"""Deciding and undoing: every form of a decision ends here, and the list of all decisions.

In: forms of the reconciliation and kinerja pages, each with the revision its page was made from. Out: an entry of the
log, and back to the page that the person was on with a sentence that says what was done and offers the way back.
"""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service import decisions
from service.app import current_graph
from service.browse import KinerjaPage, OldKinerja
from service.decisions import bulk, listing, move
from service.decisions.candidates import parent_choice
from service.errors import Invalid
from service.facts import Box, Link
from service.model import Decision
from service.web.asked import page_number
from service.web.ours import ours_or
from service.web.seen import seen, seen_if_told

bp = Blueprint("keputusan", __name__)

MOST_TOGETHER = 3000
"""Decisions of one step: a whole tree."""


@bp.get("/keputusan")
def page() -> str:
    """All decisions, newest first; `unit` narrows them to one unit."""
    unit = request.args.get("unit", "")
    return render_template(
        "keputusan.html",
        daftar=listing.list_decisions(current_graph(), unit=unit, halaman=page_number()),
        unit=unit,
        page_url=lambda n: url_for("keputusan.page", unit=unit, halaman=n),
    )


@bp.post("/kinerja/<kinerja_id>/tingkat")
def level(kinerja_id: str) -> Response:
    """Settle the level of one kinerja; when parents could follow, ask whether they should."""
    wish = request.form.get("tingkat", "")
    made = decisions.decide(current_graph(), "tingkat", kinerja_id, {"tingkat": wish}, _reason(), based_on=seen())
    flash(f"Tingkat ditetapkan: {wish}.", f"urungkan {made.id}")
    if move.move_proposal(current_graph(), kinerja_id):
        return redirect(url_for("keputusan.follow", kinerja_id=kinerja_id), 303)
    return _back(url_for("kinerja.page", kinerja_id=kinerja_id))


@bp.get("/kinerja/<kinerja_id>/induk-ikut")
def follow(kinerja_id: str) -> str | Response:
    """Which parents would move with the level that was just decided."""
    proposal = move.move_proposal(current_graph(), kinerja_id)
    if proposal is None:
        return redirect(url_for("kinerja.page", kinerja_id=kinerja_id))
    return render_template("induk_ikut.html", usul=proposal)


@bp.post("/kinerja/<kinerja_id>/induk-ikut")
def follow_on(kinerja_id: str) -> Response:
    """Move them."""
    graph = current_graph()
    proposal = move.move_proposal(graph, kinerja_id)
    changes = proposal.changes if proposal else ()
    made = decisions.decide_many(graph, changes, _reason(), based_on=seen())
    _told_many(f"{len(made)} induk ikut pindah.", made)
    return redirect(url_for("kinerja.page", kinerja_id=kinerja_id), 303)


@bp.get("/kinerja/<kinerja_id>/induk")
def parents(kinerja_id: str) -> str | Response:
    """Choose another parent: the present one, and a search for the new one within the same tree."""
    text = request.args.get("cari", "").strip()[:200]
    found, fitting = parent_choice(current_graph(), kinerja_id, text)
    if isinstance(found, OldKinerja):
        return redirect(url_for("kinerja.page", kinerja_id=kinerja_id))
    return render_template(
        "induk.html",
        page=found,
        induk=_parents(found),
        tambahan={
            d.isi["induk"] for d in found.keputusan if d.jenis == "induk_lain" and d.berlaku and not d.membatalkan
        },
        cari=text,
        calon=[(c.id, c.uraian, c.singkat) for c in fitting],
    )


@bp.post("/kinerja/<kinerja_id>/induk")
def parent(kinerja_id: str) -> Response:
    """Move a kinerja under another parent, or confirm the one it has."""
    said = {"puncak": "ya"} if request.form.get("puncak") else {"induk": request.form.get("induk", "")}
    made = decisions.decide(current_graph(), "induk", kinerja_id, said, _reason(), based_on=seen())
    done = "Dicatat sebagai hasil di puncak." if said.get("puncak") else "Induk dibenarkan."
    flash("Induk dipindahkan." if made.isi.get("dari") and made.isi["induk"] else done, f"urungkan {made.id}")
    return _back(url_for("kinerja.page", kinerja_id=kinerja_id))


@bp.post("/dokumen/<dokumen_id>/rekonsiliasi/terima")
def accept_all(dokumen_id: str) -> Response:
    """Settle every open conflict as proposed."""
    made = bulk.accept_levels(current_graph(), dokumen_id, _reason(), based_on=seen())
    _told_many(f"{len(made)} tingkat ditetapkan sesuai usul.", made)
    return _back(url_for("rekonsiliasi.page", dokumen_id=dokumen_id))


@bp.post("/dokumen/<dokumen_id>/induk/benarkan")
def confirm(dokumen_id: str) -> Response:
    """Confirm one inferred parent (`satu`), or those of a whole branch (`cabang`, repeated)."""
    one = request.form.get("satu")
    wanted = [one] if one else request.form.getlist("cabang")
    made = bulk.confirm_parents(current_graph(), wanted, _reason(), based_on=seen())
    if len(made) == 1:
        flash("Induk dibenarkan.", f"urungkan {made[0].id}")
    else:
        _told_many(f"{len(made)} induk dibenarkan.", made)
    return _back(url_for("rekonsiliasi.page", dokumen_id=dokumen_id) + "#induk")


@bp.post("/keputusan/urungkan")
def undo_together() -> Response:
    """Cancel the decisions that one step has made: numbers `dari` to `sampai`."""
    first, last = (request.form.get(name, 0, type=int) for name in ("dari", "sampai"))
    if not 0 < first <= last < first + MOST_TOGETHER:
        raise Invalid("Nomor keputusan tidak terbaca. Tidak ada yang diubah.", "Muat ulang halamannya.")
    keys = [f"keputusan-{n}" for n in range(first, last + 1)]
    made = decisions.undo_together(current_graph(), keys, _reason(), based_on=seen())
    flash(f"{len(made)} keputusan diurungkan.", f"bersama {made[0].urut} {made[-1].urut}")
    return _back(url_for("keputusan.page"))


@bp.post("/keputusan/<keputusan_id>/urungkan")
def undo(keputusan_id: str) -> Response:
    """Cancel a decision by a new entry, which can itself be undone."""
    made = decisions.undo(current_graph(), keputusan_id, _reason(), based_on=seen_if_told())
    flash("Keputusan diurungkan.", f"urungkan {made.id}")
    return _back(url_for("keputusan.page"))


def _parents(found: KinerjaPage) -> list[tuple[Box, Link]]:
    """Every parent with the link to it, the main one first."""
    steps = [path.langkah for path in found.naik.jalur if len(path.langkah) > 1]
    links = {way[1].kinerja.id: (way[1].kinerja, way[0].lewat) for way in steps if way[0].lewat}
    return sorted(((box, link) for box, link in links.values() if link), key=lambda pair: not pair[1].utama)


def _reason() -> str:
    return request.form.get("alasan", "").strip()


def _told_many(text: str, made: Sequence[Decision]) -> None:
    """Decisions of one step are taken back in one step: their numbers follow each other."""
    flash(text, f"bersama {made[0].urut} {made[-1].urut}" if made else "daftar")


def _back(default: str) -> Response:
    """To the page the form was on, when it names one of ours."""
    wish = request.form.get("kembali", "")
    return redirect(ours_or(wish, default), 303)
