"""One question in the air: a worker and the mirror that it asks; and how both are brought down when it does not end.

In: a statement, where the mirror is, limits. Out: parts; `Broken` when the mirror went away under it (or its owner
killed the worker). `Ground.land` clears up: a worker that answered to the end goes back, any other is killed, and the
mirror with it when the question is still there a moment later.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from service.console import caps
from service.console.faults import StatementFault, told
from service.console.hints import hints
from service.console.parts import End, Head, Part, Rows
from service.console.statement import Explained, Limits, Statement
from service.console.walls import Refused, check_plan
from service.console.working import Late, Staff, Worker, WorkerGone
from service.queries import query

if TYPE_CHECKING:
    from service.console.asking import Address, Mirrored

GRACE_SECONDS = 1.0
"""After its time, until we end it: what Neo4j can stop by itself ends with a clear word of its own."""
BURN_SECONDS = 2.5
"""How long a question may go on by itself on the mirror; one that reads rows ends within two."""
AGAIN_SECONDS = 0.2
FINISH_SECONDS = 0.3
"""For closing a transaction whose rows are all here."""
CLOSE_SECONDS = 10.0

UNSENDABLE = ("Kinerja.OverflowError", "Kinerja.UnicodeEncodeError", "Kinerja.ValueError", "Kinerja.TypeError")
"""What the driver says of a value that Neo4j has no form for; nothing was asked."""

ROWS = b'{"baris":'


class Broken(Exception):
    """The mirror or the worker is gone, and it was not the fault of this question."""


class Flight:
    """One attempt to answer."""

    def __init__(self, run: str, worker: Worker, at: Address, limits: Limits, off: frozenset[str]) -> None:
        self.run, self.worker, self.at, self.limits, self.off = run, worker, at, limits, off
        self.statement: Statement | None = None
        self.began = self.deadline = 0.0
        self.first: float | None = None
        self.clean = False
        """The worker has answered to the end and may be asked again."""
        self.suspect = False
        """It answered, but the mirror may not be well (memory)."""

    def parts(self, statement: Statement) -> Iterator[Part]:
        """Raises Refused, StatementFault, Broken."""
        try:
            notices = self._explain(statement, self._planned(statement))
            columns = self._hear()["kolom"]
            head: Head | None = Head(columns, self.at.revisi, self.at.pada, self.at.terkini, notices)
            for part in self._answers():
                if head:
                    yield head
                    head = None
                yield part
        except WorkerGone:  # by its memory limit, in one of several ways; or its owner's cancelling, which `Run` knows
            raise Refused(*caps.too_large(), dinding="ingatan") from None
        except Late:
            raise Refused(*caps.late(self.limits), dinding="tenggat") from None

    def _planned(self, statement: Statement) -> Explained:
        """A worker that had ended before it was asked is nobody's fault: another one is."""
        try:
            self._send(statement)
            return Explained(**self._hear(statement)["rencana"])
        except WorkerGone:
            raise Broken from None

    def _send(self, statement: Statement) -> None:
        self.statement = statement
        limits = asdict(self.limits)
        asked = {"tugas": "tanya", "jalan": self.run, "teks": statement.teks, "parameter": dict(statement.parameter)}
        self.worker.send({**asked, **limits, "di": where(self.at)})
        self.began = time.monotonic()
        self.deadline = self.began + self.limits.detik + GRACE_SECONDS

    def _explain(self, statement: Statement, explained: Explained) -> list[Any]:
        try:
            check_plan(explained, statement, self.off)
        except Exception:
            self.worker.send({"lanjut": False})
            self._finish()
            raise
        self.worker.send({"lanjut": True})
        return hints(explained.pemberitahuan, statement)

    def _answers(self) -> Iterator[Part]:
        while True:
            line = self.worker.hear(self.deadline)
            if line.startswith(ROWS):
                self.first = self.first or time.monotonic()
                yield Rows(line[len(ROWS) : -1].decode())
                continue
            end = self._checked(json.loads(line), None)["akhir"]
            yield self._end(end)
            self._finish()
            return

    def _end(self, told_end: Mapping[str, Any]) -> End:
        now = time.monotonic()
        return End(
            baris=told_end["baris"],
            terpotong=told_end["terpotong"],
            sel_terpotong=told_end["sel_terpotong"],
            ms=round((now - self.began) * 1000, 1),
            ms_pertama=round((self.first - self.began) * 1000, 1) if self.first else None,
        )

    def _hear(self, statement: Statement | None = None) -> dict[str, Any]:
        return self._checked(json.loads(self.worker.hear(self.deadline)), statement)

    def _checked(self, answer: dict[str, Any], statement: Statement | None) -> dict[str, Any]:
        """`answer`, unless it is a fault."""
        if "putus" in answer:
            self._finish()
            raise Broken
        if "ingatan" in answer:
            raise Refused(*caps.too_large(), dinding="ingatan")
        if "galat" in answer:
            self._finish()
            if answer["galat"]["kode"] in UNSENDABLE:
                raise StatementFault(*caps.unsendable())
            fault = told(answer["galat"]["kode"], answer["galat"]["pesan"], statement or self.statement)
            self.suspect = isinstance(fault, Refused) and fault.dinding in ("ingatan", "tenggat")
            raise fault
        return answer

    def _finish(self) -> None:
        """The worker says when its transaction is closed; one that does not is not asked again."""
        try:
            self.clean = "selesai" in json.loads(self.worker.hear(time.monotonic() + FINISH_SECONDS))
        except (Late, WorkerGone):
            self.clean = False


