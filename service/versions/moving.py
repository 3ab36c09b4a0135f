"""A version that belongs to another unit or year is moved there: whole or not at all, and undone in one step.

In: a document, the number of one of its versions, the unit and year it belongs to. Out: a `Removal`, what would come
there and go here; then two entries of the log in one transaction: the version is current there, and another one (or
none) here. Its rows are read again under the new unit, so that its kinerja get ids of their own there; the old ids say
where they went. The version here stays stored.
"""

from __future__ import annotations

from collections.abc import Sequence

from service import live, log
from service.access import require_unit
from service.actor import acting, note
from service.decisions.checks import check_reason
from service.errors import Conflict, DocumentRefused, Invalid, NotFound
from service.fold.decided import standing
from service.graph import Graph, Tx
from service.ingest.load import Loaded, Source, go_back, load
from service.live import State
from service.live.former import MOVED
from service.model import Claim, Decision
from service.versions.destination import Removal, Worked, stored_claims, told, worked_out
from service.versions.reading import FROM, MOVED_FROM, TO

PAIR = "pasangan"
"""In the `isi` of the entry here: the id of the entry there."""


def removal(graph: Graph, dokumen: str, nomor: int, ke: str, tahun: int) -> Removal:
    """What moving version `nomor` to unit `ke` (kode) and `tahun` would do; raises NotFound, Invalid."""
    return graph.reading(lambda tx: told(worked_out(tx, dokumen, nomor, ke, tahun)))


def move(
    graph: Graph, dokumen: str, nomor: int, ke: str, tahun: int, alasan: str, based_on: tuple[int, int] | None = None
) -> tuple[Decision, Removal]:
    """Move it; the entry here, by which `undo_move` finds both. `based_on`: (urut, urut_ke) that the person saw.

    Raises NotFound, Invalid, Conflict, Forbidden, DocumentRefused.
    """

    def work(tx: Tx) -> tuple[Decision, Removal]:
        made = worked_out(tx, dokumen, nomor, ke, tahun)
        what = told(made)
        require_unit(what.unit.kode, what.unit.nama)
        require_unit(what.ke.kode, what.ke.nama)
        _check(what, based_on)
        return _moved(tx, made, what, alasan.strip()), what

    check_reason(alasan)
    entry, what = graph.writing(work)
    place, other = f"{what.unit.nama} {what.tahun}", f"{what.ke.nama} {what.ke_tahun}"
    note(subjek=dokumen, unit=what.unit.kode, sebelum={"tempat": place}, sesudah={"tempat": other})
    return entry, what


def undo_move(graph: Graph, key: str, alasan: str = "Pemindahan diurungkan") -> Decision:
    """Cancel both entries of a move; `key`: the entry here. Raises NotFound, Invalid, Forbidden."""

    def work(tx: Tx) -> tuple[Decision, list[State]]:
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
        return made[-1], states

    log.check_length(alasan)
    entry, (here, there) = graph.writing(work)
    places = {"sebelum": {"tempat": _place(there)}, "sesudah": {"tempat": _place(here)}}
    note(subjek=here.dokumen, unit=here.register.kode, **places)
    return entry


def _place(state: State) -> str:
    return f"{state.register.nama} {state.tahun}"


def _check(what: Removal, based_on: tuple[int, int] | None) -> None:
    if what.ditolak:
        wrong = [issue for issue in what.isu if issue.keparahan == "error"]
        raise DocumentRefused("Versi itu tidak dapat dipindahkan. Tidak ada yang diubah.", "", wrong)
    if based_on is not None and based_on != (what.urut, what.urut_ke):
        raise Conflict(
            "Orang lain mengubah salah satu dari keduanya sesudah pratinjau ini dibuat. Tidak ada yang dipindahkan.",
            "Buka pratinjaunya lagi, periksa, lalu pindahkan.",
            current=f"{what.urut},{what.urut_ke}",
        )


def _moved(tx: Tx, made: Worked, what: Removal, alasan: str) -> Decision:
    """There first: the old ids here point at kinerja that must exist."""
    oleh, key = acting().akun, str(made.versi["id"])
    there = _loaded(tx, made, key, oleh, alasan)
    ways = _ways(made.claims, stored_claims(tx, there.versi))
    said = {"versi": made.kini, MOVED_FROM: key, TO: there.versi, PAIR: there.decision.id, **ways}
    (here,) = log.append(tx, [log.Entry("versi", what.dokumen, said, alasan, oleh)])
    live.refold(tx, what.dokumen)
    return here


def _loaded(tx: Tx, made: Worked, key: str, oleh: str, alasan: str) -> Loaded:
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
