"""The text of a piece of a Word document, as a reader of the page sees it.

In: an element (paragraph, cell, header). Out: its text; inserted text is in it, deleted text and field codes are not,
text boxes and nested tables are left to the walk, which gives them rows of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

P, TBL, TR, TC, BOX = W + "p", W + "tbl", W + "tr", W + "tc", W + "txbxContent"
DELETED = ("del", "moveFrom", "delText", "instrText")
FORMATTING = ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")
GONE = frozenset(W + name for name in DELETED + FORMATTING) | {MC + "Fallback"}
"""Deleted text, field codes and formatting; the fallback repeats a text box for old versions of Word."""
LETTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


def text_of(node: Element) -> str:
    """Text below `node`, a line per paragraph."""
    return "".join(_pieces(node)).strip("\n")


def _pieces(node: Element) -> Iterator[str]:
    for child in node:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in LETTERS:
            yield LETTERS[child.tag]
        elif child.tag not in GONE and child.tag not in (TBL, BOX):
            yield from _pieces(child)
            if child.tag == P:
                yield "\n"


def cell_text(cell: Element) -> str:
    """Text of a table cell: a tab is a space there, blank lines at its ends are none."""
    lines = [line.strip() for line in text_of(cell).replace("\t", " ").split("\n")]
    return "\n".join(lines).strip()


def boxes(node: Element) -> Iterator[Element]:
    """Text boxes anchored in a paragraph."""
    for child in node:
        if child.tag == BOX:
            yield child
        elif child.tag not in GONE:
            yield from boxes(child)


def inside(node: Element, tag: str, stop: frozenset[str] = frozenset()) -> Iterator[Element]:
    """Nearest elements called `tag` below `node`, through content controls and the like, in order."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag not in GONE and child.tag not in stop:
            yield from inside(child, tag, stop)
