"""Taking the examples away: units, documents, kinerja, and what was decided about them.

In: a graph. Out: a `Removal`, the counts of what goes; then one transaction. Everything else stays as if they had never
been there, but for the log: its numbers have no gap, so the emptied entries about the examples stay in it, each with
one that says that it was erased (`versions/erasing`). They do not come back at the next start.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.access import require
from service.actor import note
from service.config import Settings
from service.errors import Conflict, NotFound
from service.graph import Graph, Tx
from service.ingest.seeds import REASON
from service.versions.erasing import Erasure, drop_files, erase_in

WHY = "Contoh fiktif dibuang"


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


def remove(graph: Graph, settings: Settings, agreed: Removal | None = None, alasan: str = WHY) -> Removal:
    """Take them away. `agreed`: what the person was shown. Raises NotFound when there are none, Conflict, Forbidden.
    Original files go after the graph, see `versions/erasing`."""

    def work(tx: Tx) -> tuple[Removal, list[Erasure]]:
        require("cadangan")
        what = _removal(tx)
        _check(what, agreed)
        erased = [erase_in(tx, dokumen, alasan) for dokumen in what.dokumen]
        tx.run("examples/drop_units")
        tx.run("examples/set_state", keadaan="dibuang")
        return what, erased

    done, erased = graph.writing(work)
    for one in erased:
        drop_files(one, settings)
    counts = {"unit": len(done.unit), "dokumen": len(done.dokumen), "kinerja": done.kinerja}
    note(subjek="contoh", sebelum={name: str(count) for name, count in counts.items()}, sesudah={"contoh": "dibuang"})
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
