"""Signing in and out, and the page behind a link that is used once: the first administrator, or a new password.

In: forms with a handle and a password. Out: a new session in the browser, and back to the page that was asked for. In
single-user mode there is nothing to sign in to, and these addresses lead to the start page.
"""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from service.actor import NOBODY, acting, doing
from service.app import current_settings, current_store
from service.errors import Conflict, Invalid, NotFound, SignInRefused, TooMany
from service.store import accounts, invitations, sessions
from service.store.account import Account
from service.store.invitations import Invitation
from service.store.passwords import SHORTEST
from service.store.signing_in import check_waiting, sign_in
from service.web import cookie, gate
from service.web.ours import ours_or

bp = Blueprint("masuk", __name__)

Answer = Response | str | tuple[str, int] | tuple[str, int, dict[str, str]]


@bp.before_request
def _only_with_accounts() -> Response | None:
    return None if current_settings().accounts else redirect("/")


@bp.before_request
def _refused_before_it_is_written_down() -> Answer | None:
    """What comes to nothing here is answered without an entry in the activity log, which is only ever added to: a
    stranger could fill the disk with them."""
    if request.endpoint == "masuk.leave" and acting() is NOBODY:
        return redirect(url_for("masuk.page"), 303)
    if request.endpoint == "masuk.accept":
        invitations.look(current_store(), (request.view_args or {})["rahasia"])
    return _waiting() if request.endpoint == "masuk.enter" else None


@bp.before_request
def _as_nobody() -> None:
    """The entry of a sign-in is that of whoever turns out to sign in, not of who was signed in here until now."""
    if request.endpoint in ("masuk.enter", "masuk.accept"):
        gate.forget()


@bp.get("/masuk")
def page() -> Answer:
    """The form; whoever is signed in goes on."""
    back = ours_or(request.args.get("kembali", ""), "/")
    return redirect(back) if acting() is not NOBODY else _form(back)


@bp.post("/masuk")
def enter() -> Answer:
    """A new session, or the form again with one sentence that fits every reason."""
    back, nama = ours_or(request.form.get("kembali", ""), "/"), request.form.get("nama", "")
    try:
        account, secret = sign_in(current_store(), nama, request.form.get("sandi", ""), cookie.browser())
    except SignInRefused as fault:
        return _form(back, nama, fault), fault.status
    except TooMany as fault:
        return _locked(nama, fault)
    _told_who(account)
    return _admitted(secret, back)


@bp.post("/keluar")
def leave() -> Response:
    """End this session, here and in the store."""
    sessions.end(current_store(), cookie.secret())
    session.clear()
    flash("Anda sudah keluar.", "selesai")
    return cookie.dismiss(redirect(url_for("masuk.page"), 303))


@bp.get("/undangan/<rahasia>")
def invitation(rahasia: str) -> Answer:
    """Set a password; opening this page uses nothing up."""
    return _invited(invitations.look(current_store(), rahasia))


@bp.post("/undangan/<rahasia>")
def accept(rahasia: str) -> Answer:
    """The password is set, the link is used up, and its owner is signed in."""
    found = invitations.look(current_store(), rahasia)
    sandi, form = request.form.get("sandi", ""), request.form
    try:
        if sandi != form.get("ulang", ""):
            raise Invalid(
                "Kedua kata sandi berbeda. Tidak ada yang diubah.", "Ketik ulang keduanya.", {"ulang": "berbeda"}
            )
        account = invitations.accept(current_store(), rahasia, sandi, form.get("nama", ""), form.get("sebutan", ""))
    except (Invalid, Conflict) as fault:
        return _invited(found, fault), fault.status
    _told_who(account)
    flash(f"Kata sandi ditetapkan. Anda masuk sebagai {account.nama}.", "selesai")
    return _admitted(sessions.begin(current_store(), account.nama, cookie.browser()), "/")


def _waiting() -> Answer | None:
    nama = request.form.get("nama", "")
    try:
        check_waiting(current_store(), nama, cookie.browser())
    except TooMany as fault:
        return _locked(nama, fault)
    return None


def _locked(nama: str, fault: TooMany) -> Answer:
    back = ours_or(request.form.get("kembali", ""), "/")
    return _form(back, nama, fault), fault.status, {"Retry-After": str(fault.seconds)}


def _form(back: str, nama: str = "", fault: SignInRefused | TooMany | None = None) -> str:
    first = not accounts.administered(current_store())
    return render_template("masuk.html", kembali=back, nama=nama, masalah=fault, pertama=first)


def _invited(found: Invitation, fault: Invalid | Conflict | None = None) -> str:
    wrong = fault.fields if isinstance(fault, Invalid) else {}
    return render_template(
        "undangan.html", undangan=found, masalah=fault, salah=wrong, isian=request.form, TERPENDEK=SHORTEST
    )


@bp.errorhandler(NotFound)
def _void(fault: NotFound) -> Answer:
    """A link that is void gets its own page, with what to do now."""
    return render_template("undangan_gugur.html", masalah=fault), fault.status


def _admitted(secret: str, back: str) -> Response:
    """What the browser held before is forgotten, so that nothing planted in it goes on, and no session stays open of
    which nobody holds the cookie any more."""
    sessions.end(current_store(), cookie.secret())
    messages = session.get("_flashes")
    session.clear()
    if messages:
        session["_flashes"] = messages[-1:]
    return cookie.admit(redirect(back, 303), secret)


def _told_who(account: Account) -> None:
    """The activity log tells who signed in, not that a stranger did."""
    one = doing()
    if one:
        one.akun, one.peran = account.nama, account.peran
