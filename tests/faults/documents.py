"""Documents that nobody would write: real ones of the genre, changed at random until they hurt.

In: a seed. Out: (bytes, file name). Four ways, a quarter of the seeds each: rows and cells, bytes, parts of a zip, and
encodings. The same seed gives the same document.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache

from service.config import ROOT
from tests import mutations
from tests.variants import Mutation, Pages, as_docx, as_text, as_xlsx, pages, read_outline

Made = tuple[bytes, str]

OUTLINES = ("dinas", "badan", "inspektorat", "tujuh", "asing")
KNOWN: tuple[Mutation, ...] = tuple(
    one
    for name, one in vars(mutations).items()
    if callable(one)
    and getattr(one, "__module__", "") == mutations.__name__
    and name not in ("without", "typo", "_same")
)
"""Every change that a word processor or a person makes, by itself harmless."""

DIRT: tuple[str, ...] = (
    "",
    " ",
    "\t\t",
    "\n\n",
    "\r",
    "\x0b",
    "\u200b",
    "\u202e",
    "\ufeff",
    "a\u0301" * 9,
    "０１２３",
    "😀" * 20,
    "=SUM(A1:A9)",
    '=HYPERLINK("http://x","y")',
    "<b>&amp;</b>",
    "'; DROP TABLE kinerja; --",
    "`K\\u0060) DETACH DELETE n //",
    "{{ 7*7 }}",
    "-" * 300,
    "Meningkatnya " * 120,
    "9" * 400,
    "-1",
    "1e309",
    "NaN",
    "0" * 60,
    "Tahap 5",
    "TAHAP I II III IV V",
    "kinerja strategis skpd",
    "pk pk pk / / /",
    "/" * 50,
    ";" * 50,
    "|" * 40,
    "1.2.3.4.5.6.7.8.9",
    "((((((((((",
    ")" * 30,
    "\x00",
    "\ud7ff\ue000",
    "ﷺ" * 30,
)
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "cp437", "utf-7", "koi8-r")
XML_DIRT = (
    b"",
    b"<",
    b">",
    b"&",
    b"]]>",
    b"<!--",
    b"<a",
    b"0",
    b"-1",
    b"99999999999",
    b"\x00",
    b"\xff",
    b"&#x0;",
    b'r=""',
)


def document_of(seed: int) -> Made:
    """The document of `seed`."""
    chance = random.Random(seed)
    return WAYS[seed % len(WAYS)](chance)


def rows_and_cells(chance: random.Random) -> Made:
    """Some known changes, then dirt in cells, rows out of place, cells too many and too few."""
    found = pages(read_outline(chance.choice(OUTLINES)))
    for change in chance.sample(KNOWN, chance.randint(0, 4)):
        try:
            change(found, chance)
        except (AssertionError, AttributeError, IndexError, KeyError, StopIteration, TypeError, ValueError):
            continue  # two changes that cannot follow each other
    for _ in range(chance.randint(1, 12)):
        _soil(found, chance)
    form = chance.choice((as_text, as_text, as_docx, as_xlsx))
    try:
        return form(found), {as_text: "uji.txt", as_docx: "uji.docx", as_xlsx: "uji.xlsx"}[form]
    except Exception:  # what Word or Excel cannot hold, a text can
        return as_text(found), "uji.txt"


def bytes_changed(chance: random.Random) -> Made:
    """Bytes flipped, cut, doubled, put in, of a file of any format."""
    data, name = chance.choice(originals())
    for _ in range(chance.randint(1, 6)):
        data = _hurt(data, chance)
    return data, name


def parts_changed(chance: random.Random) -> Made:
    """A sound zip whose parts are not: dropped, exchanged, emptied, their XML cut and soiled."""
    data, name = chance.choice([one for one in originals() if one[1].endswith(("docx", "xlsx"))])
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {entry: file.read(entry) for entry in file.namelist()}
    for _ in range(chance.randint(1, 4)):
        _hurt_part(parts, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as file:
        for entry, content in parts.items():
            file.writestr(entry, content)
    return out.getvalue(), name


def encodings(chance: random.Random) -> Made:
    """A text in an encoding that it does not tell, or in two."""
    text = as_text(pages(read_outline(chance.choice(OUTLINES)))).decode()
    for _ in range(chance.randint(0, 5)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(DIRT) + text[at:]
    half = len(text) // 2 if chance.random() < 0.3 else len(text)
    first, second = chance.choice(ENCODINGS), chance.choice(ENCODINGS)
    data = text[:half].encode(first, "replace") + text[half:].encode(second, "replace")
    return (_hurt(data, chance) if chance.random() < 0.3 else data), chance.choice(("uji.txt", "uji.csv", "uji.tsv"))


WAYS: tuple[Callable[[random.Random], Made], ...] = (rows_and_cells, bytes_changed, parts_changed, encodings)


@cache
def originals() -> tuple[Made, ...]:
    """Sound files of every format: the seeds, and outlines as Word and Excel."""
    seeds = [path for path in sorted((ROOT / "seeds").rglob("*")) if path.suffix in (".txt", ".docx", ".xlsx")]
    made = [(path.read_bytes(), f"uji{path.suffix}") for path in seeds[:8]]
    small = pages(read_outline("inspektorat"))
    return (*made, (as_docx(small), "uji.docx"), (as_xlsx(small), "uji.xlsx"), (as_text(small), "uji.txt"))


def _soil(found: Pages, chance: random.Random) -> None:
    rows = found.rows[chance.choice((1, 2, 3, 4, 5))]
    if not rows:
        return
    at = chance.randrange(len(rows))
    row = rows[at]
    how = chance.randrange(7)
    if how == 0:
        del rows[at]
    elif how == 1:
        rows.insert(chance.randrange(len(rows)), list(row) if isinstance(row, list) else row)
    elif how == 2:
        rows.insert(at, chance.choice(DIRT))
    elif isinstance(row, list) and row:
        place = chance.randrange(len(row))
        if how == 3:
            del row[place]
        elif how == 4:
            row[place:place] = [chance.choice(DIRT)] * chance.choice((1, 1, 2, 60))
        elif how == 5:
            row[place] += chance.choice(DIRT)
        else:
            row[place] = chance.choice(DIRT)


def _hurt(data: bytes, chance: random.Random) -> bytes:
    if len(data) < 2:
        return data
    at, length = chance.randrange(len(data)), chance.choice((1, 1, 1, 4, 64, 2000))
    how = chance.randrange(5)
    if how == 0:
        return data[:at] + bytes(b ^ (1 << chance.randrange(8)) for b in data[at : at + length]) + data[at + length :]
    if how == 1:
        return data[:at] + data[at + length :]
    if how == 2:
        return data[:at] + data[at : at + length] * 2 + data[at + length :]
    if how == 3:
        return data[:at] + chance.randbytes(length) + data[at:]
    return data[:at] if chance.random() < 0.3 else data[at:] + data[:at]


def _hurt_part(parts: dict[str, bytes], chance: random.Random) -> None:
    if not parts:
        return
    name = chance.choice(list(parts))
    if chance.random() < 0.6:  # where the content is
        name = chance.choice([n for n in parts if "sheet" in n or "document" in n or "String" in n] or [name])
    how = chance.randrange(6)
    if how == 0:
        del parts[name]
    elif how == 1:
        other = chance.choice(list(parts))
        parts[name], parts[other] = parts[other], parts[name]
    elif how == 2:
        parts[name] = _hurt(parts[name], chance)
    else:
        at = chance.randrange(len(parts[name]) + 1)
        cut = at + chance.choice((0, 0, 1, 30, 3000))
        parts[name] = parts[name][:at] + chance.choice(XML_DIRT) + parts[name][cut:]
