"""Long work beside the pages: one runner takes the jobs of the store in turn and can be stopped between two documents.

In: jobs that somebody asked for. Out: the same jobs worked off, each document told for itself, the whole in one report.
A job acts as whoever asked for it. After a restart what was cut short is `terputus`; its documents that were applied
stay applied, and asking again is harmless, because a document that is current already changes nothing.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from service.actor import Actor, acting_as
from service.config import Settings
from service.errors import KinerjaError
from service.graph import Graph
from service.jobs.documents import work_on
from service.store import Store, jobs
from service.store.jobs import Job

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
"""How long the runner sleeps when nobody wakes it: a job may have been put in by another process."""


class Runner:
    """The one who works the jobs off; one per service."""

    def __init__(self, graph: Graph, settings: Settings, store: Store) -> None:
        self.graph, self.settings, self.store = graph, settings, store
        self._work = threading.Event()
        self._over = threading.Event()

    def wake(self) -> None:
        """There is a new job."""
        self._work.set()

    @contextmanager
    def running(self) -> Iterator[None]:
        """While the block lasts, jobs are worked off in a thread of their own; the end waits for one document."""
        jobs.interrupted(self.store)
        thread = threading.Thread(target=self._watch, name="pekerjaan", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            self._work.set()
            thread.join()

    def work_off(self) -> None:
        """Every job that waits, one after the other."""
        while not self._over.is_set() and (job := jobs.take(self.store)):
            self._run(job)

    def _watch(self) -> None:
        while not self._over.is_set():
            self._work.clear()
            try:
                self.work_off()
            except KinerjaError as fault:  # the store or the graph does not answer: later
                log.warning("jobs: %s", fault)
            self._work.wait(LOOK_SECONDS)

    def _run(self, job: Job) -> None:
        try:
            with acting_as(Actor(job.akun, job.peran, job.unit, "sesi")):  # type: ignore[arg-type]
                stopped = self._documents(job)
        except Exception:  # a fault of ours ends this job, not the runner
            log.exception("job %s", job.id)
            jobs.close(self.store, job.id, "gagal", "Kesalahan program; yang sudah diterapkan tetap ada.")
            return
        if self._over.is_set() and stopped:
            return  # `interrupted` will say so at the next start
        if stopped:
            jobs.close(self.store, job.id, "dibatalkan", "Dibatalkan; yang sudah diterapkan tetap ada.")
        else:
            jobs.close(self.store, job.id, "selesai", "")

    def _documents(self, job: Job) -> bool:
        """Work on each document in turn; True: it was stopped before the end."""
        for item in job.butir:
            if self._over.is_set() or jobs.cancelled(self.store, job.id):
                return True
            jobs.record(self.store, job.id, work_on(job, item, self.graph, self.settings, self.store))
        return False
