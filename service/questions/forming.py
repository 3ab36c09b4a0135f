"""The form of a question: every field with its choices and what is chosen, ready to be drawn.

In: a question and what a person has filled in so far. Out: a `Form`, also when something in it is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.graph import Graph, Tx
from service.questions.choosing import Choice
from service.questions.heads import Question
from service.questions.settling import ANY, NOTHING, Asked, Step, said, steps_of


@dataclass(frozen=True, slots=True)
class Field:
    """One field."""

    nama: str
    label: str
    jenis: str
    sumber: str | None
    """Where more choices are looked up; None: nowhere."""
    wajib: bool
    min: float | None
    maks: float | None
    bergantung: tuple[str, ...]
    """Fields whose change makes its choices stale."""
    nilai: str
    """As a form sends it; empty: nothing."""
    label_nilai: str
    pilihan: tuple[Choice, ...] | None
    """Choices to offer, the chosen one among them; None: it is filled in by hand."""
    terpotong: bool
    """There are more choices than these."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a question, and what is wrong with what was filled in."""

    isian: tuple[Field, ...]
    galat: dict[str, str]
    """Field -> what is wrong and what would be right; empty: it can run."""


def form(graph: Graph, question: Question, asked: Asked) -> Form:
    """The fields with their choices and what is chosen; a wrong value is told, never raised."""
    return graph.reading(lambda tx: read_form(tx, question, asked))


def read_form(tx: Tx, question: Question, asked: Asked) -> Form:
    """`form` inside a transaction: a query or two for each field that is picked from the graph."""
    steps = list(steps_of(tx, question, asked, offering=True))
    fields = tuple(_field(step, said(asked, step.parameter.nama)) for step in steps)
    return Form(fields, {step.parameter.nama: _told(step) for step in steps if step.galat})


def _told(step: Step) -> str:
    return f"{step.galat} {NOTHING}" if step.kosong else step.galat


def _field(step: Step, text: str) -> Field:
    one, chosen = step.parameter, step.dipilih
    return Field(
        nama=one.nama,
        label=one.label,
        jenis=one.jenis,
        sumber=one.sumber or None,
        wajib=one.wajib and not one.menyempit,
        min=one.min,
        maks=one.max,
        bergantung=tuple(one.bergantung.values()),
        nilai=str(chosen.nilai) if chosen else text,
        label_nilai=chosen.label if chosen else "",
        pilihan=_offered(step),
        terpotong=bool(step.ditawarkan and step.ditawarkan.terpotong),
    )


def _offered(step: Step) -> tuple[Choice, ...] | None:
    if step.parameter.pilihan:
        return tuple(Choice(value, label, "") for value, label in step.parameter.pilihan)
    if not step.parameter.sumber:
        return None
    there = step.ditawarkan.pilihan if step.ditawarkan else ()
    chosen = step.dipilih
    return there if chosen in (None, ANY) or chosen in there else (chosen, *there)
