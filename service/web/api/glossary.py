"""The glossary of crosscutting: its concepts, what a change would move, and making it. With the checks of the page."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from service.crosscut.glossary import EntryKind
from service.crosscut.glossary.answers import ConceptPage, GlossaryPage, Shown
from service.crosscut.glossary.change import Change, ChangeKind
from service.crosscut.glossary.concept import concept
from service.crosscut.glossary.edits import Edit, version
from service.crosscut.glossary.listing import glossary_list
from service.graph import Graph
from service.refresh.preview import Moved, preview
from service.register.konsep import change_concept
from service.web.api.endpoints import Asked, endpoint
from service.web.api.units import PageAsked


class GlossaryAsked(PageAsked):
    """Which concepts, counted in which government and year."""

    cari: str = Field("", max_length=100, description="Bagian dari nama konsep atau varian")
    lihat: Shown = Field("semua", description="semua, yang ditemukan di sini (dipakai), yang tidak, atau yang diubah")
    pemda: str = Field("", max_length=200, description="Kode pemerintah daerah; kosong: milik sendiri dahulu")
    tahun: int | None = Field(None, ge=1990, le=2100, description="Tahun; kosong: yang terbaru")


class ConceptAsked(PageAsked):
    """Where its kinerja are looked for."""

    pemda: str = Field("", max_length=200, description="Kode pemerintah daerah; kosong: milik sendiri dahulu")
    tahun: int | None = Field(None, ge=1990, le=2100, description="Tahun; kosong: yang terbaru")


class ChangeTried(Asked):
    """A change of one concept."""

    konsep: str = Field(max_length=200, description="Nama konsep; yang belum ada menjadi konsep baru")
    aksi: ChangeKind = Field("tambah", description="urungkan: kembalikan seperti bawaan")
    varian: tuple[str, ...] = Field((), max_length=100, description="Frasa, paling banyak 50 sekali ubah")
    jenis: EntryKind = Field("sinonim", description="Dari frasa yang ditambahkan")

    def wanted(self) -> Change:
        """For the checks."""
        return Change(self.konsep, self.aksi, self.varian, self.jenis)


class ChangeWanted(ChangeTried):
    """The same, to be made."""

    alasan: str = Field("", max_length=1000, description="Mengapa, 5 sampai 500 huruf; tidak perlu untuk urungkan")


@dataclass(frozen=True, slots=True)
class ConceptChanged:
    """What is changed on the concept now."""

    konsep: str
    ubahan: tuple[Edit, ...]
    versi_subjek: int
    """What the next change of it sends as If-Match."""


@endpoint(
    "GET", "/crosscutting/glosarium", GlossaryPage, "Konsep glosarium, tempat ditemukannya, dan perubahan di pemda ini",
    query=GlossaryAsked, faults=(404,),
)  # fmt: skip
def glossary_concepts(graph: Graph, q: GlossaryAsked) -> GlossaryPage:
    return glossary_list(graph, q.cari, q.lihat, q.pemda, q.tahun, q.halaman, q.per_halaman)


@endpoint(
    "GET", "/crosscutting/glosarium/<konsep>", ConceptPage, "Satu konsep dengan variannya dan kinerja yang memuatnya",
    query=ConceptAsked, faults=(404,),
)  # fmt: skip
def glossary_concept(graph: Graph, konsep: str, q: ConceptAsked) -> ConceptPage:
    return concept(graph, konsep, q.pemda, q.tahun, q.halaman, q.per_halaman)


@endpoint(
    "POST", "/crosscutting/glosarium/uji", Moved, "Pasangan yang akan bergeser bila glosarium diubah; tidak ditulis",
    body=ChangeTried, faults=(415,),
)  # fmt: skip
def preview_glossary(graph: Graph, body: ChangeTried) -> Moved:
    return preview(graph, body.wanted())


@endpoint(
    "POST", "/crosscutting/glosarium", ConceptChanged, "Mengubah satu konsep; If-Match: versi_subjek konsep itu",
    body=ChangeWanted, seen=True, faults=(409, 415, 428),
)  # fmt: skip
def change_glossary(graph: Graph, body: ChangeWanted, seen: int | None) -> ConceptChanged:
    made = change_concept(graph, body.wanted(), body.alasan, seen)
    return ConceptChanged(body.konsep, made, version(made))
