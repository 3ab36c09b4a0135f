"""From the maps and short lists that the queries return to the facts that answers are made of.

In: a kinerja as `graph/trace` and `graph/browse` describe it: scalars by name, and for what can repeat short lists
(`jabatan` [kode, nama, kelompok, alternatif, urutan], `indikator` [id, nama, urutan], `baris` [id, tahap, urutan,
tempat, teks]); short lists because a trace unpacks a hundred of them. Out: `Box`, `SourceRow`, `Decided`, `Link`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from service import log
from service.facts import (
    Box,
    ComponentRef,
    Crossing,
    CrossingStatus,
    Decided,
    IssueCard,
    LevelStep,
    Link,
    PartnerRef,
    PositionRef,
    Ref,
    SourceRow,
    UnitRef,
)
from service.fold.decided import in_force, standing
from service.levels import colour, short

ROW_ID = re.compile(r"(?P<dokumen>.+)-v(?P<versi>\d+)-(?P<nomor>\d+)(?:-\d+)?")
"""`kecamatan-batumandi-2022-v1-130`; a second claim of the same row ends in `-2`."""

MANY = 60
"""Most positions, indicators or rows of one kinerja in an answer; the slices in the queries take one more."""


def box(row: Mapping[str, Any], ladder: int) -> Box:
    """A kinerja; `ladder`: number of levels of its tree, for the colour."""
    return Box(
        id=row["id"],
        uraian=row["uraian"] or "",
        tingkat=row["tingkat"] or "",
        singkat=short(row["tingkat"] or "", row["urut_tingkat"] or 0),
        warna=colour(row["tingkat"] or "", row["urut_tingkat"] or 0, ladder),
        urut_tingkat=row["urut_tingkat"] or 0,
        kedalaman=row["kedalaman"] or 0,
        komponen=row["komponen"] or "",
        konflik=bool(row["konflik"]) and not row["diputuskan"],
        jabatan=positions(row["jabatan"])[:MANY],
        indikator=indicators(row["indikator"])[:MANY],
        baris=source_rows(row["baris"])[:MANY],
        terpotong=max(len(row[name]) for name in ("jabatan", "indikator", "baris")) > MANY,
    )


def indicators(found: Sequence[Sequence[Any]]) -> tuple[Ref, ...]:
    """Indicators in the order of the document."""
    return tuple(Ref(key, name) for key, name, *_ in sorted(found, key=lambda i: (i[2] or 0, i[1])))


def targets(found: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    """Target and unit of each of `indicators`, as one says it: `85 indeks`; empty where none has a target."""
    ordered = sorted(found, key=lambda i: (i[2] or 0, i[1]))
    said = tuple(" ".join(filter(None, (target, unit if target else ""))) for *_, unit, target in ordered)
    return said if any(said) else ()


def ladder_of(rows: Iterable[Mapping[str, Any]]) -> int:
    """Number of levels, as far as these kinerja show it."""
    return max((row["urut_tingkat"] or 0 for row in rows), default=0)


def positions(found: Sequence[Sequence[Any]]) -> tuple[PositionRef, ...]:
    """Owners, cell by cell, in the order in which the document names them."""
    ordered = sorted(found, key=lambda p: (p[2] or 0, p[4] or 0, p[1]))
    return tuple(PositionRef(kode, nama, kelompok or 0, bool(alt)) for kode, nama, kelompok, alt, _ in ordered)


def component_refs(found: Iterable[Mapping[str, Any]]) -> tuple[ComponentRef, ...]:
    """Components by their code."""
    made = [ComponentRef(one["kode"], one["nama"] or "", one["jenis"] or "", one["asal"]) for one in found]
    return tuple(sorted(made, key=lambda one: one.kode))


def partner_refs(found: Iterable[Mapping[str, Any]]) -> tuple[PartnerRef, ...]:
    """Partners in the order of the document."""
    ordered = sorted(found, key=lambda one: (one["urutan"] or 0, one["kode"]))
    return tuple(PartnerRef(one["kode"], one["nama"] or "", bool(one["unit"])) for one in ordered)


CROSSING: Mapping[str, CrossingStatus] = {
    "CROSSCUTS": "disepakati",
    "PROPOSES_CROSSCUT": "satu pihak",
    "MAY_CROSSCUT": "terdeteksi",
    "NOT_CROSSCUT": "ditolak",
}
"""Type of a crosscutting edge -> how the pair stands, in the order of a page."""


def crossings(found: Iterable[Mapping[str, Any]]) -> tuple[Crossing, ...]:
    """Crosscutting pairs of a kinerja: what people agreed on first, then the strongest."""
    order = list(CROSSING)
    ordered = sorted(found, key=lambda one: (order.index(one["tipe"]), -(one["skor"] or 0), one["kunci"]))
    return tuple(
        Crossing(
            kunci=one["kunci"],
            teks=one["teks"] or "",
            unit=UnitRef(**one["unit"]) if one["unit"] else None,
            status=CROSSING[one["tipe"]],
            pita=one["pita"] or "",
            ragu=bool(one["ragu"]),
            ulang=bool(one["ulang"]),
        )
        for one in ordered
    )


def source_rows(found: Sequence[Sequence[Any]]) -> tuple[SourceRow, ...]:
    """Rows in document order."""
    return tuple(sorted((source_row(*row) for row in found), key=lambda b: (b.dokumen, b.versi, b.nomor)))


def source_row(key: str, tahap: int | None, urutan: int | None, tempat: str | None, teks: str | None) -> SourceRow:
    """One row; document, version and row number stand in its id."""
    named = ROW_ID.fullmatch(key)
    dokumen, versi, nomor = (named["dokumen"], int(named["versi"]), int(named["nomor"])) if named else (key, 0, 0)
    return SourceRow(key, dokumen, versi, nomor, tahap or 0, urutan or 0, tempat or "", teks or "")


def link(sebab: str, akibat: str, edge: Sequence[Any], putusan: Sequence[Decided] = ()) -> Link:
    """A link from [asal, alasan, utama], with the decision in force on it when a person decided it."""
    asal, alasan, utama = edge[:3]
    said = [d for d in putusan if d.berlaku and not d.membatalkan and d.isi.get("induk") == akibat]
    decision = said[-1] if said and asal == "diputuskan" else None
    return Link(sebab, akibat, asal, alasan or "", bool(utama), decision)


def decisions(found: Iterable[Mapping[str, Any]]) -> tuple[Decided, ...]:
    """Entries of the log by number, each marked whether it is in force."""
    entries = sorted((log.from_properties(row) for row in found), key=lambda d: d.urut)
    holding = {d.id for d in in_force(entries)} | {d.id for d in standing(entries) if d.membatalkan}
    names = ("id", "urut", "jenis", "subjek", "oleh", "pada", "alasan", "membatalkan")
    return tuple(
        Decided(**{name: getattr(d, name) for name in names}, isi=dict(d.isi), berlaku=d.id in holding) for d in entries
    )


def issue(found: Mapping[str, Any]) -> IssueCard:
    """An issue with the ids of its rows and kinerja."""
    return IssueCard(
        id=found["id"],
        kode=found["kode"],
        keparahan=found["keparahan"],
        tempat=found["tempat"] or "",
        pesan=found["pesan"] or "",
        saran=found["saran"] or "",
        asal=found["asal"] or "",
        terbuka=bool(found["terbuka"]),
        baris=tuple(sorted(found.get("baris") or ())),
        kinerja=tuple(sorted(found.get("kinerja") or ())),
    )


def level_steps(counts: Iterable[tuple[int, str, int]]) -> tuple[LevelStep, ...]:
    """Legend from (urut, tingkat, number) triples, top first."""
    rows = sorted(counts)
    ladder = max((urut for urut, _, _ in rows), default=0)
    return tuple(LevelStep(t, short(t, u), colour(t, u, ladder), u, n) for u, t, n in rows)
