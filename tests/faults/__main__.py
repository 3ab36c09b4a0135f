"""`make torture`: everything in `tests/faults` many times over, for an hour or a night. Ends with 1 when it broke.

In: how many kills, documents, histories and statements of the console. Out: a line for each kill, a line for each
thousand documents, and the counts at the end; what broke is told with its seed, and goes on.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from service.backup.trying import scratch
from service.config import ROOT, read_settings
from tests.conftest import environment
from tests.faults.running import running
from tests.faults.trial import Plan, fault

IN_ONE_FOLDER = 25
"""Kills that one data folder suffers: its history grows, and playing it back with it."""
PIECE = 1_000
"""Documents of one process."""


def kills(count: int, first: int, folder: Path) -> list[str]:
    """`count` kills from seed `first` on; what broke."""
    broken: list[str] = []
    told: Counter[str] = Counter()
    cache = read_settings().cache
    with scratch(read_settings(environment(folder / "kosong", cache))) as (empty, _):
        for start in range(first, first + count, IN_ONE_FOLDER):
            with running(folder / f"data-{start}", cache) as service:
                for seed in range(start, min(start + IN_ONE_FOLDER, first + count)):
                    plan = Plan.of(seed)
                    try:
                        line = fault(service, empty, plan)
                        told[f"{plan.doing}, {plan.victim}: {line.rpartition(' ')[2]}"] += 1
                        print(line, flush=True)
                    except Exception:
                        broken.append(f"kill {seed} ({plan}):\n{traceback.format_exc()}")
                        print(broken[-1], flush=True)
                        break  # this folder is evidence now
    for what, times in sorted(told.items()):
        print(f"  {times:4} {what}")
    print(f"{sum(told.values())} kills, {len(broken)} broken", flush=True)
    return broken


def documents(count: int, first: int) -> list[str]:
    """`count` mutated documents from seed `first` on, on every core; what broke."""
    total: Counter[str] = Counter()
    broken: list[str] = []
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for report in pool.map(_piece, range(first, first + count, PIECE)):
            broken += report.pop("salah")
            total["dibaca"] += report["dibaca"]
            total["ditolak"] += report["ditolak"]
            total["terlama"] = max(total["terlama"], report["terlama"])
            total["memori"] = max(total["memori"], report["memori"])
            print(dict(total), f"{len(broken)} broken", flush=True)
    for wrong in broken:
        print(f"document {wrong}", flush=True)
    return broken


def _piece(first: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.faults.fuzzing", str(first), str(PIECE)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"dibaca": 0, "ditolak": 0, "terlama": 0, "memori": 0, "salah": [f"{first}: {done.stderr[-2000:]}"]}
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def histories(count: int) -> list[str]:
    """The property of tests/test_replay.py with `count` histories."""
    command = [sys.executable, "-m", "pytest", "tests/test_replay.py", "-q"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"TORTURE_HISTORIES": str(count)}, check=False)
    return [] if done.returncode == 0 else ["tests/test_replay.py failed"]


def console(count: int) -> list[str]:
    """The properties of tests/test_console_fuzz.py with `count` statements, and every attempt of
    tests/console_attacks.yml at every layer, those that hold a core for seconds included."""
    files = ["tests/test_console_fuzz.py", "tests/test_console_attacks.py"]
    more = {"TORTURE_STATEMENTS": str(count), "TORTURE_CONSOLE": "1"}
    command = [sys.executable, "-m", "pytest", *files, "-q", "-s"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | more, check=False)
    return [] if done.returncode == 0 else ["the console's walls failed"]


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make torture ARGS=", description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--histories", type=int, default=500)
    parser.add_argument("--statements", type=int, default=100_000, help="of the console")
    parser.add_argument("--seed", type=int, default=0, help="first seed")
    asked = parser.parse_args(words)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kinerja-siksa-", ignore_cleanup_errors=True) as folder:
        broken = kills(asked.kills, asked.seed, Path(folder)) if asked.kills else []
    broken += documents(asked.documents, asked.seed) if asked.documents else []
    broken += histories(asked.histories) if asked.histories else []
    broken += console(asked.statements) if asked.statements else []
    print(f"{(time.monotonic() - began) / 60:.0f} minutes, {len(broken)} broken", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
