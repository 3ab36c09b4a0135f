"""What the reading process is asked to do in tests: functions it can import, some of them bad."""

from __future__ import annotations

import os
import time
from tempfile import TemporaryFile
from typing import Any

from service.errors import DocumentRefused
from service.model import Issue, Place, RawRow


def places(rows: list[RawRow]) -> list[Place]:
    return [Place(row.lokasi, 4, n) for n, row in enumerate(rows)]


def refuse(rows: list[RawRow]) -> None:
    issue = Issue("BACA01", "error", rows[0].lokasi, "tidak ada kinerja", "periksa", (1, 2))
    raise DocumentRefused("Tidak ada kinerja.", "Periksa berkas.", [issue])


def spin(rows: list[RawRow]) -> None:
    while True:
        pass


def sleep(rows: list[RawRow]) -> None:
    time.sleep(60)


def swell(rows: list[RawRow]) -> int:
    return len(bytearray(4 * 1024**3))


def talk(rows: list[RawRow]) -> str:
    return "x" * 5_000_000


def write(rows: list[RawRow]) -> None:
    with TemporaryFile() as stream:
        stream.write(b"x" * 5_000_000)


def die(rows: list[RawRow]) -> None:
    os.abort()


def fail(rows: list[RawRow]) -> None:
    raise KeyError("a fault of the program")


def lie(rows: list[RawRow]) -> list[dict[str, Any]]:
    return [{"lokasi": 5, "sel": "x", "tabel": "y"}]


def surroundings(rows: list[RawRow]) -> list[str]:
    """Names of the variables, and the open files beyond the three standard ones."""
    return [*sorted(os.environ), *(name for name in os.listdir("/proc/self/fd") if int(name) > 3)]
