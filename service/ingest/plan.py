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
from service.bahasa.wording import sidik
from service.fold import fold
from service.graph import Tx
from service.ingest.identify import first_ids, unit_prefix
from service.ingest.indicators import kept_ids
from service.ingest.likeness import mutual_best
from service.ingest.preview import Preview, compare, parents
from service.ingest.reimport import DESCENDED, Fresh, Known, Match, recognise
from service.ingest.unit import Unit, find_unit, new_unit_issue
from service.ingest.validate import validate
from service.jenjang import ladder_for
from service.live import State
from service.model import Cascade, Claim, Document, Issue, Register

NOTHING = Cascade((), (), (), (), (), (), ())


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


@dataclass(frozen=True, slots=True)
class Before:
    """What the graph knows of the unit and year."""

    state: State | None
    cascade: Cascade
    former: tuple[Known, ...]
    versi: tuple[Mapping[str, Any], ...]


def plan(tx: Tx | None, document: Document, choices: Mapping[int, str]) -> Plan:
    """Work out the import of `document`; `tx` None: as into an empty graph. Raises Invalid for an impossible choice."""
    unit = find_unit(document, _rows(tx, "load/units"), _rows(tx, "load/pemda"))
    dokumen = f"{unit.kode}-{document.tahun}"
    before = _before(tx, dokumen)
    register = _register(tx, unit, before.state)
    matches = recognise(_fresh(document.claims, register), _known(before, register), choices)
    identified = _with_ids(tx, document, register, matches)
    after, kept = _after(identified.claims, register, before)
    unknown = () if unit.dikenal else (new_unit_issue(unit),)
    return Plan(
        document=identified,
        unit=unit,
        dokumen=dokumen,
        cascade=after,
        issues=(*document.issues, *unknown, *validate(identified, after), *after.issues),
        matches=matches,
        menjadi=_became(before.cascade, after, matches),
        indikator_tetap=kept,
        preview=compare(before.cascade, after, matches, {known.id for known in before.former}, _numbers(identified)),
        versi=before.versi,
        kini=before.state.versi if before.state else "",
        urut=max((d.urut for d in before.state.decisions), default=0) if before.state else 0,
    )


def _register(tx: Tx | None, unit: Unit, state: State | None) -> Register:
    """As the graph has it; its ladders are those of the seeds until it has its own."""
    seeded = ladder_for(unit.jenis)
    if tx is None:
        return Register(unit.kode, unit.nama, unit.jenis, seeded)
    register = state.register if state else live.register_of(tx, unit.kode, unit.nama, unit.jenis)
    return register if register.jenjang else replace(register, jenjang=seeded)


def _before(tx: Tx | None, dokumen: str) -> Before:
    state = live.known_state(tx, dokumen) if tx else None
    if tx is None or state is None:
        return Before(None, NOTHING, (), ())
    cascade = live.cascade_of(state)
    former = tx.run("load/former", id=dokumen, hidup=[k.id for k in cascade.kinerja])
    return Before(
        state=state,
        cascade=cascade,
        former=tuple(Known(row["id"], row["uraian"], sidik(row["uraian"]), hidup=False) for row in former),
        versi=tuple(row["versi"] for row in tx.run("load/versions", id=dokumen)),
    )


def _fresh(claims: Sequence[Claim], register: Register) -> list[Fresh]:
    """The statements of the new version and the tree that they make on their own, before any id is known."""
    marked = tuple(replace(c, kinerja_id=f"#{c.kelompok}") if c.kelompok else c for c in claims)
    alone = fold(marked, (), register)
    above = parents(alone)
    number = {k.id: int(k.id.removeprefix("#")) for k in alone.kinerja}
    return [Fresh(number[k.id], k.uraian, k.sidik, k.kode, number.get(above.get(k.id, ""), 0)) for k in alone.kinerja]


def _known(before: Before, register: Register) -> list[Known]:
    """Parents are those of the document itself: a person's move must not hide that a sentence is an old one."""
    if before.state is None:
        return []
    above = parents(fold(before.state.claims, (), register))
    living = [Known(k.id, k.uraian, k.sidik, k.kode, above.get(k.id, "")) for k in before.cascade.kinerja]
    return [*living, *before.former]


def _with_ids(tx: Tx | None, document: Document, register: Register, matches: Sequence[Match]) -> Document:
    """`document` with the id of its kinerja in every claim: the old ones as recognised, new ones for the rest."""
    known = {m.kelompok: m.id for m in matches if m.id}
    prefix = unit_prefix(register.nama)
    taken = {row["id"] for row in _rows(tx, "load/taken_ids", awalan=f"{prefix}-{document.tahun % 100:02}-")}
    unnamed = [c for c in document.claims if c.kelompok and c.kelompok not in known]
    named = {
        c.kelompok: c.kinerja_id for c in first_ids(unnamed, register, document.tahun, taken | set(known.values()))
    }
    ids = known | named
    claims = tuple(replace(c, kinerja_id=ids.get(c.kelompok, "")) for c in document.claims)
    return replace(document, claims=claims)


def _after(claims: Sequence[Claim], register: Register, before: Before) -> tuple[Cascade, Mapping[str, str]]:
    """The cascade that would live, and the indicators that keep an id."""
    decisions = before.state.decisions if before.state else ()
    cascade = fold(claims, decisions, register)
    kept = kept_ids(cascade.indikator, before.cascade.indikator)
    return live.keep_indicators(cascade, kept), kept


def _numbers(document: Document) -> dict[str, int]:
    """Id of a kinerja -> its number in the document."""
    return {c.kinerja_id: c.kelompok for c in document.claims if c.kelompok}


def _became(before: Cascade, after: Cascade, matches: Sequence[Match]) -> dict[str, str]:
    living = {k.id for k in after.kinerja}
    taken = {m.id for m in matches}
    gone = {k.id: k.uraian for k in before.kinerja if k.id not in living}
    new = {k.id: k.uraian for k in after.kinerja if k.id not in taken}
    return {old: now for old, now, _ in mutual_best(gone, new, DESCENDED)}


def _rows(tx: Tx | None, name: str, **params: Any) -> list[dict[str, Any]]:
    return tx.run(name, **params) if tx else []
