"""The matrix unit by unit: how many pairs are agreed, said by one side only, and only detected.

In: which government, year, kinds and bands, and which rows are unfolded. Out: a `Matrix`: its rows, every cell that is
not empty, and what it tells at a glance: units without any crosscutting, units with much undecided. Territories of one
kind stand in one row until they are unfolded, and so do all bodies outside the government. A cell that is opened
brings its pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.boxes import CROSSING
from service.crosscut.computed import read_computed
from service.crosscut.detect.gates import TERRITORY
from service.crosscut.lists.overlaps import SHOWN, BandWanted, Kind, overlap
from service.crosscut.scope import Scope, read_scopes
from service.crosscut.views.matrix_answer import NONE, Cell, Counts, Line, Matrix, Opened, pairs_of
from service.errors import NotFound
from service.graph import PATIENT_SECONDS, Graph, Tx

BODIES = "mitra"
"""Key of the row of all outside bodies, and the word that unfolds it."""
FOLDED = "jenis:"
"""How the key of a row begins that stands for all units of a kind."""
MUCH = 10
"""Undecided pairs from which on a unit is told as having much to answer."""
IN_CELL = 60
"""Pairs of an opened cell that are listed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a matrix is narrowed to."""

    jenis: Kind = ""
    pita: BandWanted = ""
    """Of what was only detected. Empty: kuat and tinjau."""
    pemda: str = ""
    tahun: int | None = None
    buka: tuple[str, ...] = ()
    """Kinds of unit that are unfolded; `mitra`: the outside bodies."""
    baris: str = ""
    """Key of a row; with `kolom` the cell that is opened."""
    kolom: str = ""


def matrix(graph: Graph, asked: Asked) -> Matrix:
    """The matrix; raises NotFound for a government, a year or a row that there is not."""
    return graph.reading(lambda tx: read_matrix(tx, asked), PATIENT_SECONDS)


def read_matrix(tx: Tx, asked: Asked) -> Matrix:
    """`matrix` inside a transaction."""
    scopes = read_scopes(tx, "", asked.pemda, asked.tahun)
    at = narrowed(asked, scopes.ini)
    row = tx.run("crosscut/matrix", **at)[0]
    cells = _cells(row["sel"])
    lines = _lines(row, cells, asked.buka)
    units = [line for line in lines if not line.luar and line.kinerja]
    much = [line for line in units if line.jumlah.belum >= MUCH and not line.lipat]
    return Matrix(
        baris=lines,
        sel=cells,
        jumlah=sum((cell.jumlah for cell in cells), NONE),
        kosong=tuple(line for line in units if not line.jumlah.semua),
        menumpuk=tuple(sorted(much, key=lambda line: (-line.jumlah.terdeteksi, line.nama))),
        lingkup=scopes.ini,
        lingkup_lain=scopes.lain,
        keadaan=read_computed(tx, scopes.ini),
        dibuka=_opened(tx, at, lines, asked, cells) if asked.baris and asked.kolom else None,
    )


def narrowed(asked: Asked, scope: Scope) -> dict[str, Any]:
    """What the queries of the matrix take."""
    return {
        "pemda": scope.pemda,
        "tahun": scope.tahun,
        "jenis": [asked.jenis] if asked.jenis else [],
        "pita": list(SHOWN.get(asked.pita, (asked.pita,))),
        "lipat": sorted(TERRITORY - set(asked.buka)),
        "badan": BODIES not in asked.buka,
    }


def _cells(rows: Iterable[Sequence[Any]]) -> tuple[Cell, ...]:
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for baris, kolom, tipe, banyak in rows:
        found[baris, kolom][CROSSING[tipe].replace(" ", "_")] = banyak
    return tuple(Cell(*key, Counts(**found[key])) for key in sorted(found))


def _lines(row: Mapping[str, Any], cells: Sequence[Cell], unfolded: Sequence[str]) -> tuple[Line, ...]:
    """Units that have a document or are at an end of a pair, then the bodies."""
    sums = _sums(cells)
    kinds: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for unit in row["unit"]:
        kinds[_row_of(unit, unfolded)].append(unit)
    units = [_unit_line(key, some, sums.get(key, NONE)) for key, some in kinds.items()]
    shown = [line for line in units if line.kinerja or line.jumlah.semua]
    return (*sorted(shown, key=lambda line: line.nama.casefold()), *_body_lines(row["mitra"], sums, unfolded))


def _row_of(unit: Mapping[str, Any], unfolded: Sequence[str]) -> str:
    folded = unit["jenis"] in TERRITORY and unit["jenis"] not in unfolded
    return f"{FOLDED}{unit['jenis']}" if folded else str(unit["kode"])


def _unit_line(key: str, units: Sequence[Mapping[str, Any]], counts: Counts) -> Line:
    first, kinerja = units[0], sum(unit["kinerja"] for unit in units)
    kind = first["jenis"] if first["jenis"] in TERRITORY else ""
    if not key.startswith(FOLDED):
        return Line(key, first["nama"] or key, 0, luar=False, kinerja=kinerja, jumlah=counts, jenis=kind)
    many = sum(1 for unit in units if unit["kinerja"])
    return Line(key, kind.capitalize(), many, luar=False, kinerja=kinerja, jumlah=counts, jenis=kind)


def _body_lines(
    bodies: Sequence[Mapping[str, Any]], sums: Mapping[str, Counts], unfolded: Sequence[str]
) -> tuple[Line, ...]:
    if not bodies:
        return ()
    if BODIES not in unfolded:
        folded = Line(BODIES, "Pihak luar", len(bodies), luar=True, kinerja=0, jumlah=sums[BODIES], jenis=BODIES)
        return (folded,)
    lines = [
        Line(key, body["nama"] or body["kode"], 0, luar=True, kinerja=0, jumlah=sums.get(key, NONE), jenis=BODIES)
        for body in bodies
        for key in (f"mitra:{body['kode']}",)
    ]
    return tuple(sorted(lines, key=lambda line: line.nama.casefold()))


def _sums(cells: Iterable[Cell]) -> dict[str, Counts]:
    found: dict[str, Counts] = defaultdict(Counts)
    for cell in cells:
        for key in {cell.baris, cell.kolom}:
            found[key] += cell.jumlah
    return found


def _opened(tx: Tx, at: Mapping[str, Any], lines: Sequence[Line], asked: Asked, cells: Sequence[Cell]) -> Opened:
    rows = {line.kunci: line for line in lines}
    missing = next((key for key in (asked.baris, asked.kolom) if key not in rows), None)
    if missing:
        raise NotFound(f"Tidak ada baris {missing!r} di matriks ini.", "Buka matriksnya, lalu pilih selnya.")
    row = tx.run("crosscut/matrix_cell", dua=list(_two(asked.baris, asked.kolom)), banyak=IN_CELL, **at)[0]
    counts = pairs_of(cells).get(_two(asked.baris, asked.kolom), NONE)
    found = tuple(overlap(one) for one in row["isi"])
    return Opened(rows[asked.baris], rows[asked.kolom], counts, found, row["total"])


def _two(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
