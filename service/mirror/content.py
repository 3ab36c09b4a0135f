"""What a slot holds: of which moment, with which content hash. Written when a copy was accepted.


In and out: `isi.json` in the slot. A slot without it holds nothing that may be asked.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from service.graph import Graph, Tx
from service.server.conf import Folders
from service.server.disk import write_whole

FILE = "isi.json"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a graph stands; two equal ones mean the same content and the same derived edges."""

    revisi: int
    """Number of the last write of content."""
    diubah: int | None
    """Milliseconds since 1970 of the last write, derived edges included; None: a graph that was never written."""


@dataclass(frozen=True, slots=True)
class Content:
    """A copy that was accepted."""

    stand: Stand
    sidik: str
    """Content hash, of the live graph and of the copy."""
    pada: str
    """When it was copied, ISO 8601."""
    disalin: float
    """The same in seconds since 1970, taken before it was begun."""


def stand(graph: Graph) -> Stand:
    """Where `graph` stands now."""
    return _stand(graph.read("meta/stands"))


def stand_in(tx: Tx) -> Stand:
    """The same inside a transaction."""
    return _stand(tx.run("meta/stands"))


def _stand(rows: list[dict[str, int | None]]) -> Stand:
    return Stand(int(rows[0]["revisi"] or 0), rows[0]["diubah"])


def read_content(slot: Folders) -> Content | None:
    """What the slot holds; None: nothing that may be asked."""
    try:
        told = json.loads((slot.root / FILE).read_text(encoding="utf-8"))
        return Content(Stand(**told.pop("stand")), **told)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_content(slot: Folders, content: Content) -> None:
    """The copy in the slot is accepted."""
    write_whole(slot.root / FILE, json.dumps(asdict(content)))


def forget_content(slot: Folders) -> None:
    """What lies in the slot may not be asked from now on."""
    (slot.root / FILE).unlink(missing_ok=True)
