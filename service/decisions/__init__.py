"""What people decide about a cascade, recorded with a reason, listed, and undone; each decision folds its cascade anew.

In: a kind (`tingkat`, `induk`, `versi`), a subject, what is decided, why, and the revision that the person saw. Out:
the entry of the log, written in the same transaction as the cascade that follows from it; or a refusal that explains.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service import live, log
from service.decisions.checks import Change, check_followed, check_new, check_reason, entry_for
from service.decisions.seen import check_seen, check_tree_seen, seen_by
from service.errors import Invalid, NotFound
from service.fold.decided import standing
from service.graph import Graph, Tx
from service.model import Decision, DecisionKind

UNDONE = "Diurungkan"
"""Reason of an undoing that gives none."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision is about."""

    id: str
    jenis: str
    """Kinerja | KinerjaLama | Dokumen"""
    uraian: str
    dokumen: str
    """Id of the document of its unit and year."""


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
        about = subject(tx, subjek)
        state = live.state_of(tx, about.dokumen)
        wish = Change(jenis, subjek, isi)
        check_new(state, wish)
        check_seen(state, seen_by(wish), based_on, wish)
        return _record(tx, about.dokumen, state, [wish], alasan, oleh)[0]

    check_reason(alasan)
    return graph.writing(work)


def decide_many(
    graph: Graph, changes: Sequence[Change], alasan: str, oleh: str = "", based_on: int | None = None
) -> tuple[Decision, ...]:
    """Record several decisions about one unit and year, all or none; `based_on`: revision of that unit and year."""

    def work(tx: Tx) -> tuple[Decision, ...]:
        documents = {subject(tx, key).dokumen for key in dict.fromkeys(change.subjek for change in changes)}
        if len(documents) != 1:
            raise Invalid("Keputusan bersama harus tentang satu perangkat daerah dan satu tahun.", "Pilih ulang.")
        state = live.state_of(tx, (dokumen := documents.pop()))
        check_tree_seen(state, based_on)
        return _record(tx, dokumen, state, changes, alasan, oleh)

    check_reason(alasan)
    if not changes:
        return ()
    return graph.writing(work)


def undo(graph: Graph, key: str, alasan: str = UNDONE, oleh: str = "", based_on: int | None = None) -> Decision:
    """Cancel the entry `key` by a new one, which can itself be undone. Raises NotFound, Invalid, Conflict."""

    def work(tx: Tx) -> Decision:
        cancelled = entry(tx, key)
        about = subject(tx, cancelled.subjek)
        state = live.state_of(tx, about.dokumen)
        check_seen(state, cancelled.subjek, based_on)
        _check_standing(cancelled, state.decisions)
        cancelling = log.Entry(cancelled.jenis, cancelled.subjek, {}, alasan.strip() or UNDONE, oleh, cancelled.id)
        (made,) = log.append(tx, [cancelling])
        if cancelled.jenis == "versi" and not log.says_version((*state.decisions, made), about.dokumen):
            raise Invalid(
                "Ini satu-satunya versi dokumen yang berlaku; tanpa versi itu tidak ada lagi yang dibaca.",
                "Impor versi lain dulu, atau tarik dokumen ini di daftar versinya. Tidak ada yang diubah.",
            )
        live.refold(tx, about.dokumen)
        return made

    log.check_length(alasan)
    return graph.writing(work)


def subject(tx: Tx, key: str) -> Subject:
    """What `key` is the id of; raises NotFound."""
    found = tx.run("decide/subject", id=key)
    if not found:
        raise NotFound(f"Tidak ada kinerja atau dokumen dengan id {key}.", "Cari lewat kotak pencarian.")
    row = found[0]
    return Subject(key, row["jenis"], row["uraian"], row["dokumen"])


def entry(tx: Tx, key: str) -> Decision:
    """The entry `key` of the log; raises NotFound."""
    found = tx.run("decide/one", id=key)
    if not found:
        raise NotFound(f"Tidak ada keputusan {key}.", "Lihat daftar keputusan.")
    return log.from_properties(found[0]["keputusan"])


def _record(
    tx: Tx, dokumen: str, state: live.State, changes: Sequence[Change], alasan: str, oleh: str
) -> tuple[Decision, ...]:
    before = live.cascade_of(state)
    entries = [entry_for(tx, change, state, before, alasan, oleh) for change in changes]
    made = log.append(tx, entries)
    check_followed(made, live.refold(tx, dokumen))
    return made


def _check_standing(decision: Decision, decisions: Sequence[Decision]) -> None:
    """An entry that is cancelled already cannot be cancelled again."""
    by = [d for d in standing(decisions) if d.membatalkan == decision.id]
    if by:
        raise Invalid(
            f"Keputusan nomor {decision.urut} sudah diurungkan ({by[-1].pada}, oleh {by[-1].oleh}).",
            "Untuk memberlakukannya lagi, urungkan pengurungan itu.",
        )
