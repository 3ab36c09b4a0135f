"""What changes the graph: decisions, undoing them, importing a document. The same checks as on the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from flask import request
from pydantic import Field

from service import decisions
from service.app import current_settings
from service.decisions.listing import DecisionPage, list_decisions
from service.errors import Invalid
from service.graph import Graph
from service.ingest import importing
from service.model import Decision, DecisionKind
from service.web.api.endpoints import MULTIPART, Asked, endpoint
from service.web.api.units import PageAsked


class DecisionsAsked(PageAsked):
    subjek: str = Field("", max_length=200, description="Id kinerja atau dokumen")
    skpd: str = Field("", max_length=200, description="Kode perangkat daerah")
    tahun: int | None = Field(None, ge=1990, le=2100, description="Tahun")


class DecisionWanted(Asked):
    """A decision. `isi`: tingkat {tingkat} · induk {induk} · versi {versi}."""

    jenis: DecisionKind
    subjek: str = Field(max_length=200, description="Id kinerja (tingkat, induk) atau dokumen (versi)")
    isi: dict[str, str] = Field(description="tingkat: {tingkat} · induk: {induk: id} · versi: {versi: id}")
    alasan: str = Field(max_length=1000, description="Mengapa diputuskan begitu; dapat dibaca semua orang")


class UndoWanted(Asked):
    """Undoing a decision."""

    alasan: str = Field("", max_length=1000, description="Mengapa diurungkan")


class ImportAsked(Asked):
    uji: bool = Field(True, description="true: hanya memperlihatkan yang terbaca; false: menerapkan")


class Upload(Asked):
    """A document."""

    berkas: bytes = Field(description="Dokumen .txt, .docx, atau .xlsx, paling besar 20 MB")
    alasan: str = Field("", max_length=1000, description="Catatan untuk riwayat")


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """The header of a document."""

    unit: str | None
    tahun: int | None
    judul: str | None


@dataclass(frozen=True, slots=True)
class KinerjaRead:
    """A kinerja as `kinerja import --dry-run --json` prints it."""

    id: str
    uraian: str
    tingkat: str
    induk: list[str]
    indikator: list[str]
    jabatan: list[str]
    komponen: str | None


@dataclass(frozen=True, slots=True)
class IssueRead:
    """An issue, likewise."""

    kode: str
    keparahan: Literal["error", "peringatan", "info"]
    tempat: str
    pesan: str
    saran: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read, as `kinerja import --dry-run --json` prints it, and what was written."""

    dokumen: DocumentRead
    kinerja: list[KinerjaRead]
    isu: list[IssueRead]
    ditolak: bool
    diterapkan: bool
    versi: str
    """Id of the version written or current already; empty: nothing was applied."""


@endpoint("GET", "/keputusan", DecisionPage, "Riwayat keputusan, terbaru dahulu", query=DecisionsAsked)
def list_of_decisions(graph: Graph, q: DecisionsAsked) -> DecisionPage:
    return list_decisions(graph, q.subjek, q.skpd, q.tahun, q.halaman, q.per_halaman)


@endpoint(
    "POST", "/keputusan", Decision, "Memutuskan tingkat, induk, atau versi yang berlaku",
    body=DecisionWanted, seen=True, status=201, faults=(404, 409, 415, 428),
)  # fmt: skip
def make_decision(graph: Graph, body: DecisionWanted, seen: int | None) -> Decision:
    return decisions.decide(graph, body.jenis, body.subjek, body.isi, body.alasan, based_on=seen)


@endpoint(
    "POST", "/keputusan/<id>/urungkan", Decision, "Mengurungkan satu keputusan",
    body=UndoWanted, seen=True, status=201, faults=(404, 409, 415, 428),
)  # fmt: skip
def undo_decision(graph: Graph, id: str, body: UndoWanted, seen: int | None) -> Decision:
    return decisions.undo(graph, id, body.alasan, based_on=seen)


@endpoint(
    "POST", "/impor", Imported, "Membaca dokumen; menerapkannya hanya dengan uji=false",
    query=ImportAsked, body=Upload, body_type=MULTIPART, faults=(409, 413),
)  # fmt: skip
def import_document(graph: Graph, q: ImportAsked) -> Imported:
    file = request.files.get("berkas")
    if file is None or not file.filename:
        raise Invalid(
            "Tidak ada berkas. Tidak ada yang diubah.",
            "Kirim berkasnya sebagai isian `berkas`.",
            {"berkas": "wajib diisi"},
        )
    prepared = importing.prepare(file.read(), file.filename, graph, current_settings())
    if q.uji:
        return _imported(prepared, applied=False, version="")
    reason = request.form.get("alasan", "").strip()
    result = importing.apply(prepared, graph, current_settings(), alasan=reason, expected_urut=prepared.urut)
    return _imported(prepared, applied=result.berubah, version=result.versi)


def _imported(prepared: importing.Prepared, *, applied: bool, version: str) -> Imported:
    told: dict[str, Any] = importing.as_contract(prepared)
    return Imported(
        dokumen=DocumentRead(**told["dokumen"]),
        kinerja=[KinerjaRead(**one) for one in told["kinerja"]],
        isu=[IssueRead(**one) for one in told["isu"]],
        ditolak=told["ditolak"],
        diterapkan=applied,
        versi=version,
    )
