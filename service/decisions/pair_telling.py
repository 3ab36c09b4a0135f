"""What was said about crosscutting pairs, for the activity log: the word before and the word now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.actor import note
from service.decisions.pair_seen import word_before
from service.fold.pair_keys import BODY, BOTH, pair_key
from service.fold.pairs import PairState
from service.model import Decision
from service.said import UNDONE, other_end, word

WHAT = "crosscutting"


def tell_words(made: Sequence[Decision], before: Mapping[str, PairState | None]) -> None:
    """`before`: pair key -> how the pair stood."""
    several = len(made) > 1
    was, now = {}, {}
    for one in made:
        name = f"{WHAT} {other_end(one.isi, 'a')} dengan {other_end(one.isi)}" if several else WHAT
        state = before.get(pair_key(one.subjek, one.isi["dengan"]))
        was[name] = word_before(state, one.isi["pihak"], one.urut)
        now[name] = UNDONE if one.membatalkan else word(one.isi)
        if not several:
            now["dengan"] = other_end(one.isi)
    counted = {"keputusan": str(len(made))} if several else {}
    pihak = made[0].isi["pihak"]
    unit = "" if pihak == BOTH or pihak.startswith(BODY) else pihak
    note(subjek=made[0].subjek, unit=unit, sebelum=was, sesudah={**counted, **now, "alasan": made[0].alasan})
