"""Whether what a person saw still stands when the decision arrives; the second of two people is told, with both values.

In: the number that the form carried (If-Match or hidden field) and the log. Out: nothing, or `Conflict`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from service import live, log
from service.decisions.change import Change
from service.errors import Conflict
from service.fold.decided import slot
from service.live import State
from service.model import Decision
from service.said import WHAT, value

NOT_SAVED = "belum disimpan. Muat ulang, periksa, lalu putuskan lagi."


def seen_by(wish: Change) -> str:
    """Id of what a form stands on: the rows that are matched to an old kinerja, else the subject."""
    return wish.isi.get("dari") or wish.subjek if wish.jenis == "padanan" else wish.subjek


def check_seen(state: State, subjek: str, based_on: int | None, wish: Change | None = None) -> None:
    """`based_on`: the revision of `subjek` that the person saw; None: not asked for. `wish`: what they chose."""
    stands = log.revision_of(state.decisions, subjek, state.dokumen)
    if based_on is not None and based_on != stands:
        words = _words(state)
        chosen = f"Pilihan Anda ({_wished(wish, words)})" if wish else "Pilihan Anda"
        raise Conflict(_told(state, words, stands, based_on), f"{chosen} {NOT_SAVED}", current=str(stands))


def check_tree_seen(state: State, based_on: int | None) -> None:
    """The same for a whole unit and year."""
    stands = tree_revision(state.decisions)
    if based_on is not None and based_on != stands:
        told = _told(state, _words(state), stands, based_on)
        raise Conflict(told, f"Pilihan Anda {NOT_SAVED}", current=str(stands))


def tree_revision(decisions: Sequence[Decision]) -> int:
    """Number of the last entry about a unit and year."""
    return max((d.urut for d in decisions), default=0)


def _words(state: State) -> dict[str, str]:
    """Id of a kinerja -> its statement: a person reads sentences, not ids. Only folded when somebody was too late."""
    return {k.id: k.uraian for k in live.cascade_of(state).kinerja}


def _wished(wish: Change, words: Mapping[str, str]) -> str:
    return value(Decision("", 0, wish.jenis, wish.subjek, wish.isi, "", "", ""), words)


def _told(state: State, words: Mapping[str, str], stands: int, based_on: int) -> str:
    other = next((d for d in state.decisions if d.urut == stands), None)
    if other is None:
        return f"Halaman ini memakai keadaan nomor {based_on}, yang tidak ada."
    what, now, before = WHAT[other.jenis], value(other, words), value_before(state, other, words)
    who = "Orang lain" if other.oleh == log.LOCAL else other.oleh
    return f"{who} mengubah {what} ini {ago(other.pada)} ({f'{before} -> {now}' if before else now})."


def value_before(state: State, other: Decision, words: Mapping[str, str]) -> str:
    """What was decided before, else what the document proposes; a moved parent says itself where it was."""
    if other.membatalkan:
        undone = next((d for d in state.decisions if d.id == other.membatalkan), None)
        return value(undone, words) if undone and not undone.membatalkan else ""
    if other.isi.get("dari") and other.jenis == "induk":
        return value(_with(other, induk=other.isi["dari"]), words)
    earlier = [d for d in state.decisions if d.urut < other.urut and slot(d) == slot(other) and not d.membatalkan]
    if earlier:
        return value(earlier[-1], words)
    proposed = {k.id: k.tingkat_usul for k in live.cascade_of(state).kinerja}
    return proposed.get(other.subjek, "") if other.jenis == "tingkat" else ""


def _with(decision: Decision, **isi: str) -> Decision:
    return Decision("", 0, decision.jenis, decision.subjek, isi, "", "", "")


def ago(pada: str) -> str:
    """How long ago it was, as one says it."""
    minutes = int((datetime.now().astimezone() - datetime.fromisoformat(pada)).total_seconds() // 60)
    if minutes < 1:
        return "baru saja"
    return f"{minutes} menit yang lalu" if minutes < 120 else f"pada {pada[:16].replace('T', ' ')}"
