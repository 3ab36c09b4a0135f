"""Taking back what a side said about a pair: the word is cancelled by a new entry, which can itself be undone.

In: entries of the log about pairs. Out: the cancelling entries, and the edges as they follow; where nothing stands any
more, the pair is a detected one again.
"""

from __future__ import annotations

from collections.abc import Sequence

from service import log
from service.decisions.pair_checks import check_settled, require_side
from service.decisions.pair_seen import check_pair_seen, revision
from service.decisions.pair_telling import tell_words
from service.errors import Conflict, Invalid
from service.fold.decided import standing
from service.fold.pair_keys import is_body
from service.fold.pairs import PairState
from service.graph import Tx
from service.live.detected import show_detected
from service.live.pairs import pairs_and_joined, pairs_around, write_pairs
from service.model import Decision

KEPT = (
    *("dengan", "pihak", "gabung", "badan"),
    *("nama_pihak", "nama_a", "nama_b", "kalimat_a", "kalimat_b", "kalimat_gabung"),
)
"""What a cancelling entry repeats, so that it says what it is about."""


def cancel_words(
    tx: Tx, cancelled: Sequence[Decision], alasan: str, oleh: str, based_on: int | None, *, together: bool = False
) -> tuple[Decision, ...]:
    """Cancel entries of the kind `silang`. `based_on`: number of the last entry about the pair that the person saw;
    `together`: of the last entry of the step. Raises Forbidden, Invalid, Conflict."""
    here = pairs_and_joined(tx, {end for one in cancelled for end in _ends(one)})
    touched = [_pair_of(one, here.pairs) for one in cancelled]
    for one, state in zip(cancelled, touched, strict=True):
        _check(one, state)
        if not together:
            check_pair_seen(here, state.kunci, based_on)
        elif based_on is not None and revision(here, state.kunci) > based_on:
            raise Conflict("Orang lain menjawab salah satu pasangan ini sesudahnya.", "Urungkan satu per satu.")
    made = log.append(tx, [_entry(one, alasan, oleh) for one in cancelled])
    now = pairs_around(tx, here.kinerja)
    write_pairs(tx, now)
    show_detected(tx, [one for one in now.pairs if one.kunci in {state.kunci for state in touched}])
    tell_words(made, {state.kunci: state for state in touched})
    return made


def _ends(one: Decision) -> set[str]:
    """Kinerja that an entry names; a joined one is found by its tie."""
    return {one.subjek} | ({one.isi["dengan"]} if not is_body(one.isi["dengan"]) else set())


def _pair_of(one: Decision, pairs: Sequence[PairState]) -> PairState:
    return next(state for state in pairs if any(said.entri.id == one.id for said in state.entri))


def _check(one: Decision, state: PairState) -> None:
    """Whose word it was may take it back; an entry that is cancelled already cannot be cancelled again."""
    said = next(said for said in state.entri if said.entri.id == one.id)
    require_side(said.siapa, state.pihak[0], one.isi.get("nama_pihak", ""))
    check_settled(state)
    by = next((d for d in standing([s.entri for s in state.entri]) if d.membatalkan == one.id), None)
    if by:
        raise Invalid(
            f"Keputusan nomor {one.urut} sudah diurungkan ({by.pada}, oleh {by.oleh}).",
            "Untuk memberlakukannya lagi, urungkan pengurungan itu.",
        )


def _entry(one: Decision, alasan: str, oleh: str) -> log.Entry:
    isi = {name: one.isi[name] for name in KEPT if one.isi.get(name)}
    return log.Entry("silang", one.subjek, isi, alasan, oleh, one.id)
