"""Wall `fungsi`: functions on the list, and what looks like a function but is a keyword before a bracket.

In: a statement. Out: nothing, or `Refused`. Chosen from `SHOW FUNCTIONS` of 5.26.30: all that compute from what they
are given. Left out: file() and linenumber() (of LOAD CSV), graph.* (other databases); and whatever a plugin of an
external server adds.
"""

from __future__ import annotations

from service.console.refusal import Refused, Unreadable, refused, shown
from service.console.similar import nearest
from service.console.walls.written import KEYWORDS, Written

LISTED = {
    "test a list, or whether a pattern or value is there": "all any exists isEmpty isNaN none single",
    "one value from one or more others": (
        "char_length character_length coalesce elementId endNode head id last length nullIf properties size startNode "
        "toBoolean toBooleanOrNull toFloat toFloatOrNull toInteger toIntegerOrNull type valueType"
    ),
    "an identifier or number by chance, or the clock; changes nothing": "rand randomUUID timestamp",
    "sum up rows": "avg collect count max min percentileCont percentileDisc stdev stdevp sum",
    "lists; how long range() may be is the wall `ongkos`": (
        "keys labels nodes range reduce relationships tail toBooleanList toFloatList toIntegerList toStringList"
    ),
    "numbers": (
        "abs ceil floor round sign e exp log log10 sqrt acos asin atan atan2 cos cot degrees haversin pi radians sin "
        "tan"
    ),
    "texts": (
        "btrim left lower ltrim normalize replace reverse right rtrim split substring toLower toString toStringOrNull "
        "toUpper trim upper"
    ),
    "dates, times and spans": (
        "date date.realtime date.statement date.transaction date.truncate datetime datetime.fromepoch "
        "datetime.fromepochmillis datetime.realtime datetime.statement datetime.transaction datetime.truncate duration "
        "duration.between duration.inDays duration.inMonths duration.inSeconds localdatetime localdatetime.realtime "
        "localdatetime.statement localdatetime.transaction localdatetime.truncate localtime localtime.realtime "
        "localtime.statement localtime.transaction localtime.truncate time time.realtime time.statement "
        "time.transaction time.truncate"
    ),
    "places": "point point.distance point.withinBBox",
    "how alike two vectors are": "vector.similarity.cosine vector.similarity.euclidean",
    "a pattern, not a function; the planner takes them apart": "shortestPath allShortestPaths",
}
"""Why they are allowed -> their names."""
FUNCTIONS = {name.lower(): name for names in LISTED.values() for name in names.split()}
"""Neo4j takes them in any case."""

THERE = frozenset({"file", "linenumber"})
"""Of those without a dot, the ones that Neo4j has and nobody needs here; any other is a slip of the pen."""


def check_functions(written: Written) -> None:
    """Wall `fungsi`."""
    for bracket, token in enumerate(written.tokens):
        if token.upper != "(":
            continue
        name, start = written.name_before(bracket)
        before = written.at(start - 1).upper
        if not name or _known(name, written, start, bracket) or before == "CALL" or _is_hint(written, start):
            continue
        raise refused(
            "fungsi",
            f"fungsi {shown(name)}() tidak ada dalam daftar fungsi yang diizinkan.",
            _nearest(name),
            written.at(start),
            written.at(bracket - 1),
            Refused if "." in name or name.lower() in THERE else Unreadable,
        )


def _is_hint(written: Written, start: int) -> bool:
    """`USING INDEX k:Kinerja(id)`: the label of a hint, with its property behind it."""
    return written.at(start - 1).upper == ":" and written.at(start - 3).upper in ("INDEX", "SEEK")


def _known(name: str, written: Written, start: int, bracket: int) -> bool:
    keyword = start == bracket - 1 and written.at(start).upper in KEYWORDS
    return keyword or name.lower() in FUNCTIONS


def _nearest(name: str) -> str:
    near = nearest(name, FUNCTIONS.values())
    said = f"Maksud Anda {near}()? " if near else ""
    return f"{said}Daftar fungsi ada di pelengkap ketikan dan di docs/console.md."
