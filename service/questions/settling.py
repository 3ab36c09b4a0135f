"""What a person asked for, as values that the question takes: each one known, allowed, and of the right kind.

In: texts of an address, a form or a command, by parameter. Out: `Settled`, ready to run. What is not said is the first
choice of the graph, so that the first click answers; what is wrong is told by parameter, with what would be right.
Parameters are settled in their order: what comes later is narrowed by what came before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from service.errors import Invalid, NotFound
from service.graph import Tx
from service.questions.by_hand import Wrong, by_hand, year
from service.questions.choosing import Choice, Choices, one_choice, origin, read_choices, told_beside
from service.questions.heads import Parameter, Question, Value

Asked = Mapping[str, object]
"""Parameter -> text or value as a person gave it; empty or missing: not said."""
ANY = Choice("", "", "")
"""Chosen for what may stay empty."""
NOTHING = "Pertanyaan dijawab dari isi dokumen; impor dahulu dokumen yang menyebutnya."


@dataclass(frozen=True, slots=True)
class Settled:
    """Everything that a question needs to run."""

    nilai: dict[str, Value]
    """Parameter -> value, those that only narrow among them."""
    label: dict[str, str]
    """Parameter -> how the value reads: `Kecamatan Batumandi`."""

    def of(self, question: Question) -> dict[str, Value]:
        """What the query of the question takes."""
        return {one.nama: self.nilai[one.nama] for one in question.parameter if not one.menyempit}


@dataclass(frozen=True, slots=True)
class Step:
    """One parameter, settled."""

    parameter: Parameter
    dipilih: Choice | None
    """None: something is wrong."""
    galat: str
    """What is wrong; empty: nothing."""
    kosong: bool
    """What is wrong is that the graph has nothing to choose from."""
    ditawarkan: Choices | None


def settle(tx: Tx, question: Question, asked: Asked) -> Settled:
    """Every parameter as a value. Raises Invalid with what is wrong by parameter, NotFound when the graph has nothing
    to choose from."""
    _check_names(question, asked)
    steps = list(steps_of(tx, question, asked))
    wrong = {step.parameter.nama: step.galat for step in steps if step.galat}
    if any(step.kosong for step in steps):
        raise NotFound(next(iter(wrong.values())), NOTHING)
    if wrong:
        told = " ".join(f"{step.parameter.label}: {step.galat}" for step in steps if step.galat)
        raise Invalid(told, "Perbaiki isian itu; pertanyaan belum dijalankan.", wrong)
    return Settled(
        {step.parameter.nama: step.dipilih.nilai if step.dipilih else None for step in steps},
        {step.parameter.nama: step.dipilih.label if step.dipilih else "" for step in steps},
    )


def steps_of(tx: Tx, question: Question, asked: Asked, *, offering: bool = False) -> Iterator[Step]:
    """The parameters one after the other; `offering`: with the choices that each has."""
    known = _completed(tx, question, asked)
    values: dict[str, Value] = {}
    wrong: set[str] = set()
    for one in question.parameter:
        if wrong & set(one.bergantung.values()):  # nothing can be said of it before that is mended
            wrong.add(one.nama)
            yield Step(one, None, "", kosong=False, ditawarkan=None)
            continue
        narrowed = {param: values.get(name) for param, name in one.bergantung.items()}
        offered = read_choices(tx, one.sumber, narrowed) if offering and one.sumber else None
        step = _step(tx, one, said(known, one.nama), narrowed, offered)
        values[one.nama] = step.dipilih.nilai if step.dipilih else None
        wrong |= {one.nama} if step.galat else set()
        yield step


def said(asked: Asked, name: str) -> str:
    """What a person gave, as a text without blanks around it."""
    value = asked.get(name)
    return "" if value is None else str(value).strip()


def _check_names(question: Question, asked: Asked) -> None:
    known = [one.nama for one in question.parameter]
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise Invalid(
            f"Pertanyaan {question.nama} tidak punya isian {', '.join(map(repr, unknown))}.",
            f"Isiannya: {', '.join(known)}.",
            dict.fromkeys(unknown, "tidak dikenal"),
        )


def _completed(tx: Tx, question: Question, asked: Asked) -> Asked:
    """A kinerja that is said without its unit and year says them too."""
    found = dict(asked)
    for one in question.parameter:
        open_ones = {param: at for param, at in one.bergantung.items() if not said(found, at)}
        if one.sumber and said(asked, one.nama) and open_ones.keys() & set(told_beside(one.sumber)):
            belongs = origin(tx, one.sumber, said(asked, one.nama))
            if all(said(found, at) in ("", str(belongs.get(param))) for param, at in one.bergantung.items()):
                found |= {at: belongs.get(param) for param, at in open_ones.items()}
    return found


def _step(tx: Tx, one: Parameter, text: str, narrowed: Mapping[str, Value], offered: Choices | None) -> Step:
    try:
        chosen = _chosen(tx, one, text, narrowed, offered)
    except Wrong as why:
        return Step(one, None, str(why), kosong=why.nothing, ditawarkan=offered)
    return Step(one, chosen, "", kosong=False, ditawarkan=offered)


def _chosen(tx: Tx, one: Parameter, text: str, narrowed: Mapping[str, Value], offered: Choices | None) -> Choice:
    if not one.sumber:
        return by_hand(one, text)
    if not text and not one.wajib:
        return ANY
    wanted = year(text) if one.jenis == "tahun" and text else text or None
    there = next((c for c in offered.pilihan if wanted in (None, c.nilai)), None) if offered else None
    found = there or one_choice(tx, one.sumber, narrowed, wanted)
    if found is None and text:
        raise Wrong(f"{text[:60]!r} tidak ada di antara pilihannya; pilih dari daftar, atau kosongkan.")
    if found is None:
        raise Wrong(f"Belum ada {one.label.lower()} untuk dipilih.", nothing=True)
    return found
