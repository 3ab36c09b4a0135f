"""One row of a printed worksheet as a claim.

In: the texts of a row by column, and its stage. Out: claims in `Stated`. A row of stage 4 without a statement goes on
from the kinerja above it, or from the one whose id it carries. An id that stands twice is an issue: the same statement
again is not read, another statement is a kinerja of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from service.bahasa.terms import level_name
from service.bahasa.wording import key
from service.ingest.parse.lembar_cells import (
    Given,
    measured,
    measures_of,
    planned,
    with_indicators,
    with_parents,
)
from service.lembar.form import BASES, OUTCOME
from service.model import BasisKind, Claim, ClaimKind, Issue, Place
from service.remarks import remark

KINDS: Mapping[int, ClaimKind] = {2: "csf", 3: "kinerja", 4: "kinerja", 5: "kinerja"}
COUNTERS = ("nomor", "rujukan", "id")
"""Columns that say nothing by themselves."""


@dataclass
class Stated:
    """What the rows so far say."""

    claims: list[Claim] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    """Stage -> its data rows so far."""
    csf: str = ""
    """Condition of the CSF under which the rows of stage 3 stand."""


def read_row(row: Given, stage: int, into: Stated) -> Place | None:
    """Read one row; answers its place, None for a row that says nothing."""
    if not any(row[name] for name in row.teks if name not in COUNTERS):
        return None
    row = _with_words(row, into)
    above = _measured_above(row, into) if stage == 4 else None
    if above is not None:
        into.claims[above] = with_indicators(into.claims[above], row)
        return into.claims[above].tempat
    into.counts[stage] = into.counts.get(stage, 0) + 1
    place = Place(row.lokasi, stage, into.counts[stage])
    if not row["uraian"]:
        _say_empty(row, place, into)
    elif not _stands_twice(row, stage, place, into):
        said = _claim(row, stage, place, into)
        into.claims += [*_factor_above(row, stage, place, into), *(planned(said, row) if stage == 5 else (said,))]
    return place


def _with_words(row: Given, into: Stated) -> Given:
    """A row that lost its statement has the one that an earlier row with its id has."""
    known = next((c.uraian for c in into.claims if row.id and c.id_tertulis == row.id), "")
    return replace(row, teks={**row.teks, "uraian": known}) if known and not row["uraian"] else row


def _factor_above(row: Given, stage: int, place: Place, into: Stated) -> Iterator[Claim]:
    """The condition of a CSF has its place in the order of the document above the first row that stands under it."""
    same = (c for c in into.claims if c.tahap == 2 and stage == 3 and key(c.uraian) == key(row["csf"]))
    known = next(same, None) if row["csf"] else None
    if known and not any(c.jenis == "csf" and c.tahap == 3 and key(c.uraian) == key(row["csf"]) for c in into.claims):
        yield replace(
            known, baris=(row.nomor,), tempat=place, tahap=3, urutan=place.baris or 0, induk="", induk_urutan=False
        )


def _measured_above(row: Given, into: Stated) -> int | None:
    """Index of the claim that this row of stage 4 adds an indicator to."""
    fourth = [n for n, claim in enumerate(into.claims) if claim.tahap == 4]
    if not row["indikator"] or not fourth:
        return None
    if not row.id:
        return None if row["uraian"] else fourth[-1]
    same = [n for n in fourth if into.claims[n].id_tertulis == row.id]
    return same[0] if same and key(row["uraian"]) in ("", key(into.claims[same[0]].uraian)) else None


def _say_empty(row: Given, place: Place, into: Stated) -> None:
    said = ", ".join(f'"{row[name]}"' for name in row.teks if row[name] and name not in COUNTERS)
    message = f"Baris tanpa pernyataan kinerja ({said}); tidak menjadi kinerja."
    into.issues.append(remark("BACA03", place, message, (row.nomor,)))


def _stands_twice(row: Given, stage: int, place: Place, into: Stated) -> bool:
    """The row repeats one of this stage word for word, under the same id; several CSF may be one condition."""
    above = next((c for c in into.claims if row.id and c.tahap == stage and c.id_tertulis == row.id), None)
    if above is None or stage == 2:
        return False
    again = key(above.uraian) == key(row["uraian"])
    taken = "baris ini tidak dibaca" if again else f'"{row["uraian"]}" dianggap kinerja baru'
    message = f"Id {row.id} sudah dipakai di {above.tempat}; {taken}."
    into.issues.append(remark("LBR01", place, message, (row.nomor, *above.baris)))
    return again


def _claim(row: Given, stage: int, place: Place, into: Stated) -> Claim:
    kind, basis = _kind(row, stage)
    taken = any(c.tahap == stage and c.id_tertulis == row.id for c in into.claims) and stage != 2
    said = Claim(
        kind,
        (row.nomor,),
        place,
        stage,
        place.baris or 0,
        uraian=row["uraian"],
        rujukan=row["rujukan"],
        isu=row["isu"],
        sumber=row["sumber"],
        csf=row["csf"],
        dasar=basis,
        kode=row["kode"],
        id_tertulis="" if taken else row.id,
    )
    said = with_parents(said, row.teks.get("induk", ""))
    if stage == 3:
        into.csf = row["csf"] or into.csf
        return replace(said, csf=into.csf, label=row["label"], tingkat=level_name(row["label"]))
    if stage == 4:
        return measured(replace(said, label=row["tingkat"], tingkat=level_name(row["tingkat"])), measures_of(row))
    return said


def _kind(row: Given, stage: int) -> tuple[ClaimKind, BasisKind | None]:
    """Stage 1 says in its first column what a row is; an empty one is an outcome."""
    if stage != 1:
        return KINDS[stage], None
    words = row["unsur"].casefold()
    if not words or words.startswith(OUTCOME.casefold()):
        return "outcome", None
    basis = next((kind for kind, name in BASES.items() if words.startswith((kind, name.casefold()))), None)
    return ("dasar", basis) if basis else ("outcome", None)
