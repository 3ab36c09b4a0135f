"""A version that belongs to another unit or year is moved there: whole or not at all, and undone in one step.

In: a document, the number of one of its versions, the unit and year it belongs to. Out: a `Removal`, what would come
there and go here; then two entries of the log in one transaction: the version is current there, and another one (or
none) here. Its rows are read again under the new unit, so that its kinerja get ids of their own there; the old ids say
where they went. The version here stays stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service import live, log
from service.access import require_unit
from service.actor import acting, note
from service.decisions.checks import check_reason
from service.errors import Conflict, DocumentRefused, Invalid, NotFound
from service.facts import UnitRef
from service.fold.decided import in_force, standing
from service.fold.matched import matched, same_kinerja
from service.graph import Graph, Rows, Tx
from service.ingest.identify import unit_prefix
from service.ingest.load import Loaded, Source, go_back, load
from service.ingest.plan import Plan, plan
from service.ingest.preview import Preview
from service.ingest.unit import Unit
from service.live import State
from service.live.former import MOVED
from service.model import Claim, Decision, Document, Issue
from service.stored import claims_of, issue_of, rows_of
from service.versions.orphans import Orphan, orphans
from service.versions.reading import FROM, MOVED_FROM, TO

PAIR = "pasangan"
"""In the `isi` of the entry here: the id of the entry there."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What moving a version would do."""

    dokumen: str
    nomor: int
    """Of the version that moves."""
    nama_berkas: str
    unit: UnitRef
    tahun: int
    ke: UnitRef
    ke_tahun: int
    ke_dokumen: str
    datang: Preview
    """What changes there."""
    isu: tuple[Issue, ...]
    """What is found when it is read there; an error refuses the move."""
    berlaku: bool
    """The version is current here, so that something goes."""
    kini: int
    """Number of the version that is current here afterwards; 0: none, the document is withdrawn."""
    pergi: int
    """Kinerja that live here now and would not any more."""
    keputusan: tuple[Orphan, ...]
    """Decisions here that lose their object."""
    urut: int
    urut_ke: int
    """Revisions of both units and years that the form must carry."""

    @property
    def ditolak(self) -> bool:
        return any(issue.keparahan == "error" for issue in self.isu)


def removal(graph: Graph, dokumen: str, nomor: int, ke: str, tahun: int) -> Removal:
    """What moving version `nomor` to unit `ke` (kode) and `tahun` would do; raises NotFound, Invalid."""
    return graph.reading(lambda tx: _told(_worked_out(tx, dokumen, nomor, ke, tahun)))


def move(
    graph: Graph, dokumen: str, nomor: int, ke: str, tahun: int, alasan: str, based_on: tuple[int, int] | None = None
) -> tuple[Decision, Removal]:
    """Move it; the entry here, by which `undo_move` finds both. `based_on`: (urut, urut_ke) that the person saw.

    Raises NotFound, Invalid, Conflict, Forbidden, DocumentRefused.
    """

    def work(tx: Tx) -> tuple[Decision, Removal]:
        made = _worked_out(tx, dokumen, nomor, ke, tahun)
        told = _told(made)
        require_unit(told.unit.kode, told.unit.nama)
        require_unit(told.ke.kode, told.ke.nama)
        _check(told, based_on)
        return _moved(tx, made, told, alasan.strip()), told

    check_reason(alasan)
    entry, told = graph.writing(work)
    place, other = f"{told.unit.nama} {told.tahun}", f"{told.ke.nama} {told.ke_tahun}"
    note(subjek=dokumen, unit=told.unit.kode, sebelum={"tempat": place}, sesudah={"tempat": other})
    return entry, told


def undo_move(graph: Graph, key: str, alasan: str = "Pemindahan diurungkan") -> Decision:
    """Cancel both entries of a move; `key`: the entry here. Raises NotFound, Invalid, Forbidden."""

    def work(tx: Tx) -> Decision:
        pair = [_entry(tx, key)]
        pair.append(_entry(tx, pair[0].isi.get(PAIR, "")))
        states = [live.state_of(tx, one.subjek) for one in pair]
        for one, state in zip(pair, states, strict=True):
            require_unit(state.register.kode, state.register.nama)
            if any(other.membatalkan == one.id for other in standing(state.decisions)):
                raise Invalid("Pemindahan ini sudah diurungkan. Tidak ada yang diubah.", "Buka daftar versinya.")
        oleh = acting().akun
        made = log.append(tx, [log.Entry("versi", one.subjek, {}, alasan, oleh, one.id) for one in pair[::-1]])
        for one in pair[::-1]:
            live.refold(tx, one.subjek)
        return made[-1]

    log.check_length(alasan)
    return graph.writing(work)


