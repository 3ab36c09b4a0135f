"""The forms that can be taken away, and the names of their files.

In: the title of a cascade and a form. Out: `lembar-kerja-kecamatan-batumandi-2022-revisi-12.xlsx`, and the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from service.lembar.gathered import Gathered, Title

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Writer = Callable[[Gathered, datetime], bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of file."""

    nama: str
    """How its file name begins."""
    akhiran: str
    tipe: str
    """Media type."""
    penulis: tuple[str, str]
    """Module and function; loaded when asked for, the office libraries take a while."""


FORMS: Mapping[tuple[str, str], Form] = {
    ("lembar", "xlsx"): Form("lembar-kerja", "xlsx", XLSX, ("service.lembar.workbook", "workbook")),
    ("lembar", "docx"): Form("lembar-kerja", "docx", DOCX, ("service.lembar.word", "word")),
    ("matriks", "xlsx"): Form("matriks-cascading", "xlsx", XLSX, ("service.lembar.matrixbook", "matrix_book")),
}
"""(form, format) -> what is written."""


def file_name(form: Form, title: Title) -> str:
    """Unit, year and revision stand in the name, so that two downloads are never mixed up."""
    return f"{form.nama}-{title.kode}-{title.tahun}-revisi-{title.revisi}.{form.akhiran}"


def written(form: Form, of: Gathered, moment: datetime) -> bytes:
    """The bytes of the file."""
    module, function = form.penulis
    writer: Writer = getattr(import_module(module), function)
    return writer(of, moment)
