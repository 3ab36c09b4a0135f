"""The words of a Cypher text as Neo4j 5.26 reads them, each with its place; nothing is looked up, nothing can fail.

In: any text. Out: its tokens in order, without white space and comments. What Neo4j cannot read (a text without end,
a sign it does not know) is a token of the kind FAULT with the reason, so that every wall sees the whole text.
Measured on the real server, and held to it by a test: white space is more than the space bar gives, a comment ends at
a line feed or at a lone carriage return, and a number takes the letters behind it. Signs that nobody sees, which Neo4j
counts as letters, are a FAULT here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

WORD, QUOTED, STRING, NUMBER, PARAMETER, SIGN, FAULT = (
    "kata",
    "bertanda",
    "teks",
    "bilangan",
    "parameter",
    "tanda",
    "salah",
)
"""Kinds. QUOTED: a name in backticks; PARAMETER: `$x` in one piece (`$ x` is the sign and a word)."""

SPACE = "\t\n\v\f\r\x1c-\x20\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What Neo4j skips between words (a regular expression's set); not U+0085, which counts as a letter."""
DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u207b\u208b\u2e3a\u2e3b\ufe31\ufe32"
HEADS = "\u27e8\u27e9\u3008\u3009\ufe64\ufe65\uff1c\uff1e"
"""Signs that Neo4j takes for `-` and for `<` and `>` in an arrow."""

# No possessive repetition (`*+`): Python 3.11 before 3.11.5 matches it wrongly, and a wall must not depend on that.
TOKEN = re.compile(
    rf"""
    (?P<leer>     [{SPACE}]+ | //[^\n\r]* | /\*.*?\*/ )
  | (?P<teks>     '[^'\\]*(?:\\.[^'\\]*)*' | "[^"\\]*(?:\\.[^"\\]*)*" )
  | (?P<bertanda> `[^`]*(?:``[^`]*)*`(?!`) )
  | (?P<salah>    ['"`] .* | /\* .* )
  | (?P<parameter>\$(?: `[^`]*(?:``[^`]*)*`(?!`) | \w+ ) )
  | (?P<bilangan> (?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?\w* )
  | (?P<kata>     \w+ )
  | (?P<tanda>    \.\.|=~|\+=|<=|>=|<>|\|\||[-+*/%^=<>.,:;|&!(){{}}\[\]$?{DASHES}{HEADS}] )
  | (?P<asing>    . )
    """,
    re.VERBOSE | re.DOTALL,
)
LINE_END = re.compile(r"\r\n|\n|\r")
ENDLESS = {"'": "teks", '"': "teks", "`": "nama", "/": "komentar"}
OPENING, CLOSING = {"(": ")", "[": "]", "{": "}"}, {")", "]", "}"}


class Token(NamedTuple):
    """One word, name, text, number, parameter or sign."""

    kind: str
    text: str
    """As written, quotes included."""
    offset: int
    """Characters before it."""
    line: int
    column: int
    """Both from 1; a line ends at LF, CR or both."""
    upper: str = ""
    """A word in capitals, for comparing with a keyword; a sign as it is; "" for all that can be neither."""
    fault: str = ""
    """Of a FAULT: what it is (`teks`, `nama`, `komentar` without end; `tanda` that Neo4j does not know)."""

    @property
    def name(self) -> str:
        """A name without its backticks or `$`."""
        bare = self.text.removeprefix("$")
        return bare[1:-1].replace("``", "`") if bare[:1] == "`" and self.kind != FAULT else bare

    @property
    def is_name(self) -> bool:
        return self.kind in (WORD, QUOTED)


NOTHING = Token(SIGN, "", 0, 1, 1)
"""What stands before the first token and behind the last."""


def tokenize(text: str) -> tuple[Token, ...]:
    """All tokens of `text`, in time that grows with its length only."""
    found: list[Token] = []
    line, start, counted = 1, 0, 0
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "leer":
            continue
        offset = match.start()
        for end in LINE_END.finditer(text, counted, offset):
            line, start = line + 1, end.end()
        counted = max(counted, offset)
        found.append(_token(kind, match.group(), offset, line, offset - start + 1))
    return tuple(found)


def _token(kind: str, text: str, offset: int, line: int, column: int) -> Token:
    if kind in (WORD, SIGN):
        return Token(kind, text, offset, line, column, text.upper())
    if kind == "asing":
        return Token(FAULT, text, offset, line, column, fault="tanda")
    fault = ENDLESS[text[0]] if kind == FAULT else ""
    return Token(kind, text, offset, line, column, fault=fault)


def partners(tokens: Sequence[Token]) -> dict[int, int]:
    """Opening bracket -> its closing one, as positions in `tokens`; brackets that fit no other are left out."""
    waiting: list[int] = []
    found: dict[int, int] = {}
    for at, token in enumerate(tokens):
        if token.kind != SIGN:
            continue
        if token.text in OPENING:
            waiting.append(at)
        elif token.text in CLOSING and waiting and OPENING[tokens[waiting[-1]].text] == token.text:
            found[waiting.pop()] = at
    return found
