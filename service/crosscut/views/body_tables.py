"""Outside bodies as tables: their list, and everything that names one of them. Pure."""

from __future__ import annotations

from service.crosscut.tables import Table
from service.crosscut.views.body_answers import BodyList, BodyPage

STANDS = {"satu pihak": "baru satu pihak", "tertulis": "terdeteksi"}


def listed(of: BodyList) -> Table:
    """One row a body."""
    heads = ("Pihak luar", "Jenis", "Perangkat daerah", "Kinerja", "Disepakati", "Satu pihak", "Ditolak")
    rows = tuple(
        (one.nama, one.jenis, one.unit, one.kinerja, one.disepakati, one.satu_pihak, one.ditolak, one.belum, one.kode)
        for one in of.isi
    )
    title = f"Pihak luar dalam crosscutting {of.lingkup.nama} tahun {of.lingkup.tahun or '-'}"
    return Table("Pihak luar", title, (*heads, "Terdeteksi", "Kode"), (40, 20, *(13 for _ in range(6)), 34), rows)


def naming(of: BodyPage) -> Table:
    """One row a kinerja, those with the same sentence each by itself."""
    heads = ("Perangkat daerah", "Kinerja", "Level", "Disebut sebagai", "Di kolom mitra", "Keadaan", "Id kinerja")
    rows = tuple(
        (
            unit.nama,
            one.uraian,
            one.tingkat,
            one.kutipan,
            one.tertulis,
            STANDS.get(one.status, one.status),
            key,
            unit.kode,
        )
        for one in of.isi
        for key, unit in ((one.id, one.unit), *one.sama)
    )
    title = f"Kinerja yang menyebut {of.nama}, {of.lingkup.nama} tahun {of.lingkup.tahun or '-'}"
    silent = ", ".join(unit.nama for unit in of.tidak)
    note = f"Tidak disebut oleh: {silent}." if silent else ""
    return Table("Disebut", title, (*heads, "Kode"), (34, 60, 18, 24, 24, 18, 16, 34), rows, note)
