"""`make load`: many people at once on one service: 200 clients for five minutes, reading mostly, writing sometimes.

In: how many clients, for how long. Out: a table of every kind of request: how many, how many failed, p50 and p95 beside
those of one client on the same idle service a minute before; printed, and kept in docs/benchmarks.md. A client looks at
what it got for one to five seconds before the next request, as a person does. Ends with 1 when a request failed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import re
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measure import Timing, timing
from benchmarks.report import machine
from benchmarks.scratch import folder
from benchmarks.tracing import HOST, serving
from service.config import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
HEADING = "## Load"
THINKING = (1.0, 5.0)
"""Seconds between the answer and the next request of a client."""
TIMEOUT = 60.0
TOLD = (409,)
"""Not a failure: the second of two people was told that the first was quicker."""
SAID_BEFORE = b"sudah diputuskan"
"""Nor is this: somebody wished for the level that stands already, and was told so (422)."""
LEVELS = ("strategis", "taktikal intermediate", "taktikal immediate", "operasional")
UNIT = "kecamatan-batumandi"

Send = tuple[str, str, bytes | None, dict[str, str]]
"""Method, path, body, headers."""


@dataclass(frozen=True)
class Known:
    """What the service holds, for asking about it."""

    kinerja: tuple[str, ...]


@dataclass
class Seen:
    """What came back to the clients."""

    milliseconds: dict[str, list[float]] = field(default_factory=dict)
    failures: dict[str, list[str]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kind: str, ms: float, failure: str) -> None:
        with self.lock:
            self.milliseconds.setdefault(kind, []).append(ms)
            if failure:
                self.failures.setdefault(kind, []).append(failure)

    def times(self) -> dict[str, Timing]:
        """Per kind of request, and of all."""
        every = [ms for found in self.milliseconds.values() for ms in found]
        kinds = {kind: found for kind, found in self.milliseconds.items() if len(found) > 1}
        return {kind: timing(kinds[kind]) for kind in KINDS if kind in kinds} | {"semua": timing(every)}


def _level(known: Known, chance: random.Random) -> Send:
    wish = {
        "jenis": "tingkat",
        "subjek": chance.choice(known.kinerja),
        "isi": {"tingkat": chance.choice(LEVELS)},
        "alasan": f"Beban {chance.randrange(10**9)}",
    }
    return ("POST", "/api/keputusan", json.dumps(wish).encode(), {"Content-Type": "application/json", "If-Match": "*"})


def _document(_known: Known, _chance: random.Random) -> Send:
    """Read and compared, nothing applied: the costly half of an import."""
    data, edge = (ROOT / "seeds" / "batumandi-2022.txt").read_bytes(), "batas-berkas"
    body = (
        (
            f'--{edge}\r\nContent-Disposition: form-data; name="berkas"; filename="uji.txt"\r\n'
            "Content-Type: text/plain\r\n\r\n"
        ).encode()
        + data
        + f"\r\n--{edge}--\r\n".encode()
    )
    return ("POST", "/api/impor?uji=true", body, {"Content-Type": f"multipart/form-data; boundary={edge}"})


KINDS: dict[str, tuple[int, str | Callable[[Known, random.Random], Send]]] = {
    "halaman mulai": (10, "/"),
    "halaman kinerja": (25, "/kinerja/{kinerja}"),
    "telusur, JSON": (20, "/api/kinerja/{kinerja}/telusur"),
    "pohon": (10, f"/skpd/{UNIT}/pohon"),
    "cari": (10, "/cari?q=pengelolaan+keuangan"),
    "rekonsiliasi": (8, f"/dokumen/{UNIT}-2022/rekonsiliasi"),
    "daftar keputusan": (5, "/keputusan"),
    "putuskan tingkat": (10, _level),
    "baca dokumen": (2, _document),
}
"""Kind of request -> how often of a hundred, and what is sent: a page, or what the function makes."""


def _send(kind: str, known: Known, chance: random.Random) -> Send:
    what = KINDS[kind][1]
    if callable(what):
        return what(known, chance)
    return ("GET", what.format(kinerja=chance.choice(known.kinerja)), None, {})


def load(clients: int, seconds: float, idle_seconds: float) -> tuple[Seen, Seen]:
    """What one client saw on an idle service, and what `clients` saw at once."""
    with folder(None) as settings, serving(settings) as port:
        known = _known(port)
        _run(port, known, 1, 10.0, (0.0, 0.01))  # plans and compiles what is hot
        idle = _run(port, known, 1, idle_seconds, (0.0, 0.05))
        return idle, _run(port, known, clients, seconds, THINKING)


def _run(port: int, known: Known, clients: int, seconds: float, thinking: tuple[float, float]) -> Seen:
    seen, until = Seen(), time.monotonic() + seconds
    threads = [
        threading.Thread(target=_client, args=(port, known, random.Random(n), until, thinking, seen), daemon=True)
        for n in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + 2 * TIMEOUT)
    return seen


def _client(
    port: int, known: Known, chance: random.Random, until: float, thinking: tuple[float, float], seen: Seen
) -> None:
    """One person with one browser: a line that is kept open."""
    line = http.client.HTTPConnection(HOST, port, timeout=TIMEOUT)
    weights = [often for often, _ in KINDS.values()]
    time.sleep(chance.uniform(0, thinking[1]))
    while time.monotonic() < until:
        kind = chance.choices(list(KINDS), weights)[0]
        send = _send(kind, known, chance)
        began = time.perf_counter()
        failure = _asked(line, send)
        seen.add(kind, (time.perf_counter() - began) * 1000, failure)
        time.sleep(chance.uniform(*thinking))
    line.close()


def _asked(line: http.client.HTTPConnection, send: Send) -> str:
    """Why it failed; empty: it did not."""
    method, path, body, headers = send
    try:
        line.request(method, path, body, headers)
        answer = line.getresponse()
        content = answer.read()
    except (OSError, http.client.HTTPException) as fault:
        line.close()
        return f"{type(fault).__name__}: {fault}"
    if answer.status < 400 or answer.status in TOLD or (answer.status == 422 and SAID_BEFORE in content):
        return ""
    return f"{answer.status} {path}: {content[:200].decode(errors='replace')}"


def _known(port: int) -> Known:
    line = http.client.HTTPConnection(HOST, port, timeout=TIMEOUT)
    line.request("GET", f"/api/skpd/{UNIT}/pohon")
    text = line.getresponse().read().decode()
    found = sorted(set(re.findall(r'"id":\s*"(BTM-22-\w{4})"', text)))
    if not found:
        raise RuntimeError(f"no kinerja to ask for: {text[:300]}")
    return Known(tuple(found))


def markdown(idle: Seen, busy: Seen, clients: int, seconds: float) -> str:
    """The section of the page."""
    before, during = idle.times(), busy.times()
    failed = {kind: len(found) for kind, found in busy.failures.items()}
    failed["semua"] = sum(failed.values())
    rows = [
        f"| {kind} | {t.rounds} | {failed.get(kind, 0)} | {t.p50:.0f} | {t.p95:.0f} | "
        + (f"{before[kind].p95:.0f} | {t.p95 / before[kind].p95:.1f} |" if kind in before else "- | - |")
        for kind, t in during.items()
    ]
    count = during["semua"].rounds
    return "\n".join(
        [
            HEADING,
            "",
            f"Written by `make load`; `make bench` leaves it. {machine()}",
            "",
            f"{clients} clients for {seconds:.0f} s on `kinerja run` with the seeds, each thinking {THINKING[0]:.0f}"
            f" to {THINKING[1]:.0f} s between two requests: {count / seconds:.0f} requests a second, "
            f"{failed['semua']} failed. Idle: one client on the same service before. The clients run on the same "
            "machine and take a part of its cores.",
            "",
            "| request | count | failed | p50 ms | p95 ms | idle p95 ms | p95 / idle |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def keep(section: str, page: Path = PAGE) -> None:
    """Put the section at the end of the page, in place of the one before."""
    before = page.read_text(encoding="utf-8").partition(HEADING)[0].rstrip()
    page.write_text(f"{before}\n\n{section}", encoding="utf-8")


def kept(page: Path = PAGE) -> str:
    """The section as it stands; empty: there is none yet."""
    found = page.read_text(encoding="utf-8").partition(HEADING) if page.exists() else ("", "", "")
    return "\n" + found[1] + found[2] if found[1] else ""


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make load ARGS=", description=__doc__)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--idle", type=float, default=30.0, help="seconds of the idle measurement")
    parser.add_argument("--write", action="store_true", help="keep the table also after a shorter run")
    asked = parser.parse_args(words)
    idle, busy = load(asked.clients, asked.seconds, asked.idle)
    section = markdown(idle, busy, asked.clients, asked.seconds)
    print(section)
    for kind, found in busy.failures.items():
        print(f"{kind}: {len(found)} failed, first: {found[0]}", file=sys.stderr)
    if asked.write or (asked.clients, asked.seconds) == (200, 300.0):
        keep(section)
    return 1 if busy.failures or idle.failures else 0


if __name__ == "__main__":
    sys.exit(main())
