"""What a unit still has to decide: one page of questions by kind, with what was decided already.

In: the kode of a unit and a year. Out: `Open`: questions, the most consequential first, with the words and numbers that
the forms under them need; four queries, whatever the size.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from service import live, log
from service.browse.units import no_such_unit
from service.decisions.seen import tree_revision
from service.facts import Ref, UnitRef
from service.fold.decided import in_force
from service.graph import Graph, Tx
from service.levels import colour, short
from service.live import State
from service.live.waiting import ORDER, Kind, Question
from service.model import Cascade, Decision
from service.reconcile.parents import BRANCH_DEPTH
from service.said import WHAT, value


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question with its words."""

    tanya: Question
    uraian: str
    tingkat: str
    singkat: str
    warna: int
    usul_teks: str
    """Statement of the inferred parent, or the level, or the old statement."""
    versi_subjek: int
    putusan: Decision | None = None
    """The decision that lost its object."""
    putusan_teks: str = ""
    apa: str = ""
    """What that decision changes: `Induk`."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Inferred parents of one branch."""

    puncak: Ref
    isi: tuple[OpenQuestion, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one kind, most consequential first."""

    jenis: Kind
    isi: tuple[OpenQuestion, ...]
    cabang: tuple[Branch, ...] = ()
    """induk: the same, by branch."""


@dataclass(frozen=True, slots=True)
class Open:
    """Everything that a unit and year still has to decide."""

    unit: UnitRef
    tahun: int
    dokumen: str
    """Empty: the unit has no document."""
    versi: str
    """Id of the current version; empty: none is in force."""
    tahun_lain: tuple[int, ...]
    kelompok: tuple[Group, ...]
    """The kind with the most consequential question first."""
    jumlah: int
    diputuskan: tuple[tuple[str, int], ...]
    """What was decided, in words, and how often; only what is in force."""
    tingkat: tuple[str, ...]
    """Levels to choose from."""
    versi_pohon: int
    """What a form about the whole tree must carry."""
    revisi: int


def open_questions(graph: Graph, kode: str, tahun: int | None = None) -> Open:
    """What waits for a decision in a unit and year; raises NotFound."""
    return graph.reading(lambda tx: _read(tx, kode, tahun))


def _read(tx: Tx, kode: str, tahun: int | None) -> Open:
    found = tx.run("decide/which_document", kode=kode, tahun=tahun)
    if not found or (tahun is not None and not found[0]["dokumen"]):
        raise no_such_unit(kode, tahun if found else None)
    row, unit = found[0], UnitRef(kode, found[0]["nama"])
    state = live.known_state(tx, row["dokumen"]) if row["dokumen"] else None
    if state is None:
        return Open(unit, 0, "", "", (), (), 0, (), (), 0, row["revisi"])
    cascade = live.cascade_of(state)
    groups = _groups(state, cascade)
    counted = Counter(WHAT[one.jenis] for one in in_force(state.decisions) if one.jenis != "versi")
    return Open(
        unit=unit,
        tahun=state.tahun,
        dokumen=state.dokumen,
        versi=state.versi,
        tahun_lain=tuple(sorted((year for year in row["semua_tahun"] if year != state.tahun), reverse=True)),
        kelompok=groups,
        jumlah=sum(len(group.isi) for group in groups),
        diputuskan=tuple(counted.most_common()),
        tingkat=_levels(state, cascade),
        versi_pohon=tree_revision(state.decisions),
        revisi=row["revisi"],
    )


def _levels(state: State, cascade: Cascade) -> tuple[str, ...]:
    of_tree = [k.tingkat for k in sorted(cascade.kinerja, key=lambda k: k.urut_tingkat)]
    return tuple(dict.fromkeys(level for level in (*of_tree, *(s.tingkat for s in state.register.jenjang)) if level))


def _groups(state: State, cascade: Cascade) -> tuple[Group, ...]:
    by_kind: dict[Kind, list[OpenQuestion]] = defaultdict(list)
    worded = _Words(state, cascade)
    for question in live.waiting(state, cascade):
        by_kind[question.jenis].append(worded.question(question))
    made = [
        Group(kind, tuple(found), worded.branches(found) if kind == "induk" else ()) for kind, found in by_kind.items()
    ]
    return tuple(sorted(made, key=lambda g: (-g.isi[0].tanya.dampak, ORDER.index(g.jenis))))


class _Words:
    """Statements, levels and revisions of what the questions name."""

    def __init__(self, state: State, cascade: Cascade) -> None:
        self.state = state
        self.living = {k.id: k for k in cascade.kinerja}
        self.names = {**state.kalimat, **{k.id: k.uraian for k in cascade.kinerja}}
        self.above = {edge.sebab: edge.akibat for edge in cascade.edges if edge.utama}
        self.entries = {d.id: d for d in state.decisions}
        self.ladder = max((k.urut_tingkat for k in cascade.kinerja), default=0)

    def question(self, one: Question) -> OpenQuestion:
        k, entry = self.living.get(one.kinerja), self.entries.get(one.keputusan)
        tingkat, urut = (k.tingkat, k.urut_tingkat) if k else ("", 0)
        return OpenQuestion(
            tanya=one,
            uraian=self.names.get(one.kinerja, one.kinerja),
            tingkat=tingkat,
            singkat=short(tingkat, urut) if k else "",
            warna=colour(tingkat, urut, self.ladder),
            usul_teks=self.names.get(one.usul, one.usul),
            versi_subjek=log.revision_of(
                self.state.decisions, entry.subjek if entry else one.kinerja, self.state.dokumen
            ),
            putusan=entry,
            putusan_teks=value(entry, self.names) if entry else "",
            apa=WHAT[entry.jenis].removesuffix(" kinerja").capitalize() if entry else "",
        )

    def branches(self, found: list[OpenQuestion]) -> tuple[Branch, ...]:
        """By the kinerja two hops below the outcome, the branch with the most first."""
        tops: dict[str, list[OpenQuestion]] = defaultdict(list)
        for one in found:
            tops[self._top(one.tanya.kinerja)].append(one)
        return tuple(Branch(Ref(key, self.names[key]), tuple(isi)) for key, isi in tops.items())

    def _top(self, key: str) -> str:
        way = [key]
        while way[-1] in self.above and self.above[way[-1]] not in way:
            way.append(self.above[way[-1]])
        return way[max(0, len(way) - 1 - BRANCH_DEPTH)]
