"""An answer on its way to the browser: one JSON object a line, as it comes, and nothing goes on when nobody listens.

In: parts of an answer (`console.parts`), how to end it. Out: a response of application/x-ndjson: `jalan`, perhaps
`tunggu`, `kepala`, any number of `baris`, and at last `akhir` or `galat` (docs/console.md). Between them stand empty
lines, one each half second: writing is how one learns that the browser has gone.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from queue import Empty, Full, Queue

from flask import Response

from service.console.parts import End, Head, Part, Rows
from service.web import konsol_galat

NDJSON = "application/x-ndjson; charset=utf-8"
BEAT_SECONDS = 0.5
AHEAD = 4
"""Lines read before the browser has taken the last one; a row of lines is some kilobytes."""
HEADERS = {"X-Accel-Buffering": "no"}  # nginx in front would hold back the first rows


@dataclass(frozen=True)
class Source:
    """Where an answer comes from."""

    parts: Iterator[Part]
    cancel: Callable[[], object] = lambda: None
    """Ends it from another thread."""
    jalan: str = ""
    """Its id, for whoever wants to cancel it."""
    tunggu: Callable[[], str] = lambda: ""
    """Why nothing has come yet, when there is a reason."""


def streamed(source: Source, ended: Callable[[], object] = lambda: None) -> Response:
    """The response; `ended` is called when it is over, however it ended, perhaps more than once."""
    pump = Pump(source, ended)
    response = Response(pump.lines(), content_type=NDJSON, headers=HEADERS)
    response.call_on_close(pump.stop)  # also when not a line of it was read
    pump.start()
    return response


class Pump:
    """Reads an answer in a thread of its own, so that who writes to the browser is never stuck in a question."""

    def __init__(self, source: Source, ended: Callable[[], object]) -> None:
        self.source, self.ended = source, ended
        self._queue: Queue[str | None] = Queue(AHEAD)
        self._gone = threading.Event()
        self._over = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True, name="konsol").start()

    def stop(self) -> None:
        """Nobody listens any more; nothing is cancelled that has ended by itself. A second time does no harm."""
        self._gone.set()
        if not self._over.is_set():
            self.source.cancel()
        self.ended()

    def lines(self) -> Iterator[bytes]:
        """Every line as it comes; empty ones meanwhile."""
        try:
            if self.source.jalan:
                yield _line({"jalan": self.source.jalan}).encode()
            for line in self._heard():
                yield line.encode()
        finally:
            self.stop()

    def _heard(self) -> Iterator[str]:
        said = ""
        while True:
            try:
                line = self._queue.get(timeout=BEAT_SECONDS)
            except Empty:
                why = self.source.tunggu()
                yield _line({"tunggu": why}) if why != said and why else "\n"
                said = why
                continue
            if line is None:
                return
            yield line

    def _read(self) -> None:
        try:
            for part in self.source.parts:
                if not self._put(_told(part)):
                    break
        except Exception as fault:
            self._put(_line({"galat": konsol_galat.told(fault)}))
        finally:
            close = getattr(self.source.parts, "close", None)
            if close:
                close()
            self._over.set()
            self._put(None)

    def _put(self, line: str | None) -> bool:
        """False: nobody listens any more."""
        while not self._gone.is_set():
            try:
                self._queue.put(line, timeout=BEAT_SECONDS)
            except Full:
                continue
            return True
        return False


def _told(part: Part) -> str:
    match part:
        case Rows():
            return f'{{"baris": {part.teks}}}\n'
        case Head():
            return _line({"kepala": asdict(part)})
        case End():
            return _line({"akhir": asdict(part)})


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
