"""What was detected, as the edges that say so in the graph.

In: a `Detection` and the bodies that the graph knows. Out: one `Edge` for each pair: two kinerja, or a kinerja and a
unit or body that its text names. Units of one kind with the same sentence were compared once; each of them gets its
own edge here, and `kelompok` says which of them are one finding. Every edge carries a digest, so that only what changed
is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType
from typing import Any

from service.bahasa.wording import slug
from service.crosscut.statement import Candidate, Detection, Difference, Mention, Share

EVERY_BAND = ("kuat", "tinjau", "lemah")
DIGITS = 6
"""Decimals of a score and of its shares: they still add up exactly, and a page shows two."""
BANDS_OF_ALL = ("kuat", "tinjau")
"""Bands in which every unit with the same sentence gets its edge; a weak one is told of the compared one only."""
KINDS: Mapping[str, str] = {
    "polri": "polri",
    "tni": "tni",
    "tni polri": "polri",
    "instansi vertikal": "instansi vertikal",
    "pusat": "pusat atau provinsi",
    "provinsi": "pusat atau provinsi",
    "pusat atau provinsi": "pusat atau provinsi",
    "desa": "desa",
}
"""Kind of body in the glossary -> in the register; any other is `lainnya`."""

ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
SORTED = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
"""Made once: 100,000 edges would make 300,000 encoders."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """One detected pair as it stands in the graph."""

    a: str
    """Id of a kinerja: of two, the smaller."""
    b: str
    """Id of a kinerja, `skpd:<kode>` or `mitra:<kode>`."""
    isi: Mapping[str, Any]
    """Properties of the relationship but the digest."""

    @property
    def key(self) -> Key:
        return self.a, self.b

    @property
    def sidik(self) -> str:
        """Digest of what stands on it."""
        return hashlib.sha256(SORTED(self.isi).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Body:
    """A body outside the units, known or to be made."""

    kode: str
    nama: str
    jenis: str = "lainnya"
    alias: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edges:
    """All that a detection has to say."""

    pasangan: Mapping[Key, Edge]
    badan: tuple[Body, ...]
    """Bodies that only a text names, to be made."""


def edges(
    found: Detection,
    known: Sequence[Body],
    named: Mapping[Key, str] = MappingProxyType({}),
    bands: Sequence[str] = BANDS_OF_ALL,
) -> Edges:
    """The edges of `found`. `known`: the bodies that the graph has; `named`: (kinerja, body as the glossary calls it)
    -> the unit or body that its document names so; `bands`: those that every unit with the same sentence gets."""
    pairs: dict[Key, Edge] = {}
    for one in found.candidates:
        for edge in _of_candidate(one, found.wakil, bands):
            pairs.setdefault(edge.key, edge)
    fresh = [one for one in found.mentions if not one.skpd and (one.kinerja, one.badan) not in named]
    bodies = _bodies(fresh, known)
    for mention in found.mentions:
        other = named.get((mention.kinerja, mention.badan)) or _other(mention, bodies)
        edge = Edge(mention.kinerja, other, {"jenis": "mitra", "kutipan": mention.kutipan})
        pairs.setdefault(edge.key, edge)
    kept = {body.kode for body in known}
    made = {body.kode: body for body in bodies.values() if body.kode not in kept}
    return Edges(pairs, tuple(made[kode] for kode in sorted(made)))


def _of_candidate(one: Candidate, wakil: Mapping[str, Sequence[str]], bands: Sequence[str]) -> Iterator[Edge]:
    left, right = wakil.get(one.a, (one.a,)), wakil.get(one.b, (one.b,))
    group = {"kelompok": f"{one.a}~{one.b}"} if len(left) * len(right) > 1 else {}
    seen: dict[bool, Mapping[str, Any]] = {}  # from either end: made once, however many units have the sentence
    for a, b in product(left, right) if one.pita in bands else ((one.a, one.b),):
        straight = a < b
        if straight not in seen:
            seen[straight] = _properties(one if straight else _turned(one)) | group
        yield Edge(min(a, b), max(a, b), seen[straight])


def _turned(one: Candidate) -> Candidate:
    """The same seen from the other end."""
    return replace(
        one,
        alasan=tuple(replace(share, kata_a=share.kata_b, kata_b=share.kata_a) for share in one.alasan),
        beda=tuple(Difference(each.apa, each.b, each.a) for each in one.beda),
    )


def _properties(one: Candidate) -> dict[str, Any]:
    shares = [_share(share) for share in one.alasan]
    return {
        "skor": round(sum(share[1] for share in shares), DIGITS),
        "pita": one.pita,
        "jenis": one.jenis,
        "alasan": ENCODED(shares),
        "beda": ENCODED([[each.apa, each.a, each.b] for each in one.beda]),
        "ukuran_sama": one.ukuran_sama,
    }


def _share(share: Share) -> list[Any]:
    return [share.istilah, round(share.bobot, DIGITS), list(share.kata_a), list(share.kata_b), share.konsep]


def _other(mention: Mention, bodies: Mapping[str, Body]) -> str:
    return f"skpd:{mention.skpd}" if mention.skpd else f"mitra:{bodies[mention.badan].kode}"


def _bodies(outside: Iterable[Mention], known: Iterable[Body]) -> dict[str, Body]:
    """Name of a body in the texts -> the one that is meant: one that is known by this name, else a new one."""
    called: dict[str, Body] = {}
    for body in sorted(known, key=lambda one: one.kode):
        for name in (body.kode, body.nama, *body.alias):
            called.setdefault(slug(name), body)
    return {
        one.badan: called.get(slug(one.badan))
        or Body(slug(one.badan), one.badan, KINDS.get(one.jenis.casefold(), "lainnya"))
        for one in outside
    }
