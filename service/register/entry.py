"""Entries as they are shown: their values, what a person set, what hangs on them, and the version a form carries.

In: kind and kode (or a part of a name and a page number). Out: frozen `Entry` and `Page`. One page costs three queries,
whatever the size of the register.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neomodel import Q

from service.errors import NotFound
from service.facts import Paging
from service.graph import Graph, Tx
from service.register.entities import Entity
from service.register.kinds import Kind, Values, kind, label_of
from service.register.lending import reading

PER_PAGE = 50


@dataclass(frozen=True)
class Entry:
    """One entry of the register."""

    jenis: str
    kode: str
    nama: str
    """How it is called in a sentence."""
    isi: Values
    """Every field of its kind; what is not known is "" or []."""
    diatur: tuple[str, ...]
    """Fields that a person set; documents leave them alone."""
    rujukan: Mapping[str, str]
    """Names behind the references of `isi`: {"pemda": "Kabupaten Contoh"}."""
    dipakai: Mapping[str, int]
    """What hangs on it: {"kinerja": 26, "dokumen": 1}; an entry on which nothing hangs can be removed."""
    versi_subjek: int
    """Changes whenever the entry does: forms carry it, If-Match checks it."""


@dataclass(frozen=True)
class Page:
    """One page of a list."""

    jenis: str
    entri: tuple[Entry, ...]
    paging: Paging


@dataclass(frozen=True)
class Difference:
    """One field before and after."""

    nama: str
    label: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class Change:
    """What saving a form would do."""

    entri: Entry
    """As it stands now."""
    beda: tuple[Difference, ...]
    akibat: tuple[str, ...]
    """What follows from it, in sentences."""


def entries(graph: Graph, jenis: str, cari: str = "", halaman: int = 1, per_halaman: int = PER_PAGE) -> Page:
    """Page `halaman` (1, 2, …) of the entries whose name or kode holds `cari`, by name."""
    found = kind(jenis)

    def work(tx: Tx) -> Page:
        total = len(_matching(found, cari))
        start = (halaman - 1) * per_halaman
        nodes = _matching(found, cari).order_by(*_order(found))[start : start + per_halaman]
        return Page(jenis, shown(tx, found, list(nodes)), Paging(halaman, per_halaman, total))

    return reading(graph, work)


def entry(graph: Graph, jenis: str, kode: str) -> Entry:
    """One entry; raises NotFound."""
    return reading(graph, lambda tx: shown(tx, kind(jenis), [node_of(kind(jenis), kode)])[0])


def node_of(found: Kind, kode: str) -> Entity:
    """The node of an entry, inside a transaction; raises NotFound."""
    node: Entity | None = found.nodes().get_or_none(kode=kode)
    if not node:
        raise NotFound(f"Tidak ada {found.label.lower()} dengan kode {kode!r}.", "Pilih dari daftarnya di Register.")
    return node


def shown(tx: Tx, found: Kind, nodes: Sequence[Entity]) -> tuple[Entry, ...]:
    """The nodes as entries, with one more query for all that hangs on them."""
    hanging = {row["kode"]: row for row in tx.run(f"register/used_{found.nama}", kode=[n.kode for n in nodes])}
    return tuple(_entry(found, node, hanging[node.kode]) for node in nodes)


def _matching(found: Kind, cari: str) -> Any:
    nodes = found.nodes()
    if not cari:
        return nodes
    return nodes.filter(Q(**{f"{found.judul}__icontains": cari}) | Q(kode__icontains=cari))  # type: ignore[no-untyped-call]


def _order(found: Kind) -> tuple[str, ...]:
    return ("jenis_unit", "urut") if found.nama == "jenjang" else (found.judul, "kode")


def _entry(found: Kind, node: Entity, hanging: Mapping[str, Any]) -> Entry:
    isi: Values = {}
    for field in found.fields:
        if field.rujuk:
            isi[field.nama] = hanging["induk"] or ""
        else:
            value = getattr(node, field.nama)
            isi[field.nama] = EMPTY[field.macam] if value is None else value
    names = {field.nama: hanging["induk_nama"] or "" for field in found.fields if field.rujuk}
    used = {what: n for what, n in hanging["dipakai"].items() if n}
    return Entry(
        found.nama, node.kode, label_of(found, isi), isi, tuple(sorted(node.diatur or ())), names, used, _version(isi)
    )


EMPTY: Mapping[str, Any] = {"teks": "", "pilihan": "", "rujukan": "", "daftar": [], "angka": 0, "ya": False}


def _version(isi: Values) -> int:
    digest = hashlib.sha256(json.dumps(isi, sort_keys=True, ensure_ascii=False).encode()).digest()
    return int.from_bytes(digest[:6])  # whole in every JSON reader
