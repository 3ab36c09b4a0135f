"""Backups of a running service: made now or every night, tried, remembered, and the oldest taken away.

In: a graph, the settings, the store. Out: a `Keeper`, one per service: `begin` makes a backup beside the pages,
`nightly` makes one at the hour of the setting, and after a night that the computer was off as soon as it runs again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from pathlib import Path

from service.actor import Actor, acting_as
from service.backup.making import Made, make, usual_name
from service.backup.trying import try_out
from service.config import Settings
from service.errors import GraphUnavailable, KinerjaError
from service.graph import Graph
from service.store import Store
from service.store.activity import recorded
from service.store.backups import Record, record, records, say

log = logging.getLogger(__name__)

LOOK_SECONDS = 20.0
"""How often the clock is looked at."""
AGAIN_AFTER = timedelta(minutes=30)
"""How long a night's backup that failed waits before it is tried again."""
NIGHT = "kinerja-malam-"
"""How the names of nightly archives begin; only those are ever taken away."""
CLOCK = Actor("terjadwal", "administrator")
"""Who makes the backups of the night, in the activity log."""
GONE = "Berkasnya sudah dihapus: {keep} cadangan malam yang lebih baru disimpan."
OLD_AFTER = timedelta(days=2)
"""A last backup older than this is told as a warning."""


class Keeper:
    """Who makes the backups of a running service, one at a time."""

    def __init__(self, graph: Graph, settings: Settings, store: Store) -> None:
        self.graph, self.settings, self.store = graph, settings, store
        self.since: datetime | None = None
        """When the backup that is being made was begun; None: none is."""
        self._turn = threading.Lock()

    def begin(self, actor: Actor) -> bool:
        """Make one for `actor` beside whatever else is done; False when one is being made already."""
        if not self._turn.acquire(blocking=False):
            return False
        self.since = _now()
        threading.Thread(target=self._hold, args=("kinerja-", actor), daemon=True).start()
        return True

    @contextmanager
    def nightly(self) -> Iterator[None]:
        """While the block lasts, every night has its backup, when the setting asks for it."""
        at, over = self.settings.backup_at, threading.Event()
        if at is None:
            yield
            return
        watcher = threading.Thread(target=self._watch, args=(at, over), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join(1.0)  # a backup under way is thrown away; nothing of it is needed

    def _watch(self, at: time, over: threading.Event) -> None:
        began, not_before = _now(), datetime.min.replace(tzinfo=_now().tzinfo)
        while not over.wait(LOOK_SECONDS):
            now = _now()
            try:
                if now >= not_before and due(at, now, began, self.store) and not self.night():
                    not_before = now + AGAIN_AFTER
            except KinerjaError as fault:
                log.error("nightly backup: %s", fault)

    def night(self) -> bool:
        """Tonight's backup, and the oldest taken away; whether it was made."""
        if not self._turn.acquire(blocking=False):
            return False
        self.since = _now()
        if not self._hold(NIGHT, CLOCK):
            return False
        prune(self.settings, self.store)
        return True

    def _hold(self, prefix: str, actor: Actor) -> bool:
        """One backup; the turn, which the caller took, is given back."""
        try:
            path = self.settings.backup_dir / usual_name(_now(), prefix)
            with acting_as(actor):
                return keep(self.graph, self.store, self.settings, path).keadaan == "selesai"
        except KinerjaError as fault:
            log.error("backup: %s", fault)
            return False
        finally:
            self.since = None
            self._turn.release()


def keep(
    graph: Graph, store: Store, settings: Settings, path: Path, told: Callable[[str], None] = lambda _: None
) -> Record:
    """Make an archive at `path`, try it, and remember how that went. A failure is remembered, not raised; raises
    ServerError when the store takes no more."""
    began = _now().isoformat(timespec="seconds")
    try:
        with recorded(store, "cadangan", str(path)):
            made = _making(graph, store, settings, path, told)
    except KinerjaError as fault:
        return record(store, _failed(began, str(fault)))
    try:
        trial = try_out(made.path, settings, told)
    except KinerjaError as fault:
        return record(store, _made(began, made, None, f"Percobaan pemulihan gagal: {fault}", "gagal"))
    return record(store, _made(began, made, _now().isoformat(timespec="seconds") if trial.penuh else None, trial.pesan))


def _making(graph: Graph, store: Store, settings: Settings, path: Path, told: Callable[[str], None]) -> Made:
    """A backup commits nothing, so a database that went away in between leaves no doubt about how it ended."""
    try:
        return make(graph, store, settings, path, told)
    except GraphUnavailable as fault:
        raise KinerjaError(fault.message, fault.hint) from fault


def due(at: time, now: datetime, began: datetime, store: Store) -> bool:
    """Whether the last hour of the setting has passed without a nightly backup; `began`: when the service did, so that
    its very first night is waited for."""
    nights = [r.pada for r in records(store) if r.keadaan == "selesai" and Path(r.berkas).name.startswith(NIGHT)]
    last = max([datetime.fromisoformat(nights[0])] if nights else [began])
    return last < last_hour(at, now)


def last_hour(at: time, now: datetime) -> datetime:
    """The last time that the clock showed `at`."""
    today = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return today if today <= now else today - timedelta(days=1)


def prune(settings: Settings, store: Store) -> None:
    """Take nightly archives away but the newest ones of the setting; the newest that was verified always stays."""
    nights = [r for r in records(store) if Path(r.berkas).name.startswith(NIGHT) and Path(r.berkas).exists()]
    kept = {r.id for r in nights[: settings.backup_keep]}
    kept |= {next((r.id for r in nights if r.diperiksa_pada), 0)}
    for one in nights:
        if one.id not in kept:
            Path(one.berkas).unlink(missing_ok=True)
            say(store, one.id, GONE.format(keep=settings.backup_keep))


def too_old(newest: Record | None, now: datetime) -> bool:
    """Whether a person should be warned: the last good backup is more than two days old."""
    return newest is not None and now - datetime.fromisoformat(newest.pada) > OLD_AFTER


def _made(began: str, made: Made, verified: str | None, pesan: str, keadaan: str = "selesai") -> Record:
    told = made.manifest
    return Record(
        0, began, str(made.path), made.ukuran, made.sha256, told.revisi, told.sidik_isi, keadaan, verified, pesan
    )


def _failed(began: str, pesan: str) -> Record:
    return Record(0, began, "", 0, "", 0, "", "gagal", None, pesan)


def _now() -> datetime:
    return datetime.now().astimezone()
