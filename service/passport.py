"""The lineage passport: one page that an auditor takes away, and the same as JSON, with the hash of what it prints.

In: the id of a kinerja or of an indicator. Out: a frozen `Passport`; `sidik_isi` is the SHA-256 over the canonical JSON
of everything but time, revision and the hash itself, so that two passports of unchanged content have the same hash.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import TypeAdapter

from service.boxes import decisions, issue
from service.browse.answers import Evidence
from service.browse.kinerja import evidence
from service.facts import Decided, IssueCard, UnitRef
from service.graph import Graph, Tx
from service.trace import Support, Trace
from service.trace.down import read_way_down
from service.trace.indicator import read_indicator_lineage
from service.trace.up import read_way_up

Kind = Literal["kinerja", "indikator"]
"""What a passport can be of."""


@dataclass(frozen=True, slots=True)
class PassportBody:
    """What the hash covers."""

    jenis: Kind
    id: str
    judul: str
    """Statement of the kinerja, or name of the indicator."""
    unit: UnitRef
    pemda: str
    tahun: int
    dokumen: tuple[tuple[str, int, str], ...]
    """(id, version, sha256 of the original) of every document that a row comes from."""
    naik: tuple[Trace, ...]
    """One for a kinerja; one per measured kinerja for an indicator."""
    turun: tuple[Support, ...]
    bukti: tuple[Evidence, ...]
    keputusan: tuple[Decided, ...]
    """Decisions in force about the kinerja of the ways up."""
    isu: tuple[IssueCard, ...]
    """Open issues of its rows and of the kinerja on its ways up."""


@dataclass(frozen=True, slots=True)
class Passport:
    isi: PassportBody
    dibuat_pada: str
    """ISO 8601 with offset, local time."""
    revisi: int
    sidik_isi: str
    """SHA-256, hex."""


def kinerja_passport(graph: Graph, kinerja_id: str) -> Passport:
    """Passport of a kinerja; raises NotFound."""

    def work(tx: Tx) -> Passport:
        up, down = read_way_up(tx, kinerja_id), read_way_down(tx, kinerja_id)
        return _passport(tx, "kinerja", kinerja_id, down.akar.kinerja.uraian, up.unit, up.tahun, (up,), (down,))

    return graph.reading(work)


def indicator_passport(graph: Graph, indikator_id: str) -> Passport:
    """Passport of an indicator; raises NotFound."""

    def work(tx: Tx) -> Passport:
        found = read_indicator_lineage(tx, indikator_id)
        return _passport(tx, "indikator", found.id, found.nama, found.unit, found.tahun, found.mengukur, ())

    return graph.reading(work)


def canonical(body: PassportBody) -> bytes:
    """What the hash is taken of: JSON with sorted keys, no spaces, UTF-8."""
    plain = TypeAdapter(PassportBody).dump_python(body, mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _passport(
    tx: Tx,
    kind: Kind,
    key: str,
    title: str,
    unit: UnitRef,
    year: int,
    up: tuple[Trace, ...],
    down: tuple[Support, ...],
) -> Passport:
    on_ways = sorted({hop.kinerja.id for trace in up for path in trace.jalur for hop in path.langkah})
    more = tx.run("browse/passport", id=on_ways, sendiri=[trace.mulai for trace in up])[0]
    body = PassportBody(
        jenis=kind,
        id=key,
        judul=title,
        unit=unit,
        pemda=more["pemda"] or "",
        tahun=year,
        dokumen=tuple((name, version, digest or "") for name, version, digest in more["dokumen"]),
        naik=up,
        turun=down,
        bukti=evidence(more["bukti"]),
        keputusan=tuple(d for d in decisions(more["putusan"]) if d.berlaku and not d.membatalkan),
        isu=tuple(issue(one) for one in more["isu"]),
    )
    made = datetime.now().astimezone().isoformat(timespec="seconds")
    return Passport(body, made, more["revisi"], hashlib.sha256(canonical(body)).hexdigest())
