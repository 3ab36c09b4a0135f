"""Which kinerja rows speak of when a person said it: ids are renamed before anything is folded.

In: `padanan` entries in force. Out: id that rows carry -> id of the kinerja, and claims with that id. The stored rows
keep what they carry, so that undoing the entry gives back what was there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from service.model import Claim, Decision


def same_kinerja(holding: Sequence[Decision], *, with_new: bool = True) -> dict[str, str]:
    """Id -> id it is renamed to. `with_new`: also where a person said that rows speak of a kinerja of their own.

    Chains are followed to their end. A ring of entries renames nothing: who says that A is B and B is A said nothing.
    """
    current = next((one.isi.get("versi", "") for one in reversed(holding) if one.jenis == "versi"), "")
    said = {
        one.isi["dari"]: one.subjek
        for one in holding
        if one.jenis == "padanan" and one.isi.get("dari") and _applies(one, current, with_new)
    }
    ends = {start: _end(start, said) for start in said}
    return {start: end for start, end in ends.items() if end != start}


def matched(claims: Sequence[Claim], now: Mapping[str, str]) -> tuple[Claim, ...]:
    """`claims` with the ids of the kinerja they speak of."""
    if not now:
        return tuple(claims)
    return tuple(replace(c, kinerja_id=now[c.kinerja_id]) if c.kinerja_id in now else c for c in claims)


def _applies(one: Decision, current: str, with_new: bool) -> bool:
    """That rows are no old kinerja but a new one is said of one version only; the next carries the new id itself."""
    return with_new and one.isi.get("versi", current) == current if one.isi.get("baru") else True


def _end(start: str, said: Mapping[str, str]) -> str:
    way = [start]
    while way[-1] in said:
        if said[way[-1]] in way:
            return way[-1] if said[way[-1]] == way[-1] else start
        way.append(said[way[-1]])
    return way[-1]
