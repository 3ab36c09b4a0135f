"""Three units and words about their pairs, for tests of crosscutting: who says what, and the edges that stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.actor import Actor
from service.backup.dump import Spool
from service.backup.refill import refill
from service.config import Settings, read_settings
from service.decisions.pairs import Word, say
from service.graph import Graph
from service.model import Decision
from tests.conftest import emptied, environment
from tests.worksheet import WATER, Box, bring, worksheet

TANJUNG, HULU, MUARA = "kecamatan-tanjung-contoh", "kecamatan-hulu-contoh", "kecamatan-muara-contoh"
NAMES = {TANJUNG: "KECAMATAN TANJUNG CONTOH", HULU: "KECAMATAN HULU CONTOH", MUARA: "KECAMATAN MUARA CONTOH"}
PIPES, TREES = "Terlaksananya Pemeriksaan Sambungan Rumah", "Terlaksananya Penanaman Pohon di Hulu"
REASON = "Sesuai rapat koordinasi"

BAPPEDA = Actor("bappeda-1", "bappeda", cara="sesi")
FOUND = {
    "skor": 0.5, "pita": "kuat", "jenis": "melengkapi", "alasan": json.dumps([["pipa", 0.5, ["Pipa"], ["Pipa"]]]),
    "beda": "[]", "ukuran_sama": True, "ulang": False, "ragu": False,
}  # fmt: skip
"""What the detector writes on a pair."""


def planner(unit: str) -> Actor:
    """An account that writes for one unit."""
    return Actor(f"perencana-{unit.split('-')[1]}", "perencana", (unit,), cara="sesi")


def regency(graph: Graph, settings: Settings) -> None:
    """The three units, each with the same nine statements."""
    for name in NAMES.values():
        bring(worksheet(unit=name), graph, settings)


@dataclass(frozen=True)
class Kept:
    """What something made of an empty graph, to be written into it again in a tenth of the time."""

    rows: list[str]
    revisi: int

    @classmethod
    def of(cls, graph: Graph, folder: Path, fill: Callable[[Graph, Settings], None], cache: Path) -> Kept:
        fill(emptied(graph), read_settings(environment(folder / "data", cache)))
        spool = Spool(folder)
        graph.reading(spool.fill)
        return cls(list(spool), graph.revision())

    def lines(self) -> list[str]:
        """As an archive has them."""
        return self.rows

    def into(self, graph: Graph) -> None:
        refill(graph, self)  # type: ignore[arg-type]
        graph.command("MERGE (m:Meta {kode: 'graf'}) SET m.revisi = $revisi", revisi=self.revisi)


def reworded(unit: str, **words: str) -> bytes:
    """The document of `unit` with other statements: `pipa="…"` for the one about pipes, empty for none of it."""
    told = {PIPES: words.get("pipa", PIPES), TREES: words.get("pohon", TREES)}
    boxes = [Box(told.get(b.uraian, b.uraian), b.tingkat, b.indikator, b.tingkat_t5) for b in WATER]
    return worksheet([b for b in boxes if b.uraian], unit=NAMES[unit])


def at(graph: Graph, unit: str, statement: str = PIPES, tahun: int = 2024) -> str:
    """Id of the kinerja of `unit` that says so, living or former."""
    text = (
        "MATCH (k:Kinerja|KinerjaLama {uraian: $kalimat, tahun: $tahun})-[:OWNED_BY]->(:SKPD {kode: $unit}) RETURN k.id"
    )
    (row,) = graph.command(text, unit=unit, kalimat=statement, tahun=tahun)
    return str(row["k.id"])


def detect(graph: Graph, a: str, b: str, **more: Any) -> None:
    """What a recompute of all overlaps writes between two ends."""
    first, second = sorted((a, b), key=lambda end: (":" in end, end))
    label, _, kode = second.rpartition(":")
    if label == "mitra":
        text = "MERGE (m:Mitra {kode: $k}) ON CREATE SET m:Terdeteksi, m.nama = 'Polsek', m.asal = 'teks'"
        graph.command(text, k=kode)
    text = "MATCH (a:Kinerja {id: $a}) MATCH (b:Kinerja|SKPD|Mitra) WHERE b.id = $b OR b.kode = $b "
    graph.command(text + "MERGE (a)-[r:MAY_CROSSCUT]->(b) SET r = $isi", a=first, b=kode, isi={**FOUND, **more})


def ya(graph: Graph, a: str, b: str, pihak: str, **more: Any) -> Decision:
    return say(graph, Word(a, b, "ya", pihak, **more), REASON)


def tidak(graph: Graph, a: str, b: str, pihak: str, sebab: str = "objek berbeda") -> Decision:
    return say(graph, Word(a, b, "tidak", pihak, sebab=sebab), REASON)


def agreed(graph: Graph, a: str, b: str, *sides: str, **more: Any) -> list[Decision]:
    """Both sides say yes; the later one says `more`."""
    return [ya(graph, a, b, sides[0]), ya(graph, a, b, sides[1], **more)]


def edges(graph: Graph) -> set[tuple[str, str, str]]:
    """(type, end, end) of every edge of a pair; a unit or a body by its kode."""
    text = (
        "MATCH (a:Kinerja|KinerjaLama)-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]->(b) "
        "RETURN type(r) AS jenis, a.id AS a, coalesce(b.id, b.kode) AS b"
    )
    return {(row["jenis"], row["a"], row["b"]) for row in graph.command(text)}


def properties(graph: Graph, a: str, b: str) -> dict[str, Any]:
    """What stands on the one edge between two ends."""
    text = (
        "MATCH (a {id: $a})-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]-(b) "
        "WHERE b.id = $b OR b.kode = $b RETURN type(r) AS jenis, properties(r) AS isi"
    )
    (row,) = graph.command(text, a=a, b=b)
    return {"tipe": row["jenis"], **row["isi"]}
