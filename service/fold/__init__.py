"""The live cascade of one unit and year, computed: claims + decisions + register -> Cascade. Pure.

In: the claims of the current version (each with the id of its kinerja), the decisions about them, and the part of the
register that this kind of unit needs. Out: kinerja with levels, parents, indicators, owners, CSF and grounds, and an
issue for every conflict, with the reason for each choice. Levels first, parents second: parents follow the levels that
the document proposes; what a person decided is laid on top.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from service.bahasa.stages import referred_stage
from service.bahasa.wording import sidik, sidik_makna
from service.fold import decided
from service.fold.astray import astray
from service.fold.beside import partners, planned
from service.fold.components import with_components
from service.fold.faults import circles, conflicts, unplaced
from service.fold.holdings import assignments, bases, factors, indicators
from service.fold.ladder import below_the_ladder
from service.fold.matched import matched, same_kinerja
from service.fold.measures import with_measures
from service.fold.owners import with_owners
from service.fold.parents import find_parents
from service.fold.printed import printed
from service.fold.tree import Link
from service.fold.verdicts import Verdict, judge, ladder_of
from service.fold.ways import lay
from service.jenjang import ladder_for
from service.model import Cascade, Claim, Decision, Kinerja, Register


def fold(
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    register: Register,
    kept: Mapping[str, str] = MappingProxyType({}),
) -> Cascade:
    """Compute the cascade; the same input gives the same output, ids included.

    `kept`: id that the wording of an indicator gives -> id that it keeps from an earlier wording.
    """
    steps = register.jenjang or ladder_for(register.jenis)
    holding = decided.in_force(decisions)
    claims, holding = matched(claims, same_kinerja(holding)), decided.as_matched(holding)
    rows = _by_kinerja(claims)
    verdicts = judge(rows, steps)
    ladder = ladder_of(rows, verdicts, steps)
    ranks = {id_: _rank(verdicts[id_].tingkat, ladder) for id_ in rows}
    ranks |= below_the_ladder({id_: rows[id_] for id_, rank in ranks.items() if not rank}, rows, len(ladder))
    tree = find_parents(rows, ranks.__getitem__)
    statements = {id_: printed([row.uraian for row in of]) for id_, of in rows.items()}
    ways = lay(tree.links, holding, statements, tree.further)
    measures, unmeasured = with_measures(indicators(rows, register, kept), holding, statements)
    known = [one for one in holding if one.subjek in rows]
    settled = {id_: level for id_, level in decided.levels(holding).items() if id_ in rows}
    full = _with_settled(ladder, list(settled.values()), [step.tingkat for step in steps])
    kinerja = [
        _kinerja(id_, of, statements[id_], verdicts[id_], settled.get(id_, ""), full, ways.main, place)
        for place, (id_, of) in enumerate(rows.items(), 1)
    ]
    return Cascade(
        kinerja=tuple(kinerja),
        edges=ways.edges(),
        indikator=measures,
        assignments=with_owners(assignments(rows, register), known, register),
        csf=factors(rows, claims, register),
        dasar=bases(rows, claims, register),
        issues=(
            *conflicts(rows, verdicts, statements),
            *unplaced(tree, ways),
            *ways.issues,
            *circles(ways.main, statements),
        ),
        komponen=with_components(planned(rows), known),
        mitra=partners(rows),
        lepas=astray(holding, statements, [*ways.astray, *unmeasured]),
    )


def _by_kinerja(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Id -> its claims; ids in the document's own order: outcome, then each CSF with its conditions, then the rest."""
    speaking = [claim for claim in claims if claim.kinerja_id]
    has_third = any(claim.tahap == 3 and claim.jenis == "kinerja" for claim in speaking)
    rows: dict[str, list[Claim]] = {}
    for claim in sorted(speaking, key=lambda claim: _place(claim, has_third)):
        rows.setdefault(claim.kinerja_id, []).append(claim)
    return {id_: sorted(of, key=lambda claim: (claim.tahap, claim.urutan)) for id_, of in rows.items()}


def _place(claim: Claim, has_third: bool) -> tuple[int, int, int]:
    """Where a claim puts its kinerja in the document: stage 3 decides, else the order of stage 4, then 5."""
    if claim.jenis == "outcome" or referred_stage(claim.rujukan) == 1:
        return 0, claim.tahap, claim.urutan
    if claim.tahap == 3:
        return 1, claim.urutan, claim.jenis == "kinerja"
    if claim.jenis == "csf":
        return 2 if has_third else 1, 0, claim.urutan
    return 3 if has_third else 2, claim.tahap, claim.urutan


def _rank(level: str, ladder: Sequence[str]) -> int:
    return ladder.index(level) + 1 if level in ladder else 0


def _with_settled(ladder: Sequence[str], settled: Sequence[str], usual: Sequence[str]) -> list[str]:
    """The ladder with levels that only a person named put where the usual ladder has them, else last."""
    full = list(ladder)
    for level in settled:
        if level not in full:
            lower = usual[usual.index(level) + 1 :] if level in usual else []
            full.insert(next((full.index(other) for other in full if other in lower), len(full)), level)
    return full


def _kinerja(
    id_: str,
    of: Sequence[Claim],
    statement: str,
    verdict: Verdict,
    settled: str,
    ladder: Sequence[str],
    links: Mapping[str, Link],
    place: int,
) -> Kinerja:
    level = settled or verdict.tingkat
    return Kinerja(
        id=id_,
        kode=next((row.kode for row in of if row.kode), ""),
        uraian=statement,
        tingkat=level,
        tingkat_usul=verdict.tingkat,
        alasan_tingkat=verdict.alasan,
        diputuskan=bool(settled),
        urut_tingkat=_rank(level, ladder) or len(ladder) + 1,
        kedalaman=_depth(id_, links),
        kondisi=any(row.tahap == 3 and row.jenis == "kinerja" for row in of),
        komponen=next((row.komponen for row in of if row.komponen), ""),
        sidik=sidik(statement),
        sidik_makna=sidik_makna(statement),
        urutan=place,
        konflik=verdict.konflik,
        tingkat_t3=verdict.t3,
        tingkat_t4=verdict.t4,
        tingkat_t5=verdict.t5,
        tingkat_komponen=verdict.komponen,
    )


def _depth(id_: str, links: Mapping[str, Link]) -> int:
    seen = [id_]
    while seen[-1] in links and links[seen[-1]].akibat not in seen:
        seen.append(links[seen[-1]].akibat)
    return len(seen) - 1
