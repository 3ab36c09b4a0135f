"""Taking decisions back: an entry is cancelled by a new one, which can itself be undone.

In: one entry, or several that were made together. Out: the cancelling entries, written in the same transaction as the
cascade that follows from them; or a refusal that explains.
"""

from __future__ import annotations

from collections.abc import Sequence

from service import live, log
from service.access import require_unit
from service.decisions.found import entries, one_document
from service.decisions.pair_undo import cancel_words
from service.decisions.seen import check_seen, check_tree_seen
from service.decisions.telling import tell
from service.errors import Invalid
from service.fold.decided import standing
from service.graph import Graph, Tx
from service.live import State
from service.model import Decision

UNDONE = "Diurungkan"
"""Reason of an undoing that gives none."""


def undo(graph: Graph, key: str, alasan: str = UNDONE, oleh: str = "", based_on: int | None = None) -> Decision:
    """Cancel the entry `key`; `based_on`: revision of its subject or pair. Raises NotFound, Invalid, Conflict."""

    def work(tx: Tx) -> Decision:
        (cancelled,) = entries(tx, [key])
        if cancelled.jenis == "silang":
            return cancel_words(tx, [cancelled], alasan.strip() or UNDONE, oleh, based_on)[0]
        state = live.state_of(tx, one_document(tx, [cancelled.subjek]))
        check_seen(state, cancelled.subjek, based_on)
        return _cancel(tx, state, [cancelled], alasan, oleh)[0]

    log.check_length(alasan)
    return graph.writing(work)


def undo_together(
    graph: Graph, keys: Sequence[str], alasan: str = UNDONE, oleh: str = "", based_on: int | None = None
) -> tuple[Decision, ...]:
    """Cancel entries about one unit and year, or about crosscutting pairs, all or none; `based_on`: revision of that
    unit and year, or number of the last entry that the person saw."""

    def work(tx: Tx) -> tuple[Decision, ...]:
        cancelled = entries(tx, keys)
        if all(one.jenis == "silang" for one in cancelled):
            return cancel_words(tx, cancelled, alasan.strip() or UNDONE, oleh, based_on, together=True)
        if any(one.jenis == "silang" for one in cancelled):
            raise Invalid(
                "Di antaranya ada keputusan crosscutting. Tidak ada yang diubah.", "Urungkan yang itu tersendiri."
            )
        state = live.state_of(tx, one_document(tx, {one.subjek for one in cancelled}))
        check_tree_seen(state, based_on)
        return _cancel(tx, state, cancelled, alasan, oleh)

    log.check_length(alasan)
    return graph.writing(work) if keys else ()


def _cancel(tx: Tx, state: State, cancelled: Sequence[Decision], alasan: str, oleh: str) -> tuple[Decision, ...]:
    require_unit(state.register.kode, state.register.nama)
    _check_standing(cancelled, state.decisions)
    why = alasan.strip() or UNDONE
    made = log.append(tx, [log.Entry(one.jenis, one.subjek, {}, why, oleh, one.id) for one in cancelled])
    _check_version(cancelled, (*state.decisions, *made), state.dokumen)
    live.refold(tx, state.dokumen)
    tell(state, live.cascade_of(state), made)
    return made


def _check_standing(cancelled: Sequence[Decision], decisions: Sequence[Decision]) -> None:
    """An entry that is cancelled already cannot be cancelled again."""
    by = {d.membatalkan: d for d in standing(decisions) if d.membatalkan}
    twice = next((one for one in cancelled if one.id in by), None)
    if twice:
        raise Invalid(
            f"Keputusan nomor {twice.urut} sudah diurungkan ({by[twice.id].pada}, oleh {by[twice.id].oleh}).",
            "Untuk memberlakukannya lagi, urungkan pengurungan itu.",
        )


def _check_version(cancelled: Sequence[Decision], decisions: Sequence[Decision], dokumen: str) -> None:
    if any(one.jenis == "versi" for one in cancelled) and not log.says_version(decisions, dokumen):
        raise Invalid(
            "Ini satu-satunya versi dokumen yang berlaku; tanpa versi itu tidak ada lagi yang dibaca.",
            "Impor versi lain dulu, atau tarik dokumen ini di daftar versinya. Tidak ada yang diubah.",
        )
