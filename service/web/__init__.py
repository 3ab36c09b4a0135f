"""The pages and the JSON API: one module per subject, each with a blueprint called `bp`."""

BLUEPRINTS: tuple[str, ...] = (
    "start",
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
    "rekonsiliasi",
    "keputusan",
    "api",
)
"""Modules under `service.web`, in the order in which they are registered."""
