"""A data folder for one command, gone with its server afterwards; what a killed command left is swept by the next.

In: `Settings`. Out: the same settings for an empty folder of its own, never for an external server. A kill that cannot
be caught leaves a Java process and a folder that nobody would join again, so the folder's name says whose it was.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import psutil

from service.config import Settings
from service.errors import KinerjaError
from service.server import stop

PREFIX = "kinerja-ukur-"


@contextmanager
def scratch(settings: Settings) -> Iterator[Settings]:
    """Settings for a folder that is removed when the block ends."""
    sweep(settings)
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", ignore_cleanup_errors=True) as folder:
        yield _of(settings, Path(folder))


def sweep(settings: Settings) -> None:
    """Stops and removes what killed commands left; a folder whose owner runs, or that is not ours, stays."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        owner = folder.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            with suppress(KinerjaError, OSError, psutil.Error):
                stop(_of(settings, folder))
                shutil.rmtree(folder)


def _of(settings: Settings, folder: Path) -> Settings:
    return replace(settings, data=folder, neo4j_uri="")
