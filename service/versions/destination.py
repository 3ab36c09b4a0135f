"""What moving a version to another unit or year would do, worked out inside a transaction.

In: a document, the number of one of its versions, the unit and year it belongs to. Out: a `Worked`: the import that it
would be there, and what stays here; `told` makes a `Removal` of it, which a person reads before it is done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from service import live
from service.errors import Invalid, NotFound
from service.facts import UnitRef
from service.fold.decided import in_force, standing
from service.fold.matched import matched, same_kinerja
from service.graph import Rows, Tx
from service.ingest.identify import unit_prefix
from service.ingest.plan import Plan, plan
from service.ingest.preview import Preview
from service.ingest.unit import Unit
from service.live import State
from service.model import Claim, Document, Issue
from service.stored import claims_of, issue_of, rows_of
from service.versions.orphans import Orphan, orphans


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


@dataclass(frozen=True)
class Worked:
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


def worked_out(tx: Tx, dokumen: str, nomor: int, ke: str, tahun: int) -> Worked:
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
    return Worked(
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


def stored_claims(tx: Tx, versi: str) -> tuple[Claim, ...]:
    return claims_of(baris for row in tx.run("load/claims", versi=versi) for baris in row["baris"])


def _as_matched(tx: Tx, versi: str, state: State) -> tuple[Claim, ...]:
    return matched(stored_claims(tx, versi), same_kinerja(in_force(state.decisions)))


def _current_after(state: State, versi: str) -> str:
    """What is current here when `versi` is not: what is now, else what was before it; empty: nothing was."""
    if state.versi != versi:
        return state.versi
    said = [one.isi.get("versi", "") for one in standing(state.decisions) if one.jenis == "versi"]
    return next((one for one in reversed(said) if one and one != versi), "")


def told(made: Worked) -> Removal:
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
