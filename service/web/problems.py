"""Every failure as one answer: a page for a person, RFC 9457 problem details for a program.

In: an exception that reached the door. Out: its status with title, detail and remedy. The API and whoever asks for
JSON get `application/problem+json`; everybody else gets `problem.html`. A fault of ours is logged whole and told
without a traceback.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, json, render_template, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from service.console.faults import StatementFault
from service.console.walls import Refused
from service.errors import (
    Ambiguous,
    Conflict,
    DocumentRefused,
    GraphUnavailable,
    Invalid,
    KinerjaError,
    SignInNeeded,
    TooMany,
)
from service.web import konsol_galat
from service.web.problem_words import REASONS, WORDS

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Problem:
    """RFC 9457, with the remedy (`saran`) and what a kind of fault carries besides."""

    type: str
    title: str
    status: int
    detail: str
    saran: str
    instance: str
    isian: dict[str, str] = field(default_factory=dict)
    """Field and why it is not accepted (422)."""
    calon: tuple[dict[str, str], ...] = ()
    """{id, uraian} of what fits (409)."""
    isu: tuple[dict[str, str], ...] = ()
    """Issues of a refused document (422)."""
    sekarang: str = ""
    """The value that stands now (409)."""
    ditolak: bool | None = None
    """The console: True, a wall turned the question away; False, the question itself is wrong."""
    dinding: str | None = None
    """Name of that wall."""
    pesan: str | None = None
    """What is wrong, in a sentence."""
    baris: int | None = None
    """Line of the question."""
    kolom: int | None = None
    panjang: int | None = None
    """Letters there that are meant."""
    potongan: str | None = None
    """That line with a caret under the place."""
    ganti: str | None = None
    """What probably was meant."""


TITLES = {status: words[0] for status, words in WORDS.items()} | {
    kind.status: kind.title for kind in (Conflict, Invalid, GraphUnavailable)
}
"""Status -> title, for the description of the API."""


def translate(app: Flask) -> None:
    """Register the one handler for everything that can go wrong."""
    app.register_error_handler(Exception, answer)


def answer(fault: Exception) -> Response:
    """The answer to `fault`, in the form that was asked for."""
    problem = describe(fault)
    if problem["status"] >= HTTPStatus.INTERNAL_SERVER_ERROR:
        known = isinstance(fault, KinerjaError)  # told in its sentence; a fault of ours needs its traceback
        rule = request.url_rule  # not the address: it may hold a secret, or a line of somebody's own for our log
        log.error("%s %s: %s", request.method, rule or "-", fault, exc_info=None if known else fault)
    response = _json(problem) if wants_json() else _page(problem)
    if isinstance(fault, HTTPException):
        response.headers.extend((k, v) for k, v in fault.get_headers() if k in ("Allow", "Retry-After"))
    if problem["status"] == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers.setdefault("Retry-After", "5")
    if isinstance(fault, TooMany):
        response.headers["Retry-After"] = str(fault.seconds)
    later = konsol_galat.later(fault)
    if later:
        response.headers["Retry-After"] = str(later[1])
    if isinstance(fault, SignInNeeded):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def wants_json() -> bool:
    """A program asks: under /api, with JSON, or with an Accept header that prefers JSON to a page."""
    if request.is_json or (request.path.startswith("/api/") and request.path != "/api/dokumentasi"):
        return True
    offers = ["text/html", "application/json", "application/problem+json"]
    return request.accept_mimetypes.best_match(offers, "text/html") != "text/html"


def describe(fault: Exception) -> dict[str, Any]:
    """Problem details: type, title, status, detail, saran, instance, and what the fault itself carries."""
    if isinstance(fault, KinerjaError):
        status, _ = konsol_galat.later(fault) or (fault.status, 0)
        return _problem(status, fault.title, fault.message, fault.hint, **_extras(fault))
    if isinstance(fault, ValidationError):
        return _problem(422, Invalid.title, *_fields_in_words(fault), isian=_fields(fault))
    status = fault.code if isinstance(fault, HTTPException) and fault.code else 500
    return _problem(status, *_words(status, fault))


def _problem(status: int, title: str, detail: str, hint: str, **extras: Any) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "saran": hint,
        "instance": request.full_path.rstrip("?"),
        **extras,
    }


def _words(status: int, fault: Exception) -> tuple[str, str, str]:
    if status in WORDS:
        return WORDS[status]
    phrase = fault.name if isinstance(fault, HTTPException) else HTTPStatus(status).phrase
    return (f"Kesalahan {status}", f"Permintaan tidak dapat dipenuhi ({phrase}).", "Ulangi dari halaman sebelumnya.")


def _extras(fault: KinerjaError) -> dict[str, Any]:
    """What a kind of fault carries beside its sentence."""
    match fault:
        case Ambiguous():
            return {"calon": [{"id": key, "uraian": text} for key, text in fault.candidates]}
        case DocumentRefused():
            names = ("kode", "keparahan", "tempat", "pesan", "saran")
            return {"isu": [{name: getattr(issue, name) for name in names} for issue in fault.issues]}
        case Invalid():
            return {"isian": fault.fields}
        case Conflict():
            return {"sekarang": fault.current}
        case Refused() | StatementFault():
            return konsol_galat.problem_members(fault)
    return {}


def _fields(fault: ValidationError) -> dict[str, str]:
    return {".".join(str(part) for part in e["loc"]) or "permintaan": _reason(e) for e in fault.errors()}


def _fields_in_words(fault: ValidationError) -> tuple[str, str]:
    said = "; ".join(f"{name}: {reason}" for name, reason in _fields(fault).items())
    return f"Isian tidak diterima: {said}.", "Perbaiki isian itu, lalu kirim lagi. Tidak ada yang diubah."


def _reason(fault: Any) -> str:
    about = {name: str(value).replace(" or ", " atau ") for name, value in fault.get("ctx", {}).items()}
    return REASONS.get(fault["type"], "nilai ini tidak diterima").format(**about)


def _json(problem: dict[str, Any]) -> Response:
    body = json.dumps(problem, ensure_ascii=False)
    return Response(body, problem["status"], content_type="application/problem+json; charset=utf-8")


def _page(problem: dict[str, Any]) -> Response:
    try:
        return Response(render_template("problem.html", masalah=problem), problem["status"])
    except Exception:  # the frame of the pages is broken itself: still a sentence, never a traceback
        log.exception("problem.html")
        text = f"{problem['title']}. {problem['detail']} {problem['saran']}"
        return Response(text, problem["status"], content_type="text/plain; charset=utf-8")
