"""The numbers that Word prints but does not write: "Tahap 1", "a.", "1." and bullets of automatic lists, as text.

In: the document's root and its numbering and style parts. Out: the same root, every numbered paragraph opening with the
number that stands on the page. Without this a heading whose "Tahap 3" is automatic would lose its stage, and a list of
indicators in one cell its ends.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from service.ingest.read.package import Package
from service.ingest.read.wordtext import TC, P, W, text_of

VAL = W + "val"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
DEPTH = 9
"""Levels of a list in Word."""
BULLET = "-"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    kind: str
    """decimal, lowerLetter, upperRoman, bullet …"""
    text: str
    """`Tahap %1`, `%1.%2.`"""
    start: int


Lists = dict[str, dict[int, Level]]
"""numId -> level -> its numbering."""


def print_numbers(root: Element, package: Package, main: str) -> None:
    """Write the automatic numbers of `root` into its paragraphs."""
    parts = {kind.rsplit("/", 1)[-1]: name for kind, name in package.related(main)}
    if "numbering" not in parts:
        return
    lists = _lists(package.xml(parts["numbering"]))
    styles = _styles(package.xml(parts["styles"])) if "styles" in parts else {}
    counters: dict[str, dict[int, int]] = defaultdict(dict)
    in_cells = {id(paragraph) for cell in root.iter(TC) for paragraph in cell.iter(P)}
    for paragraph in root.iter(P):
        found = _numbering_of(paragraph, styles)
        if found and found[0] in lists and (id(paragraph) in in_cells or text_of(paragraph).strip()):
            _open_with(paragraph, _count(lists[found[0]], counters[found[0]], found[1]))


def _lists(numbering: Element) -> Lists:
    abstract = {node.get(W + "abstractNumId"): dict(_levels(node)) for node in numbering.iter(W + "abstractNum")}
    lists: Lists = {}
    for num in numbering.iter(W + "num"):
        link = num.find(W + "abstractNumId")
        levels = dict(abstract.get(link.get(VAL), {})) if link is not None else {}
        for override in num.iter(W + "lvlOverride"):
            levels.update(_levels(override))
        lists[num.get(W + "numId", "")] = levels
    return lists


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for node in parent.findall(W + "lvl"):
        start = _value(node, "start") or "1"
        level = Level(_value(node, "numFmt"), _value(node, "lvlText"), int(start) if start.isdigit() else 1)
        yield _depth(node.get(W + "ilvl", "")), level


def _styles(styles: Element) -> dict[str, tuple[str, int]]:
    """Style -> list and level, for styles that number ("List Bullet", a numbered "Heading 1")."""
    found = {}
    for style in styles.iter(W + "style"):
        numbering = _own(style)
        if numbering:
            found[style.get(W + "styleId", "")] = numbering
    return found


def _numbering_of(paragraph: Element, styles: dict[str, tuple[str, int]]) -> tuple[str, int] | None:
    """List and level of a paragraph: its own, else its style's; list 0 switches numbering off."""
    own = _own(paragraph)
    if own:
        return own
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return styles.get(style.get(VAL, "")) if style is not None else None


def _own(node: Element) -> tuple[str, int] | None:
    mark = node.find(f"{W}pPr/{W}numPr")
    if mark is None or not _value(mark, "numId"):
        return None
    return _value(mark, "numId"), _depth(_value(mark, "ilvl"))


def _count(levels: dict[int, Level], counters: dict[int, int], depth: int) -> str:
    """The next number at this depth, as printed; deeper levels start again."""
    level = levels.get(depth)
    if level is None:
        return ""
    counters[depth] = counters.get(depth, level.start - 1) + 1
    for deeper in [other for other in counters if other > depth]:
        del counters[deeper]
    if level.kind == "bullet":
        return BULLET
    return re.sub(r"%(\d)", lambda found: _shown(levels, counters, int(found[1]) - 1), level.text)


def _shown(levels: dict[int, Level], counters: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    number = counters.get(depth, level.start)
    text = str(number)
    if level.kind.endswith("Letter"):
        text = chr(ord("a") + (number - 1) % 26)
    elif level.kind.endswith("Roman"):
        text = _roman(number)
    return text.upper() if level.kind.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _open_with(paragraph: Element, number: str) -> None:
    if not number:
        return
    run = Element(W + "r")
    SubElement(run, W + "t").text = f"{number} "
    first = next(iter(paragraph), None)
    paragraph.insert(1 if first is not None and first.tag == W + "pPr" else 0, run)


def _value(node: Element, name: str) -> str:
    mark = node.find(W + name)
    return "" if mark is None else mark.get(VAL, "")


def _depth(text: str) -> int:
    return min(int(text), DEPTH - 1) if text.isascii() and text.isdigit() else 0
