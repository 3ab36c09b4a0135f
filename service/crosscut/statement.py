"""What the detector takes and what it gives, as plain values.

In: `Condition`s, one per kinerja. Out: `Detection`: candidates between units, partners named in the text, repetitions
within a unit, twins of a template, and how many pairs no list shows. Nothing here knows the graph, a page or a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Band = Literal["kuat", "tinjau", "lemah"]
Kind = Literal["duplikat", "melengkapi"]
Aspect = Literal["peran", "tingkat", "sasaran", "wilayah"]
TwinKind = Literal["kembar templat", "sekretariat"]
RepeatKind = Literal["kondisi", "indikator"]

REST = "lainnya"
"""The `Share.istilah` that sums up every term beyond the listed ones."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One kinerja as the detector sees it."""

    id: str
    unit: str
    """Code of its unit."""
    jenis_unit: str
    """kecamatan | kelurahan | puskesmas | dinas | badan …"""
    pemda: str
    tahun: int
    uraian: str
    indikator: tuple[str, ...] = ()
    induk: tuple[str, ...] = ()
    """Ids of its effects, the main one first; ids that are not among the conditions count for nothing."""
    tingkat: str = ""
    kode: str = ""
    """National code of its component or of the unit's planned component; "": unknown."""
    sebutan: tuple[str, ...] = ()
    """Partner bodies that the document names for it, as printed."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one term gives to a score."""

    istilah: str
    """The concept or the word, as a page shows it; `lainnya`: all further terms together."""
    bobot: float
    kata_a: tuple[str, ...] = ()
    """Surface words to mark in the texts of `a`, as written there."""
    kata_b: tuple[str, ...] = ()
    konsep: bool = False
    """The term is an entry of the glossary, not a plain word."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between the two, beside the object that they share."""

    apa: Aspect
    a: str
    """Empty: this side does not say."""
    b: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two kinerja of two units that may overlap; `a` has the smaller id."""

    a: str
    b: str
    skor: float
    """The sum of the shares, exactly. No probability."""
    pita: Band
    jenis: Kind
    """A proposal to start from, never a verdict."""
    alasan: tuple[Share, ...]
    """At most five terms, the largest first, and `lainnya`; they add up to `skor`."""
    beda: tuple[Difference, ...] = ()
    ukuran_sama: bool = False
    """Both measure the same indicator."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A body that a kinerja names."""

    kinerja: str
    badan: str
    """Canonical name of the body, or the name of the SKPD."""
    jenis: str
    """instansi vertikal | tni polri | desa | dunia usaha … | skpd"""
    kutipan: str
    """The words that name it, as written."""
    skpd: str = ""
    """Code of the unit, when it is one of the regency's own; "": an outside body."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """One condition or one indicator twice within a unit."""

    unit: str
    a: str
    b: str
    apa: RepeatKind


@dataclass(frozen=True, slots=True)
class Twin:
    """Kinerja of several units with one official wording: shown folded, never ranked."""

    jenis: TwinKind
    ids: tuple[str, ...]
    """At least two, in order of their ids."""
    uraian: str = ""
    """The wording, from the first of them."""


@dataclass(frozen=True, slots=True)
class Detection:
    """Everything found in one regency and year."""

    candidates: tuple[Candidate, ...]
    """By falling score, then by ids."""
    mentions: tuple[Mention, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    twins: tuple[Twin, ...] = ()
    gated: Mapping[str, int] = field(default_factory=dict)
    """Reason -> pairs that were not ranked for it: `sekretariat`, `satuan wilayah sejenis`."""
    sidik: Mapping[str, str] = field(default_factory=dict)
    """Id -> digest of its normalised terms: a decided pair is asked again only if this changed."""
    wakil: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Representative id -> all ids of the same kind of territory unit with the same wording, its own included."""
