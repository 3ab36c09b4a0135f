"""What was decided, for the activity log: the value before and the value now, in words."""

from __future__ import annotations

from collections.abc import Sequence

from service.actor import doing, note
from service.decisions.seen import value_before
from service.live import State
from service.model import Cascade, Decision
from service.said import WHAT, value


def tell(state: State, before: Cascade, made: Sequence[Decision]) -> None:
    """`state` and its cascade `before`: as they were; many decisions at once are counted."""
    if doing() is None:
        return
    unit = state.register.kode
    if len(made) > 1:
        kinds = sorted({WHAT[one.jenis] for one in made})
        note(subjek=state.dokumen, unit=unit, sesudah={"keputusan": str(len(made)), "tentang": ", ".join(kinds)})
        return
    (one,) = made
    names = {k.id: k.uraian for k in before.kinerja}
    what, earlier = WHAT[one.jenis], value_before(state, one, names)
    note(
        subjek=one.subjek,
        unit=unit,
        sebelum={what: earlier} if earlier else {},
        sesudah={what: value(one, names), "alasan": one.alasan},
    )
