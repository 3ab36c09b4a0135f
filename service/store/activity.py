"""What is being done, written down before it is done: the intent first, then the work, then how it ended.

In: who acts (`service/actor.py`), the name of an endpoint or command. Out: one row of the activity log, with a number
that the graph's commit carries too. A process that dies in between leaves its intent open; `settle` completes it from
the graph, which is the truth.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import func, select, update

from service.actor import Actor, Doing, acting, at_work
from service.errors import GraphUnavailable, KinerjaError, ServerError
from service.graph import Graph
from service.server.state import Process
from service.store import Store
from service.store.moments import now, written
from service.store.tables import Kegiatan

log = logging.getLogger(__name__)

OPEN, DONE, FAILED, NEVER = "mulai", "selesai", "gagal", "tidak jadi"
"""States of an entry."""

JOINED = "kegiatan.sambung"
"""What the log says of itself when the store that held its earlier entries is gone."""

LONGEST = 2000
"""Letters kept of one value: the log tells what changed, it is no second copy of a document."""
MOST = 60
"""Values kept before, and after."""

STOPPED = "Layanan berhenti sebelum ini selesai; graf tidak berubah olehnya."
FOUND = "Layanan berhenti di tengah; graf mencatat bahwa perubahannya jadi."
LOST = "Catatan sebelum nomor ini tidak ada lagi di folder data ini; graf mengenal nomor yang lebih besar."
ABORTED = "Dihentikan sebelum selesai."


@contextmanager
def recorded(store: Store, tindakan: str, subjek: str = "", actor: Actor | None = None) -> Iterator[Doing]:
    """Inside the block `tindakan` (endpoint or command) is done by `actor` (default: who acts), and it is recorded how
    it ends. Raises ServerError, and nothing is done, when the intent cannot be written."""
    one = begin(store, tindakan, subjek, actor)
    try:
        with at_work(one):
            yield one
    except GraphUnavailable as fault:  # the commit may have arrived all the same
        _leave_open(store, one, str(fault.message))
        raise
    except BaseException as fault:
        one.gagal = one.gagal or _reason(fault)
        finish(store, one)
        raise
    finish(store, one)


def begin(store: Store, tindakan: str, subjek: str = "", actor: Actor | None = None) -> Doing:
    """Write the intent; its number is in the answer."""
    who = actor or acting()
    row = Kegiatan(
        pada=written(now()),
        akun=who.akun,
        peran=who.peran,
        cara=who.cara,
        dari=who.dari,
        tindakan=tindakan,
        subjek=subjek,
        proses=_mine(),
    )
    with store.session() as session:
        session.add(row)
    return Doing(row.nomor, subjek=subjek)


def finish(store: Store, one: Doing) -> None:
    """Complete the entry of `one`; harmless when it is complete already. The work is done by now, so a store that takes
    nothing more must not make a failure of it: the entry stays open, and the next start completes it from the graph."""
    values = {
        "keadaan": FAILED if one.gagal else DONE,
        "revisi": one.revisi or None,
        "pesan": one.gagal[:LONGEST],
        "selesai_pada": written(now()),
        **_told(one),
    }
    try:
        _complete(store, one.nomor, values)
    except ServerError as fault:
        log.error("activity %s is not completed: %s", one.nomor, fault)


def settle(store: Store, graph: Graph) -> int:
    """Complete what dead processes, or a lost connection, left open; how many entries that were."""
    marks = graph.read("meta/activity")[0]["kegiatan"]
    revisions = {int(number): int(revision) for number, _, revision in (mark.partition("=") for mark in marks)}
    _join(store, max(revisions, default=0))
    left = _left_open(store)
    for number, said in left.items():
        _complete(store, number, _from_graph(revisions.get(number), said))
    return len(left)


def _leave_open(store: Store, one: Doing, why: str) -> None:
    """Nobody works on it any more, and only the graph knows how it ended."""
    _complete(store, one.nomor, {"proses": "", "pesan": why[:LONGEST], **_told(one)})


def _complete(store: Store, number: int, values: Mapping[str, Any]) -> None:
    with store.session() as session:
        session.execute(update(Kegiatan).where(Kegiatan.nomor == number, Kegiatan.keadaan == OPEN).values(**values))


def _left_open(store: Store) -> dict[int, str]:
    """Number -> what is known of it, of the entries that no living process works on."""
    with store.session() as session:
        rows = session.execute(
            select(Kegiatan.nomor, Kegiatan.proses, Kegiatan.pesan).where(Kegiatan.keadaan == OPEN)
        ).all()
    return {number: said for number, process, said in rows if not _alive(process)}


def _from_graph(revision: int | None, said: str) -> dict[str, Any]:
    if revision is not None:
        return {"keadaan": DONE, "revisi": revision, "pesan": FOUND, "selesai_pada": written(now())}
    return {"keadaan": NEVER, "pesan": said or STOPPED, "selesai_pada": written(now())}


def _join(store: Store, highest: int) -> None:
    """A new store beside an old graph goes on counting where the old one was, so that a number means one thing."""
    with store.session() as session:
        last = session.scalar(select(func.max(Kegiatan.nomor))) or 0
    if highest > last:
        moment = written(now())
        row = Kegiatan(nomor=highest + 1, pada=moment, akun="sistem", peran="", cara="", dari="", tindakan=JOINED)
        row.keadaan, row.pesan, row.selesai_pada = DONE, LOST, moment
        with store.session() as session:
            session.add(row)


def _told(one: Doing) -> dict[str, Any]:
    told = {
        "subjek": one.subjek[:LONGEST],
        "unit": one.unit,
        "sebelum": _kept(one.sebelum),
        "sesudah": _kept(one.sesudah),
    }
    return told | ({"akun": one.akun, "peran": one.peran} if one.akun else {})


def _kept(values: Mapping[str, str]) -> str:
    kept = {name: _short(str(value)) for name, value in list(values.items())[:MOST]}
    return json.dumps(kept, ensure_ascii=False)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _reason(fault: BaseException) -> str:
    if isinstance(fault, KinerjaError):
        return fault.message
    return f"Kesalahan program ({type(fault).__name__})." if isinstance(fault, Exception) else ABORTED


def _mine() -> str:
    me = Process.me()
    return f"{me.pid}@{me.started}"


def _alive(process: str) -> bool:
    pid, _, started = process.partition("@")
    return bool(started) and Process(int(pid), float(started)).alive
