"""The tables of the application store: accounts, sessions, tokens, activity, jobs, backups, the console.

Nothing of this ever enters the graph, which every analyst may read. Secrets are kept as digests only. Times are ISO
8601 texts with offset, as everywhere in this program; lists and maps are JSON texts. `migrations/` makes the tables; a
test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


class Akun(Base):
    """An account. A role at a desk, never a person's name."""

    __tablename__ = "akun"

    id: Mapped[int] = mapped_column(primary_key=True)
    nama: Mapped[str] = mapped_column(unique=True)
    """Handle in small letters; the author of decisions."""
    sebutan: Mapped[str] = mapped_column(default="")
    """What it is for: `Perencana Dinas Perikanan`."""
    peran: Mapped[str]
    sandi: Mapped[str | None]
    """argon2id; None: not set yet, an invitation is open."""
    aktif: Mapped[bool] = mapped_column(default=True)
    dibuat_pada: Mapped[str]
    sandi_pada: Mapped[str | None]
    terakhir_masuk: Mapped[str | None]
    unit: Mapped[list[AkunUnit]] = relationship(cascade="all, delete-orphan", lazy="selectin")


class AkunUnit(Base):
    """A unit that a planner writes for."""

    __tablename__ = "akun_unit"

    akun_id: Mapped[int] = mapped_column(ForeignKey("akun.id", ondelete="CASCADE"), primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True)
    """Kode of the SKPD."""


class Percobaan(Base):
    """Failed sign-ins in a row, under one handle (whether it exists or not) or from one address."""

    __tablename__ = "percobaan"

    kunci: Mapped[str] = mapped_column(primary_key=True)
    """`akun NAME` | `alamat IP`"""
    gagal: Mapped[int] = mapped_column(default=0)
    terakhir_pada: Mapped[str]
    terkunci_sampai: Mapped[str | None]


class Undangan(Base):
    """A link that may be used once: the first administrator's, or to set a password."""

    __tablename__ = "undangan"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    akun_id: Mapped[int | None] = mapped_column(ForeignKey("akun.id", ondelete="CASCADE"))
    """None: whoever opens it makes the first administrator."""
    dibuat_pada: Mapped[str]
    kedaluwarsa_pada: Mapped[str]
    dipakai_pada: Mapped[str | None]


class Sesi(Base):
    """A signed-in browser."""

    __tablename__ = "sesi"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    akun_id: Mapped[int] = mapped_column(ForeignKey("akun.id", ondelete="CASCADE"), index=True)
    dibuat_pada: Mapped[str]
    terakhir_pada: Mapped[str]
    kedaluwarsa_pada: Mapped[str]
    dari: Mapped[str] = mapped_column(default="")
    peramban: Mapped[str] = mapped_column(default="")


class Token(Base):
    """A key for programs."""

    __tablename__ = "token"

    id: Mapped[int] = mapped_column(primary_key=True)
    akun_id: Mapped[int] = mapped_column(ForeignKey("akun.id", ondelete="CASCADE"), index=True)
    nama: Mapped[str]
    sha256: Mapped[str] = mapped_column(unique=True)
    awalan: Mapped[str]
    """Its first letters, so that a person can tell which one it is."""
    cakupan: Mapped[str]
    """Rights it is limited to, JSON list."""
    dibuat_pada: Mapped[str]
    kedaluwarsa_pada: Mapped[str]
    terakhir_pada: Mapped[str | None]
    dicabut_pada: Mapped[str | None]


class Kegiatan(Base):
    """One thing that somebody did: every write, every export, every sign-in. Only ever added to."""

    __tablename__ = "kegiatan"
    __table_args__ = (Index("ix_kegiatan_pada", "pada"), Index("ix_kegiatan_akun", "akun"))

    nomor: Mapped[int] = mapped_column(primary_key=True)
    pada: Mapped[str]
    akun: Mapped[str]
    peran: Mapped[str]
    cara: Mapped[str]
    """lokal | sesi | token | perintah"""
    dari: Mapped[str]
    """Address of the caller."""
    tindakan: Mapped[str]
    """Endpoint or command."""
    proses: Mapped[str] = mapped_column(default="")
    """Process that works on it, `pid@start`; empty: nobody does any more."""
    subjek: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    sebelum: Mapped[str] = mapped_column(default="{}")
    """JSON map."""
    sesudah: Mapped[str] = mapped_column(default="{}")
    keadaan: Mapped[str] = mapped_column(default="mulai")
    """mulai (the intent) | selesai | gagal | tidak jadi"""
    revisi: Mapped[int | None]
    """Revision of the graph that it made."""
    pesan: Mapped[str] = mapped_column(default="")
    selesai_pada: Mapped[str | None]


