"""What changes the graph: decisions, undoing them, importing a document. The same checks as on the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from flask import request
from pydantic import Field

from service import decisions
from service.actor import note
from service.app import current_settings
from service.decisions.listing import DecisionPage, list_decisions
from service.decisions.open import Open, open_questions
from service.errors import Invalid
from service.graph import Graph
from service.ingest import importing
from service.ingest.originals import base_name
from service.model import Decision, DecisionKind
from service.web.api.endpoints import MULTIPART, Asked, endpoint
from service.web.api.units import PageAsked


class DecisionsAsked(PageAsked):
    subjek: str = Field("", max_length=200, description="Id kinerja atau dokumen")
    skpd: str = Field("", max_length=200, description="Kode perangkat daerah")
    tahun: int | None = Field(None, ge=1990, le=2100, description="Tahun")


class OpenAsked(Asked):
    tahun: int | None = Field(None, ge=1990, le=2100, description="Tahun; kosong: yang terbaru")


ISI = (
    "tingkat: {tingkat} · induk: {induk: id} atau {puncak: ya} · induk_lain: {induk: id} atau {induk: id, tarik: ya}"
    " · utama: {induk: id} · indikator: {aksi: gabung, indikator: id, dengan: id} atau {aksi: pisah, indikator: id}"
    " · jabatan: {aksi: tugaskan | tarik, jabatan: kode} atau {aksi: tugaskan, nama: jabatan baru}"
    " · padanan (subjek: kinerja lama): {dari: id kinerja yang hidup}; subjek yang sama: memang sama;"
    " {dari: id, baru: ya}: kinerja baru"
    " · komponen: {komponen: kode, aksi: pilih | tolak} · versi: {versi: id}; kosong: dokumen ditarik"
)


class DecisionWanted(Asked):
    """A decision; what `isi` says depends on the kind."""

    jenis: DecisionKind
    subjek: str = Field(max_length=200, description="Id kinerja; versi: id dokumen")
    isi: dict[str, str] = Field(description=ISI)
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
    "POST", "/keputusan", Decision, "Memutuskan apa saja tentang kinerja, atau versi yang berlaku",
    body=DecisionWanted, seen=True, status=201, faults=(404, 409, 415, 428),
)  # fmt: skip
def make_decision(graph: Graph, body: DecisionWanted, seen: int | None) -> Decision:
    return decisions.decide(graph, body.jenis, body.subjek, body.isi, body.alasan, based_on=seen)


@endpoint(
    "GET", "/skpd/<kode>/keputusan", Open, "Yang masih harus diputuskan, paling menentukan dahulu", query=OpenAsked
)
def open_decisions(graph: Graph, kode: str, q: OpenAsked) -> Open:
    return open_questions(graph, kode, q.tahun)


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
    note(subjek=base_name(file.filename))
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
