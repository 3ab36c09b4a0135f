"""What two kinerja are both about, called by words that a reader finds in their texts.

In: the shares of a pair. Out: one or two names. A concept may be reached by words that do not mean it ("sekolah dasar"
leads to *kartu identitas anak*): then the words that both texts have are the object, not the concept's name. Only where
they have none in common the concept's name tells what brought them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile

from service.bahasa.stems import Token, stem, stems, tokens
from service.crosscut.detect.labels import spelled
from service.crosscut.statement import REST, Share

MAIN_PART = 0.5
"""A further term is named in the sentence if it gives at least this part of what the first one gives."""
MOST_OBJECTS = 2
PREDICATE = re.compile(r"\w{3,}nya|(?:mem|men|ter|ber|di)\w{3,}")
"""Words that say what happens, if they have a stem: terlatihnya, mengelola, dibangun."""
THINGS = frozenset({
    "berita", "diare", "disabilitas", "dispensasi", "distribusi", "digital", "menara", "terminal", "terumbu",
})  # fmt: skip
"""Words that only look so."""
NO_OBJECT = frozenset({
    "aktif", "aman", "angka", "baik", "bersih", "cakupan", "indeks", "jumlah", "kelola", "kurang", "layak", "luas",
    "mampu", "mandiri", "miskin", "nilai", "padat", "panjang", "persentase", "rasio", "rentan", "rusak", "sama",
    "sangat", "sehat", "siap", "status", "tangguh", "tanpa", "tata", "telantar", "terlantar", "tertib", "tidak",
    "tingkat",
})  # fmt: skip
"""Qualities and measures: nobody works on them alone, and no name begins with them."""


def objects(shares: Iterable[Share]) -> tuple[str, ...]:
    """The weightiest first; empty: nothing that they share has a name."""
    terms = [share for share in shares if share.istilah != REST]
    concepts = [share for share in terms if share.konsep]
    best = max((share.bobot for share in concepts or terms), default=0.0)
    strong = [share for share in concepts or terms if share.bobot >= MAIN_PART * best]
    if not concepts:
        return _distinct(map(_word, strong))
    return _distinct(called(share) for share in strong if _named(share) or _in_both(share)) or (called(strong[0]),)


def called(share: Share) -> str:
    """One concept; a short name only behind the words that both texts have: `buang air besar sembarangan (STBM)`."""
    name = spelled(share.istilah)
    both = "" if _named(share) else _in_both(share)
    return name if not both else both if " " in share.istilah else f"{both} ({name})"


def _named(share: Share) -> bool:
    """One of the texts has the very name."""
    name = stems(share.istilah)
    return any(_holds(stems(words), name) for words in (*share.kata_a, *share.kata_b))


def _in_both(share: Share) -> str:
    """The longest words that both texts have, without the verb before them; empty: none that name a thing."""
    found = (
        name
        for one, other in ((share.kata_a, share.kata_b), (share.kata_b, share.kata_a))
        for here in one
        for there in other
        if (name := _common(here, stems(there)))
    )
    return max(found, key=lambda name: (len(name.split()), len(name), name), default="")


def _common(text: str, other: Sequence[str]) -> str:
    """The longest run of words of `text` that stands in `other` too and names a thing; one word must be all that is
    left of `text` behind its verb: "air" is no object of "mata air" and "air limbah"."""
    words = list(dropwhile(lambda token: _says_nothing(text[token.start : token.end]), tokens(text)))
    runs = (
        _thing(text, words[start:end])
        for start in range(len(words))
        for end in range(len(words), start, -1)
        if (end - start > 1 or len(words) == 1) and _holds(other, [token.stem for token in words[start:end]])
    )
    return max(runs, key=len, default="")


def _thing(text: str, run: Sequence[Token]) -> str:
    """The run as a name; empty: it begins with what is no thing, or a word in it tells what happens."""
    words = [text[token.start : token.end] for token in run]
    if _says_nothing(words[0]) or any(map(_happens, words)):
        return ""
    return _written(text[run[0].start : run[-1].end])


def _word(share: Share) -> str:
    """A plain word that stands in both texts, in a form that names a thing; a body by its name."""
    forms = [word.casefold() for word in (*share.kata_a, *share.kata_b)]
    if share.istilah.casefold() not in forms:
        return spelled(share.istilah)
    both = bool(share.kata_a and share.kata_b)
    return next((spelled(word) for word in forms if both and word != "waktu" and not _says_nothing(word)), "")


def _says_nothing(word: str) -> bool:
    return word.casefold() in NO_OBJECT or _happens(word)


def _happens(word: str) -> bool:
    plain = word.casefold()
    return plain not in THINGS and bool(PREDICATE.fullmatch(plain)) and stem(plain) != plain


def _written(name: str) -> str:
    """In small letters; `APBDes` stays."""
    mixed = any(word[1:] != word[1:].casefold() and not word.isupper() for word in name.split())
    return name if mixed else spelled(name.casefold())


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Without what one before it says already: `sampah` after `bank sampah`."""
    kept: list[str] = []
    for name in filter(None, names):
        said = set(stems(name))
        if not any(said <= set(stems(one)) or said >= set(stems(one)) for one in kept):
            kept.append(name)
    return tuple(kept[:MOST_OBJECTS])


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return size > 0 and any(list(words[at : at + size]) == list(part) for at in range(len(words) - size + 1))
