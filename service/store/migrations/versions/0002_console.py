"""The console: saved questions, and the log of what was run."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pertanyaan",
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("akun", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("teks", sa.String(), nullable=False),
        sa.Column("parameter", sa.String(), nullable=False),
        sa.Column("bersama", sa.Boolean(), nullable=False),
        sa.Column("revisi", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", sa.String(), nullable=False),
        sa.Column("diubah_pada", sa.String(), nullable=False),
        sa.Column("dihapus_pada", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("nomor", name=op.f("pk_pertanyaan")),
    )
    op.create_index(
        "uq_pertanyaan_akun_nama",
        "pertanyaan",
        ["akun", "nama"],
        unique=True,
        sqlite_where=sa.text("dihapus_pada IS NULL"),
        postgresql_where=sa.text("dihapus_pada IS NULL"),
    )
    op.create_table(
        "jalan_konsol",
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("pada", sa.String(), nullable=False),
        sa.Column("akun", sa.String(), nullable=False),
        sa.Column("peran", sa.String(), nullable=False),
        sa.Column("cara", sa.String(), nullable=False),
        sa.Column("teks", sa.String(), nullable=False),
        sa.Column("parameter", sa.String(), nullable=False),
        sa.Column("keadaan", sa.String(), nullable=False),
        sa.Column("dinding", sa.String(), nullable=False),
        sa.Column("revisi", sa.Integer(), nullable=True),
        sa.Column("ms", sa.Double(), nullable=True),
        sa.Column("baris", sa.Integer(), nullable=True),
        sa.Column("pesan", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("nomor", name=op.f("pk_jalan_konsol")),
    )
    op.create_index("ix_jalan_konsol_akun", "jalan_konsol", ["akun"], unique=False)
    op.create_index("ix_jalan_konsol_pada", "jalan_konsol", ["pada"], unique=False)
