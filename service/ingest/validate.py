"""What stands in the way of an import, and what a person should know beside it.

In: a document with ids and the cascade that came of it. Out: issues that neither reading nor folding could see: nothing
to import although rows were read, or more than one transaction can hold.
"""

from __future__ import annotations

from service.model import TEMPLATE, Cascade, Document, Issue
from service.remarks import remark

MOST_KINERJA = 1_000
"""Of one unit and year; ten times what a large dinas has. An import is one transaction, whose memory is bounded."""


def validate(document: Document, cascade: Cascade) -> tuple[Issue, ...]:
    """Issues of the whole; those of reading (`document.issues`) and folding (`cascade.issues`) are not repeated."""
    reported = any(issue.kode == "BACA90" for issue in document.issues)
    place = document.judul or "dokumen"
    if not cascade.kinerja and not reported:
        return (remark("BACA90", place, "Tidak ada satu kinerja pun yang terbaca."),)
    if len(cascade.kinerja) > MOST_KINERJA:
        count = len(cascade.kinerja)
        return (remark("BACA93", place, f"Terbaca {count} kinerja; satu dokumen memuat paling banyak {MOST_KINERJA}."),)
    return ()


def not_carried(document: Document, before: Cascade, after: Cascade) -> tuple[Issue, ...]:
    """What the form of this document has no place for, and the version before it said."""
    template = any(claim.tahap == TEMPLATE for claim in document.claims)
    gone = [(len(before.csf), "CSF"), (len(before.dasar), "dasar outcome")]
    told = " dan ".join(f"{count} {what}" for count, what in gone if count)
    if not template or not told or after.csf or after.dasar:
        return ()
    return (remark("TPL18", document.judul, f"Templat tidak memuat CSF dan dasar: {told} tidak berlaku lagi."),)
