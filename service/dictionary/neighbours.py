"""What is around a node, for the picture of an answer: counts first, then the neighbours along one type.

In: the graph, label and key of a node, then type and direction. Out: JSON values; nodes and relationships in the form
of `service/cells.py`. Trusted queries on the live graph: a unit with ten thousand kinerja is counted from its degree.
"""

from __future__ import annotations

from typing import Any, Literal

from service.cells import cell
from service.errors import Invalid, NotFound
from service.graph import Graph, Tx
from service.kamus import kamus

Direction = Literal["keluar", "masuk"]
PAGE = 50
"""Neighbours at once."""
FURTHEST = 100_000
"""Neighbours that may be passed over."""


def neighbour_counts(graph: Graph, label: str, kunci: str) -> dict[str, Any]:
    """{hitungan: [{jenis, arah: keluar | masuk, jumlah}]}, most first; raises NotFound."""
    return graph.reading(lambda tx: _counts(tx, label, kunci))


def _counts(tx: Tx, label: str, kunci: str) -> dict[str, Any]:
    if label not in kamus().label:
        raise NotFound(f"Graf ini tidak punya label {label}.", "Label yang ada tertulis di panel skema.")
    rows = tx.run("dictionary/neighbour_counts", label=label, kunci=kunci)
    if not rows:
        raise _nowhere(label, kunci)
    named = [{"jenis": jenis, "arah": arah, "jumlah": jumlah} for jenis, arah, jumlah in rows[0]["hitungan"]]
    return {"hitungan": sorted(named, key=lambda one: (-one["jumlah"], one["jenis"], one["arah"]))}


def neighbours(graph: Graph, label: str, kunci: str, jenis: str, arah: str, lewati: int = 0) -> dict[str, Any]:
    """{asal: eid of the node, jenis, arah, jumlah: all there are, lewati, simpul: [node], hubungan: [relationship],
    ada_lagi: more are there}; at most PAGE from `lewati` on. Raises NotFound, Invalid."""
    if jenis not in kamus().jenis or arah not in ("keluar", "masuk") or not 0 <= lewati <= FURTHEST:
        raise Invalid(
            "Hubungan yang diminta tidak dikenal.", "Buka tetangga sebuah simpul dari hitungannya, bukan dari alamat."
        )

    def work(tx: Tx) -> dict[str, Any]:
        counts = _counts(tx, label, kunci)["hitungan"]
        rows = tx.run(
            "dictionary/neighbours",
            label=label, kunci=kunci, jenis=jenis, keluar=arah == "keluar", lewati=lewati, paling=PAGE,
        )  # fmt: skip
        total = next((one["jumlah"] for one in counts if (one["jenis"], one["arah"]) == (jenis, arah)), 0)
        return {
            "asal": rows[0]["asal"] if rows else None,
            "jenis": jenis,
            "arah": arah,
            "jumlah": total,
            "lewati": lewati,
            "simpul": list({row["simpul"].element_id: cell(row["simpul"])[0] for row in rows}.values()),
            "hubungan": [cell(row["hubungan"])[0] for row in rows],
            "ada_lagi": lewati + len(rows) < total,
        }

    return graph.reading(work)


def _nowhere(label: str, kunci: str) -> NotFound:
    return NotFound(
        f"{label} {kunci} tidak ada di graf sekarang.",
        "Mungkin graf sudah berubah sejak pertanyaan dijalankan; jalankan sekali lagi.",
    )
