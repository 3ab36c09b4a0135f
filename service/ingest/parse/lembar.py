"""A worksheet that this program printed, come back: read by its headings alone, nothing is guessed.

In: all lines of a file that carries the mark of `lembar.form`. Out: a `Document` like any other, whose claims carry the
id of their kinerja and the parent that their row names. Whatever a person added is read too; what lost its place (a
heading, an id that stands twice) is an issue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from service.bahasa.bodies import unit_in, years_in
from service.bahasa.wording import tidy
from service.ingest.parse.grounds import not_stated
from service.ingest.parse.lembar_cells import Given
from service.ingest.parse.lembar_checks import heads_lost, missing, stages_lost
from service.ingest.parse.lembar_rows import Stated, read_row
from service.ingest.parse.marks import Line
from service.ingest.parse.sheet import cells_of
from service.lembar.form import (
    MARKED,
    MATRIX,
    NOTES,
    PEMDA,
    SHAPE,
    TITLE,
    TITLES,
    UNIT,
    YEAR,
    columns_under,
)
from service.model import Document, Issue, Place, Role, Row
from service.remarks import remark

LOOKED_AT = 60
"""The mark stands in the title block, above the first stage."""
HEADS = 3
"""Headings of the form by which a row is known for the head of its stage."""
ASKED = {UNIT, PEMDA, YEAR}
"""Labels of the title block that are read."""


@dataclass
class Reading:
    """Where the reading of a worksheet stands."""

    head: dict[str, str] = field(default_factory=dict)
    """The title block: label -> what stands beside it."""
    stage: int = 0
    """0: in the title block; 6: on the last page."""
    columns: dict[int, str] = field(default_factory=dict)
    """Number of a column -> its name in the form; empty: the head of the stage has not come yet."""
    headed: set[int] = field(default_factory=set)
    """Stages whose head was found."""
    headless: dict[int, Line] = field(default_factory=dict)
    """Stage -> first row of a table above which no head was found."""
    stated: Stated = field(default_factory=Stated)
    uses: dict[int, Role] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


def is_worksheet(lines: Sequence[Line]) -> bool:
    """It says of itself that this program printed it."""
    return any(MARKED.match(_alone(cell)) for line in lines[:LOOKED_AT] for cell in line.sel)


def is_matrix(lines: Sequence[Line]) -> bool:
    """The matrix that this program writes for reading, brought back by mistake."""
    return any(cell == MATRIX for line in lines[:LOOKED_AT] for cell in line.sel)


def refused_matrix(lines: Sequence[Line], name: str) -> Document:
    """Nothing of it, and why."""
    fault = remark("LBR05", name, "Berkas ini matriks cascading yang diunduh dari layanan ini; isinya tidak dibaca.")
    rows = tuple(Row(line.nomor, Place(line.raw.lokasi), line.raw.sel, "teks") for line in lines)
    return Document("", "", "", 0, "", (), (), rows, (), (fault,))


def read_worksheet(lines: Sequence[Line], name: str) -> Document:
    """Read a printed worksheet."""
    reading = Reading()
    for line in lines:
        _read_line(line, reading)
    unit, year = reading.head.get(UNIT, ""), reading.head.get(YEAR, "")
    named = unit_in(unit)
    claims = tuple(reading.stated.claims)
    tahun = next(iter(years_in(year)), 0)
    return Document(
        unit=unit,
        jenis_unit=named.jenis if named else "",
        pemda=reading.head.get(PEMDA, ""),
        tahun=tahun,
        judul=f"Lembar kerja {unit} tahun {year}",
        sebutan=(unit,) if unit else (),
        tidak_disebut=not_stated(claims),
        rows=tuple(_row(line, reading) for line in lines),
        claims=claims,
        issues=(
            *missing(unit, tahun, claims, name),
            *stages_lost(reading.headed, reading.headless, name),
            *reading.issues,
            *reading.stated.issues,
        ),
    )


def _read_line(line: Line, reading: Reading) -> None:
    if not line.filled:
        reading.uses[line.nomor] = "kosong"
    elif line.filled[0] == NOTES and len(line.filled) == 1:
        reading.stage, reading.uses[line.nomor] = 6, "judul"
    elif len(line.filled) == 1 and (found := TITLE.match(line.filled[0])) and _opens(line, reading):
        reading.stage, reading.columns = int(found[1]), {}
        reading.uses[line.nomor] = "judul"
    elif reading.stage == 0 or (len(line.filled) == 2 and line.filled[0].strip(" :") in ASKED - set(reading.head)):
        _read_title(line, reading)
    elif reading.stage < 6:
        _read_stage(line, reading)


def _opens(line: Line, reading: Reading) -> bool:
    """A stage below the notes (people move sheets) has its whole title; notes may begin with the name of one."""
    return reading.stage < 6 or line.filled[0] in TITLES.values()


def _read_title(line: Line, reading: Reading) -> None:
    """`Tahun | 2022`, or the same on one line of text."""
    reading.uses[line.nomor] = "judul"
    label, value = line.filled if len(line.filled) == 2 else (line.text.partition(":")[0], line.text.partition(":")[2])
    if label.strip(" :") in ASKED:
        reading.head.setdefault(label.strip(" :"), value.strip())


def _read_stage(line: Line, reading: Reading) -> None:
    cells = _by_column(line)
    under = columns_under({n: tidy(text) for n, text in cells.items()}, reading.stage)
    if len(under) >= HEADS and "uraian" in under.values():
        reading.columns = under
        reading.headed.add(reading.stage)
        reading.uses[line.nomor] = "kepala"
        reading.issues += heads_lost(line, cells, under, reading.stage)
    elif not reading.columns and len(line.filled) > 1 and cells:
        reading.headless.setdefault(reading.stage, line)
    elif reading.columns and cells:
        texts = {name: _clean(cells.get(n, "")) for n, name in reading.columns.items()}
        used = read_row(Given(line.nomor, line.raw.lokasi, texts), reading.stage, reading.stated)
        if used:
            reading.uses[line.nomor], reading.places[line.nomor] = "data", used


def _by_column(line: Line) -> Mapping[int, str]:
    """Column -> text of a row of a table; none of running text, unless it stands alone in a row of a sheet."""
    (cells,) = cells_of([line.raw])
    if line.raw.kolom:
        return dict(zip(line.raw.kolom, line.raw.sel, strict=True))
    return cells.sel if cells.lembar or line.raw.tabel is not None else {}


def _clean(raw: str) -> str:
    """A cell of one line as it is; line breaks that a person typed are kept, they part what the cell lists."""
    return "\n".join(tidy(line) for line in raw.splitlines() if line.strip())


def _alone(cell: str) -> str:
    """`Bentuk berkas: …` typed on one line."""
    return cell.removeprefix(f"{SHAPE}:").strip()


def _row(line: Line, reading: Reading) -> Row:
    place = reading.places.get(line.nomor, Place(line.raw.lokasi))
    return Row(line.nomor, place, line.raw.sel, reading.uses.get(line.nomor, "teks"))
