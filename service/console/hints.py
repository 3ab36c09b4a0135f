"""What is worth saying about a statement that runs: names that are nowhere, arrows that run the other way, texts that
are compared with numbers.

In: Neo4j's remarks as the worker hands them on, and the statement. Out: notices of one form, {pesan, saran, baris,
kolom, ganti}, in order of their place; `ganti` is what could stand at the place instead, or null. Pure; at most MOST.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypedDict

from service.console.known import Known, known
from service.console.notice_words import REMARKS, SILENT
from service.console.patterns import Patterns
from service.console.seen import Hint, seen
from service.console.similar import nearest
from service.console.statement import Statement

MOST = 10
UNKNOWN = re.compile(r"(?P<jenis>Label|RelationshipType|PropertyKey)Warning$")
MISSING = re.compile(r"the missing (?:label name|relationship type|property name) is: (?P<nama>.+)\)$", re.DOTALL)


class Notice(TypedDict):
    """As it goes over the wire."""

    pesan: str
    saran: str
    baris: int | None
    kolom: int | None
    ganti: str | None


def hints(remarks: Iterable[Mapping[str, Any]], statement: Statement) -> list[Notice]:
    """Everything worth saying, once, by place. `remarks`: {kode, judul, pesan, baris, kolom} of Neo4j."""
    own = list(seen(Patterns(statement.teks), statement.parameter, known()))
    places = {(hint.baris, hint.kolom) for hint in own}
    others = [hint for one in remarks for hint in _of_neo4j(one) if (hint.baris, hint.kolom) not in places]
    ordered = sorted({*own, *others}, key=lambda hint: (hint.baris or 0, hint.kolom or 0, hint.pesan))
    return [_notice(hint) for hint in ordered[:MOST]]


def _notice(hint: Hint) -> Notice:
    return Notice(pesan=hint.pesan, saran=hint.saran, baris=hint.baris, kolom=hint.kolom, ganti=hint.ganti or None)


def _of_neo4j(one: Mapping[str, Any]) -> Iterator[Hint]:
    kode, text = str(one.get("kode") or "").rsplit(".", 1)[-1], str(one.get("pesan") or "")
    place = one.get("baris"), one.get("kolom")
    if kode in SILENT:
        return
    unknown, missing = UNKNOWN.search(kode), MISSING.search(text)
    if unknown and missing:
        yield _unknown(unknown["jenis"], missing["nama"], place)
        return
    for remark in REMARKS:
        found = remark.pola.search(text) if kode in remark.kode.split("|") else None
        if found:
            parts = {name: value or "" for name, value in found.groupdict().items()}
            yield Hint(remark.pesan.format(**parts), remark.saran.format(**parts), *place)
            return
    yield Hint(f"Catatan Neo4j, dalam bahasa Inggris: {text}", "", *place)


def _unknown(kind: str, name: str, place: tuple[Any, Any]) -> Hint:
    return {"Label": _label, "RelationshipType": _type, "PropertyKey": _property}[kind](name, place, known())


def _label(name: str, place: tuple[Any, Any], names: Known) -> Hint:
    if name in names.kamus.label:
        return Hint(f"Graf ini belum punya simpul berlabel `{name}`.", "", *place)
    if name in names.kamus.jenis:
        return Hint(f"`{name}` adalah jenis hubungan, bukan label.", f"Tulis `-[:{name}]->`.", *place)
    return _asked(f"Label `{name}` tidak ada dalam graf.", nearest(name, (), names.label), names.kamus.label, place)


def _type(name: str, place: tuple[Any, Any], names: Known) -> Hint:
    if name in names.kamus.jenis:
        return Hint(f"Graf ini belum punya hubungan berjenis `{name}`.", "", *place)
    if name in names.kamus.label:
        return Hint(f"`{name}` adalah label simpul, bukan jenis hubungan.", f"Tulis `(n:{name})`.", *place)
    told = f"Jenis hubungan `{name}` tidak ada dalam graf."
    return _asked(told, nearest(name, (), names.jenis), names.kamus.jenis, place)


def _property(name: str, place: tuple[Any, Any], names: Known) -> Hint:
    if name in names.sifat:
        return Hint(f"Graf ini belum punya nilai untuk sifat `{name}`.", "", *place)
    return _asked(f"Sifat `{name}` tidak ada dalam graf.", nearest(name, names.sifat), (), place)


def _asked(told: str, meant: str | None, all_names: Sequence[str] | Mapping[str, Any], place: tuple[Any, Any]) -> Hint:
    listed = f"Yang ada: {', '.join(sorted(all_names))}." if all_names else ""
    return Hint(told, f"Maksud Anda `{meant}`?" if meant else listed, *place, meant or "")
