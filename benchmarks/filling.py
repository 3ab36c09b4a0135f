"""Fills an empty graph with the rows of `cascades.py`, 10,000 rows a transaction.

In: a graph and a number of units. Out: counts of nodes and relationships and the seconds it took. These statements are
the benchmark's own: the product's loader writes one unit at a time, with its history, and would need half an hour.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import islice

from benchmarks.cascades import Rows, cascades
from service.graph import Graph

BATCH = 10_000
"""Rows of one transaction; stays below db.memory.transaction.max."""
UNITS_AT_ONCE = 200

STATEMENTS = {
    "unit": """UNWIND $rows AS r
        MERGE (p:Pemda {kode: 'kabupaten-uji'}) ON CREATE SET p.nama = 'Kabupaten Uji', p.contoh = true
        CREATE (s:SKPD {kode: r.kode, nama: r.nama, jenis: 'dinas', alias: [], singkatan: 'UJI', diatur: []})
        CREATE (s)-[:PART_OF]->(p)
        CREATE (d:Dokumen {id: r.dokumen, jenis: 'cascading', tahun: r.tahun, judul: r.nama})
        CREATE (v:Versi {id: r.versi, nomor: 1, sha256: r.kode, nama_berkas: 'uji.txt', ukuran: 1, oleh: 'lokal',
                         diimpor_pada: '2022-01-01T00:00:00+07:00', pembaca: '1', tidak_disebut: []})
        CREATE (s)-[:HAS_DOCUMENT]->(d)-[:HAS_VERSION]->(v) CREATE (d)-[:CURRENT]->(v)""",
    "jabatan": """UNWIND $rows AS r
        MATCH (s:SKPD {kode: r.skpd})
        CREATE (:Jabatan {kode: r.kode, nama: r.nama, kelas: '', alias: [], diatur: []})-[:IN_UNIT]->(s)""",
    "kinerja": """UNWIND $rows AS r
        MATCH (s:SKPD {kode: r.skpd})
        CREATE (k:Kinerja)-[:OWNED_BY]->(s) SET k = r, k.skpd = null""",
    "causes": """UNWIND $rows AS r
        MATCH (a:Kinerja {id: r.dari}) MATCH (b:Kinerja {id: r.ke})
        CREATE (a)-[c:CAUSES]->(b) SET c = r.isi""",
    "indikator": """UNWIND $rows AS r
        MATCH (s:SKPD {kode: r.skpd}) MATCH (k:Kinerja {id: r.kinerja})
        CREATE (i:Indikator {id: r.id, nama: r.nama, tahun: r.tahun})-[:OWNED_BY]->(s)
        CREATE (i)-[:MEASURES {urutan: 1}]->(k)""",
    "assigned": """UNWIND $rows AS r
        MATCH (k:Kinerja {id: r.kinerja}) MATCH (j:Jabatan {kode: r.jabatan})
        CREATE (k)-[:ASSIGNED_TO {kelompok: r.kelompok, alternatif: r.alternatif}]->(j)""",
    "baris": """UNWIND $rows AS r
        MATCH (v:Versi {id: r.versi}) MATCH (k:Kinerja {id: r.kinerja_id})
        CREATE (b:Baris)-[:IN_VERSION]->(v) SET b = r, b.versi = null
        CREATE (b)-[:STATES {tahap: r.tahap}]->(k)""",
}
"""In the order in which they are run: what is matched was made before."""


@dataclass(frozen=True)
class Filled:
    """What stands in the graph afterwards."""

    kinerja: int
    nodes: int
    relationships: int
    seconds: float


def fill(graph: Graph, units: int) -> Filled:
    """Write `units` units; returns what the graph holds."""
    began = time.perf_counter()
    waiting = iter(cascades(units))
    while some := list(islice(waiting, UNITS_AT_ONCE)):
        for name, text in STATEMENTS.items():
            _write(graph, text, some, name)
    seconds = time.perf_counter() - began
    # A plan made before the new indexes are sampled expects no rows and is a third slower, unlike one in service
    graph.command("CALL db.prepareForReplanning()")
    counted = graph.command(
        "RETURN COUNT { (:Kinerja) } AS kinerja, COUNT { () } AS nodes, COUNT { ()-->() } AS relationships"
    )[0]
    return Filled(**counted, seconds=seconds)


def _write(graph: Graph, text: str, units: list[Rows], name: str) -> None:
    rows = [row for unit in units for row in unit[name]]
    for at in range(0, len(rows), BATCH):
        graph.command(text, rows=rows[at : at + BATCH])
