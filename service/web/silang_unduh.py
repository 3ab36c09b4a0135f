"""One way to send a view of crosscutting away as a file: by its ending, under a name that says what it is.

In: the forms that a view has, the ending that is asked for, how its content is read. Out: the bytes, recorded as an
export.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from flask import Response
from pydantic import TypeAdapter

from service.actor import note
from service.bahasa.dates import moment_in_words
from service.crosscut.handover.handing import Handed
from service.crosscut.lists.answers import Computed
from service.crosscut.scope import Scope
from service.crosscut.tables import Table, as_csv
from service.errors import NotFound
from service.lembar.names import DOCX, XLSX
from service.web.words import now

T = TypeVar("T")

TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": XLSX,
    "docx": DOCX,
    "json": "application/json; charset=utf-8",
}


def answered(
    forms: Mapping[str, Callable[[T], bytes]],
    bentuk: str,
    read: Callable[[], T],
    named: Callable[[T], str],
    unit: str = "",
) -> Response:
    """What `read` gives, in the form `bentuk`; nothing is read for a form that there is not."""
    if bentuk not in forms:
        raise NotFound(f"Tidak ada unduhan .{bentuk} di sini.", f"Yang ada: {', '.join(forms)}.")
    found = read()
    name = f"{named(found)}-{date.today():%Y-%m-%d}.{bentuk}"
    note(unit=unit, sesudah={"berkas": name})
    response = Response(forms[bentuk](found), content_type=TYPES[bentuk])
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def table_forms(table: Callable[[T], Table], kind: Any, below: Callable[[T], str]) -> dict[str, Callable[[T], bytes]]:
    """A view that is one table, as CSV, workbook and JSON; `kind`: its type."""
    return {
        "csv": lambda found: as_csv(table(found)),
        "xlsx": lambda found: as_workbook([table(found)], below(found)),
        "json": lambda found: as_json(kind, found),
    }


def dated(scope: Scope, state: Computed) -> str:
    """The line for the foot of every page: scope, moment, revision."""
    where = f"{scope.nama} · tahun {scope.tahun}" if scope.pemda else "belum ada dokumen"
    return f"{where} · dicetak {moment_in_words(now())}, revisi {state.revisi}"


def as_workbook(tables: Sequence[Table], below: str) -> bytes:
    """A sheet for each table."""
    from service.crosscut.table_book import as_book  # the library takes a while to load, and few ask for it

    return as_book(tables, tables[0].judul, below)


def as_word(of: Handed) -> bytes:
    """The form as a document."""
    from service.crosscut.handover.word import as_document  # the same

    return as_document(of)


def as_json(kind: Any, found: object) -> bytes:
    return TypeAdapter(kind).dump_json(found)
