"""Writes a planned import: the unit, the version with its rows and issues, the log entry, and the cascade folded anew.

In: a `Plan` and the file it came from, in an open writing transaction. Out: the id of the version that is current now.
Rows are written once, with their version, and never touched again. What a person set in the register stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service import live, log
from service.graph import Tx
from service.ingest.choices import Matching
from service.ingest.plan import Plan
from service.live.beside import become_unit
from service.live.doubts import SURE, Doubt, doubt_text
from service.live.former import BECAME
from service.live.write import write_issues
from service.model import Decision
from service.stored import row_properties


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a version comes from."""

    sha256: str
    nama_berkas: str
    ukuran: int
    """Bytes."""
    pembaca: str
    """Version of the reader: a better one may read the same file again."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was written."""

    versi: str
    decision: Decision


def load(tx: Tx, plan: Plan, source: Source, oleh: str, alasan: str, beside: Mapping[str, str] | None = None) -> Loaded:
    """Write `plan` as the next version and make it current; `beside`: what else the entry of the log says."""
    write_unit(tx, plan)
    versi = _next_version(plan, source, oleh)
    write_version(tx, plan, versi)
    said = {"versi": versi["id"], **{BECAME + old: new for old, new in plan.menjadi.items()}, **(beside or {})}
    return _make_current(tx, plan.dokumen, versi["id"], said, oleh, alasan, plan.choices)


def go_back(tx: Tx, plan: Plan, versi: str, oleh: str, alasan: str, beside: Mapping[str, str] | None = None) -> Loaded:
    """Make a version that is stored already current again; `beside` as above."""
    return _make_current(tx, plan.dokumen, versi, {"versi": versi, **(beside or {})}, oleh, alasan)


def write_unit(tx: Tx, plan: Plan) -> None:
    """The unit of the document, new or with a further spelling of its name, in a pemda."""
    unit = plan.unit
    skpd = {"kode": unit.kode, "nama": unit.nama, "jenis": unit.jenis, "singkatan": unit.singkatan}
    pemda = {"kode": unit.pemda_kode, "nama": unit.pemda, "contoh": unit.contoh}
    tx.run("load/write_unit", pemda=pemda, skpd=skpd)
    tx.run("load/write_unit_names", kode=unit.kode, alias=list(dict.fromkeys(plan.document.sebutan)))
    become_unit(tx, unit.kode, (unit.nama, *plan.document.sebutan))


def write_version(tx: Tx, plan: Plan, versi: Mapping[str, Any]) -> None:
    """A version, its rows with what they claim, and what was found while it was read."""
    document = plan.document
    dokumen = {"id": plan.dokumen, "jenis": "cascading", "tahun": document.tahun, "judul": document.judul}
    tx.run("load/write_version", skpd=plan.unit.kode, dokumen=dokumen, versi=dict(versi))
    tx.run("load/write_rows", versi=versi["id"], baris=row_properties(versi["id"], document.rows, document.claims))
    write_issues(tx, versi["id"], "baca", document.issues)


def _next_version(plan: Plan, source: Source, oleh: str) -> dict[str, Any]:
    nomor = max((versi["nomor"] for versi in plan.versi), default=0) + 1
    return {
        "id": f"{plan.dokumen}-v{nomor}",
        "nomor": nomor,
        "sha256": source.sha256,
        "nama_berkas": source.nama_berkas,
        "ukuran": source.ukuran,
        "diimpor_pada": log.now(),
        "oleh": oleh,
        "pembaca": source.pembaca,
        "judul": plan.document.judul,
        "tidak_disebut": list(plan.document.tidak_disebut),
        "ragu": [doubt_text(one) for one in _doubts(plan)],
        "pindah": [f"{change.id}={change.sebelum}={change.sesudah}" for change in plan.preview.pindah],
        "indikator_tetap": [f"{wording}={kept}" for wording, kept in sorted(plan.indikator_tetap.items())],
    }


def _make_current(
    tx: Tx,
    dokumen: str,
    versi: str,
    said: Mapping[str, str],
    oleh: str,
    alasan: str,
    choices: Sequence[Matching] = (),
) -> Loaded:
    matched = [(one.confirms, log.Entry("padanan", one.subjek, one.isi, alasan, oleh)) for one in choices]
    changing = [entry for confirms, entry in matched if not confirms]
    decision, *_ = log.append(tx, [log.Entry("versi", dokumen, said, alasan, oleh), *changing])
    live.refold(tx, dokumen)
    log.append(tx, [entry for confirms, entry in matched if confirms])  # about kinerja that only now live
    return Loaded(versi, decision)


def _doubts(plan: Plan) -> Iterator[Doubt]:
    """Statements taken for old ones that are not very much alike; what a person chose is no doubt."""
    carried = {c.kelompok: c.kinerja_id for c in plan.document.claims}
    for match in plan.matches:
        if match.cara == "mirip" and match.kemiripan < SURE:
            yield Doubt(carried[match.kelompok], match.kemiripan, match.sebelum)
