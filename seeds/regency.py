"""The example regency as the detector of crosscutting sees it, and the labels on it; no document is read for that.

In: `source/*.yaml`. Out: `conditions()`, named `<unit> <code>` as in `source/label.yaml`, and `labelled()`, the pairs
of each class under these names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from seeds.labels import CLASSES
from seeds.workbook import PEMDA, TAHUN, Content, content_of
from service.crosscut.statement import Condition

KINDS = {"BPB": "badan", "IKN": "dinas"}
"""Kind of the units that come as five-stage documents, whose heading tells it."""


def conditions() -> list[Condition]:
    """All kinerja of all units."""
    sources = content_of("label")["unit"].items()
    return [one for short, source in sources for one in _unit(short, content_of(source))]


def unit_names() -> dict[str, tuple[str, ...]]:
    """Short code of a unit -> its name."""
    return {short: (content_of(source)["unit"],) for short, source in content_of("label")["unit"].items()}


def labelled() -> dict[str, set[tuple[str, str]]]:
    """Class -> pairs of ids, the lesser first."""
    written, names = content_of("label"), dict(_aliases())
    found: dict[str, set[tuple[str, str]]] = {}
    for kind in CLASSES:
        for line in written[kind]:
            a, b = sorted(names[part.strip()] for part in line.split("|")[:2])
            found.setdefault(kind, set()).add((a, b))
    return found


def _unit(short: str, content: Content) -> Iterator[Condition]:
    above: dict[int, str] = {}
    for number, one in enumerate(content["kinerja"], 1):
        id_ = f"{short} {one.get('kode') or f'b{number}'}"
        level, parents = _place(short, one, above)
        above[level] = id_
        code = str(one.get("komponen", "")).partition(" ")[0]
        yield Condition(
            id=id_,
            unit=short,
            jenis_unit=content.get("jenis") or KINDS[short],
            pemda=PEMDA,
            tahun=TAHUN,
            uraian=one["uraian"],
            indikator=tuple(text.split("|")[0].strip() for text in _several(one.get("indikator", []))),
            induk=parents,
            kode=code if code[:1].isdigit() else "",
            sebutan=tuple(one["mitra"].split("; ")) if one.get("mitra") else (),
        )


def _place(short: str, one: Content, above: dict[int, str]) -> tuple[int, tuple[str, ...]]:
    """Its level from 1 and the ids of its effects; a five-stage document tells the level, the template the code."""
    if str(one.get("tingkat", "")).isdigit():
        level = int(one["tingkat"])
        return level, (above[level - 1],) if level - 1 in above else ()
    code = str(one["kode"])
    effects = one.get("induk", code.rpartition(".")[0]).split("; ")
    return code.count(".") + 1, tuple(f"{short} {effect}" for effect in effects if effect)


def _aliases() -> Iterator[tuple[str, str]]:
    for short, source in content_of("label")["unit"].items():
        for number, one in enumerate(content_of(source)["kinerja"], 1):
            id_ = f"{short} {one.get('kode') or f'b{number}'}"
            yield f"{short} b{number}", id_
            yield id_, id_


def _several(given: Any) -> list[str]:
    return [given] if isinstance(given, str) else list(given)
