"""What `kinerja trace --json` prints; fields may be added, never renamed or left out."""

from __future__ import annotations

from typing import Any

from service.facts import Box
from service.trace.answers import Trace


def as_contract(trace: Trace) -> dict[str, Any]:
    """{mulai, jalur: [[{id, uraian, tingkat, baris: [{dokumen, tempat, teks}]}]], terpotong}, from the start up."""
    return {
        "mulai": trace.mulai,
        "jalur": [[_step(hop.kinerja) for hop in path.langkah] for path in trace.jalur],
        "terpotong": trace.terpotong,
    }


def _step(box: Box) -> dict[str, Any]:
    rows = [{"dokumen": row.dokumen, "tempat": row.tempat, "teks": row.teks} for row in box.baris]
    return {"id": box.id, "uraian": box.uraian, "tingkat": box.tingkat, "baris": rows}
