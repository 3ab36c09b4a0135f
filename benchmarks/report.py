"""docs/benchmarks.md: the numbers, the targets beside them, the machine, and how it was measured.

In: timings of all parts. Out: Markdown, printed and written. A target that is missed says MISS and stays in the table.
"""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version

import psutil

from benchmarks import crosscut, importing, starting, tracing
from benchmarks.console import Asked
from benchmarks.crosscut import Contest
from benchmarks.crosscut_graph import Graphed
from benchmarks.measure import Timing
from benchmarks.starting import Starts

MOST_BOLT, MOST_JSON, MOST_PAGE, MOST_START = 1.4, 2.5, 5.0, 1.3
MOST_SPREAD = 0.2
MOST_IMPORT = 1500.0
MOST_SILANG, MOST_MEMORY = 10.0, 600.0
"""Seconds and MB, for 10,000 kinerja on two cores."""
MOST_DETECT = 5.0
"""Seconds of one core for the detector alone."""

HOW = """\
Every contender runs once a round, so that a noisy moment hits all alike; the first rounds only warm up (the server
plans a new query once, and the JVM compiles what is hot). Times are milliseconds seen by the client: one thread, one
warm connection, managed transactions as in the product, all through `service/graph.py`. The graph comes from a seeded
generator (26 kinerja per unit; a trace starts at an operational condition, 4 hops below the outcome, and its answer
holds 5 kinerja with owners, indicators and source rows), so nothing of it is special but its size. HTTP is
`kinerja run` in a process of its own, one keep-alive connection. A start counts until the first query was answered, or
the first page came.
"""

WHY = """\
* **Start.** In a quiet moment: 0.1 s of Python before Java is launched, 2.5 to 2.9 s of Java to its first answer (the
  measure), then 1.4 s until the first page: 0.5 s for the one question about the schema, 0.2 s for the one about an
  empty graph, 0.7 s for the rest of planning the start page's query, which began beside them. A cold server still
  interprets its own planner, and a class archive saves loading classes, not compiling them. Java is launched before
  anything else is read, the pages' modules are imported while it starts, and `service/warm.py` asks the start page's
  question first and the others three seconds later.
* **Page.** Three queries in one transaction (0.2 ms of it BEGIN and COMMIT) and about 2 ms of templates: every source
  chip, level and owner is a macro. JSON answers the trace's one query and nothing else.
* **Bolt.** Every hop carries its owners, indicators and source rows as lists, not maps: fewer keys to unpack. The size
  of the graph does not matter, because a trace starts at a unique key and follows at most 15 typed relationships.
* **Overlaps.** The made-up regency repeats itself as a real one of 10,000 does: 30 kecamatan hold 6,000 kinerja but
  303 distinct statements, compared once and written for every one of them, and one kinerja in nine is secretariat work.
  It is harder than life all the same: its 447 pieces of statements come from units that were made to overlap, so that
  a compared statement has two strong pairs, where the labelled sets have one to every two. The hard case repeats hardly
  anything.
"""

Times = dict[str, Timing]


@dataclass(frozen=True)
class Measured:
    """Everything `make bench` measured; empty or None: this part was left out."""

    bolt: dict[int, Times]
    """Number of kinerja -> RETURN 1 and the trace."""
    http: dict[int, Times]
    importing: Times
    starts: Starts | None
    seconds: dict[int, float]
    """Number of kinerja -> seconds of filling."""
    silang: Graphed | None = None
    contest: Contest | None = None
    sulit: Graphed | None = None
    """The same of a regency without repetitions."""
    asked: list[Asked] = field(default_factory=list)
    """The console and the bare driver, by number of rows."""


def markdown(found: Measured) -> str:
    """The whole page."""
    parts = [
        "# Benchmarks",
        "Written by `make bench`; do not edit. " + machine(),
        _table("Target", ["what", "measured", "target", ""], _targets(found)),
    ]
    for size, times in found.bolt.items():
        parts.append(_times(f"Trace over Bolt, {size:,} kinerja", times, tracing.ONE))
    for size, times in found.http.items():
        parts.append(_times(f"Trace over HTTP beside Bolt, {size:,} kinerja", times, tracing.BOLT))
    if found.importing:
        parts.append(_times("Import of Batumandi, empty graph", found.importing, importing.WHOLE))
    if found.starts:
        archive = "with" if found.starts.archive else "WITHOUT"
        title = f"Second start, {found.starts.java}, {archive} class archive"
        parts.append(_times(title, found.starts.times, starting.BARE))
    if found.silang:
        parts.append(_overlaps(found.silang, "of a made-up regency"))
    if found.sulit:
        parts.append(_overlaps(found.sulit, "all distinct, the hard case"))
    if found.contest:
        parts.append(_contest(found.contest))
    if found.asked:
        parts.append(_asked(found.asked))
    filled = ", ".join(f"{size:,} kinerja in {seconds:.0f} s" for size, seconds in found.seconds.items())
    parts += ["## How it is measured", HOW + (f"Bulk load of the generator: {filled}." if filled else "")]
    parts += ["## What the numbers are made of", WHY]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def machine() -> str:
    """Date, hardware and versions, in one line."""
    memory = psutil.virtual_memory().total / 1024**3
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{platform.platform(terse=True)}, Python {platform.python_version()}, neo4j driver {version('neo4j')} with "
        f"neo4j-rust-ext {version('neo4j-rust-ext')}; load average at the end {load:.1f}."
    )


