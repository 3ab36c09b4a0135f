"""The other side of `child.py`: limits itself, reads one document, answers in JSON, ends.

In (stdin): a line of JSON {name, work, bounds}, then the document. Out (stdout): {result} | {refused: {message, hint,
issues}} | {fault: traceback}. The limits are set before the first byte of the document is looked at.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import sys
import traceback
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any

from service.errors import DocumentRefused
from service.ingest.read import read
from service.ingest.read.limits import SPLIT, Bounds, allow_rows, refused

TOO_MUCH = 3
"""Exit code when the answer was larger than allowed."""


def main() -> None:
    job = json.loads(sys.stdin.buffer.readline())
    bounds = Bounds(**job["bounds"])
    _limit(bounds)
    allow_rows(bounds.rows)
    answer = _answer(sys.stdin.buffer.read(), job["name"], job["work"])
    try:
        sys.stdout.buffer.write(json.dumps(answer, default=_plain, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()
    except OSError:
        os._exit(TOO_MUCH)


def _limit(bounds: Bounds) -> None:
    limits = (
        (resource.RLIMIT_CPU, bounds.cpu_seconds, bounds.cpu_seconds + 1),  # SIGXCPU says why, SIGKILL would not
        (resource.RLIMIT_AS, bounds.memory, bounds.memory),
        (resource.RLIMIT_FSIZE, bounds.output, bounds.output),
        (resource.RLIMIT_NOFILE, 64, 64),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for kind, soft, hard in limits:
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of the address space
            resource.setrlimit(kind, (soft, hard))


def _answer(data: bytes, name: str, work: str) -> dict[str, Any]:
    try:
        rows = read(data, name)
        return {"result": _function(work)(rows) if work else rows}
    except DocumentRefused as refusal:
        return _told(refusal)
    except (MemoryError, RecursionError):
        return _told(refused("Berkas terlalu besar atau terlalu rumit untuk dibaca.", SPLIT))
    except Exception:
        return {"fault": traceback.format_exc()}


def _told(refusal: DocumentRefused) -> dict[str, Any]:
    return {"refused": {"message": refusal.message, "hint": refusal.hint, "issues": refusal.issues}}


def _function(path: str) -> Any:
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


def _plain(value: object) -> dict[str, object]:
    """A dataclass as JSON; raises TypeError for anything that is none."""
    if not is_dataclass(value):
        raise TypeError(f"cannot hand back a {type(value).__name__}")
    return {field.name: getattr(value, field.name) for field in fields(value)}
