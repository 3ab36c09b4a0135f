"""Versions of a document: their list, and what two of them say differently."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from service import versions
from service.graph import Graph
from service.web.api.endpoints import endpoint
from service.web.api.units import PageAsked

Show = Literal["", "baru", "hilang", "kalimat", "induk", "tingkat", "indikator", "jabatan", "komponen", "mitra"]


class ComparisonAsked(PageAsked):
    dari: int | None = Field(
        None, ge=1, le=1_000_000, description="Nomor versi yang lama; tanpa ini: yang sebelum `ke`"
    )
    ke: int | None = Field(
        None,
        ge=1,
        le=1_000_000,
        description="Nomor versi yang baru; tanpa ini: yang berlaku, kalau tidak yang terakhir",
    )
    lihat: Show = Field("", description="Hanya yang baru, yang hilang, atau yang berubah dalam hal ini")


@endpoint(
    "GET", "/dokumen/<id>/versi", versions.History, "Semua versi satu dokumen, dan apa yang diubah masing-masing",
    faults=(404,),
)  # fmt: skip
def versions_of_document(graph: Graph, id: str) -> versions.History:
    return versions.history(graph, id)


@endpoint(
    "GET", "/dokumen/<id>/banding", versions.Comparison, "Apa yang berbeda antara dua versi satu dokumen",
    query=ComparisonAsked, faults=(404,),
)  # fmt: skip
def compared_versions(graph: Graph, id: str, q: ComparisonAsked) -> versions.Comparison:
    return versions.comparison(graph, id, q.dari, q.ke, q.lihat, q.halaman, q.per_halaman)
