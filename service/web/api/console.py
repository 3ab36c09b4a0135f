"""The console and the repository's questions: the same walls, limits and answers as on the pages."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from flask import Response, request
from pydantic import ConfigDict, Field
from werkzeug.wsgi import wrap_file

from service.app import current_console, current_store
from service.console.logged import ask
from service.console.parts import End, Head, Part, Rows
from service.console.statement import LARGEST
from service.graph import Graph
from service.questions import Question, answer, grouped, question
from service.web.api.endpoints import Asked, endpoint
from service.web.konsol_aliran import head_of
from service.web.konsol_minta import ROWS, Wanted, a_place, limits_for

IN_MEMORY = 1_000_000
"""Bytes of an answer up to which no file is made of it on its way."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Rows, and what is known of them."""

    kolom: list[str]
    baris: list[list[Any]]
    """One value per column; nodes, relationships and paths as objects whose `_` says what they are."""
    terpotong: bool
    dipotong_karena: str | None
    """`baris` or `bita`: the limit that cut it."""
    revisi: int
    """Of the graph that answered."""
    pada: str
    """When that was copied; for a question of the repository, when it was asked."""
    terkini: bool
    """Nothing was written since."""
    ms: float
    pemberitahuan: list[dict[str, Any]]
    """What is to be said about the question: {pesan, saran, baris, kolom}."""
    sel_terpotong: int
    """Cells that were cut."""


@dataclass(frozen=True, slots=True)
class ParameterOf:
    """One thing to fill in; left out: `bawaan`, or the first choice of the graph."""

    nama: str
    label: str
    jenis: str
    wajib: bool
    bawaan: str | int | float | None
    min: float | None
    maks: float | None
    pilihan: list[str]
    """Allowed values; empty: not from a fixed list."""
    sumber: str | None
    """Where its choices come from: /konsol/pilihan/<sumber>."""


@dataclass(frozen=True, slots=True)
class QuestionOf:
    """A question of the repository."""

    nama: str
    judul: str
    kelompok: str
    keterangan: str
    parameter: list[ParameterOf]
    kolom: dict[str, str]
    """Column and what it holds."""
    cypher: str


@dataclass(frozen=True, slots=True)
class QuestionList:
    """All of them, group by group."""

    isi: list[QuestionOf]


class QuestionAsked(Asked):
    """The parameters of the question itself stand beside these."""

    model_config = ConfigDict(extra="allow", frozen=True)

    batas: int = Field(ROWS, ge=1, le=LARGEST, description="Paling banyak baris jawaban")


@endpoint(
    "POST", "/konsol", Answered, "Menjalankan pertanyaan Cypher yang hanya membaca, di cermin",
    body=Wanted, faults=(400, 415, 429),
)  # fmt: skip
def ask_console(graph: Graph, body: Wanted) -> Response:  # noqa: ARG001  (it never reaches the live graph)
    with a_place():
        asked = ask(current_console(), current_store(), body.statement, body.limits, fresh=body.segar)
        return gathered(asked.parts)


@endpoint("GET", "/pertanyaan", QuestionList, "Pertanyaan siap pakai, dengan isian dan kolomnya")
def list_questions(graph: Graph) -> QuestionList:  # noqa: ARG001
    return QuestionList([_told(one, group.nama) for group in grouped() for one in group.isi])


@endpoint(
    "GET", "/pertanyaan/<nama>", Answered, "Jawaban satu pertanyaan siap pakai; isiannya sebagai parameter alamat",
    query=QuestionAsked, faults=(404,),
)  # fmt: skip
def answer_question(graph: Graph, nama: str, q: QuestionAsked) -> Response:
    return gathered(answer(graph, question(nama), q.model_extra or {}, limits_for(q.batas)))


def gathered(parts: Iterator[Part]) -> Response:
    """`Answered` as JSON, written as the rows come: a hundred thousand of them are never in memory together. A fault on
    the way is told as one, since nothing has been sent yet."""
    target = tempfile.SpooledTemporaryFile(IN_MEMORY, prefix="kinerja-")  # noqa: SIM115  (closed when it has been sent)
    try:
        size = sum(target.write(piece.encode()) for piece in _pieces(parts))
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return _response(target, size)


def _response(target: IO[bytes], size: int) -> Response:
    body = wrap_file(request.environ, target)
    response = Response(body, content_type="application/json; charset=utf-8", direct_passthrough=True)
    response.content_length = size
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _pieces(parts: Iterable[Part]) -> Iterator[str]:
    between = ""
    for part in parts:
        match part:
            case Head():
                yield f'{json.dumps(head_of(part), ensure_ascii=False)[:-1]}, "baris": ['
            case Rows():
                yield between + part.teks[1:-1]
                between = ","
            case End():
                yield f"], {json.dumps(_end(part))[1:]}"


def _end(end: End) -> dict[str, Any]:
    return {
        "terpotong": end.terpotong is not None,
        "dipotong_karena": end.terpotong,
        "ms": end.ms,
        "sel_terpotong": end.sel_terpotong,
    }


def _told(one: Question, group: str) -> QuestionOf:
    parameters = [
        ParameterOf(
            nama=p.nama,
            label=p.label,
            jenis=p.jenis,
            wajib=p.wajib,
            bawaan=p.bawaan,
            min=p.min,
            maks=p.max,
            pilihan=[value for value, _ in p.pilihan],
            sumber=p.sumber or None,
        )
        for p in one.parameter
    ]
    return QuestionOf(one.nama, one.judul, group, one.keterangan, parameters, dict(one.kolom), one.cypher)
