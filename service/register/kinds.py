"""The kinds of master data and their fields, as a table: forms, lists, API and checks are all made from it.

Adding a field is one row here and one property in `entities.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from service.bahasa import bodies
from service.errors import NotFound
from service.live import GENERAL
from service.register.entities import SKPD, Entity, Jabatan, Jenjang, Komponen, Mitra, Pemda

FieldKind = Literal["teks", "daftar", "angka", "ya", "pilihan", "rujukan"]
Value = str | int | bool | list[str]
Values = dict[str, Value]

UNIT_KINDS = tuple(kind for kind, *_ in bodies.KINDS)
LADDER_KINDS = (*UNIT_KINDS, GENERAL)
"""The general ladder serves every kind of unit without one of its own."""
PARTNER_KINDS = ("polri", "tni", "instansi vertikal", "pusat atau provinsi", "desa", "lainnya")
COMPONENT_KINDS = ("tujuan", "sasaran", "urusan", "bidang urusan", "program", "kegiatan", "sub kegiatan")


@dataclass(frozen=True)
class Field:
    """One field of a form."""

    nama: str
    """Property in the graph, name in form and JSON."""
    label: str
    macam: FieldKind = "teks"
    wajib: bool = False
    tetap: bool = False
    """Given once, when the entry is made: the key is built from it."""
    kecil: bool = False
    """Kept in small letters, because it is compared with what documents say."""
    pilihan: tuple[str, ...] = ()
    """Allowed values of a `pilihan`; suggestions for a `teks`."""
    rujuk: str = ""
    """Kind that a `rujukan` points to; the value is its kode."""
    bantuan: str = ""
    """One sentence under the field."""


@dataclass(frozen=True)
class Kind:
    """One kind of master data: a tab on the page, a folder in the API."""

    nama: str
    label: str
    gunanya: str
    """Why one keeps it, in a sentence."""
    model: type[Entity]
    fields: tuple[Field, ...]
    judul: str = "nama"
    """Field that names an entry."""
    lingkup: str = ""
    """Field within whose value names and aliases must differ; empty: in the whole register."""
    hanya: Mapping[str, Any] = field(default_factory=dict)
    """Which nodes of the label are entries, in neomodel's words; empty: all."""

    def nodes(self) -> Any:
        """neomodel's set of the entries; a fresh one each time, for it changes under filter()."""
        return self.model.nodes.filter(**self.hanya) if self.hanya else self.model.nodes

    def field(self, nama: str) -> Field:
        return next(f for f in self.fields if f.nama == nama)

    def has(self, nama: str) -> bool:
        return any(f.nama == nama for f in self.fields)


_ALIAS = "Satu nama per baris. Dokumen yang memakai salah satunya dikenali sebagai entri ini."
_NATIONAL = "Kode resmi, bila ada. Kuncinya tetap kode milik layanan ini."

KINDS: Mapping[str, Kind] = {
    kind.nama: kind
    for kind in (
        Kind(
            "skpd",
            "Perangkat daerah",
            "Unit yang dokumennya dibaca. Nama dan nama lainnya dipakai untuk mengenali dokumen.",
            SKPD,
            (
                Field("nama", "Nama", wajib=True, bantuan="Jenis dan nama diri, misalnya Kecamatan Contoh."),
                Field("jenis", "Jenis", wajib=True, kecil=True, pilihan=UNIT_KINDS, bantuan="Menentukan jenjangnya."),
                Field("singkatan", "Singkatan", bantuan="2–5 huruf besar, awal dari nomor kinerja yang baru."),
                Field("alias", "Nama lain", "daftar", bantuan=_ALIAS),
                Field("kode_nasional", "Kode nasional", bantuan=_NATIONAL),
                Field("pemda", "Pemerintah daerah", "rujukan", rujuk="pemda"),
            ),
            lingkup="pemda",
        ),
        Kind(
            "jabatan",
            "Jabatan",
            "Pengampu kinerja. Dua ejaan satu jabatan digabung di sini.",
            Jabatan,
            (
                Field("skpd", "Perangkat daerah", "rujukan", wajib=True, tetap=True, rujuk="skpd"),
                Field("nama", "Nama", wajib=True),
                Field("kelas", "Kelas", bantuan="Misalnya administrator, pengawas, pelaksana."),
                Field("alias", "Nama lain", "daftar", bantuan=_ALIAS),
            ),
            lingkup="skpd",
        ),
        Kind(
            "mitra",
            "Mitra",
            "Pihak di luar perangkat daerah: Polri, TNI, instansi vertikal, desa.",
            Mitra,
            (
                Field("nama", "Nama", wajib=True),
                Field("jenis", "Jenis", "pilihan", wajib=True, pilihan=PARTNER_KINDS),
                Field("alias", "Nama lain", "daftar", bantuan=_ALIAS),
            ),
            hanya={"asal__isnull": True},
        ),
        Kind(
            "jenjang",
            "Jenjang",
            "Tingkat mana milik komponen perencanaan mana, per jenis perangkat daerah. Kata dokumen didahulukan; "
            "jenjang ini mencocokkan sebutan, dan dipakai bila dokumen tidak menyebut tingkatnya.",
            Jenjang,
            (
                Field(
                    "jenis_unit",
                    "Jenis perangkat daerah",
                    wajib=True,
                    tetap=True,
                    kecil=True,
                    pilihan=LADDER_KINDS,
                ),
                Field("urut", "Urutan", "angka", wajib=True, tetap=True, bantuan="1 adalah yang tertinggi (outcome)."),
                Field("tingkat", "Tingkat", wajib=True, kecil=True, bantuan="Misalnya taktikal immediate."),
                Field("alias", "Sebutan lain", "daftar", kecil=True, bantuan="Satu sebutan per baris."),
                Field("komponen", "Komponen perencanaan", kecil=True, bantuan="Misalnya sasaran kegiatan."),
                Field("kelas_jabatan", "Kelas jabatan"),
            ),
            judul="tingkat",
            lingkup="jenis_unit",
        ),
        Kind(
            "komponen",
            "Komponen",
            "Tujuan, sasaran, program, kegiatan dan sub kegiatan yang dikenal dengan nama atau kode nasional.",
            Komponen,
            (
                Field("jenis", "Jenis", "pilihan", wajib=True, tetap=True, pilihan=COMPONENT_KINDS),
                Field("nama", "Nama", wajib=True),
                Field("kode_nasional", "Kode nasional", bantuan=_NATIONAL),
            ),
            lingkup="jenis",
        ),
        Kind(
            "pemda",
            "Pemerintah daerah",
            "Pemilik perangkat daerah. Contoh fiktif berdiri di pemerintah daerahnya sendiri.",
            Pemda,
            (
                Field("nama", "Nama", wajib=True),
                Field("contoh", "Contoh fiktif", "ya", bantuan="Ditandai di semua halaman."),
            ),
        ),
    )
}


def kind(nama: str) -> Kind:
    """The kind called `nama`; raises NotFound with the list."""
    if nama not in KINDS:
        raise NotFound(f"Register tidak punya bagian {nama!r}.", f"Pilih: {', '.join(KINDS)}.")
    return KINDS[nama]


def label_of(found: Kind, isi: Mapping[str, Any]) -> str:
    """How an entry is called in a sentence."""
    return str(isi.get(found.judul) or isi.get("kode") or "")
