"""`python -m tests.faults.fuzzing FIRST COUNT`: documents of COUNT seeds read, one after the other, under the limits.

In: seeds. Out: one line of JSON: how many were read, how many refused, the longest and the memory, and every seed that
ended in anything but an answer or a refusal in words. It asks what the reading process asks, and folds what was read as
the preview of an import does.
"""

from __future__ import annotations

import json
import logging
import re
import resource
import signal
import sys
import time
import traceback
import warnings
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from service.ingest import importing
from service.ingest.document import WORK
from service.ingest.read import sandbox
from service.ingest.read.limits import BOUNDS
from tests.faults.documents import document_of

MB = 1024 * 1024
MOST_SECONDS = BOUNDS.cpu_seconds
"""Of processor time: what a reading process may take."""


@dataclass
class Report:
    """What became of the documents."""

    dibaca: int = 0
    ditolak: int = 0
    terlama: float = 0.0
    """Seconds of the slowest document."""
    memori: int = 0
    """Most megabytes that were held."""
    salah: list[str] = field(default_factory=list)
    """Seed and what went wrong."""


def fuzz(first: int, count: int) -> Report:
    """Read `count` documents from seed `first` on; never raises for a document."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    resource.setrlimit(resource.RLIMIT_AS, (BOUNDS.memory + 256 * MB,) * 2)  # the interpreter of many documents
    signal.signal(signal.SIGXCPU, _too_long)
    signal.signal(signal.SIGVTALRM, _too_long)
    report = Report()
    for seed in range(first, first + count):
        _one(seed, report)
    report.memori = _most_memory()
    return report


def _most_memory() -> int:
    """Megabytes; not `ru_maxrss`, which a process inherits from whoever started it."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    return int(found[1]) // 1024 if found else 0


def _one(seed: int, report: Report) -> None:
    data, name = document_of(seed)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        answer = sandbox._answer(data, name, WORK)
        wrong = _wrong(answer, data, name)
        report.dibaca += "result" in answer
        report.ditolak += "refused" in answer
    except BaseException as fault:  # a time limit too: the loop must go on and tell of it
        wrong = f"{type(fault).__name__}: {fault} {traceback.format_exc()[-1500:]}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    report.terlama = max(report.terlama, time.process_time() - began)
    if wrong:
        report.salah.append(f"{seed} ({name}): {wrong}")


def _wrong(answer: dict[str, Any], data: bytes, name: str) -> str:
    """What is not as it should be; empty: all is well."""
    if "fault" in answer:
        return str(answer["fault"])[-1500:]
    if "refused" in answer:
        told = answer["refused"]
        return "" if told["message"].endswith("Tidak ada yang diubah.") and told["hint"] else f"no remedy: {told}"
    json.dumps(answer, default=sandbox._plain)  # what goes back to the service
    importing.weigh(answer["result"], data, name, None)
    return ""


def _too_long(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"more than {MOST_SECONDS} s")


if __name__ == "__main__":
    print(json.dumps(asdict(fuzz(int(sys.argv[1]), int(sys.argv[2])))))
