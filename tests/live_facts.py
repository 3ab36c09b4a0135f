"""What lives of a unit and year, as plain sets: two of them are equal exactly when the two cascades say the same."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from service.graph import Graph
from service.lembar.gathered import Gathered, gather

Facts = dict[str, set[tuple[Any, ...]]]


def live_facts(graph: Graph, kode: str, tahun: int | None = None) -> Facts:
    """Facts of what the graph holds."""
    return facts(gather(graph, kode, tahun))


def facts(of: Gathered) -> Facts:
    """Kinerja with level, edges with origin, indicators with numbers, positions, CSF, grounds, components, partners."""
    one = of.cascade
    return {
        "kinerja": {(k.id, k.uraian, k.kode, k.komponen) for k in one.kinerja},
        "tingkat": {(k.id, k.tingkat, k.urut_tingkat, k.kedalaman, k.diputuskan) for k in one.kinerja},
        "hubungan": {(e.sebab, e.akibat, e.asal, e.utama) for e in one.edges},
        "indikator": {
            (
                i.id,
                i.nama,
                i.satuan,
                frozenset(zip(i.kinerja, i.target or i.kinerja, i.baseline or i.kinerja, strict=True)),
            )
            for i in one.indikator
        },
        "jabatan": {(a.kinerja, a.jabatan, a.nama, a.alternatif) for a in one.assignments},
        "csf": {(c.nama, c.isu, c.sumber, c.kinerja) for c in one.csf if c.kinerja},
        "dasar": {(d.id, d.jenis, d.uraian, d.kinerja) for d in one.dasar},
        "komponen": {(p.kinerja, p.kode, p.nama, p.asal) for p in one.komponen},
        "mitra": {(m.kinerja, m.kode, m.nama) for m in one.mitra},
    }


def difference(before: Facts, after: Facts) -> dict[str, tuple[list[Any], list[Any]]]:
    """Subject -> (what went, what came); empty: nothing differs."""
    found = {name: (before[name] - after[name], after[name] - before[name]) for name in before}
    return {
        name: (sorted(gone, key=str), sorted(came, key=str)) for name, (gone, came) in found.items() if gone or came
    }


def digest(of: Facts) -> str:
    """Twelve digits that stand for all of it."""
    lines = sorted(json.dumps([name, sorted(map(str, found))]) for name, found in of.items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
