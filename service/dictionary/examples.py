"""Statements to begin with, for a console that is still empty; each is run by a test.

In: nothing. Out: `EXAMPLES`, from the simplest to one that uses most of what Cypher has.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """One of them."""

    judul: str
    kalimat: str
    """What it shows, in one sentence."""
    teks: str


EXAMPLES: tuple[Example, ...] = (
    Example(
        "Sepuluh kinerja",
        "Bentuk paling sederhana: sebuah pola, dan kolom yang diminta.",
        "MATCH (k:Kinerja)\nRETURN k.id AS id, k.tingkat AS tingkat, k.uraian AS kinerja\nLIMIT 10",
    ),
    Example(
        "Kinerja per tingkat",
        "Kolom yang bukan hitungan menjadi kelompok.",
        "MATCH (k:Kinerja)\nRETURN k.urut_tingkat AS urut, k.tingkat AS tingkat, count(*) AS jumlah\n"
        "ORDER BY urut, tingkat",
    ),
    Example(
        "Kinerja yang menyebut sebuah kata",
        "CONTAINS mencari potongan teks; toLower membuat huruf besar dan kecil sama.",
        "MATCH (k:Kinerja)-[:OWNED_BY]->(s:SKPD)\nWHERE toLower(k.uraian) CONTAINS 'pelayanan'\n"
        "RETURN s.nama AS unit, k AS kinerja\nORDER BY unit LIMIT 50",
    ),
    Example(
        "Jalur naik ke outcome",
        "CAUSES diikuti dari sebab ke akibat, paling jauh sepuluh langkah, sampai tidak ada lagi di atasnya.",
        "MATCH (k:Kinerja {tingkat: 'operasional'})\nWITH k ORDER BY k.id LIMIT 1\n"
        "MATCH jalur = (k)-[:CAUSES*1..10]->(puncak:Kinerja)\nWHERE NOT EXISTS { (puncak)-[:CAUSES]->() }\n"
        "RETURN jalur\nLIMIT 25",
    ),
    Example(
        "Pohon satu unit sebagai gambar",
        "Simpul dan hubungan yang diminta utuh dapat dilihat sebagai graf.",
        "MATCH (s:SKPD)\nWITH s ORDER BY s.nama LIMIT 1\n"
        "MATCH (a:Kinerja)-[sebab:CAUSES {utama: true}]->(b:Kinerja)-[:OWNED_BY]->(s)\nRETURN a, sebab, b\nLIMIT 200",
    ),
    Example(
        "Kinerja tanpa indikator",
        "NOT EXISTS mencari yang tidak punya hubungan.",
        "MATCH (k:Kinerja)-[:OWNED_BY]->(s:SKPD)\nWHERE NOT EXISTS { (k)<-[:MEASURES]-(:Indikator) }\n"
        "RETURN s.nama AS unit, k.tingkat AS tingkat, k AS kinerja\nORDER BY unit, k.urutan\nLIMIT 200",
    ),
    Example(
        "Indikator yang dipakai beberapa kinerja",
        "WITH menghitung dulu, lalu WHERE menyaring hasil hitungan.",
        "MATCH (i:Indikator)-[:MEASURES]->(k:Kinerja)\nWITH i, count(k) AS jumlah, collect(k.uraian) AS kinerja\n"
        "WHERE jumlah > 1\nRETURN i.nama AS indikator, jumlah, kinerja\nORDER BY jumlah DESC LIMIT 50",
    ),
    Example(
        "Jabatan dengan beban terbanyak",
        "Tiga simpul dalam satu pola: kinerja, jabatan, dan perangkat daerahnya.",
        "MATCH (k:Kinerja)-[:ASSIGNED_TO]->(j:Jabatan)-[:IN_UNIT]->(s:SKPD)\n"
        "RETURN s.nama AS unit, j.nama AS jabatan, count(DISTINCT k) AS kinerja\nORDER BY kinerja DESC LIMIT 25",
    ),
    Example(
        "Bukti satu kinerja",
        "Baris dokumen yang menyatakan kinerja itu; isi id-nya di panel parameter untuk kinerja lain.",
        "MATCH (k:Kinerja)\nWITH k ORDER BY k.id LIMIT 1\nMATCH (k)<-[n:STATES]-(b:Baris)-[:IN_VERSION]->(v:Versi)\n"
        "RETURN n.tahap AS tahap, b.tempat AS tempat, b.sel AS sel, v.nama_berkas AS berkas\nORDER BY tahap, b.nomor",
    ),
    Example(
        "Target sebagai bilangan",
        "Angka disimpan seperti tercetak, jadi koma diganti titik dulu; yang bukan angka menjadi kosong.",
        "MATCH (i:Indikator)-[m:MEASURES]->(k:Kinerja)\nWHERE m.target IS NOT NULL\n"
        "RETURN i.nama AS indikator, m.target AS tercetak, i.satuan AS satuan,\n"
        "       toFloatOrNull(replace(m.target, ',', '.')) AS target\nORDER BY target DESC LIMIT 50",
    ),
    Example(
        "Calon crosscutting terkuat",
        "Pasangan disimpan sekali, jadi polanya ditulis tanpa panah dan id yang lebih kecil didahulukan.",
        "MATCH (a:Kinerja)-[c:MAY_CROSSCUT]-(b:Kinerja)\nWHERE a.id < b.id AND c.pita = 'kuat'\n"
        "RETURN a, b, c.jenis AS jenis, round(c.skor, 2) AS skor\nORDER BY skor DESC LIMIT 50",
    ),
    Example(
        "Pencarian dengan bentuk kata",
        "Indeks cari_kalimat mengenal imbuhan: melayani, layanan, dan pelayanan dianggap sama.",
        "CALL db.index.fulltext.queryNodes('cari_kalimat', 'melayani masyarakat') YIELD node, score\n"
        "RETURN labels(node) AS label, node, round(score, 2) AS skor\nLIMIT 25",
    ),
)
