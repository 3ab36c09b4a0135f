"""One row of a printed worksheet as a claim.

In: the texts of a row by column, and its stage. Out: claims in `Stated`. A row of stage 4 without a statement goes on
from the kinerja above it, or from the one whose id it carries. An id that stands twice is an issue: the same statement
again is not read, another statement is a kinerja of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from service.bahasa.terms import level_name
from service.bahasa.wording import key, tidy
from service.ingest.parse.indicators import indicators_in
from service.lembar.form import BASES, DECIDED, OUTCOME, Parent, read_parents
from service.model import BasisKind, Claim, ClaimKind, Issue, Place
from service.remarks import remark

KINDS: Mapping[int, ClaimKind] = {2: "csf", 3: "kinerja", 4: "kinerja", 5: "kinerja"}
COUNTERS = ("nomor", "rujukan", "id")
"""Columns that say nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Given:
    """A row as it was typed."""

    nomor: int
    """Number of its line in the file."""
    lokasi: str
    teks: Mapping[str, str]
    """Name of a column -> its text, line breaks kept."""

    def __getitem__(self, name: str) -> str:
        return tidy(self.teks.get(name, ""))

    def lines(self, name: str) -> tuple[str, ...]:
        """What a cell lists, one a line or parted by semicolons."""
        return tuple(part for line in re.split(r"[\n;]", self.teks.get(name, "")) if (part := tidy(line)))

    @property
    def id(self) -> str:
        return self["id"].upper()


@dataclass
class Stated:
    """What the rows so far say."""

    claims: list[Claim] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    """Stage -> its data rows so far."""
    csf: str = ""
    """Condition of the CSF under which the rows of stage 3 stand."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Indicators, each with what stands beside it; a column that says nothing is empty."""

    indikator: tuple[str, ...]
    satuan: tuple[str, ...]
    target: tuple[str, ...]
    baseline: tuple[str, ...]

    def followed_by(self, more: Measures) -> Measures:
        """These, then those of a further row."""
        one, other = len(self.indikator), len(more.indikator)
        return Measures(
            self.indikator + more.indikator,
            _both(self.satuan, one, more.satuan, other),
            _both(self.target, one, more.target, other),
            _both(self.baseline, one, more.baseline, other),
        )


def read_row(row: Given, stage: int, into: Stated) -> Place | None:
    """Read one row; answers its place, None for a row that says nothing."""
    if not any(row[name] for name in row.teks if name not in COUNTERS):
        return None
    above = _measured_above(row, into) if stage == 4 else None
    if above is not None:
        into.claims[above] = _with_indicators(into.claims[above], row)
        return into.claims[above].tempat
    into.counts[stage] = into.counts.get(stage, 0) + 1
    place = Place(row.lokasi, stage, into.counts[stage])
    if not row["uraian"]:
        _say_empty(row, place, into)
    elif not _stands_twice(row, stage, place, into):
        into.claims += [*_factor_above(row, stage, place, into), _claim(row, stage, place, into)]
    return place


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


def _with_indicators(claim: Claim, row: Given) -> Claim:
    said = Measures(claim.indikator, claim.satuan, claim.target, claim.baseline).followed_by(_measures(row))
    return _measured(replace(claim, baris=(*claim.baris, row.nomor)), said)


def _measured(claim: Claim, said: Measures) -> Claim:
    return replace(claim, indikator=said.indikator, satuan=said.satuan, target=said.target, baseline=said.baseline)


def _both(above: tuple[str, ...], count: int, below: tuple[str, ...], more: int) -> tuple[str, ...]:
    """Two columns made one, aligned with the indicators of both; empty when neither says anything."""
    return (above or ("",) * count) + (below or ("",) * more) if above or below else ()


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
    parents = read_parents(row.teks.get("induk", ""))
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
        induk="\n".join(parent.siapa for parent in _named(parents)),
        induk_urutan=bool(parents) and parents[0].dari != "tersurat",
        id_tertulis="" if taken else row.id,
    )
    if stage == 3:
        into.csf = row["csf"] or into.csf
        return replace(said, csf=into.csf, label=row["label"], tingkat=level_name(row["label"]))
    if stage == 4:
        return _measured(replace(said, label=row["tingkat"], tingkat=level_name(row["tingkat"])), _measures(row))
    return _planned(said, row) if stage == 5 else said


def _kind(row: Given, stage: int) -> tuple[ClaimKind, BasisKind | None]:
    """Stage 1 says in its first column what a row is; an empty one is an outcome."""
    if stage != 1:
        return KINDS[stage], None
    words = row["unsur"].casefold()
    if not words or words.startswith(OUTCOME.casefold()):
        return "outcome", None
    basis = next((kind for kind, name in BASES.items() if words.startswith((kind, name.casefold()))), None)
    return ("dasar", basis) if basis else ("outcome", None)


def _named(parents: Sequence[Parent]) -> list[Parent]:
    """The main parent first, then those that a person wrote beside it; decided ones stand in the log."""
    return [p for n, p in enumerate(parents) if n == 0 or p.dari == "tersurat"]


def _measures(row: Given) -> Measures:
    """The indicators of one row, each with its unit, target and starting point."""
    cell = row.teks.get("indikator", "")
    names = indicators_in(cell) if "\n" in cell else tuple(filter(None, (tidy(cell),)))
    satuan, target, baseline = (_aligned(row, name, len(names)) for name in ("satuan", "target", "baseline"))
    return Measures(names, satuan, target, baseline)


def _aligned(row: Given, name: str, count: int) -> tuple[str, ...]:
    lines = [tidy(line) for line in row.teks.get(name, "").splitlines() if line.strip()]
    if not lines or not count:
        return ()
    whole = lines if len(lines) <= count else [" ".join(lines)]
    return tuple(whole + [""] * (count - len(whole)))


def _planned(said: Claim, row: Given) -> Claim:
    return replace(
        said,
        label=row["tingkat"],
        tingkat=level_name(row["tingkat"]),
        komponen=row["komponen"],
        komponen_kode=_undecided(row, "komponen_kode"),
        komponen_nama=_undecided(row, "komponen_nama"),
        jabatan=tuple(_alternatives(cell) for cell in row.lines("jabatan")),
        mitra=row.lines("mitra"),
    )


def _undecided(row: Given, name: str) -> str:
    """What the document itself says; a component that a person decided stands in the log."""
    return next((line for line in row.lines(name) if not line.endswith(f"({DECIDED})")), "")


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(name for part in cell.split("/") if (name := tidy(part)))
