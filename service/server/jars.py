"""The jars of Neo4j on this machine: there already, copied from an offline folder, or downloaded once.

In: settings and the lock. Out: the class path, sorted. A marker beside the jars holds the digest of the lock they
were checked against, so that the second start needs no network and reads no jar. Two processes never download at
the same time, and what one of them got before it was stopped is kept.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from pathlib import Path

from service.config import Settings
from service.errors import ServerError
from service.server.disk import disk_faults, writable_folder, write_whole
from service.server.lock import Jar, Lock
from service.server.progress import Progressing
from service.server.turns import one_at_a_time

MARKER = ".lengkap"
UNFINISHED = ".unduh"
"""Folder for files that are not yet checked; what is in it counts for nothing."""
THREADS = 8
SPARE = 32 * 1024 * 1024


def bring_jars(settings: Settings, lock: Lock, progress: Progressing) -> tuple[Path, ...]:
    """The sorted class path, complete; ServerError with the remedy when a jar cannot be had."""
    folder = lock.folder(settings.cache)
    if not complete(folder, lock):
        _refuse_colon(folder)
        writable_folder(folder, 0, "KINERJA_CACHE")
        turn = one_at_a_time(folder / ".kunci", progress, "menyiapkan Neo4j")
        with disk_faults(folder, "KINERJA_CACHE"), turn:
            _complete(settings, folder, lock, progress)
    return tuple(sorted(folder / jar.file for jar in lock.jars))


def complete(folder: Path, lock: Lock) -> bool:
    """Whether all jars of `lock` were checked once and still have their size."""
    try:
        marked = (folder / MARKER).read_text(encoding="utf-8") == lock.digest
        return marked and all((folder / jar.file).stat().st_size == jar.size for jar in lock.jars)
    except OSError:
        return False


def _complete(settings: Settings, folder: Path, lock: Lock, progress: Progressing) -> None:
    """Brings what is missing; a second process that waited for the first finds nothing left to do."""
    if complete(folder, lock):
        return
    missing = [jar for jar in lock.jars if not jar.matches(folder / jar.file)]
    bring = _copier(Path(settings.jars)) if settings.jars else _downloader()
    what = "Menyalin Neo4j" if settings.jars else "Mengunduh Neo4j"
    size = sum(jar.size for jar in missing)
    writable_folder(folder, size + SPARE, "KINERJA_CACHE")
    with progress.bar(f"{what} {lock.version} ({len(missing)} berkas)", size) as count:
        _all(missing, lambda jar: bring(jar, folder, count))
    shutil.rmtree(folder / UNFINISHED, ignore_errors=True)
    # An archive of classes notes when each jar was written: for new files it is worthless.
    shutil.rmtree(folder / "arsip", ignore_errors=True)
    write_whole(folder / MARKER, lock.digest)


def _all(jars: Iterable[Jar], bring: Callable[[Jar], None]) -> None:
    """Runs `bring` on each jar, THREADS at a time; the first fault ends it, and what is there stays there."""
    with ThreadPoolExecutor(THREADS) as pool:
        tasks = [pool.submit(bring, jar) for jar in jars]
        try:
            done, _ = wait(tasks, return_when=FIRST_EXCEPTION)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    for task in done:
        task.result()


def _downloader() -> Callable[[Jar, Path, Callable[[int], None]], None]:
    from service.server.download import download  # only now: jgo and requests cost every start a third of a second

    return download


def _copier(source: Path) -> Callable[[Jar, Path, Callable[[int], None]], None]:
    """Copies from the folder of KINERJA_JARS, flat or laid out like a Maven repository."""
    there = {path.name: path for path in source.expanduser().rglob("*.jar")}

    def copy(jar: Jar, folder: Path, count: Callable[[int], None]) -> None:
        path = there.get(jar.file)
        if path is None or not jar.matches(path):
            raise ServerError(
                f"Berkas {jar.file} di KINERJA_JARS={str(source)!r} {'rusak' if path else 'tidak ada'}.",
                "Salin lagi seluruh folder jar itu, atau kosongkan KINERJA_JARS agar diunduh.",
            )
        temporary = folder / f".{jar.file}"
        shutil.copyfile(path, temporary)
        temporary.replace(folder / jar.file)
        count(jar.size)

    return copy


def _refuse_colon(folder: Path) -> None:
    """A colon separates the entries of a Java class path, and nothing escapes it."""
    if ":" in str(folder):
        raise ServerError(f"Folder {folder} memuat tanda titik dua.", "Pilih folder lain dengan KINERJA_CACHE.")
