"""The documents of the example regency, read ahead while the one before is written.

In: the folder `seeds/`. Out: one `Prepared` after the other, in the order of their names. They are read as every
upload is, each in a process of its own; two at a time, because reading takes longer than writing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from service.config import Settings
from service.ingest.importing import Prepared, prepare
from service.ingest.seeds import FOLDER

PATTERNS = ("*.docx", "*.xlsx", "contoh/*.xlsx")
"""Two in the five-stage form, the others in the template workbook; what ends otherwise is no example."""
AHEAD = 2


def documents(folder: Path = FOLDER) -> list[Path]:
    """Every example document."""
    return sorted((path for pattern in PATTERNS for path in folder.glob(pattern)), key=lambda path: path.name)


def read_ahead(paths: Iterable[Path], settings: Settings) -> Iterator[Prepared]:
    """Each of `paths` as read into an empty graph, `AHEAD` of them being read while one is worked on."""
    left = iter(paths)
    waiting: deque[Future[Prepared]] = deque()
    with ThreadPoolExecutor(AHEAD) as readers:

        def start() -> None:
            for path in left:
                waiting.append(readers.submit(prepare, path.read_bytes(), path.name, None, settings))
                return

        try:
            for _ in range(AHEAD + 1):
                start()
            while waiting:
                one = waiting.popleft().result()
                start()
                yield one
        finally:
            for future in waiting:
                future.cancel()
