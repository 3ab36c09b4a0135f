"""What stands in the graph, what the documents leave unsaid, what the marks mean, and the limits of all this."""

from __future__ import annotations

from flask import Blueprint, render_template

from service.app import current_graph
from service.browse import UnitCard, about
from service.levels import SHORT, colour
from service.remarks import REMARKS

bp = Blueprint("tentang", __name__)

NAMES = {
    "Pemda": "Pemerintah daerah",
    "SKPD": "Perangkat daerah",
    "Versi": "Versi dokumen",
    "Baris": "Baris sumber",
    "KinerjaLama": "Kinerja lama",
    "Ukuran": "Ukuran (indikator yang sama di banyak tempat dihitung satu)",
    "CSF": "Faktor kunci (CSF)",
    "Dasar": "Dasar hasil",
    "Isu": "Catatan pembacaan",
}
"""Labels of the graph that are not yet a word of the office."""

STAGES = (
    (1, "menentukan outcome", "Hasil yang dituju, dari mandat, permasalahan, atau harapan masyarakat."),
    (2, "menentukan CSF", "Faktor kunci: bila terpenuhi, hasil itu kemungkinan besar tercapai."),
    (3, "menguraikan kondisi", "Kondisi apa saja yang diperlukan, dari kondisi antara sampai kondisi operasional."),
    (4, "merumuskan indikator", "Ukuran untuk setiap kinerja, dan tingkatnya."),
    (5, "menerjemahkan ke perencanaan dan jabatan", "Komponen perencanaan dan jabatan yang mengampu setiap kinerja."),
)


@bp.get("/tentang")
def page() -> str:
    """The page about the data."""
    levels = [(letters, colour(name, 0, len(SHORT)), name) for name, letters in SHORT.items()]
    found = about(current_graph())
    return render_template(
        "tentang.html",
        about=found,
        names=NAMES,
        owners={unit.dokumen: _owner(unit) for unit in found.unit if unit.dokumen},
        stages=STAGES,
        levels=levels,
        remarks=REMARKS,
        revisi=found.revisi,
    )


def _owner(unit: UnitCard) -> str:
    return f"{unit.nama} {unit.tahun}" + (" (contoh fiktif)" if unit.contoh else "")
