"""One value of an answer in the form that pages, files and scripts read: JSON, readable, and never longer than wanted.

In: a value as the driver gives it (node, relationship, path, moment, number, text, list, map) and the characters that
a cell may have. Out: a JSON value; what is no plain JSON is an object whose `_` says what it is (docs/console.md):

    node          {"_": "simpul", "eid", "label": [..], "kunci", "judul", "alamat", "isi": {..}}
    relationship  {"_": "hubungan", "eid", "jenis", "dari", "ke", "isi": {..}}
    path          {"_": "jalur", "simpul": [nodes], "hubungan": [relationships]}
    cut off       {"_": "potong", "jenis": teks | daftar | peta | jalur, "awal": its beginning, "panjang": of the whole}
    a map with a name `_`  {"_": "peta", "isi": {..}}

Nothing larger than the cap is ever built: a list of five million is looked at up to where the cap is reached.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from service.bahasa.numbers import in_digits

Cell = Any
"""A JSON value: None, bool, int, float, str, list or dict."""

CAP = 20_000
"""Characters of a cell, when nothing else is said."""
DEEPEST = 40
"""Lists in lists; a reader of JSON gives up at some depth."""
SAFE = 2**53
"""A number beyond it loses its last digits in a browser, and becomes a text."""
AROUND = 4
"""Characters around each value: quotes, comma, colon."""

KEYS = ("id", "kode", "nama_baku")
"""What a node of this graph is known by."""
TITLES: dict[str, tuple[str, ...]] = {
    "Kinerja": ("uraian",),
    "KinerjaLama": ("uraian",),
    "Indikator": ("nama",),
    "Ukuran": ("nama_baku",),
    "Versi": ("nama_berkas", "nomor"),
    "Keputusan": ("alasan", "jenis"),
}
ANY_TITLE = ("nama", "uraian", "judul", "pesan", "jenis", "id", "kode")
"""Label -> which property reads best; the others by the first that they have."""

ADDRESSES: dict[str, tuple[str, str]] = {
    "Kinerja": ("id", "/kinerja/{}"),
    "KinerjaLama": ("id", "/kinerja/{}"),
    "Indikator": ("id", "/indikator/{}"),
    "SKPD": ("kode", "/skpd/{}"),
    "Jabatan": ("kode", "/jabatan/{}"),
    "Dokumen": ("id", "/dokumen/{}"),
    "Mitra": ("kode", "/mitra/{}/crosscutting"),
    "Konsep": ("kode", "/crosscutting/glosarium/{}"),
}
"""Label -> the key of its page, and where that is."""


def row(values: Iterable[Any], cap: int = CAP) -> tuple[list[Cell], int]:
    """The cells of one row, and how many of them were cut."""
    cells, cut = [], 0
    for value in values:
        if value is None or value is True or value is False or (type(value) is str and len(value) < cap):
            cells.append(value)
            continue
        one, shorter = cell(value, cap)
        cells.append(one)
        cut += shorter
    return cells, cut


def cell(value: Any, cap: int = CAP) -> tuple[Cell, bool]:
    """The form of `value`, at most about `cap` characters as JSON, and whether something of it was left out."""
    making = _Making(cap)
    return making.form(value, 0), making.cut


class _Making:
    """One cell in the making: what room is left, and whether it was enough."""

    def __init__(self, cap: int) -> None:
        self.room = cap
        self.cut = False

    def form(self, value: Any, depth: int) -> Cell:
        """`value` as JSON within the room that is left."""
        self.room -= AROUND
        if isinstance(value, str):
            return self._text(value)
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, int | float):
            return _number(value)
        for kind, form in FORMS:
            if isinstance(value, kind):
                return form(self, value, depth + 1)
        return self._text(_plain(value))

    def _text(self, text: str) -> Cell:
        if len(text) <= max(self.room, 0):
            self.room -= len(text)
            return text
        kept = text[: max(self.room, 0)]
        self.room = 0
        return self._shorter("teks", kept, len(text))

    def _list(self, values: Sequence[Any], depth: int) -> Cell:
        kept: list[Cell] = []
        for value in values if depth <= DEEPEST else ():
            if self.room <= 0:
                break
            kept.append(self.form(value, depth))
        return kept if len(kept) == len(values) else self._shorter("daftar", kept, len(values))

    def _map(self, values: Mapping[str, Any], depth: int) -> Cell:
        kept: dict[str, Cell] = {}
        for name, value in values.items() if depth <= DEEPEST else ():
            if self.room <= 0:
                break
            self.room -= len(name)
            kept[name] = self.form(value, depth)
        whole = len(kept) == len(values)
        return (_kept_apart(kept) if "_" in kept else kept) if whole else self._shorter("peta", kept, len(values))

    def _node(self, node: Node, depth: int) -> Cell:
        labels = sorted(node.labels)
        return {
            "_": "simpul",
            "eid": node.element_id,
            "label": labels,
            "kunci": _key(node),
            "judul": _title(node, labels),
            "alamat": _address(node, labels),
            "isi": self._map(dict(node), depth),
        }

    def _relationship(self, edge: Relationship, depth: int) -> Cell:
        start, end = edge.start_node, edge.end_node
        return {
            "_": "hubungan",
            "eid": edge.element_id,
            "jenis": edge.type,
            "dari": start.element_id if start is not None else None,
            "ke": end.element_id if end is not None else None,
            "isi": self._map(dict(edge), depth),
        }

    def _path(self, path: Path, depth: int) -> Cell:
        nodes = self._list(path.nodes, depth)
        if self.cut:
            return self._shorter("jalur", nodes["awal"] if isinstance(nodes, dict) else nodes, len(path.nodes))
        return {"_": "jalur", "simpul": nodes, "hubungan": [self.form(edge, depth) for edge in path.relationships]}

    def _shorter(self, kind: str, beginning: Any, whole: int) -> Cell:
        self.cut = True
        return {"_": "potong", "jenis": kind, "awal": beginning, "panjang": whole}


Form = Callable[[_Making, Any, int], Cell]
FORMS: tuple[tuple[type | tuple[type, ...], Form], ...] = (
    (Node, _Making._node),
    (Relationship, _Making._relationship),
    (Path, _Making._path),
    (list, _Making._list),
    (dict, _Making._map),
)
"""What is no plain value -> how it is told. Points and durations are tuples, but no lists: see `_plain`."""


def _kept_apart(values: dict[str, Cell]) -> Cell:
    """A map that a person made with the name `_` in it, which must not pass for a node with an address of its own."""
    return {"_": "peta", "isi": values}


def _number(value: float) -> Cell:
    if isinstance(value, int):
        return value if -SAFE <= value <= SAFE else str(value)
    return value if math.isfinite(value) else ("NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity")


def _plain(value: Any) -> str:
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, Point):
        return f"point(srid {value.srid}: {', '.join(map(str, value))})"
    if isinstance(value, bytes | bytearray):
        return bytes(value).hex()
    return str(value)


def _key(node: Node) -> str | None:
    return next((str(node[name]) for name in KEYS if node.get(name) is not None), None)


def _title(node: Node, labels: Sequence[str]) -> str:
    known = next((TITLES[label] for label in labels if label in TITLES), ())
    found = next((node[name] for name in (*known, *ANY_TITLE) if node.get(name) not in (None, "")), None)
    return str(found)[:400] if found is not None else (labels[0] if labels else "simpul")


def _address(node: Node, labels: Sequence[str]) -> str | None:
    for label in labels:
        key, address = ADDRESSES.get(label, ("", ""))
        if key and node.get(key):
            return address.format(quote(str(node[key]), safe=""))
    return None


def as_text(cell: Cell) -> str:
    """One readable line of a cell, its key in front: `BTM-22-QJ96 Terfasilitasinya …`; lists and maps as JSON."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    kind = cell.get("_") if isinstance(cell, dict) else None
    tell = TELLINGS.get(kind) if isinstance(kind, str) else None
    return tell(cell) if tell else json.dumps(_told(cell), ensure_ascii=False)


