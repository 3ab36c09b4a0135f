"""A template filled from the graph and read again: nothing changes; one cell edited: exactly that changes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from service import decisions, live, register
from service.config import ROOT, Settings
from service.decisions.checks import Change
from service.graph import Graph
from service.ingest import importing
from service.ingest.details import Detail
from service.model import Cascade
from service.replay import export_log, replay
from service.templat import filled
from service.templat.book import write
from service.templat.content import Component, Entry, Head, Measure
from service.templat.form import COLUMNS, KINERJA

BATUMANDI = ("kecamatan-batumandi", 2022, "batumandi-2022.txt")
SEEDS = (
    BATUMANDI,
    ("badan-penanggulangan-bencana-daerah", 2023, "bpbd-tanjung-harapan-2023.xlsx"),
    ("dinas-perikanan", 2023, "dinas-perikanan-tanjung-harapan-2023.docx"),
)
LETTER = {column.nama: chr(ord("A") + n) for n, column in enumerate(COLUMNS)}
OWN = (
    Entry(
        "Meningkatnya kepuasan warga",
        kode="1",
        tingkat="strategis",
        indikator=(Measure("Indeks kepuasan masyarakat", "indeks", "85", "82,1"),),
        komponen="sasaran skpd",
        bagian=(Component("7.1.2", "Program Pelayanan"),),
        jabatan=(("camat",),),
        mitra=("Dinas Angan", "Polsek Angan"),
    ),
    Entry(
        "Terlatihnya petugas loket",
        kode="1.1",
        induk="1",
        tingkat="operasional",
        indikator=(
            Measure("Jumlah petugas terlatih", "orang", "12"),
            Measure("Indeks kepuasan masyarakat", target="80"),
        ),
        jabatan=(("kasi", "analis"),),
        mitra=("Polsek Angan",),
    ),
)
OWN_HEAD = Head("Kecamatan Angan", 2024, "kecamatan", "Kabupaten Rekaan")


def facts(cascade: Cascade) -> dict[str, Any]:
    """What a template carries of a cascade, in the document's own order."""
    return {
        "kinerja": [
            (k.id, k.kode, k.uraian, k.tingkat, k.diputuskan, k.urut_tingkat, k.kedalaman, k.komponen, k.urutan)
            for k in cascade.kinerja
        ],
        "hubungan": {(e.sebab, e.akibat, e.asal, e.utama) for e in cascade.edges},
        "indikator": cascade.indikator,
        "pengampu": cascade.assignments,
        "komponen": cascade.komponen,
        "mitra": cascade.mitra,
    }


def bring(data: bytes, name: str, graph: Graph, settings: Settings) -> importing.Prepared:
    prepared = importing.prepare(data, name, graph, settings)
    assert not prepared.refused, prepared.issues
    importing.apply(prepared, graph, settings)
    return prepared


def living(graph: Graph, kode: str, tahun: int) -> Cascade:
    return graph.reading(lambda tx: live.cascade_of(live.state_of(tx, f"{kode}-{tahun}")))


def handed_back(data: bytes, edit: Callable[[Worksheet], None] | None = None) -> bytes:
    """Saved by another program, perhaps with one cell changed."""
    opened = load_workbook(BytesIO(data))
    if edit:
        edit(opened[KINERJA])
    stream = BytesIO()
    opened.save(stream)
    return stream.getvalue()


def row_of(sheet: Worksheet, words: str) -> int:
    return next(
        n for n, (cell,) in enumerate(sheet.iter_rows(min_col=5, max_col=5), 1) if str(cell.value).startswith(words)
    )


@pytest.mark.parametrize("seed", SEEDS, ids=[seed[0] for seed in SEEDS])
def test_filled_and_imported_unedited_it_changes_nothing(
    graph: Graph, settings: Settings, seed: tuple[str, int, str]
) -> None:
    kode, tahun, file = seed
    bring((ROOT / "seeds" / file).read_bytes(), file, graph, settings)
    before = living(graph, kode, tahun)
    made = filled.of_unit(graph, kode, tahun)
    prepared = bring(handed_back(made.isi), made.nama_berkas, graph, settings)
    assert (prepared.preview.ada, prepared.preview.tetap) == (False, len(before.kinerja))
    assert {issue.kode for issue in prepared.issues} == {"TPL18"}
    assert facts(living(graph, kode, tahun)) == facts(before)
    again = filled.of_unit(graph, kode, tahun)
    assert load_cells(again.isi) == load_cells(made.isi)


def load_cells(data: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(BytesIO(data))[KINERJA].iter_rows(values_only=True))


