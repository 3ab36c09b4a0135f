"""The names that a hint may propose: what the data dictionary holds and the walls let through.

In: `graph/kamus.yaml` and the allowlists of the walls. Out: one frozen `Known`, made once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from service.console.walls.functions import FUNCTIONS
from service.console.walls.procedures import PROCEDURES
from service.kamus import Kamus, kamus


@dataclass(frozen=True)
class Known:
    """Names of a graph and of the language."""

    label: Mapping[str, str]
    """Label, or another word for it -> label."""
    jenis: Mapping[str, str]
    """The same of relationship types."""
    sifat: Mapping[str, frozenset[str]]
    """Property -> labels and types that have it."""
    fungsi: Mapping[str, str]
    """Function, or what other languages call it -> function."""
    prosedur: frozenset[str]
    tanda: Mapping[str, str]
    """Function in small letters -> how it is written."""
    kamus: Kamus


OTHER_FUNCTIONS = {
    "len": "size", "lcase": "toLower", "ucase": "toUpper", "lowercase": "toLower", "uppercase": "toUpper",
    "average": "avg", "mean": "avg", "jumlah": "sum", "rata": "avg", "ifnull": "coalesce", "isnull": "coalesce",
    "nvl": "coalesce", "int": "toInteger", "float": "toFloat", "str": "toString", "string": "toString",
    "substr": "substring", "mid": "substring", "now": "datetime", "today": "date", "group_concat": "collect",
    "array_agg": "collect", "concat": "reduce", "median": "percentileCont", "stddev": "stdev", "ceiling": "ceil",
    "first": "head", "label": "labels", "rels": "relationships", "power": "exp", "pow": "exp",
}  # fmt: skip
"""What other languages call a function -> what Cypher calls it."""


@cache
def known() -> Known:
    """The names of this version of the program."""
    book = kamus()
    return Known(
        label={other: one.nama for one in book.label.values() for other in (one.nama, *one.lain)},
        jenis={other: one.nama for one in book.jenis.values() for other in (one.nama, *one.lain)},
        sifat=book.sifat,
        fungsi={**OTHER_FUNCTIONS, **{name: name for name in FUNCTIONS.values()}},
        prosedur=frozenset(PROCEDURES),
        tanda={name.casefold(): word.tanda for name, word in book.fungsi.items()},
        kamus=book,
    )
