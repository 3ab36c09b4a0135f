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
from service.fold.decided import in_force
from service.fold.matched import same_kinerja
from service.graph import Tx
from service.ingest.choices import Ids, Matching, matchings
from service.ingest.identify import first_ids, unit_prefix
from service.ingest.indicators import kept_ids
from service.ingest.likeness import mutual_best
from service.ingest.preview import Preview, compare, parents
from service.ingest.reimport import DESCENDED, Fresh, Known, Match, recognise
from service.ingest.unit import Unit, find_unit, new_unit_issue
from service.ingest.validate import not_carried, validate
from service.ingest.written_ids import read_back
from service.jenjang import ladder_for
from service.live import State
from service.live.former import former_rows
from service.model import Cascade, Claim, Decision, DecisionKind, Document, Issue, Register

ON_PAPER: tuple[DecisionKind, ...] = ("tingkat", "induk", "induk_lain", "utama")
"""Decisions that a worksheet prints in the place of what the document says."""
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


@dataclass(frozen=True, slots=True)
class Before:
    """What the graph knows of the unit and year."""

    state: State | None
    cascade: Cascade
    former: tuple[Known, ...]
    versi: tuple[Mapping[str, Any], ...]
    asleep: tuple[Claim, ...] = ()
    """Of the version that was current before the document was withdrawn; empty while one is current."""


def plan(tx: Tx | None, document: Document, choices: Mapping[int, str], unit: Unit | None = None) -> Plan:
    """Work out the import of `document`; `tx` None: as into an empty graph; `unit`: the one it belongs to, whatever its
    header says. Raises Invalid for an impossible choice."""
    unit = unit or find_unit(document, _rows(tx, "load/units"), _rows(tx, "load/pemda"))
    dokumen = f"{unit.kode}-{document.tahun}"
    before = _before(tx, dokumen)
    register = _register(tx, unit, before.state)
    document = _read_back(tx, document, before, register)
    fresh, known = _fresh(document.claims, register), _known(before, register)
    matches = recognise(fresh, known, choices)
    alone = recognise(fresh, known, {}) if choices else matches
    ids = _ids(tx, document, register, matches, alone, f"{dokumen}-v{_next_number(before)}")
    said = matchings(choices, ids, document.claims)
    identified = _with_ids(document, ids, said, before)
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
    former = former_rows(tx, dokumen, {k.id for k in cascade.kinerja}, state.decisions)
    elsewhere = same_kinerja(in_force(state.decisions), with_new=False)  # these ids speak of another kinerja by now
    return Before(
        state=state,
        cascade=cascade,
        former=tuple(
            Known(row["id"], row["uraian"], sidik(row["uraian"]), hidup=False)
            for row in former
            if row["id"] not in elsewhere
        ),
        versi=tuple(row["versi"] for row in tx.run("load/versions", id=dokumen)),
        asleep=live.last_claims(tx, state) if not state.versi else (),
    )


def _read_back(tx: Tx | None, document: Document, before: Before, register: Register) -> Document:
    """Ids that the rows carry, and what a person changed beside them."""
    state, former = before.state, [known.id for known in before.former]
    live_now, alone = (before.cascade, live.without(state, *ON_PAPER)) if state else (None, None)
    claims = state.claims if state else ()

    def ask(ids: list[str]) -> Sequence[Mapping[str, Any]]:
        return _rows(tx, "load/whose_ids", id=ids)

    return read_back(document, live_now, alone, claims, former, register, ask)


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


def _known(before: Before, register: Register) -> list[Known]:
    """Parents are those of the document itself: a person's move must not hide that a sentence is an old one."""
    if before.state is None:
        return []
    own = fold(before.asleep or before.state.claims, (), register)
    above = parents(own)
    last = own.kinerja if before.asleep else before.cascade.kinerja
    living = {k.id: Known(k.id, k.uraian, k.sidik, k.kode, above.get(k.id, "")) for k in last}
    return [*living.values(), *(one for one in before.former if one.id not in living)]


def _next_number(before: Before) -> int:
    return max((versi["nomor"] for versi in before.versi), default=0) + 1


def _ids(
    tx: Tx | None, document: Document, register: Register, matches: Sequence[Match], alone: Sequence[Match], versi: str
) -> Ids:
    """The old ids as recognised, new ones for the rest and for what a person chose."""
    known = {m.kelompok: m.id for m in matches if m.id}
    chosen = {m.kelompok for m in matches if m.cara == "orang"}
    prefix = unit_prefix(register.nama)
    taken = {row["id"] for row in _rows(tx, "load/taken_ids", awalan=f"{prefix}-{document.tahun % 100:02}-")}
    unnamed = [c for c in document.claims if c.kelompok and (c.kelompok not in known or c.kelompok in chosen)]
    named = first_ids(unnamed, register, document.tahun, taken | set(known.values()))
    own = {c.kelompok: c.kinerja_id for c in named}
    return Ids(final=own | known, alone={m.kelompok: m.id for m in alone}, own=own, versi=versi)


def _with_ids(document: Document, ids: Ids, said: Sequence[Matching], before: Before) -> Document:
    """`document` with the id that its rows carry in every claim: that of their kinerja, or the one from which a
    person's word leads to it, now or at an earlier version."""
    carried = before.state.carried if before.state else {}
    carries = {group: carried.get(key, key) for group, key in ids.final.items()}
    carries |= {one.kelompok: one.carried for one in said if not one.confirms}
    claims = tuple(replace(c, kinerja_id=carries.get(c.kelompok, "")) for c in document.claims)
    return replace(document, claims=claims)


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


def _rows(tx: Tx | None, name: str, **params: Any) -> list[dict[str, Any]]:
    return tx.run(name, **params) if tx else []
