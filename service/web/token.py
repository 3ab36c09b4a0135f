"""Tokens of the account that is signed in: made here, shown once, revoked here; and who acts when a program sends one.

In: a form, or the `Authorization: Bearer kg_…` header of a request under /api. Out: the page of the account's tokens,
the secret on the one page that ever shows it, or the actor behind a header (the gate asks `bearer`).
"""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response as Answer

from service.access import LABELS
from service.actor import NOBODY, Actor, acting
from service.app import current_settings, current_store
from service.errors import Conflict, Invalid, KinerjaError, SignInNeeded
from service.store import activity, lockout, tokens

bp = Blueprint("token", __name__, url_prefix="/akun/token")

WORDS = {
    "baca": "membaca semua isi pemda",
    "ekspor": "mengunduh berkas",
    "putuskan": "memutuskan tingkat, induk, indikator, jabatan",
    "impor": "mengimpor dokumen",
    "jabatan": "mengubah jabatan di register",
    "register": "mengubah register",
    "konsol": "menjalankan pertanyaan di konsol",
    "kegiatan": "membaca catatan kegiatan",
}
"""Right -> what a program may do with it."""

USUAL_DAYS = 90
WRONG = "token.salah"
"""What the activity log calls a token that nobody was given."""


@bp.record_once
def _answer_for_tokens(state: BlueprintSetupState) -> None:
    """The gate asks this hook who a token stands for."""
    state.app.extensions["bearer"] = bearer


@bp.get("")
def page() -> str:
    """The tokens of this account, and the form for a new one."""
    return _page({"hari": str(USUAL_DAYS), "cakupan": ["baca"]})


@bp.post("")
def make() -> Response | tuple[str, int]:
    """A new token: its secret stands on this answer and nowhere else."""
    typed = {**request.form.to_dict(), "cakupan": request.form.getlist("cakupan")}
    days = request.form.get("hari", "")
    try:
        card, secret = tokens.make(
            current_store(),
            acting().akun,
            request.form.get("nama", ""),
            request.form.getlist("cakupan"),
            int(days) if days.isascii() and days.isdigit() and len(days) < 5 else 0,
        )
    except (Invalid, Conflict) as fault:
        return _page(typed, fault), fault.status
    return make_response(render_template("token_baru.html", token=card, rahasia=secret, kata=WORDS), 201)


@bp.post("/<int:nomor>/cabut")
def revoke(nomor: int) -> Answer:
    """End a token now."""
    card = tokens.revoke(current_store(), acting().akun, nomor)
    flash(f"Token {card.nama} dicabut; program yang memakainya tidak lagi dilayani.")
    return redirect(url_for("token.page"), 303)


def bearer(secret: str) -> Actor | None:
    """Who acts with the token of this request; None: it is not valid. One that was never given out counts against the
    address, as a wrong password does; a program with an old one must not lock a whole office out."""
    if not request.path.startswith("/api/"):
        raise SignInNeeded("Token hanya berlaku untuk alamat di bawah /api. Tidak ada yang diubah.", "Masuk di /masuk.")
    dari = request.remote_addr or ""
    found = tokens.find(current_store(), secret, dari)
    if not found.dikenal:
        _wrong(dari)
    return found.actor


def _wrong(dari: str) -> None:
    lockout.strike(current_store(), dari)
    stranger = Actor(NOBODY.akun, NOBODY.peran, cara="token", dari=dari)
    one = activity.begin(current_store(), WRONG, actor=stranger)
    one.gagal = "Token tidak dikenal."
    activity.finish(current_store(), one)


def _page(typed: Mapping[str, object], fault: KinerjaError | None = None) -> str:
    with_accounts = current_settings().accounts
    return render_template(
        "token.html",
        ada_akun=with_accounts,
        token=tokens.of_account(current_store(), acting().akun) if with_accounts else (),
        ditawarkan=tokens.offered(acting().peran),
        peran=LABELS[acting().peran],
        kata=WORDS,
        isian=typed,
        masalah=fault,
        salah=fault.fields if isinstance(fault, Invalid) else {},
        paling_lama=tokens.LONGEST_DAYS,
        alamat=request.host_url.rstrip("/"),
    )
