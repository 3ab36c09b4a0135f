"""Where questions take off and land: workers on this side, the mirror on the other, and who brings down what burns.

In: where the mirror is, limits. Out: a `Flight` with a worker; when it lands, a worker that answered to the end goes
back, any other is killed, and the mirror with it when the question is still there a moment later.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from service.console.flight import Flight, where
from service.console.statement import Limits
from service.console.working import Late, Staff, Worker, WorkerGone
from service.queries import query

if TYPE_CHECKING:
    from service.console.asking import Address, Mirrored

BURN_SECONDS = 2.5
"""How long a question may go on by itself on the mirror; one that reads rows ends within two."""
AGAIN_SECONDS = 0.2
CLOSE_SECONDS = 10.0


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
