"""Which unit a document speaks of: one of the register, or a new one as proposed by its header.

In: the document and the units of the register. Out: a `Unit` with the keys it has or will have. A unit is found by its
name or an alias, within its pemda: two regencies may both have a Dinas Perhubungan. A store serves one pemda of its
own; documents that call themselves fictional belong to a pemda of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from service.bahasa.wording import key, slug
from service.ingest.identify import unit_kode, unit_prefix
from service.model import Document, Issue
from service.remarks import remark

UNNAMED_PEMDA = "Pemerintah daerah belum disebut"
FICTIONAL = re.compile(r"\bfik(?:tif|si)\b", re.IGNORECASE)
HEADER_ROWS = 25
"""So far down a document is looked at for the word that marks it as fictional."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a document and its pemda, as they stand or would stand in the register."""

    kode: str
    nama: str
    jenis: str
    singkatan: str
    pemda: str
    """Name of the pemda."""
    pemda_kode: str
    contoh: bool
    """Belongs to a fictional example."""
    dikenal: bool
    """Stands in the register already; false: it is proposed."""


def find_unit(document: Document, units: Sequence[Mapping[str, Any]], pemdas: Sequence[Mapping[str, Any]]) -> Unit:
    """The unit of `document`; `units`, `pemdas`: rows of load/units and load/pemda."""
    example = is_example(document)
    pemda = _pemda(document.pemda, example, pemdas)
    pemda_kode = next((known["kode"] for known in pemdas if key(known["nama"]) == key(pemda)), slug(pemda))
    names = {key(name) for name in (document.unit, *document.sebutan)}
    found = [unit for unit in units if _fits(unit, names, document.pemda, example)]
    best = next((unit for unit in found if key(unit["nama"]) == key(document.unit)), found[0] if found else None)
    if best is not None:
        return Unit(
            kode=best["kode"],
            nama=best["nama"],
            jenis=best["jenis"] or document.jenis_unit,
            singkatan=best["singkatan"] or unit_prefix(best["nama"]),
            pemda=best["pemda"] or pemda,
            pemda_kode=best["pemda_kode"] or pemda_kode,
            contoh=best["contoh"],
            dikenal=True,
        )
    kode = unit_kode(document.unit)
    if any(unit["kode"] == kode for unit in units):
        kode = f"{kode}-{slug(pemda)}"
    prefix = unit_prefix(document.unit)
    return Unit(kode, document.unit, document.jenis_unit, prefix, pemda, pemda_kode, example, False)


def is_example(document: Document) -> bool:
    """It says of itself, near its beginning, that it is fictional."""
    head = " ".join(cell for row in islice(document.rows, HEADER_ROWS) for cell in row.sel)
    return bool(FICTIONAL.search(f"{document.judul} {document.unit} {document.pemda} {head}"))


def new_unit_issue(unit: Unit) -> Issue:
    """What is said when the register does not know the unit."""
    what = f"{unit.nama} belum ada di register; dicatat sebagai {unit.jenis or 'unit'} dari {unit.pemda}."
    return remark("UNIT01", "judul dokumen", what)


def _pemda(named: str, example: bool, pemdas: Sequence[Mapping[str, Any]]) -> str:
    if named:
        return f"{named} (fiktif)" if example and not FICTIONAL.search(named) else named
    own = [pemda["nama"] for pemda in pemdas if pemda["contoh"] == example]
    return own[0] if len(own) == 1 else UNNAMED_PEMDA


def _fits(unit: Mapping[str, Any], names: set[str], pemda: str, example: bool) -> bool:
    if not names & {key(name) for name in (unit["nama"], *unit["alias"])}:
        return False
    same_pemda = not pemda or unit["pemda"] in (None, UNNAMED_PEMDA) or key(pemda) in key(unit["pemda"])
    return same_pemda and bool(unit["contoh"]) == example
