"""What stands in the way of an import, and what a person should know beside it.

In: a document with ids and the cascade that came of it. Out: issues that neither reading nor folding could see: nothing
to import although rows were read.
"""

from __future__ import annotations

from service.model import Cascade, Document, Issue
from service.remarks import remark


def validate(document: Document, cascade: Cascade) -> tuple[Issue, ...]:
    """Issues of the whole; those of reading (`document.issues`) and folding (`cascade.issues`) are not repeated."""
    reported = any(issue.kode == "BACA90" for issue in document.issues)
    if cascade.kinerja or reported:
        return ()
    return (remark("BACA90", document.judul or "dokumen", "Tidak ada satu kinerja pun yang terbaca."),)
