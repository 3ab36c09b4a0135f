"""Cascades of made-up units, the same for the same seed: as many kinerja as asked for, shaped like the real ones.

In: a number of kinerja. Out: for every statement of `filling.py` the rows it takes, unit by unit. A unit has 26 kinerja
(1 + 1 + 5 + 8 + 11 over five levels), an operational one 4 hops below the outcome, each with one indicator, one or two
positions and three source rows.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from service.bahasa.wording import sidik, sidik_makna

Rows = dict[str, list[dict[str, Any]]]
"""Name of a statement -> its rows."""

SEED = 2022
YEAR = 2022
WIDTHS = (1, 1, 5, 8, 11)
"""Kinerja on each level, top first."""
PER_UNIT = sum(WIDTHS)
LEVELS = (
    ("strategis skpd", "tujuan skpd"),
    ("strategis", "sasaran skpd"),
    ("taktikal intermediate", "sasaran program"),
    ("taktikal immediate", "sasaran kegiatan"),
    ("operasional", "sasaran sub kegiatan"),
)
POSITIONS = ("kepala perangkat daerah", "sekretaris", "kepala seksi", "analis", "staf umum")

VERBS = ("Meningkatnya", "Terlaksananya", "Terkoordinasinya", "Terfasilitasinya", "Terselenggaranya", "Tersusunnya")
OBJECTS = ("kualitas pelayanan", "pengelolaan data", "pembinaan kelompok", "pemeliharaan sarana", "penyusunan rencana")
SUBJECTS = ("masyarakat", "perangkat desa", "pelaku usaha", "lembaga kemasyarakatan", "aparatur", "nelayan", "petani")
PLACES = ("di wilayah kerja", "pada tingkat desa", "sesuai standar", "secara terpadu", "tepat waktu", "berbasis data")


def units_for(kinerja: int) -> int:
    """How many units hold at least `kinerja` kinerja."""
    return -(-kinerja // PER_UNIT)


def cascades(units: int) -> Iterator[Rows]:
    """The rows of `units` units, one unit at a time."""
    for number in range(units):
        yield _unit(number, random.Random(SEED * 1_000_003 + number))


def start_points(units: int, how_many: int) -> list[str]:
    """Ids of operational kinerja all over the graph, 4 hops from their outcome: where the measured traces start."""
    chance = random.Random(SEED)
    first = PER_UNIT - WIDTHS[-1]
    return [_kinerja_id(chance.randrange(units), chance.randrange(first, PER_UNIT)) for _ in range(how_many)]


def _unit(number: int, chance: random.Random) -> Rows:
    skpd, versi = f"unit-{number:05}", f"unit-{number:05}-{YEAR}-v1"
    unit = {"kode": skpd, "nama": f"Unit Uji {number:05}", "dokumen": f"{skpd}-{YEAR}", "versi": versi, "tahun": YEAR}
    rows: Rows = {"unit": [unit], "jabatan": [_position(skpd, name) for name in POSITIONS]}
    for name in ("kinerja", "causes", "indikator", "assigned", "baris"):
        rows[name] = []
    for place, (level, parent) in enumerate(_tree()):
        _add(rows, number, place, level, parent, chance)
    return rows


def _tree() -> Iterator[tuple[int, int | None]]:
    """(level 0 to 4, place of the parent) of every kinerja of a unit; children are dealt to parents in turn."""
    above: list[int] = []
    place = 0
    for level, width in enumerate(WIDTHS):
        here = list(range(place, place + width))
        for nth in range(width):
            yield level, above[nth % len(above)] if above else None
        above, place = here, place + width


def _add(rows: Rows, number: int, place: int, level: int, parent: int | None, chance: random.Random) -> None:
    skpd, me = f"unit-{number:05}", _kinerja_id(number, place)
    kinerja = _kinerja(me, skpd, place, level, chance)
    rows["kinerja"].append(kinerja)
    if parent is not None:
        edge = {"asal": "urutan", "alasan": "Baris di atasnya di Tahap 3 yang setingkat lebih tinggi.", "utama": True}
        rows["causes"].append({"dari": me, "ke": _kinerja_id(number, parent), "isi": edge})
    name = f"Persentase {kinerja['uraian'][:1].lower()}{kinerja['uraian'][1:]} nomor {number}"
    rows["indikator"].append({"id": f"I-{me}", "nama": name, "tahun": YEAR, "skpd": skpd, "kinerja": me})
    owners = POSITIONS[level : level + 2] if level > 2 else POSITIONS[level : level + 1]
    for owner in owners:
        kode = _position(skpd, owner)["kode"]
        rows["assigned"].append({"kinerja": me, "jabatan": kode, "kelompok": 1, "alternatif": len(owners) > 1})
    rows["baris"] += [_row(kinerja, place, stage) for stage in (3, 4, 5)]


def _kinerja(me: str, skpd: str, place: int, level: int, chance: random.Random) -> dict[str, Any]:
    uraian = " ".join(chance.choice(words) for words in (VERBS, OBJECTS, SUBJECTS, PLACES))
    tingkat, komponen = LEVELS[level]
    return {
        "id": me,
        "skpd": skpd,
        "kode": "",
        "uraian": uraian,
        "tahun": YEAR,
        "tingkat": tingkat,
        "tingkat_usul": tingkat,
        "alasan_tingkat": "Tahap 3, Tahap 4 dan komponen perencanaan sepakat.",
        "diputuskan": False,
        "urut_tingkat": level + 1,
        "kedalaman": level,
        "kondisi": level > 1,
        "komponen": komponen,
        "sidik": sidik(f"{skpd} {uraian}"),
        "sidik_makna": sidik_makna(uraian),
        "urutan": place + 1,
        "konflik": False,
        **dict.fromkeys(("tingkat_t3", "tingkat_t4", "tingkat_t5", "tingkat_komponen"), tingkat),
    }


def _row(kinerja: dict[str, Any], place: int, stage: int) -> dict[str, Any]:
    versi = f"{kinerja['skpd']}-{YEAR}-v1"
    return {
        "id": f"{versi}-{stage * 100 + place}",
        "nomor": stage * 100 + place,
        "tempat": f"Tahap {stage}, baris {place + 1} (baris berkas {stage * 100 + place})",
        "tahap": stage,
        "urutan": place + 1,
        "sel": [kinerja["uraian"], f"Persentase {kinerja['uraian']}", f"kinerja {kinerja['tingkat']}"],
        "peran": "data",
        "jenis": "kinerja",
        "uraian": kinerja["uraian"],
        "tingkat": kinerja["tingkat"],
        "kinerja_id": kinerja["id"],
        "versi": versi,
    }


def _position(skpd: str, name: str) -> dict[str, str]:
    return {"kode": f"{skpd}-{name.replace(' ', '-')}", "nama": name, "skpd": skpd}


def _kinerja_id(unit: int, place: int) -> str:
    return f"U{unit:05}-22-{place:02}"
