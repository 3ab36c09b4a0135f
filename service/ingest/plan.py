"""What importing a document would do, worked out without writing anything.

In: a document as it was read, and what the graph knows of its unit and year (nothing: an empty graph). Out: a `Plan`:
unit, ids, cascade, issues and preview. `prepare` shows it; `apply` works it out again inside the writing transaction,
so that what is written always fits what stands there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from service import live
from service.fold import fold
from service.graph import Tx
from service.ingest.before import NOTHING, Before, before_of, known_statements, next_number, register_of, rows
from service.ingest.choices import Matching, matchings
from service.ingest.indicators import kept_ids
from service.ingest.likeness import mutual_best
from service.ingest.named import ids_for, with_ids, with_written_ids
from service.ingest.preview import Preview, compare, parents
from service.ingest.reimport import DESCENDED, Fresh, Match, recognise
from service.ingest.unit import Unit, find_unit, new_unit_issue
from service.ingest.validate import not_carried, validate
from service.model import Cascade, Claim, Decision, DecisionKind, Document, Issue, Register


@dataclass(frozen=True, slots=True)
class Plan:
    """An import, worked out."""

    document: Document
    """Its claims carry the ids of their kinerja."""
    unit: Unit
    dokumen: str
    """Id of the Dokumen that this is the next version of."""
    cascade: Cascade
    """As it would live, decisions included."""
    issues: tuple[Issue, ...]
    """Of reading, of checking and of folding, all at once."""
    matches: tuple[Match, ...]
    choices: tuple[Matching, ...]
    """What a person said of single statements."""
    menjadi: Mapping[str, str]
    """Kinerja that goes -> the new one that it turned into, where that is plain."""
    indikator_tetap: Mapping[str, str]
    """Id that the wording of an indicator gives -> id that it keeps."""
    preview: Preview
    versi: tuple[Mapping[str, Any], ...]
    """Properties of the versions that are stored already, oldest first."""
    kini: str
    """Id of the version that is current now; empty: none."""
    urut: int
    """Number of the last decision about this unit and year."""


def plan(tx: Tx | None, document: Document, choices: Mapping[int, str], unit: Unit | None = None) -> Plan:
    """Work out the import of `document`; `tx` None: as into an empty graph; `unit`: the one it belongs to, whatever its
    header says. Raises Invalid for an impossible choice."""
    unit = unit or find_unit(document, rows(tx, "load/units"), rows(tx, "load/pemda"))
    dokumen = f"{unit.kode}-{document.tahun}"
    before = before_of(tx, dokumen)
    register = register_of(tx, unit, before.state)
    document = with_written_ids(tx, document, before, register)
    fresh, known = _fresh(document.claims, register), known_statements(before, register)
    matches = recognise(fresh, known, choices)
    alone = recognise(fresh, known, {}) if choices else matches
    ids = ids_for(tx, document, register, matches, alone, f"{dokumen}-v{next_number(before)}")
    said = matchings(choices, ids, document.claims)
    identified = with_ids(document, ids, said, before)
    after, kept = _after(identified.claims, register, before, _decided(before, dokumen, ids.versi, said))
    unknown = () if unit.dikenal else (new_unit_issue(unit),)
    return Plan(
        document=identified,
        unit=unit,
        dokumen=dokumen,
        cascade=after,
        issues=(
            *document.issues,
            *unknown,
            *validate(identified, after),
            *not_carried(document, before.cascade, after),
            *after.issues,
        ),
        matches=matches,
        choices=said,
        menjadi=_became(before.cascade, after, matches),
        indikator_tetap=kept,
        preview=compare(
            before.cascade,
            after,
            matches,
            {known.id for known in before.former},
            ids.numbers,
        ),
        versi=before.versi,
        kini=before.state.versi if before.state else "",
        urut=max((d.urut for d in before.state.decisions), default=0) if before.state else 0,
    )


def _fresh(claims: Sequence[Claim], register: Register) -> list[Fresh]:
    """The statements of the new version and the tree that they make on their own, before any id is known."""
    marked = tuple(replace(c, kinerja_id=f"#{c.kelompok}") if c.kelompok else c for c in claims)
    alone = fold(marked, (), register)
    above = parents(alone)
    number = {k.id: int(k.id.removeprefix("#")) for k in alone.kinerja}
    carried = {claim.kelompok: claim.id_tertulis for claim in claims if claim.id_tertulis}
    return [
        Fresh(group, k.uraian, k.sidik, k.kode, number.get(above.get(k.id, ""), 0), carried.get(group, ""))
        for k in alone.kinerja
        for group in (number[k.id],)
    ]


def _decided(before: Before, dokumen: str, versi: str, said: Sequence[Matching]) -> tuple[Decision, ...]:
    """The log as it would be."""
    log = before.state.decisions if before.state else ()
    entries: list[tuple[DecisionKind, str, Mapping[str, str]]] = [("versi", dokumen, {"versi": versi})]
    entries += [("padanan", one.subjek, one.isi) for one in said]
    last = max((d.urut for d in log), default=0)
    made = [Decision(f"calon-{n}", last + n, *entry, "", "", "") for n, entry in enumerate(entries, start=1)]
    return (*log, *made)


def _after(
    claims: Sequence[Claim], register: Register, before: Before, decisions: Sequence[Decision]
) -> tuple[Cascade, Mapping[str, str]]:
    """The cascade that would live, and the indicators that keep an id; these are recognised as rows state them, not as
    people joined and parted them."""
    stated = [d for d in decisions if d.jenis != "indikator"]
    plain = fold(claims, stated, register)
    known = live.without(before.state, "indikator") if before.state else NOTHING
    kept = kept_ids(plain.indikator, known.indikator)
    if not kept and len(stated) == len(decisions):
        return plain, kept
    return fold(claims, decisions, register, kept), kept


def _became(before: Cascade, after: Cascade, matches: Sequence[Match]) -> dict[str, str]:
    living = {k.id for k in after.kinerja}
    taken = {m.id for m in matches}
    gone = {k.id: k.uraian for k in before.kinerja if k.id not in living}
    new = {k.id: k.uraian for k in after.kinerja if k.id not in taken}
    return {old: now for old, now, _ in mutual_best(gone, new, DESCENDED)}
