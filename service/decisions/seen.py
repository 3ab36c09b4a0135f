"""Whether what a person saw still stands when the decision arrives; the second of two people is told, with both values.

In: the number that the form carried (If-Match or hidden field) and the log. Out: nothing, or `Conflict`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from service import live, log
from service.errors import Conflict
from service.live import State
from service.model import Decision

NOT_SAVED = "belum disimpan. Muat ulang, periksa, lalu putuskan lagi."


def check_seen(state: State, subjek: str, based_on: int | None, wish: str = "") -> None:
    """`based_on`: the revision of `subjek` that the person saw; None: not asked for. `wish`: what they chose."""
    stands = log.revision_of(state.decisions, subjek, state.dokumen)
    if based_on is not None and based_on != stands:
        words = _words(state)
        chosen = f"Pilihan Anda ({words.get(wish, wish)})" if wish else "Pilihan Anda"
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
    return {k.id: f"“{k.uraian}”" for k in live.cascade_of(state).kinerja}


def _told(state: State, words: Mapping[str, str], stands: int, based_on: int) -> str:
    other = next((d for d in state.decisions if d.urut == stands), None)
    if other is None:
        return f"Halaman ini memakai keadaan nomor {based_on}, yang tidak ada."
    what, value = _value(other)
    before = _value_before(state, other)
    change = f"{words.get(before, before)} -> {words.get(value, value)}" if before else words.get(value, value)
    who = "Orang lain" if other.oleh == log.LOCAL else other.oleh
    return f"{who} mengubah {what} ini {_ago(other.pada)} ({change})."


def _value(decision: Decision) -> tuple[str, str]:
    if decision.membatalkan:
        return {"tingkat": "tingkat kinerja", "induk": "induk kinerja"}.get(
            decision.jenis, "versi dokumen"
        ), "diurungkan"
    if decision.jenis == "tingkat":
        return "tingkat kinerja", decision.isi["tingkat"]
    if decision.jenis == "induk":
        return "induk kinerja", decision.isi["induk"]
    return "versi dokumen", decision.isi["versi"]


def _value_before(state: State, other: Decision) -> str:
    """What was decided before, else what the document proposes; a moved parent says itself where it was."""
    if other.isi.get("dari"):
        return other.isi["dari"]
    earlier = [d for d in state.decisions if d.urut < other.urut and (d.subjek, d.jenis) == (other.subjek, other.jenis)]
    if earlier:
        return _value(earlier[-1])[1]
    proposed = {k.id: k.tingkat_usul for k in live.cascade_of(state).kinerja}
    return proposed.get(other.subjek, "") if other.jenis == "tingkat" else ""


def _ago(pada: str) -> str:
    minutes = int((datetime.now().astimezone() - datetime.fromisoformat(pada)).total_seconds() // 60)
    if minutes < 1:
        return "baru saja"
    return f"{minutes} menit yang lalu" if minutes < 120 else f"pada {pada[:16].replace('T', ' ')}"
