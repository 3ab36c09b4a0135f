"""The documents that lie in `seeds/`, loaded into a graph that is still empty, so that the first page shows something.

In: an empty graph. Out: one `Result` per document. The real document comes first and by itself; documents that call
themselves fictional come into a pemda of their own, marked as an example (`service/examples` loads them later). A graph
that holds any unit is left as it is, also when a person removed the examples.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from service.config import ROOT, Settings
from service.errors import DocumentRefused
from service.graph import Graph
from service.ingest.importing import Result, apply, prepare
from service.ingest.ladders import ensure_ladders

log = logging.getLogger(__name__)

FOLDER = ROOT / "seeds"
ENDINGS = (".txt", ".docx", ".xlsx")
REAL = (".txt",)
"""Endings of the documents of real units; the others in the folder are examples."""
REASON = "Dokumen awal bawaan layanan"


def is_untouched(graph: Graph) -> bool:
    """Nobody has put anything into this graph yet. One small question: every start waits for it."""
    return bool(graph.read("load/untouched")[0]["kosong"])


def load_real(graph: Graph, settings: Settings, folder: Path = FOLDER) -> list[Result]:
    """Import the documents of real units when the graph is empty; [] when it is not."""
    return list(_loading(graph, settings, _documents(folder, REAL)))


def load_seeds(graph: Graph, settings: Settings, folder: Path = FOLDER) -> list[Result]:
    """Import every document that lies in `folder` itself when the graph is empty; [] when it is not."""
    return list(_loading(graph, settings, _documents(folder, ENDINGS)))


def _documents(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in endings)


def _loading(graph: Graph, settings: Settings, paths: Iterable[Path]) -> Iterator[Result]:
    """One by one. A file that cannot be read is told in the log and passed over: a bad example must not keep the
    service from starting."""
    if not is_untouched(graph):
        return
    graph.writing(ensure_ladders)
    for path in paths:
        try:
            yield apply(prepare(path.read_bytes(), path.name, graph, settings), graph, settings, alasan=REASON)
        except DocumentRefused as fault:
            log.warning("%s is not loaded: %s", path.name, [str(issue) for issue in fault.issues] or fault)
