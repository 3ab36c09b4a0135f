"""Every address of the service, filled with what stands in the seeds; for tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

from service.actor import LOCAL
from service.graph import Graph
from service.store import jobs

UNIT = "kecamatan-batumandi"
DOCUMENT = "kecamatan-batumandi-2022"

WORDS = "?q=pengelolaan+keuangan"
ASKED = {
    "silang_baru.page": "?dari={kinerja_id}&cari=desa",
    "start.find": WORDS,
    "api.find": WORDS,
    "keputusan.parents": "?cari=desa",
    "konsol_kamus.around": "?label=Kinerja&kunci={kinerja_id}",
}
"""Endpoint -> what stands behind the question mark, where the address alone asks for nothing."""


def parts(graph: Graph) -> dict[str, str | int]:
    """A value for every part of an address but `kode` and `id`, which mean different things."""
    of_unit = "MATCH (k:Kinerja {tahun: 2022})-[:OWNED_BY]->({kode: $kode}) RETURN max(k.id) AS id"
    kinerja = graph.command(of_unit, kode=UNIT)
    return {
        "dokumen_id": DOCUMENT,
        "kinerja_id": kinerja[0]["id"],
        "indikator_id": graph.command("MATCH (i:Indikator {tahun: 2022}) RETURN max(i.id) AS id")[0]["id"],
        "keputusan_id": "keputusan-1",
        "a": kinerja[0]["id"],
        "b": "skpd:dinas-perikanan",
        "jenis": "skpd",
        "konsep": "stunting",
        "daftar": "struktur",
        "mitra": _some_body(graph),
        "sha256": "0" * 64,
        "versi": 1,
        "nomor": 1,
        "kertas": "A3",
        "akhiran": "xlsx",
        "arah": "lanskap",
        "filename": "css/putusan.css",
        "sumber": "unit",
        "jalan": "tidak-ada",
        "rahasia": "tidak-ada",
        "sesi": "0" * 16,
    }


def addresses(app: Flask, graph: Graph, method: str, **more: str) -> Iterator[tuple[Rule, str]]:
    """(rule, address) of every route with this method; `more`: other values for parts of the address."""
    known = parts(graph) | more
    _some_job(app)
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if method in (rule.methods or ()):
                given = {name: known.get(name) or _own(rule, name, known) for name in rule.arguments}
                path = app.url_for(rule.endpoint, **given)
                yield rule, path + ASKED.get(rule.endpoint, "").format(**known)


def _some_body(graph: Graph) -> str:
    """A body outside the government; the documents of the seeds name none."""
    return str(graph.command("MERGE (m:Mitra {kode: 'balai-uji', nama: 'Balai Uji'}) RETURN m.kode AS kode")[0]["kode"])


def _some_job(app: Flask) -> None:
    """Job number 1, so that its page has something to show."""
    store = app.extensions["store"]
    if not jobs.some(store)[1]:
        jobs.cancel(store, jobs.ask(store, "periksa", LOCAL, [("0" * 64, "contoh.txt")]))


def _own(rule: Rule, name: str, known: dict[str, str | int]) -> str:
    """`kode`, `id`, `nama` and `bentuk` mean what stands before them."""
    if name == "nama":
        return "jalur-ke-outcome" if "/pertanyaan/" in rule.rule else "tidak-ada"
    if name == "bentuk" and rule.rule.startswith("/konsol"):
        return "csv"
    if name == "bentuk":
        return "csv" if rule.rule.startswith("/kegiatan") or "/crosscutting" in rule.rule else "lembar"
    if name == "id":
        first = rule.rule.split("/")[2]
        return str(known[f"{first}_id"])
    if "/mitra/" in rule.rule:
        return str(known["mitra"])
    return f"{UNIT}-camat" if "jabatan" in rule.rule else UNIT
