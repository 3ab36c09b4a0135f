"""Every write and every export of the pages and the API stands in the activity log, also one that was refused.

In: the views of an application, and the right that each address asks for. Out: the same views, each inside an entry of
the log: the intent before it runs, how it ended after. Looking at pages is nobody's business and is not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import wraps
from typing import Any, cast

from flask import Flask, Response, before_render_template, current_app, request

from service.access import ADDRESSES
from service.actor import Actor, Doing, acting, doing
from service.errors import KinerjaError
from service.store import Store, activity
from service.web import problems
from service.web.security import SAFE_METHODS

LOOKING: Mapping[str, Callable[[], bool]] = {
    "api.preview_register_entry": lambda: True,
    "register.change": lambda: request.form.get("langkah") != "simpan",
    "api.preview_glossary": lambda: True,
    "silang_glosarium_ubah.change": lambda: request.form.get("langkah") != "terapkan",
    "konsol.run": lambda: True,  # the run log has it, which administrators read (store/runs.py)
    "konsol.cancel": lambda: True,
    "api.ask_console": lambda: True,
    "api.import_document": lambda: request.args.get("uji", "true").lower() not in ("false", "0", "no", "off", "f", "n"),
}
"""Endpoint -> whether this request only shows what would change, although it is sent as a form."""

GUARDED_FILES = frozenset({"kegiatan.file", "konsol_catatan.file"})
"""Files that ask for more than the right `ekspor`."""

NO_SUBJECT = frozenset({"rahasia", "jenis", "bentuk"})
"""Parts of an address that are not what it is about; the first one opens something and must never be written down."""

REFUSED = 400
"""From this status on an answer is a refusal."""

View = Callable[..., Any]


def record(app: Flask) -> None:
    """Put the log around the views that change something or hand out a file."""
    before_render_template.connect(_noticed, app)
    for endpoint in recorded(app):
        app.view_functions[endpoint] = _recorded(endpoint, app.view_functions[endpoint])


def recorded(app: Flask) -> set[str]:
    """Endpoints whose requests are written down."""
    return {rule.endpoint for rule in app.url_map.iter_rules() if is_recorded(rule.endpoint, rule.methods or ())}


def is_recorded(endpoint: str, methods: Iterable[str]) -> bool:
    """Whether requests to `endpoint` with one of `methods` are."""
    return hands_out(endpoint) or any(method not in SAFE_METHODS for method in methods)


def hands_out(endpoint: str) -> bool:
    """Whether this address gives a file away."""
    return ADDRESSES.get(endpoint) == "ekspor" or endpoint in GUARDED_FILES


def who() -> Actor:
    """Who acts, with the address that the request came from; whoever has not signed in uses a browser."""
    one = acting()
    return replace(one, cara=one.cara if one.akun else "sesi", dari=one.dari or request.remote_addr or "")


def refused(fault: KinerjaError) -> None:
    """The gate refuses this request: the attempt is written down with the reason."""
    endpoint = request.endpoint or ""
    if is_recorded(endpoint, (request.method,)) and request.method != "HEAD":
        one = activity.begin(_store(), endpoint, subject(), who())
        one.gagal = fault.message
        activity.finish(_store(), one)


def subject() -> str:
    """What the address names, unless who does the work says it better; never a secret that stands in an address."""
    named = [str(value) for name, value in (request.view_args or {}).items() if name not in NO_SUBJECT]
    return named[0] if named else ""


def _store() -> Store:
    return cast(Store, current_app.extensions["store"])


def _noticed(_: Flask, context: Mapping[str, Any], **_more: Any) -> None:
    """A form that is shown again carries its fault as `masalah`: that is why it was refused."""
    one, fault = doing(), context.get("masalah")
    if one and isinstance(fault, KinerjaError):
        one.gagal = fault.message


def _recorded(endpoint: str, view: View) -> View:
    @wraps(view)
    def inside(**parts: Any) -> Any:
        if _looks_only(endpoint):
            return view(**parts)
        with activity.recorded(_store(), endpoint, subject(), who()) as one:
            return _answered(one, view, parts)

    return inside


def _looks_only(endpoint: str) -> bool:
    if request.method in SAFE_METHODS and (request.method != "GET" or not hands_out(endpoint)):
        return True
    return endpoint in LOOKING and LOOKING[endpoint]()


def _answered(one: Doing, view: View, parts: Mapping[str, Any]) -> Response:
    try:
        response: Response = current_app.make_response(view(**parts))
    except Exception as fault:
        one.gagal = problems.describe(fault)["detail"]
        raise
    if response.status_code >= REFUSED and not one.gagal:
        one.gagal = problems.TITLES.get(response.status_code, f"Ditolak ({response.status_code})") + "."
    return response
