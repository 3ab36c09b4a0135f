"""Taking the examples away: units, documents, kinerja, and what was decided about them.

In: a graph. Out: a `Removal`, the counts of what goes; then one transaction. Everything else stays as if they had never
been there, but for the log: its numbers have no gap, so the emptied entries about the examples stay in it, each with
one that says that it was erased (as `versions/erasing` does). They do not come back at the next start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service import log
from service.access import require
from service.actor import acting, note
from service.config import Settings
from service.errors import Conflict, NotFound
from service.graph import Graph, Tx
from service.ingest.seeds import REASON
from service.live.beside import name_partners
from service.versions.erasing import Erasure, drop_files, entry_of, left_behind

WHY = "Contoh fiktif dibuang"
DROPPED = ("examples/drop_documents", "examples/drop_kinerja", "examples/drop_units")
"""In this order: each still finds its way through what the next one takes."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What removing takes away."""

    pemda: tuple[str, ...]
    """Names of the governments that are examples."""
    unit: tuple[str, ...]
    """Names of their units."""
    dokumen: tuple[str, ...]
    """Ids."""
    kinerja: int
    """Living and former."""
    keputusan: int
    """Decisions of people about them."""


def removal(graph: Graph) -> Removal:
    """What `remove` would take away."""
    return graph.reading(_removal)


def remove(graph: Graph, settings: Settings, agreed: Removal | None = None) -> Removal:
    """Take them away. `agreed`: what the person was shown. Raises NotFound when there are none, Conflict, Forbidden.
    Original files go after the graph, see `versions/erasing`."""

    def work(tx: Tx) -> tuple[Removal, list[str]]:
        require("cadangan")
        what = _removal(tx)
        _check(what, agreed)
        return what, _take_away(tx)

    done, berkas = graph.writing(work)
    drop_files(berkas, settings)
    counts = {"unit": len(done.unit), "dokumen": len(done.dokumen), "kinerja": done.kinerja}
    note(sebelum={name: str(count) for name, count in counts.items()}, sesudah={"contoh": "dibuang"})
    return done


def _removal(tx: Tx) -> Removal:
    units = tx.run("examples/units")
    return Removal(
        pemda=tuple(sorted({row["pemda"] for row in units})),
        unit=tuple(row["nama"] for row in units),
        dokumen=tuple(dokumen for row in units for dokumen in row["dokumen"]),
        kinerja=sum(row["kinerja"] for row in units),
        keputusan=tx.run("examples/decided", alasan=REASON)[0]["keputusan"],
    )


def _check(what: Removal, agreed: Removal | None) -> None:
    if not what.unit:
        raise NotFound("Tidak ada contoh di graf ini.", "Muat dengan `kinerja examples load` bila diperlukan.")
    if agreed is not None and what != agreed:
        raise Conflict("Contoh berubah sesudah dihitung. Tidak ada yang dibuang.", "Periksa lagi, lalu ulangi.")


def _take_away(tx: Tx) -> list[str]:
    """All at once, without folding what goes anyway; digests of the originals that nothing uses any more."""
    found = tx.run("examples/documents")
    shared = tx.run("examples/shared")[0]
    units = [row.pop("skpd") for row in found]
    erased = [Erasure(**(row | {"berkas": tuple(row["berkas"])})) for row in found]
    _log(tx, erased, units)
    for name in DROPPED:
        tx.run(name)
    tx.run("load/name_components", kode=shared["komponen"])
    tx.run("load/sweep_components", kode=shared["komponen"])
    tx.run("load/sweep_measures", nama_baku=shared["ukuran"])
    name_partners(tx)
    tx.run("examples/set_state", keadaan="dibuang")
    return sorted({sha256 for one in erased for sha256 in one.berkas})


def _log(tx: Tx, erased: Sequence[Erasure], units: Sequence[str]) -> None:
    """Every entry about them is emptied, and one for each document tells of it."""
    first, oleh, pada = log.last_number(tx) + 1, acting().akun, log.now()
    left = [{"dokumen": one.dokumen, "isi": left_behind(n)} for n, one in enumerate(erased, first)]
    tx.run("examples/erase_entries", hapus=left, oleh=oleh, pada=pada)
    told = [
        entry_of(one, unit, n, oleh, pada, WHY) for n, (one, unit) in enumerate(zip(erased, units, strict=True), first)
    ]
    log.write(tx, told)
