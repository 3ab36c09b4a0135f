"""What an import would do, what it did, and how both are told.

In: nothing; these are values. Out: `Prepared` for the preview, `Result` for what was written, `as_contract` for
machines: the answer of `kinerja import FILE --dry-run --json`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.ingest.preview import Preview
from service.ingest.reimport import Match
from service.ingest.unit import Unit
from service.model import Cascade, Document, Issue


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an import would do."""

    nama_berkas: str
    data: bytes = field(repr=False)
    sha256: str
    document: Document | None
    """None: the file could not be read at all."""
    cascade: Cascade | None
    issues: tuple[Issue, ...]
    """All of them: of reading, of checking, of folding."""
    refused: bool
    """An issue is an `error`: nothing will be written."""
    unit: Unit | None
    dokumen: str
    """Id of the Dokumen that this would be a version of."""
    preview: Preview
    matches: tuple[Match, ...]
    choices: Mapping[int, str]
    """What a person said of single statements: `kelompok` -> id of an old kinerja, or `baru`."""
    duplicate_of: str
    """Id of the current version when it is this very file, read by this very reader; empty: it is not."""
    urut: int
    """Revision of the unit and year that the preview is based on."""


@dataclass(frozen=True, slots=True)
class Result:
    """What an import did."""

    berubah: bool
    """False: the same file was current already, and nothing was written."""
    dokumen: str
    versi: str
    unit: str
    """Name of the unit."""
    tahun: int
    jumlah_kinerja: int
    issues: tuple[Issue, ...]

    def __str__(self) -> str:
        done = f"{self.jumlah_kinerja} kinerja" if self.berubah else "sudah termuat, tidak ada yang berubah"
        return f"{self.unit} {self.tahun}: {done}"


def as_contract(prepared: Prepared) -> dict[str, Any]:
    """The answer of `kinerja import FILE --dry-run --json`."""
    document, cascade = prepared.document, prepared.cascade
    return {
        "dokumen": {
            "unit": (prepared.unit.nama if prepared.unit else document.unit if document else None) or None,
            "tahun": (document.tahun if document else None) or None,
            "judul": (document.judul if document else None) or None,
        },
        "kinerja": _contract_kinerja(cascade) if cascade else [],
        "isu": [
            {"kode": i.kode, "keparahan": i.keparahan, "tempat": i.tempat, "pesan": i.pesan, "saran": i.saran}
            for i in prepared.issues
        ],
        "ditolak": prepared.refused,
    }


def _contract_kinerja(cascade: Cascade) -> list[dict[str, Any]]:
    effects = _by_kinerja((edge.sebab, edge.akibat) for edge in cascade.edges)
    measures = _by_kinerja((key, i.nama) for i in cascade.indikator for key in i.kinerja)
    owners = _by_kinerja((a.kinerja, a.nama) for a in cascade.assignments)
    return [
        {
            "id": k.id,
            "uraian": k.uraian,
            "tingkat": k.tingkat,
            "induk": effects[k.id],
            "indikator": measures[k.id],
            "jabatan": owners[k.id],
            "komponen": k.komponen or None,
        }
        for k in cascade.kinerja
    ]


def _by_kinerja(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
