"""`make bench`: all parts, each on a scratch data folder of its own; prints the page and writes docs/benchmarks.md."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import load
from benchmarks.console import console_times
from benchmarks.crosscut import contest
from benchmarks.crosscut_graph import graph_times
from benchmarks.importing import import_times
from benchmarks.measure import Timing
from benchmarks.report import Measured, markdown
from benchmarks.scratch import folder, scratch
from benchmarks.starting import start_times
from benchmarks.tracing import over_bolt, over_http
from service.config import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
PARTS = ("bolt", "http", "import", "start", "crosscut", "crosscut-graph", "console")


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    sizes: tuple[int, ...]
    rounds: int
    warm_up: int
    imports: int
    starts: int
    silang: int
    """Kinerja between which overlaps are detected."""


FULL = Effort(sizes=(1_000, 100_000), rounds=2_000, warm_up=2_000, imports=30, starts=5, silang=10_000)
QUICK = Effort(sizes=(200,), rounds=50, warm_up=50, imports=3, starts=2, silang=300)
"""Shows that everything runs; its numbers say nothing."""


def main(arguments: Sequence[str] | None = None) -> str:
    """Measure what was asked for; returns the page."""
    asked = _asked(arguments)
    effort = QUICK if asked.quick else FULL
    page = markdown(measure(effort, asked.only, asked.keep))
    print(page)
    if asked.write or not (asked.quick or asked.only != list(PARTS)):
        PAGE.write_text(page + load.kept(), encoding="utf-8")
    return page


def measure(effort: Effort, parts: Sequence[str], kept: Path | None) -> Measured:
    """Every part in `parts`."""
    bolt: dict[int, dict[str, Timing]] = {}
    http: dict[int, dict[str, Timing]] = {}
    seconds: dict[int, float] = {}
    for size in effort.sizes if {"bolt", "http"} & set(parts) else ():
        with scratch(size, kept) as at:
            if at.filled:
                seconds[size] = at.filled.seconds
            if "bolt" in parts:
                bolt[size] = over_bolt(at, effort.rounds, effort.warm_up)
            if "http" in parts:
                http[size] = over_http(at, effort.rounds // 4, effort.warm_up // 4)
    with folder(None) as settings:
        imports = import_times(settings, effort.imports, effort.imports // 3) if "import" in parts else {}
    with folder(None) as settings:
        starts = start_times(settings, effort.starts) if "start" in parts else None
    with folder(None) as settings:
        silang = graph_times(settings, effort.silang) if "crosscut-graph" in parts else None
    with folder(None) as settings:
        sulit = graph_times(settings, effort.silang, hard=True) if "crosscut-graph" in parts else None
    fought = contest(effort.silang) if "crosscut" in parts else None
    with folder(None) as settings:
        asked = console_times(settings, effort.starts) if "console" in parts else []
    return Measured(bolt, http, imports, starts, seconds, silang, fought, sulit, asked)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smoke test of a minute; nothing is written")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="some parts only")
    parser.add_argument("--keep", type=Path, help="keep the filled data folders here, and use them again")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md in any case")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
