"""A class archive (AppCDS) that saves two seconds of every start; never required.

In: Java, lock, cache folder. Out: Java flags, empty as long as there is no archive. `training.py` makes it, once, in a
process of its own.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from service.config import ROOT
from service.server.java import Java
from service.server.lock import Lock

ROOM = 400 * 1024 * 1024
"""Bytes that must be free before training: the archive takes 130 MB, the disposable store 5."""


def archive_flags(java: Java, lock: Lock, cache: Path) -> tuple[str, ...]:
    """The flags that use the archive; empty when there is none for this Java and these jars."""
    top = archive_file(java, lock, cache)
    if not top.exists():
        return ()
    return (f"-XX:SharedArchiveFile={':'.join(map(str, _bases(java, top)))}{top}",)


def archive_file(java: Java, lock: Lock, cache: Path) -> Path:
    """Its name says what it was made for: another Java or another lock finds nothing and starts as usual."""
    runtime = java.program.resolve().parent.parent / "lib" / "modules"
    stamp = (runtime.stat().st_size, runtime.stat().st_mtime_ns) if runtime.exists() else ()
    key = hashlib.sha256(f"{java.version} {stamp} {lock.digest}".encode()).hexdigest()[:16]
    return lock.folder(cache) / "arsip" / f"java-{java.version}-{key}.jsa"


def archive_state(java: Java, lock: Lock, cache: Path) -> str:
    """In words: there, not yet, or why not."""
    archive = archive_file(java, lock, cache)
    if archive.exists():
        return "ada"
    reason = failure_file(archive)
    return reason.read_text(encoding="utf-8").strip() if reason.exists() else "belum ada"


def drop(java: Java, lock: Lock, cache: Path) -> None:
    """Throws the archive away, after a start with it went wrong."""
    archive_file(java, lock, cache).unlink(missing_ok=True)


def train_in_background(java: Java, lock: Lock, cache: Path) -> None:
    """Trains in a process of its own, once; a failed training is not tried again."""
    archive = archive_file(java, lock, cache)
    with suppress(OSError):
        archive.parent.mkdir(exist_ok=True)
        if archive.exists() or failure_file(archive).exists() or shutil.disk_usage(archive.parent).free < ROOM:
            return
        with (archive.parent / "latihan.log").open("wb") as log:
            subprocess.Popen(
                [sys.executable, "-m", "service.server.training", str(cache), str(java.program)],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


def _bases(java: Java, top: Path) -> list[str]:
    return [] if java.has_base_archive else [f"{base_file(top)}:"]


def base_file(archive: Path) -> Path:
    """The archive of Java's own classes, for a runtime that brings none."""
    return archive.with_suffix(".dasar.jsa")


def failure_file(archive: Path) -> Path:
    """Says why the training failed, and keeps it from being tried at every start."""
    return archive.with_suffix(".gagal")
