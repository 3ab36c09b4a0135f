"""What a unit still has to decide, and how much hangs on each thing.

In: the cascade of a unit and year, its decisions, and what its version was read with in doubt. Out: one `Question`
each, the most consequential first. The consequence of a question is the number of kinerja whose main way to the outcome
leads through it; at the same number the kind decides. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from service.fold.decided import as_matched, in_force
from service.live.doubts import Doubt
from service.live.former import BECAME
from service.model import Cascade, Decision

Kind = Literal["tanpa induk", "puncak", "tingkat", "kalimat", "induk", "lepas"]

ORDER: tuple[Kind, ...] = ("tanpa induk", "puncak", "tingkat", "kalimat", "induk", "lepas")
"""At the same consequence: what breaks a way comes before what may be wrong about it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a person should decide."""

    jenis: Kind
    kinerja: str
    """Id of what it is about; it may live no more (`lepas`)."""
    dampak: int
    """Kinerja whose main way to the outcome leads through it, itself included; 0: it is not in the cascade."""
    usul: str = ""
    """tingkat: the level proposed · induk: id of the inferred parent · kalimat: the old statement · lepas: why."""
    lama: str = ""
    """kalimat: id of the old kinerja that may be meant; the same id: its sentence was taken for a mended one."""
    kemiripan: float = 0.0
    keputusan: str = ""
    """lepas: id of the decision."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the questions are worked out from."""

    cascade: Cascade
    holding: Sequence[Decision]
    """Decisions in force, under the ids that rows are matched to."""
    ragu: Sequence[Doubt]
    nama: Mapping[str, str]
    """Id -> statement, of former kinerja too."""


def questions(
    cascade: Cascade, decisions: Sequence[Decision], ragu: Sequence[Doubt], nama: Mapping[str, str]
) -> tuple[Question, ...]:
    """Everything open, most consequential first."""
    known = Known(cascade, as_matched(in_force(decisions)), ragu, nama)
    through = _through(cascade)
    found = [one for ask in ASKED for one in ask(known, through)]
    place = {k.id: n for n, k in enumerate(cascade.kinerja)}
    return tuple(sorted(found, key=lambda q: (-q.dampak, ORDER.index(q.jenis), place.get(q.kinerja, 0))))


def _through(cascade: Cascade) -> Counter[str]:
    """Id -> how many kinerja have it on their main way, themselves included."""
    above = {edge.sebab: edge.akibat for edge in cascade.edges if edge.utama}
    counted: Counter[str] = Counter()
    for k in cascade.kinerja:
        way = [k.id]
        while way[-1] in above and above[way[-1]] not in way:
            way.append(above[way[-1]])
        counted.update(way)
    return counted


def _without_parent(known: Known, through: Counter[str]) -> Iterator[Question]:
    """Neither an outcome nor placed by anything; and tops where there should be one."""
    tops = {d.subjek for d in known.holding if d.jenis == "induk" and not d.isi.get("induk")}
    caused = {edge.sebab for edge in known.cascade.edges}
    unplaced = {issue.kinerja for issue in known.cascade.issues if issue.kode == "STR01"}
    loose = [k.id for k in known.cascade.kinerja if k.id not in caused and k.id not in tops]
    roots = [key for key in loose if key not in unplaced]
    for key in loose:
        if key in unplaced:
            yield Question("tanpa induk", key, through[key])
        elif len(roots) > 1:
            yield Question("puncak", key, through[key])


def _levels(known: Known, through: Counter[str]) -> Iterator[Question]:
    for k in known.cascade.kinerja:
        if k.konflik and not k.diputuskan:
            yield Question("tingkat", k.id, through[k.id], usul=k.tingkat_usul)


def _statements(known: Known, through: Counter[str]) -> Iterator[Question]:
    """Taken for an old sentence that was mended, or for a new one although an old one that went is much like it."""
    settled = {key for d in known.holding if d.jenis == "padanan" for key in (d.subjek, d.isi.get("dari", ""))}
    living = {k.id for k in known.cascade.kinerja}
    for one in known.ragu:
        if one.id in living and one.id not in settled:
            yield Question("kalimat", one.id, through[one.id], one.sebelum, one.id, one.kemiripan)
    current = next((d.isi for d in reversed(known.holding) if d.jenis == "versi"), {})
    for name, new in current.items():
        old = name.removeprefix(BECAME)
        if name.startswith(BECAME) and new in living and not {new, old} & (settled | (living - {new})):
            yield Question("kalimat", new, through[new], known.nama.get(old, ""), old)


def _parents(known: Known, through: Counter[str]) -> Iterator[Question]:
    for edge in known.cascade.edges:
        if edge.asal == "urutan" and edge.utama:
            yield Question("induk", edge.sebab, through[edge.sebab], usul=edge.akibat)


def _astray(known: Known, through: Counter[str]) -> Iterator[Question]:
    about = {d.id: d.subjek for d in known.holding}
    for one in known.cascade.lepas:
        key = about[one.keputusan]
        yield Question("lepas", key, through[key], usul=one.sebab, keputusan=one.keputusan)


ASKED: tuple[Callable[[Known, Counter[str]], Iterator[Question]], ...] = (
    _without_parent,
    _levels,
    _statements,
    _parents,
    _astray,
)
