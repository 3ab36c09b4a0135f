"""Writes a cascade over what the graph holds of its unit and year: kinerja by their ids, everything between them anew.

In: a `Cascade` and the claims it was folded from. Out: nodes and relationships that say exactly that; what no document
says any more is taken away, what a person set in the register stays. About thirty queries, whatever the size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from service.graph import Tx
from service.live.beside import components_of, write_components, write_partners
from service.model import Cascade, Claim, Issue
from service.stored import Finder, issue_properties, row_key

Maps = list[dict[str, Any]]

CLEARED = (
    "load/drop_edges_up",
    "load/drop_edges_down",
    "load/drop_grounds",
    "load/drop_measure_links",
    "load/drop_became",
)
"""What is taken away of a unit and year before it is written anew; nodes keep their ids and their decisions."""


@dataclass(frozen=True, slots=True)
class At:
    """Which part of the graph a cascade fills."""

    dokumen: str
    skpd: str
    """Kode of the unit."""
    tahun: int
    versi: str
    """Id of the current version; empty: none is in force, and the cascade is empty."""


def write_cascade(tx: Tx, at: At, claims: Sequence[Claim], cascade: Cascade) -> None:
    """Make the graph show `cascade` at this unit and year."""
    measures = [row["nama_baku"] for row in tx.run("load/measures_used", skpd=at.skpd, tahun=at.tahun)]
    components = components_of(tx, at.skpd, at.tahun)
    _clear(tx, at)
    _kinerja(tx, at, cascade)
    if at.versi:
        _evidence(tx, at.versi, claims, cascade)
    _indicators(tx, at, cascade)
    _owners(tx, at.skpd, cascade)
    write_components(tx, cascade, components)
    write_partners(tx, at.skpd, cascade)
    _grounds(tx, cascade)
    tx.run("load/sweep_indicators", skpd=at.skpd, tahun=at.tahun)
    tx.run("load/sweep_measures", nama_baku=measures)
    tx.run("load/sweep_positions", skpd=at.skpd)


def _clear(tx: Tx, at: At) -> None:
    for name in CLEARED:
        tx.run(name, skpd=at.skpd, tahun=at.tahun)
    tx.run("load/drop_fold_issues", dokumen=at.dokumen)
    tx.run("load/drop_current", dokumen=at.dokumen)


def _kinerja(tx: Tx, at: At, cascade: Cascade) -> None:
    living = [k.id for k in cascade.kinerja]
    tx.run("load/retire", skpd=at.skpd, tahun=at.tahun, hidup=living)
    tx.run("load/return", hidup=living)
    tx.run("load/write_kinerja", skpd=at.skpd, kinerja=[{**asdict(k), "tahun": at.tahun} for k in cascade.kinerja])
    tx.run("load/write_causes", hubungan=[{**asdict(edge), "versi": [at.versi]} for edge in cascade.edges])


def _evidence(tx: Tx, versi: str, claims: Sequence[Claim], cascade: Cascade) -> None:
    """Which rows state what, and what the fold found to be wrong with them."""
    tx.run("load/write_current", versi=versi)
    tx.run("load/write_states", pasangan=_states(versi, claims, cascade))
    settled = frozenset(k.id for k in cascade.kinerja if k.diputuskan)
    write_issues(tx, versi, "lipat", cascade.issues, settled)


def write_issues(
    tx: Tx, versi: str, asal: Finder, issues: Sequence[Issue], settled: frozenset[str] = frozenset()
) -> None:
    """Issues of a version, tied to their rows and kinerja; `settled`: kinerja whose level a person decided."""
    nodes = issue_properties(versi, asal, issues, settled)
    tx.run("load/write_issues", versi=versi, isu=nodes)
    found = list(zip((isu["id"] for isu in nodes), issues, strict=True))
    rows = [{"isu": key, "baris": row_key(versi, nomor)} for key, issue in found for nomor in issue.baris]
    tx.run("load/write_issue_rows", pasangan=rows)
    about = [{"isu": key, "kinerja": issue.kinerja} for key, issue in found if issue.kinerja]
    tx.run("load/write_issue_kinerja", pasangan=about)


def _states(versi: str, claims: Sequence[Claim], cascade: Cascade) -> Maps:
    living = {k.id for k in cascade.kinerja}
    seen: Counter[int] = Counter()
    made: Maps = []
    for claim in claims:
        nth = seen[claim.baris[0]]
        seen[claim.baris[0]] += 1
        if claim.kinerja_id in living:
            key = row_key(versi, claim.baris[0], nth)
            made.append({"baris": key, "kinerja": claim.kinerja_id, "tahap": claim.tahap})
    return made


def _indicators(tx: Tx, at: At, cascade: Cascade) -> None:
    nodes = [
        {"id": i.id, "nama": i.nama, "nama_baku": i.nama_baku, "tahun": at.tahun, "satuan": i.satuan or None}
        for i in cascade.indikator
    ]
    tx.run("load/write_indicators", skpd=at.skpd, indikator=nodes)
    tx.run("load/write_same_measure", indikator=nodes)
    place: Counter[str] = Counter()
    measures: Maps = []
    for indicator in cascade.indikator:
        for nth, kinerja in enumerate(indicator.kinerja):
            place[kinerja] += 1
            beside = {
                "target": indicator.target[nth] or None if indicator.target else None,
                "baseline": indicator.baseline[nth] or None if indicator.baseline else None,
            }
            measures.append({"indikator": indicator.id, "kinerja": kinerja, "urutan": place[kinerja], **beside})
    tx.run("load/write_measures", pasangan=measures)


def _owners(tx: Tx, skpd: str, cascade: Cascade) -> None:
    named = {a.jabatan: a.nama for a in reversed(cascade.assignments)}
    tx.run("load/write_positions", skpd=skpd, jabatan=[{"kode": k, "nama": n} for k, n in sorted(named.items())])
    tx.run("load/write_assignments", pasangan=_in_order(cascade))
    tx.run("load/name_positions", skpd=skpd)


def _in_order(cascade: Cascade) -> Maps:
    """Owners with their place in the document: "kasi/jafung" stays so, whatever the alphabet says."""
    return [asdict(a) | {"urutan": place} for place, a in enumerate(cascade.assignments, start=1)]


def _grounds(tx: Tx, cascade: Cascade) -> None:
    """Only what carries a kinerja: nothing would find the others again to take them away."""
    tx.run("load/write_factors", csf=[asdict(c) for c in cascade.csf if c.kinerja])
    tx.run("load/write_raises", pasangan=[{"csf": c.id, "kinerja": k} for c in cascade.csf for k in c.kinerja])
    tx.run("load/write_bases", dasar=[asdict(d) for d in cascade.dasar if d.kinerja])
    tx.run("load/write_grounds", pasangan=[{"dasar": d.id, "kinerja": k} for d in cascade.dasar for k in d.kinerja])
