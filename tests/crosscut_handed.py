"""The made-up regency of `crosscut_units` with answers of every kind, for the matrix, the sheets and the files."""

from __future__ import annotations

from service.crosscut.labelled_graph import YEAR
from service.decisions.pairs import Word, say
from service.graph import Graph
from service.refresh import refresh_now
from tests.conftest import emptied
from tests.crosscut_units import REASON, fill

AGREED = ("H-2", "P-3")
PROPOSED = ("KA-3", "P-2")
BODY = ("S-2", "mitra:polri")
NOTE = "=HYPERLINK(1) dibahas tiap triwulan"
"""What a spreadsheet would take for a formula."""

ALONE = """
MATCH (p:Pemda)
CREATE (s:SKPD {kode: 'ARSIP', nama: 'Dinas Kearsipan', jenis: 'dinas', alias: [], diatur: []})-[:PART_OF]->(p)
CREATE (k:Kinerja {id: 'Z-1', uraian: 'Tertatanya naskah lama', tahun: $tahun, tingkat: 'strategis skpd',
  urut_tingkat: 1, kedalaman: 0, urutan: 1, sidik: 'z1', sidik_makna: 'z1'})-[:OWNED_BY]->(s)
CREATE (s)-[:HAS_DOCUMENT]->(d:Dokumen {id: 'ARSIP-d', tahun: $tahun, jenis: 'cascading', judul: 'Arsip'})
CREATE (d)-[:HAS_VERSION]->(v:Versi {id: 'ARSIP-d-v1', nomor: 1}) CREATE (d)-[:CURRENT]->(v)
"""
"""A unit that has nothing in common with any other."""


def answered(graph: Graph) -> None:
    """`graph` emptied and filled: one pair settled for both, one waiting for a kecamatan, a body that said yes."""
    fill(emptied(graph))
    graph.command(ALONE, tahun=YEAR)
    refresh_now(graph)
    say(graph, Word(*AGREED, "ya", "keduanya", "melengkapi", "DINKES", keterangan=NOTE), REASON)
    say(graph, Word(*PROPOSED, "ya", "DPMD", "duplikat"), REASON)
    say(graph, Word(*BODY, "ya", "SATPOL", "mitra", "SATPOL"), REASON)
    say(graph, Word(*BODY, "ya", "mitra:polri", "mitra", "SATPOL"), REASON)
