"""What the disk refuses, in words: full, read-only, not ours.

In: an OSError and the folder it happened in. Out: a ServerError with the remedy; and `writable_folder`, which asks
the disk before anything is started, so that a store is never left half written.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.errors import ServerError, refusal

ROOM_FOR_STORE = 64 * 1024 * 1024
"""Bytes that must be free before the database is started: two transaction logs and some room to work."""

MAKE_ROOM = "Kosongkan ruang di disk itu, lalu ulangi."
MAY_WRITE = "Perbaiki izin folder itu atau pilih folder lain dengan {variable}."
ELSEWHERE = "Pilih folder lain dengan {variable}."

REMEDIES: dict[int, str] = {
    errno.ENOSPC: MAKE_ROOM,
    errno.EDQUOT: MAKE_ROOM,
    errno.EROFS: "Pilih folder lain yang dapat ditulis dengan {variable}.",
    errno.EACCES: MAY_WRITE,
    errno.EPERM: MAY_WRITE,
    errno.ENOTDIR: ELSEWHERE,
    errno.EEXIST: ELSEWHERE,
}
"""What to do; why it was refused is said by `errors.refusal`."""


def disk_fault(fault: OSError, folder: Path, variable: str = "KINERJA_DATA") -> ServerError:
    """The sentence for `fault`; `variable` is the setting that moves `folder` elsewhere."""
    remedy = REMEDIES.get(fault.errno or 0, "Periksa disk itu atau pilih folder lain dengan {variable}.")
    return ServerError(f"Folder {folder} tidak dapat ditulis: {refusal(fault)}.", remedy.format(variable=variable))


@contextmanager
def disk_faults(folder: Path, variable: str = "KINERJA_DATA") -> Iterator[None]:
    """OSErrors inside become a ServerError about `folder`."""
    try:
        yield
    except OSError as fault:
        raise disk_fault(fault, folder, variable) from fault


def writable_folder(folder: Path, room: int, variable: str = "KINERJA_DATA") -> Path:
    """`folder`, made if missing, tried by writing a file, with `room` bytes free; ServerError otherwise."""
    with disk_faults(folder, variable):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        free = shutil.disk_usage(folder).free
    if free < room:
        raise ServerError(
            f"Disk untuk folder {folder} hampir penuh: tersisa {_megabytes(free)} MB, perlu {_megabytes(room)} MB.",
            f"Kosongkan ruang di disk itu atau pilih folder lain dengan {variable}.",
        )
    return folder


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes `content` so that a reader sees the old file or the new one, never half; readable by its owner only."""
    data = content.encode() if isinstance(content, str) else content
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _megabytes(size: int) -> int:
    return size // (1024 * 1024)
