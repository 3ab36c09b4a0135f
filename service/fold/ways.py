"""The ways up with a person's word on top: confirmed and moved parents, second parents, and which one reports follow.

In: the parents that the document implies, and the decisions in force. Out: every link, one of each kinerja the main
one; and what was not followed: a parent that is not there, or that would close a circle, also through second parents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from service.fold.tree import Link
from service.model import Astray, Decision, Edge, Issue
from service.remarks import remark

KINDS = ("induk", "induk_lain", "utama")

CIRCLE = "putusan itu akan membuat kinerja menjadi sebab bagi dirinya sendiri"


@dataclass
class Ways:
    """Links as they are being laid."""

    main: dict[str, Link]
    other: dict[str, dict[str, Link]] = field(default_factory=dict)
    """Second parents: cause -> effect -> link."""
    tops: set[str] = field(default_factory=set)
    """Kinerja of which a person said that they rightly have no parent."""
    astray: list[Astray] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def above(self, cause: str) -> Iterator[str]:
        """Ids of the effects of a kinerja, the main one first."""
        if cause in self.main:
            yield self.main[cause].akibat
        yield from self.other.get(cause, ())

    def leads(self, start: str, goal: str) -> bool:
        """There is a way from `start` up to `goal`."""
        waiting, seen = [start], {start}
        while waiting:
            here = waiting.pop()
            if here == goal:
                return True
            fresh = [key for key in self.above(here) if key not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
        return False

    def edges(self) -> tuple[Edge, ...]:
        """Every link, the main one of each kinerja first."""
        laid = [Edge(cause, link.akibat, link.asal, link.alasan) for cause, link in self.main.items()]
        for cause, links in self.other.items():
            laid += [Edge(cause, link.akibat, link.asal, link.alasan, utama=False) for link in links.values()]
        return tuple(laid)


def lay(
    links: Mapping[str, Link],
    holding: Sequence[Decision],
    known: Mapping[str, str],
    further: Mapping[str, Mapping[str, Link]] = MappingProxyType({}),
) -> Ways:
    """`links` with decisions on top; `known`: id -> statement of every kinerja of the cascade; `further`: second
    parents that the document itself names, cause -> effect -> link."""
    said = [one for one in holding if one.jenis in KINDS and one.subjek in known]
    moved = {one.subjek for one in said if one.jenis == "induk" and one.isi.get("induk", "") in {*known, ""}}
    # What is moved away closes no circle, wherever in the log the decision stands that moves it.
    ways = Ways({cause: link for cause, link in links.items() if cause not in moved})
    for decision in said:
        if decision.jenis == "induk":
            _first(ways, decision, links, known)
        elif decision.jenis == "induk_lain":
            _further(ways, decision, known)
    ways.tops = {one.subjek for one in said if one.jenis == "induk" and not one.isi.get("induk")}
    _back_where_it_was(ways, moved, links)
    _written_beside(ways, further, said, known)
    for decision in said:
        if decision.jenis == "utama":
            _prefer(ways, decision, known)
    _one_is_main(ways)
    ways.main = {cause: ways.main[cause] for cause in known if cause in ways.main}
    return ways


def circle(links: Mapping[str, Link], start: str) -> list[str]:
    """Ids of the circle that leads from `start` back to it; empty: none."""
    path, here = [start], links.get(start)
    while here is not None and here.akibat not in path:
        path.append(here.akibat)
        here = links.get(here.akibat)
    return path if here is not None and here.akibat == start else []


def _first(ways: Ways, decision: Decision, links: Mapping[str, Link], known: Mapping[str, str]) -> None:
    effect = decision.isi.get("induk", "")
    if fault := _fault(ways, decision.subjek, effect, known):
        _leave(ways, decision, fault, known)
        return
    ways.issues += _otherwise(links, decision, effect, known)
    if effect:
        ways.main[decision.subjek] = _decided(decision)


def _further(ways: Ways, decision: Decision, known: Mapping[str, str]) -> None:
    if decision.isi.get("tarik"):
        return
    effect = decision.isi.get("induk", "")
    if fault := _fault(ways, decision.subjek, effect, known):
        _leave(ways, decision, fault, known)
    else:
        ways.other.setdefault(decision.subjek, {})[effect] = _decided(decision)


def _back_where_it_was(ways: Ways, moved: set[str], links: Mapping[str, Link]) -> None:
    """A move that was not followed leaves the parent of the document, unless that closes a circle by now."""
    for cause in moved - ways.tops - set(ways.main):
        if cause in links and not ways.leads(links[cause].akibat, cause):
            ways.main[cause] = links[cause]


def _written_beside(
    ways: Ways, further: Mapping[str, Mapping[str, Link]], said: Sequence[Decision], known: Mapping[str, str]
) -> None:
    """Second parents of the document, but those that a person took away (or all, from a kinerja that rightly has none)
    or that would close a circle."""
    taken = {
        (one.subjek, one.isi.get("induk", "")) for one in said if one.jenis == "induk_lain" and one.isi.get("tarik")
    }
    for cause, links in further.items():
        for effect, link in links.items():
            if cause in ways.tops or (cause, effect) in taken or effect in set(ways.above(cause)):
                continue
            if ways.leads(effect, cause):
                message = f'Induk lain "{known[effect]}" bagi "{known[cause]}" tidak dipakai: hubungannya berputar.'
                ways.issues.append(remark("STR01", link.alasan, message, kinerja=cause))
            else:
                ways.other.setdefault(cause, {})[effect] = link


def _prefer(ways: Ways, decision: Decision, known: Mapping[str, str]) -> None:
    cause, effect = decision.subjek, decision.isi.get("induk", "")
    if effect not in set(ways.above(cause)):
        name = f"“{known[effect]}”" if effect in known else f"kinerja {effect}"
        _leave(ways, decision, f"{name} bukan lagi induknya", known)
    elif effect in ways.other.get(cause, {}):
        _swap(ways, cause, effect)


def _swap(ways: Ways, cause: str, effect: str) -> None:
    chosen = ways.other[cause].pop(effect)
    before = ways.main.get(cause)
    if before and before.akibat != effect:
        ways.other[cause][before.akibat] = before
    ways.main[cause] = chosen


def _one_is_main(ways: Ways) -> None:
    """The only parents of a kinerja may be decided ones: one of them is followed. A link stands once."""
    for cause, others in ways.other.items():
        if cause not in ways.main and others:
            ways.main[cause] = others.pop(next(iter(others)))
        elif cause in ways.main:
            ways.main[cause] = others.pop(ways.main[cause].akibat, ways.main[cause])


def _fault(ways: Ways, cause: str, effect: str, known: Mapping[str, str]) -> str:
    if effect and effect not in known:
        return f"kinerja {effect} tidak ada lagi di dokumen yang berlaku"
    return CIRCLE if effect and ways.leads(effect, cause) else ""


def _leave(ways: Ways, decision: Decision, fault: str, known: Mapping[str, str]) -> None:
    ways.astray.append(Astray(decision.id, fault))
    message = f'Induk "{known[decision.subjek]}" tidak diubah: {fault}.'
    ways.issues.append(remark("KPT02", _place(decision), message, kinerja=decision.subjek))


def _otherwise(links: Mapping[str, Link], decision: Decision, effect: str, known: Mapping[str, str]) -> list[Issue]:
    """The order of rows says otherwise than when the decision was made."""
    now = links[decision.subjek].akibat if decision.subjek in links else ""
    if now in (effect, decision.isi.get("dari", effect)):
        return []
    other = known.get(now, "tidak ada")
    message = f'Urutan baris kini menunjuk induk "{other}" bagi "{known[decision.subjek]}"; putusan tetap berlaku.'
    return [remark("KPT01", _place(decision), message, kinerja=decision.subjek)]


def _decided(decision: Decision) -> Link:
    return Link(decision.isi["induk"], "diputuskan", f"Diputuskan {decision.oleh}: {decision.alasan}")


def _place(decision: Decision) -> str:
    return f"putusan {decision.urut}"
