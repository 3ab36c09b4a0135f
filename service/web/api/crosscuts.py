"""Crosscutting: overlaps between units with their state, what they share by structure, repetitions and twins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast, get_args

from pydantic import Field

from service.crosscut.lists import redundancy
from service.crosscut.lists.answers import Computed, Overlap, Totals
from service.crosscut.lists.overlaps import BandWanted, Kind, Side, Wanted, overlaps
from service.crosscut.lists.redundancy import RepeatPage, TwinPage, TwinWanted
from service.crosscut.lists.structural import Structural, StructuralPage, Structure, structural
from service.crosscut.scope import Scope
from service.facts import Paging
from service.graph import Graph
from service.web.api.endpoints import endpoint
from service.web.api.units import PageAsked

KindWanted = Literal[Kind, Structure]
"""What is found by words, and what is shared by structure."""


class ScopeAsked(PageAsked):
    """Of which government, year and unit."""

    unit: str = Field("", max_length=200, description="Kode perangkat daerah: hanya pasangan miliknya")
    pemda: str = Field("", max_length=200, description="Kode pemerintah daerah; kosong: milik sendiri dahulu")
    tahun: int | None = Field(None, ge=1990, le=2100, description="Tahun; kosong: yang terbaru")


class OverlapsAsked(ScopeAsked):
    """What the list is narrowed to."""

    lawan: str = Field("", max_length=200, description="Kode perangkat daerah atau mitra di sisi yang lain")
    pihak: Side = Field(
        "", description="Keadaan; kosong: semua kecuali yang ditolak. masuk dan keluar dilihat dari `unit`"
    )
    jenis: KindWanted = Field(
        "",
        description="duplikat, melengkapi, mitra (pihak yang disebut dalam kalimat); atau yang sama menurut struktur: "
        "ukuran, kode (kegiatan nomenklatur), badan (pihak yang disebut), tujuan. Struktur dijawab di `struktur`",
    )
    pita: BandWanted = Field("", description="Kekuatan usulan yang baru terdeteksi; kosong: kuat dan tinjau")
    q: str = Field("", max_length=200, description="Kata dalam pernyataan atau objek yang sama")


class StructureAsked(ScopeAsked):
    """Which structure."""

    jenis: Structure = Field("ukuran", description="Apa yang sama: ukuran, kode, badan, atau tujuan")


class TwinsAsked(ScopeAsked):
    """Which twins."""

    macam: TwinWanted = Field("", description="kembar templat (satuan wilayah sejenis) atau sekretariat; kosong: semua")


@dataclass(frozen=True, slots=True)
class OverlapList:
    """Overlaps best first, or groups that share something by structure."""

    isi: tuple[Overlap, ...]
    struktur: tuple[Structural, ...]
    paging: Paging
    """Of the one that was asked for."""
    jumlah: Totals
    lingkup: Scope
    lingkup_lain: tuple[Scope, ...]
    keadaan: Computed


@endpoint(
    "GET", "/crosscutting", OverlapList, "Crosscutting antar perangkat daerah, yang paling kuat dahulu",
    query=OverlapsAsked, faults=(404,),
)  # fmt: skip
def list_overlaps(graph: Graph, q: OverlapsAsked) -> OverlapList:
    shared = _structure(graph, q)
    kind = cast(Kind, "" if shared else q.jenis)
    wanted = Wanted(q.unit, q.lawan, q.pihak, kind, q.pita, q.q, q.pemda, q.tahun)
    found = overlaps(graph, wanted, q.halaman, q.per_halaman)
    return OverlapList(
        isi=() if shared else found.isi,
        struktur=shared.isi if shared else (),
        paging=shared.paging if shared else found.paging,
        jumlah=found.jumlah,
        lingkup=found.lingkup,
        lingkup_lain=found.lingkup_lain,
        keadaan=found.keadaan,
    )


@endpoint(
    "GET", "/crosscutting/struktur", StructuralPage, "Yang sama menurut struktur: ukuran, kode, pihak, tujuan",
    query=StructureAsked, faults=(404,),
)  # fmt: skip
def structural_overlaps(graph: Graph, q: StructureAsked) -> StructuralPage:
    return structural(graph, q.jenis, q.unit, q.pemda, q.tahun, q.halaman, q.per_halaman)


@endpoint(
    "GET", "/crosscutting/rangkap", RepeatPage, "Pernyataan atau indikator yang ditulis dua kali dalam satu unit",
    query=ScopeAsked, faults=(404,),
)  # fmt: skip
def repeats_within_units(graph: Graph, q: ScopeAsked) -> RepeatPage:
    return redundancy.repeats(graph, q.unit, q.pemda, q.tahun, q.halaman, q.per_halaman)


@endpoint(
    "GET", "/crosscutting/kembar", TwinPage, "Kalimat baku yang sama di banyak unit; tidak diperingkat",
    query=TwinsAsked, faults=(404,),
)  # fmt: skip
def template_twins(graph: Graph, q: TwinsAsked) -> TwinPage:
    return redundancy.twins(graph, q.unit, q.macam, q.pemda, q.tahun, q.halaman, q.per_halaman)


def _structure(graph: Graph, q: OverlapsAsked) -> StructuralPage | None:
    if q.jenis not in get_args(Structure):
        return None
    jenis = cast(Structure, q.jenis)
    return structural(graph, jenis, q.unit, q.pemda, q.tahun, q.halaman, q.per_halaman)
