"""What sides say about crosscutting pairs: recorded with a reason, shown at once, and taken back.

In: a `Word`, why, and the number of the last entry about the pair that the person saw. Out: the entry of the log, and
the edge between the two ends that follows from it, written in the same transaction; or a refusal that explains. Nothing
else is folded: a word costs the pairs of two kinerja, not two units.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service import log
from service.actor import note
from service.decisions.pair_checks import reason_of
from service.decisions.pair_entry import entry_for, says_already
from service.decisions.pair_seen import check_pair_seen, revision
from service.decisions.pair_telling import tell_words
from service.decisions.pair_wish import Wish, Word, wishes
from service.errors import Invalid
from service.fold.pair_keys import ordered
from service.fold.pairs import PairState
from service.graph import Graph, Tx
from service.live.detected import show_detected
from service.live.pairs import Around, pairs_and_joined, pairs_around, write_pairs
from service.model import Decision

__all__ = ["Word", "check_is_about", "revision", "say", "say_many", "sides_of", "standing_of"]

MOST_WORDS = 500
"""Words of one step: one sentence in every kecamatan of a regency is some dozens."""


def say(graph: Graph, word: Word, alasan: str, oleh: str = "", based_on: int | None = None) -> Decision:
    """Record one side's word about a pair. `based_on`: number of the last entry about the pair that the person saw, 0
    for none; None: whatever stands. Raises NotFound, Invalid, Forbidden, Conflict (somebody else was first)."""

    def work(tx: Tx) -> Decision:
        (wish,) = wishes(tx, [word])
        here = pairs_and_joined(tx, wish.ends)
        state = _state(here, wish)
        entry = entry_for(wish, state, reason_of(wish, alasan), oleh)
        if (same := says_already(entry.isi, state)) is not None:
            raise Invalid(
                f"Itu sudah diputuskan (keputusan nomor {same.entri.urut}). Tidak ada yang diubah.",
                "Untuk mengubahnya, pilih yang lain atau urungkan keputusan itu.",
            )
        check_pair_seen(here, wish.kunci, based_on, entry.isi)
        return _record(tx, [wish], [entry], here)[0]

    note(subjek=word.a)  # of one that is refused, too
    log.check_length(alasan)
    return graph.writing(work)


def say_many(
    graph: Graph,
    words: Sequence[Word],
    alasan: str,
    oleh: str = "",
    based_on: Mapping[str, int] | None = None,
) -> tuple[Decision, ...]:
    """Record words about several pairs, all or none; those that say what stands already are passed over. `based_on`:
    pair key -> number of the last entry about it that the person saw. Raises as `say`."""

    def work(tx: Tx) -> tuple[Decision, ...]:
        wanted = wishes(tx, words)
        _check_apart(wanted)
        here = pairs_and_joined(tx, set().union(*(wish.ends for wish in wanted)))
        entries = [(w, entry_for(w, _state(here, w), reason_of(w, alasan), oleh)) for w in wanted]
        fresh = [(w, entry) for w, entry in entries if says_already(entry.isi, _state(here, w)) is None]
        for wish, entry in fresh:
            check_pair_seen(here, wish.kunci, (based_on or {}).get(wish.kunci), entry.isi)
        return _record(tx, [w for w, _ in fresh], [entry for _, entry in fresh], here)

    log.check_length(alasan)
    if len(words) > MOST_WORDS:
        raise Invalid(
            f"Paling banyak {MOST_WORDS} pasangan sekaligus. Tidak ada yang diubah.", "Bagi menjadi beberapa."
        )
    return graph.writing(work) if words else ()


def standing_of(graph: Graph, a: str, b: str) -> PairState | None:
    """How a pair stands by what people said of it; None: nobody has spoken of it."""
    first, second = ordered(a, b)
    return graph.reading(lambda tx: next((one for one in _at(tx, first) if (one.a, one.b) == (first, second)), None))


def sides_of(graph: Graph, word: Word) -> tuple[str, str]:
    """The two sides of the pair that `word` is about: kode of the unit, or `mitra:<kode>`; raises NotFound, Invalid."""
    return graph.reading(lambda tx: wishes(tx, [word])[0].pihak)


def check_is_about(graph: Graph, key: str, a: str, b: str) -> None:
    """Raises Invalid when the entry `key` says nothing about the pair."""
    state = standing_of(graph, a, b)
    if state is None or key not in {said.entri.id for said in state.entri}:
        raise Invalid(f"{key} bukan jawaban tentang pasangan ini. Tidak ada yang diubah.", "Pilih dari riwayatnya.")


def _at(tx: Tx, end: str) -> Sequence[PairState]:
    return pairs_around(tx, [end]).pairs


def _check_apart(wanted: Sequence[Wish]) -> None:
    keys = [wish.kunci for wish in wanted]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice:
        raise Invalid(f"Pasangan {twice} disebut dua kali. Tidak ada yang diubah.", "Sebut sekali saja.")


def _state(here: Around, wish: Wish) -> PairState | None:
    return next((one for one in here.pairs if one.kunci == wish.kunci), None)


def _record(tx: Tx, wanted: Sequence[Wish], entries: Sequence[log.Entry], before: Around) -> tuple[Decision, ...]:
    if not entries:
        return ()
    made = log.append(tx, entries)
    now = pairs_around(tx, before.kinerja)
    write_pairs(tx, now)
    show_detected(tx, [one for one in now.pairs if one.kunci in {wish.kunci for wish in wanted}])
    tell_words(made, {wish.kunci: _state(before, wish) for wish in wanted})
    return made
