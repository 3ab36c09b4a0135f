"""The one mirror of a data folder, as whoever asks it sees it.

In: the live graph, settings. Out: `At`, an address that answers questions of the copy and may be killed at any moment.
The first question fills and starts it; when the live graph has moved on, the old one answers until the new one is
ready. Several processes of one data folder share it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from service import server
from service.config import Settings
from service.errors import KinerjaError, MirrorUnavailable
from service.graph import Graph
from service.mirror import running
from service.mirror.address import At, Shown, State, address, shown, told
from service.mirror.content import Stand, read_content, stand
from service.mirror.filling import fill
from service.mirror.places import places
from service.mirror.retiring import retire
from service.mirror.watching import Watch
from service.server.disk import disk_faults
from service.server.process import end
from service.server.progress import SILENT
from service.server.state import Process, read_state
from service.server.turns import held, one_at_a_time

log = logging.getLogger(__name__)

END_LOOKS = 20
"""Half seconds that the end waits for a copy that is being prepared."""


class Mirror:
    """The second private Neo4j; safe to share between threads. `flags`: more Java flags, for tests."""

    def __init__(self, graph: Graph, settings: Settings, flags: Sequence[str] = ()) -> None:
        self.graph, self.settings, self.flags = graph, settings, tuple(flags)
        self.places = places(settings)
        self.fault = ""
        """Why the last refill beside the questions failed."""
        self._turn = threading.Lock()
        self._over = threading.Event()
        self._user: Process | None = None

    def at(self, *, fresh: bool = False) -> At:
        """Where to ask. `fresh`: never of an older graph than the one that stands now, which may take some seconds.
        Raises MirrorUnavailable with the remedy."""
        live = stand(self.graph)
        self.places.used()
        one = shown(self.places)
        if one is None or (fresh and one.content.stand != live):
            one = self.prepared()
        elif one.content.stand != live and self._user is None and not self._turn.locked():
            threading.Thread(target=self.renew, name="cermin", daemon=True).start()
        if self._user and self._user not in one.server.users:
            running.join(one.slot, self._user)
        return address(one, live)

    def kill(self, generasi: str) -> None:
        """End that process at once, whatever it is doing; nothing happens when it is gone already."""
        for slot in self.places.slots:
            state = read_state(slot)
            if state and running.name(state) == generasi:
                end(state.server, 0.0)

    def state(self) -> State:
        """How it is doing; starts nothing and waits for nothing."""
        live = None
        with suppress(KinerjaError):
            live = stand(self.graph) if self.places.root.is_dir() else None
        return told(self.places, live, preparing=self._turn.locked() or held(self.places.lock), fault=self.fault)

    @contextmanager
    def running(self) -> Iterator[None]:
        """For whoever asks for longer than a moment: while the block lasts, the mirror follows the graph, comes back
        when it was killed, and stops when nobody has asked it for a while. At the end it stops, unless another process
        uses it."""
        self._over.clear()
        self._user = Process.me()
        watcher = threading.Thread(target=Watch(self, self._over).go, name="cermin", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            self._over.set()
            self._leave()
            watcher.join(1.0)

    def stop(self) -> None:
        """End every mirror of this data folder; the next question starts it again."""
        self.places.mark.unlink(missing_ok=True)
        for slot in self.places.slots:
            running.stop(slot)

    def prepared(self) -> Shown:
        """The mirror of the graph as it stands now or later; one thread of one process at a time prepares one."""
        asked = time.time()
        with self._turn, disk_faults(self.places.root):
            if self._over.is_set():
                raise MirrorUnavailable("Layanan sedang berhenti.", "Jalankan lagi, lalu ulangi.")
            self.places.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            with one_at_a_time(self.places.lock, SILENT, "menyiapkan cermin"):
                live, one = stand(self.graph), shown(self.places)
                if one is None or (one.content.stand != live and one.content.disalin < asked):
                    one = self._back(live) or self._renewed(one)
                self.places.used()  # before the lock is free: nobody takes it for unused
                return one

    def renew(self) -> bool:
        """The same beside the questions; a fault is remembered, not raised. Whether it went well."""
        try:
            self.prepared()
            self.fault = ""
        except KinerjaError as fault:
            if not self._over.is_set():
                self.fault = str(fault)
                log.info("cermin: %s", fault)
        return not self.fault

    def rest(self) -> None:
        """Stop what runs, when nobody has asked meanwhile."""
        with self._turn, one_at_a_time(self.places.lock, SILENT, ""):
            if self.places.unused_for() > self.settings.mirror_idle * 60:
                for slot in self.places.slots:
                    running.stop(slot)

    def _back(self, live: Stand) -> Shown | None:
        """The last copy still holds: only its server is started again."""
        slot = self.places.current
        content = read_content(slot)
        if content is None or content.stand != live:
            return None
        return Shown(slot, content, running.start(slot, self.settings, self.flags))

    def _renewed(self, old: Shown | None) -> Shown:
        slot = self.places.other
        server, content = fill(self.graph, self.settings, slot, self.flags)
        self.places.point_to(slot)
        if old:
            retire(old.slot, old.server)
        else:
            running.stop(self.places.other)  # one that runs there has nothing that may be asked
        return Shown(slot, content, server)

    def _leave(self) -> None:
        """Stop what this process uses alone; what it is preparing just now, too."""
        user, self._user = self._user, None
        for _ in range(END_LOOKS):
            if self._turn.acquire(timeout=0.5):
                self._turn.release()
                break
            self._drop_unready()
        stays = server.served_by_another(self.settings)  # which stops it when nobody asks any more
        for slot in self.places.slots:
            if user and slot.root.is_dir():
                running.leave(slot, user, stays=stays)

    def _drop_unready(self) -> None:
        """The server that this process is waiting for: it need not become ready any more."""
        for slot in self.places.slots:
            state = read_state(slot)
            if state and not state.ready:
                end(state.server, 0.0)
