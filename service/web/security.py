"""Who may talk to this service before accounts exist: this computer's browser, on its own pages.

In: every request. Out: nothing, or `Forbidden` with the reason. A foreign Host (a name that somebody pointed at
127.0.0.1) and a foreign Origin (another site's form or script) are refused; a form must carry the token of its session
(Flask-WTF); every answer carries the headers that keep other people's code out of our pages.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from service.config import LOOPBACK
from service.errors import Forbidden
from service.web import problems

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

csrf = CSRFProtect()
"""Blueprints of the JSON API are exempt: they take no form, and `_refuse_foreign_origin` guards them."""


def guard(app: Flask) -> None:
    """Put the checks in front of every request, and the headers behind every answer."""
    app.config.update(
        WTF_CSRF_FIELD_NAME="csrf",
        WTF_CSRF_TIME_LIMIT=None,  # a form left open over lunch is still the same person's
        SESSION_COOKIE_NAME="kinerja",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
    )
    app.before_request(_refuse_foreign_host)
    app.before_request(_refuse_foreign_origin)
    csrf.init_app(app)
    app.register_error_handler(CSRFError, _missing_token)
    app.after_request(_with_headers)


def _refuse_foreign_host() -> None:
    if urlsplit(f"//{request.host}").hostname not in LOOPBACK:
        raise Forbidden(
            f"Alamat {request.host} bukan alamat layanan ini.", "Buka lewat http://127.0.0.1 dengan port yang sama."
        )


def _refuse_foreign_origin() -> None:
    if request.method in SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    foreign = origin is not None and origin.partition("://")[2] != request.host
    if foreign or request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        raise Forbidden("Permintaan ini datang dari situs lain.", "Ulangi dari halaman layanan ini.")


def _missing_token(_: CSRFError) -> Response:
    # Answered here: Flask does not ask another handler for what a handler raises.
    return problems.answer(
        Forbidden("Formulir ini sudah tidak berlaku; tidak ada yang diubah.", "Muat ulang halamannya, lalu kirim lagi.")
    )


def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
