"""Erasing a document for good: versions, rows, kinerja, what was decided about them, and the original files.

In: the id of a document and a reason. Out: an `Erasure`, the counts of what goes; then one transaction. The log keeps
its numbers without a gap: every entry about the document is emptied in place (kind `hapus`, no object, no content), and
one more entry says what was erased, by whom, when and why. Replaying such a log gives the same graph. What a person set
in the register stays; backups made before still hold the document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from service import live, log
from service.access import require
from service.actor import acting, note
from service.config import Settings
from service.decisions.checks import check_reason
from service.errors import Conflict, NotFound
from service.graph import Graph, Tx
from service.ingest import drafts
from service.model import Decision


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing takes away."""

    dokumen: str
    judul: str
    unit: str
    """Name of the unit."""
    tahun: int
    versi: int
    baris: int
    kinerja: int
    """Living and former."""
    keputusan: int
    """Entries of the log that are emptied."""
    berkas: tuple[str, ...]
    """sha256 of originals that nothing else uses; their files go too."""


def erasure(graph: Graph, dokumen: str) -> Erasure:
    """What `erase` would take away; raises NotFound."""
    return graph.reading(lambda tx: _erasure(tx, dokumen))


def erase(graph: Graph, settings: Settings, dokumen: str, alasan: str, agreed: Erasure | None = None) -> Erasure:
    """Erase it. `agreed`: what the person was shown. Raises NotFound, Invalid, Conflict, Forbidden.

    Files go after the graph: one that is left behind by a full stop in between belongs to nothing, and is found by
    the next erasing of the same file; a graph that names a file which is gone would be worse."""

    def work(tx: Tx) -> Erasure:
        require("cadangan")
        what = _erasure(tx, dokumen)
        if agreed is not None and what != agreed:
            raise Conflict("Dokumen ini berubah sesudah dihitung. Tidak ada yang dihapus.", "Ulangi perintahnya.")
        _written(tx, what, alasan.strip())
        return what

    check_reason(alasan)
    done = graph.writing(work)
    drop_files(done.berkas, settings)
    note(
        subjek=dokumen, sebelum={"versi": str(done.versi), "kinerja": str(done.kinerja)}, sesudah={"dokumen": "dihapus"}
    )
    return done


def left_behind(nomor: int) -> str:
    """What an emptied entry still says, as JSON: the number of the entry that tells of the erasing."""
    return json.dumps({"penghapusan": f"keputusan-{nomor}"})


def entry_of(what: Erasure, unit: str, nomor: int, oleh: str, pada: str, alasan: str) -> Decision:
    """The entry of the log that tells what was erased, without a word of its content; `unit`: kode."""
    said = {"versi": str(what.versi), "baris": str(what.baris), "kinerja": str(what.kinerja)}
    said |= {"keputusan": str(what.keputusan), "unit": unit, "tahun": str(what.tahun)}
    return Decision(f"keputusan-{nomor}", nomor, log.ERASED, what.dokumen, said, oleh, pada, alasan)


def drop_files(berkas: Iterable[str], settings: Settings) -> None:
    """Originals, and what was uploaded of them, that belong to nothing any more."""
    for sha256 in berkas:
        (settings.originals / sha256).unlink(missing_ok=True)
        drafts.drop(sha256, settings)


def _erasure(tx: Tx, dokumen: str) -> Erasure:
    found = tx.run("versions/erasable", id=dokumen)
    if not found:
        raise NotFound(f"Tidak ada dokumen {dokumen!r}.", "Lihat `kinerja units --json` untuk id dokumen yang ada.")
    row = found[0]
    numbers = {name: row[name] for name in ("tahun", "versi", "baris", "kinerja", "keputusan")}
    return Erasure(dokumen, row["judul"] or "", row["nama"], berkas=tuple(row["sha256"]), **numbers)


def _written(tx: Tx, what: Erasure, alasan: str) -> None:
    """Emptied first, so that the fold finds no version in force and sweeps all that lives of it."""
    at = tx.run("load/document", id=what.dokumen, umum=live.GENERAL)[0]
    oleh, pada, nomor = acting().akun, log.now(), log.last_number(tx) + 1
    left = left_behind(nomor)
    tx.run("versions/erase_entries", dokumen=what.dokumen, isi=left, oleh=oleh, pada=pada)
    live.refold(tx, what.dokumen)
    tx.run("versions/erase_former", skpd=at["kode"], tahun=at["tahun"])
    tx.run("versions/erase_versions", id=what.dokumen)
    log.write(tx, [entry_of(what, at["kode"], nomor, oleh, pada, alasan)])
