"""The matrix crosscutting in the form used in practice: one row a pair, agreed ones first.

In: pairs as the lists have them, and from which unit's side they are told; for the whole government, from the side of
the unit that leads. Out: `Row`s: own kinerja, its level, inside or outside the government, the partner with its
kinerja, the role of the own side, what was noted, and how the pair stands. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.crosscut.detect.explain import sentence
from service.crosscut.lists.answers import Overlap, OverlapEnd
from service.facts import CrossingStatus, UnitRef

ORDER: dict[CrossingStatus, int] = {"disepakati": 0, "satu pihak": 1, "terdeteksi": 2}
NOT_SAID = "belum ditetapkan"
"""Role of a side of which nobody said who leads."""
KINDS = {"duplikat": "Pekerjaan yang sama.", "melengkapi": "Saling melengkapi."}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the form."""

    unit: UnitRef
    """Whose row it is."""
    kinerja: str
    """Own kinerja; empty: another unit names this one, and which kinerja is meant is not said."""
    kinerja_id: str
    tingkat: str
    luar: bool
    """The partner is outside the government: eksternal."""
    mitra: UnitRef
    mitra_kinerja: str
    mitra_id: str
    """As an address spells it: id of a kinerja, `skpd:<kode>` or `mitra:<kode>`."""
    peran: str
    """utama | anggota | belum ditetapkan"""
    keterangan: str
    status: CrossingStatus
    tentang: str
    """The state in words: `baru satu pihak, menunggu Dinas Sosial`."""
    banyak: int
    """Pairs with these very sentences in units of the same kind, itself included."""
    pasangan: tuple[str, str]
    """The two ends in the order of the address of the pair."""

    @property
    def letak(self) -> str:
        return "eksternal" if self.luar else "internal"


def rows_of_unit(pairs: Iterable[Overlap], unit: str) -> tuple[Row, ...]:
    """Rows from the side of `unit` (kode), agreed ones first."""
    return _ordered(row(one, one.a if one.a.unit.kode == unit else one.b) for one in pairs)


def rows_of_all(pairs: Iterable[Overlap]) -> tuple[Row, ...]:
    """Every pair once, from the side of the unit that leads, unit by unit."""
    found = _ordered(row(one, _leading(one)) for one in pairs)
    return tuple(sorted(found, key=lambda one: one.unit.nama.casefold()))


def row(one: Overlap, own: OverlapEnd) -> Row:
    """The pair from the side of its end `own`."""
    other = one.b if own is one.a else one.a
    whole = own.jenis != "kinerja"
    return Row(
        unit=own.unit,
        kinerja="" if whole else own.teks,
        kinerja_id=own.kunci,
        tingkat=own.tingkat,
        luar=other.jenis == "mitra",
        mitra=other.unit,
        mitra_kinerja=other.teks if other.jenis == "kinerja" else "",
        mitra_id=other.kunci,
        peran=_role(one, own),
        keterangan=_notes(one, own),
        status=one.status,
        tentang=standing(one),
        banyak=one.banyak,
        pasangan=(one.a.kunci, one.b.kunci),
    )


def standing(one: Overlap) -> str:
    """How the pair stands, for somebody at a table with it printed."""
    if one.status == "disepakati":
        return "disepakati (ditetapkan Bappeda)" if one.ditetapkan else "disepakati"
    if one.status == "satu pihak":
        asked = one.b if one.pihak == one.a.unit.kode else one.a
        unsure = ", masih ragu" if one.ragu else ""
        return f"baru satu pihak, menunggu {asked.unit.nama}{unsure}"
    if one.ulang:
        return "diputus pada kalimat lama, ditanyakan lagi"
    return "terdeteksi, belum diputuskan" + (" (ragu)" if one.ragu else "")


def _leading(one: Overlap) -> OverlapEnd:
    """The end of the unit that leads; nobody said so: the first by name; never an outside body."""
    inside = [end for end in (one.a, one.b) if end.jenis != "mitra"]
    by_kinerja = sorted(inside, key=lambda end: (end.jenis != "kinerja", end.unit.nama.casefold(), end.kunci))
    return next((end for end in inside if one.utama == end.unit.kode), by_kinerja[0])


def _role(one: Overlap, own: OverlapEnd) -> str:
    if not one.utama:
        return NOT_SAID
    return "utama" if one.utama == own.unit.kode else "anggota"


def _notes(one: Overlap, own: OverlapEnd) -> str:
    """What kind, what people noted; of what was only detected, on which object."""
    parts = [KINDS.get(one.jenis, "")] if one.status != "terdeteksi" else []
    parts += [one.keterangan]
    if not one.keterangan or one.status == "terdeteksi":
        parts += [f"Disebut sebagai “{one.kutipan}”." if one.kutipan else _object(one)]
    if one.banyak > 1:
        kind = next((end.jenis_unit for end in (one.a, one.b) if end is not own and end.jenis_unit), "unit")
        parts += [f"Sama di {one.banyak} pasangan ({kind})."]
    return " ".join(part for part in parts if part)


def _object(one: Overlap) -> str:
    objects = sentence(one).objek
    return f"Objek: {', '.join(objects)}." if objects else ""


def _ordered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Agreed, proposed, detected; among them by partner."""
    return tuple(sorted(rows, key=lambda one: (ORDER[one.status], one.luar, one.mitra.nama.casefold(), one.kinerja_id)))
