"""Whose cascade a document is, and of which year.

In: the lines before the first stage (and, failing them, other running text). Out: a `Title`. A year is never taken from
a statement, a law or the file's name; a unit is the one that most title lines name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from service.bahasa.bodies import UnitName, pemda_in, period_in, unit_in, years_in
from service.bahasa.openings import is_statement
from service.bahasa.wording import key
from service.ingest.parse.marks import Line
from service.model import Issue
from service.remarks import remark

SUBJECT = re.compile(r"\b(?:cascading|casecading|pohon kinerja|penjenjangan|penjabaran kinerja|pokin)\b", re.IGNORECASE)
ASKED = re.compile(
    r"\b(?:perangkat daerah|skpd|opd|unit kerja|instansi|satuan kerja)\s*:\s*(?P<nama>\S.*)$", re.IGNORECASE
)
OF_PEMDA = re.compile(
    r"^(?!.*\b(?:pemerintah|cascading|pohon|penjenjangan|lampiran|tahun|nomor|berdasarkan|matriks?|dokumen)\b.*\b(?:kabupaten|kota|provinsi)\b)"
    r"(?P<nama>\w[\w .]{1,60}?)\s+(?:kabupaten|kab\.|kota|provinsi)\s+\w",
    re.IGNORECASE,
)
"""A unit of no known kind before its regency: "DPPKB KABUPATEN BALANGAN"."""
GOES_ON = re.compile(r"^(?:dan|serta|,)\s", re.IGNORECASE)
YEAR_WORD = re.compile(r"\b(?:tahun|ta|t\.a)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """What the head of a document says."""

    unit: str
    jenis_unit: str
    pemda: str
    tahun: int
    judul: str
    sebutan: tuple[str, ...]
    issues: tuple[Issue, ...]
    lines: frozenset[int]
    """Numbers of the lines it was read from."""


def read_title(opening: Sequence[Line], others: Sequence[Line], name: str) -> Title:
    """Unit, regency, year and title; what is missing is an issue of severity error."""
    lines = [line for line in opening if line.filled]
    rest = [line for line in others if line.filled and not is_statement(line.text) and len(line.text.split()) <= 25]
    units = _units(lines) or _units(rest)
    unit = _chosen(units)
    tahun, year_issue = _year(lines, rest, name)
    missing = [] if unit else [remark("BACA91", name, _expected("nama perangkat daerah", lines))]
    return Title(
        unit=unit.nama if unit else "",
        jenis_unit=unit.jenis if unit else "",
        pemda=next((pemda for line in [*lines, *rest] if (pemda := pemda_in(line.text))), ""),
        tahun=tahun,
        judul=_subject(lines),
        sebutan=_spellings(units, unit),
        issues=(*missing, *year_issue, *_also_named(units, unit, name)),
        lines=frozenset(line.nomor for line in lines),
    )


def _units(lines: Sequence[Line]) -> list[UnitName]:
    return [unit for text in _whole_lines(lines) if (unit := _named(text))]


def _named(text: str) -> UnitName | None:
    named = unit_in(text)
    asked = ASKED.search(text)
    before = OF_PEMDA.match(text)
    if named is None and (asked or before):
        name = (asked["nama"] if asked else before["nama"] if before else "").strip(" -,")
        return UnitName("", name, name)
    return named


def _whole_lines(lines: Sequence[Line]) -> list[str]:
    """Titles broken over lines ("DINAS PEMBERDAYAAN MASYARAKAT / DAN DESA") made whole."""
    texts: list[str] = []
    for line in lines:
        if texts and (GOES_ON.match(line.text) or re.search(r"(?:\bdan|\bserta|,)$", texts[-1], re.IGNORECASE)):
            texts[-1] = f"{texts[-1]} {line.text}"
        else:
            texts.append(line.text)
    return texts


def _chosen(units: Sequence[UnitName]) -> UnitName | None:
    """The unit named most often; of equals the first."""
    counts = Counter(key(unit.nama) for unit in units)
    return max(units, key=lambda unit: counts[key(unit.nama)], default=None)


def _spellings(units: Sequence[UnitName], chosen: UnitName | None) -> tuple[str, ...]:
    same = [unit.sebutan for unit in units if chosen and key(unit.nama) == key(chosen.nama)]
    return tuple(dict.fromkeys(same))


def _also_named(units: Sequence[UnitName], chosen: UnitName | None, name: str) -> list[Issue]:
    others = {unit.nama for unit in units if chosen and key(unit.nama) != key(chosen.nama)}
    if not others or chosen is None:
        return []
    return [
        remark(
            "BACA09", name, f"Kepala dokumen juga menyebut {', '.join(sorted(others))}; dianggap dokumen {chosen.nama}."
        )
    ]


def _year(lines: Sequence[Line], rest: Sequence[Line], name: str) -> tuple[int, list[Issue]]:
    subject = [year for line in lines if SUBJECT.search(line.text) for year in years_in(line.text)]
    named = [year for line in lines if YEAR_WORD.search(line.text) for year in years_in(line.text)]
    alone = [year for line in lines for year in years_in(line.text)]
    later = [year for line in rest if YEAR_WORD.search(line.text) for year in years_in(line.text)]
    found = subject or named or alone or later
    if found:
        return found[0], _several(found, name)
    period = next((year for line in lines if (year := period_in(line.text))), None)
    if period is None:
        return 0, [remark("BACA92", name, _expected("tahun", lines))]
    return period, [
        remark("BACA08", name, f"Kepala dokumen hanya menyebut masa beberapa tahun; dianggap tahun {period}.")
    ]


def _several(found: Sequence[int], name: str) -> list[Issue]:
    others = sorted(set(found) - {found[0]})
    if not others:
        return []
    return [
        remark(
            "BACA08",
            name,
            f"Kepala dokumen menyebut tahun {found[0]} dan {', '.join(map(str, others))}; dipakai {found[0]}.",
        )
    ]


def _subject(lines: Sequence[Line]) -> str:
    titled = [line.text for line in lines if SUBJECT.search(line.text)]
    return (titled or [line.text for line in lines] or [""])[0]


def _expected(what: str, lines: Sequence[Line]) -> str:
    if not lines:
        return f"Dokumen tidak menyebut {what}: tidak ada baris judul sebelum tahap pertama."
    first, last = lines[0].raw.lokasi, lines[-1].raw.lokasi
    return f"Dokumen tidak menyebut {what}: diharapkan di baris judul sebelum tahap pertama ({first} sampai {last})."
