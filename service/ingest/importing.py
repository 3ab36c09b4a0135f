"""Importing a document: prepare shows what would happen and writes nothing, apply does it, whole or not at all.

In: the bytes of a file and its name. Out: a `Prepared` (document, cascade, issues, preview, refused or not) and, once
applied, a `Result`. What is written is worked out again inside the writing transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service import log
from service.access import require_unit
from service.actor import acting, note
from service.config import Settings
from service.errors import Conflict, DocumentRefused
from service.graph import Graph, Tx
from service.ingest.document import WORK
from service.ingest.ladders import ensure_ladders
from service.ingest.load import Source, go_back, load
from service.ingest.originals import base_name, digest, keep
from service.ingest.plan import Plan, plan
from service.ingest.prepared import Prepared, Result, as_contract
from service.ingest.preview import Preview
from service.ingest.read.child import read_in_child
from service.model import Document, Issue

__all__ = ["PEMBACA", "Prepared", "Result", "apply", "as_contract", "prepare", "weigh"]

PEMBACA = "1"
"""Version of the reader; raise it when the same file would be read otherwise, so that it may be imported again."""

UNREADABLE = "BACA00"
"""Code of the issue that stands for a file that could not be opened at all."""


def prepare(
    data: bytes,
    name: str,
    graph: Graph | None,
    settings: Settings,  # noqa: ARG001  (the limits of reading will be settings)
    choices: Mapping[int, str] | None = None,
) -> Prepared:
    """Read `data` and work out its import; `graph` None: as into an empty one. A file that cannot be read is refused
    in the answer, not by an exception; raises Invalid for a choice that cannot be."""
    name = base_name(name)
    try:
        document = read_in_child(data, name, WORK, Document)
    except DocumentRefused as fault:
        return _unreadable(data, name, fault)
    return weigh(document, data, name, graph, choices)


def weigh(
    document: Document, data: bytes, name: str, graph: Graph | None, choices: Mapping[int, str] | None = None
) -> Prepared:
    """The import of a document that is read already (a person made another choice in the preview)."""
    chosen = dict(choices or {})
    if any(issue.keparahan == "error" for issue in document.issues):
        return _refused(data, name, document)
    if graph is None:
        return _prepared(data, name, plan(None, document, chosen), chosen)
    return _prepared(data, name, graph.reading(lambda tx: plan(tx, document, chosen)), chosen)


def apply(
    prepared: Prepared,
    graph: Graph,
    settings: Settings,
    oleh: str = "",
    alasan: str = "",
    expected_urut: int | None = None,
) -> Result:
    """Write the import in one transaction. Raises DocumentRefused, and Conflict when a decision came in between."""
    document = _accepted(prepared)
    log.check_length(alasan)
    if prepared.duplicate_of:  # nothing to write, unless somebody has made another version current since
        now = graph.reading(lambda tx: plan(tx, document, prepared.choices))
        if _is_current(now, prepared.sha256):
            return _result(now, now.kini, berubah=False)
    keep(prepared.data, settings)
    source = Source(prepared.sha256, prepared.nama_berkas, len(prepared.data), PEMBACA)
    who = oleh or acting().akun
    why = alasan.strip() or f"Impor {prepared.nama_berkas}"

    def write(tx: Tx) -> Result:
        ensure_ladders(tx)
        again = plan(tx, document, prepared.choices)
        require_unit(again.unit.kode, again.unit.nama)
        _check_revision(again, expected_urut)
        _check_issues(prepared.nama_berkas, again.issues)
        if _is_current(again, prepared.sha256):
            return _result(again, again.kini, berubah=False)
        stored = _stored(again, prepared.sha256)
        back = stored and not again.choices  # a choice is about rows that are not stored yet
        loaded = go_back(tx, again, stored, who, why) if back else load(tx, again, source, who, why)
        _note(again, loaded.versi, prepared.nama_berkas)
        return _result(again, loaded.versi, berubah=True)

    return graph.writing(write)


def _accepted(prepared: Prepared) -> Document:
    """The document of an import that is not refused."""
    _check_issues(prepared.nama_berkas, prepared.issues)
    if prepared.document is None:
        raise DocumentRefused(f"{prepared.nama_berkas} tidak terbaca. Tidak ada yang diubah.")
    return prepared.document


def _check_issues(name: str, issues: Sequence[Issue]) -> None:
    wrong = [issue for issue in issues if issue.keparahan == "error"]
    if wrong:
        raise DocumentRefused(
            f"{name} tidak diimpor. Tidak ada yang diubah.", "Perbaiki yang ditandai salah, lalu unggah lagi.", wrong
        )


def _prepared(data: bytes, name: str, made: Plan, chosen: Mapping[int, str]) -> Prepared:
    sha256 = digest(data)
    return Prepared(
        nama_berkas=name,
        data=data,
        sha256=sha256,
        document=made.document,
        cascade=made.cascade,
        issues=made.issues,
        refused=any(issue.keparahan == "error" for issue in made.issues),
        unit=made.unit,
        dokumen=made.dokumen,
        preview=made.preview,
        matches=made.matches,
        choices=chosen,
        duplicate_of=made.kini if _is_current(made, sha256) else "",
        urut=made.urut,
    )


def _refused(data: bytes, name: str, document: Document) -> Prepared:
    """Read, but with an error: there is no unit or year to compare with, or no kinerja."""
    return Prepared(name, data, digest(data), document, None, document.issues, True, None, "", Preview(), (), {}, "", 0)


def _unreadable(data: bytes, name: str, fault: DocumentRefused) -> Prepared:
    reason = Issue(UNREADABLE, "error", name, fault.message, fault.hint)
    issues = fault.issues or (reason,)
    return Prepared(name, data, digest(data), None, None, issues, True, None, "", Preview(), (), {}, "", 0)


def _stored(made: Plan, sha256: str) -> str:
    """Id of the latest version that is this file, read by this reader; empty: none."""
    found = [v["id"] for v in made.versi if v["sha256"] == sha256 and v["pembaca"] == PEMBACA]
    return found[-1] if found else ""


def _is_current(made: Plan, sha256: str) -> bool:
    return bool(made.kini) and _stored(made, sha256) == made.kini


def _result(made: Plan, versi: str, *, berubah: bool) -> Result:
    document, count = made.document, len(made.cascade.kinerja)
    return Result(berubah, made.dokumen, versi, made.unit.nama, document.tahun, count, made.issues)


def _note(made: Plan, versi: str, name: str) -> None:
    """For the activity log: which version was current, which is now, and how the tree changed with it."""
    changes = made.preview
    counts = {
        "kinerja": len(made.cascade.kinerja),
        "baru": len(changes.baru),
        "berubah kalimat": len(changes.berubah_kalimat),
        "pindah induk": len(changes.pindah),
        "berubah tingkat": len(changes.berubah_tingkat),
        "hilang": len(changes.hilang),
        "kembali": len(changes.kembali),
    }
    note(
        subjek=made.dokumen,
        unit=made.unit.kode,
        sebelum={"versi": made.kini or "belum ada"},
        sesudah={"versi": versi, "berkas": name, **{what: str(n) for what, n in counts.items() if n}},
    )


def _check_revision(made: Plan, expected: int | None) -> None:
    if expected is not None and expected != made.urut:
        raise Conflict(
            f"{made.unit.nama} {made.document.tahun} sudah diubah orang lain sesudah pratinjau ini dibuat "
            f"(keputusan nomor {expected} -> {made.urut}). Tidak ada yang diimpor.",
            "Buka pratinjau lagi, periksa, lalu terapkan.",
            current=str(made.urut),
        )
