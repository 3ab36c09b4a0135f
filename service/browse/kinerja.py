"""Everything about one kinerja: why, how, by what it is measured, which rows say so, what was decided, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.boxes import MANY, component_refs, crossings, decisions, issue, partner_refs, source_row
from service.browse.answers import Evidence, KinerjaPage, MeasureCard, OldKinerja
from service.browse.history import history
from service.browse.stating import states_indicator
from service.browse.units import basis, factor
from service.facts import Ref, SourceRow, UnitRef
from service.graph import Graph, Tx
from service.model import TEMPLATE
from service.trace.answers import Branch, Trace
from service.trace.down import read_way_down
from service.trace.gone import no_such_kinerja
from service.trace.up import read_way_up

Row = Mapping[str, Any]

MAX_ISSUES = 200

BESIDE = ("satuan", "target", "baseline", "mitra")
"""Lists that only forms with more columns than the five-stage one fill."""

WITNESSES = (
    ("Tahap 3", "tingkat_t3"),
    ("Tahap 4", "tingkat_t4"),
    ("Tahap 5", "tingkat_t5"),
    ("Komponen", "tingkat_komponen"),
)
"""Heading -> field of a Kinerja that says what this witness holds for its level."""


def kinerja_page(graph: Graph, kinerja_id: str) -> KinerjaPage | OldKinerja:
    """Everything about a kinerja, or where an old one went; raises NotFound."""
    return graph.reading(lambda tx: read_kinerja_page(tx, kinerja_id))


def read_kinerja_page(tx: Tx, kinerja_id: str) -> KinerjaPage | OldKinerja:
    """`kinerja_page` inside a transaction."""
    found = tx.run("browse/kinerja", id=kinerja_id)
    if not found:
        return _old(tx, kinerja_id)
    row, own = found[0], found[0]["sendiri"]
    up, down = read_way_up(tx, kinerja_id), read_way_down(tx, kinerja_id)
    proof = evidence(row["bukti"])
    here = (Ref(own["id"], own["uraian"]),)
    log = decisions(row["putusan"])
    return KinerjaPage(
        kinerja=down.akar.kinerja,
        kode=own.get("kode") or "",
        tahun=own.get("tahun") or 0,
        unit=UnitRef(**row["unit"]) if row["unit"] else up.unit,
        dokumen=row["dokumen"] or "",
        tingkat_usul=own.get("tingkat_usul") or "",
        alasan_tingkat=own.get("alasan_tingkat") or "",
        diputuskan=bool(own.get("diputuskan")),
        saksi=_witnesses(own, proof),
        naik=up,
        turun=down,
        indikator=tuple(
            _measure(one, proof) for one in sorted(row["indikator"], key=lambda i: i["urutan"] or 0)[:MANY]
        ),
        bukti=proof[:MANY],
        rencana=component_refs(row["rencana"]),
        mitra=partner_refs(row["mitra"]),
        csf=tuple(factor(one, here) for one in row["csf"]),
        dasar=tuple(basis(one, here) for one in row["dasar"]),
        keputusan=tuple(reversed(log)),
        isu=tuple(issue(one) for one in row["isu"][:MAX_ISSUES]),
        versi_subjek=max((row["urut_dokumen"], *(d.urut for d in log))),
        revisi=row["revisi"],
        riwayat=history(row),
        versi_pohon=row["urut_pohon"],
        cabang_disimpulkan=_inferred_up(up) + _inferred_below(down.akar),
        contoh=row["contoh"],
        lintas=crossings(row["lintas"]),
        terpotong=down.akar.kinerja.terpotong or len(row["isu"]) > MAX_ISSUES,
    )


def _witnesses(own: Row, proof: tuple[Evidence, ...]) -> tuple[tuple[str, str], ...]:
    """What each stage says of the level, or the one column of a template."""
    said = tuple((title, own.get(name) or "") for title, name in WITNESSES)
    if any(one.baris.tahap != TEMPLATE or not one.uraian for one in proof) or not proof:
        return said
    return ("Templat", next((one.tingkat for one in proof if one.tingkat), "")), said[-1]


def evidence(rows: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    """Rows with what they claim, in document order."""
    made = [
        Evidence(
            baris=place_of(row),
            sel=tuple(row["sel"]),
            uraian=row.get("uraian") or "",
            label=row.get("label") or "",
            tingkat=row.get("tingkat") or "",
            indikator=tuple(row.get("indikator") or ()),
            komponen=row.get("komponen") or "",
            jabatan=tuple(row.get("jabatan") or ()),
            rujukan=row.get("rujukan") or "",
            **{name: tuple(row.get(name) or ()) for name in BESIDE},
            komponen_kode=row.get("komponen_kode") or "",
            komponen_nama=row.get("komponen_nama") or "",
        )
        for row in rows
    ]
    return tuple(sorted(made, key=lambda e: (e.baris.dokumen, e.baris.versi, e.baris.nomor)))


def place_of(row: Row) -> SourceRow:
    """The row of a Baris with all its properties."""
    return source_row(row["id"], row.get("tahap"), row.get("urutan"), row["tempat"], " | ".join(row["sel"]))


def _inferred_up(up: Trace) -> int:
    own = [path.langkah[0].lewat for path in up.jalur]
    return int(any(link and link.utama and link.asal == "urutan" for link in own))


def _inferred_below(branch: Branch) -> int:
    links = [one.lewat for one in branch.sebab if one.lewat]
    here = sum(1 for link in links if link.utama and link.asal == "urutan")
    return here + sum(_inferred_below(one) for one in branch.sebab)


def _measure(row: Row, proof: tuple[Evidence, ...]) -> MeasureCard:
    rows = tuple(one.baris for one in proof if states_indicator(one.indikator, row["nama"]))
    beside = {name: row[name] or "" for name in ("satuan", "target", "baseline")}
    return MeasureCard(row["id"], row["nama"], rows, tuple(Ref(*other) for other in row["lain"]), **beside)


def _old(tx: Tx, kinerja_id: str) -> OldKinerja:
    found = tx.run("browse/old_kinerja", id=kinerja_id)
    if not found:
        raise no_such_kinerja(tx, kinerja_id)
    row = found[0]
    return OldKinerja(
        id=row["id"],
        uraian=row["uraian"],
        tahun=row["tahun"] or 0,
        tingkat=row["tingkat"] or "",
        unit=UnitRef(**row["unit"]) if row["unit"] else None,
        menjadi=tuple(Ref(*one) for one in row["menjadi"]),
        keputusan=tuple(reversed(decisions(row["keputusan"]))),
        riwayat=history(
            {
                "putusan": row["keputusan"],
                "putusan_lama": (),
                "versi": (),
                "nama": row["nama"],
                "silang": row["silang"],
                "pernah": (row["id"],),
            }
        ),
    )
