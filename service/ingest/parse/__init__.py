"""From the rows of a cascading document to what it claims.

In: `RawRow`s in document order. Out: one `Document`: whose cascade it is, one `Claim` for each statement of each stage,
the use made of every row, and an `Issue` for every repair. Nothing is compared with the graph and no two claims are
brought together here; that is `ingest/join`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from service.bahasa.terms import is_label
from service.bahasa.wording import key
from service.ingest.parse.factors import read_factors
from service.ingest.parse.grounds import Grounds, not_stated, read_outcomes, read_prose
from service.ingest.parse.indicators import indicators_in
from service.ingest.parse.lembar import is_matrix, is_worksheet, read_worksheet, refused_matrix
from service.ingest.parse.marks import Line, number_lines
from service.ingest.parse.sections import Cut, cut
from service.ingest.parse.stages import Stage, read_stages
from service.ingest.parse.table import in_table
from service.ingest.parse.title import Title, read_title
from service.model import Claim, Document, Issue, Place, RawRow, Role, Row
from service.remarks import remark

GENRE = re.compile(r"\b(?:cascading|pohon kinerja|penjenjangan|csf|critical success|rujukan tahap\w*)\b", re.IGNORECASE)
"""Words that only documents of this genre use."""


def parse(rows: Sequence[RawRow], name: str) -> Document:
    """Read a document; what cannot be read at all is an issue of severity error, never an exception."""
    lines = number_lines(list(rows))
    if is_worksheet(lines):
        return read_worksheet(lines, name)
    if is_matrix(lines):
        return refused_matrix(lines, name)
    pieces = cut(lines)
    grounds = _grounds(pieces)
    known = {key(cell): cell for line in lines for cell in _single_texts(line)}
    stages = read_stages(pieces.sections, known)
    title = read_title(pieces.opening, _prose(pieces), name)
    claims = _without_names((*grounds.claims, *(claim for stage in stages for claim in stage.claims)))
    uses = _uses(pieces, grounds, stages, title)
    found = (
        *title.issues,
        *_empty(claims, lines, name),
        *_lost(pieces),
        *(i for stage in stages for i in stage.issues),
    )
    places = _places(claims, stages)
    document_rows = tuple(_row(line, uses, places) for line in lines)
    return Document(
        unit=title.unit,
        jenis_unit=title.jenis_unit,
        pemda=title.pemda,
        tahun=title.tahun,
        judul=title.judul,
        sebutan=title.sebutan,
        tidak_disebut=not_stated(claims),
        rows=document_rows,
        claims=claims,
        issues=(*found, *_unused(document_rows, name)),
    )


def _single_texts(line: Line) -> Iterator[str]:
    """Cells that print one text; of a list of two indicators the one is not the rest of the other."""
    for raw, cell in zip(line.raw.sel, line.sel, strict=True):
        if " " in cell and len(indicators_in(raw)) == 1:
            yield cell


def _grounds(pieces: Cut) -> Grounds:
    """Stages 1 and 2, and the running text of all stages."""
    grounds = Grounds()
    counts = {1: 0, 2: 0}
    for section in pieces.sections:
        if section.tahap is not None:
            read_prose(section.lines, section.tahap, grounds)
        if section.tahap == 1:
            counts[1] = read_outcomes(section, counts[1], grounds)
        elif section.tahap == 2:
            counts[2] = read_factors(section, counts[2], grounds)
    return grounds


def _without_names(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The first column of stage 3 may name a CSF instead of its condition: then it states no condition of its own."""
    factors = [claim for claim in claims if claim.jenis == "csf" and claim.tahap == 2]
    condition = {key(name): claim.uraian for claim in factors for name in (claim.csf, claim.isu) if name}
    condition |= {key(f"csf {n}"): claim.uraian for n, claim in enumerate(factors, 1)}
    condition = {name: of for name, of in condition.items() if name not in {key(claim.uraian) for claim in factors}}
    kept = [c for c in claims if not (c.jenis == "csf" and c.tahap == 3 and key(c.uraian) in condition)]
    return tuple(replace(c, csf=condition.get(key(c.csf), c.csf)) if c.tahap == 3 else c for c in kept)


def _prose(pieces: Cut) -> list[Line]:
    return [line for section in pieces.sections for line in section.lines if not in_table(line)]


def _uses(pieces: Cut, grounds: Grounds, stages: Iterable[Stage], title: Title) -> dict[int, Role]:
    """Use of each line; what nobody claimed stays unused."""
    uses: dict[int, Role] = dict.fromkeys(title.lines, "judul")
    for found in (pieces.uses, grounds.uses, *(stage.uses for stage in stages)):
        uses |= found
    return uses


def _places(claims: Sequence[Claim], stages: Iterable[Stage]) -> dict[int, Place]:
    """Line number -> stage and row that it is."""
    places = {number: claim.tempat for claim in claims for number in claim.baris}
    for stage in stages:
        places |= stage.places
    return places


def _row(line: Line, uses: dict[int, Role], places: dict[int, Place]) -> Row:
    place = places.get(line.nomor, Place(""))
    return Row(line.nomor, replace(place, lokasi=line.raw.lokasi), line.raw.sel, uses.get(line.nomor, "tak terpakai"))


def _empty(claims: Sequence[Claim], lines: Sequence[Line], name: str) -> list[Issue]:
    if any(claim.jenis == "kinerja" for claim in claims) and _of_the_genre(claims, lines):
        return []
    tables = len({line.raw.tabel for line in lines if line.raw.tabel is not None})
    seen = f"{tables} tabel terbaca, tetapi bukan tabel itu" if tables else "tidak ada tabel di dalamnya"
    where = f"{lines[0].raw.lokasi} sampai {lines[-1].raw.lokasi}" if lines else "berkas kosong"
    message = f"Berkas ini bukan dokumen cascading: tidak ada tabel Tahap 3, 4, atau 5 ({where}; {seen})."
    return [remark("BACA90", name, f"{message} Tidak ada yang diubah.")]


def _of_the_genre(claims: Sequence[Claim], lines: Sequence[Line]) -> bool:
    """It names a usual level or calls itself a cascading; a work plan with tables under "Tahap 3" does neither."""
    return any(is_label(claim.label) for claim in claims) or any(GENRE.search(line.text) for line in lines)


def _lost(pieces: Cut) -> list[Issue]:
    """Headings whose picture or table is gone, and heads printed again."""
    lost = [
        remark(
            "BACA04",
            Place(line.raw.lokasi),
            f'Judul "{line.text}" tanpa isi: gambarnya hilang dari berkas ini.',
            (line.nomor,),
        )
        for line in pieces.pictures
    ]
    again = [
        remark(
            "BACA02",
            Place(line.raw.lokasi),
            "Kepala tabel tercetak ulang setelah pergantian halaman; tabelnya disambung.",
            (line.nomor,),
        )
        for line in pieces.repeated
    ]
    return lost + again


def _unused(rows: Sequence[Row], name: str) -> list[Issue]:
    unused = [row for row in rows if row.peran == "tak terpakai"]
    if not unused:
        return []
    places = ", ".join(row.tempat.lokasi for row in unused[:8]) + (" dan lainnya" if len(unused) > 8 else "")
    return [remark("BACA05", name, f"{len(unused)} baris tidak dipakai: {places}.", [row.nomor for row in unused])]
