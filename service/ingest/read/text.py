"""Plain text and CSV: any usual encoding and line end; a line with tabs or pipes is a row of a table.

In: bytes. Out: one `RawRow` per line, blank ones too, placed as `baris berkas N`. Columns parted only by spaces are
left as running text: wrapped cells make them impossible to part reliably.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from service.errors import DocumentRefused
from service.ingest.read.grid import Line, rows_of_grid
from service.ingest.read.limits import most_rows, refused, too_many_rows
from service.model import RawRow

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LINE_END = re.compile(r"\r\n|\r|\n")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f\ufffd]")
NOISE = 0.01
"""Up to this share of unprintable characters is dirt of some export, and dropped; more is no text."""
DELIMITERS = ";\t,|"


def read(data: bytes) -> list[RawRow]:
    """Rows of a text file; raises DocumentRefused when it is no text."""
    lines = split_lines(decode(data))
    if len(lines) > most_rows():
        raise too_many_rows()
    return list(rows_of_lines((f"baris berkas {n}", line) for n, line in enumerate(lines, 1)))


def read_csv(data: bytes) -> list[RawRow]:
    """Rows of a CSV; the delimiter is the one that its lines use most."""
    text = decode(data)
    delimiter = max(DELIMITERS, key=text.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    lines, start = [], 1
    for cells in reader:
        lines.append(Line(f"baris berkas {start}", tuple(cell.strip() for cell in cells) or ("",)))
        start = reader.line_num + 1
        if len(lines) > most_rows():
            raise too_many_rows()
    return list(rows_of_grid(lines, first_table=1))


def decode(data: bytes) -> str:
    """The text: by its byte order mark, else UTF-8, else CP1252, which Notepad wrote here for years."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "")
    try:
        text = data.decode(encoding) if encoding else _unmarked(data)
    except UnicodeError:
        raise _no_text() from None
    if "\0" in text or len(UNPRINTABLE.findall(text)) > len(text) * NOISE:
        raise _no_text()
    return UNPRINTABLE.sub("", text)


def _unmarked(data: bytes) -> str:
    """Line by line when the whole is not UTF-8: an old line may have been pasted into a newer file."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_line(line) for line in data.splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _no_text() -> DocumentRefused:
    return refused(
        "Berkas ini bukan teks; isinya data biner atau penyandian yang tidak dikenal.",
        "Simpan dokumen sebagai .docx, .xlsx, atau teks UTF-8, lalu unggah lagi.",
    )


def split_lines(text: str) -> list[str]:
    """Lines as an editor counts them; not `str.splitlines`, which also cuts at a page break inside a line."""
    lines = LINE_END.split(text.rstrip("\x1a"))
    return lines[:-1] if lines[-1] == "" else lines


def rows_of_lines(lines: Iterable[tuple[str, str]], first_table: int = 1) -> Iterator[RawRow]:
    """Rows of placed lines; touching table lines share a number, counted from `first_table` on."""
    number, inside = first_table - 1, False
    for lokasi, line in lines:
        cells = _cells(line)
        if len(cells) > 1 and not inside:
            number += 1
        inside = len(cells) > 1
        yield RawRow(lokasi, cells, number if inside else None)


def _cells(line: str) -> tuple[str, ...]:
    if "\t" in line:
        return tuple(cell.strip() for cell in line.split("\t"))
    bare = line.strip()
    if len(bare) > 2 and bare.startswith("|") and bare.endswith("|"):
        return tuple(cell.strip() for cell in bare[1:-1].split("|"))
    return (bare,)
