"""One question in the air: a worker and the mirror that it asks.

In: a statement, where the mirror is, limits. Out: parts; `Broken` when the mirror went away under it (or its owner
killed the worker). `ground.py` clears up afterwards.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from service.console import caps
from service.console.faults import StatementFault, told
from service.console.hints import hints
from service.console.parts import End, Head, Part, Rows
from service.console.statement import Explained, Limits, Statement
from service.console.walls import Refused, check_plan
from service.console.working import Late, Worker, WorkerGone

if TYPE_CHECKING:
    from service.console.asking import Address

GRACE_SECONDS = 1.0
"""After its time, until we end it: what Neo4j can stop by itself ends with a clear word of its own."""
FINISH_SECONDS = 0.3
"""For closing a transaction whose rows are all here."""

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


def where(at: Address) -> dict[str, str]:
    """What the worker needs of it; sent on its stdin, and kept nowhere."""
    return {"uri": at.uri, "user": at.user, "password": at.password, "database": at.database}
