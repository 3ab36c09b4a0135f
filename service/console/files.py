"""An answer as a file: CSV, XLSX or JSON, written row by row, so that 100,000 rows take the memory of a few.

In: the parts of a run, a form, an open file. Out: the same rows as on the page, with their keys, and how it ended. A
fault while it runs is raised; the file is then half written and to be thrown away.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import IO

from service.cells import Cell, as_value
from service.console import caps
from service.console.parts import End, Head, Part, Rows
from service.console.statement import LARGEST, Limits
from service.workbook import LongList, Value, csv_into

SHEET = "Jawaban"


def written(parts: Iterable[Part] | Answer, bentuk: str, target: IO[bytes]) -> End:
    """Everything in `parts` in the form `bentuk` (a key of FORMS) into `target`, which stays open."""
    answer = parts if isinstance(parts, Answer) else Answer(parts)
    FORMS[bentuk](answer, target)
    return answer.end


class Answer:
    """The parts of a run as head, rows and end."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = iter(parts)
        first = next(self._parts)
        assert isinstance(first, Head)  # noqa: S101  a run begins with it
        self.head: Head = first
        self.end = End(0, None, 0, 0.0, None)

    def rows(self) -> Iterator[list[Cell]]:
        for some in self.some():
            yield from some.baris

    def values(self) -> Iterator[list[Value]]:
        """Rows for a spreadsheet: numbers and readable texts."""
        for row in self.rows():
            yield [as_value(cell) for cell in row]

    def some(self) -> Iterator[Rows]:
        """Rows as they came; `end` is known after the last."""
        for part in self._parts:
            if isinstance(part, Rows):
                yield part
            elif isinstance(part, End):
                self.end = part

    def about(self) -> list[tuple[str, Value]]:
        """What a reader of the file should know of it."""
        told: list[tuple[str, Value]] = [
            ("Revisi graf", self.head.revisi),
            ("Keadaan pada", self.head.pada),
            ("Jumlah baris", self.end.baris),
        ]
        limits = Limits(baris=LARGEST)
        cuts = (
            caps.cut(self.end.terpotong, Limits(baris=self.end.baris) if self.end.terpotong == "baris" else limits),
            caps.cells_cut(self.end.sel_terpotong, limits),
        )
        return told + [("Terpotong", sentence) for sentence in cuts if sentence]


def _csv(answer: Answer, target: IO[bytes]) -> None:
    csv_into(target, answer.head.kolom, answer.values())


def _xlsx(answer: Answer, target: IO[bytes]) -> None:
    book = LongList(SHEET, answer.head.kolom)
    for row in answer.values():
        book.append(row)
    book.save(target, answer.about())


def _json(answer: Answer, target: IO[bytes]) -> None:
    """One object: the members of the head, `baris`, terpotong, dipotong_karena, sel_terpotong, ms."""
    between = b"\n"
    target.write(_dumped(asdict(answer.head))[:-1] + b',"baris":[')
    for some in answer.some():
        target.write(between + some.teks[1:-1].encode())
        between = b",\n"
    end = answer.end
    told = {"terpotong": end.terpotong is not None, "dipotong_karena": end.terpotong}
    target.write(b"]," + _dumped({**told, "sel_terpotong": end.sel_terpotong, "ms": end.ms})[1:] + b"\n")


def _dumped(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


FORMS: dict[str, Callable[[Answer, IO[bytes]], None]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
"""Ending of the file -> who writes it."""
