"""Every query file keeps what its head says, is used, and speaks of nothing that the graph does not have."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from service.config import ROOT
from service.graph import Graph
from service.queries import FOLDER, Query, QueryFault, _read, all_queries, query

NAMES = sorted(all_queries())

STANDS = {
    "labels": "Pemda SKPD Jabatan Mitra Jenjang Komponen Dokumen Versi Baris Kinerja KinerjaLama Indikator Ukuran CSF "
    "Dasar Isu Keputusan Meta Terdeteksi Konsep",
    "types": "PART_OF IN_UNIT HAS_DOCUMENT HAS_VERSION CURRENT IN_VERSION STATES CAUSES MEASURES SAME_MEASURE "
    "ASSIGNED_TO RAISES GROUNDS PLANNED_AS NAMES OWNED_BY BECAME ABOUT ABOUT_PAIR CONCERNS "
    "MAY_CROSSCUT PROPOSES_CROSSCUT CROSSCUTS NOT_CROSSCUT",
    "of master data": "kode nama alias jenis singkatan diatur contoh kelas jenis_unit urut tingkat komponen "
    "kelas_jabatan kode_nasional dari usang catatan",
    "of documents": "id tahun judul nomor sha256 nama_berkas ukuran diimpor_pada oleh pembaca tidak_disebut "
    "indikator_tetap ragu pindah menunggu",
    "of rows": "tempat tahap urutan sel peran lanjutan uraian label indikator jabatan rujukan csf isu sumber dasar "
    "induk kelompok kinerja_id",
    "of kinerja": "tingkat_usul alasan_tingkat diputuskan urut_tingkat kedalaman kondisi sidik sidik_makna konflik "
    "tingkat_t3 tingkat_t4 tingkat_t5 tingkat_komponen",
    "of measures": "nama_baku satuan target baseline",
    "of issues": "keparahan pesan saran asal terbuka",
    "of the log": "subjek isi pada alasan membatalkan",
    "of relationships": "utama versi alternatif",
    "of pairs": "ragu ulang pasangan pihak",
    "of detected overlaps": "skor pita ragu ulang pihak kutipan silang_revisi silang_digest silang_pada silang_jumlah",
    "of the counter": "revisi diubah skema skema_sidik gerbang gerbang_oleh gerbang_sampai gerbang_diminta kegiatan",
}
"""Every name that the graph has; what is not here is a slip of the pen."""
LABELS = frozenset(STANDS["labels"].split())
TYPES = frozenset(STANDS["types"].split())
PROPERTIES = frozenset(name for part, names in STANDS.items() if part.startswith("of ") for name in names.split())

WAITING: dict[str, str] = {}
"""Files that nothing uses yet, and why they are there."""

TEXT = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*|/\*.*?\*/", re.DOTALL)
NODE = re.compile(r"\(\s*\w*\s*:\s*([A-Za-z]\w*(?:\s*[|&:]\s*[A-Za-z]\w*)*)")
CHANGED_LABEL = re.compile(r"\b(?:SET|REMOVE|NOT|WHERE|AND|OR)\s+\w+:([A-Z]\w*)")
RELATIONSHIP = re.compile(r"\[\s*\w*\s*:\s*([A-Z_]\w*(?:\s*\|\s*:?[A-Z_]\w*)*)")
PATTERN_VARIABLE = re.compile(r"[(\[]\s*(\w+)\s*:\s*[A-Z]")
PATTERN_KEYS = re.compile(r"[(\[]\s*\w*\s*:[A-Z][\w|&!%:\s]*\{([^{}]*)\}\s*[)\]]")


@pytest.mark.parametrize("name", NAMES)
def test_neo4j_accepts_it_and_its_columns_are_those_it_declares(graph: Graph, name: str) -> None:
    found = query(name)
    text = "EXPLAIN " + (found.ordered(next(iter(found.orders))) if found.orders else found.text)
    with graph.driver.session(database=graph.database) as session:
        columns = session.run(text, dict.fromkeys(found.params)).keys()
    assert list(columns) == list(found.returns)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WAITING])
def test_it_is_used(name: str) -> None:
    built = [prefix for prefix in re.findall(r'f"(\w+/\w*)\{', _program()) if name.startswith(prefix)]
    assert f'"{name}"' in _program() or built, f"graph/{name}.cypher is named nowhere in service/"


@pytest.mark.parametrize("name", NAMES)
def test_it_names_only_what_the_graph_has(name: str) -> None:
    text = TEXT.sub("''", query(name).text)
    labels = {part for found in (*NODE.findall(text), *CHANGED_LABEL.findall(text)) for part in re.split(r"\W+", found)}
    types = {part for found in RELATIONSHIP.findall(text) for part in re.split(r"\W+", found)}
    assert (labels - LABELS, types - TYPES) == (set(), set())
    variables = set(PATTERN_VARIABLE.findall(text))
    read = {prop for var, prop in re.findall(r"\b(\w+)\.(\w+)\b(?!\()", text) if var in variables}
    keyed = {key for inside in PATTERN_KEYS.findall(text) for key in re.findall(r"(\w+)\s*:", inside)}
    assert (read | keyed) - PROPERTIES == set()


def test_the_model_in_the_head_of_the_schema_has_the_same_names() -> None:
    schema = (FOLDER / "schema.cypher").read_text(encoding="utf-8")
    constrained = set(re.findall(r"FOR \(n:([\w|]+)\)", schema))
    assert {label for labels in constrained for label in labels.split("|")} <= LABELS
    arrows = {part for found in re.findall(r"-\[:([A-Z_|]+)", schema) for part in found.split("|")}
    assert arrows == TYPES


WRONG: dict[str, tuple[str, str]] = {
    "no head": ("RETURN 1 AS satu", "tanpa kepala"),
    "a parameter not declared": ("// title: T\nRETURN $id AS id", r"dipakai \['id'\], dinyatakan \[\]"),
    "a parameter not used": (
        "// title: T\n// params: {id: id}\nRETURN 1 AS satu",
        r"dipakai \[\], dinyatakan \['id'\]",
    ),
    "an order without its place": ("// title: T\n// orders: {nama: n}\nRETURN 1 AS n", "harus ada berdua"),
    "a place without its orders": ("// title: T\nRETURN 1 AS n ORDER BY /*order*/", "harus ada berdua"),
    "a head that is no YAML": ("// title: [T\nRETURN 1 AS n", "bukan YAML"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_head_is_told_with_its_file(case: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text, told = WRONG[case]
    monkeypatch.setattr("service.queries.FOLDER", tmp_path)
    file = tmp_path / "salah.cypher"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QueryFault, match=told) as fault:
        _read(file)
    assert "graph/salah.cypher" in fault.value.message


def test_a_parameter_inside_a_text_or_comment_is_none() -> None:
    found = Query("x", "T", {}, {}, {}, "RETURN '$id' AS a // $nama")
    assert TEXT.sub("''", found.text) == "RETURN '' AS a ''"


def test_an_unknown_query_and_an_unknown_order_are_told() -> None:
    with pytest.raises(QueryFault, match="Tidak ada kueri 'trace/nowhere'"):
        query("trace/nowhere")
    with pytest.raises(QueryFault, match="urutan 'nama; MATCH' tidak dikenal"):
        Query("x", "T", {}, {}, {"nama": "n"}, "RETURN 1 AS n ORDER BY /*order*/").ordered("nama; MATCH")


@cache
def _program() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "service").rglob("*.py")))
