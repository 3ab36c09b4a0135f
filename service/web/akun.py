"""The own account: what it is, its password, where it is signed in.

In: the account that acts. Out: its page, and forms that change only what is its own. API tokens have their own page
(`token.py`); accounts of others are for administrators (`akun_semua.py`). In single-user mode there is no account, and
the page says how to have some.
"""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.access import LABELS
from service.actor import acting
from service.app import current_graph, current_settings, current_store
from service.browse.unit_names import unit_names
from service.errors import Invalid, KinerjaError, SignInRefused, TooMany
from service.store import accounts, sessions
from service.store.passwords import SHORTEST
from service.store.signing_in import change_password
from service.web import cookie

bp = Blueprint("akun", __name__)


@bp.before_request
def _only_with_accounts() -> str | Response | None:
    if current_settings().accounts:
        return None
    return render_template("akun_lokal.html") if request.method == "GET" else redirect(url_for("akun.own"), 303)


@bp.get("/akun")
def own() -> str:
    """Who I am here, and where I am signed in."""
    return _page()


@bp.post("/akun/sandi")
def password() -> Response | tuple[str, int]:
    """Change the password: every other session ends, this one goes on under a new secret."""
    form, nama = request.form, acting().akun
    try:
        _check_repeated(form.get("sandi", ""), form.get("ulang", ""))
        secret = change_password(current_store(), nama, form.get("lama", ""), form.get("sandi", ""), cookie.browser())
    except SignInRefused:
        wrong = {"lama": "tidak cocok"}
        return _page(Invalid("Kata sandi lama itu tidak cocok. Tidak ada yang diubah.", "Ketik lagi.", wrong)), 422
    except (Invalid, TooMany) as fault:
        return _page(fault), fault.status
    flash("Kata sandi diganti. Sesi lain dari akun ini sudah diakhiri.", "selesai")
    return cookie.admit(redirect(url_for("akun.own"), 303), secret)


@bp.post("/akun/sesi/<sesi>/akhiri")
def end_session(sesi: str) -> Response:
    """Sign one browser out."""
    sessions.end_one(current_store(), acting().akun, sesi)
    flash("Sesi diakhiri.", "selesai")
    return redirect(url_for("akun.own") + "#sesi", 303)


@bp.post("/akun/sesi/akhiri-lainnya")
def end_others() -> Response:
    """Sign every other browser out."""
    ended = sessions.end_others(current_store(), acting().akun, cookie.secret())
    flash(f"{ended} sesi lain diakhiri.", "selesai")
    return redirect(url_for("akun.own") + "#sesi", 303)


def _page(fault: KinerjaError | None = None) -> str:
    store, me = current_store(), acting().akun
    account = accounts.find(store, me)
    names = {one.kode: one.nama for one in unit_names(current_graph())} if account.unit else {}
    return render_template(
        "akun.html",
        akun=account,
        peran=LABELS[account.peran],
        unit=[(kode, names.get(kode, kode)) for kode in account.unit],
        sesi=sessions.of_account(store, me, cookie.secret()),
        masalah=fault,
        salah=fault.fields if isinstance(fault, Invalid) else {},
        TERPENDEK=SHORTEST,
    )


def _check_repeated(sandi: str, ulang: str) -> None:
    if sandi != ulang:
        raise Invalid(
            "Kedua kata sandi baru berbeda. Tidak ada yang diubah.", "Ketik ulang keduanya.", {"ulang": "berbeda"}
        )
