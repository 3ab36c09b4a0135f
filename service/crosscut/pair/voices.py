"""For whom a person may speak about a pair, and what saying yes would do.

In: the page of a pair, and who acts. Out: the sides to choose from, the likeliest first; none: this person reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.access import EVERY_UNIT, may, may_write
from service.actor import acting
from service.crosscut.pair.answer import End, PairPage
from service.facts import Decided
from service.fold.pair_keys import BOTH

YES = "ya"


@dataclass(frozen=True, slots=True)
class Voice:
    """One side that this person may speak for."""

    pihak: str
    """Kode of a unit, `keduanya`, or `mitra:<kode>`."""
    nama: str
    aksi: str
    """What yes does: `Usulkan kepada Dinas Kesehatan`."""
    menjawab: bool
    """The other side has said yes already, so a yes of this one agrees."""
    kinerja: str = ""
    """Id of its own end, empty when that is no kinerja."""
    sudah: str = ""
    """Its word in force: ya | tidak | ragu; empty: it has not answered."""


def voices(page: PairPage, prefer: str = "") -> tuple[Voice, ...]:
    """Sides that who acts may speak for. `prefer`: kode of the unit whose list the person works through."""
    if not may("putuskan") or "kinerja lama" in (page.a.jenis, page.b.jenis):
        return ()
    if BOTH in words(page) and acting().peran not in EVERY_UNIT:
        return ()  # what Bappeda settled is not undone by one of the two
    found = [*_own(page), *_outside(page), *_both(page)]
    return tuple(sorted(found, key=lambda voice: _rank(voice, prefer)))


def words(page: PairPage) -> dict[str, Decided]:
    """Side -> its word in force."""
    return {one.isi.get("pihak", ""): one for one in page.kata if one.berlaku and not one.membatalkan}


def _own(page: PairPage) -> list[Voice]:
    said = words(page)
    found = []
    for mine, other in ((page.a, page.b), (page.b, page.a)):
        if mine.jenis == "mitra" or not may_write(mine.unit.kode):
            continue
        answers = other.jenis != "mitra" and _is_yes(said.get(other.unit.kode))
        action = f"Terima usulan {other.unit.nama}" if answers else f"Usulkan kepada {other.unit.nama}"
        word = _word(said.get(mine.unit.kode))
        action = "Perbarui jawaban" if word == YES else action
        found.append(Voice(mine.unit.kode, mine.unit.nama, action, answers, _key(mine), word))
    return found


def _outside(page: PairPage) -> list[Voice]:
    """What an outside body answered is recorded by whoever asked it."""
    said = words(page)
    asked = _is_yes(said.get(page.a.unit.kode))
    if page.b.jenis != "mitra" or not asked or not may_write(page.a.unit.kode):
        return []
    name = page.b.unit.nama
    yes, told = f"Catat bahwa {name} setuju", f"{name} (jawabannya Anda catat)"
    return [Voice(page.b.kunci, told, yes, menjawab=True, sudah=_word(said.get(page.b.kunci)))]


def _both(page: PairPage) -> list[Voice]:
    if acting().peran not in EVERY_UNIT:
        return []
    word = _word(words(page).get(BOTH))
    action = "Perbarui penetapan" if word == YES else "Tetapkan untuk keduanya"
    return [Voice(BOTH, "kedua pihak", action, menjawab=False, sudah=word)]


def _rank(voice: Voice, prefer: str) -> tuple[bool, bool, bool, str]:
    settles = voice.pihak == BOTH
    return voice.pihak != prefer, not (settles and not prefer), not voice.menjawab, voice.nama


def _is_yes(word: Decided | None) -> bool:
    return _word(word) == YES


def _word(said: Decided | None) -> str:
    return said.isi.get("kata", "") if said else ""


def _key(end: End) -> str:
    return end.kunci if end.jenis == "kinerja" else ""
