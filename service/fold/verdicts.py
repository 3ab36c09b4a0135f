"""The proposed level of each kinerja, and why.

In: the claims of each kinerja and the usual ladder. Out: a `Verdict` each, and the document's ladder. Stage 3, stage 4
and the planning component vote; the majority wins; at a tie the component, then stage 4, stage 3, stage 5. Stage 5 does
not vote: its level column is where templates of other units leave their traces. Whether the stages disagree (STR07) is
another question, answered from stages 3, 4 and 5.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.terms import component_type
from service.fold.ladder import ordered
from service.fold.witnesses import Witnesses, hear
from service.model import TEMPLATE, Claim, Step

NAMES = {"t3": "Tahap 3", "t4": "Tahap 4", "komponen": "komponen perencanaan", "t5": "Tahap 5"}
TIE = ("komponen", "t4", "t3", "t5")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One kinerja's level as proposed."""

    tingkat: str
    alasan: str
    konflik: bool
    t3: str = ""
    t4: str = ""
    t5: str = ""
    komponen: str = ""
    """What each witness says, in the ladder's words."""


def judge(claims: Mapping[str, Sequence[Claim]], steps: Sequence[Step]) -> dict[str, Verdict]:
    """Id -> verdict, for every kinerja; `claims` in the order of the tree."""
    heard = hear(claims, steps)
    return {
        id_: _settled(heard[id_], rows) if _is_settled(rows) else _verdict(heard[id_], _from_source(rows, steps, heard))
        for id_, rows in claims.items()
    }


def ladder_of(
    claims: Mapping[str, Sequence[Claim]], verdicts: Mapping[str, Verdict], steps: Sequence[Step]
) -> list[str]:
    """Levels of the document, top first."""
    appearing = [verdicts[id_].tingkat for id_ in claims if verdicts[id_].tingkat]
    kinds: dict[str, Counter[str]] = {}
    for id_, rows in claims.items():
        for kind in {component_type(row.komponen) for row in rows} - {""}:
            kinds.setdefault(verdicts[id_].tingkat, Counter())[kind] += 1
    return ordered(appearing, steps, {level: count.most_common(1)[0][0] for level, count in kinds.items()})


def _from_source(rows: Sequence[Claim], steps: Sequence[Step], heard: Mapping[str, Witnesses]) -> str:
    """Without any label: an outcome of stage 1 stands on the top step, a condition of stage 2 on the second."""
    said = {w.t4 or w.t5 for w in heard.values()} - {""}
    usual = [step.tingkat for step in steps]
    if not usual or (said and not said & set(usual)):
        return ""
    if any(row.jenis == "outcome" for row in rows):
        return usual[0]
    return usual[1] if len(usual) > 1 and any(row.jenis == "csf" for row in rows) else ""


def _is_settled(rows: Sequence[Claim]) -> bool:
    """A worksheet that this program printed, or a template, states one level: nothing is left to vote on."""
    return any(row.tingkat and (row.tahap == TEMPLATE or (row.id_tertulis and row.tahap == 4)) for row in rows)


def _settled(w: Witnesses, rows: Sequence[Claim]) -> Verdict:
    if any(row.tahap == TEMPLATE for row in rows):
        return Verdict(w.t4, f"Templat menyebut {w.t4}.", False, komponen=_nearest(w.komponen, w.t4))
    reason = f"Lembar kerja yang diisi kembali menyebut {w.t4}."
    return Verdict(w.t4, reason, False, _nearest(w.t3, w.t4), w.t4, w.t5, _nearest(w.komponen, w.t4))


def _verdict(w: Witnesses, by_source: str) -> Verdict:
    level, reason = _proposal(w, by_source)
    third = _nearest(w.t3, level)
    return Verdict(level, reason, _in_conflict(w), third, w.t4, w.t5, _nearest(w.komponen, level))


def _proposal(w: Witnesses, by_source: str) -> tuple[str, str]:
    allowed = {"t3": w.t3, "t4": (w.t4,) if w.t4 else (), "komponen": w.komponen}
    votes = Counter(level for levels in allowed.values() for level in levels)
    if not votes:
        return _without_votes(w, by_source)
    most = max(votes.values())
    leading = [level for level, count in votes.items() if count == most]
    level = _first_of(leading, w)
    return level, _reason(level, allowed, w, tied=len(leading) > 1)


def _without_votes(w: Witnesses, by_source: str) -> tuple[str, str]:
    if w.t5:
        return w.t5, f"Hanya Tahap 5 yang menyebut tingkatnya: {w.t5}."
    if by_source:
        return (
            by_source,
            f"Tidak ada tahap yang menyebut tingkatnya; menurut tempatnya di Tahap 1 atau 2 dianggap {by_source}.",
        )
    return "", "Tidak ada tahap yang menyebut tingkatnya."


def _first_of(leading: Sequence[str], w: Witnesses) -> str:
    """Among equals: what the component says, else stage 4, stage 3, stage 5."""
    for name in TIE:
        said = getattr(w, name)
        for level in (said,) if isinstance(said, str) else said:
            if level in leading:
                return str(level)
    return leading[0]


def _reason(level: str, allowed: Mapping[str, Sequence[str]], w: Witnesses, tied: bool) -> str:
    agree = [NAMES[name] for name, levels in allowed.items() if level in levels]
    differ = [
        f"{NAMES[name]} menyebut {levels[0]}" for name, levels in allowed.items() if levels and level not in levels
    ]
    if w.t5 and w.t5 != level:
        differ.append(f"Tahap 5 menyebut {w.t5}")
    if tied and len(agree) < sum(1 for levels in allowed.values() if levels):
        return f"Seimbang: {', '.join(_all_said(allowed))}; dipakai {level} menurut {agree[-1]}."
    alone = "Hanya " if len(agree) == 1 and not differ else ""
    sentence = f"{alone}{_listed(agree)} menyebut {level}"
    return f"{sentence}; {', '.join(differ)}." if differ else f"{sentence}."


def _all_said(allowed: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"{NAMES[name]} menyebut {levels[0]}" for name, levels in allowed.items() if levels]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} dan {names[-1]}"


def _nearest(levels: Sequence[str], level: str) -> str:
    """Of several levels that a witness allows, the one that was taken."""
    return level if level in levels else (levels[0] if levels else "")


def _in_conflict(w: Witnesses) -> bool:
    """No level would satisfy stages 3, 4 and 5 alike."""
    said = [set(levels) for levels in (w.t3, (w.t4,) if w.t4 else (), (w.t5,) if w.t5 else ()) if levels]
    return bool(said) and not set.intersection(*said)
