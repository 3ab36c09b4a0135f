"""An answer taken away as a file: written row by row to a file of its own, then sent, in the memory of a few rows.

In: a form's Cypher and parameters (or any parts of an answer), csv | xlsx | json. Out: the file, under a name with the
date and the revision that it answers for. A question that is refused or wrong is told as a page, and nothing is sent.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from io import SEEK_END
from typing import IO

from flask import Blueprint, Response, request
from werkzeug.wsgi import wrap_file

from service.access import require
from service.actor import note
from service.app import current_console, current_store
from service.console.files import FORMS, Answer, written
from service.console.logged import ask
from service.console.parts import Part
from service.errors import NotFound
from service.web.konsol_minta import a_place, from_form

bp = Blueprint("konsol_berkas", __name__, url_prefix="/konsol")

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
}


@bp.post("/unduh/<bentuk>")
def file(bentuk: str) -> Response:
    """What the console answers, as a file."""
    require("konsol")
    wanted = from_form()

    def parts() -> Iterator[Part]:
        return ask(current_console(), current_store(), wanted.statement, wanted.limits).parts

    with a_place():
        return sent(bentuk, "konsol", parts)


def sent(bentuk: str, name: str, read: Callable[[], Iterator[Part]]) -> Response:
    """What `read` gives, in the form `bentuk`; nothing is asked for a form that there is not."""
    if bentuk not in FORMS:
        raise NotFound(f"Tidak ada unduhan .{bentuk} di sini.", f"Yang ada: {', '.join(FORMS)}.")
    target = tempfile.TemporaryFile(prefix="kinerja-")  # noqa: SIM115  (closed when it has been sent)
    try:
        with closing(read()) as parts:  # type: ignore[type-var]  # a generator
            answer = Answer(parts)
            written(answer, bentuk, target)
        named = f"{name}-{date.today():%Y-%m-%d}-revisi-{answer.head.revisi}.{bentuk}"
        note(sesudah={"berkas": named})
        return of_file(target, TYPES[bentuk], named)
    except BaseException:
        target.close()
        raise


def of_file(target: IO[bytes], kind: str, named: str = "") -> Response:
    """What stands in an open file, which is closed when it has been sent; `named`: to be kept under this name."""
    size = target.seek(0, SEEK_END)
    target.seek(0)
    response = Response(wrap_file(request.environ, target), content_type=kind, direct_passthrough=True)
    response.content_length = size
    if named:
        response.headers.set("Content-Disposition", "attachment", filename=named)
    return response
