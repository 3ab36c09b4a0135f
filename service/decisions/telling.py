"""What was decided, for the activity log: the value before and the value now, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.actor import doing, note
from service.decisions.seen import value_before
from service.fold.decided import in_force, slot
from service.live import State
from service.model import Cascade, Decision
from service.said import WHAT, quoted, value


def tell(state: State, before: Cascade, made: Sequence[Decision]) -> None:
    """`state` and its cascade `before`: as they were."""
    if doing() is None:
        return
    names = {k.id: k.uraian for k in before.kinerja}
    if len(made) > 1:
        _tell_many(state, before, made, names)
        return
    (one,) = made
    what, earlier = WHAT[one.jenis], value_before(state, one, names)
    note(
        subjek=one.subjek,
        unit=state.register.kode,
        sebelum={what: earlier} if earlier else {},
        sesudah={what: value(one, names), "alasan": one.alasan},
    )


def _tell_many(state: State, before: Cascade, made: Sequence[Decision], names: Mapping[str, str]) -> None:
    """Each by the kinerja that it is about; the log keeps the first ones of very many."""
    held = {slot(one): value(one, names) for one in in_force(state.decisions)}
    levels = {k.id: k.tingkat for k in before.kinerja}
    named = {f"{WHAT[one.jenis]} {quoted(one.subjek, names)}": one for one in made}
    was = {what: levels.get(one.subjek, "") for what, one in named.items() if one.jenis == "tingkat"}
    was |= {what: held[slot(one)] for what, one in named.items() if slot(one) in held}
    now = {what: value(one, names) for what, one in named.items()}
    note(
        subjek=state.dokumen,
        unit=state.register.kode,
        sebelum={what: earlier for what, earlier in was.items() if earlier},
        sesudah={"keputusan": str(len(made)), "alasan": made[0].alasan, **now},
    )
