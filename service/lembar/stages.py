"""The five stages of a cascade as plain tables, the way the form prints them.

In: a `Gathered` cascade. Out: a `Stage` for each of the five, its rows in the order of the tree. A kinerja stands in
stage 1 (outcome), 2 (condition of a CSF) or 3 (every other condition), and again in 4 and 5; its parent is printed
once, where it first stands. What no stage of the source held gets its place here: the file is complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.lembar.components import components
from service.lembar.form import (
    BASES,
    COLUMNS,
    OPTIONAL,
    OUTCOME,
    TITLES,
    Column,
)
from service.lembar.gathered import Gathered
from service.lembar.holding import Holding, Measure, holdings
from service.lembar.places import Places, parents_of, places_of, reference_of

GUIDE: Mapping[int, str] = {
    1: "Outcome dan dasarnya. Dasar yang tidak disebut dokumen tidak dicetak; tambahkan barisnya bila ada.",
    2: "Satu baris untuk satu CSF dan kondisi yang diperlukan.",
    3: "Dari atas ke bawah menurut pohonnya. Induk: Id kinerja yang didukung langsung. Yang diikuti (dari urutan) "
    "disimpulkan dari susunan dokumen; untuk menetapkan induk, tulis Id-nya saja.",
    4: "Satu indikator per baris; indikator berikutnya di bawahnya dengan Id yang sama.",
    5: "Pilihan jabatan dipisah garis miring (/); jabatan dan mitra berikutnya di baris baru dalam sel yang sama.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a stage's table."""

    sel: tuple[str, ...]
    dalam: int = 0
    """Levels that its statement is indented by."""
    awal: bool = True
    """First row of its kinerja."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the worksheet."""

    nomor: int
    judul: str
    petunjuk: str
    kolom: tuple[Column, ...]
    baris: tuple[Line, ...]


@dataclass
class Filled:
    """What stands in a row, by column."""

    teks: dict[str, str]
    dalam: int = 0
    awal: bool = True


def stages(of: Gathered) -> tuple[Stage, ...]:
    """The worksheet, stage by stage."""
    places, held = places_of(of), holdings(of)
    rows = (
        _first(of, places),
        _second(of, places),
        _third(of, places),
        _fourth(of, places, held),
        _fifth(of, places, held),
    )
    return tuple(_stage(number, list(found)) for number, found in enumerate(rows, 1))


def _stage(number: int, rows: Sequence[Filled]) -> Stage:
    """The columns of the form, without the optional ones that nothing fills."""
    empty = {name for name in OPTIONAL.get(number, ()) if not any(row.teks.get(name) for row in rows)}
    columns = tuple(column for column in COLUMNS[number] if column.nama not in empty)
    lines = tuple(Line(tuple(row.teks.get(c.nama, "") for c in columns), row.dalam, row.awal) for row in rows)
    return Stage(number, TITLES[number], GUIDE[number], columns, lines)


def _first(of: Gathered, places: Places) -> Iterator[Filled]:
    rows = [{"unsur": BASES[one.jenis], "uraian": one.uraian} for one in of.cascade.dasar if one.kinerja]
    for node in of.nodes:
        if node.kinerja.id in places.outcome:
            parent = parents_of(node, places) if node.induk else ""
            rows.append({"unsur": OUTCOME, "uraian": node.kinerja.uraian, "induk": parent, "id": node.kinerja.id})
    return (Filled({"nomor": str(n), **row}) for n, row in enumerate(rows, 1))


def _second(of: Gathered, places: Places) -> Iterator[Filled]:
    nodes = {node.kinerja.id: node for node in of.nodes}
    printed: set[str] = set()
    for n, (factor, key) in enumerate(((one, key) for one in of.cascade.csf for key in one.kinerja), 1):
        said = {"csf": factor.nama, "isu": factor.isu, "sumber": factor.sumber, "id": key}
        if places.first(key) == 2 and key not in printed:
            said["induk"] = parents_of(nodes[key], places)
        printed.add(key)
        yield Filled({"nomor": str(n), "uraian": nodes[key].kinerja.uraian, **said})


def _third(of: Gathered, places: Places) -> Iterator[Filled]:
    words = {node.kinerja.id: node.kinerja.uraian for node in of.nodes}
    above = ""
    for n, node in enumerate((node for node in of.nodes if node.kinerja.id in places.third), 1):
        k = node.kinerja
        factor = next((key for key in reversed(node.jalur) if key in places.csf), "")
        said = {"uraian": k.uraian, "label": of.labels[k.tingkat], "id": k.id}
        if places.first(k.id) == 3:
            said["induk"] = parents_of(node, places)
        inside = [key for key in node.jalur if key in places.third]
        yield Filled(
            {"nomor": str(n), "csf": words[factor] if factor and factor != above else "", **said}, len(inside) - 1
        )
        above = factor


def _fourth(of: Gathered, places: Places, held: Mapping[str, Holding]) -> Iterator[Filled]:
    for n, node in enumerate(of.nodes, 1):
        k = node.kinerja
        said = {"nomor": str(n), "rujukan": reference_of(k.id, places), "kode": k.kode, "uraian": k.uraian}
        first = {**said, "tingkat": k.tingkat, "id": k.id}
        found = [_measure(one) for one in held[k.id].indikator]
        yield Filled(first | (found[0] if found else {}))
        for measure in found[1:]:
            yield Filled({"id": k.id, **measure}, awal=False)


def _measure(one: Measure) -> dict[str, str]:
    return {"indikator": one.nama, "satuan": one.satuan, "target": one.target, "baseline": one.baseline}


def _fifth(of: Gathered, places: Places, held: Mapping[str, Holding]) -> Iterator[Filled]:
    planned = components(of)
    for n, node in enumerate(of.nodes, 1):
        k = node.kinerja
        yield Filled(
            {
                "nomor": str(n),
                "rujukan": reference_of(k.id, places),
                "uraian": k.uraian,
                "tingkat": k.tingkat,
                **planned[k.id],
                "jabatan": "\n".join(held[k.id].jabatan),
                "mitra": "\n".join(held[k.id].mitra),
                "id": k.id,
            }
        )
