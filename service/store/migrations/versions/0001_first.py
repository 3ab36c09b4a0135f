"""The first tables: accounts, sessions, tokens, activity, jobs, backups; the activity log only grows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = (
    """CREATE TRIGGER kegiatan_tetap BEFORE UPDATE ON kegiatan
       WHEN OLD.keadaan <> 'mulai' OR (OLD.akun <> '' AND NEW.akun <> OLD.akun) OR NEW.nomor <> OLD.nomor
         OR NEW.pada <> OLD.pada OR NEW.tindakan <> OLD.tindakan OR NEW.dari <> OLD.dari OR NEW.cara <> OLD.cara
       BEGIN SELECT RAISE(ABORT, 'catatan kegiatan tidak dapat diubah'); END""",
    """CREATE TRIGGER kegiatan_sekali BEFORE INSERT ON kegiatan
       WHEN EXISTS (SELECT 1 FROM kegiatan WHERE nomor = NEW.nomor)
       BEGIN SELECT RAISE(ABORT, 'catatan kegiatan tidak dapat diganti'); END""",
    """CREATE TRIGGER kegiatan_ada BEFORE DELETE ON kegiatan
       BEGIN SELECT RAISE(ABORT, 'catatan kegiatan tidak dapat dihapus'); END""",
)
"""An entry may be completed once, never changed or deleted; what the intent said stays from the first moment."""


def upgrade() -> None:
    op.create_table(
        "akun",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("sebutan", sa.String(), nullable=False),
        sa.Column("peran", sa.String(), nullable=False),
        sa.Column("sandi", sa.String(), nullable=True),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.Column("dibuat_pada", sa.String(), nullable=False),
        sa.Column("sandi_pada", sa.String(), nullable=True),
        sa.Column("terakhir_masuk", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_akun")),
        sa.UniqueConstraint("nama", name=op.f("uq_akun_nama")),
    )
    op.create_table(
        "cadangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pada", sa.String(), nullable=False),
        sa.Column("berkas", sa.String(), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("revisi", sa.Integer(), nullable=False),
        sa.Column("sidik_isi", sa.String(), nullable=False),
        sa.Column("keadaan", sa.String(), nullable=False),
        sa.Column("diperiksa_pada", sa.String(), nullable=True),
        sa.Column("pesan", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cadangan")),
    )
    op.create_table(
        "kegiatan",
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("pada", sa.String(), nullable=False),
        sa.Column("akun", sa.String(), nullable=False),
        sa.Column("peran", sa.String(), nullable=False),
        sa.Column("cara", sa.String(), nullable=False),
        sa.Column("dari", sa.String(), nullable=False),
        sa.Column("tindakan", sa.String(), nullable=False),
        sa.Column("proses", sa.String(), nullable=False),
        sa.Column("subjek", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("sebelum", sa.String(), nullable=False),
        sa.Column("sesudah", sa.String(), nullable=False),
        sa.Column("keadaan", sa.String(), nullable=False),
        sa.Column("revisi", sa.Integer(), nullable=True),
        sa.Column("pesan", sa.String(), nullable=False),
        sa.Column("selesai_pada", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("nomor", name=op.f("pk_kegiatan")),
    )
    op.create_index("ix_kegiatan_akun", "kegiatan", ["akun"], unique=False)
    op.create_index("ix_kegiatan_pada", "kegiatan", ["pada"], unique=False)
    op.create_table(
        "pekerjaan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("akun", sa.String(), nullable=False),
        sa.Column("peran", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("dibuat_pada", sa.String(), nullable=False),
        sa.Column("mulai_pada", sa.String(), nullable=True),
        sa.Column("selesai_pada", sa.String(), nullable=True),
        sa.Column("keadaan", sa.String(), nullable=False),
        sa.Column("minta_batal", sa.Boolean(), nullable=False),
        sa.Column("pesan", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pekerjaan")),
    )
    op.create_table(
        "percobaan",
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("gagal", sa.Integer(), nullable=False),
        sa.Column("terakhir_pada", sa.String(), nullable=False),
        sa.Column("terkunci_sampai", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("kunci", name=op.f("pk_percobaan")),
    )
    op.create_table(
        "akun_unit",
        sa.Column("akun_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_akun_unit_akun_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("akun_id", "unit", name=op.f("pk_akun_unit")),
    )
    op.create_table(
        "pekerjaan_butir",
        sa.Column("pekerjaan_id", sa.Integer(), nullable=False),
        sa.Column("urutan", sa.Integer(), nullable=False),
        sa.Column("nama_berkas", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("keadaan", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("unit_nama", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=True),
        sa.Column("dokumen", sa.String(), nullable=False),
        sa.Column("versi", sa.String(), nullable=False),
        sa.Column("kinerja", sa.Integer(), nullable=False),
        sa.Column("isu", sa.String(), nullable=False),
        sa.Column("pesan", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pekerjaan_id"], ["pekerjaan.id"], name=op.f("fk_pekerjaan_butir_pekerjaan_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("pekerjaan_id", "urutan", name=op.f("pk_pekerjaan_butir")),
    )
    op.create_table(
        "sesi",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("akun_id", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", sa.String(), nullable=False),
        sa.Column("terakhir_pada", sa.String(), nullable=False),
        sa.Column("kedaluwarsa_pada", sa.String(), nullable=False),
        sa.Column("dari", sa.String(), nullable=False),
        sa.Column("peramban", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_sesi_akun_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_sesi")),
    )
    op.create_index(op.f("ix_sesi_akun_id"), "sesi", ["akun_id"], unique=False)
    op.create_table(
        "token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("akun_id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("awalan", sa.String(), nullable=False),
        sa.Column("cakupan", sa.String(), nullable=False),
        sa.Column("dibuat_pada", sa.String(), nullable=False),
        sa.Column("kedaluwarsa_pada", sa.String(), nullable=False),
        sa.Column("terakhir_pada", sa.String(), nullable=True),
        sa.Column("dicabut_pada", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_token_akun_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
        sa.UniqueConstraint("sha256", name=op.f("uq_token_sha256")),
    )
    op.create_index(op.f("ix_token_akun_id"), "token", ["akun_id"], unique=False)
    op.create_table(
        "undangan",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("akun_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_pada", sa.String(), nullable=False),
        sa.Column("kedaluwarsa_pada", sa.String(), nullable=False),
        sa.Column("dipakai_pada", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_undangan_akun_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_undangan")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in APPEND_ONLY:
            op.execute(statement)
