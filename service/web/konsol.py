"""The console: its page, a question run as one watches, cancelled, and what one has asked before.

In: Cypher and parameters, as JSON or in an address that a link repeats. Out: the page, a stream of lines
(`konsol_aliran`), a page of one's own history. What the page is made of stands in `konsol.html`:

    kelompok   groups of repository questions, each {nama, keterangan, isi: [{nama, judul, keterangan}]}
    contoh     statements to begin with, each {judul, teks, kalimat}
    awal       {teks, parameter, jalankan, simpanan, galat}: what fills the editor, from the address or a saved question
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, render_template, request

from service.actor import acting
from service.app import current_console, current_mirror, current_store
from service.console.logged import ask
from service.dictionary import EXAMPLES
from service.questions import grouped
from service.questions.groups import Listed
from service.store import questions, runs
from service.web.asked import number
from service.web.konsol_aliran import Source, streamed
from service.web.konsol_minta import from_json, take_place

bp = Blueprint("konsol", __name__, url_prefix="/konsol")

PREPARING = "Menyiapkan cermin: salinan graf yang boleh ditanyai apa saja. Sekali saja, beberapa detik."
STATES = {
    "berhenti": PREPARING,
    "menyiapkan": PREPARING,
    "menyegarkan": "Menyegarkan cermin ke data sekarang.",
}
"""State of the mirror -> what somebody who waits is told."""

PARAMETER = "p."
"""What the names of parameters begin with in an address."""
LONGEST_IN_ADDRESS = 10_000
"""Letters of a statement that an address may hold: as many as the console takes."""


@bp.get("")
def page() -> str:
    """The console, empty, or filled and run from the address."""
    text = request.args.get("teks", "")[: LONGEST_IN_ADDRESS + 1]
    return shown({"teks": text, "parameter": _in_address(), "jalankan": bool(text), "simpanan": None})


def shown(begin: dict[str, Any]) -> str:
    """The page, beginning with this."""
    current_console().warm()  # whoever opens it will ask soon
    return render_template("konsol.html", kelompok=groups(), contoh=EXAMPLES, awal={"galat": None, **begin})


def groups() -> list[Listed]:
    """The repository's questions as a page lists them."""
    return [group for group in grouped() if group.isi]


@bp.post("/jalan")
def run() -> Response:
    """Ask; the answer comes line by line. A question that is turned away at the door is told as any fault is."""
    wanted = from_json()
    give_back = take_place()
    console, mirror = current_console(), current_mirror()
    try:
        asked = ask(console, current_store(), wanted.statement, wanted.limits, fresh=wanted.segar)
    except BaseException:
        give_back()
        raise
    who = acting().akun
    source = Source(
        parts=asked.parts,
        cancel=lambda: console.cancel(asked.jalan, who),
        jalan=asked.jalan,
        tunggu=lambda: STATES.get(mirror.state().keadaan, ""),
    )
    return streamed(source, give_back)


@bp.post("/batal/<jalan>")
def cancel(jalan: str) -> tuple[str, int]:
    """End one's own question; harmless when it has ended."""
    current_console().cancel(jalan, acting().akun)
    return "", 204


@bp.get("/riwayat.json")
def history() -> dict[str, Any]:
    """What this account has asked, newest first."""
    names = ("nomor", "pada", "teks", "parameter", "ms", "baris", "keadaan", "dinding")
    found, more = runs.history(current_store(), acting().akun, number("lewati", 0, 1_000_000) or 0)
    return {"isi": [{name: getattr(one, name) for name in names} for one in found], "ada_lagi": more}


def opened(nomor: int) -> dict[str, Any]:
    """What the page begins with when a saved question is opened."""
    saved = asdict(questions.find(current_store(), nomor))
    values = {one["nama"]: one["nilai"] for one in saved["parameter"] if one["nilai"] is not None}
    return {"teks": saved["teks"], "parameter": values | _in_address(), "jalankan": True, "simpanan": saved}


def _in_address() -> dict[str, Any]:
    """`?p.unit="a"&p.n=3`: JSON where it is JSON, else the text itself."""
    given = {name: value for name, value in request.args.items() if name.startswith(PARAMETER)}
    return {name.removeprefix(PARAMETER): _value(value) for name, value in given.items()}


def _value(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=str)
    except (ValueError, RecursionError):
        return text
