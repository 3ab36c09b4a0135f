"""What people decided, laid over what the document says.

In: the log entries of one unit and year, and the parents that the document implies. Out: the entries in force, and the
parents with a person's word on top. An entry is in force while no entry in force cancels it; of several about the same
thing the last wins. A parent that would close a circle, or that does not exist, is not followed, and an issue says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from service.fold.tree import Link
from service.model import Decision, Issue
from service.remarks import remark


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Entries that hold, oldest first: neither cancelled nor cancelling, the last of each subject and kind."""
    last = {(one.jenis, one.subjek): one for one in standing(decisions) if not one.membatalkan}
    return sorted(last.values(), key=lambda one: one.urut)


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Entries that no standing entry cancels, oldest first; those that cancel others are among them."""
    cancelled: set[str] = set()
    held: list[Decision] = []
    for decision in sorted(decisions, key=lambda one: -one.urut):
        if decision.id not in cancelled:
            held.append(decision)
            cancelled.add(decision.membatalkan)
    return held[::-1]


def levels(holding: Sequence[Decision]) -> dict[str, str]:
    """Id of a kinerja -> the level that a person settled."""
    return {one.subjek: one.isi["tingkat"] for one in holding if one.jenis == "tingkat" and one.isi.get("tingkat")}


def with_parents(
    links: Mapping[str, Link], holding: Sequence[Decision], known: Mapping[str, str]
) -> tuple[dict[str, Link], list[Issue]]:
    """Parents with decisions on top; `known`: id -> statement of every kinerja of the cascade."""
    result, issues = dict(links), list[Issue]()
    for decision in holding:
        if decision.jenis != "induk" or decision.subjek not in known:
            continue
        effect = decision.isi.get("induk", "")
        fault = _fault(result, decision.subjek, effect, known)
        if fault:
            issues.append(
                remark(
                    "KPT02",
                    _place(decision),
                    f'Induk "{known[decision.subjek]}" tidak diubah: {fault}.',
                    kinerja=decision.subjek,
                )
            )
            continue
        issues += _otherwise(links, decision, effect, known)
        if effect:
            result[decision.subjek] = Link(effect, "diputuskan", f"Diputuskan {decision.oleh}: {decision.alasan}")
        else:
            result.pop(decision.subjek, None)
    return result, issues


def circle(links: Mapping[str, Link], start: str) -> list[str]:
    """Ids of the circle that leads from `start` back to it; empty: none."""
    path, here = [start], links.get(start)
    while here is not None and here.akibat not in path:
        path.append(here.akibat)
        here = links.get(here.akibat)
    return path if here is not None and here.akibat == start else []


def _fault(links: Mapping[str, Link], cause: str, effect: str, known: Mapping[str, str]) -> str:
    if effect and effect not in known:
        return f"kinerja {effect} tidak ada lagi di dokumen yang berlaku"
    if effect and circle({**links, cause: Link(effect, "diputuskan", "")}, cause):
        return "putusan itu akan membuat kinerja menjadi sebab bagi dirinya sendiri"
    return ""


def _otherwise(links: Mapping[str, Link], decision: Decision, effect: str, known: Mapping[str, str]) -> list[Issue]:
    """The order of rows says otherwise than when the decision was made."""
    now = links[decision.subjek].akibat if decision.subjek in links else ""
    if now in (effect, decision.isi.get("dari", effect)):
        return []
    other = known.get(now, "tidak ada")
    message = f'Urutan baris kini menunjuk induk "{other}" bagi "{known[decision.subjek]}"; putusan tetap berlaku.'
    return [remark("KPT01", _place(decision), message, kinerja=decision.subjek)]


def _place(decision: Decision) -> str:
    return f"putusan {decision.urut}"
