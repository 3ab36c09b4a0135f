"""Crosscutting pairs that have lost an end: still in the log, followed no more, listed to both units.

In: a unit. Out: a `LoosePair` for every decided pair of which an end lives no more and became nothing, or whose ends
now belong to one unit or to two years; with what may be done. It holds again by itself when the end comes back or is
matched.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.fold.pair_keys import is_body
from service.fold.pair_said import GONE, JOINED_GONE, MOVED_APART, MOVED_TOGETHER
from service.fold.pairs import PairState, Status
from service.graph import Tx
from service.live.pairs import pairs_around

REMEDIES = {
    GONE: "Bila kalimatnya hanya diperbaiki, cocokkan di kinerja yang baru; bila memang dihapus, urungkan jawabannya.",
    JOINED_GONE: "Cocokkan kinerja yang bergabung dengan kalimatnya yang baru, atau urungkan lalu setujui lagi.",
    MOVED_TOGETHER: "Crosscutting hanya antar perangkat daerah; urungkan jawabannya, atau biarkan sebagai catatan.",
    MOVED_APART: "Urungkan jawabannya, lalu pasangkan dengan kinerja dari tahun yang sama.",
}
"""Why a pair is loose -> what may be done."""


@dataclass(frozen=True, slots=True)
class LoosePair:
    """One pair that is followed no more."""

    a: str
    b: str
    kalimat_a: str
    """As it was when the pair was decided last; empty: a unit or a body."""
    kalimat_b: str
    nama_a: str
    """Name of the unit or body."""
    nama_b: str
    pihak: tuple[str, str]
    status: Status
    """What was decided."""
    lepas: str
    """Why it is followed no more."""
    saran: str
    hilang: tuple[str, ...]
    """Ids of the ends that are gone."""
    urut: int
    oleh: str
    pada: str


def loose_pairs(tx: Tx, unit: str = "") -> tuple[LoosePair, ...]:
    """Those of `unit` (kode), at either end; empty: of all units. The last one decided first."""
    former = [row["id"] for row in tx.run("crosscut/former_ends")]
    found = pairs_around(tx, former).pairs if former else ()
    loose = [_loose(one, set(former)) for one in found if one.lepas and one.kata and unit in ("", *one.pihak)]
    return tuple(sorted(loose, key=lambda one: -one.urut))


def _loose(state: PairState, former: set[str]) -> LoosePair:
    last = state.terakhir or state.entri[-1]
    texts, names = last.beside("kalimat"), last.beside("nama")
    gone = [end for end in (state.a, state.b, last.gabung) if end in former and not is_body(end)]
    return LoosePair(
        a=state.a,
        b=state.b,
        kalimat_a=texts[0],
        kalimat_b=texts[1],
        nama_a=names[0],
        nama_b=names[1],
        pihak=state.pihak,
        status=state.status,
        lepas=state.lepas,
        saran=REMEDIES.get(state.lepas, ""),
        hilang=tuple(gone),
        urut=state.urut,
        oleh=last.entri.oleh,
        pada=last.entri.pada,
    )