def as_value(cell: Cell) -> str | int | float:
    """For a spreadsheet: numbers stay numbers, all else is a text."""
    return cell if isinstance(cell, int | float) and not isinstance(cell, bool) else as_text(cell)


def _told(cell: Cell) -> Cell:
    """Lists and maps with what lies in them readable too."""
    if isinstance(cell, list):
        return [_told(one) for one in cell]
    if isinstance(cell, dict):
        return as_text(cell) if cell.get("_") in TELLINGS else {name: _told(one) for name, one in cell.items()}
    return cell


def _node_text(cell: Cell) -> str:
    key, title = cell["kunci"], cell["judul"]
    return title if key in (None, title) else f"{key} {title}"


def _relationship_text(cell: Cell) -> str:
    held = json.dumps(_told(cell["isi"]), ensure_ascii=False) if cell["isi"] else ""
    return f"{cell['jenis']} {held}".strip()


def _path_text(cell: Cell) -> str:
    """The nodes with what joins them, arrows as they stand in the graph."""
    parts = [_node_text(cell["simpul"][0])]
    for edge, before, after in zip(cell["hubungan"], cell["simpul"], cell["simpul"][1:], strict=False):
        along = edge["dari"] == before["eid"]
        parts.append(f"-[{edge['jenis']}]->" if along else f"<-[{edge['jenis']}]-")
        parts.append(_node_text(after))
    return " ".join(parts)


def _cut_text(cell: Cell) -> str:
    return f"{as_text(cell['awal'])} … (dipotong; panjang seluruhnya {in_digits(cell['panjang'])})"


def _map_text(cell: Cell) -> str:
    return json.dumps({name: _told(value) for name, value in cell["isi"].items()}, ensure_ascii=False)


TELLINGS: dict[str, Callable[[Cell], str]] = {
    "peta": _map_text,
    "simpul": _node_text,
    "hubungan": _relationship_text,
    "jalur": _path_text,
    "potong": _cut_text,
}
