"""Documents: what was read from a version, and the reconciliation grid."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from service.browse import DocumentPage, document_page
from service.graph import Graph
from service.reconcile import Filter, Grid, grid
from service.web.api.endpoints import endpoint
from service.web.api.units import PageAsked

Use = Literal["", "judul", "kepala", "data", "trik", "teks", "kosong", "tak terpakai"]


class RowsAsked(PageAsked):
    versi: int | None = Field(None, ge=1, le=1_000_000, description="Nomor versi; tanpa ini: yang berlaku")
    peran: Use = Field("", description="Hanya baris yang dipakai sebagai ini")


class GridAsked(PageAsked):
    tampil: Filter = Field("semua", description="berbeda: tahap tidak sepakat · terbuka: belum diputuskan")


@endpoint(
    "GET",
    "/dokumen/<id>",
    DocumentPage,
    "Satu versi dokumen: barisnya, isunya, yang tidak disebut",
    query=RowsAsked,
    faults=(404,),
)
def one_document(graph: Graph, id: str, q: RowsAsked) -> DocumentPage:
    return document_page(graph, id, q.versi, q.peran, q.halaman, q.per_halaman)


@endpoint(
    "GET",
    "/dokumen/<id>/rekonsiliasi",
    Grid,
    "Tingkat menurut tiap tahap, usul, dan putusan",
    query=GridAsked,
    faults=(404,),
)
def reconciliation(graph: Graph, id: str, q: GridAsked) -> Grid:
    return grid(graph, id, q.tampil, q.halaman, q.per_halaman)