@dataclass(frozen=True)
class _Worked:
    """The move, worked out inside a transaction."""

    state: State
    """Here."""
    versi: Mapping[str, object]
    claims: tuple[Claim, ...]
    """Of the version, with the ids they have here."""
    plan: Plan
    """There."""
    kini: str
    """Version that is current here afterwards; empty: none."""
    kini_nomor: int
    stay: frozenset[str]
    """Ids that live here afterwards."""


def _worked_out(tx: Tx, dokumen: str, nomor: int, ke: str, tahun: int) -> _Worked:
    state = live.state_of(tx, dokumen)
    versions = {row["versi"]["nomor"]: row["versi"] for row in tx.run("load/versions", id=dokumen)}
    if nomor not in versions:
        raise NotFound(f"Dokumen {dokumen} tidak punya versi {nomor}.", "Lihat daftar versinya.")
    if (ke, tahun) == (state.register.kode, state.tahun):
        raise Invalid("Versi itu sudah di sini: perangkat daerah dan tahunnya sama.", "Pilih unit atau tahun lain.")
    versi = versions[nomor]
    stored = tx.run("load/rows", versi=versi["id"])
    unit = _unit(tx.run("load/units"), ke, state.register.kode)
    document = _document(stored, versi, unit, tahun, _issues(tx, versi["id"]))
    kini = _current_after(state, versi["id"])
    left = live.cascade_of(replace(state, versi=kini, claims=_as_matched(tx, kini, state))) if kini else None
    return _Worked(
        state=state,
        versi=versi,
        claims=claims_of(row["baris"] for row in stored),
        plan=plan(tx, document, {}, unit),
        kini=kini,
        kini_nomor=next((n for n, one in versions.items() if one["id"] == kini), 0),
        stay=frozenset(k.id for k in left.kinerja) if left else frozenset(),
    )


def _unit(units: Rows, kode: str, here: str) -> Unit:
    """The target as the register has it; a unit of another pemda is none of ours."""
    known = {row["kode"]: row for row in units}
    row = known.get(kode)
    if row is None or (row["pemda_kode"] or "") != (known[here]["pemda_kode"] or ""):
        raise NotFound(
            f"Tidak ada perangkat daerah {kode!r} di pemerintah daerah ini.",
            "Pilih dari daftar; yang belum ada ditambahkan di Register.",
        )
    return Unit(
        kode=row["kode"],
        nama=row["nama"],
        jenis=row["jenis"] or "",
        singkatan=row["singkatan"] or unit_prefix(row["nama"]),
        pemda=row["pemda"] or "",
        pemda_kode=row["pemda_kode"] or "",
        contoh=bool(row["contoh"]),
        dikenal=True,
    )


def _document(stored: Rows, versi: Mapping[str, object], unit: Unit, tahun: int, issues: tuple[Issue, ...]) -> Document:
    """The version as a document of its new unit and year; what its header calls itself is no name of that unit."""
    rows = [row["baris"] for row in stored]
    gaps = versi.get("tidak_disebut")
    return Document(
        unit=unit.nama,
        jenis_unit=unit.jenis,
        pemda=unit.pemda,
        tahun=tahun,
        judul=str(versi.get("judul") or ""),
        sebutan=(),
        tidak_disebut=tuple(gaps) if isinstance(gaps, list) else (),
        rows=rows_of(rows),
        claims=tuple(replace(claim, kinerja_id="") for claim in claims_of(rows)),
        issues=issues,
    )


def _issues(tx: Tx, versi: str) -> tuple[Issue, ...]:
    return tuple(issue_of(row["isu"], row["baris"]) for row in tx.run("load/read_issues", versi=versi))


def _claims(tx: Tx, versi: str) -> tuple[Claim, ...]:
    return claims_of(baris for row in tx.run("load/claims", versi=versi) for baris in row["baris"])