def test_one_edited_cell_changes_exactly_that(graph: Graph, settings: Settings) -> None:
    kode, tahun, file = BATUMANDI
    bring((ROOT / "seeds" / file).read_bytes(), file, graph, settings)
    before = living(graph, kode, tahun)
    made = filled.of_unit(graph, kode, tahun)
    leaf = next(k for k in before.kinerja if k.uraian.startswith("Terfasilitasinya Pengelolaan Keuangan Desa"))
    other = next(
        k for k in before.kinerja if k.tingkat == "taktikal immediate" and (leaf.id, k.id) not in _pairs(before)
    )

    def moved(sheet: Worksheet) -> None:
        sheet[f"C{row_of(sheet, leaf.uraian)}"] = other.id

    bring(handed_back(made.isi, moved), "pindah.xlsx", graph, settings)
    after = living(graph, kode, tahun)
    gone, come = (
        facts(before)["hubungan"] - facts(after)["hubungan"],
        facts(after)["hubungan"] - facts(before)["hubungan"],
    )
    assert {edge[0] for edge in gone} == {leaf.id}
    assert come == {(leaf.id, other.id, "tersurat", True)}
    assert {name for name in facts(before) if facts(before)[name] != facts(after)[name]} == {"hubungan"}

    def reworded(sheet: Worksheet) -> None:
        sheet[f"E{row_of(sheet, leaf.uraian)}"] = "Tertatanya keuangan dan aset di seluruh desa"

    bring(handed_back(filled.of_unit(graph, kode, tahun).isi, reworded), "kalimat.xlsx", graph, settings)
    now = {k.id: k.uraian for k in living(graph, kode, tahun).kinerja}
    assert now == {k.id: k.uraian for k in before.kinerja} | {leaf.id: "Tertatanya keuangan dan aset di seluruh desa"}


def _pairs(cascade: Cascade) -> set[tuple[str, str]]:
    return {(edge.sebab, edge.akibat) for edge in cascade.edges}


def test_decisions_lie_over_the_template_as_before_and_undo_brings_back_the_document(
    graph: Graph, settings: Settings
) -> None:
    kode, tahun, file = BATUMANDI
    bring((ROOT / "seeds" / file).read_bytes(), file, graph, settings)
    plain = living(graph, kode, tahun)
    leaf = next(k for k in plain.kinerja if k.uraian.startswith("Terfasilitasinya Pengelolaan Keuangan Desa"))
    top = next(k for k in plain.kinerja if k.tingkat == "strategis")
    told = decisions.decide_many(
        graph,
        [
            Change("induk", leaf.id, {"induk": top.id, "dari": dict(_pairs(plain))[leaf.id]}),
            Change("tingkat", leaf.id, {"tingkat": "taktikal immediate"}),
        ],
        "Rapat",
    )
    decided = living(graph, kode, tahun)
    made = filled.of_unit(graph, kode, tahun)
    prepared = bring(handed_back(made.isi), made.nama_berkas, graph, settings)
    assert prepared.preview.ada is False
    assert facts(living(graph, kode, tahun)) == facts(decided)
    for one in reversed(told):
        decisions.undo(graph, one.id, "Keliru")
    assert facts(living(graph, kode, tahun)) == facts(plain)


def test_what_only_a_template_says_goes_into_the_graph_and_out_of_it(graph: Graph, settings: Settings) -> None:
    bring(write(Head("Dinas Angan", 2024, "dinas", "Kabupaten Rekaan"), OWN[:1]), "dinas.xlsx", graph, settings)
    bring(write(OWN_HEAD, OWN), "angan.xlsx", graph, settings)
    assert _beside(graph) == {
        ("PLANNED_AS", "Komponen", "7.01.02"),
        ("NAMES", "SKPD", "dinas-angan"),
        ("NAMES", "Mitra", "polsek-angan"),
    }
    measured = graph.command(
        "MATCH (i:Indikator)-[m:MEASURES]->(k:Kinerja)-[:OWNED_BY]->({kode: 'kecamatan-angan'}) "
        "RETURN i.nama AS nama, i.satuan AS satuan, m.target AS target, m.baseline AS baseline ORDER BY nama, target"
    )
    assert [tuple(row.values()) for row in measured] == [
        ("Indeks kepuasan masyarakat", "indeks", "80", None),
        ("Indeks kepuasan masyarakat", "indeks", "85", "82,1"),
        ("Jumlah petugas terlatih", "orang", "12", None),
    ]
    without = (Entry("Meningkatnya kepuasan warga", kode="1", tingkat="strategis"),)
    for unit in (OWN_HEAD, Head("Dinas Angan", 2024, "dinas", "Kabupaten Rekaan")):
        bring(write(unit, without), "kosong.xlsx", graph, settings)
    assert _beside(graph) == set()
    assert graph.command("MATCH (n:Komponen|Mitra) RETURN n.kode AS kode") == []


