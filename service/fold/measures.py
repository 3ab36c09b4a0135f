"""Indicators with a person's word on top: one kinerja's indicator is another one after all, or is one of its own.

In: the indicators that rows state, under the ids that they keep, and the decisions in force. Out: the indicators as
decided, and what was not followed. A decision is about one kinerja; what else the indicator measures stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.bahasa.wording import short_digest
from service.model import Astray, Decision, Indicator

Use = tuple[str, str]
"""Target and baseline beside one kinerja."""


@dataclass
class Measure:
    """An indicator while it is being decided about."""

    plain: Indicator
    uses: dict[str, Use]
    """Id of a kinerja -> what the document says beside it."""

    def whole(self, places: Mapping[str, int]) -> Indicator:
        ids = sorted(self.uses, key=lambda key: places.get(key, 0))
        targets, baselines = (tuple(self.uses[key][n] for key in ids) for n in (0, 1))
        return replace(
            self.plain,
            kinerja=tuple(ids),
            target=targets if any(targets) else (),
            baseline=baselines if any(baselines) else (),
        )


def with_measures(
    found: Sequence[Indicator], holding: Sequence[Decision], known: Mapping[str, str]
) -> tuple[tuple[Indicator, ...], list[Astray]]:
    """`found` as decided; `known`: id -> statement of every kinerja, in the order of the document."""
    said = [one for one in holding if one.jenis == "indikator" and one.subjek in known]
    if not said:
        return tuple(found), []
    table = {one.id: Measure(one, dict(_uses(one))) for one in found}
    faults = [(one, _follow(table, one)) for one in said]
    places = {key: place for place, key in enumerate(known)}
    left = tuple(one.whole(places) for one in table.values() if one.uses)
    return left, [Astray(one.id, fault) for one, fault in faults if fault]


def own_id(indikator: str, kinerja: str) -> str:
    """Id of the indicator that a kinerja gets when its own is parted from a shared one."""
    return f"{indikator[: indikator.rfind('-') + 1]}I{short_digest(indikator + kinerja, 5)}"


def _follow(table: dict[str, Measure], decision: Decision) -> str:
    """Follow one decision; why not, or empty."""
    key, kinerja = decision.isi.get("indikator", ""), decision.subjek
    shared = table.get(key)
    if shared is None or kinerja not in shared.uses:
        return "indikator itu tidak lagi mengukur kinerja ini"
    if decision.isi.get("aksi") == "gabung":
        other = table.get(decision.isi.get("dengan", ""))
        if other is None:
            return "indikator yang dituju tidak ada lagi di dokumen yang berlaku"
        other.uses.setdefault(kinerja, shared.uses.pop(kinerja))
    elif len(shared.uses) > 1:
        own = replace(shared.plain, id=own_id(key, kinerja))
        table[own.id] = Measure(own, {kinerja: shared.uses.pop(kinerja)})
    return ""


def _uses(one: Indicator) -> Iterator[tuple[str, Use]]:
    for place, kinerja in enumerate(one.kinerja):
        target = one.target[place] if place < len(one.target) else ""
        yield kinerja, (target, one.baseline[place] if place < len(one.baseline) else "")
