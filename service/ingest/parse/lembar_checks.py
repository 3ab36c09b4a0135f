"""What a printed worksheet has lost on its way: title, columns, whole stages.

In: what was found while it was read. Out: an issue for each thing that is gone, with the place where it stood.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from service.ingest.parse.marks import Line
from service.lembar.form import COLUMNS, OPTIONAL, UNIT, YEAR
from service.model import Claim, Issue, Place
from service.remarks import remark

NEEDED = {3: "induk", 4: "indikator", 5: "komponen, jabatan, dan mitra"}
"""Stage that every printed worksheet has -> what is gone with it."""

COUNTED = ("nomor", "rujukan")
"""Columns that say nothing by themselves."""


def missing(unit: str, tahun: int, claims: Sequence[Claim], name: str) -> Iterator[Issue]:
    """No unit, no year, nothing to read: each refuses the import."""
    if not unit:
        yield remark("BACA91", name, f'Kepala lembar kerja tidak lagi menyebut "{UNIT}".')
    if not tahun:
        yield remark("BACA92", name, f'Kepala lembar kerja tidak menyebut "{YEAR}" dengan empat angka.')
    if not any(claim.kelompok or claim.jenis in ("kinerja", "outcome", "csf") for claim in claims):
        yield remark("BACA90", name, "Tidak ada satu baris kinerja pun yang terbaca di lembar kerja ini.")


def stages_lost(headed: Collection[int], headless: Mapping[int, Line], name: str) -> Iterator[Issue]:
    """A table whose head was changed beyond recognition is not read, and says so; so does a stage that was deleted."""
    for stage, line in headless.items():
        if stage not in headed:
            message = f"Judul kolom Tahap {stage} tidak dikenali, jadi tabelnya tidak terbaca."
            yield remark("LBR06", Place(line.raw.lokasi, stage), message, (line.nomor,))
    for stage, what in NEEDED.items():
        if stage not in {*headed, *headless}:
            yield remark("LBR07", name, f"Tahap {stage} tidak ada di berkas ini; {what} di sana dianggap dihapus.")


def heads_lost(line: Line, cells: Mapping[int, str], under: Mapping[int, str], stage: int) -> Iterator[Issue]:
    """A head without one of its columns, and columns of a person's own."""
    place = Place(line.raw.lokasi, stage)
    if "id" not in under.values():
        yield remark("LBR04", place, "Kolom Id tidak ada; barisnya dikenali dari kalimatnya.", (line.nomor,))
    own = {"id", *(OPTIONAL.get(stage, ())), *COUNTED}
    gone = [column.judul for column in COLUMNS[stage] if column.nama not in own | set(under.values())]
    if gone:
        message = f"Kolom {', '.join(gone)} tidak ada; isinya dianggap dihapus."
        yield remark("LBR04", place, message, (line.nomor,))
    for n, cell in cells.items():
        if cell and n not in under:
            yield remark("BACA05", place, f'Kolom "{cell}" tidak dipakai.', (line.nomor,))
