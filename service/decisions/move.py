"""After a level was decided: would parents move if the order of rows were read with that level?

In: the id of a kinerja. Out: a `MoveProposal`: what would stand under another parent, or nothing. A level decision
changes the level only; whoever wants the parents to follow decides them as parents (`decide_many(proposal.changes)`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from service import live
from service.decisions import subject
from service.decisions.checks import Change
from service.fold import fold
from service.graph import Graph, Tx
from service.ingest.preview import parents
from service.live import State
from service.model import Cascade


@dataclass(frozen=True, slots=True)
class Move:
    """One kinerja that would stand elsewhere."""

    id: str
    uraian: str
    dari: str
    """Id of its parent now; empty: it has none."""
    dari_uraian: str
    ke: str
    ke_uraian: str


@dataclass(frozen=True, slots=True)
class MoveProposal:
    """What would follow from the level of one kinerja."""

    id: str
    tingkat: str
    """Its level in force."""
    moves: tuple[Move, ...]
    """The kinerja itself first, then others in document order."""
    revisi: int
    """Revision of the unit and year that this was worked out on, for `decide_many`."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The decisions that make it so."""
        return tuple(Change("induk", move.id, {"induk": move.ke}) for move in self.moves)


def move_proposal(graph: Graph, key: str) -> MoveProposal | None:
    """What would move with the decided level of `key`; None: nothing would. Raises NotFound."""

    def work(tx: Tx) -> MoveProposal | None:
        state = live.state_of(tx, subject(tx, key).dokumen)
        now = live.cascade_of(state)
        level = {k.id: k.tingkat for k in now.kinerja if k.diputuskan}.get(key)
        moves = _moves(now, _followed(state, key, level), key) if level else ()
        if not level or not moves:
            return None
        return MoveProposal(key, level, moves, max((d.urut for d in state.decisions), default=0))

    return graph.reading(work)


def _followed(state: State, key: str, level: str) -> Cascade:
    """The cascade as if every stage had given `key` this level."""
    claims = tuple(
        replace(claim, label=level, tingkat=level, komponen="")
        if claim.kinerja_id == key and claim.jenis == "kinerja"
        else claim
        for claim in state.claims
    )
    return fold(claims, [d for d in state.decisions if d.jenis == "induk"], state.register)


def _moves(now: Cascade, followed: Cascade, key: str) -> tuple[Move, ...]:
    before, after = parents(now), parents(followed)
    words = {k.id: k.uraian for k in now.kinerja}
    moved = [k for k in words if after.get(k) and before.get(k, "") != after[k]]
    return tuple(
        Move(k, words[k], before.get(k, ""), words.get(before.get(k, ""), ""), after[k], words[after[k]])
        for k in sorted(moved, key=lambda k: k != key)
    )
