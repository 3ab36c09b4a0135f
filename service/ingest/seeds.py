"""The documents that lie in `seeds/`, loaded into a graph that is still empty, so that the first page shows something.

In: an empty graph. Out: one `Result` per document. Documents that call themselves fictional come into a pemda of their
own, marked as an example. A graph that holds any unit is left as it is, also when a person removed the examples.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from service.config import ROOT, Settings
from service.errors import DocumentRefused
from service.graph import Graph
from service.ingest.importing import Result, apply, prepare
from service.ingest.ladders import ensure_ladders

log = logging.getLogger(__name__)

FOLDER = ROOT / "seeds"
ENDINGS = (".txt", ".docx", ".xlsx")
REASON = "Dokumen awal dari folder seeds/"


def load_seeds(graph: Graph, settings: Settings, folder: Path = FOLDER) -> list[Result]:
    """Import every document of `folder` when the graph is empty; [] when it is not."""
    return list(loading_seeds(graph, settings, folder))


def loading_seeds(graph: Graph, settings: Settings, folder: Path = FOLDER) -> Iterator[Result]:
    """The same one by one, for showing progress. A file that cannot be read is told in the log and passed over: a bad
    example must not keep the service from starting."""
    if not graph.read("load/untouched")[0]["kosong"]:  # one small question: every start waits for it
        return
    graph.writing(ensure_ladders)
    for path in sorted(p for p in folder.iterdir() if p.suffix in ENDINGS):
        try:
            yield apply(prepare(path.read_bytes(), path.name, graph, settings), graph, settings, alasan=REASON)
        except DocumentRefused as fault:
            log.warning("%s is not loaded: %s", path.name, [str(issue) for issue in fault.issues] or fault)
