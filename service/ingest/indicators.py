"""Which indicator of a new version is an old one: the same name, or a mended name beside the same kinerja.

In: the indicators of the new cascade under the ids that their wording gives, and those that live now. Out: the ids that
differ: wording's id -> id that stays. Links to an indicator hold over a reworded name just as links to a kinerja do.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.ingest.likeness import mutual_best
from service.ingest.reimport import ALIKE
from service.model import Indicator


def kept_ids(fresh: Sequence[Indicator], known: Sequence[Indicator]) -> dict[str, str]:
    """Pure; an indicator that is new keeps the id of its wording unless that one is in use."""
    ids = _same_name(fresh, known)
    ids |= _mended_name([i for i in fresh if i.id not in ids], [i for i in known if i.id not in ids.values()])
    for indicator in fresh:
        if indicator.id not in ids:
            ids[indicator.id] = _free(indicator.id, {*ids.values()} | {i.id for i in known})
    return {wording: kept for wording, kept in ids.items() if wording != kept}


def _same_name(fresh: Sequence[Indicator], known: Sequence[Indicator]) -> dict[str, str]:
    named = {i.nama_baku: i.id for i in known}
    return {i.id: named[i.nama_baku] for i in fresh if i.nama_baku in named}


def _mended_name(fresh: Sequence[Indicator], known: Sequence[Indicator]) -> dict[str, str]:
    """Mutual best match among those that measure a kinerja in common."""
    measured = {i.id: set(i.kinerja) for i in (*fresh, *known)}
    found = mutual_best({i.id: i.nama for i in fresh}, {i.id: i.nama for i in known}, ALIKE)
    return {new: old for new, old, _ in found if measured[new] & measured[old]}


def _free(wish: str, taken: set[str]) -> str:
    """`wish`, or with the first number behind it that nobody has."""
    number, key = 2, wish
    while key in taken:
        key, number = f"{wish}-{number}", number + 1
    return key
