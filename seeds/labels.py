"""Pairs of kinerja of the example regency, labelled by what they mean; for whoever develops or measures a detector.

In: `source/label.yaml`, which names a kinerja by its unit and code. Out: `Label`s that name it as a graph does, by
unit and statement. They were written by one reader before any detector existed; README.md says what the classes mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from seeds.workbook import Content, content_of

CLASSES = ("duplikat", "melengkapi", "beda")


@dataclass(frozen=True, slots=True)
class Side:
    """One kinerja of a pair."""

    unit: str
    """Name of its unit."""
    kode: str
    """Its code in the source; `b7`: the 7th of a source without codes."""
    uraian: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader says of two kinerja."""

    kelas: str
    """duplikat | melengkapi | beda"""
    a: Side
    b: Side
    alasan: str


def labels() -> list[Label]:
    """All of them, in the order of the file; raises KeyError for a kinerja that is not in the sources."""
    written = content_of("label")
    units = {short: _sides(content_of(source)) for short, source in written["unit"].items()}
    return [_label(kind, line, units) for kind in CLASSES for line in written[kind]]


def _label(kind: str, line: str, units: Mapping[str, Mapping[str, Side]]) -> Label:
    a, b, why = (part.strip() for part in line.split("|"))
    return Label(kind, _side(a, units), _side(b, units), why)


def _side(named: str, units: Mapping[str, Mapping[str, Side]]) -> Side:
    short, code = named.split(" ")
    return units[short][code]


def _sides(content: Content) -> dict[str, Side]:
    return {side.kode: side for side in _each(content)}


def _each(content: Content) -> Iterator[Side]:
    for number, one in enumerate(content["kinerja"], 1):
        yield Side(content["unit"], f"b{number}", one["uraian"])
        if one.get("kode"):
            yield Side(content["unit"], one["kode"], one["uraian"])
