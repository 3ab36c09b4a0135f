"""Bodies outside the government (Polri, instansi vertikal, desa): who names them, where, and what became of it.

In: a government and year, or one body. Out: a `BodyList`, or a `BodyPage`: every kinerja of every unit that names the
body, in the partner column of its document or in its text, with the words that do; and the units that do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from service.boxes import CROSSING
from service.crosscut.computed import read_computed
from service.crosscut.detect.explain import marks
from service.crosscut.detect.gates import TERRITORY
from service.crosscut.lists.answers import Computed
from service.crosscut.scope import NOTHING, Scope, read_scopes
from service.crosscut.views.body_answers import Body, BodyList, BodyPage, BodyStatus, Naming
from service.errors import NotFound
from service.facts import UnitRef
from service.graph import Graph, Tx
from service.levels import short

MOST = 2_000
"""Kinerja that one page lists."""


def bodies(graph: Graph, pemda: str = "", tahun: int | None = None) -> BodyList:
    """Those that most units name first; raises NotFound for a government or year that there is not."""

    def work(tx: Tx) -> BodyList:
        scopes = read_scopes(tx, "", pemda, tahun)
        rows = tx.run("crosscut/bodies", pemda=scopes.ini.pemda, tahun=scopes.ini.tahun)
        return BodyList(tuple(_body(row) for row in rows), scopes.ini, scopes.lain, read_computed(tx, scopes.ini))

    return graph.reading(work)


def body(graph: Graph, kode: str, pemda: str = "", tahun: int | None = None, unit: str = "") -> BodyPage:
    """One body. Without a wish: where it is named. `unit`: of whose government. Raises NotFound."""

    def work(tx: Tx) -> BodyPage:
        found = tx.run("crosscut/body", kode=kode, banyak=MOST)
        if not found:
            raise NotFound(f"Tidak ada pihak luar {kode!r}.", "Buka daftarnya di halaman Crosscutting, Pihak luar.")
        scopes = read_scopes(tx, unit, pemda, tahun)
        known = (scopes.ini, *scopes.lain)
        named = {(row["pemda"], row["tahun"]) for row in found[0]["isi"]}
        here = scopes.ini
        if not (pemda or tahun or unit):
            here = next((one for one in known if (one.pemda, one.tahun) in named), here)
        others = tuple(one for one in known if one != here and (one.pemda, one.tahun) in named)
        return _page(found[0], here, others, read_computed(tx, here))

    return graph.reading(work)


def _body(row: Mapping[str, Any]) -> Body:
    numbers = {name: row[name] for name in ("unit", "kinerja", "disepakati", "satu_pihak", "ditolak")}
    return Body(row["kode"], row["nama"] or row["kode"], row["jenis"] or "", row["terdeteksi"], **numbers)


def _page(row: Mapping[str, Any], here: Scope, others: tuple[Scope, ...], state: Computed) -> BodyPage:
    told = row["badan"]
    rows = [one for one in row["isi"] if (one["pemda"], one["tahun"]) == (here.pemda, here.tahun)]
    counts = Counter(UnitRef(one["unit"][0], one["unit"][1]) for one in rows)
    silent = [UnitRef(kode, nama) for pemda, tahun, kode, nama in row["unit"] if (pemda, tahun) == _at(here)]
    return BodyPage(
        kode=told["kode"],
        nama=told["nama"] or told["kode"],
        jenis=told["jenis"] or "",
        alias=tuple(told["alias"] or ()),
        terdeteksi=told["terdeteksi"],
        isi=_folded(rows),
        menyebut=tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0].nama))),
        tidak=tuple(one for one in silent if one not in counts),
        jumlah=Counter(_status(one) for one in rows),
        terpotong=row["total"] > MOST,
        lingkup=here,
        lingkup_lain=others,
        keadaan=state,
    )


def _at(scope: Scope) -> tuple[str, int]:
    return (scope.pemda, scope.tahun) if scope != NOTHING else ("", 0)


def _folded(rows: Iterable[Mapping[str, Any]]) -> tuple[Naming, ...]:
    """The same sentence in the same state in territories of one kind is one row."""
    groups: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        kind = row["unit"][2] or ""
        key = (row["sidik"] or row["id"], kind, _status(row)) if kind in TERRITORY else (row["id"],)
        groups.setdefault(key, []).append(row)
    return tuple(_naming(some) for some in groups.values())


def _naming(rows: Sequence[Mapping[str, Any]]) -> Naming:
    first = rows[0]
    quote = (first["r"] or {}).get("kutipan") or ""
    text, level = first["uraian"] or "", first["tingkat"] or ""
    return Naming(
        id=first["id"],
        uraian=text,
        tanda=tuple(marks(text, [quote, first["tertulis"] or ""])),
        tingkat=level,
        singkat=short(level, first["urut_tingkat"] or 0),
        unit=UnitRef(first["unit"][0], first["unit"][1]),
        sama=tuple((one["id"], UnitRef(one["unit"][0], one["unit"][1])) for one in rows[1:]),
        kutipan=quote,
        tertulis=first["tertulis"] or "",
        status=_status(first),
        jenis_unit=first["unit"][2] or "",
    )


def _status(row: Mapping[str, Any]) -> BodyStatus:
    return CROSSING[row["tipe"]] if row["tipe"] else "tertulis"
