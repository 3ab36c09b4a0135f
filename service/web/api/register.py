"""The register: lists, entries, and changing them one at a time. The same checks as on the pages."""

from __future__ import annotations

from pydantic import Field

from service import register
from service.graph import Graph
from service.register import Change, Entry, Page
from service.web.api.endpoints import Asked, endpoint
from service.web.api.units import PageAsked


class EntriesAsked(PageAsked):
    cari: str = Field("", max_length=100, description="Bagian dari nama atau kode")


class Fields(Asked):
    """Fields of an entry by name, as `isi` of an answer shows them; those that are left out stay as they are."""

    isi: dict[str, str | bool | int | list[str]] = Field(description="Isian, misalnya {nama, jenis, alias: [..]}")


class MergeWanted(Asked):
    """Where a position goes."""

    ke: str = Field(max_length=300, description="Kode jabatan yang tetap, di perangkat daerah yang sama")


@endpoint("GET", "/register/<jenis>", Page, "Isi satu bagian register", query=EntriesAsked, faults=(404,))
def register_entries(graph: Graph, jenis: str, q: EntriesAsked) -> Page:
    return register.entries(graph, jenis, q.cari, q.halaman, q.per_halaman)


@endpoint(
    "POST", "/register/<jenis>", Entry, "Menambah entri register",
    body=Fields, status=201, faults=(404, 415),
)  # fmt: skip
def add_register_entry(graph: Graph, jenis: str, body: Fields) -> Entry:
    return register.add(graph, jenis, body.isi)


@endpoint("GET", "/register/<jenis>/<kode>", Entry, "Satu entri register", faults=(404,))
def register_entry(graph: Graph, jenis: str, kode: str) -> Entry:
    return register.entry(graph, jenis, kode)


@endpoint(
    "POST", "/register/<jenis>/<kode>", Entry, "Mengubah entri register",
    body=Fields, seen=True, faults=(404, 409, 415, 428),
)  # fmt: skip
def edit_register_entry(graph: Graph, jenis: str, kode: str, body: Fields, seen: int | None) -> Entry:
    return register.edit(graph, jenis, kode, body.isi, seen)


@endpoint(
    "POST", "/register/<jenis>/<kode>/uji", Change, "Yang akan berubah bila entri itu diubah; tidak ada yang ditulis",
    body=Fields, faults=(404, 415),
)  # fmt: skip
def preview_register_entry(graph: Graph, jenis: str, kode: str, body: Fields) -> Change:
    return register.preview(graph, jenis, kode, body.isi)


@endpoint(
    "POST", "/register/<jenis>/<kode>/hapus", Entry, "Menghapus entri register yang tidak dipakai",
    seen=True, faults=(404, 409, 428),
)  # fmt: skip
def remove_register_entry(graph: Graph, jenis: str, kode: str, seen: int | None) -> Entry:
    return register.remove(graph, jenis, kode, seen)


@endpoint(
    "POST", "/register/jabatan/<kode>/gabung", Entry, "Menggabungkan dua nama dari satu jabatan",
    body=MergeWanted, seen=True, faults=(404, 409, 415, 428),
)  # fmt: skip
def merge_positions(graph: Graph, kode: str, body: MergeWanted, seen: int | None) -> Entry:
    return register.merge(graph, kode, body.ke, seen)
