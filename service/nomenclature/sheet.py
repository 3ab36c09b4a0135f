"""The entries of a nomenclature in the rows of a spreadsheet, however its columns are laid out. Pure.

In: the rows of an .xlsx or .csv. Out: a `Reading`: code, name and place of every entry, and what was not understood.
Three layouts are known: one column of codes (or codes with names in one cell), a pair of code and name for each kind
side by side, and codes taken apart into columns as the regulation prints them. Columns are found by what they hold; the
head only decides between several columns of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from service.bahasa.codes import canonical
from service.bahasa.wording import tidy
from service.model import RawRow
from service.nomenclature.columns import Layout, layout_of

WORK = "service.nomenclature.sheet:entries"
"""The name of this function, for `read_in_child`."""
PREFERRED = "kabupaten/kota"
"""Of two names of one code, that of a regency wins: the full list has every program twice."""
TOLD = 200
"""Rows that are told one by one; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the nomenclature."""

    kode: str
    """In the one spelling."""
    tertulis: str
    """As the file writes it."""
    nama: str
    tempat: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that was not understood."""

    tempat: str
    teks: str
    sebab: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a file."""

    entri: tuple[Entry, ...]
    """Each code once, sorted."""
    tak_terbaca: tuple[Unread, ...]
    """At most `TOLD`."""
    jumlah_tak_terbaca: int
    kembar: tuple[Unread, ...]
    """Codes that stand there again with another name; at most `TOLD`."""
    jumlah_kembar: int


def entries(rows: Sequence[RawRow]) -> Reading:
    """Every entry of the tables in `rows`."""
    found: dict[str, Entry] = {}
    unread: list[Unread] = []
    twins: list[Unread] = []
    for one in _tables(rows):
        if isinstance(one, Unread):
            unread.append(one)
        elif _is_better(one, found.get(one.kode)):
            found[one.kode] = one
        elif one.nama.casefold() != found[one.kode].nama.casefold() and not _was_worse(one, found[one.kode]):
            twins.append(Unread(one.tempat, f"{one.tertulis} {one.nama}", f"dipakai nama di {found[one.kode].tempat}"))
    in_order = tuple(found[kode] for kode in sorted(found))
    return Reading(in_order, tuple(unread[:TOLD]), len(unread), tuple(twins[:TOLD]), len(twins))


def _tables(rows: Sequence[RawRow]) -> Iterator[Entry | Unread]:
    """A sheet of one column is running text to a reader; its codes are known all the same."""
    for _, block in groupby(rows, key=lambda row: row.tabel):
        table = list(block)
        layout = layout_of([row.sel for row in table])
        if layout is not None:
            yield from _of_table(table, layout)


def _of_table(table: Iterable[RawRow], layout: Layout) -> Iterator[Entry | Unread]:
    running = [""] * len(layout.parts)
    for row in table:
        if layout.parts:
            yield from _apart(row, layout, running)
        else:
            for code, name in layout.pairs:
                yield from _pair(row, code, name)


def _pair(row: RawRow, code: int, name: int) -> Iterator[Entry | Unread]:
    """Code and name in two cells, or both in the one of the code."""
    written = row.sel[code] if code < len(row.sel) else ""
    if not any(letter.isdigit() for letter in written):
        return  # a head, or nothing
    head, _, rest = written.partition(" ")
    title = row.sel[name] if 0 <= name < len(row.sel) else ""
    if not canonical(written) and canonical(head) and re.search(r"[^\W\d]{3}", rest):
        written, title = head, rest.lstrip(" -:")
    yield _entry(row, written, title)


def _apart(row: RawRow, layout: Layout, running: list[str]) -> Iterator[Entry | Unread]:
    """A code taken apart: what stands left of the first filled part is that of the rows above."""
    given = [row.sel[column] if column < len(row.sel) else "" for column in layout.parts]
    filled = [n for n, part in enumerate(given) if part]
    if not filled or not any(part[0].isdigit() for part in given if part):
        return
    running[:] = [*running[: filled[0]], *given[filled[0] :]]
    _, name = layout.pairs[0]
    written = ".".join(part for part in running if part)
    yield _entry(row, written, row.sel[name] if name < len(row.sel) else "")


def _entry(row: RawRow, written: str, name: str) -> Entry | Unread:
    code, title = canonical(written), tidy(name)
    if not code:
        return Unread(row.lokasi, f"{written} {title}".strip(), "kodenya tidak dikenal")
    if not title:
        return Unread(row.lokasi, written, "tidak ada namanya")
    return Entry(code, tidy(written), title, row.lokasi)


def _is_better(one: Entry, known: Entry | None) -> bool:
    return known is None or (PREFERRED in one.nama.casefold() and "provinsi" in known.nama.casefold())


def _was_worse(one: Entry, known: Entry) -> bool:
    return "provinsi" in one.nama.casefold() and PREFERRED in known.nama.casefold()
