"""Every way up: from the rows of `trace/to_outcome` to paths with their links, broken ends explained, main way first.

In: an id. Out: a `Trace`. A way that closes a loop is cut where it would repeat itself; ways that are then the same
are told once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from service.boxes import box, decisions, ladder_of, link
from service.errors import NotFound
from service.facts import Box, Link, UnitRef
from service.graph import Graph, Rows, Tx
from service.trace.answers import MAX_DEPTH, MAX_PATHS, Break, Hop, Path, Trace
from service.trace.gone import no_such_kinerja

NO_UNIT = UnitRef("", "")

STEP = (
    *("id", "uraian", "tingkat", "urut_tingkat", "kedalaman", "komponen", "konflik", "diputuskan"),
    *("jabatan", "indikator", "baris", "putusan"),
)
"""What stands at which place in a kinerja of `langkah`."""


def way_up(graph: Graph, kinerja_id: str) -> Trace:
    """Every way from a kinerja up to the outcomes; raises NotFound."""
    return graph.reading(lambda tx: read_way_up(tx, kinerja_id))


def ways_up(graph: Graph, any_id: str) -> Trace:
    """The same from a kinerja or from an indicator: then all ways of all that it measures; raises NotFound."""
    return graph.reading(lambda tx: _from_anything(tx, any_id))


def read_way_up(tx: Tx, kinerja_id: str) -> Trace:
    """`way_up` inside a transaction."""
    found = _from_kinerja(tx, kinerja_id)
    if found is None:
        raise no_such_kinerja(tx, kinerja_id)
    return found


def trace_of(start: str, rows: Rows, *, terpotong: bool) -> Trace:
    """The answer that the rows of one start make."""
    ways = [_way(row) for row in rows]
    ladder = ladder_of(step for steps in ways for step in steps)
    made = (_path(row, steps, ladder) for row, steps in zip(rows, ways, strict=True))
    found = {_key(path): path for path in made}
    # By id after that: the store gives equal ways in any order, and a passport of the same content has the same hash.
    paths = sorted(found.values(), key=lambda path: (not path.utama, _key(path)))
    inferred = {hop.lewat for path in paths for hop in path.langkah if hop.lewat and hop.lewat.asal == "urutan"}
    unit = UnitRef(**rows[0]["unit"]) if rows[0]["unit"] else NO_UNIT
    return Trace(start, unit, rows[0]["tahun"] or 0, tuple(paths), len(inferred), terpotong)


def _from_kinerja(tx: Tx, kinerja_id: str) -> Trace | None:
    rows = tx.run("trace/to_outcome", id=kinerja_id, batas=MAX_PATHS + 1)
    if not rows:
        return None
    cut = len(rows) > MAX_PATHS
    main = tx.run("trace/main_way", id=kinerja_id) if cut else []
    return trace_of(kinerja_id, main + rows[:MAX_PATHS], terpotong=cut)


def _from_anything(tx: Tx, any_id: str) -> Trace:
    found = _from_kinerja(tx, any_id) or _from_indicator(tx, any_id)
    if found is None:
        raise no_such_kinerja(tx, any_id)
    return found


def _from_indicator(tx: Tx, indikator_id: str) -> Trace | None:
    found = tx.run("trace/indicator", id=indikator_id, kinerja=MAX_PATHS, batas=MAX_PATHS + 1)
    if not found:
        return None
    rows = found[0]["jalan"]
    if not rows:
        raise NotFound(
            f"Indikator {found[0]['nama']!r} tidak mengukur kinerja apa pun.", "Periksa Tahap 4 dokumennya, lalu impor."
        )
    return trace_of(indikator_id, rows[:MAX_PATHS], terpotong=len(rows) > MAX_PATHS)


def _way(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The kinerja of a way with names for their places."""
    return [dict(zip(STEP, step, strict=True)) for step in row["langkah"]]


def _path(row: Mapping[str, Any], steps: Sequence[Mapping[str, Any]], ladder: int) -> Path:
    """One way; its boxes are in the order of the hops."""
    kept = _until_repeat([step["id"] for step in steps])
    boxes = [box(step, ladder) for step in steps[:kept]]
    links = [
        link(here["id"], there["id"], edge, decisions(here["putusan"]))
        for here, there, edge in zip(steps, steps[1:], row["hubungan"], strict=False)
    ]
    hops = tuple(Hop(found, links[n] if n < len(links) else None) for n, found in enumerate(boxes))
    main = all(found.utama for found in links[: kept - 1])
    return Path(hops, main, _broken(boxes, links[kept - 1 : kept], row["lanjut"]))


def _key(path: Path) -> tuple[str, ...]:
    """The same for ways that were cut at the same place."""
    return tuple(hop.kinerja.id for hop in path.langkah)


def _until_repeat(ids: Sequence[str]) -> int:
    """How many steps there are before one comes back."""
    return next((n for n, key in enumerate(ids) if key in ids[:n]), len(ids))


def _broken(boxes: Sequence[Box], back: Sequence[Link], onward: int) -> Break | None:
    """Why the way ends before an outcome; None when it ends at one."""
    last = boxes[-1]
    if back:
        again = next(found.uraian for found in boxes if found.id == back[0].akibat)
        said = f"Rantai melingkar: dari “{last.uraian}” kembali ke “{again}”. Pindahkan salah satu induknya."
        return Break(last.id, "melingkar", said)
    if onward:
        said = f"Rantai lebih dari {MAX_DEPTH} langkah. Buka “{last.uraian}” untuk melanjutkan dari sana."
        return Break(last.id, "terlalu dalam", said)
    if last.urut_tingkat > 1:
        said = (
            f"Rantai berhenti di “{last.uraian}” ({last.tingkat}): tidak ada induk yang tertulis, "
            "dan tidak ada yang dapat disimpulkan. Tetapkan induknya di Rekonsiliasi."
        )
        return Break(last.id, "tanpa induk", said)
    return None
