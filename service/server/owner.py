"""One `kinerja run` per data folder: the second is told who serves where.

In: settings. Out: a block during which this process is the service of the data folder. The lock is the operating
system's, so it ends with its holder however that dies; the file beside it only says who it is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psutil
from filelock import FileLock, Timeout

from service.config import Settings
from service.errors import ServerError
from service.server.disk import disk_faults, write_whole


@contextmanager
def one_service(settings: Settings) -> Iterator[None]:
    """Holds the data folder for the service; ServerError naming the other one when there is one already."""
    with disk_faults(settings.data):
        settings.data.mkdir(parents=True, exist_ok=True)
        lock = FileLock(settings.data / "service.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as fault:
            raise _other(settings) from fault
    try:
        with disk_faults(settings.data):
            content = {"pid": os.getpid(), "url": f"http://{settings.host}:{settings.port}"}
            write_whole(settings.data / "service.json", json.dumps(content))
        yield
    finally:
        (settings.data / "service.json").unlink(missing_ok=True)
        lock.release()


def served_by_another(settings: Settings) -> bool:
    """Whether another process is the service of this data folder just now."""
    one = _serving(settings)
    return one is not None and one["pid"] != os.getpid() and psutil.pid_exists(one["pid"])


def _other(settings: Settings) -> ServerError:
    one = _serving(settings)
    who = f"di {one['url']} (proses {one['pid']})" if one else "oleh proses lain yang sedang mulai"
    return ServerError(
        f"Folder data {settings.data} sudah dilayani {who}.",
        "Buka alamat itu, hentikan dengan Ctrl-C di jendelanya, atau pakai folder lain dengan KINERJA_DATA.",
    )


def _serving(settings: Settings) -> dict[str, Any] | None:
    """{pid, url} of who wrote last that it serves; None: nobody did, or it cannot be read."""
    try:
        told = json.loads((settings.data / "service.json").read_text(encoding="utf-8"))
        return {"pid": int(told["pid"]), "url": str(told["url"])}
    except (OSError, ValueError, KeyError, TypeError):
        return None
