"""Writes the components and partners that a cascade names.

In: a `Cascade`. Out: `PLANNED_AS` and `NAMES` relationships that say exactly that. A partner is the unit of the same
government that has this name, else a body that people keep, else one that documents alone know; what only documents
knew goes when none states it any more, and is called as the newest one prints it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from service.bahasa.wording import slug
from service.graph import Tx
from service.model import Cascade

WRITERS = {"SKPD": "load/write_names_of_units", "Mitra": "load/write_names"}
"""Label of a partner -> the query that ties a kinerja to it."""


def components_of(tx: Tx, skpd: str, tahun: int) -> list[str]:
    """Codes that stand there before they are written anew; `write_components` takes them back."""
    return [row["kode"] for row in tx.run("load/components_used", skpd=skpd, tahun=tahun)]


def write_components(tx: Tx, cascade: Cascade, before: Sequence[str]) -> None:
    """What the kinerja of a cascade are planned as."""
    named = {planned.kode: asdict(planned) for planned in reversed(cascade.komponen)}
    tx.run("load/write_components", komponen=[named[kode] for kode in sorted(named)])
    tx.run("load/write_planned", pasangan=[asdict(planned) for planned in cascade.komponen])
    touched = sorted({*before, *(planned.kode for planned in cascade.komponen)})
    tx.run("load/name_components", kode=touched)
    tx.run("load/sweep_components", kode=touched)


def write_partners(tx: Tx, skpd: str, cascade: Cascade) -> None:
    """Whom the kinerja of a cascade name."""
    if cascade.mitra:
        known = _known(tx.run("load/partners_known", skpd=skpd))
        told = [(known.get(one.kode, ("Mitra", one.kode)), one) for one in cascade.mitra]
        rows: dict[tuple[str, str, str], dict[str, Any]] = {}
        for place, ((label, kode), one) in enumerate(told, start=1):
            row = {"kinerja": one.kinerja, "kode": kode, "nama": one.nama, "urutan": place}
            rows.setdefault((label, one.kinerja, kode), row)
        bodies = {row["kode"]: row for (label, _, _), row in reversed(rows.items()) if label == "Mitra"}
        named = [bodies[kode] for kode in sorted(bodies)]
        tx.run("load/write_partners", mitra=named)
        tx.run("load/adopt_partners", mitra=named)
        for label, name in WRITERS.items():
            tx.run(name, pasangan=[row for key, row in rows.items() if key[0] == label])
    name_partners(tx)


def name_partners(tx: Tx) -> None:
    """After names were written or taken away: nothing is called as nobody prints it, and nothing is left over."""
    tx.run("load/name_partners")
    tx.run("load/sweep_partners")


def become_unit(tx: Tx, kode: str, names: Sequence[str]) -> None:
    """A unit that others named before it had a document of its own is one unit."""
    tx.run("load/partners_to_unit", kode=kode, nama=sorted({slug(name) for name in names}))
    tx.run("load/sweep_partners")


def _known(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, str]]:
    """Name as a key -> (label, kode); a unit goes before a body of the same name, a name before an alias."""
    found: dict[str, tuple[str, str]] = {}
    for names in (lambda row: [row["nama"]], lambda row: row["alias"]):
        for row in sorted(rows, key=lambda row: (row["jenis"] != "SKPD", row["kode"])):
            for name in names(row):
                found.setdefault(slug(name), (row["jenis"], row["kode"]))
    return found