def _beside(graph: Graph) -> set[tuple[str, str, str]]:
    rows = graph.command(
        "MATCH (:Kinerja)-[r:PLANNED_AS|NAMES]->(n) RETURN type(r) AS jenis, labels(n)[0] AS label, n.kode AS kode"
    )
    return {(row["jenis"], row["label"], row["kode"]) for row in rows}


def test_a_partner_that_gets_a_document_of_its_own_is_that_unit_and_replay_agrees(
    graph: Graph, settings: Settings
) -> None:
    bring(write(OWN_HEAD, OWN), "angan.xlsx", graph, settings)
    assert ("NAMES", "Mitra", "dinas-angan") in _beside(graph)
    bring(write(Head("Dinas Angan", 2024, "dinas", "Kabupaten Rekaan"), OWN[1:]), "dinas.xlsx", graph, settings)
    assert {row for row in _beside(graph) if row[0] == "NAMES"} == {
        ("NAMES", "SKPD", "dinas-angan"),
        ("NAMES", "Mitra", "polsek-angan"),
    }
    before, log = graph.content_hash(), export_log(graph)
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(log, graph)
    assert graph.content_hash() == before


def test_a_unit_is_recognised_by_a_name_that_the_register_gives_it(graph: Graph, settings: Settings) -> None:
    bring(write(OWN_HEAD, OWN), "angan.xlsx", graph, settings)
    bring(write(Head("Dinas Rekaan", 2024, "dinas", "Kabupaten Rekaan"), OWN[1:]), "dinas.xlsx", graph, settings)
    assert ("NAMES", "Mitra", "dinas-angan") in _beside(graph)
    register.edit(graph, "skpd", "dinas-rekaan", {"alias": ["Dinas Angan"]}, None)
    assert ("NAMES", "SKPD", "dinas-rekaan") in _beside(graph)
    assert ("NAMES", "Mitra", "dinas-angan") not in _beside(graph)


def test_a_changed_target_is_told_before_it_is_applied(graph: Graph, settings: Settings) -> None:
    bring(write(OWN_HEAD, OWN), "angan.xlsx", graph, settings)
    made = filled.of_unit(graph, "kecamatan-angan", None)

    def edited(sheet: Worksheet) -> None:
        sheet[f"{LETTER['target']}2"], sheet[f"{LETTER['mitra']}3"] = 90, None

    preview = importing.prepare(handed_back(made.isi, edited), made.nama_berkas, graph, settings).preview
    first, second = (k.id for k in living(graph, "kecamatan-angan", 2024).kinerja)
    assert preview.rincian == (
        Detail(first, "target “Indeks kepuasan masyarakat”", "85", "90"),
        Detail(second, "mitra", "Polsek Angan", "(kosong)"),
    )
    assert (preview.ada, preview.tetap) == (True, 0)


def test_an_id_that_is_not_of_this_unit_and_year_is_told_and_not_used(graph: Graph, settings: Settings) -> None:
    bring(write(OWN_HEAD, OWN), "angan.xlsx", graph, settings)
    other = Head("Kecamatan Angan", 2025, "kecamatan", "Kabupaten Rekaan")
    old = filled.of_unit(graph, "kecamatan-angan", 2024)
    rows = load_cells(old.isi)[1:]
    ids = list(dict.fromkeys(str(row[0]) for row in rows))
    moved = tuple(
        Entry(entry.uraian, entry.kode, entry.induk, entry.tingkat, id=key) for entry, key in zip(OWN, ids, strict=True)
    )
    prepared = importing.prepare(write(other, moved), "2025.xlsx", graph, settings)
    assert not prepared.refused
    assert prepared.cascade is not None
    assert {k.id for k in prepared.cascade.kinerja} & set(ids) == set()
    assert any(ids[0] in issue.pesan for issue in prepared.issues)


def test_what_was_read_of_a_refused_document_comes_as_a_template(graph: Graph, settings: Settings) -> None:
    text = (ROOT / "seeds" / BATUMANDI[2]).read_text(encoding="utf-8")
    nameless = "\n".join(line for line in text.splitlines() if "BATUMANDI" not in line.upper())
    refused = importing.prepare(nameless.encode(), "tanpa-nama.txt", None, settings)
    assert refused.refused
    assert refused.document is not None
    made = filled.of_reading(refused.document, refused.nama_berkas)
    again = importing.prepare(made.isi, made.nama_berkas, graph, settings)
    assert {issue.kode for issue in again.issues if issue.keparahan == "error"} == {"TPL13", "TPL14"}
    assert (made.nama_berkas, made.jumlah_kinerja) == ("templat-tanpa-nama.xlsx", 26)
