"""The gate in front of every address: who acts in this request, and may they?

In: the session cookie, or the token of a program, or nothing. Out: `acting()` for the rest of the request, and leave to
go on; a page sends whoever is not signed in to /masuk, the API answers 401. In single-user mode everybody who reaches
this computer is the one user. An address without an entry in `access.ADDRESSES` is refused.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from typing import cast
from urllib.parse import urlsplit

from flask import Flask, current_app, flash, g, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from service.access import ADDRESSES, Right, may, may_write, require
from service.actor import LOCAL, NOBODY, Actor, acting, acting_as
from service.config import Settings
from service.errors import Forbidden, SignInNeeded
from service.store import Store, sessions
from service.web import cookie, problems, recording
from service.web.ours import OURS
from service.web.security import SAFE_METHODS

log = logging.getLogger(__name__)

STRANGERS_BYTES = 64 * 1024
"""What somebody may send who has not signed in: a password, not a document."""

Bearer = Callable[[str], Actor | None]
"""Hook for API tokens: the secret of an `Authorization: Bearer` header in, who acts out; None: not (any more) valid.
It is put into `app.extensions["bearer"]`."""


def shut(app: Flask) -> None:
    """Nobody acts until the gate has looked: what is refused before is told to a stranger."""
    app.before_request(_nobody_yet)
    app.teardown_request(_leave)
    app.jinja_env.globals.update(pelaku=acting, boleh=may, boleh_menulis=may_write)


def stand(app: Flask) -> None:
    """Find out who acts, and look up whether they may; after the checks of `security`, before a form is read."""
    app.before_request(_enter)


def forget() -> None:
    """For the rest of this request nobody acts: who signs in now is not who was signed in before."""
    g.acting.enter_context(acting_as(NOBODY))


def _nobody_yet() -> None:
    g.acting = ExitStack()
    g.acting.enter_context(acting_as(NOBODY if _settings().accounts else LOCAL))


def _leave(_: BaseException | None) -> None:
    stack = g.pop("acting", None)
    if stack is not None:
        stack.close()


def _enter() -> Answer | None:
    """The actor of this request; an answer only for whoever must sign in first."""
    right = _right(request.endpoint) if request.endpoint else "masuk"  # nothing is there: told to whoever asks
    if request.endpoint == "static":
        return None
    _identify()
    if acting() is NOBODY:
        request.max_content_length = STRANGERS_BYTES
    if right != "masuk" and acting() is NOBODY:
        return _to_sign_in()
    try:
        require(right)
    except Forbidden as fault:
        recording.refused(fault)
        raise
    return None


def _right(endpoint: str) -> Right:
    right = ADDRESSES.get(endpoint)
    if right is None:
        log.error("%s has no right in service/access.py ADDRESSES: refused", endpoint)
        raise Forbidden(
            "Alamat ini belum punya aturan hak akses, jadi tidak dilayani.", "Sampaikan kepada pengelola layanan."
        )
    return right


def _identify() -> None:
    if _settings().accounts:
        who = _by_token() or _by_session()
        if who:
            g.acting.enter_context(acting_as(who))


def _by_token() -> Actor | None:
    """The account behind an API token; raises SignInNeeded for one that is not valid any more."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    find = cast("Bearer | None", current_app.extensions.get("bearer"))
    if scheme.lower() != "bearer" or find is None:
        return None
    who = find(given.strip())
    if who is None:
        raise SignInNeeded(
            "Token ini tidak berlaku: salah, kedaluwarsa, atau dicabut. Tidak ada yang diubah.",
            "Buat token baru di halaman Akun.",
        )
    return who


def _by_session() -> Actor | None:
    given = cookie.secret()
    account = sessions.whose(cast(Store, current_app.extensions["store"]), given) if given else None
    return account.acting("sesi", request.remote_addr or "") if account else None


def _to_sign_in() -> Answer:
    """A page that was opened comes back after signing in; what was sent is not kept, and that is said."""
    aside = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    if problems.wants_json() or aside:
        raise SignInNeeded(
            "Anda belum masuk, atau sesi Anda sudah berakhir. Tidak ada yang diubah.",
            "Masuk lewat /masuk, atau kirim kepala Authorization: Bearer dengan token dari halaman Akun.",
        )
    if request.method in SAFE_METHODS:
        return redirect(url_for("masuk.page", kembali=None if request.path == "/" else _asked()))
    flash("Sesi Anda sudah berakhir. Yang baru saja dikirim tidak disimpan; ulangi sesudah masuk.", "perhatian")
    return redirect(url_for("masuk.page", kembali=_came_from()), 303)


def _asked() -> str:
    return request.full_path.rstrip("?")


def _came_from() -> str | None:
    """The page that a form stood on."""
    parts = urlsplit(request.referrer or "")
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return path if parts.netloc == request.host and OURS.fullmatch(path) else None


def _settings() -> Settings:
    return cast(Settings, current_app.extensions["settings"])
