"""Where the mirror lies: two slots below the data folder, so that one answers while the other is being filled.

In: settings. Out: a `Places`. A slot is laid out like the folder of any private server, with a password of its own, so
whoever knows a mirror's password cannot reach the live graph with it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from service.config import Settings
from service.server.conf import Folders
from service.server.disk import write_whole

FOLDER = "cermin"
"""Below the data folder. Nothing in it is worth keeping: backups leave it out, and it may be deleted at any time."""


@dataclass(frozen=True)
class Places:
    """The folder of the mirror of one data folder."""

    root: Path

    @property
    def slots(self) -> tuple[Folders, Folders]:
        """Both slots."""
        return Folders(self.root / "a"), Folders(self.root / "b")

    @property
    def lock(self) -> Path:
        """Held while a slot is filled, started or stopped."""
        return self.root / "isi.lock"

    @property
    def pointer(self) -> Path:
        """Says which slot answers."""
        return self.root / "kini"

    @property
    def mark(self) -> Path:
        """Its time is that of the last question, of whatever process."""
        return self.root / "dipakai"

    @property
    def current(self) -> Folders:
        """The slot that answers; the first one as long as none has."""
        with suppress(OSError):
            name = self.pointer.read_text(encoding="utf-8").strip()
            return next((slot for slot in self.slots if slot.root.name == name), self.slots[0])
        return self.slots[0]

    @property
    def other(self) -> Folders:
        """The slot that the next copy goes to."""
        first, second = self.slots
        return second if self.current == first else first

    def point_to(self, slot: Folders) -> None:
        """From now on `slot` answers."""
        write_whole(self.pointer, slot.root.name)

    def used(self) -> None:
        """Remember that somebody asked just now."""
        with suppress(OSError):
            self.mark.touch()

    def unused_for(self) -> float:
        """Seconds since the last question; since ever, if there was none."""
        try:
            return max(0.0, time.time() - self.mark.stat().st_mtime)
        except OSError:
            return float("inf")


def places(settings: Settings) -> Places:
    """The places under the data folder of `settings`."""
    # Resolved, since a running process is recognised by this path on its command line.
    return Places(Path(os.path.realpath(settings.data / FOLDER)))
