"""Which rows of a document speak of the same kinerja.

In: a `Document` as parsed. Out: the same with `kelompok` on every claim that speaks of a kinerja, and an issue for
every repair. A statement is the same when only case, spaces and punctuation differ; failing that, when two statements
that nothing else matches are each other's best match and differ by a slip of the pen or a cut-off end. Rows of one
stage are never brought together: a repeated statement is another kinerja, and the n-th row of a later stage is its
n-th occurrence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from service.bahasa.spelling import kinship, nearness
from service.bahasa.wording import key, tidy
from service.fold.printed import printed, same_indicators
from service.ingest.crosscheck import cross_check
from service.model import Claim, Document, Issue
from service.remarks import remark

ORDER = (("outcome", 1), ("csf", 2), ("csf", 3), ("kinerja", 3), ("kinerja", 4), ("kinerja", 5))
"""Sources of kinerja, most telling first: a later one joins the groups of the earlier ones or opens its own."""

MOST_PAIRS = 400_000
"""So many comparisons take seconds; six hundred kinerja that all differ between two stages need them."""


@dataclass
class Group:
    """All claims of one kinerja."""

    nomor: int
    claims: list[Claim] = field(default_factory=list)
    kunci: set[str] = field(default_factory=set)
    id_tertulis: str = ""
    """The id that its rows carry, in a worksheet that this program printed."""

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)
        self.kunci.add(key(claim.uraian))
        self.id_tertulis = self.id_tertulis or claim.id_tertulis

    def has(self, source: tuple[str, int]) -> bool:
        return any((claim.jenis, claim.tahap) == source for claim in self.claims)


def join(document: Document) -> Document:
    """Number the kinerja of a document from 1 on and say which claims are whose."""
    groups: list[Group] = []
    issues: list[Issue] = []
    for source in ORDER:
        claims = [claim for claim in document.claims if (claim.jenis, claim.tahap) == source and claim.uraian]
        _take_in(claims, source, groups, issues)
    whose = {id(claim): group.nomor for group in groups for claim in group.claims}
    numbered = tuple(replace(claim, kelompok=whose.get(id(claim), 0)) for claim in document.claims)
    found = (
        *issues,
        *_slips(group for group in groups if not group.id_tertulis),
        *cross_check([group.claims for group in groups]),
    )
    return replace(document, claims=numbered, issues=document.issues + found)


def _take_in(claims: Sequence[Claim], source: tuple[str, int], groups: list[Group], issues: list[Issue]) -> None:
    """Rows by the id they carry; then exact matches, mutual best matches among what is left, and new groups."""
    plain = [claim for claim in claims if not _joined_by_id(claim, source, groups)]
    left = [claim for claim in plain if not _joined_exactly(claim, source, groups, issues)]
    different = list({key(claim.uraian): claim for claim in reversed(left)}.values())
    for claim, group in _mutual_best(different, [group for group in groups if _may_join(group, source)]):
        group.add(claim)
        left = [other for other in left if other is not claim]
    for claim in left:
        if not _joined_exactly(claim, source, groups, issues):
            groups.append(Group(len(groups) + 1))
            groups[-1].add(claim)


def _may_join(group: Group, source: tuple[str, int]) -> bool:
    """A group that this stage has not spoken of; a condition of stage 3 is no slip for what stages 1 and 2 state."""
    return not group.has(source) and source != ("kinerja", 3)


def _joined_by_id(claim: Claim, source: tuple[str, int], groups: list[Group]) -> bool:
    """A row that carries an id speaks of that kinerja, whatever became of its words; a row of another stage that lost
    its id is known by them."""
    if not claim.id_tertulis:
        return False
    named = (group for group in groups if group.id_tertulis == claim.id_tertulis)
    nameless = (g for g in groups if not g.id_tertulis and key(claim.uraian) in g.kunci and not g.has(source))
    same = next(named, None) or next(nameless, None)
    if same is None:
        same = Group(len(groups) + 1)
        groups.append(same)
    same.add(claim)
    return True


def _joined_exactly(claim: Claim, source: tuple[str, int], groups: list[Group], issues: list[Issue]) -> bool:
    """The first group of this wording that the stage has not spoken of yet; a repetition is reported."""
    same = [group for group in groups if key(claim.uraian) in group.kunci]
    free = [group for group in same if not group.has(source)]
    if free:
        free[0].add(claim)
        return True
    if not same:
        return False
    return _repeated(claim, source, same, groups, issues)


def _repeated(
    claim: Claim, source: tuple[str, int], same: Sequence[Group], groups: list[Group], issues: list[Issue]
) -> bool:
    """A further row of a statement: in stage 3 a kinerja of its own, later only where stage 3 does not know better."""
    above = same[-1].claims[-1]
    if claim.jenis != "kinerja":
        return True
    stands_in_3 = any(group.has(("kinerja", 3)) for group in groups)
    goes_on = source[1] != 3 and (stands_in_3 or _next_row(above, claim))
    if goes_on:
        same[-1].add(claim)
    else:
        groups.append(Group(len(groups) + 1))
        groups[-1].add(claim)
    taken = "indikator lain bagi kinerja yang sama" if goes_on else "kinerja lain dengan kalimat yang sama"
    message = f'"{claim.uraian}" sudah ditulis di {above.tempat}; baris ini dianggap {taken}.'
    issues.append(remark("TXT09", claim.tempat, message, claim.baris + above.baris))
    return True


def _next_row(above: Claim, claim: Claim) -> bool:
    """The row right below, at the same level, with another indicator: a cell that was not merged."""
    neighbours = above.tahap == claim.tahap and above.urutan + 1 == claim.urutan
    return neighbours and above.tingkat == claim.tingkat and above.indikator != claim.indikator


def _mutual_best(claims: Sequence[Claim], groups: Sequence[Group]) -> list[tuple[Claim, Group]]:
    """Pairs that prefer each other over everyone else; none in a file too large to be a cascading."""
    if len(claims) * len(groups) > MOST_PAIRS:
        return []
    scores = {
        (c, g): score
        for c, claim in enumerate(claims)
        for g, group in enumerate(groups)
        if (score := _score(claim, group))
    }
    of_claims = _favourites((c, g, score) for (c, g), score in scores.items())
    of_groups = _favourites((g, c, score) for (c, g), score in scores.items())
    return [(claims[c], groups[g]) for c, g in of_claims.items() if of_groups.get(g) == c]


def _favourites(scored: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    """The one that each likes best; who likes two alike is left out, for that would be a guess."""
    liked: dict[int, list[tuple[float, int]]] = {}
    for one, other, score in scored:
        liked.setdefault(one, []).append((score, other))
    best = {one: sorted(others, reverse=True) for one, others in liked.items()}
    return {one: others[0][1] for one, others in best.items() if len(others) == 1 or others[0][0] > others[1][0]}


def _score(claim: Claim, group: Group) -> float:
    """Likeness to the nearest akin statement of the group; the same indicators beside both let a closer slip pass."""
    akin = [
        nearness(claim.uraian, other.uraian)
        for other in group.claims
        if kinship(claim.uraian, other.uraian, _measured_alike(claim.indikator, other.indikator))
    ]
    return max(akin, default=0.0)


def _measured_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) > 0 and {key(name) for name in one} == {key(name) for name in other}


def _slips(groups: Iterable[Group]) -> Iterable[Issue]:
    """A remark for every statement and indicator that is written otherwise than the one taken."""
    for group in groups:
        taken = printed([claim.uraian for claim in group.claims])
        for claim in group.claims:
            yield from _differs("pernyataan", claim, claim.uraian, taken)
        yield from _indicator_slips(group)


def _indicator_slips(group: Group) -> Iterable[Issue]:
    for names in same_indicators([claim.indikator for claim in group.claims]):
        taken = printed(names)
        for claim in group.claims:
            for name in claim.indikator:
                if name in names:
                    yield from _differs("indikator", claim, name, taken)


def _differs(what: str, claim: Claim, read: str, taken: str) -> Iterable[Issue]:
    kin = kinship(read, taken, corroborated=True)
    if tidy(read).casefold() == tidy(taken).casefold() or not kin:
        return
    code, fault = ("TXT13", "terpotong") if kin == "terpotong" else ("TXT12", "berbeda ejaan")
    yield remark(code, claim.tempat, f'Teks {what} {fault}: terbaca "{read}"; dianggap "{taken}".', claim.baris)
