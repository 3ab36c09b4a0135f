"""One document of a job: read and compared, or read and imported, with what became of it in a sentence.

In: an item that names an upload (`ingest/drafts`). Out: the same item with its state, unit, year, counts and issues.
A document is imported whole or not at all; one that fails does not keep the next one from being tried.
"""

from __future__ import annotations

from dataclasses import replace

from service.config import Settings
from service.errors import Conflict, DocumentRefused, KinerjaError, NotFound
from service.graph import Graph
from service.ingest import drafts, importing
from service.ingest.importing import Prepared
from service.ingest.preview import Preview
from service.model import Issue
from service.store import Store, activity
from service.store.jobs import Item, Job

ACTION = "pekerjaan.impor"
"""What the activity log calls an import by a job."""
ISSUES = 20
"""Issues that the report keeps of one document, errors first; the rest is counted."""
NO_CASCADE = "BACA90"
"""Code of the fault that says all: whoever reads it need not hear that the unit's name is missing too."""
TRIES = 3
"""A decision may come between reading and writing; the document is then compared again."""

WEIGHT = {"error": 0, "peringatan": 1, "info": 2}


def work_on(job: Job, item: Item, graph: Graph, settings: Settings, store: Store) -> Item:
    """What becomes of `item`; a failure is told in it, never raised."""
    try:
        draft, data = drafts.find(item.sha256, settings)
        prepared = importing.prepare(data, draft.nama, graph, settings, draft.choices)
        told = described(item, prepared)
        if prepared.refused or job.jenis == "periksa":
            if prepared.duplicate_of:
                drafts.drop(item.sha256, settings)  # else it waits under "belum diterapkan" for good
            return told
        with activity.recorded(store, ACTION, item.nama_berkas):
            return _imported(told, prepared, graph, settings)
    except NotFound:
        return replace(item, keadaan="gagal", pesan="Unggahannya tidak ada lagi; unggah lagi berkas ini.")
    except DocumentRefused as fault:
        return replace(item, keadaan="ditolak", pesan=str(fault), isu=_told(fault.issues))
    except KinerjaError as fault:
        return replace(item, keadaan="gagal", pesan=str(fault))


def described(item: Item, prepared: Prepared) -> Item:
    """What was read of a document, and what importing it would change."""
    cascade, document = prepared.cascade, prepared.document
    seen = replace(
        item,
        unit=prepared.unit.kode if prepared.unit else "",
        unit_nama=prepared.unit.nama if prepared.unit else "",
        tahun=document.tahun if document else None,
        dokumen=prepared.dokumen,
        kinerja=len(cascade.kinerja) if cascade else 0,
        isu=_told(prepared.issues),
    )
    if prepared.refused:
        return replace(seen, keadaan="ditolak", pesan=_why(prepared.issues))
    if prepared.duplicate_of:
        return replace(seen, keadaan="sudah termuat", pesan="Berkas ini sudah berlaku; tidak ada yang berubah.")
    return replace(seen, keadaan="terbaca", pesan=_changes(prepared.preview))


def _imported(item: Item, prepared: Prepared, graph: Graph, settings: Settings) -> Item:
    for left in reversed(range(TRIES)):
        try:
            result = importing.apply(prepared, graph, settings, expected_urut=prepared.urut)
        except Conflict:
            if not left:
                raise
            prepared = importing.prepare(prepared.data, prepared.nama_berkas, graph, settings, prepared.choices)
            continue
        break
    drafts.drop(item.sha256, settings)
    state = "diterapkan" if result.berubah else "sudah termuat"
    return replace(item, keadaan=state, versi=result.versi, kinerja=result.jumlah_kinerja)


def _why(issues: tuple[Issue, ...]) -> str:
    wrong = sorted((i for i in issues if i.keparahan == "error"), key=lambda issue: issue.kode != NO_CASCADE)
    more = f" Dan {len(wrong) - 1} kesalahan lain." if len(wrong) > 1 else ""
    return f"{wrong[0].pesan} {wrong[0].saran}{more}" if wrong else "Tidak dapat dibaca."


def _changes(preview: Preview) -> str:
    counts = (
        (len(preview.baru), "baru"),
        (len(preview.berubah_kalimat), "berubah kalimat"),
        (len(preview.pindah), "pindah induk"),
        (len(preview.berubah_tingkat), "berubah tingkat"),
        (len(preview.hilang), "hilang"),
        (len(preview.kembali), "kembali"),
    )
    return ", ".join(f"{count} {name}" for count, name in counts if count) or "Isinya sama dengan versi yang berlaku."


def _told(issues: tuple[Issue, ...]) -> tuple[dict[str, str], ...]:
    worst = sorted(issues, key=lambda issue: WEIGHT[issue.keparahan])
    names = ("kode", "keparahan", "tempat", "pesan", "saran")
    shown = tuple({name: str(getattr(issue, name)) for name in names} for issue in worst[:ISSUES])
    if len(worst) <= ISSUES:
        return shown
    more = f"Dan {len(worst) - ISSUES} catatan lain."
    return (*shown, {"kode": "", "keparahan": "info", "tempat": "", "pesan": more, "saran": ""})
