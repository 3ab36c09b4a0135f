"""Files that this program writes, read again: in memory for many trees, in the graph for what people decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from service.ingest.importing import Prepared
from service.lembar.gathered import Gathered, Title
from service.lembar.labels import labels_of
from service.lembar.tree import in_tree_order
from service.lembar.word import word
from service.lembar.workbook import workbook
from tests.worksheet import ready

NOW = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)
WRITERS: dict[str, Callable[[Gathered, datetime], bytes]] = {"xlsx": workbook, "docx": word}


def gathered(made: Prepared) -> Gathered:
    """What an import into an empty graph would show, ready to be printed."""
    assert made.document is not None
    assert made.cascade is not None
    assert made.unit is not None
    unit = made.unit
    title = Title(
        kode=unit.kode,
        unit=unit.nama,
        pemda=unit.pemda,
        contoh=unit.contoh,
        tahun=made.document.tahun,
        dokumen=made.dokumen,
        versi=1,
        nama_berkas=made.nama_berkas,
        diimpor_pada="2026-11-22T08:00:00+00:00",
        revisi=3,
        tidak_disebut=made.document.tidak_disebut,
    )
    return Gathered(
        title=title,
        cascade=made.cascade,
        claims=made.document.claims,
        holding=(),
        dibaca=made.document.issues,
        nodes=tuple(in_tree_order(made.cascade)),
        labels=labels_of(made.cascade, made.document.claims),
    )


def read_again(of: Gathered, form: str = "xlsx") -> Prepared:
    """The file of a cascade, imported into an empty graph."""
    return ready(WRITERS[form](of, NOW), None, name=f"lembar.{form}")
