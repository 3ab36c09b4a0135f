"""The list of overlaps as a file: the pairs on the screen, all of them, as CSV or as a workbook, with their ids.

In: overlaps. Out: the bytes of a file, one row a pair. What a person or a document wrote is never a formula in
somebody's spreadsheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from service.crosscut.detect.labels import spelled
from service.crosscut.lists.answers import Overlap, OverlapEnd
from service.crosscut.statement import REST
from service.workbook import Value, csv_of, list_of

Columns = Mapping[str, tuple[Callable[[Overlap], Value], int]]


def _of(side: str, value: Callable[[OverlapEnd], str]) -> Callable[[Overlap], Value]:
    return lambda one: value(getattr(one, side))


def _end_columns(side: str) -> Columns:
    name = side.upper()
    return {
        f"id {name}": (_of(side, lambda end: end.kunci), 16),
        f"kinerja {name}": (_of(side, lambda end: end.teks), 44),
        f"tingkat {name}": (_of(side, lambda end: end.tingkat), 16),
        f"perangkat daerah {name}": (_of(side, lambda end: end.unit.nama), 30),
        f"kode perangkat daerah {name}": (_of(side, lambda end: end.unit.kode), 24),
    }


COLUMNS: Columns = {
    "status": (lambda one: one.status, 13),
    "arah": (lambda one: one.arah, 9),
    "jenis": (lambda one: one.jenis, 12),
    "kekuatan": (lambda one: one.pita, 10),
    "skor": (lambda one: "" if one.skor is None else round(one.skor, 3), 8),
    **_end_columns("a"),
    **_end_columns("b"),
    "objek yang sama": (lambda one: objects(one), 40),
    "yang berbeda": (lambda one: differing(one), 40),
    "indikator sama": (lambda one: "ya" if one.ukuran_sama else "", 10),
    "kutipan": (lambda one: one.kutipan, 24),
    "pasangan dengan kalimat ini": (lambda one: one.banyak, 12),
    "kata pihak": (lambda one: one.pihak, 20),
    "ditetapkan Bappeda": (lambda one: "ya" if one.ditetapkan else "", 10),
    "ragu": (lambda one: "ya" if one.ragu else "", 8),
    "diputus pada kalimat lama": (lambda one: "ya" if one.ulang else "", 10),
    "unit utama": (lambda one: one.utama, 20),
    "sebab ditolak": (lambda one: one.sebab, 20),
    "keterangan": (lambda one: one.keterangan, 40),
    "oleh": (lambda one: one.oleh, 16),
    "pada": (lambda one: one.pada, 26),
}
"""Heading -> (value, width in letters)."""


def as_csv(overlaps: Sequence[Overlap]) -> bytes:
    """The pairs as a .csv."""
    return csv_of(COLUMNS, map(_row, overlaps))


def as_workbook(overlaps: Sequence[Overlap]) -> bytes:
    """The same as a workbook."""
    return list_of("Crosscutting", {name: width for name, (_, width) in COLUMNS.items()}, map(_row, overlaps))


def objects(one: Overlap) -> str:
    """The shared terms with what each gives to the score: `keuangan desa 0,31`, the largest first."""
    named = (share for share in one.alasan if share.istilah != REST)
    return "; ".join(f"{spelled(share.istilah)} {share.bobot:.2f}".replace(".", ",") for share in named)


def differing(one: Overlap) -> str:
    """`peran: mengawasi / mengelola`, one line a difference; a side that says nothing is a dash."""
    return "\n".join(f"{each.apa}: {each.a or '–'} / {each.b or '–'}" for each in one.beda)


def _row(one: Overlap) -> list[Value]:
    return [value(one) for value, _ in COLUMNS.values()]
