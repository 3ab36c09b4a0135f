"""Units: the list, one of them, its tree; and the search over everything."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from service.browse import Tree, UnitList, UnitPage, tree, unit_page, units
from service.graph import Graph
from service.nomenclature.proposals import ProposalPage, proposals
from service.search import MAX_HITS, Found, search
from service.web.api.endpoints import Asked, endpoint

MAX_PER_PAGE = 500


class PageAsked(Asked):
    """Which part of a list."""

    halaman: int = Field(1, ge=1, le=100_000, description="Halaman, mulai dari 1")
    per_halaman: int = Field(50, ge=1, le=MAX_PER_PAGE, description="Isi per halaman")


class UnitsAsked(PageAsked):
    urut: Literal["nama", "kinerja", "konflik", "impor"] = Field("nama", description="Urutan daftar")


class YearAsked(Asked):
    tahun: int | None = Field(None, ge=1990, le=2100, description="Tahun; tanpa ini: yang terbaru")


class SearchAsked(Asked):
    q: str = Field(max_length=200, description="Kata dari pernyataan, indikator, jabatan, atau nama perangkat daerah")
    batas: int = Field(MAX_HITS, ge=1, le=100, description="Paling banyak hasil per jenis")


@endpoint("GET", "/skpd", UnitList, "Perangkat daerah dengan jumlah isinya, satu per tahun", query=UnitsAsked)
def list_units(graph: Graph, q: UnitsAsked) -> UnitList:
    return units(graph, q.urut, q.halaman, q.per_halaman)


@endpoint("GET", "/skpd/<kode>", UnitPage, "Ikhtisar satu perangkat daerah", query=YearAsked, faults=(404,))
def one_unit(graph: Graph, kode: str, q: YearAsked) -> UnitPage:
    return unit_page(graph, kode, q.tahun)


@endpoint("GET", "/skpd/<kode>/pohon", Tree, "Pohon kinerja, baris demi baris", query=YearAsked, faults=(404,))
def unit_tree(graph: Graph, kode: str, q: YearAsked) -> Tree:
    return tree(graph, kode, q.tahun)


@endpoint(
    "GET", "/skpd/<kode>/nomenklatur", ProposalPage, "Usul nomenklatur untuk kinerja satu perangkat daerah",
    query=YearAsked, faults=(404,),
)  # fmt: skip
def nomenclature_proposals(graph: Graph, kode: str, q: YearAsked) -> ProposalPage:
    return proposals(graph, kode, q.tahun)


@endpoint("GET", "/cari", Found, "Pencarian, juga bentuk kata lain dan salah ketik kecil", query=SearchAsked)
def find(graph: Graph, q: SearchAsked) -> Found:
    return search(graph, q.q, q.batas)
