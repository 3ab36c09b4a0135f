"""A workbook opened by openpyxl, which is shown the cells and nothing else.

In: the vetted parts. Out: a read-only `Workbook`. openpyxl also reads filters, rules, print areas and pictures, and
stops at one odd value in them, though no text of the document is there; so they are left out before it looks.
"""

from __future__ import annotations

import re

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from service.ingest.read.package import DECLARED, TYPES, Package

UNUSED = re.compile(r"drawing|comments|docProps|printerSettings|pivot|charts|theme|externalLinks")
"""Parts that hold no cell."""
SHEET = re.compile(
    rb"(?P<open><(?P<prefix>\w+:)?worksheet\b[^>]*>).*?"
    rb"(?P<cells><(?:\w+:)?sheetData\b.*</(?:\w+:)?sheetData>).*"
    rb"(?P<close></(?:\w+:)?worksheet>)",
    re.DOTALL,
)
"""A sheet; its cells stand between what is dropped."""
CELLS_ONLY = rb'\g<open><\g<prefix>dimension ref="A1"/>\g<cells>\g<close>'
"""A size, though a false one that is not used: without any, openpyxl reads the whole sheet in search of it."""
NAMES = re.compile(rb"<(?:\w+:)?definedNames>.*?</(?:\w+:)?definedNames>", re.DOTALL)
BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What openpyxl raises over styles it does not understand."""


def open_book(package: Package) -> Workbook:
    """The workbook; without its formats when those are broken (only dates and leading zeros suffer)."""
    parts = _parts(package)
    try:
        return _load(parts)
    except BROKEN:
        return _load({name: part for name, part in parts.items() if not name.endswith("styles.xml")})


def _load(parts: dict[str, bytes]) -> Workbook:
    return load_workbook(Package(parts).as_zip(), read_only=True, data_only=True, keep_links=False)


def _parts(package: Package) -> dict[str, bytes]:
    """The parts that count; what the list of contents names in vain is taken off it."""
    parts = {name: _cells_only(part) for name, part in package.parts.items() if not UNUSED.search(name)}
    parts[TYPES] = DECLARED.sub(lambda found: found[0] if found[1].decode() in parts else b"", parts.get(TYPES, b""))
    return parts


def _cells_only(part: bytes) -> bytes:
    return NAMES.sub(b"", SHEET.sub(CELLS_ONLY, part))
