"""Crosscutting as it is taken along: the matrix unit by unit, the sheet of a unit, bodies outside the government."""

from __future__ import annotations

from pydantic import Field

from service.crosscut.handover.sheet import UnitSheet, unit_sheet
from service.crosscut.lists.overlaps import BandWanted, Kind
from service.crosscut.views.bodies import bodies, body
from service.crosscut.views.body_answers import BodyList, BodyPage
from service.crosscut.views.matrix import Asked as MatrixWanted
from service.crosscut.views.matrix import matrix
from service.crosscut.views.matrix_answer import Matrix
from service.graph import Graph
from service.web.api.endpoints import endpoint
from service.web.api.units import YearAsked


class GovernmentAsked(YearAsked):
    """Of which government and year."""

    pemda: str = Field("", max_length=200, description="Kode pemerintah daerah; kosong: milik sendiri dahulu")


class MatrixAsked(GovernmentAsked):
    """What the matrix is narrowed to."""

    jenis: Kind = Field("", description="duplikat, melengkapi, atau mitra; kosong: semua")
    pita: BandWanted = Field("", description="Kekuatan usulan yang baru terdeteksi; kosong: kuat dan tinjau")
    buka: str = Field("", max_length=200, description="Baris yang dibuka, dipisah koma: kecamatan, mitra")
    baris: str = Field("", max_length=200, description="Kunci baris; dengan `kolom`: sel yang dibuka")
    kolom: str = Field("", max_length=200, description="Kunci kolom")


class BodyAsked(GovernmentAsked):
    """Where the body is looked for."""

    unit: str = Field("", max_length=200, description="Kode perangkat daerah: di pemerintah daerahnya")


@endpoint(
    "GET", "/crosscutting/matriks", Matrix, "Matriks antar perangkat daerah: disepakati, satu pihak, terdeteksi",
    query=MatrixAsked, faults=(404,),
)  # fmt: skip
def crosscut_matrix(graph: Graph, q: MatrixAsked) -> Matrix:
    unfolded = tuple(one for one in q.buka.split(",") if one)
    return matrix(graph, MatrixWanted(q.jenis, q.pita, q.pemda, q.tahun, unfolded, q.baris, q.kolom))


@endpoint(
    "GET", "/crosscutting/mitra", BodyList, "Pihak luar yang disebut dalam kinerja",
    query=GovernmentAsked, faults=(404,),
)  # fmt: skip
def crosscut_bodies(graph: Graph, q: GovernmentAsked) -> BodyList:
    return bodies(graph, q.pemda, q.tahun)


@endpoint(
    "GET", "/mitra/<kode>/crosscutting", BodyPage, "Semua kinerja yang menyebut satu pihak luar",
    query=BodyAsked, faults=(404,),
)  # fmt: skip
def crosscut_body(graph: Graph, kode: str, q: BodyAsked) -> BodyPage:
    return body(graph, kode, q.pemda, q.tahun, q.unit)


@endpoint(
    "GET", "/skpd/<kode>/crosscutting", UnitSheet, "Lembar crosscutting satu perangkat daerah",
    query=YearAsked, faults=(404,),
)  # fmt: skip
def crosscut_sheet(graph: Graph, kode: str, q: YearAsked) -> UnitSheet:
    return unit_sheet(graph, kode, q.tahun)
