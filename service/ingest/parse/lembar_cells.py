"""What the cells of a printed worksheet say: indicators with their numbers, planning, owners, parents.

In: the texts of a row by column. Out: claims with what those cells add. Cells are taken as they are; only line breaks
and semicolons part what a cell lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from service.bahasa.terms import level_name
from service.bahasa.wording import tidy
from service.ingest.parse.indicators import indicators_in
from service.lembar.form import DECIDED, NOTHING, PRINTED_ID, read_parents
from service.model import Claim


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


def with_indicators(claim: Claim, row: Given) -> Claim:
    """What a further row of a kinerja adds: mostly an indicator; the rest where sorting put its first row below."""
    level = row["tingkat"] if not claim.tingkat else ""
    claim = replace(claim, kode=claim.kode or row["kode"], label=claim.label or level)
    claim = replace(claim, tingkat=claim.tingkat or level_name(level))
    said = Measures(claim.indikator, claim.satuan, claim.target, claim.baseline).followed_by(measures_of(row))
    return measured(replace(claim, baris=(*claim.baris, row.nomor)), said)


def measured(claim: Claim, said: Measures) -> Claim:
    return replace(claim, indikator=said.indikator, satuan=said.satuan, target=said.target, baseline=said.baseline)


def planned(said: Claim, row: Given) -> Iterator[Claim]:
    """The claim with all that stage 5 says, and one more for each further component."""
    found = _components(row)
    kind, code, name = found[0] if found else ("", "", "")
    first = replace(
        said,
        label=row["tingkat"],
        tingkat=level_name(row["tingkat"]),
        komponen=next(iter(_below_each_other(row, "komponen")), "") or kind,
        komponen_kode=code,
        komponen_nama=name,
        jabatan=tuple(_alternatives(cell) for cell in row.lines("jabatan")),
        mitra=row.lines("mitra"),
    )
    yield first
    for kind, code, name in found[1:]:
        yield replace(first, komponen=kind, komponen_kode=code, komponen_nama=name, jabatan=(), mitra=())


def _components(row: Given) -> list[tuple[str, str, str]]:
    """Type, code and name of each component that the document itself names; one that a person decided stands in the
    log. A type that stands once is that of all."""
    kinds, codes, names = (_below_each_other(row, column) for column in ("komponen", "komponen_kode", "komponen_nama"))
    if len(kinds) == 1:
        kinds *= max(len(codes), len(names))
    found = zip_longest(kinds, codes, names, fillvalue="")
    return [one for one in found if any(one[1:]) and not any(text.endswith(f"({DECIDED})") for text in one)]


def _below_each_other(row: Given, name: str) -> list[str]:
    lines = [tidy(line) for line in row.teks.get(name, "").splitlines() if line.strip()]
    return ["" if line == NOTHING else line for line in lines]


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(name for part in cell.split("/") if (name := tidy(part)))


def as_printed(claim: Claim) -> Claim:
    """A row that was copied from a worksheet of this program into another document: its id and parent are known."""
    if not PRINTED_ID.match(claim.kode):
        return claim
    return with_parents(replace(claim, kode="", id_tertulis=claim.kode), claim.induk)


def with_parents(claim: Claim, cell: str) -> Claim:
    """The parents that a cell names: the main one first, then those that a person wrote beside it; decided ones stand
    in the log."""
    parents = read_parents(cell)
    told = [parent.siapa for n, parent in enumerate(parents) if n == 0 or parent.dari == "tersurat"]
    printed = bool(parents) and parents[0].dari != "tersurat"
    return replace(claim, induk="\n".join(told), induk_urutan=printed)


def _both(above: tuple[str, ...], count: int, below: tuple[str, ...], more: int) -> tuple[str, ...]:
    """Two columns made one, aligned with the indicators of both; empty when neither says anything."""
    return (above or ("",) * count) + (below or ("",) * more) if above or below else ()


def measures_of(row: Given) -> Measures:
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
