"""What a person said in the preview of an import, as entries of the log: this statement is that old one, or a new one.

In: the choices, what the ladder found without them, and the ids. Out: one `Matching` each, and with it the id that the
rows carry, so that undoing the entry gives back what the ladder had found, or a kinerja of its own. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.ingest.reimport import NEW
from service.model import Claim


@dataclass(frozen=True, slots=True)
class Matching:
    """A `padanan` entry to be."""

    kelompok: int
    subjek: str
    isi: Mapping[str, str]

    @property
    def carried(self) -> str:
        """Id that the rows carry."""
        return self.isi["dari"]

    @property
    def confirms(self) -> bool:
        """It changes nothing: a person agreed with what was found."""
        return self.carried == self.subjek


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of the statements of a new version, by `Claim.kelompok`."""

    final: Mapping[int, str]
    """What each speaks of, choices followed."""
    alone: Mapping[int, str]
    """What the ladder found without choices; empty: it is new."""
    own: Mapping[int, str]
    """Ids that new statements get, and chosen ones would get."""
    versi: str
    """Id of the version that is being written."""

    @property
    def numbers(self) -> dict[str, int]:
        """Id of a kinerja -> its number in the document."""
        return {key: group for group, key in self.final.items()}


def matchings(choices: Mapping[int, str], ids: Ids, claims: Sequence[Claim]) -> tuple[Matching, ...]:
    """One entry for each choice."""
    return tuple(_matching(group, chosen, ids, claims) for group, chosen in choices.items())


def _matching(group: int, chosen: str, ids: Ids, claims: Sequence[Claim]) -> Matching:
    found, now = ids.alone.get(group, ""), ids.final[group]
    if chosen != NEW:
        return Matching(group, now, {"dari": now if found == now else ids.own[group]})
    if not found or found in ids.final.values():
        return Matching(group, now, {"dari": now})
    return Matching(group, now, parted(found, ids.versi, [claim for claim in claims if claim.kelompok == group]))


def parted(old: str, versi: str, rows: Sequence[Claim]) -> dict[str, str]:
    """`isi` of the entry that rows of this version, which carry `old`, speak of a new kinerja."""
    said = {
        "uraian": next((c.uraian for c in rows if c.uraian), ""),
        "tingkat": next((c.tingkat for c in rows if c.tingkat), ""),
    }
    return {"dari": old, "baru": "ya", "versi": versi, **said}
