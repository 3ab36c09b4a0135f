"""The data dictionary as it lies in `graph/kamus.yaml`: every label, type, property, function and procedure in words.

In: the file. Out: one frozen `Kamus`, read once. What is live (counts, examples) is asked for by `service/dictionary`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from service.config import ROOT

FILE = ROOT / "graph" / "kamus.yaml"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C reads the file in 10 ms instead of 100."""


@dataclass(frozen=True)
class Property:
    """One property of a label or type."""

    nama: str
    jenis: str
    """teks, bilangan bulat, bilangan, ya/tidak, daftar teks or daftar bilangan bulat."""
    arti: str


@dataclass(frozen=True)
class Label:
    """One kind of node."""

    nama: str
    arti: str
    kunci: str
    """The property that identifies a node."""
    tempat: tuple[int, int] | None
    """Middle of its box in the drawn model; None: not drawn."""
    lain: tuple[str, ...]
    """Other words that people try."""
    sifat: tuple[Property, ...]


@dataclass(frozen=True)
class Type:
    """One kind of relationship."""

    nama: str
    arti: str
    dari: tuple[str, ...]
    ke: tuple[str, ...]
    """Labels at its ends."""
    pasangan: tuple[tuple[str, str], ...]
    """Which of those stand together."""
    gambar: tuple[tuple[str, str], ...]
    """The pairs that the drawn model shows."""
    contoh: str
    """A pattern that holds it."""
    arah: str
    """A sentence about its direction."""
    lain: tuple[str, ...]
    sifat: tuple[Property, ...]

    @property
    def tanpa_arah(self) -> bool:
        """It is stored once for two ends, so that its direction says nothing."""
        return "-[" in self.contoh and "->" not in self.contoh


@dataclass(frozen=True)
class Word:
    """A function, procedure or word of the language."""

    nama: str
    tanda: str
    """How it is written, with what belongs in its brackets."""
    arti: str


@dataclass(frozen=True)
class Kamus:
    """All of it."""

    label: dict[str, Label]
    jenis: dict[str, Type]
    fungsi: dict[str, Word]
    prosedur: dict[str, Word]
    kata_kunci: dict[str, Word]

    @property
    def sifat(self) -> dict[str, frozenset[str]]:
        """Property -> labels and types that have it."""
        owners: dict[str, set[str]] = {}
        having: tuple[Label | Type, ...] = (*self.label.values(), *self.jenis.values())
        for one in having:
            for prop in one.sifat:
                owners.setdefault(prop.nama, set()).add(one.nama)
        return {name: frozenset(who) for name, who in owners.items()}


@cache
def kamus() -> Kamus:
    """The dictionary of this version of the program."""
    raw = yaml.load(FILE.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - both loaders are safe ones
    return Kamus(
        label={name: _label(name, one) for name, one in raw["label"].items()},
        jenis={name: _type(name, one) for name, one in raw["jenis"].items()},
        fungsi={name: Word(name, *pair) for name, pair in raw["fungsi"].items()},
        prosedur={name: Word(name, *pair) for name, pair in raw["prosedur"].items()},
        kata_kunci={name: Word(name, name, arti) for name, arti in raw["kata_kunci"].items()},
    )


def _label(name: str, one: dict[str, Any]) -> Label:
    place = one["tempat"]
    return Label(
        nama=name,
        arti=one["arti"],
        kunci=one["kunci"],
        tempat=(place[0], place[1]) if place else None,
        lain=tuple(one["lain"]),
        sifat=_properties(one["sifat"]),
    )


def _type(name: str, one: dict[str, Any]) -> Type:
    pairs = one.get("pasangan") or [(a, b) for a in one["dari"] for b in one["ke"]]
    return Type(
        nama=name,
        arti=one["arti"],
        dari=tuple(one["dari"]),
        ke=tuple(one["ke"]),
        pasangan=tuple((a, b) for a, b in pairs),
        gambar=tuple((a, b) for a, b in one.get("gambar") or pairs),
        contoh=one["contoh"],
        arah=one["arah"],
        lain=tuple(one["lain"]),
        sifat=_properties(one["sifat"]),
    )


def _properties(raw: dict[str, list[str]]) -> tuple[Property, ...]:
    return tuple(Property(name, *pair) for name, pair in raw.items())
