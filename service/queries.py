"""The queries of this project: one file each under `graph/`, named by its path, documented by its head comment.

In: `graph/trace/to_outcome.cypher`. Out: `query("trace/to_outcome")`, a frozen `Query` with title, parameters, columns
and text. The head is YAML behind `//`:

    // title: Every way from a kinerja up to the outcomes
    // params: {id: id of a Kinerja}
    // returns: {jalur: list of paths}
    // orders: {nama: s.nama, kinerja: kinerja DESC}     (only when the text holds the place /*order*/)

A head that is missing, a parameter that is not declared or not used stops the start with the file and the remedy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from service.config import ROOT
from service.errors import KinerjaError

FOLDER = ROOT / "graph"
ORDER_PLACE = "/*order*/"
KNOWN = ("title", "params", "returns", "orders", "note")
"""Keys of a head that every query may have."""

_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_STRING_OR_COMMENT = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*|/\*.*?\*/", re.DOTALL)


class QueryFault(KinerjaError):
    """A query file that does not keep what its head says; found at start, never while serving."""

    title = "Berkas kueri salah"


@dataclass(frozen=True)
class Query:
    """One file of `graph/`."""

    name: str
    """Its path without folder and ending: `trace/to_outcome`."""
    title: str
    params: dict[str, str]
    """Parameter -> what it is."""
    returns: dict[str, str]
    """Column -> what it holds, in the order of the RETURN; empty for a query that only writes."""
    orders: dict[str, str]
    """Order key -> Cypher behind ORDER BY; the only thing that is ever put into a text."""
    text: str
    more: dict[str, Any] = field(default_factory=dict)
    """What else its head says, for whoever asks for it (`questions`)."""

    def ordered(self, key: str) -> str:
        """The text with the order `key` (one of `orders`) in its place."""
        if key not in self.orders:
            raise QueryFault(f"{self.name}: urutan {key!r} tidak dikenal.", f"Pilih: {', '.join(self.orders)}.")
        return self.text.replace(ORDER_PLACE, self.orders[key])


def query(name: str) -> Query:
    """The query called `name`; raises QueryFault when there is no such file."""
    try:
        return all_queries()[name]
    except KeyError:
        raise QueryFault(f"Tidak ada kueri {name!r}.", f"Berkasnya seharusnya graph/{name}.cypher.") from None


@cache
def all_queries() -> dict[str, Query]:
    """Every query under `graph/` but the schema, read once; raises QueryFault for the first that is wrong."""
    files = sorted(FOLDER.glob("*/**/*.cypher"))
    return {q.name: q for q in (_read(path) for path in files)}


def _read(path: Path) -> Query:
    name = path.relative_to(FOLDER).with_suffix("").as_posix()
    lines = path.read_text(encoding="utf-8").splitlines()
    body_at = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    head = _head(name, "\n".join(line[2:].removeprefix(" ") for line in lines[:body_at]))
    found = Query(
        name=name,
        title=str(head["title"]),
        params={k: str(v) for k, v in (head.get("params") or {}).items()},
        returns={k: str(v) for k, v in (head.get("returns") or {}).items()},
        orders={k: str(v) for k, v in (head.get("orders") or {}).items()},
        text="\n".join(lines[body_at:]).strip(),
        more={k: v for k, v in head.items() if k not in KNOWN},
    )
    _check(found)
    return found


def _head(name: str, text: str) -> dict[str, Any]:
    try:
        head = yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise QueryFault(f"graph/{name}.cypher: komentar kepala bukan YAML: {fault}") from None
    if not isinstance(head, dict) or not head.get("title"):
        raise QueryFault(f"graph/{name}.cypher: tanpa kepala.", "Tulis `// title: …` di baris pertama.")
    return head


def _check(q: Query) -> None:
    used = set(_PARAMETER.findall(_STRING_OR_COMMENT.sub(" ", q.text)))
    if used != set(q.params):
        raise QueryFault(
            f"graph/{q.name}.cypher: parameter dipakai {sorted(used)}, dinyatakan {sorted(q.params)}.",
            "Samakan `params` di kepala dengan isi kueri.",
        )
    if bool(q.orders) != (ORDER_PLACE in q.text):
        raise QueryFault(f"graph/{q.name}.cypher: `orders` dan {ORDER_PLACE} harus ada berdua.")
