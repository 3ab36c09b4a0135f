"""A nomenclature brought into the graph: what is new, renamed, or no longer in the list of this year.

In: the bytes of a spreadsheet. Out: a `Prepared`, what was read and what would change; then one transaction, whole or
nothing. What a person renamed in the register keeps its name. An entry that the new list lacks goes, unless a kinerja
or a decision names it: then it stays, marked as outdated, and is proposed no more.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.access import require
from service.actor import note
from service.bahasa.codes import above, kind_of
from service.errors import DocumentRefused
from service.graph import Graph, Tx
from service.ingest.originals import base_name
from service.ingest.read.child import read_in_child
from service.ingest.read.limits import MB, Bounds
from service.nomenclature.sheet import WORK, Entry, Reading

BOUNDS = Bounds(cpu_seconds=60, wall_seconds=120, memory=2048 * MB, output=128 * MB, rows=100_000)
"""The full national list has some fifteen thousand entries."""
MOST = 20_000
"""Entries: they are written in one transaction, whose memory is bounded. The national list of regencies has fewer."""
BATCH = 5_000
"""Entries of one query: all are written in one transaction, whose memory is bounded."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """An entry with another name than before."""

    kode: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """What importing a list would do."""

    nama_berkas: str
    tahun: int | None
    baca: Reading
    jumlah: dict[str, int]
    """Kind of component -> number of entries."""
    tanpa_induk: int
    """Entries whose upper code stands neither in the file nor in the graph."""
    baru: int
    berubah: tuple[Renamed, ...]
    ditahan: tuple[Renamed, ...]
    """Would be renamed, but a person named them so in the register."""
    hilang: int
    """In no list any more, and nothing names them: they go."""
    usang: tuple[str, ...]
    """Codes in no list any more that a kinerja or a decision names: they stay."""
    sama: int


def prepare(graph: Graph, data: bytes, name: str, tahun: int | None = None) -> Prepared:
    """Read a list and compare it; raises DocumentRefused when it cannot be read or holds no code."""
    reading = read(data, name)
    return graph.reading(lambda tx: _compared(tx, reading, base_name(name), tahun))


def read(data: bytes, name: str) -> Reading:
    """The entries of a file; raises DocumentRefused."""
    reading = read_in_child(data, base_name(name), WORK, Reading, BOUNDS)
    if not reading.entri:
        raise DocumentRefused(
            f"{base_name(name)} tidak memuat kode nomenklatur. Tidak ada yang diubah.",
            "Pakai daftar urusan, program, kegiatan, dan sub kegiatan dengan kolom kode dan nama (.xlsx atau .csv).",
        )
    if len(reading.entri) > MOST:
        raise DocumentRefused(
            f"{base_name(name)} memuat {len(reading.entri)} kode; batasnya {MOST}. Tidak ada yang diubah.",
            "Muat hanya bagian kabupaten/kota dari daftar itu.",
        )
    return reading


def apply(graph: Graph, prepared: Prepared) -> Prepared:
    """Write it, whole or nothing; compared again inside the transaction. Raises Forbidden."""

    def work(tx: Tx) -> Prepared:
        require("register")
        now = _compared(tx, prepared.baca, prepared.nama_berkas, prepared.tahun)
        _write(tx, now, {one.kode for one in now.ditahan})
        return now

    done = graph.writing(work)
    note(subjek="nomenklatur", sesudah={"berkas": done.nama_berkas, "entri": str(len(done.baca.entri))})
    return done


def _compared(tx: Tx, reading: Reading, name: str, tahun: int | None) -> Prepared:
    rows = {row["kode"]: row for row in tx.run("nomenclature/known", kode=[one.kode for one in reading.entri])}
    listed = {one.kode for one in reading.entri}
    other = [(one, rows[one.kode]) for one in reading.entri if one.kode in rows and rows[one.kode]["nama"] != one.nama]
    named = _named(tx)
    gone = [row for kode, row in rows.items() if kode not in listed and not row["usang"]]
    kept = tuple(row["kode"] for row in gone if row["dipakai"] or row["kode"] in named)
    changed = [Renamed(one.kode, row["nama"], one.nama) for one, row in other if "nama" not in row["diatur"]]
    held = [Renamed(one.kode, row["nama"], one.nama) for one, row in other if "nama" in row["diatur"]]
    new = sum(kode not in rows or rows[kode]["usang"] or rows[kode]["sumber"] is None for kode in listed)
    renamed_old = sum(rows[one.kode]["sumber"] is not None and not rows[one.kode]["usang"] for one in changed)
    return Prepared(
        nama_berkas=name,
        tahun=tahun,
        baca=reading,
        jumlah=dict(Counter(kind_of(one.kode) for one in reading.entri)),
        tanpa_induk=sum(bool(above(kode)) and above(kode) not in listed for kode in listed),
        baru=new,
        berubah=tuple(changed),
        ditahan=tuple(held),
        hilang=len(gone) - len(kept),
        usang=kept,
        sama=len(listed) - new - renamed_old,
    )


def _named(tx: Tx) -> set[str]:
    """Codes that some decision names."""
    return {str(json.loads(row["isi"]).get("komponen", "")) for row in tx.run("nomenclature/named")}


def _write(tx: Tx, made: Prepared, held: set[str]) -> None:
    listed = [one.kode for one in made.baca.entri]
    gone = _gone(tx, listed)
    for some in _batches(made.baca.entri):
        tx.run("nomenclature/write", entri=[_properties(one, made, held) for one in some])
    for some in _batches(made.baca.entri):
        pairs = [{"kode": one.kode, "induk": above(one.kode)} for one in some if above(one.kode)]
        tx.run("nomenclature/link", pasangan=pairs)
    tx.run("nomenclature/outdated", kode=list(made.usang))
    tx.run("nomenclature/drop", kode=[kode for kode in gone if kode not in made.usang])


def _gone(tx: Tx, listed: Sequence[str]) -> list[str]:
    there = set(listed)
    return [
        row["kode"] for row in tx.run("nomenclature/known", kode=[]) if row["kode"] not in there and not row["usang"]
    ]


def _properties(one: Entry, made: Prepared, held: set[str]) -> Mapping[str, Any]:
    isi: dict[str, Any] = {"jenis": kind_of(one.kode), "kode_nasional": one.tertulis, "sumber": made.nama_berkas}
    isi |= {"tahun": made.tahun} if made.tahun else {}
    return {"kode": one.kode, "isi": isi if one.kode in held else isi | {"nama": one.nama}}


def _batches(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    return [entries[start : start + BATCH] for start in range(0, len(entries), BATCH)]
