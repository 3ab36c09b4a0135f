"""The tree of a document while its parents are being found.

In: the claims of each kinerja and the rank of its level. Out: a `Link` from a kinerja up to what it makes possible.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from service.model import Claim, Issue, Origin

Rank = Callable[[str], int]
"""Id -> number of its proposed level, 1 on top; 0: its level is not known."""


@dataclass(frozen=True, slots=True)
class Link:
    """From a kinerja up to what it makes possible."""

    akibat: str
    asal: Origin
    alasan: str


@dataclass
class Tree:
    """Parents found so far."""

    rows: Mapping[str, Sequence[Claim]]
    rank: Rank
    links: dict[str, Link] = field(default_factory=dict)
    further: dict[str, dict[str, Link]] = field(default_factory=dict)
    """Second parents that rows name: cause -> effect -> link."""
    alone: set[str] = field(default_factory=set)
    """Kinerja of which a printed worksheet says that nobody knows their parent, or that they are a top."""
    issues: list[Issue] = field(default_factory=list)

    def of_kind(self, jenis: str) -> list[str]:
        return [id_ for id_, rows in self.rows.items() if any(row.jenis == jenis for row in rows)]

    def in_stage(self, tahap: int) -> list[tuple[str, Claim]]:
        """Kinerja of a stage in the order of its rows."""
        found = [
            (id_, row)
            for id_, rows in self.rows.items()
            for row in rows
            if row.tahap == tahap and row.jenis == "kinerja"
        ]
        first = dict(sorted(found, key=lambda pair: -pair[1].urutan))
        return sorted(first.items(), key=lambda pair: pair[1].urutan)

    def link(self, cause: str, effect: str, reason: str, origin: Origin = "urutan") -> None:
        if cause != effect:
            self.links[cause] = Link(effect, origin, reason)

    def link_further(self, cause: str, effect: str, reason: str) -> None:
        main = self.links.get(cause)
        if cause != effect and (main is None or main.akibat != effect):
            self.further.setdefault(cause, {})[effect] = Link(effect, "tersurat", reason)
