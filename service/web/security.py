"""From where one may talk to this service: this computer's browser or its public address, on its own pages.

In: every request. Out: nothing, or `Forbidden` with the reason. A foreign Host (a name that somebody pointed at
127.0.0.1) and a foreign Origin (another site's form or script) are refused; with a public address only HTTPS is
served; a form must carry the token of its session (Flask-WTF); every answer carries the headers that keep other
people's code out of our pages. Who is asking is the gate's question (`gate.py`).
"""

from __future__ import annotations

from typing import cast
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from service.config import Settings
from service.errors import Forbidden
from service.reach import LOOPBACK
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

HSTS = "max-age=31536000"
"""A year of HTTPS only, for this name; never for names below it, which are not ours to speak for."""

HEALTH = "sehat.page"
"""The one address that the machine itself asks without a proxy, to see whether the service lives."""

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

csrf = CSRFProtect()
"""Blueprints of the JSON API are exempt: they take no form, and `_refuse_foreign_origin` guards them."""


def guard(app: Flask) -> None:
    """Put the checks in front of every request, and the headers behind every answer."""
    public = bool(_settings(app).url)
    app.config.update(
        SESSION_COOKIE_NAME="__Host-kinerja" if public else "kinerja",
        SESSION_COOKIE_SECURE=public,
        SESSION_COOKIE_HTTPONLY=True,
        # Strict would lose the form tokens of open tabs whenever somebody follows a link from a letter.
        SESSION_COOKIE_SAMESITE="Lax" if public else "Strict",
    )
    app.before_request(_refuse_foreign_host)
    app.before_request(_insist_on_https)
    app.before_request(_refuse_foreign_origin)
    app.after_request(_with_headers)


def forms(app: Flask) -> None:
    """Ask every form for its token; after the gate, so that nobody's upload is read before it is known whose it is."""
    app.config.update(
        WTF_CSRF_FIELD_NAME="csrf",
        WTF_CSRF_TIME_LIMIT=None,  # a form left open over lunch is still the same person's
        WTF_CSRF_SSL_STRICT=False,  # it asks for a Referer; `_refuse_foreign_origin` asks for more
    )
    csrf.init_app(app)
    app.register_error_handler(CSRFError, _missing_token)


def is_public() -> bool:
    """Whether the application that answers this request has a public address, and so HTTPS."""
    return bool(_settings(current_app).url)


def _refuse_foreign_host() -> None:
    settings = _settings(current_app)
    here = urlsplit(f"//{request.host}").hostname in LOOPBACK
    if here and (not settings.url or request.endpoint == HEALTH):
        return
    if settings.url and request.host == urlsplit(settings.url).netloc:
        return
    ours = settings.url or "http://127.0.0.1 dengan port yang sama"
    raise Forbidden(f"Alamat {request.host} bukan alamat layanan ini.", f"Buka lewat {ours}.")


def _insist_on_https() -> None:
    """The proxy says how the browser came (X-Forwarded-Proto); the server believes only the proxy. Not redirected: with
    a proxy that is not believed the browser would go round in circles and never hear why."""
    if is_public() and not request.is_secure and request.endpoint != HEALTH:
        raise Forbidden(
            "Permintaan ini tidak sampai ke layanan lewat HTTPS. Tidak ada yang diubah.",
            f"Buka {_settings(current_app).url}. Bila sudah: proksi harus mengirim X-Forwarded-Proto, dan "
            "KINERJA_PROXY harus alamat IP proksi itu.",
        )


def _refuse_foreign_origin() -> None:
    if request.method in SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    foreign = origin is not None and origin != f"{request.scheme}://{request.host}"
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
    if is_public():
        response.headers.setdefault("Strict-Transport-Security", HSTS)
    return response


def _settings(app: Flask) -> Settings:
    return cast(Settings, app.extensions["settings"])
