"""What people decide about a cascade, recorded with a reason, listed, and undone; each decision folds its cascade anew.

In: a kind (`tingkat`, `induk`, `versi`), a subject, what is decided, why, and the revision that the person saw. Out:
the entry of the log, written in the same transaction as the cascade that follows from it; or a refusal that explains.
"""

from __future__ import annotations

from collections.abc import Sequence

from service import live, log
from service.access import require_unit
from service.actor import note
from service.decisions.checks import Change, check_followed, check_new, check_reason, entry_for
from service.decisions.found import Subject, entry, one_document, subject
from service.decisions.seen import check_seen, check_tree_seen, seen_by
from service.decisions.telling import tell
from service.decisions.undoing import undo, undo_together
from service.graph import Graph, Tx
from service.live import State
from service.model import Decision, DecisionKind

__all__ = ["Subject", "decide", "decide_many", "entry", "subject", "undo", "undo_together"]


def decide(
    graph: Graph,
    jenis: DecisionKind,
    subjek: str,
    isi: dict[str, str],
    alasan: str,
    oleh: str = "",
    based_on: int | None = None,
) -> Decision:
    """Record one decision. `based_on`: the subject's revision that the person saw; None: whatever stands.

    Raises NotFound, Invalid (not allowed, with the explanation), Conflict (somebody else was first).
    """

    def work(tx: Tx) -> Decision:
        state = live.state_of(tx, subject(tx, subjek).dokumen)
        wish = Change(jenis, subjek, isi)
        check_new(state, wish)
        check_seen(state, seen_by(wish), based_on, wish)
        return _record(tx, state, [wish], alasan, oleh)[0]

    note(subjek=subjek)  # of one that is refused, too
    check_reason(alasan)
    return graph.writing(work)


def decide_many(
    graph: Graph, changes: Sequence[Change], alasan: str, oleh: str = "", based_on: int | None = None
) -> tuple[Decision, ...]:
    """Record several decisions about one unit and year, all or none; `based_on`: revision of that unit and year."""

    def work(tx: Tx) -> tuple[Decision, ...]:
        state = live.state_of(tx, one_document(tx, {change.subjek for change in changes}))
        check_tree_seen(state, based_on)
        return _record(tx, state, changes, alasan, oleh)

    check_reason(alasan)
    if not changes:
        return ()
    return graph.writing(work)


def _record(tx: Tx, state: State, changes: Sequence[Change], alasan: str, oleh: str) -> tuple[Decision, ...]:
    require_unit(state.register.kode, state.register.nama)
    before = live.cascade_of(state)
    entries = [entry_for(tx, change, state, before, alasan, oleh) for change in changes]
    made = log.append(tx, entries)
    check_followed(made, live.refold(tx, state.dokumen))
    tell(state, before, made)
    return made
