"""One entry of the log about a crosscutting pair, told of the pair as its ends are now. Pure.

In: an entry and what its ends have become. Out: a `Said`: the pair in order, whose word it is and who leads under the
units that the ends belong to now, and why the entry is followed no more when an end is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from service.fold.pair_keys import ONLY_UNIT, UNIT, Word, ordered
from service.model import Decision

MOVED_TOGETHER = "kedua kinerja kini milik satu perangkat daerah"
MOVED_APART = "kedua kinerja kini dari tahun yang berbeda"
GONE = "kinerja itu tidak ada lagi di dokumen yang berlaku"
JOINED_GONE = "kinerja yang digabungkan tidak ada lagi di dokumen yang berlaku"


@dataclass(frozen=True, slots=True)
class End:
    """What an entry names, and what it is now."""

    semula: str
    """Kode of the unit that it belonged to when the entry was written."""
    kini: str
    """Id of the living kinerja that it is or became; the same as before for a unit or a body; empty: it is gone."""
    pihak: str
    """Kode of the unit it belongs to now; `mitra:<kode>` for an outside body."""
    tahun: int = 0
    """Its year; 0: of every year, or gone."""


@dataclass(frozen=True, slots=True)
class Said:
    """One entry, told of the pair as its ends are now."""

    entri: Decision
    a: str
    b: str
    pihak: tuple[str, str]
    """Side of `a` and of `b`."""
    siapa: str
    """Whose word it is: one of `pihak`, or `keduanya`."""
    utama: str
    gabung: str
    """Id of the kinerja that the side joins instead of its own end, `unit`, or empty."""
    terbalik: bool
    """The entry names the two the other way round."""
    lepas: str

    @property
    def kata(self) -> Word:
        return cast(Word, self.entri.isi["kata"])

    @property
    def sidik(self) -> tuple[str, str]:
        """Digests of the wording of `a` and of `b` at that time."""
        return self.beside("sidik")

    def beside(self, name: str) -> tuple[str, str]:
        """What the entry says beside `a` and `b`: `kalimat`, `nama`, `sidik`."""
        first, second = (self.entri.isi.get(f"{name}_{end}", "") for end in "ab")
        return (second, first) if self.terbalik else (first, second)


def told(one: Decision, ends: Mapping[str, End]) -> Said:
    """`one` as it speaks of the pair now; `ends`: what is known of an end by its name in the entries."""
    first, second = _end(one.subjek, ends), _end(one.isi["dengan"], ends)
    names = (first.kini or one.subjek, second.kini or one.isi["dengan"])
    sides = (first.pihak, second.pihak)
    now = {first.semula: first.pihak, second.semula: second.pihak}
    joined = one.isi.get("gabung", "")
    turned = ordered(*names) != names
    return Said(
        entri=one,
        a=names[turned],
        b=names[not turned],
        pihak=sides[::-1] if turned else sides,
        siapa=now.get(one.isi.get("pihak", ""), one.isi.get("pihak", "")),
        utama=now.get(one.isi.get("utama", ""), one.isi.get("utama", "")),
        gabung=joined if joined in ("", ONLY_UNIT) else living(joined, ends),
        terbalik=turned,
        lepas=_loose(first, second, ends.get(joined)),
    )


def living(end: str, ends: Mapping[str, End]) -> str:
    """What `end` is now; its own name where it is gone."""
    return _end(end, ends).kini or end


def _end(name: str, ends: Mapping[str, End]) -> End:
    return ends.get(name) or End(_own_side(name), name, _own_side(name))


def _own_side(name: str) -> str:
    return name.removeprefix(UNIT)


def _loose(first: End, second: End, joined: End | None) -> str:
    if not (first.kini and second.kini):
        return GONE
    if first.pihak == second.pihak:
        return MOVED_TOGETHER
    if first.tahun and second.tahun and first.tahun != second.tahun:
        return MOVED_APART
    return JOINED_GONE if joined and not joined.kini else ""
