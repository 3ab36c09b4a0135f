"""The service loads the examples beside its work: the real documents are there first, and pages answer meanwhile.

In: a graph whose examples are wanted (`ask`). Out: `progress`, for the start page; a thread of its own that ends with
the service and goes on at the next start. Faults are told there and in the log; they never stop the service.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from service.actor import Actor
from service.config import Settings
from service.errors import KinerjaError, NotFound
from service.examples.documents import documents
from service.examples.loading import ask, load, state
from service.examples.removing import remove
from service.graph import Graph
from service.store import Store, activity

log = logging.getLogger(__name__)

LOADER = Actor("sistem", "administrator")
"""Who loads them, in the activity log."""

FIRST_PAGE = 2.0
"""Seconds that the first visitor has for themselves before documents are read."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the loading is."""

    selesai: int
    jumlah: int
    gangguan: str = ""
    """Why it stopped; empty: it goes on."""


class Runner:
    """The one who loads the examples; one per service."""

    def __init__(self, graph: Graph, settings: Settings, store: Store | None = None) -> None:
        self.graph, self.settings, self.store = graph, settings, store
        self._wanted = threading.Event()
        self._over = threading.Event()
        self._progress: Progress | None = None

    @property
    def progress(self) -> Progress | None:
        """How far it is; None: nothing is being loaded."""
        return self._progress

    def ask(self) -> None:
        """Load them now."""
        ask(self.graph)
        self._announce()
        self._wanted.set()

    @contextmanager
    def running(self) -> Iterator[None]:
        """While the block lasts, examples that are wanted are loaded; the end waits for one document."""
        self._announce()  # the first page says already that they are on their way
        thread = threading.Thread(target=self._watch, name="contoh", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            self._wanted.set()
            thread.join()

    def work(self) -> None:
        """Load what is wanted, and remember how far it got."""
        try:
            if state(self.graph).keadaan == "diminta":
                with self._recorded():
                    self._load()
            self._progress = None
        except KinerjaError as fault:
            log.warning("examples: %s", fault)
            self._stopped(fault.message)
        except Exception:  # a fault of ours: told, and no reason for the service to end
            log.exception("examples")
            self._stopped("Kesalahan program; rinciannya ada di catatan layanan.")

    @contextmanager
    def _recorded(self) -> Iterator[None]:
        """One entry of the activity log for all of them; what the last document noted is not what it is about."""
        if self.store is None:
            yield
            return
        with activity.recorded(self.store, "contoh", actor=LOADER) as one:
            yield
            one.subjek = one.unit = ""
            one.sebelum, one.sesudah = {}, {"dokumen": str(self._progress.selesai if self._progress else 0)}

    def _announce(self) -> None:
        with suppress(KinerjaError):
            now = state(self.graph)
            if now.keadaan == "diminta":
                self._progress = Progress(now.dokumen, len(documents()))

    def _watch(self) -> None:
        self._over.wait(FIRST_PAGE)
        while not self._over.is_set():
            self._wanted.clear()
            self.work()
            self._wanted.wait()

    def _load(self) -> None:
        whole, there = len(documents()), state(self.graph).dokumen
        for number, _ in enumerate(load(self.graph, self.settings), there + 1):
            self._progress = Progress(number, whole)
            if self._over.is_set():
                return
        if state(self.graph).keadaan == "dibuang":  # taken away while one was being written
            self._sweep()

    def _sweep(self) -> None:
        try:
            remove(self.graph, self.settings)
        except NotFound:
            return

    def _stopped(self, why: str) -> None:
        last = self._progress or Progress(0, len(documents()))
        self._progress = Progress(last.selesai, last.jumlah, why)
