"""The live cascade of one unit and year, made anew from the log, the current version and the register.

In: the id of a document. Out: its `Cascade`, and the graph showing exactly that. Import and decisions both end here,
in the transaction that wrote the log entry; nothing else changes a live kinerja. The same log gives the same graph,
however often it is folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from service import log
from service.errors import NotFound
from service.fold import fold
from service.fold.decided import in_force, standing
from service.fold.matched import matched, same_kinerja
from service.graph import Graph, Tx
from service.live.doubts import Doubt, doubt
from service.live.former import write_former
from service.live.pairs import refold_pairs
from service.live.waiting import Question, questions
from service.live.write import At, write_cascade
from service.model import Cascade, Claim, Decision, DecisionKind, Register, Step
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
    """Of the current version, each with the id of its kinerja, as people matched them."""
    decisions: tuple[Decision, ...]
    """All about this unit and year, oldest first, cancelled ones too."""
    indikator_tetap: Mapping[str, str]
    """Id that the wording of an indicator gives -> id that it keeps from an earlier wording."""
    carried: Mapping[str, str] = field(default_factory=dict)
    """Id of a kinerja -> the other id that its rows carry, for those that people matched."""
    kalimat: Mapping[str, str] = field(default_factory=dict)
    """Id of what a decision is about -> its statement (a document: its title), of former kinerja too."""
    ragu: tuple[Doubt, ...] = ()
    """Statements that the current version was read with for mended ones, less than surely."""


def refold(tx: Tx, dokumen: str) -> Cascade:
    """Make the live graph of `dokumen` what the log says now."""
    state = state_of(tx, dokumen)
    cascade = cascade_of(state)
    at = At(dokumen, state.register.kode, state.tahun, state.versi)
    write_cascade(tx, at, state.claims, cascade)
    write_former(tx, at, cascade, state.decisions)
    refold_pairs(tx, at.skpd, at.tahun)
    tx.run("load/write_waiting", dokumen=dokumen, menunggu=len(waiting(state, cascade)))
    return cascade


def last_claims(tx: Tx, state: State) -> tuple[Claim, ...]:
    """Claims of the version that was current last, of a document that is withdrawn now."""
    said = [d.isi["versi"] for d in standing(state.decisions) if d.jenis == "versi" and d.isi.get("versi")]
    stored = tx.run("load/claims", versi=said[-1] if said else "")
    claims = claims_of(baris for row in stored for baris in row["baris"])
    return matched(claims, same_kinerja(in_force(state.decisions)))


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
    state = known_state(tx, dokumen)
    if state is None:
        raise NotFound(f"Tidak ada dokumen {dokumen}.", "Lihat daftar dokumen di halaman perangkat daerah.")
    return state


def known_state(tx: Tx, dokumen: str) -> State | None:
    """The same; None for a document that nobody has imported yet. Three queries."""
    found = tx.run("load/document", id=dokumen, umum=GENERAL)
    if not found:
        return None
    document = found[0]
    decisions, told = log.told_of_document(tx, dokumen)
    versi = log.current_version(decisions, dokumen)
    stored = tx.run("load/claims", versi=versi)
    claims = claims_of(baris for row in stored for baris in row["baris"])
    holding = in_force(decisions)
    now = same_kinerja(holding, with_new=False)
    return State(
        dokumen=dokumen,
        tahun=document["tahun"],
        register=_register(document),
        versi=versi,
        claims=matched(claims, same_kinerja(holding)),
        decisions=decisions,
        indikator_tetap=as_map([text for row in stored for text in row["indikator_tetap"]]),
        carried={now[c.kinerja_id]: c.kinerja_id for c in reversed(claims) if c.kinerja_id in now},
        kalimat=told,
        ragu=tuple(doubt(text) for row in stored for text in row["ragu"]),
    )


def waiting(state: State, cascade: Cascade) -> tuple[Question, ...]:
    """What is still to be decided, most consequential first; nothing where no version is current."""
    return questions(cascade, state.decisions, state.ragu, state.kalimat) if state.versi else ()


def cascade_of(state: State) -> Cascade:
    """The fold of all that is known; pure."""
    return fold(state.claims, state.decisions, state.register, state.indikator_tetap)


def without(state: State, *kinds: DecisionKind) -> Cascade:
    """The same as if nobody had decided anything of these kinds."""
    left = tuple(d for d in state.decisions if d.jenis not in kinds)
    return cascade_of(replace(state, decisions=left)) if left != state.decisions else cascade_of(state)


def register_of(tx: Tx, kode: str, nama: str, jenis: str) -> Register:
    """The part of the register that the fold of a unit needs which has no document yet."""
    names = tx.run("load/position_names", kode=kode)
    return Register(kode, nama, jenis, ladder_of(tx, jenis), _named(names))


def ladder_of(tx: Tx, jenis: str) -> tuple[Step, ...]:
    """The steps of a kind of unit, top first; a kind that has none of its own uses the general ones."""
    return _steps(tx.run("load/ladder", jenis=jenis) or tx.run("load/ladder", jenis=GENERAL))


def as_map(texts: Sequence[str]) -> dict[str, str]:
    """`["a=b"]` -> `{"a": "b"}`: a property of a node holds a list of texts, not a map."""
    return dict(text.split("=", 1) for text in texts)


def _register(document: Mapping[str, Any]) -> Register:
    """The same of a unit with a document, as `load/document` gives it along."""
    jenis, ladders = document["jenis"], document["jenjang"]
    own = [step for step in ladders if step["jenis_unit"] == jenis]
    return Register(document["kode"], document["nama"], jenis, _steps(own or ladders), _named(document["jabatan"]))


def _steps(rows: Iterable[Mapping[str, Any]]) -> tuple[Step, ...]:
    return tuple(
        Step(row["urut"], row["tingkat"], tuple(row["alias"]), row["komponen"], row["kelas_jabatan"]) for row in rows
    )


def _named(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Every name of a position -> its kode."""
    return {name: row["jabatan"] for row in rows for name in (row["nama"], *row["alias"])}
