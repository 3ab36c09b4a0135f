"""Whether a phrase can stand for a concept, in words.

In: a phrase as a person typed it, the concept it is meant for, the glossary in force. Out: the phrase tidied, how the
detector would read it, the reason against it. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from service.bahasa.stems import bare, stems
from service.bahasa.wording import tidy
from service.crosscut.glossary import ALSO_OBJECTS, Entry, Glossary
from service.crosscut.glossary.edits import phrases_of

LONGEST = 60
MOST_WORDS = 7
FEWEST_LETTERS = 2

Reading = tuple[str, ...]


@lru_cache(maxsize=60_000)
def reading_of(phrase: str) -> Reading:
    """How the detector reads a phrase: by the stems of its words, or, a word whose affix matters, as it is written."""
    words = stems(phrase)
    return ("=", bare(phrase)) if len(words) == 1 and bare(phrase) != words[0] else words


def one_phrase(text: str) -> str:
    """Small letters, single spaces, nothing at the ends."""
    return tidy(text).casefold().strip(" .,;:\"'“”")


def once(phrases: Iterable[str]) -> tuple[str, ...]:
    """Tidied, without empty ones and without what is read like an earlier one."""
    found: dict[Reading, str] = {}
    for phrase in map(one_phrase, phrases):
        if phrase:
            found.setdefault(reading_of(phrase) or (phrase,), phrase)
    return tuple(found.values())


def reason_against(entry: Entry, glossary: Glossary) -> str:
    """Why `entry` cannot be added; empty: it can."""
    found = (check(entry, glossary) for check in CHECKS)
    return next((why for why in found if why), "")


def too_long(phrase: str) -> str:
    """Why its length is refused, or nothing."""
    if len(phrase) <= LONGEST and len(phrase.split()) <= MOST_WORDS:
        return ""
    shown = phrase if len(phrase) <= LONGEST else f"{phrase[:LONGEST]}…"
    return f"“{shown}” terlalu panjang: paling banyak {MOST_WORDS} kata dan {LONGEST} huruf. Tulis intinya saja."


def _length(entry: Entry, _glossary: Glossary) -> str:
    return too_long(entry.varian)


def _says_nothing(entry: Entry, _glossary: Glossary) -> str:
    if any(len(word) >= FEWEST_LETTERS and not word.isdigit() for word in stems(entry.varian)):
        return ""
    return f"“{entry.varian}” tidak menyebut apa pun: hanya kata sambung, angka, atau satu huruf."


def _generic(entry: Entry, glossary: Glossary) -> str:
    phrase = entry.varian
    if " " not in phrase and phrase in glossary.kata_genre:
        return f"“{phrase}” kata umum yang dipakai hampir semua perangkat daerah. Tulis frasa yang menyebut objeknya."
    if stems(phrase) in {stems(common) for common in glossary.frasa_umum}:
        return f"“{phrase}” frasa umum yang dilewati saat membandingkan. Tulis frasa yang menyebut objeknya."
    return ""


def _ambiguous(entry: Entry, glossary: Glossary) -> str:
    meanings = dict.fromkeys(one.konsep for one in glossary.homonim if stems(one.akronim) == stems(entry.varian))
    if not meanings:
        return ""
    told = " atau ".join(f"“{meaning}”" for meaning in meanings)
    return f"“{entry.varian}” dibaca dari kata di sekitarnya sebagai {told}. Tulis kepanjangannya."


def _partner(entry: Entry, glossary: Glossary) -> str:
    bodies = (body for body in glossary.badan if body.jenis not in ALSO_OBJECTS)
    named = next((body.nama for body in bodies if stems(entry.varian) in map(stems, body.varian)), "")
    return f"“{entry.varian}” adalah nama mitra ({named}); mitra dikenali tersendiri, bukan objek." if named else ""


def _there_already(entry: Entry, glossary: Glossary) -> str:
    """The same phrase as the other kind is no repetition: its kind is changed."""
    own = phrases_of(glossary.concepts.get(entry.konsep, ())).values()
    same = [one for one in own if reading_of(one.varian) == reading_of(entry.varian)]
    if any(one.varian == entry.varian and one.jenis == entry.jenis for one in same):
        return f"“{entry.varian}” sudah menjadi varian {entry.konsep}."
    other = next((one.varian for one in same if one.varian != entry.varian), "")
    if not other:
        return ""
    return f"“{entry.varian}” dibaca sama dengan “{other}”, yang sudah menjadi varian {entry.konsep}."


CHECKS: tuple[Callable[[Entry, Glossary], str], ...] = (
    _length,
    _says_nothing,
    _generic,
    _ambiguous,
    _partner,
    _there_already,
)
"""Each answers with the reason against an entry, or with nothing."""
