"""The tables of stages 3, 4 and 5 as claims: one claim for each kinerja that a row states.

In: the sections of one stage, in document order. Out: claims, the use of every row, and an issue for every repair (a
level that spilled into the next cell, a row cut by a page break, columns that changed their number).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from service.bahasa.openings import is_statement, strip_number
from service.bahasa.wording import key, tidy
from service.ingest.parse.breaks import rejoin, stands_whole
from service.ingest.parse.cells import CROSSCUT
from service.ingest.parse.entries import Entry, read_entry
from service.ingest.parse.groups import under_groups
from service.ingest.parse.indicators import indicators_in
from service.ingest.parse.lembar_cells import as_printed
from service.ingest.parse.matrix import is_matrix_head, read_matrix_row
from service.ingest.parse.repairs import changed_widths, columns_left_out, repairs
from service.ingest.parse.spills import Levels, level_of, whole_levels, with_spilled
from service.ingest.parse.table import Section, column_roles, in_table
from service.model import Claim, Issue, Place, Role
from service.remarks import remark

REST_WORDS = 8
"""A longer line of text between rows is no rest of a statement."""


@dataclass
class Stage:
    """What the tables of one stage say."""

    claims: list[Claim] = field(default_factory=list)
    uses: dict[int, Role] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    """Line number -> its place, for rows that state no kinerja too."""
    issues: list[Issue] = field(default_factory=list)
    count: int = 0
    """Data rows, through page breaks."""


def read_stages(sections: Sequence[Section], known: Mapping[str, str]) -> list[Stage]:
    """Read stages 3, 4 and 5; `known`: key -> text of all that the document prints, to recognise pieces."""
    labels: Levels = {}
    return [_read_stage([s for s in sections if s.tahap == tahap], tahap, known, labels) for tahap in (3, 4, 5)]


def _read_stage(sections: Sequence[Section], tahap: int, known: Mapping[str, str], labels: Levels) -> Stage:
    """Read all tables of one stage; `labels`: levels that stand whole in it or in a stage before, by their words."""
    stage = Stage()
    entries, groups = under_groups(entry for section in sections for entry in _entries(section, tahap, known))
    stage.uses |= dict.fromkeys(groups, "judul")
    joined = rejoin(entries, known)
    labels |= whole_levels(joined.entries)
    for entry in _filled_down([with_spilled(entry, labels) for entry in joined.entries]):
        stage.uses |= dict.fromkeys(entry.lines, "data")
        _read_row(entry, tahap, labels, stage)
    for entry in joined.mended:
        place = Place(entry.line.raw.lokasi, tahap)
        stage.issues.append(
            remark("BACA01", place, f'Baris terpotong pergantian halaman; dibaca utuh: "{entry.uraian}".', entry.lines)
        )
    stage.issues += [*changed_widths(sections, tahap), *columns_left_out(sections, tahap)]
    return stage


def _entries(section: Section, tahap: int, known: Mapping[str, str]) -> Iterator[Entry]:
    """Rows of a section; a line of text between them may be the rest of a row, or in stage 3 name the CSF."""
    roles = column_roles(section)
    matrix = is_matrix_head(section.heads)
    above = ""
    for line in section.lines:
        if in_table(line) and matrix:
            yield from read_matrix_row(line, section.heads)
        elif in_table(line):
            entry = read_entry(line, roles[line.nomor], tahap)
            entry = replace(entry, bergeser=entry.bergeser or line.nomor in section.moved)
            above = entry.uraian or above
            yield entry
        elif above and len(line.text.split()) <= REST_WORDS and stands_whole(f"{above} {line.text}", known):
            yield Entry(line, (line.nomor,), uraian=line.text)
        elif tahap == 3 and section.rows and is_statement(_after_colon(line.text)) and len(line.text.split()) < 30:
            yield Entry(line, (line.nomor,), csf=_after_colon(line.text))


def _after_colon(text: str) -> str:
    return strip_number(text.split(":", 1)[-1].strip())


def _filled_down(entries: Sequence[Entry]) -> list[Entry]:
    """The condition of the CSF is printed once and holds for the rows below it; its rest may follow a page break."""
    filled: list[Entry] = []
    csf = ""
    for entry in entries:
        if entry.csf and csf and is_statement(csf) and not is_statement(entry.csf):
            whole = tidy(f"{csf} {entry.csf}")
            filled = [replace(above, csf=whole) if above.csf == csf else above for above in filled]
            csf = whole
        else:
            csf = entry.csf or csf
        filled.append(replace(entry, csf=csf))
    return filled


def _read_row(entry: Entry, tahap: int, known: Levels, stage: Stage) -> None:
    if not entry.uraian:
        _row_without_kinerja(entry, tahap, stage)
        return
    place = _next_place(entry, tahap, stage)
    claim = as_printed(_claim(entry, place, tahap, stage.count, known))
    if tahap == 3 and entry.csf and key(entry.csf) not in {key(c.uraian) for c in stage.claims if c.jenis == "csf"}:
        stage.claims.append(Claim("csf", entry.lines, place, tahap, stage.count, entry.csf))
    stage.claims.append(claim)
    stage.issues += repairs(entry, claim)


def _next_place(entry: Entry, tahap: int, stage: Stage) -> Place:
    """Place of the next data row; all lines of a row that was cut share it."""
    stage.count += 1
    place = Place(entry.line.raw.lokasi, tahap, stage.count)
    stage.places |= dict.fromkeys(entry.lines, place)
    return place


def _row_without_kinerja(entry: Entry, tahap: int, stage: Stage) -> None:
    """CROSSCUTTING beside nothing, an empty reference, a title inside the table."""
    if tahap == 3 and entry.csf and not entry.says_level and not entry.pengisi:
        return
    place = _next_place(entry, tahap, stage)
    crosscut = any(CROSSCUT.match(text) for text in entry.pengisi)
    said = ", ".join(f'"{cell}"' for cell in entry.line.filled)
    stage.issues.append(
        remark(
            "CRC08" if crosscut else "BACA03",
            place,
            f"Baris tanpa pernyataan kinerja ({said}); tidak menjadi kinerja.",
            entry.lines,
        )
    )


def _claim(entry: Entry, place: Place, tahap: int, count: int, known: Levels) -> Claim:
    label = tidy(" ".join(entry.label))
    tingkat = level_of(entry, known)
    return Claim(
        "kinerja",
        entry.lines,
        place,
        tahap,
        count,
        uraian=entry.uraian,
        label=f"kinerja {tingkat}" if entry.tumpah else label,
        tingkat=tingkat,
        indikator=tuple(dict.fromkeys(name for cell in entry.indikator for name in indicators_in(cell))),
        komponen=entry.komponen,
        jabatan=entry.jabatan,
        rujukan=entry.rujukan,
        csf=entry.csf,
        kode=entry.kode,
        induk=entry.induk,
    )
