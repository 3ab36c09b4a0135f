"""What Neo4j does not remark, because it does not know what the graph means: our own look at a statement.

In: its patterns, the parameters given, and the names that there are. Out: hints. Each comes from the data dictionary:
which properties a label has, of which kind they are, between which labels a type runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.console.known import Known
from service.console.patterns import Hop, Patterns, Read
from service.console.similar import nearest
from service.console.tokens import NUMBER, STRING, Token
from service.kamus import Label, Property, Type

SAME_USE = {
    "nama": ("uraian", "nama_baku", "judul", "nama_berkas"),
    "name": ("nama", "uraian", "nama_baku", "judul"),
    "title": ("uraian", "nama", "judul"),
    "judul": ("uraian", "nama"),
    "uraian": ("nama", "pesan", "nama_baku"),
    "deskripsi": ("uraian", "nama"),
    "id": ("kode", "nama_baku"),
    "kode": ("id", "nama_baku"),
    "year": ("tahun",),
    "level": ("tingkat",),
    "urut": ("urutan", "urut_tingkat"),
    "satuan": ("target",),
}
"""A property that people try -> what the label may have instead."""
COMPARED = {"=", "<>", "<", ">", "<=", ">=", ":"}
LISTED = 8
"""So many properties are named when none is like the one that was written."""


@dataclass(frozen=True)
class Hint:
    """One notice before it goes over the wire."""

    pesan: str
    saran: str = ""
    baris: int | None = None
    kolom: int | None = None
    ganti: str = ""


def seen(patterns: Patterns, given: Mapping[str, Any], names: Known) -> Iterator[Hint]:
    """All of our own."""
    for read in patterns.reads():
        if hint := _property(read, names) or _kind_of_value(read, names):
            yield hint
    for hop in patterns.hops():
        if hint := _ends(hop, names):
            yield hint
    yield from (_null(token) for token in patterns.compared_with_null())
    yield from _parameters(patterns.parameters(), given)


def _at(token: Token, pesan: str, saran: str = "", ganti: str = "") -> Hint:
    return Hint(pesan, saran, token.line, token.column, ganti)


def _properties(owners: frozenset[str], names: Known) -> dict[str, Property] | None:
    """Properties of any of these labels or types; None when one of them is not ours."""
    book: dict[str, Label | Type] = {**names.kamus.label, **names.kamus.jenis}
    if not owners or not owners <= book.keys():
        return None
    return {one.nama: one for owner in owners for one in book[owner].sifat}


def _property(read: Read, names: Known) -> Hint | None:
    """A property that these labels never have, wherever else it may be."""
    has = _properties(read.milik, names)
    if has is None or read.sifat.name in has:
        return None
    whose, name = " atau ".join(f"`{one}`" for one in sorted(read.milik)), read.sifat.name
    meant = nearest(name, has) or next((one for one in SAME_USE.get(name.casefold(), ()) if one in has), None)
    listed = f"Sifatnya: {', '.join(list(has)[:LISTED])}{' …' if len(has) > LISTED else '.'}" if has else ""
    told = f"{whose} tidak punya sifat `{name}`, jadi nilainya selalu kosong."
    return _at(read.sifat, told, f"Maksud Anda `{meant}`?" if meant else listed, meant or "")


def _kind_of_value(read: Read, names: Known) -> Hint | None:
    """A number that is compared with a text, or the other way: never equal, and no fault of Neo4j."""
    has = _properties(read.milik, names)
    if has is None or read.banding.text not in COMPARED:
        return None
    kind, value = has[read.sifat.name].jenis, read.nilai
    bare = value.text[1:-1]
    if kind.startswith("bilangan") and value.kind == STRING:
        put = bare if bare.lstrip("-").isdigit() else ""
        return _at(value, f"`{read.sifat.name}` berisi {kind}, tidak pernah sama dengan teks.", _without(put), put)
    if kind == "teks" and value.kind == NUMBER:
        told = f"`{read.sifat.name}` berisi teks, tidak pernah sama dengan bilangan."
        return _at(value, told, f"Apit dengan tanda petik: '{value.text}'.", f"'{value.text}'")
    if kind == "ya/tidak" and value.kind in (STRING, NUMBER):
        return _at(value, f"`{read.sifat.name}` berisi ya atau tidak.", "Tulis `true` atau `false` tanpa tanda petik.")
    if kind.startswith("daftar") and value.kind == STRING and read.banding.text == "=":
        return _at(
            read.sifat,
            f"`{read.sifat.name}` berisi daftar, tidak pernah sama dengan satu teks.",
            f"Tulis `{value.text} IN …{read.sifat.name}`.",
        )
    return None


def _without(value: str) -> str:
    return f"Tulis tanpa tanda petik: {value}." if value else ""


def _ends(hop: Hop, names: Known) -> Hint | None:
    """A relationship between labels that it never joins, or with its arrow the wrong way."""
    types = [names.kamus.jenis.get(token.name) for token in hop.jenis]
    if not hop.jenis or not all(types):
        return None
    start, end = (hop.ke, hop.dari) if hop.arah == "<-" else (hop.dari, hop.ke)
    for token, found in zip(hop.jenis, types, strict=True):
        if found and (hint := _of_type(token, found, hop, start, end)):
            return hint
    return None


def _of_type(token: Token, found: Type, hop: Hop, start: frozenset[str], end: frozenset[str]) -> Hint | None:
    forward, backward = _fits(found, start, end), _fits(found, end, start)
    if found.tanpa_arah and hop.arah != "-" and forward and backward:
        told = f"{found.nama} disimpan sekali untuk satu pasangan, jadi panah melewatkan separuhnya."
        return _at(token, told, f"Tulis tanpa panah: `-[:{found.nama}]-`.")
    if forward or (hop.arah == "-" and backward):
        return None
    if backward:
        return _at(token, f"Panahnya terbalik: {found.arah}", f"Tulis `{found.contoh}`.")
    if len(hop.jenis) > 1:
        return None  # one of several types may join what another does not
    where = f"{_named(start)} dan {_named(end)}"
    return _at(token, f"Tidak ada {found.nama} antara {where}, jadi tidak akan ada hasil.", f"Tulis `{found.contoh}`.")


def _fits(found: Type, start: frozenset[str], end: frozenset[str]) -> bool:
    return any((not start or a in start) and (not end or b in end) for a, b in found.pasangan)


def _named(labels: frozenset[str]) -> str:
    return " atau ".join(f"`{one}`" for one in sorted(labels)) or "simpul apa pun"


def _null(token: Token) -> Hint:
    put = "IS NULL" if token.text == "=" else "IS NOT NULL"
    return _at(token, f"`{token.text} null` tidak pernah benar.", f"Tulis `{put}`.")


def _parameters(used: frozenset[str], given: Mapping[str, Any]) -> Iterator[Hint]:
    """Parameters that were filled in for nothing."""
    for name in sorted(given.keys() - used):
        yield Hint(f"Parameter `${name}` diisi, tetapi tidak dipakai dalam pertanyaan.")
