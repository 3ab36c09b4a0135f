"""The words of four witnesses brought to one ladder.

In: what stages 3, 4, 5 and the planning component say of each kinerja, each in words of its own, and the usual ladder
of this kind of unit. Out: `Witnesses`, all in the document's ladder. Stage-3 labels and components are matched to
stage-4 labels by how often they stand on the same kinerja here, so that a tree of three or seven levels is no conflict;
the usual ladder helps where the document is silent. A label that covers two levels of stage 4 ("antara" over both
taktikal levels) contradicts neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.bahasa.terms import USUAL, component_name, component_type
from service.fold.ladder import component_rank, ordered
from service.fold.matching import HINT, WHOLE, match
from service.fold.rungs import each_its_own, stands
from service.jenjang import step_of
from service.model import TEMPLATE, Claim, Step

SHORT_NAMES = {"intermediate": "taktikal intermediate", "immediate": "taktikal immediate"}
"""Short for a usual level, in a document that uses the others."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the document says of one kinerja's level, in its own words; empty: nothing."""

    t3: str = ""
    t4: str = ""
    t5: str = ""
    komponen: str = ""
    """Type of the component, spelled one way."""


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The same in words of the ladder. Stage 3 and component may allow several levels, the likeliest first."""

    t3: tuple[str, ...] = ()
    t4: str = ""
    t5: str = ""
    komponen: tuple[str, ...] = ()


def hear(claims: Mapping[str, Sequence[Claim]], steps: Sequence[Step]) -> dict[str, Witnesses]:
    """Id of a kinerja -> its witnesses."""
    said = _in_one_family({id_: _said(rows) for id_, rows in claims.items()})
    words = Words(list(said.values()), steps)
    return {id_: words.translate(one) for id_, one in said.items()}


class Words:
    """The dictionaries from each witness's words to the ladder's."""

    def __init__(self, said: Sequence[Said], steps: Sequence[Step]) -> None:
        self.steps = steps
        self.thirds = {one.t3 for one in said} - {""}
        own = set() if all(step_of(label, steps) for label in self.thirds) else self.thirds
        self.ladder = {one.t4 for one in said} - {""} or {one.t5 for one in said} - {""} or own
        self.usual = all(step_of(level, steps) for level in self.ladder)
        """The document's ladder is the usual one, or a part of it: the usual components belong to it too."""
        self.has_t4 = any(one.t4 for one in said)
        self.t5 = {label: self._fifth(label, said) for label in {one.t5 for one in said} - {""}}
        self.komponen = self._components(said)
        self.t3 = self._thirds(said)

    def translate(self, one: Said) -> Witnesses:
        """One kinerja's witnesses in the ladder's words."""
        return Witnesses(
            self.t3.get(one.t3, ()), one.t4, self.t5.get(one.t5, one.t5), self.komponen.get(one.komponen, ())
        )

    def _fifth(self, label: str, said: Sequence[Said]) -> str:
        """Stage 5 speaks the words of stage 4; another word for a level counts as that level."""
        if label in self.ladder or not self.has_t4:
            return label
        step = step_of(label, self.steps)
        same = [level for level in self.ladder if step and step_of(level, self.steps) == step]
        if len(same) == 1:
            return same[0]
        together = Counter(one.t4 for one in said if one.t5 == label and one.t4)
        level, count = together.most_common(1)[0] if together else ("", 0)
        return level if count * 2 > together.total() else label

    def _components(self, said: Sequence[Said]) -> dict[str, tuple[str, ...]]:
        types = {one.komponen for one in said} - {""}
        hints = {kind: level for kind in types if (level := self._usual_level_of(kind)) is not None}
        if self.has_t4:
            pairs = [(one.komponen, one.t4, self._support(one, self._usual_level(one.t3))) for one in said]
            found = match([pair for pair in pairs if pair[0] and pair[1]], hints)
        else:
            found = {kind: (level,) for kind, level in hints.items()}
            rest = [
                (one.komponen, self.t5[one.t5], WHOLE)
                for one in said
                if one.komponen and one.t5 and one.komponen not in found
            ]
            found |= match(rest, {})
        found = {kind: (hint,) for kind, hint in hints.items()} | found
        return found if self.has_t4 else self._in_order(found, hints, said)

    def _in_order(
        self, found: dict[str, tuple[str, ...]], hints: Mapping[str, str], said: Sequence[Said]
    ) -> dict[str, tuple[str, ...]]:
        """Without a stage 4, components that would share a level while another is left over get one each."""
        kinds = sorted(found, key=component_rank)
        levels = self._rungs(len(kinds), said)
        if len({component_rank(kind) for kind in kinds}) < len(kinds):
            return found
        if stands(kinds, {kind: allowed[0] for kind, allowed in found.items()}, levels):
            return found
        evidence = Counter(dict.fromkeys(hints.items(), HINT))
        for one in said:
            evidence[one.komponen, self.t5.get(one.t5, one.t5)] += WHOLE
        return {kind: (level,) for kind, level in each_its_own(kinds, levels, evidence).items()} or found

    def _rungs(self, wanted: int, said: Sequence[Said]) -> list[str]:
        """Levels that the document names, top first; too few of the usual ones: with those that it leaves out."""
        named = [one.t5 for one in said if one.t5]
        usual = [step.tingkat for step in self.steps]
        if len(set(named)) < wanted and set(named) <= set(usual):
            named += usual
        return ordered(named, self.steps, {})

    def _support(self, one: Said, other: str | None) -> int:
        """How much the word beside a label proves: more when stage 5 or a third witness says the same."""
        level = self._beside(one) if self.has_t4 else ""
        return WHOLE + (self.t5.get(one.t5) == level) + (other == level)

    def _usual_level_of(self, kind: str) -> str | None:
        """Level that the usual ladder gives a component, if this document's ladder has it (or has no words at all)."""
        named = [step for step in self.steps if component_name(step.komponen) == kind]
        same_type = [step for step in self.steps if component_type(step.komponen) == component_type(kind)]
        step = next(iter([*named, *same_type]), None)
        if step is None or not self.usual:
            return None
        levels = {step.tingkat, *(level for level in self.ladder if step_of(level, self.steps) == step)}
        fitting = [level for level in levels if not self.ladder or level in self.ladder]
        if step.tingkat in fitting:
            return step.tingkat
        return fitting[0] if len(fitting) == 1 else None

    def _thirds(self, said: Sequence[Said]) -> dict[str, tuple[str, ...]]:
        labels = self.thirds
        hints = {label: level for label in labels if (level := self._usual_level(label)) is not None}
        pairs = [
            (one.t3, level, self._support(one, self._usual_level_of(one.komponen)))
            for one in said
            if one.t3 and (level := self._beside(one))
        ]
        found = match(pairs, hints)
        return {label: found.get(label) or (hints.get(label, label),) for label in labels}

    def _usual_level(self, label: str) -> str | None:
        step = step_of(label, self.steps)
        if step is None or label in self.ladder:
            return label if label in self.ladder else None
        same = [level for level in self.ladder if step_of(level, self.steps) == step]
        if len(same) == 1:
            return same[0]
        usual = not self.ladder and all(step_of(other, self.steps) for other in self.thirds)
        return step.tingkat if usual else None

    def _beside(self, one: Said) -> str:
        """The best other word on a kinerja: stage 4; without one, the component, then stage 5."""
        if self.has_t4:
            return one.t4
        return (self.komponen.get(one.komponen) or (self.t5.get(one.t5, ""),))[0]


def _said(rows: Sequence[Claim]) -> Said:
    def of(tahap: int) -> str:
        return next((row.tingkat for row in rows if row.tahap == tahap and row.jenis == "kinerja" and row.tingkat), "")

    component = next((row.komponen for row in rows if row.komponen), "")
    return Said(of(3), of(4) or of(TEMPLATE), of(5), component_name(component))


def _in_one_family(said: dict[str, Said]) -> dict[str, Said]:
    """ "intermediate" is short for "taktikal intermediate" only beside the other usual levels."""
    labels = {label for one in said.values() for label in (one.t4, one.t5)}
    if not labels & (set(USUAL) - {"operasional"}):
        return said
    return {
        id_: Said(one.t3, SHORT_NAMES.get(one.t4, one.t4), SHORT_NAMES.get(one.t5, one.t5), one.komponen)
        for id_, one in said.items()
    }
