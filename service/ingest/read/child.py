"""A document of unknown origin is read in a process of its own, which may hang, swell or crash without harm.

In: the bytes of an upload, its name, and what is to be done with its rows (`work`, as "module:function"). Out: what
that function made of them, or DocumentRefused with the reason. A fresh interpreter is started for each document
rather than a worker forked from the service: 0.1 s for a text and 0.3 s for a workbook buy a process without the
service's memory, passwords, connections and open files. The answer comes back as JSON and is checked field by field
against the declared type; nothing is ever unpickled. This bounds time, memory and output, and keeps secrets out of
reach of a parser's fault; it is no jail for native code, which would still run as the same user.
"""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from tempfile import TemporaryFile, gettempdir
from threading import BoundedSemaphore
from typing import IO, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from service.config import ROOT
from service.errors import DocumentRefused, KinerjaError, refusal
from service.ingest.read.limits import BOUNDS, RESAVE, SPLIT, Bounds, check_size, refused
from service.ingest.read.recognise import check_name
from service.ingest.read.sandbox import TOO_MUCH
from service.model import Issue, RawRow

T = TypeVar("T")
log = logging.getLogger(__name__)

PROGRAM = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from service.ingest.read.sandbox import main; main()"
ENVIRONMENT = {"OPENPYXL_LXML": "False", "LC_ALL": "C.UTF-8"}
"""All the process is told of its surroundings. openpyxl then parses with defusedxml, which refuses entities."""
TURNS = BoundedSemaphore(2)
"""Documents read at once, so that many uploads cannot fill the memory."""

TOO_LONG = "Berkas terlalu lama dibaca; pembacaan dihentikan."
DEATHS: dict[int, str] = {
    TOO_MUCH: "Isi berkas terlalu banyak; hasil bacaannya terlalu besar.",
    -signal.SIGXCPU: TOO_LONG,
    -signal.SIGKILL: "Berkas memakai terlalu banyak waktu atau memori; pembacaan dihentikan.",
}
"""How the process ended -> the reason to tell; anything else is a crash of the reader."""


FAULT_CHARS = 4_000
"""Of a traceback from the process that go into the log."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A DocumentRefused on its way back."""

    message: str
    hint: str
    issues: tuple[Issue, ...]


def read_in_child(data: bytes, name: str, work: str, result: type[T], bounds: Bounds = BOUNDS) -> T:
    """What `work(rows)` returns, a `result`; raises DocumentRefused, KinerjaError for a fault of the program."""
    check_name(name)
    check_size(data)
    answer = _ask(data, {"name": name, "work": work, "bounds": asdict(bounds)}, bounds.wall_seconds)
    if "refused" in answer:
        raise _refusal(_checked(answer["refused"], Refusal))
    if "fault" in answer:
        log.error("reading %r failed in the child:\n%s", name, str(answer["fault"])[-FAULT_CHARS:])
        raise KinerjaError(
            "Dokumen tidak terbaca karena kesalahan program. Tidak ada yang diubah.",
            "Laporkan kejadian ini bersama dokumennya; rinciannya ada di catatan layanan.",
        )
    return _checked(answer.get("result"), result)


def rows_in_child(data: bytes, name: str) -> list[RawRow]:
    """Only the rows."""
    return read_in_child(data, name, "", list[RawRow])


def _ask(data: bytes, job: dict[str, Any], wall_seconds: int) -> dict[str, Any]:
    """One run of the process: the job and the document go in as a file, the answer comes back as one."""
    try:
        with TURNS, TemporaryFile() as sent, TemporaryFile() as answered:
            sent.write(json.dumps(job).encode() + b"\n" + data)
            sent.seek(0)
            code = _run(sent, answered, wall_seconds)
            answered.seek(0)
            return _answer(answered.read(), code)
    except OSError as fault:
        raise KinerjaError(
            f"Pembaca dokumen tidak dapat dijalankan ({refusal(fault)}). Tidak ada yang diubah.",
            f"Periksa ruang kosong di {gettempdir()}, lalu coba lagi.",
        ) from None


def _answer(written: bytes, code: int) -> dict[str, Any]:
    try:
        answer = json.loads(written)
    except (ValueError, RecursionError):
        raise _died(code) from None
    if not isinstance(answer, dict):
        raise _died(code)
    return answer


def _run(sent: IO[bytes], answered: IO[bytes], wall_seconds: int) -> int:
    """Exit code; the process limits itself, and is killed here when the clock on the wall runs out."""
    command = [sys.executable, "-I", "-c", PROGRAM]
    try:
        return subprocess.run(
            command,
            stdin=sent,
            stdout=answered,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            cwd="/",
            timeout=wall_seconds,
            start_new_session=True,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        raise refused(TOO_LONG, SPLIT) from None


def _died(code: int) -> DocumentRefused:
    return refused(DEATHS.get(code, f"Pembaca dokumen berhenti mendadak (kode {code})."), RESAVE)


def _refusal(told: Refusal) -> DocumentRefused:
    return DocumentRefused(told.message, told.hint, told.issues)


def _checked(value: Any, declared: type[T]) -> T:
    """`value` as the declared dataclasses, every field of the declared type."""
    try:
        return TypeAdapter(declared).validate_python(value)
    except ValidationError as fault:
        raise KinerjaError(f"Jawaban pembaca dokumen tidak sesuai ({fault.error_count()} isian).", RESAVE) from None
