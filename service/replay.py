"""The log taken out of one graph and played into another, empty one; both then hold the same, ids included.

In: a graph. Out: a `Log`: what people set in the register, every version as it was read, every decision in order; as
plain JSON, for a backup that no version of Neo4j is needed to read. Playing it back goes through the same code as
importing and deciding did, and ends with the same content hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from service import live, log
from service.errors import Invalid
from service.graph import Graph, Tx
from service.live.write import write_issues
from service.stored import issue_of

FORMAT = 1
"""Number of the shape of an exported log."""

SECONDS = 3600.0
"""Time limit of playing a log back: a year of a regency takes minutes, on a busy machine more."""

Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document with all that was read."""

    skpd: str
    """Kode of its unit."""
    dokumen: Properties
    versi: Properties
    baris: tuple[Properties, ...]
    isu: tuple[Properties, ...]
    """Issues of reading; `baris` of each: numbers of the rows it is about."""


@dataclass(frozen=True, slots=True)
class Log:
    """Everything that a graph is folded from."""

    register: tuple[Properties, ...]
    """Master data: {label, isi, induk: kode of what it belongs to or null}."""
    versions: tuple[Version, ...]
    keputusan: tuple[Properties, ...]
    """Oldest first."""


def export_log(graph: Graph) -> Log:
    """The whole log of `graph`, as of one moment."""
    return graph.reading(_export)


def replay(played: Log, graph: Graph) -> None:
    """Write `played` into `graph`, whole or nothing; raises Invalid when `graph` is not empty."""

    def work(tx: Tx) -> None:
        if tx.run("replay/anything")[0]["ada"]:
            raise Invalid("Log hanya dapat diputar ke graf yang kosong.", "Pakai folder data baru.")
        _write_register(tx, played.register)
        for version in played.versions:
            _write_version(tx, version)
        _play(tx, played)

    graph.writing(work, SECONDS)


def as_json(exported: Log) -> str:
    """The log as text, always the same for the same log."""
    body = {"format": FORMAT, "register": exported.register, "keputusan": exported.keputusan}
    versions = [{name: getattr(v, name) for name in Version.__slots__} for v in exported.versions]
    return json.dumps({**body, "versions": versions}, ensure_ascii=False, sort_keys=True, indent=1)


def from_json(text: str) -> Log:
    """The log again; raises Invalid for anything that is none of this program's."""
    try:
        body = json.loads(text)
        versions = tuple(
            Version(v["skpd"], v["dokumen"], v["versi"], tuple(v["baris"]), tuple(v["isu"])) for v in body["versions"]
        )
        found, number = Log(tuple(body["register"]), versions, tuple(body["keputusan"])), body["format"]
    except (ValueError, KeyError, TypeError) as fault:
        raise Invalid("Berkas ini bukan log yang diekspor dari Kinerja Graph.", "Pilih berkas lain.") from fault
    if number != FORMAT:
        raise Invalid(f"Log berformat {number}; program ini mengenal {FORMAT}.", "Perbarui program ini.")
    return found


def _export(tx: Tx) -> Log:
    return Log(
        register=tuple(sorted(tx.run("replay/register"), key=lambda row: (row["label"], row["isi"]["kode"]))),
        versions=tuple(_version(tx, row) for row in tx.run("replay/versions")),
        keputusan=tuple(row["keputusan"] for row in tx.run("decide/all")),
    )


def _version(tx: Tx, row: Mapping[str, Any]) -> Version:
    key = row["versi"]["id"]
    return Version(
        skpd=row["skpd"],
        dokumen=row["dokumen"],
        versi=row["versi"],
        baris=tuple(found["baris"] for found in tx.run("load/rows", versi=key)),
        isu=tuple({**found["isu"], "baris": found["baris"]} for found in tx.run("load/read_issues", versi=key)),
    )


def _write_register(tx: Tx, register: Iterable[Mapping[str, Any]]) -> None:
    for label, query in REGISTER.items():
        tx.run(query, isi=[row for row in register if row["label"] == label])


def _write_version(tx: Tx, version: Version) -> None:
    key = version.versi["id"]
    tx.run("load/write_version", skpd=version.skpd, dokumen=version.dokumen, versi=version.versi)
    tx.run("load/write_rows", versi=key, baris=list(version.baris))
    issues = [issue_of(isu, isu["baris"]) for isu in version.isu]
    write_issues(tx, key, "baca", issues)


def _play(tx: Tx, played: Log) -> None:
    """Decisions in order. A new version makes the kinerja that later decisions are about, so it is folded at once;
    everything else is folded at the end."""
    documents = dict.fromkeys(version.dokumen["id"] for version in played.versions)
    for row in played.keputusan:
        log.write(tx, [log.from_properties(row)])
        if row["jenis"] == "versi":
            live.refold(tx, row["subjek"])
    for dokumen in documents:
        live.refold(tx, dokumen)


REGISTER = {
    "Pemda": "replay/write_pemda",
    "SKPD": "replay/write_skpd",
    "Jabatan": "replay/write_jabatan",
    "Mitra": "replay/write_mitra",
    "Jenjang": "replay/write_jenjang",
    "Komponen": "replay/write_komponen",
    "Konsep": "replay/write_konsep",
}
"""Label -> the query that writes it back, in the order in which they hang together."""
