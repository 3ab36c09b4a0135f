"""The pages and the JSON API: one module per subject, each with a blueprint called `bp`."""

BLUEPRINTS: tuple[str, ...] = (
    "sehat",
    "masuk",
    "akun",
    "akun_semua",
    "start",
    "contoh",
    "unit",
    "pohon",
    "pohon_cetak",
    "kinerja",
    "indikator",
    "jabatan",
    "paspor",
    "dokumen",
    "tentang",
    "register",
    "impor",
    "pekerjaan",
    "rekonsiliasi",
    "keputusan",
    "token",
    "kegiatan",
    "cadangan",
    "api",
)
"""Modules under `service.web`, in the order in which they are registered."""
