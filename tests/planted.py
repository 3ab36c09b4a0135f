"""Small graphs made by hand, for the shapes that no document gives: diamonds, loops, broken and very long chains.

In: `plant(graph, "a>b>c", "a>d")`, each `>` a main link from cause to effect, `~` one that is not main. Out: kinerja
with these ids in the graph. Kinerja in capitals stand on level 1, the others on level 5 unless `levels` says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from service.graph import Graph

LADDER = ("strategis skpd", "strategis", "taktikal intermediate", "taktikal immediate", "operasional")
UNIT = "kecamatan-uji"


def plant(graph: Graph, *chains: str, levels: Mapping[str, int] | None = None) -> None:
    """Kinerja and their links; a second call adds to the first."""
    links = [link for chain in chains for link in _links(chain)]
    names = dict.fromkeys(re.findall(r"\w+", " ".join(chains)))
    graph.command(UNITS, kode=UNIT)
    graph.command(KINERJA, kode=UNIT, rows=[_kinerja(name, n, levels or {}) for n, name in enumerate(names)])
    graph.command(CAUSES, rows=links)


def measure(graph: Graph, indikator: str, *kinerja: str, unit: str = UNIT, baku: str = "") -> None:
    """An indicator of these kinerja."""
    graph.command(
        INDICATOR, id=indikator, nama=f"Jumlah {indikator}", kinerja=kinerja, unit=unit, baku=baku or indikator
    )


def assign(graph: Graph, jabatan: str, *kinerja: str) -> None:
    """A position and what is assigned to it."""
    graph.command(POSITION, kode=f"{UNIT}-{jabatan}", nama=jabatan, kinerja=kinerja, unit=UNIT)


def state(graph: Graph, kinerja: str, nomor: int, tahap: int, *sel: str, **claims: Any) -> None:
    """A source row of version 1 that states a kinerja."""
    place = {"tahap": tahap, "urutan": nomor, "tempat": f"Tahap {tahap}, baris {nomor} (baris berkas {nomor})"}
    row = {"id": f"{UNIT}-2022-v1-{nomor}", "nomor": nomor, "sel": list(sel), "peran": "data", **place, **claims}
    graph.command(ROW, row=row, kinerja=kinerja, dokumen=f"{UNIT}-2022")


def _links(chain: str) -> list[dict[str, Any]]:
    parts = re.split(r"([>~])", chain)
    return [
        {"sebab": parts[i], "akibat": parts[i + 2], "utama": parts[i + 1] == ">"} for i in range(0, len(parts) - 2, 2)
    ]


def _kinerja(name: str, place: int, levels: Mapping[str, int]) -> dict[str, Any]:
    urut = levels.get(name, 1 if name.isupper() else 5)
    tingkat = LADDER[urut - 1]
    return {"id": name, "uraian": f"Terwujudnya {name}", "tingkat": tingkat, "urut_tingkat": urut, "urutan": place}


UNITS = """
MERGE (p:Pemda {kode: 'uji'}) SET p.nama = 'Kabupaten Uji', p.contoh = true
MERGE (s:SKPD {kode: $kode}) SET s.nama = 'Kecamatan Uji', s.jenis = 'kecamatan', s.alias = [], s.singkatan = 'UJI'
MERGE (s)-[:PART_OF]->(p)
MERGE (s)-[:HAS_DOCUMENT]->(d:Dokumen {id: $kode + '-2022'})
SET d.tahun = 2022, d.judul = 'Cascading', d.jenis = 'cascading'
MERGE (d)-[:HAS_VERSION]->(v:Versi {id: $kode + '-2022-v1'})
SET v.nomor = 1, v.sha256 = 'ab', v.nama_berkas = 'uji.txt', v.ukuran = 1, v.diimpor_pada = '2026-11-24T08:00:00+00:00',
    v.oleh = 'lokal', v.pembaca = '1', v.tidak_disebut = ['mandat']
MERGE (d)-[:CURRENT]->(v)
"""
KINERJA = """
MATCH (s:SKPD {kode: $kode}) UNWIND $rows AS r
MERGE (k:Kinerja {id: r.id})
ON CREATE SET k += r, k.kedalaman = r.urut_tingkat - 1, k.komponen = '', k.konflik = false, k.diputuskan = false,
    k.tahun = 2022, k.tingkat_usul = r.tingkat, k.alasan_tingkat = '', k.kode = ''
MERGE (k)-[:OWNED_BY]->(s)
"""
CAUSES = """
UNWIND $rows AS r MATCH (a:Kinerja {id: r.sebab}) MATCH (b:Kinerja {id: r.akibat})
CREATE (a)-[:CAUSES {asal: 'urutan', alasan: 'Urutan Tahap 3.', utama: r.utama, versi: []}]->(b)
"""
INDICATOR = """
MATCH (p:Pemda {kode: 'uji'})
MERGE (s:SKPD {kode: $unit}) ON CREATE SET s.nama = $unit
MERGE (s)-[:PART_OF]->(p)
MERGE (i:Indikator {id: $id}) SET i.nama = $nama, i.tahun = 2022
MERGE (i)-[:OWNED_BY]->(s)
MERGE (u:Ukuran {nama_baku: $baku}) MERGE (i)-[:SAME_MEASURE]->(u)
WITH i UNWIND $kinerja AS kinerja MATCH (k:Kinerja {id: kinerja}) MERGE (i)-[:MEASURES {urutan: 1}]->(k)
"""
POSITION = """
MATCH (s:SKPD {kode: $unit})
MERGE (j:Jabatan {kode: $kode}) SET j.nama = $nama, j.kelas = '', j.alias = []
MERGE (j)-[:IN_UNIT]->(s)
WITH j UNWIND $kinerja AS kinerja MATCH (k:Kinerja {id: kinerja})
MERGE (k)-[:ASSIGNED_TO {kelompok: 1, alternatif: false}]->(j)
"""
ROW = """
MATCH (v:Versi {id: $dokumen + '-v1'}) MATCH (k:Kinerja {id: $kinerja})
CREATE (b:Baris)-[:IN_VERSION]->(v) SET b = $row CREATE (b)-[:STATES {tahap: $row.tahap}]->(k)
"""
