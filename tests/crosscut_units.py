"""A made-up regency of five units for the lists of overlaps, written without documents to read: a second, not ten."""

from __future__ import annotations

from typing import Any

from service.crosscut.labelled import SetUnits
from service.crosscut.labelled_graph import YEAR, write_units
from service.graph import Graph

STUNTING = "Menurunnya prevalensi stunting pada balita"
REMBUK = "Terlaksananya rembuk stunting tingkat kecamatan"
FINANCE = "Terbinanya pengelolaan keuangan desa"
CONCERN = "Terfasilitasinya pengelolaan keuangan desa"
CONVERGENCE = "Terlaksananya konvergensi pencegahan stunting di desa"
SAKIP = "Meningkatnya akuntabilitas kinerja perangkat daerah"
GUARD = "Terjaganya ketertiban pasar bersama Polres"
LEDGER = "Persentase desa dengan laporan keuangan lengkap"


def _one(id: str, kondisi: str, induk: str | None = None, indikator: tuple[str, ...] = (), kode: str = "") -> Any:
    level = "kinerja operasional" if induk else "kinerja strategis skpd"
    return {
        "id": id,
        "kondisi": kondisi,
        "induk": induk,
        "jenjang": level,
        "kedalaman": 4 if induk else 0,
        "indikator": list(indikator),
        "kode_nomenklatur": kode or None,
        "mitra_emas": ["Polres"] if "Polres" in kondisi else [],
        "sumber": "W",
    }


def _kecamatan(letter: str) -> Any:
    return {
        "kode": f"KEC{letter}",
        "nama": f"Kecamatan Sungai {letter}",
        "jenis": "kecamatan",
        "kondisi": [
            _one(f"K{letter}-1", f"Meningkatnya pelayanan kecamatan Sungai {letter}"),
            _one(f"K{letter}-2", REMBUK, f"K{letter}-1", ("Jumlah rembuk stunting",)),
            _one(f"K{letter}-3", CONCERN, f"K{letter}-1", (LEDGER,)),
        ],
    }


UNITS: Any = {
    "nama": "uji",
    "unit": [
        {
            "kode": "DINKES",
            "nama": "Dinas Kesehatan",
            "jenis": "dinas",
            "kondisi": [
                _one("H-1", "Meningkatnya derajat kesehatan masyarakat", None, ("Usia harapan hidup",)),
                _one("H-2", STUNTING, "H-1", ("Prevalensi stunting",), "1.02.02.2.02.0003"),
                _one("H-3", SAKIP, "H-1", ("Nilai SAKIP",), "1.02.01.2.01.0001"),
            ],
        },
        {
            "kode": "DPMD",
            "nama": "Dinas Pemberdayaan Masyarakat dan Desa",
            "jenis": "dinas",
            "kondisi": [
                _one("P-1", "Meningkatnya kemandirian desa"),
                _one("P-2", FINANCE, "P-1", (LEDGER,)),
                _one("P-3", CONVERGENCE, "P-1", ("Jumlah kader",), "1.02.02.2.02"),
                _one("P-4", "Terlatihnya kader pembangunan manusia", "P-1", ("Jumlah kader",)),
                _one("P-5", SAKIP, "P-1", ("Nilai SAKIP perangkat daerah",), "2.13.01.2.01.0001"),
            ],
        },
        {
            "kode": "SATPOL",
            "nama": "Satuan Polisi Pamong Praja",
            "jenis": "dinas",
            "kondisi": [
                _one("S-1", "Menurunnya gangguan ketertiban umum"),
                _one("S-2", GUARD, "S-1"),
                _one("S-3", "Tertibnya administrasi kependudukan bersama Dinas Kesehatan", "S-1"),
            ],
        },
        _kecamatan("A"),
        _kecamatan("B"),
    ],
    "positif": [
        {"a": "H-2", "b": "P-3", "kind": "complementary"},
        {"a": "H-2", "b": "KA-2", "kind": "complementary"},
        {"a": "P-2", "b": "KB-3", "kind": "duplicate"},
    ],
    "negatif_sulit": [],
    "abu_abu": [{"a": "P-3", "b": "KA-2"}],
}  # fmt: skip
"""In the schema of a labelled set."""

PEMDA = "set-berlabel"
REASON = "Dibicarakan dalam rapat uji"


STRONG = {
    ("H-2", "P-3"),
    ("H-2", "KA-2"),
    ("H-2", "KB-2"),
    ("KA-2", "P-3"),
    ("KB-2", "P-3"),
    ("KA-3", "P-2"),
    ("KB-3", "P-2"),
    ("S-2", "mitra:polri"),
    ("S-3", "skpd:DINKES"),
}
"""Pairs that a reader would expect, whatever weak ones there are beside."""


def fill(graph: Graph) -> None:
    """The units, and of each a document that is current, as lists ask for."""
    write_units(graph, SetUnits.model_validate(UNITS))
    graph.command(
        """MATCH (s:SKPD)
        CREATE (s)-[:HAS_DOCUMENT]->(d:Dokumen {id: s.kode + '-d', tahun: $tahun, jenis: 'cascading', judul: s.nama})
        CREATE (d)-[:HAS_VERSION]->(v:Versi {id: s.kode + '-d-v1', nomor: 1})
        CREATE (d)-[:CURRENT]->(v)""",
        tahun=YEAR,
    )


def pairs(graph: Graph) -> set[tuple[str, str]]:
    """Every detected pair, a unit or body as in a key."""
    return {(row["a"], row["b"]) for row in graph.read("crosscut/candidates_known")}
