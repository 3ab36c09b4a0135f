"""Wall `huruf`: signs that let a text mean something else than it shows.

In: a statement. Out: nothing, or `Refused`. Neo4j 5.26 turns `\\u0060` into a backtick before it reads the text, so
that a quoted name could close itself (platform-live.md 0.15); some signs are invisible or turn the direction of
writing.
"""

from __future__ import annotations

import re

from service.console.refusal import Unreadable, refused, shown
from service.console.tokens import FAULT, LINE_END, STRING, Token
from service.console.walls.written import Written

ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\u)", re.IGNORECASE)
"""A backslash that is not itself escaped, with a u."""
HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Control signs, signs that turn the direction of writing, halves of a character."""
QUOTES = frozenset("\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u00b4")
"""What word processors make of quotation marks."""
ENDLESS = {
    "teks": ("teks yang dibuka di sini tidak ditutup.", "Tutup dengan tanda kutip yang sama."),
    "nama": ("nama yang dibuka dengan ` di sini tidak ditutup.", "Tutup dengan tanda `."),
    "komentar": ("komentar yang dibuka dengan /* di sini tidak ditutup.", "Tutup dengan */."),
}


def check_letters(written: Written) -> None:
    """Wall `huruf`."""
    text = written.statement.teks
    if escape := ESCAPE.search(text):
        raise refused(
            "huruf",
            r"tulisan \u tidak diizinkan, karena Neo4j membacanya sebagai huruf lain.",
            r"Tulis hurufnya langsung atau kirim sebagai parameter. Untuk garis miring terbalik, tulis \\.",
            _place(text, escape.start(1), 2),
        )
    if hidden := HIDDEN.search(text):
        raise refused(
            "huruf",
            f"huruf kendali yang tidak tampak (U+{ord(hidden.group()):04X}).",
            "Hapus, atau ketik ulang bagian itu.",
            _place(text, hidden.start(), 1),
        )
    for token in written.tokens:
        if token.kind == FAULT:
            raise _unreadable(token)
    _check_parameters(written)


def _unreadable(token: Token) -> Exception:
    """What Neo4j could not read either."""
    return refused("huruf", *_said(token), token, kind=Unreadable)


def _said(token: Token) -> tuple[str, str]:
    if token.fault in ENDLESS:
        return ENDLESS[token.fault]
    if token.text in QUOTES:
        return f"tanda kutip {token.text} tidak dikenal Cypher.", "Pakai ' atau \"."
    return (
        f"tanda {shown(token.text)} (U+{ord(token.text):04X}) tidak dikenal di luar teks.",
        "Hapus; bila bagian dari nama, tulis nama itu di antara tanda `.",
    )


def _check_parameters(written: Written) -> None:
    for name, value in written.statement.parameter.items():
        for text in (name, value):
            if isinstance(text, str) and re.search("[\ud800-\udfff]", text):
                raise refused(
                    "huruf", f"Parameter ${shown(ascii(name)[1:-1])} berisi separuh huruf.", "Ketik ulang nilainya."
                )


def _place(text: str, offset: int, length: int) -> Token:
    """A token for what is no token of its own."""
    ends = list(LINE_END.finditer(text, 0, offset))
    start = ends[-1].end() if ends else 0
    return Token(STRING, text[offset : offset + length], offset, len(ends) + 1, offset - start + 1)
