"""The repository's questions on their pages: picked from a list, filled in with choices of the graph, answered.

In: the name of a question and what its form says, in the address. Out: pages, a stream of lines as in the console, a
file, choices for a field. These questions are trusted and run on the live graph; the pages need no right but to read.

    konsol_daftar.html       kelompok (as in `konsol`)
    konsol_pertanyaan.html   pertanyaan (questions.Question), isian (questions.Field, in order), galat (field -> what is
                             wrong)
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, render_template, request

from service.actor import note
from service.app import current_graph
from service.console.statement import LARGE, LARGEST, limits_for
from service.questions import answer, choices, form, question
from service.web.asked import number
from service.web.konsol import groups
from service.web.konsol_aliran import Source, streamed
from service.web.konsol_minta import ROWS

bp = Blueprint("konsol_pertanyaan", __name__, url_prefix="/konsol")

ROWS_FIELD = "batas"
"""In an address: rows that are wanted; no question has a parameter called so that a person fills in."""


@bp.get("/pertanyaan")
def listed() -> str:
    """All of them, by group."""
    return render_template("konsol_daftar.html", kelompok=groups())


@bp.get("/pertanyaan/<nama>")
def page(nama: str) -> str:
    """One, with its form; the answer is fetched by the page."""
    one = question(nama)
    found = form(current_graph(), one, _asked())
    return render_template("konsol_pertanyaan.html", pertanyaan=one, isian=found.isian, galat=found.galat)


@bp.get("/pertanyaan/<nama>/jalan")
def run(nama: str) -> Response:
    """Its answer, line by line."""
    wanted = number(ROWS_FIELD, 1, LARGEST) or ROWS
    return streamed(Source(answer(current_graph(), question(nama), _asked(), limits_for(wanted))))


@bp.get("/pertanyaan/<nama>/unduh/<bentuk>")
def file(nama: str, bentuk: str) -> Response:
    """The same as a file, up to the most rows that there are in one."""
    from service.web.konsol_berkas import sent  # the libraries of files take a while to load

    one, asked = question(nama), _asked()
    note(subjek=one.judul)
    return sent(bentuk, one.nama, lambda: answer(current_graph(), one, asked, LARGE))


@bp.get("/pilihan/<sumber>")
def picked(sumber: str) -> dict[str, Any]:
    """Choices for a field, narrowed by words and by the other fields."""
    given = request.args.to_dict()
    words = given.pop("cari", "")
    found = choices(current_graph(), sumber, words, given)
    return {"pilihan": [asdict(one) for one in found.pilihan], "terpotong": found.terpotong}


def _asked() -> dict[str, str]:
    return {name: value for name, value in request.args.items() if name != ROWS_FIELD}
