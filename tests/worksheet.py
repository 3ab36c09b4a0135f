"""Small cascading documents as text, for tests that import: a tree in, a five-stage worksheet out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.config import Settings
from service.graph import Graph
from service.ingest.document import document
from service.ingest.importing import Prepared, Result, apply, weigh
from service.ingest.read import read

LEVELS = ("strategis skpd", "strategis", "taktikal intermediate", "taktikal immediate", "operasional")
CONDITIONS = ("", "", "kondisi antara utama", "kondisi antara", "kondisi operasional")
COMPONENTS = ("tujuan skpd", "sasaran skpd", "sasaran program", "sasaran kegiatan", "sasaran sub kegiatan")
OWNERS = ("", "camat", "kasi", "kasi/analis", "staf umum")


@dataclass(frozen=True)
class Box:
    """One kinerja of a worksheet."""

    uraian: str
    tingkat: int
    """0 = outcome … 4 = operational."""
    indikator: str = ""
    tingkat_t5: int | None = None
    """What stage 5 says instead."""


WATER: tuple[Box, ...] = (
    Box("Meningkatnya Kesejahteraan Warga Pesisir", 0, "Indeks Kesejahteraan Warga"),
    Box("Meningkatnya Mutu Layanan Air Bersih", 1, "Persentase Warga Terlayani Air Bersih"),
    Box("Meningkatnya Keandalan Jaringan Pipa", 2, "Persentase Jaringan Pipa Andal"),
    Box("Terkendalinya Kebocoran Pipa Induk", 3, "Persentase Kebocoran Pipa Induk"),
    Box("Terlaksananya Pemeriksaan Sambungan Rumah", 4, "Jumlah Sambungan Rumah Diperiksa"),
    Box("Terlaksananya Penggantian Pipa Tua", 4, "Panjang Pipa Tua Diganti", tingkat_t5=3),
    Box("Meningkatnya Mutu Sumber Air", 2, "Persentase Sumber Air Layak"),
    Box("Terjaganya Kawasan Mata Air", 3, "Luas Kawasan Mata Air Terjaga"),
    Box("Terlaksananya Penanaman Pohon di Hulu", 4, "Jumlah Pohon Ditanam di Hulu", tingkat_t5=2),
)
"""Nine kinerja, two of them with another level in stage 5."""


def worksheet(
    boxes: Sequence[Box] = WATER,
    unit: str = "KECAMATAN TANJUNG CONTOH",
    pemda: str = "KABUPATEN RAWA CONTOH",
    tahun: int = 2024,
) -> bytes:
    """The document as a .txt; `boxes` in pre-order, the first two are outcome and condition of the one CSF."""
    lines = [f"{unit} {pemda}", f"CASCADING KINERJA TAHUN {tahun}", "", "Tahap 1 Menentukan outcome", ""]
    lines += [f"Tahap 1 Menentukan outcome\t{boxes[0].uraian}", "", "Tahap 2 Identifikasi CSF", ""]
    lines += ["No\tCSF\tSumber\tKondisi yang diperlukan"]
    lines += [f"1\tLayanan belum merata\trenstra\t{boxes[1].uraian}", "", "Tahap 3 Uraikan CSF ke kondisi", ""]
    lines += ["CSF dalam bahasa kondisi\tKondisi yang diperlukan\tKeterangan"]
    factor = [boxes[1].uraian] + [""] * len(boxes)
    lines += [f"{c}\t{b.uraian}\t{CONDITIONS[b.tingkat]}" for c, b in zip(factor, boxes[2:], strict=False)]
    lines += ["", "Tahap 4 Merumuskan indikator", "", "Rujukan\tKinerja\tIndikator Kinerja\tKeterangan"]
    lines += [f"{_stage(b)}\t{b.uraian}\t{b.indikator}\tkinerja {LEVELS[b.tingkat]}" for b in boxes]
    lines += ["", "Tahap 5 Komponen perencanaan", "", "Rujukan\tKinerja\tIndikator Kinerja\tTingkat\tKeterangan"]
    lines += [_last(b) for b in boxes]
    return "\n".join(lines).encode()


def bring(
    data: bytes,
    graph: Graph,
    settings: Settings,
    choices: Mapping[int, str] | None = None,
    name: str = "lembar.txt",
) -> Result:
    """Import `data` as a person does, but without the reading process."""
    return apply(ready(data, graph, choices, name), graph, settings)


def ready(
    data: bytes, graph: Graph | None, choices: Mapping[int, str] | None = None, name: str = "lembar.txt"
) -> Prepared:
    """The import of `data`, prepared."""
    return weigh(document(read(data, name)), data, name, graph, choices)


def ids(graph: Graph, skpd: str = "") -> dict[str, str]:
    """Statement -> id of every living kinerja (of one unit)."""
    text = "MATCH (k:Kinerja)-[:OWNED_BY]->(s) WHERE $skpd IN ['', s.kode] RETURN k.uraian AS uraian, k.id AS id"
    return {row["uraian"]: row["id"] for row in graph.command(text, skpd=skpd)}


def links(graph: Graph) -> set[tuple[str, str, str]]:
    """(cause, effect, origin) in words."""
    text = "MATCH (a:Kinerja)-[r:CAUSES]->(b:Kinerja) RETURN a.uraian AS a, b.uraian AS b, r.asal AS asal"
    return {(row["a"], row["b"], row["asal"]) for row in graph.command(text)}


def _stage(box: Box) -> str:
    return f"Tahap {min(box.tingkat, 2) + 1}"


def _last(box: Box) -> str:
    level = box.tingkat if box.tingkat_t5 is None else box.tingkat_t5
    owner = f" pk {OWNERS[box.tingkat]}" if OWNERS[box.tingkat] else ""
    cells = (_stage(box), box.uraian, box.indikator, f"kinerja {LEVELS[level]}", COMPONENTS[box.tingkat] + owner)
    return "\t".join(cells)
