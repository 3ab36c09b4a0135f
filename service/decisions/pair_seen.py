"""Whether a pair still stands as a person saw it when the word arrives; the second of two is told, with both values.

In: the number that the form carried, and the pairs as they stand. Out: nothing, or `Conflict`.
"""

from __future__ import annotations

from collections.abc import Mapping

from service import log
from service.decisions.seen import NOT_SAVED, ago
from service.errors import Conflict
from service.fold.pair_keys import pair_key
from service.fold.pair_said import Said
from service.fold.pairs import PairState
from service.live.pairs import Around
from service.said import UNDONE, word


def revision(here: Around, kunci: str) -> int:
    """Number of the last entry about a pair, of one that led to it as well; 0: none."""
    return max((said.entri.urut for one in here.pairs for said in one.entri if _speaks_of(said, kunci)), default=0)


def check_pair_seen(here: Around, kunci: str, based_on: int | None, wished: Mapping[str, str] | None = None) -> None:
    """`based_on`: the number that the person saw; None: not asked for. `wished`: what they chose."""
    stands = revision(here, kunci)
    if based_on is None or based_on == stands:
        return
    chosen = f"Pilihan Anda ({word(wished)})" if wished else "Pilihan Anda"
    raise Conflict(_told(here, stands, based_on), f"{chosen} {NOT_SAVED}", current=str(stands))


def _speaks_of(said: Said, kunci: str) -> bool:
    ends = {said.a, said.b}
    joined = {pair_key(end, said.gabung) for end in ends if said.gabung and end != said.gabung}
    return kunci in {pair_key(said.a, said.b)} | joined


def _told(here: Around, stands: int, based_on: int) -> str:
    told = [said for one in here.pairs for said in one.entri if said.entri.urut == stands]
    if not told:
        return f"Halaman ini memakai keadaan nomor {based_on}, yang tidak ada."
    (last,) = told
    who = "Orang lain" if last.entri.oleh == log.LOCAL else last.entri.oleh
    now = UNDONE if last.entri.membatalkan else word(last.entri.isi)
    return f"{who} mengubah crosscutting ini {ago(last.entri.pada)} ({value_before(here, last)} -> {now})."


def value_before(here: Around, last: Said) -> str:
    """What the side of `last` said before it, or that it had said nothing."""
    pairs = [one for one in here.pairs if (one.a, one.b) == (last.a, last.b)]
    return word_before(pairs[0] if pairs else None, last.entri.isi.get("pihak", ""), last.entri.urut)


def word_before(state: PairState | None, pihak: str, urut: int) -> str:
    """The word of `pihak` in force before the entry `urut`, as a person reads it."""
    said = [one.entri for one in (state.entri if state else ()) if one.entri.urut < urut]
    cancelled = {one.membatalkan for one in said}
    held = [one for one in said if one.isi.get("pihak") == pihak and not one.membatalkan and one.id not in cancelled]
    return word(held[-1].isi) if held else "belum ada jawaban"
