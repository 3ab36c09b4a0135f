"""The console and the repository's questions: the same walls, limits and answers as on the pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from flask import Response
from pydantic import ConfigDict, Field

from service.app import current_console, current_store
from service.console.files import written
from service.console.logged import ask
from service.console.parts import Part
from service.console.statement import LARGEST, limits_for
from service.graph import Graph
from service.questions import Question, answer, grouped, question
from service.web.api.endpoints import Asked, endpoint
from service.web.konsol_berkas import TYPES, of_file
from service.web.konsol_minta import ROWS, Wanted, a_place

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
        with closing(parts):  # type: ignore[type-var]  # a generator
            written(parts, "json", target)
    except BaseException:
        target.close()
        raise
    response = of_file(target, TYPES["json"])
    response.headers["Cache-Control"] = "private, no-cache"
    return response


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
