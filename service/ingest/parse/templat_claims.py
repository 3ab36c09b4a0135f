"""What each row of a template claims of its kinerja.

In: the `Stated` kinerja, the data rows and what each says of its parents. Out: one `Claim` for each row, in the order
of the sheet, numbered by kinerja. A cell may hold several indicators on lines of their own, with a target for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from service.bahasa.terms import is_bare_component, level_name
from service.ingest.parse.indicators import indicators_in
from service.ingest.parse.templat_checks import Parent
from service.ingest.parse.templat_kinerja import DEPENDENT, Stated, parts
from service.ingest.parse.templat_table import Line
from service.model import TEMPLATE, Claim, Place
from service.templat.form import OR, OUTSIDE


def claims_of(kinerja: Sequence[Stated], lines: Sequence[Line], above: Mapping[int, Parent]) -> Iterator[Claim]:
    """One claim for each row, in the order of the sheet."""
    whose = {line.cells.nomor: one for one in kinerja for line in one.lines}
    for place, line in enumerate(lines, 1):
        if line.cells.nomor in whose:
            one = whose[line.cells.nomor]
            yield _claim(one, line, place, above.get(one.nomor, Parent("")))


def _claim(one: Stated, line: Line, place: int, parent: Parent) -> Claim:
    first = line is one.first
    names, beside = _measures(line)
    kind, name = _component(line)
    return Claim(
        jenis="kinerja",
        baris=(line.cells.nomor,),
        tempat=Place(line.place("uraian" if line.text("uraian") else "indikator")),
        tahap=TEMPLATE,
        urutan=place,
        uraian=one.uraian,
        label=line.text("tingkat"),
        tingkat=_level(line) if first else "",
        indikator=names,
        komponen=kind,
        jabatan=tuple(cell for text in parts(line.written("jabatan")) if (cell := _alternatives(text))),
        kode=line.text("kode").rstrip(" .") if first else "",
        induk=parent.induk if first else "",
        induk_urutan=parent.urutan and first,
        id_tertulis=one.id if first else "",
        satuan=beside["satuan"],
        target=beside["target"],
        baseline=beside["baseline"],
        komponen_kode=line.text("komponen_kode"),
        komponen_nama=name,
        mitra=tuple(parts(line.written("mitra"))),
        kelompok=one.nomor,
    )


def _level(line: Line) -> str:
    """The level; where a person left alone what was printed, the one that the document itself had."""
    printed, _, own = (part.strip() for part in line.text("asal_tingkat").partition(OUTSIDE))
    written = line.text("tingkat")
    unedited = bool(line.id) and bool(own) and level_name(printed) == level_name(written)
    return level_name(own.rstrip(OUTSIDE) if unedited else written)


def _measures(line: Line) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Indicators of one cell, and what stands beside them: one for each, or one for all."""
    cell = line.written("indikator")
    names = indicators_in(cell) if "\n" in cell else tuple(filter(None, (line.text("indikator"),)))
    facts = {}
    for name in DEPENDENT:
        parts = [" ".join(part.split()) for part in line.written(name).splitlines() if part.strip()]
        each = parts if len(parts) == len(names) else [line.text(name)] * len(names)
        facts[name] = tuple(each) if any(each) else ()
    return names, facts


def _component(line: Line) -> tuple[str, str]:
    """Type and name; a bare type in the column for names is a type."""
    kind, name = line.text("komponen"), line.text("komponen_nama")
    return (kind or name, "") if name and is_bare_component(name) else (kind, name)


def _alternatives(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(OR) if part.strip())
