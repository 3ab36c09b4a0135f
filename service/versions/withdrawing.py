"""Withdrawing a document: none of its versions is current any more, and nothing of it lives; undoing brings all back.

In: the id of a document. Out: a `Withdrawal`, what would go and which decisions would lose their object; then the entry
of the log. Versions, rows and decisions stay stored, so that the same cascade comes back under the same ids.
"""

from __future__ import annotations

from dataclasses import dataclass

from service import decisions, live
from service.actor import note
from service.decisions.checks import Change
from service.errors import Invalid
from service.facts import UnitRef
from service.graph import Graph, Tx
from service.model import Decision
from service.versions.orphans import Orphan, orphans


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What goes when a document is withdrawn."""

    dokumen: str
    unit: UnitRef
    tahun: int
    kinerja: int
    hubungan: int
    indikator: int
    jabatan: tuple[str, ...]
    """Names of positions that nothing else names: they go too."""
    keputusan: tuple[Orphan, ...]
    versi_pohon: int
    """What the form must carry: number of the last decision about this unit and year."""
    revisi: int


def withdrawal(graph: Graph, dokumen: str) -> Withdrawal:
    """What withdrawing would take away; raises NotFound, Invalid when nothing is current."""
    return graph.reading(lambda tx: _withdrawal(tx, dokumen))


def withdraw(graph: Graph, dokumen: str, alasan: str, based_on: int | None = None) -> Decision:
    """Take the document out of force. Raises NotFound, Invalid, Conflict, Forbidden."""
    (made,) = decisions.decide_many(graph, [Change("versi", dokumen, {"versi": ""})], alasan, based_on=based_on)
    note(subjek=dokumen, sesudah={"versi": "ditarik"})
    return made


def _withdrawal(tx: Tx, dokumen: str) -> Withdrawal:
    state = live.state_of(tx, dokumen)
    if not state.versi:
        raise Invalid("Dokumen ini sudah ditarik; tidak ada versi yang berlaku.", "Buka daftar versinya.")
    cascade = live.cascade_of(state)
    only = tx.run("versions/only_here", skpd=state.register.kode, tahun=state.tahun)[0]
    return Withdrawal(
        dokumen=dokumen,
        unit=UnitRef(state.register.kode, state.register.nama),
        tahun=state.tahun,
        kinerja=len(cascade.kinerja),
        hubungan=len(cascade.edges),
        indikator=len(cascade.indikator),
        jabatan=tuple(only["jabatan"]),
        keputusan=orphans(state.decisions, cascade),
        versi_pohon=max((one.urut for one in state.decisions), default=0),
        revisi=only["revisi"],
    )