def _targets(found: Measured) -> list[list[str]]:
    rows = []
    for size, times in found.bolt.items():
        ratio = times[tracing.BOLT].p50 / times[tracing.ONE].p50
        rows.append(_target(f"trace / RETURN 1, Bolt, {size:,} kinerja", ratio, MOST_BOLT))
    if len(found.bolt) > 1:
        ratios = [times[tracing.BOLT].p50 / times[tracing.ONE].p50 for times in found.bolt.values()]
        rows.append(_target("spread of that ratio over the sizes", max(ratios) / min(ratios) - 1, MOST_SPREAD))
    for size, times in found.http.items():
        for door, most in ((tracing.JSON, MOST_JSON), (tracing.PAGE, MOST_PAGE)):
            if door in times:
                ratio = times[door].p50 / times[tracing.BOLT].p50
                rows.append(_target(f"{door} / trace over Bolt, {size:,} kinerja", ratio, most))
    if found.importing:
        rows.append(_target("import of Batumandi, ms", found.importing[importing.WHOLE].p50, MOST_IMPORT))
    if found.starts:
        ratio = found.starts.times[starting.PAGE].p50 / found.starts.times[starting.BARE].p50
        rows.append(_target("first page / first answer of Neo4j alone", ratio, MOST_START))
    if found.silang:
        of = f"{found.silang.kinerja:,} kinerja in the graph to written candidates"
        rows.append(_target(f"{of}, s", found.silang.pertama, MOST_SILANG))
        rows.append(_target(f"{of}, peak MB", found.silang.puncak, MOST_MEMORY))
    if found.contest:
        of = f"detector, {found.contest.conditions:,} conditions, s of one core"
        rows.append(_target(of, found.contest.effort[crosscut.DETECTOR].cpu, MOST_DETECT))
    return rows


def _asked(found: list[Asked]) -> str:
    rows = [
        [
            f"{a.rows:,}",
            a.way,
            f"{a.first:.0f}",
            f"{a.total:.0f}",
            f"{a.peak:.0f}",
            f"{a.worker:.0f}" if a.worker else "",
        ]
        for a in found
    ]
    head = [
        "rows",
        "asked by",
        "first row, ms",
        "last row, ms",
        "peak MB of the asking process",
        "peak MB of the worker",
    ]
    return _table("The console beside the bare driver, one question of the mirror", head, rows)


def _contest(found: Contest) -> str:
    names = list(found.effort)
    efforts, qualities = (list(told.values()) for told in (found.effort, found.quality))
    rows = [
        ["processor time, s", *(f"{one.cpu:.1f}" for one in efforts)],
        ["wall time, s", *(f"{one.wall:.1f}" for one in efforts)],
        ["peak memory, MiB", *(f"{one.peak:.0f}" for one in efforts)],
        ["pairs", *(f"{one.pairs:,}" for one in efforts)],
        ["average precision, example regency, labelled pairs", *(f"{one.ap:.2f}" for one in qualities)],
        ["recall of labelled overlaps in each one's ten best", *(f"{one.r10:.2f}" for one in qualities)],
        ["look-alikes in the fifty best labelled pairs", *(f"{one.alike:.0%}" for one in qualities)],
    ]
    return _table(f"Finding overlaps among {found.conditions:,} conditions", ["what", *names], rows)


def _overlaps(found: Graphed, which: str) -> str:
    told = {
        "first refresh, every edge new": found.pertama,
        "again, nothing new": found.lagi,
        "after one statement changed": found.berubah,
    }
    rows = [[name, f"{s:.2f}", f"{s * 1000 / found.satu:,.0f}"] for name, s in told.items()]
    title = f"Overlaps of {found.kinerja:,} kinerja {which}: {found.calon:,} candidates, peak {found.puncak:.0f} MB"
    return _table(title, ["what", "s", "times RETURN 1"], rows)


def _target(what: str, measured: float, most: float) -> list[str]:
    return [what, _number(measured), f"≤ {_number(most)}", "OK" if measured <= most else "MISS"]


def _times(title: str, times: Times, base: str) -> str:
    rows = [
        [name, f"{t.p50:.3f}", f"{t.p95:.3f}", f"{t.p50 / times[base].p50:.2f}", str(t.rounds)]
        for name, t in times.items()
    ]
    return _table(title, ["what", "p50 ms", "p95 ms", f"p50 / {base}", "rounds"], rows)


def _table(title: str, head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return f"## {title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}"


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            names = [line.split(":", 1)[1].strip() for line in info if line.startswith("model name")]
        return names[0]
    except (OSError, IndexError):
        return platform.processor() or platform.machine()