def _as_matched(tx: Tx, versi: str, state: State) -> tuple[Claim, ...]:
    return matched(_claims(tx, versi), same_kinerja(in_force(state.decisions)))


def _current_after(state: State, versi: str) -> str:
    """What is current here when `versi` is not: what is now, else what was before it; empty: nothing was."""
    if state.versi != versi:
        return state.versi
    said = [one.isi.get("versi", "") for one in standing(state.decisions) if one.jenis == "versi"]
    return next((one for one in reversed(said) if one and one != versi), "")


def _told(made: _Worked) -> Removal:
    state, planned = made.state, made.plan
    cascade = live.cascade_of(state)
    leaving = made.kini != state.versi
    return Removal(
        dokumen=state.dokumen,
        nomor=int(str(made.versi["nomor"])),
        nama_berkas=str(made.versi["nama_berkas"]),
        unit=UnitRef(state.register.kode, state.register.nama),
        tahun=state.tahun,
        ke=UnitRef(planned.unit.kode, planned.unit.nama),
        ke_tahun=planned.document.tahun,
        ke_dokumen=planned.dokumen,
        datang=planned.preview,
        isu=planned.issues,
        berlaku=leaving,
        kini=made.kini_nomor,
        pergi=sum(k.id not in made.stay for k in cascade.kinerja) if leaving else 0,
        keputusan=orphans(state.decisions, cascade, made.stay) if leaving else (),
        urut=max((one.urut for one in state.decisions), default=0),
        urut_ke=planned.urut,
    )


def _check(told: Removal, based_on: tuple[int, int] | None) -> None:
    if told.ditolak:
        wrong = [issue for issue in told.isu if issue.keparahan == "error"]
        raise DocumentRefused("Versi itu tidak dapat dipindahkan. Tidak ada yang diubah.", "", wrong)
    if based_on is not None and based_on != (told.urut, told.urut_ke):
        raise Conflict(
            "Orang lain mengubah salah satu dari keduanya sesudah pratinjau ini dibuat. Tidak ada yang dipindahkan.",
            "Buka pratinjaunya lagi, periksa, lalu pindahkan.",
            current=f"{told.urut},{told.urut_ke}",
        )


def _moved(tx: Tx, made: _Worked, told: Removal, alasan: str) -> Decision:
    """There first: the old ids here point at kinerja that must exist."""
    oleh, key = acting().akun, str(made.versi["id"])
    there = _loaded(tx, made, key, oleh, alasan)
    ways = _ways(made.claims, _claims(tx, there.versi))
    said = {"versi": made.kini, MOVED_FROM: key, TO: there.versi, PAIR: there.decision.id, **ways}
    (here,) = log.append(tx, [log.Entry("versi", told.dokumen, said, alasan, oleh)])
    live.refold(tx, told.dokumen)
    return here


def _loaded(tx: Tx, made: _Worked, key: str, oleh: str, alasan: str) -> Loaded:
    """The version there: a new one, or the one it became when it was moved before."""
    versi, known = made.versi, made.plan.versi
    same = [v for v in known if (v["sha256"], v["pembaca"]) == (versi["sha256"], versi["pembaca"])]
    if same:
        return go_back(tx, made.plan, str(same[-1]["id"]), oleh, alasan, {FROM: key})
    size = int(str(versi["ukuran"]))
    source = Source(str(versi["sha256"]), str(versi["nama_berkas"]), size, str(versi["pembaca"]))
    return load(tx, made.plan, source, oleh, alasan, {FROM: key})


def _ways(here: Sequence[Claim], there: Sequence[Claim]) -> dict[str, str]:
    """`pindah:<id here>` -> id there, of every kinerja of the version: both are the same rows."""
    pairs = zip(here, there, strict=True)
    return {MOVED + old.kinerja_id: new.kinerja_id for old, new in pairs if old.kinerja_id and new.kinerja_id}


def _entry(tx: Tx, key: str) -> Decision:
    found = tx.run("decide/one", id=key) if key else []
    if not found or found[0]["keputusan"]["jenis"] != "versi":
        raise NotFound(f"Tidak ada pemindahan {key!r}.", "Lihat daftar versi dokumennya.")
    return log.from_properties(found[0]["keputusan"])