class Pekerjaan(Base):
    """A job: work that takes longer than a page may wait."""

    __tablename__ = "pekerjaan"

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str]
    """periksa | impor"""
    akun: Mapped[str]
    peran: Mapped[str]
    unit: Mapped[str] = mapped_column(default="[]")
    """Units that the account writes for, JSON list: the job acts as whoever asked for it."""
    dibuat_pada: Mapped[str]
    mulai_pada: Mapped[str | None]
    selesai_pada: Mapped[str | None]
    keadaan: Mapped[str] = mapped_column(default="antre")
    """antre | berjalan | selesai | gagal | dibatalkan | terputus"""
    minta_batal: Mapped[bool] = mapped_column(default=False)
    pesan: Mapped[str] = mapped_column(default="")
    butir: Mapped[list[Butir]] = relationship(cascade="all, delete-orphan", order_by="Butir.urutan")


class Butir(Base):
    """One document of a job, and what became of it."""

    __tablename__ = "pekerjaan_butir"

    pekerjaan_id: Mapped[int] = mapped_column(ForeignKey("pekerjaan.id", ondelete="CASCADE"), primary_key=True)
    urutan: Mapped[int] = mapped_column(primary_key=True)
    nama_berkas: Mapped[str]
    sha256: Mapped[str]
    keadaan: Mapped[str] = mapped_column(default="antre")
    """antre | terbaca | diterapkan | sudah termuat | ditolak | gagal | dilewati"""
    unit: Mapped[str] = mapped_column(default="")
    unit_nama: Mapped[str] = mapped_column(default="")
    tahun: Mapped[int | None]
    dokumen: Mapped[str] = mapped_column(default="")
    versi: Mapped[str] = mapped_column(default="")
    kinerja: Mapped[int] = mapped_column(default=0)
    isu: Mapped[str] = mapped_column(default="[]")
    """JSON list of {kode, keparahan, tempat, pesan, saran}."""
    pesan: Mapped[str] = mapped_column(default="")


class Cadangan(Base):
    """A backup that was made, and whether it was tried."""

    __tablename__ = "cadangan"

    id: Mapped[int] = mapped_column(primary_key=True)
    pada: Mapped[str]
    berkas: Mapped[str]
    """Path of the archive."""
    ukuran: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = mapped_column(default="")
    revisi: Mapped[int] = mapped_column(default=0)
    sidik_isi: Mapped[str] = mapped_column(default="")
    """Content hash of the graph at that moment."""
    keadaan: Mapped[str]
    """selesai | gagal"""
    diperiksa_pada: Mapped[str | None]
    """When it was read back and compared; None: not yet."""
    pesan: Mapped[str] = mapped_column(default="")


NOT_DELETED = text("dihapus_pada IS NULL")


class Pertanyaan(Base):
    """A question of the console that somebody saved."""

    __tablename__ = "pertanyaan"
    __table_args__ = (
        # A deleted one stays for a while, to be put back, and must not keep its name from a new one.
        Index(
            "uq_pertanyaan_akun_nama",
            "akun",
            "nama",
            unique=True,
            sqlite_where=NOT_DELETED,
            postgresql_where=NOT_DELETED,
        ),
    )

    nomor: Mapped[int] = mapped_column(primary_key=True)
    akun: Mapped[str]
    """Handle of its owner."""
    nama: Mapped[str]
    keterangan: Mapped[str] = mapped_column(default="")
    teks: Mapped[str]
    """Cypher."""
    parameter: Mapped[str] = mapped_column(default="[]")
    """JSON list of {nama, jenis, nilai}."""
    bersama: Mapped[bool] = mapped_column(default=False)
    """Everybody with the right `konsol` sees it."""
    revisi: Mapped[int] = mapped_column(default=1)
    """Counts its changes: whoever changes it says which one was seen."""
    dibuat_pada: Mapped[str]
    diubah_pada: Mapped[str]
    dihapus_pada: Mapped[str | None]


class JalanKonsol(Base):
    """One run of the console: what was asked, by whom, and how it ended."""

    __tablename__ = "jalan_konsol"
    __table_args__ = (Index("ix_jalan_konsol_akun", "akun"), Index("ix_jalan_konsol_pada", "pada"))

    nomor: Mapped[int] = mapped_column(primary_key=True)
    pada: Mapped[str]
    akun: Mapped[str]
    peran: Mapped[str]
    cara: Mapped[str]
    """lokal | sesi | token | perintah"""
    teks: Mapped[str]
    parameter: Mapped[str] = mapped_column(default="{}")
    """JSON map."""
    keadaan: Mapped[str] = mapped_column(default="berjalan")
    """berjalan | selesai | terpotong | ditolak | salah | dibatalkan | gagal"""
    dinding: Mapped[str] = mapped_column(default="")
    """Wall that refused or stopped it, or the cap that cut it."""
    revisi: Mapped[int | None]
    """Of the graph that answered."""
    ms: Mapped[float | None]
    baris: Mapped[int | None]
    pesan: Mapped[str] = mapped_column(default="")