class Ground:
    """Workers on this side, the mirror on the other, and who brings down what is still in the air."""

    def __init__(self, mirror: Mirrored, off: frozenset[str]) -> None:
        self.mirror, self.off = mirror, off
        self.staff = Staff()
        self._clearing: set[threading.Thread] = set()

    def take_off(self, run: str, at: Address, limits: Limits) -> Flight:
        """A worker for one attempt."""
        return Flight(run, self.staff.take(), at, limits, self.off)

    def land(
        self,
        flight: Flight | None,
        then: Callable[[], None] = lambda: None,
        burned: Callable[[], None] = lambda: None,
    ) -> None:
        """Returns at once; `then` is called when nothing of the flight is left, before it `burned` if the mirror had to
        be killed."""
        if flight is None:
            then()
            return
        if flight.clean:
            self.staff.give_back(flight.worker)
        if flight.clean and not flight.suspect:
            then()
            return
        thread = threading.Thread(target=self._clear, args=(flight, then, burned), daemon=True)
        self._clearing.add(thread)
        thread.start()

    def close(self) -> None:
        """Waits for what is being cleared, then ends every worker."""
        for thread in list(self._clearing):
            thread.join(CLOSE_SECONDS)
        self.staff.close()

    def _clear(self, flight: Flight, then: Callable[[], None], burned: Callable[[], None]) -> None:
        try:
            if not flight.clean:
                flight.worker.put_away()
            if self._burns(flight):
                self.mirror.kill(flight.at.generasi)
                burned()
        finally:
            then()
            self._clearing.discard(threading.current_thread())

    def _burns(self, flight: Flight) -> bool:
        """Whether the question is still on the mirror after a while, or the mirror does not answer at all."""
        worker = self.staff.take()
        try:
            worker.be_ready()
            deadline = time.monotonic() + BURN_SECONDS
            while self._still(worker, flight, deadline):
                if time.monotonic() + AGAIN_SECONDS > deadline:
                    return True
                time.sleep(AGAIN_SECONDS)
            return False
        except Late:
            worker.kill()
            return True
        except WorkerGone:
            return True
        finally:
            self.staff.give_back(worker)

    def _still(self, worker: Worker, flight: Flight, deadline: float) -> bool:
        """False too when there is no mirror there any more."""
        text = query("console/burning").text
        worker.send({"tugas": "masih", "teks": text, "jalan": flight.run, "di": where(flight.at)})
        answer = json.loads(worker.hear(deadline))
        worker.hear(deadline)  # its "selesai"
        return bool(answer.get("masih", "galat" in answer))


def where(at: Address) -> dict[str, str]:
    """What the worker needs of it; sent on its stdin, and kept nowhere."""
    return {"uri": at.uri, "user": at.user, "password": at.password, "database": at.database}
