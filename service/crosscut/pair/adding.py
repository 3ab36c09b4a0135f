"""With what a kinerja can be paired by hand: kinerja of other units, whole units, outside bodies, by a few words.

In: the id of a kinerja and what a person typed. Out: the kinerja as an end of a pair, and the choices, the best of each
kind first. Those that it is paired with already are told with how they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.boxes import CROSSING
from service.crosscut.detect.gates import TERRITORY
from service.crosscut.pair.answer import End
from service.crosscut.pair.ends import kinerja_end
from service.errors import Invalid, NotFound
from service.facts import UnitRef
from service.fold.pair_keys import BODY, UNIT
from service.graph import Graph, Tx
from service.search import ranked
from service.search.rank import Ranked

MOST = 20
"""Choices of one kind."""
MOST_PAIRS = 1000

KINDS: tuple[tuple[str, str], ...] = (("Kinerja", ""), ("SKPD", UNIT), ("Mitra", BODY))
"""Label -> how its key begins."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the kinerja could be paired with."""

    kunci: str
    teks: str
    unit: UnitRef | None
    """Whose kinerja it is; None: a unit or a body itself."""
    singkat: str
    warna: int
    tingkat: str
    status: str
    """How the pair stands already; empty: it is new."""


@dataclass(frozen=True, slots=True)
class Adding:
    """The form that adds a pair."""

    dari: End
    calon: tuple[Choice, ...]
    revisi: int


def adding(graph: Graph, dari: str, text: str) -> Adding:
    """Raises NotFound, and Invalid for a kinerja that no current document states."""

    def work(tx: Tx) -> Adding:
        rows = tx.run("crosscut/pair", id=[dari], skpd="", mitra="", wilayah=sorted(TERRITORY))
        if not rows:
            raise NotFound(f"Tidak ada kinerja dengan id {dari}.", "Cari lewat kotak pencarian.")
        if not rows[0]["hidup"]:
            raise Invalid(
                f"“{rows[0]['uraian']}” tidak ada lagi di dokumen yang berlaku, jadi tidak dapat dipasangkan.",
                "Buka kinerja itu untuk melihat ke mana ia berpindah.",
            )
        end = kinerja_end(rows[0], ())
        known = {r["kunci"]: CROSSING[r["tipe"]] for r in tx.run("crosscut/pairs_of", id=dari, banyak=MOST_PAIRS)}
        found = ranked(tx, text) if text else {}
        chosen = (one for label, kind in KINDS for one in _choices(found.get(label, []), kind, end, known))
        return Adding(end, tuple(chosen), rows[0]["revisi"])

    return graph.reading(work)


def _choices(found: Iterable[Ranked], kind: str, end: End, known: Mapping[str, str]) -> list[Choice]:
    fitting = [one for one in found if _fits(one, kind, end)][:MOST]
    return [_choice(one, f"{kind}{one.row['id']}", known) for one in fitting]


def _fits(one: Ranked, kind: str, end: End) -> bool:
    """Another unit's, of the same year; real ones with real ones. Of two governments the write says no."""
    row = one.row
    if kind == BODY:
        return True
    whose = row["unit"]["kode"] if row["unit"] else row["id"]
    return whose != end.unit.kode and bool(row["contoh"]) == end.contoh and (kind == UNIT or row["tahun"] == end.tahun)


def _choice(one: Ranked, key: str, known: Mapping[str, str]) -> Choice:
    row = one.row
    unit = UnitRef(**row["unit"]) if row["unit"] else None
    return Choice(key, row["teks"] or "", unit, one.short, one.colour, row["tingkat"] or "", known.get(key, ""))
