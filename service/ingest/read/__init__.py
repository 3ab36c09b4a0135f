"""From the bytes of a document to its rows, each with its place; nothing here knows what a cascade is.

In: the bytes of an upload and its name. Out: `RawRow`s. `read` works in the process that calls it; whoever holds a
document of unknown origin calls `read_in_child`, which does the same in a process with limits on time and memory.
"""

from __future__ import annotations

import zipfile
import zlib
from importlib import import_module

from defusedxml.common import DefusedXmlException

from service.errors import DocumentRefused
from service.ingest.read.limits import NESTING, RESAVE, check_rows, check_size, refused
from service.ingest.read.recognise import check_name, recognise, truncated
from service.model import RawRow

FORMATS: dict[str, tuple[str, str]] = {
    "text": ("service.ingest.read.text", "read"),
    "csv": ("service.ingest.read.text", "read_csv"),
    "docx": ("service.ingest.read.docx", "read"),
    "xlsx": ("service.ingest.read.xlsx", "read"),
}
"""One reader a format: `(bytes) -> list[RawRow]`. Imported when needed, so that a text does not wait for openpyxl."""


def read(data: bytes, name: str) -> list[RawRow]:
    """All rows of a document, in order; raises DocumentRefused with the reason and the remedy."""
    check_name(name)
    check_size(data)
    module, function = FORMATS[recognise(data, name)]
    try:
        rows: list[RawRow] = getattr(import_module(module), function)(data)
    except DocumentRefused:
        raise
    except Exception as fault:
        raise _reason(fault) from fault
    check_rows(rows)
    return rows


def _reason(fault: Exception) -> DocumentRefused:
    """What a library's complaint means for the person who sent the file."""
    if isinstance(fault, DefusedXmlException):
        return refused("Berkas memuat definisi entitas XML, yang tidak pernah ditulis Word atau Excel.", RESAVE)
    if isinstance(fault, MemoryError | RecursionError):
        return refused(f"Isi berkas terlalu besar atau bersarang terlalu dalam (batas {NESTING} tingkat).", RESAVE)
    if isinstance(fault, zipfile.BadZipFile | zlib.error | EOFError):
        return truncated()
    if isinstance(fault, SyntaxError):  # what both XML parsers raise
        return refused("Bagian XML di dalam berkas rusak.", RESAVE)
    return refused(f"Susunan berkas tidak dapat dibaca ({type(fault).__name__}).", RESAVE)
