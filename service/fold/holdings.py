"""What hangs on the kinerja of a cascade: indicators, owners, success factors, grounds.

In: the claims of each kinerja, in the document's order. Out: the tuples of a `Cascade`. Ids are digests of unit, year
and wording, so that the same document gives the same ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.bahasa.wording import key, short_digest, slug, tidy
from service.fold.beside import Beside, beside_of, first_of, lists_of
from service.fold.printed import printed, same_indicators
from service.model import Assignment, Basis, Claim, Indicator, Register, SuccessFactor

Rows = Mapping[str, Sequence[Claim]]
"""Id of a kinerja -> its claims."""


def indicators(rows: Rows, register: Register, kept: Mapping[str, str]) -> tuple[Indicator, ...]:
    """One indicator for each wording of the unit and year, with all that it measures, under the id that it keeps."""
    names: dict[str, list[str]] = {}
    measured: dict[str, dict[str, Beside]] = {}
    for id_, of in rows.items():
        said = beside_of(of)
        for spellings in same_indicators(lists_of(of)):
            name = printed(spellings)
            names.setdefault(key(name), []).append(name)
            measured.setdefault(key(name), {}).setdefault(id_, first_of(spellings, said))
    stem = _stem(rows)

    def id_of(norm: str) -> str:
        wording = f"{stem}I{short_digest(register.kode + stem + norm, 5)}"
        return kept.get(wording, wording)

    return tuple(
        Indicator(
            id_of(norm),
            printed(names[norm]),
            norm,
            tuple(uses),
            next((one.satuan for one in uses.values() if one.satuan), ""),
            _all_or_none([one.target for one in uses.values()]),
            _all_or_none([one.baseline for one in uses.values()]),
        )
        for norm, uses in measured.items()
    )


def _all_or_none(texts: Sequence[str]) -> tuple[str, ...]:
    """One for each kinerja; none at all where the document has no such column."""
    return tuple(texts) if any(texts) else ()


def assignments(rows: Rows, register: Register) -> tuple[Assignment, ...]:
    """Owners of each kinerja; a spelling that the register knows is the position that it names there."""
    known = {key(spelling): kode for spelling, kode in register.jabatan.items()}
    names: dict[str, str] = {}
    found: list[Assignment] = []
    for id_, of in rows.items():
        cells = list(dict.fromkeys(cell for row in of for cell in row.jabatan))
        taken: set[str] = set()
        for group, cell in enumerate(cells, 1):
            for printed_name in cell:
                kode = known.get(key(printed_name)) or f"{register.kode}-{slug(printed_name)}"
                name = names.setdefault(kode, tidy(printed_name))
                if kode not in taken:
                    found.append(Assignment(id_, kode, name, group, len(cell) > 1))
                taken.add(kode)
    return tuple(found)


def factors(rows: Rows, claims: Sequence[Claim], register: Register) -> tuple[SuccessFactor, ...]:
    """One CSF for each row of stage 2."""
    stem = _stem(rows)

    def words_of(claim: Claim) -> str:
        return f"{register.kode}{stem}{claim.urutan}{key(claim.csf + claim.isu + claim.uraian)}"

    return tuple(
        SuccessFactor(
            f"{stem}C{short_digest(words_of(claim), 5)}",
            claim.csf,
            claim.isu,
            claim.sumber,
            (claim.kinerja_id,) if claim.kinerja_id else (),
        )
        for claim in claims
        if claim.jenis == "csf" and claim.tahap == 2
    )


def bases(rows: Rows, claims: Sequence[Claim], register: Register) -> tuple[Basis, ...]:
    """Grounds of stage 1, under the outcomes."""
    stem = _stem(rows)
    outcomes = tuple(dict.fromkeys(c.kinerja_id for c in claims if c.jenis == "outcome" and c.kinerja_id))
    return tuple(
        Basis(
            f"{stem}D{short_digest(register.kode + stem + claim.dasar + key(claim.uraian), 5)}",
            claim.dasar,
            claim.uraian,
            outcomes,
        )
        for claim in claims
        if claim.jenis == "dasar" and claim.dasar
    )


def _stem(rows: Rows) -> str:
    """`BTM-22-` of the first kinerja's id."""
    first = next(iter(rows), "")
    return first[: first.rfind("-") + 1]
