"""What the product reads in a file, in statements instead of ids, to be held against `variants.expected`."""

from __future__ import annotations

from collections.abc import Sequence

from service.fold import fold
from service.ingest.identify import first_ids, unit_kode
from service.ingest.join import join
from service.ingest.parse import parse
from service.ingest.read import read
from service.jenjang import ladder_for
from service.model import Cascade, Claim, Decision, Document, RawRow, Register


def read_file(data: bytes, name: str) -> tuple[Document, Cascade]:
    """The document and its cascade, as into an empty graph."""
    return read_rows(read(data, name), name)


def read_rows(rows: Sequence[RawRow], name: str = "uji.txt") -> tuple[Document, Cascade]:
    document = join(parse(rows, name))
    claims, register = with_ids(document)
    return document, fold(claims, (), register)


def with_ids(document: Document) -> tuple[tuple[Claim, ...], Register]:
    register = Register(unit_kode(document.unit), document.unit, document.jenis_unit, ladder_for(document.jenis_unit))
    return first_ids(document.claims, register, document.tahun, ()), register


def folded(text: str, decisions: Sequence[Decision] = ()) -> Cascade:
    """Cascade of a document given as text, with decisions laid on top."""
    claims, register = with_ids(join(parse(read(text.encode(), "uji.txt"), "uji.txt")))
    return fold(claims, decisions, register)


def answer(document: Document, cascade: Cascade) -> dict[str, object]:
    """The whole content of a dry run."""
    statement = {k.id: k.uraian for k in cascade.kinerja}
    parent = {edge.sebab: statement[edge.akibat] for edge in cascade.edges}
    return {
        "unit": document.unit,
        "tahun": document.tahun,
        "pemda": document.pemda,
        "kinerja": {
            k.uraian: (
                k.tingkat,
                parent.get(k.id, ""),
                tuple(sorted(i.nama for i in cascade.indikator if k.id in i.kinerja)),
                tuple(sorted(a.nama for a in cascade.assignments if a.kinerja == k.id)),
                k.komponen,
            )
            for k in cascade.kinerja
        },
        "berbeda": sorted(statement[i.kinerja] for i in cascade.issues if i.kode == "STR07"),
    }


def tree(cascade: Cascade) -> set[tuple[str, str]]:
    """(cause, effect) in statements."""
    statement = {k.id: k.uraian for k in cascade.kinerja}
    return {(statement[edge.sebab], statement[edge.akibat]) for edge in cascade.edges}
