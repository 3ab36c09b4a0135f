"""The live cascade of one unit and year, made anew from the log, the current version and the register.

In: the id of a document. Out: its `Cascade`, and the graph showing exactly that. Import and decisions both end here,
in the transaction that wrote the log entry; nothing else changes a live kinerja. The same log gives the same graph,
however often it is folded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service import log
from service.errors import NotFound
from service.fold import fold
from service.graph import Graph, Tx
from service.live.former import write_former
from service.live.write import At, write_cascade
from service.model import Cascade, Claim, Decision, Register, Step
from service.stored import claims_of

GENERAL = "umum"
"""The kind of unit whose ladder serves every kind that has none."""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one unit and year before it is folded."""

    dokumen: str
    """Id of the Dokumen."""
    tahun: int
    register: Register
    versi: str
    """Id of the current version; empty: none is in force."""
    claims: tuple[Claim, ...]
    """Of the current version, each with the id of its kinerja."""
    decisions: tuple[Decision, ...]
    """All about this unit and year, oldest first, cancelled ones too."""
    indikator_tetap: Mapping[str, str]
    """Id that the wording of an indicator gives -> id that it keeps from an earlier wording."""


def refold(tx: Tx, dokumen: str) -> Cascade:
    """Make the live graph of `dokumen` what the log says now."""
    state = state_of(tx, dokumen)
    cascade = cascade_of(state)
    at = At(dokumen, state.register.kode, state.tahun, state.versi)
    write_cascade(tx, at, state.claims, cascade)
    write_former(tx, at, cascade, state.decisions)
    return cascade


def refold_all(graph: Graph, jenis_unit: str = "") -> int:
    """Fold every document again (of one kind of unit), after its ladder was changed; how many there were."""

    def work(tx: Tx) -> int:
        documents = [row["id"] for row in tx.run("load/documents", jenis_unit=jenis_unit)]
        for dokumen in documents:
            refold(tx, dokumen)
        return len(documents)

    return graph.writing(work)


def state_of(tx: Tx, dokumen: str) -> State:
    """What is known of `dokumen`; raises NotFound."""
    found = tx.run("load/document", id=dokumen)
    if not found:
        raise NotFound(f"Tidak ada dokumen {dokumen}.", "Lihat daftar dokumen di halaman perangkat daerah.")
    document = found[0]
    decisions = log.of_document(tx, dokumen)
    versi = log.current_version(decisions, dokumen)
    kept = tx.run("load/kept_indicators", versi=versi)
    return State(
        dokumen=dokumen,
        tahun=document["tahun"],
        register=register_of(tx, document["kode"], document["nama"], document["jenis"]),
        versi=versi,
        claims=claims_of(row["baris"] for row in tx.run("load/claims", versi=versi)),
        decisions=decisions,
        indikator_tetap=pairs(kept[0]["indikator_tetap"] if kept else ()),
    )


def cascade_of(state: State) -> Cascade:
    """The fold, with indicators under the ids that they keep; pure."""
    return keep_indicators(fold(state.claims, state.decisions, state.register), state.indikator_tetap)


def keep_indicators(cascade: Cascade, kept: Mapping[str, str]) -> Cascade:
    """`cascade` with its indicators under the ids that they keep from earlier versions."""
    renamed = tuple(replace(i, id=kept.get(i.id, i.id)) for i in cascade.indikator)
    return replace(cascade, indikator=renamed)


def register_of(tx: Tx, kode: str, nama: str, jenis: str) -> Register:
    """The part of the register that the fold of this unit needs."""
    names = tx.run("load/position_names", kode=kode)
    return Register(
        kode=kode,
        nama=nama,
        jenis=jenis,
        jenjang=ladder_of(tx, jenis),
        jabatan={name: row["jabatan"] for row in names for name in (row["nama"], *row["alias"])},
    )


def ladder_of(tx: Tx, jenis: str) -> tuple[Step, ...]:
    """The steps of a kind of unit, top first; a kind that has none of its own uses the general ones."""
    rows = tx.run("load/ladder", jenis=jenis) or tx.run("load/ladder", jenis=GENERAL)
    return tuple(
        Step(row["urut"], row["tingkat"], tuple(row["alias"]), row["komponen"], row["kelas_jabatan"]) for row in rows
    )


def pairs(texts: Sequence[str]) -> dict[str, str]:
    """`["a=b"]` -> `{"a": "b"}`: a property of a node holds a list of texts, not a map."""
    return dict(text.split("=", 1) for text in texts)
