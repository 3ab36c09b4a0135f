"""The two questions that the full-text indexes are asked: one for word forms, one for slips and beginnings.

In: the content words of a query, letters and digits only, so that nothing in them can be Lucene syntax. Out: a query
text. `indonesian` stems what it is given but not what carries `~`; `standard-folding` stems nothing, so forms that the
stemmer misses (`pelihara` / `pemeliharaan`) are asked of it as a piece of the word.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.bahasa.forms import slips, stem

LETTERS_OF_A_PIECE = 4


def sentence_query(words: Sequence[str]) -> str:
    """For index `cari_kalimat`: each word, and its stem."""
    return " ".join(f"{word}^2 {stem(word)}" for word in words)


def plain_query(words: Sequence[str]) -> str:
    """For index `cari_nama`: each word as it is, with slips, as a beginning, and its stem as a piece."""
    return " ".join(term for word in words for term in _terms(word))


def _terms(word: str) -> list[str]:
    terms = [f"{word}^3"]
    if slips(word):
        terms.append(f"{word}~{slips(word)}")
    if len(word) >= 3:
        terms.append(f"{word}*^0.5")
    root = stem(word)
    piece = root[1:] if len(root) > LETTERS_OF_A_PIECE + 1 else root
    if len(piece) >= LETTERS_OF_A_PIECE:
        terms.append(f"*{piece}*^0.3")
    return terms
