"""What the graph knows of a unit and year before a document is imported into it.

In: an open transaction (or none: as into an empty graph), a unit, a document. Out: `Before`, the register that the fold
needs, and the statements that the rows of a new version may speak of. Only reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from service import live
from service.bahasa.wording import sidik
from service.fold import fold
from service.fold.decided import in_force
from service.fold.matched import same_kinerja
from service.graph import Tx
from service.ingest.preview import parents
from service.ingest.reimport import Known
from service.ingest.unit import Unit
from service.jenjang import ladder_for
from service.live import State
from service.live.former import former_rows
from service.model import Cascade, Claim, Register

NOTHING = Cascade((), (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Before:
    """What the graph knows of the unit and year."""

    state: State | None
    cascade: Cascade
    former: tuple[Known, ...]
    versi: tuple[Mapping[str, Any], ...]
    asleep: tuple[Claim, ...] = ()
    """Of the version that was current before the document was withdrawn; empty while one is current."""


def before_of(tx: Tx | None, dokumen: str) -> Before:
    state = live.known_state(tx, dokumen) if tx else None
    if tx is None or state is None:
        return Before(None, NOTHING, (), ())
    cascade = live.cascade_of(state)
    former = former_rows(tx, dokumen, {k.id for k in cascade.kinerja}, state.decisions)
    elsewhere = same_kinerja(in_force(state.decisions), with_new=False)  # these ids speak of another kinerja by now
    return Before(
        state=state,
        cascade=cascade,
        former=tuple(
            Known(row["id"], row["uraian"], sidik(row["uraian"]), hidup=False)
            for row in former
            if row["id"] not in elsewhere
        ),
        versi=tuple(row["versi"] for row in tx.run("load/versions", id=dokumen)),
        asleep=live.last_claims(tx, state) if not state.versi else (),
    )


def register_of(tx: Tx | None, unit: Unit, state: State | None) -> Register:
    """As the graph has it; its ladders are those of the seeds until it has its own."""
    seeded = ladder_for(unit.jenis)
    if tx is None:
        return Register(unit.kode, unit.nama, unit.jenis, seeded)
    register = state.register if state else live.register_of(tx, unit.kode, unit.nama, unit.jenis)
    return register if register.jenjang else replace(register, jenjang=seeded)


def known_statements(before: Before, register: Register) -> list[Known]:
    """Parents are those of the document itself: a person's move must not hide that a sentence is an old one."""
    if before.state is None:
        return []
    own = fold(before.asleep or before.state.claims, (), register)
    above = parents(own)
    last = own.kinerja if before.asleep else before.cascade.kinerja
    living = {k.id: Known(k.id, k.uraian, k.sidik, k.kode, above.get(k.id, "")) for k in last}
    return [*living.values(), *(one for one in before.former if one.id not in living)]


def next_number(before: Before) -> int:
    return max((versi["nomor"] for versi in before.versi), default=0) + 1


def rows(tx: Tx | None, name: str, **params: Any) -> list[dict[str, Any]]:
    return tx.run(name, **params) if tx else []
