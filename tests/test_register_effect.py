"""What a change of the register does to Batumandi's cascade: folded again at once, and what a person set stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service import register
from service.config import ROOT, Settings
from service.errors import NotFound
from service.graph import Graph
from service.ingest import importing
from service.replay import as_json, export_log, from_json, replay

UNIT = "kecamatan-batumandi"
STEP = "kecamatan-4"
SEED = ROOT / "seeds" / "batumandi-2022.txt"


@pytest.fixture
def batumandi(graph: Graph, settings: Settings) -> Graph:
    bring(graph, settings, SEED.read_bytes())
    return graph


@pytest.fixture
def only_conditions(graph: Graph, settings: Settings) -> Graph:
    """Its first three stages: levels are then named by the ladder of its kind, not by the document."""
    text = SEED.read_text("utf-8-sig")
    bring(graph, settings, text[: text.index("Tahap 4 merumuskan")].encode())
    return graph


def bring(graph: Graph, settings: Settings, data: bytes) -> None:
    importing.apply(importing.prepare(data, SEED.name, graph, settings), graph, settings)


def levels(graph: Graph) -> dict[str, int]:
    rows = graph.command("MATCH (k:Kinerja) RETURN k.tingkat AS tingkat, count(*) AS n")
    return {row["tingkat"]: row["n"] for row in rows}


def owners(graph: Graph) -> dict[str, int]:
    return {e.nama: e.dipakai.get("kinerja", 0) for e in register.entries(graph, "jabatan").entri}


def test_a_renamed_level_reaches_every_kinerja_on_it_and_can_be_undone(only_conditions: Graph) -> None:
    graph = only_conditions
    before, content = levels(graph), graph.content_hash()
    step = register.entry(graph, "jenjang", STEP)
    change = register.preview(graph, "jenjang", STEP, {"tingkat": "taktikal akhir"})
    assert (levels(graph), graph.content_hash()) == (before, content)
    renamed = register.edit(graph, "jenjang", STEP, {"tingkat": "taktikal akhir"}, step.versi_subjek)
    assert levels(graph) == {**{k: n for k, n in before.items() if k != "taktikal immediate"}, "taktikal akhir": 8}
    assert [said.split(",")[0] for said in change.akibat] == ["kecamatan-batumandi-2022: 8 kinerja berpindah tingkat"]
    register.edit(
        graph, "jenjang", STEP, {"tingkat": step.isi["tingkat"], "alias": step.isi["alias"]}, renamed.versi_subjek
    )
    assert levels(graph) == before


def test_a_change_that_moves_nothing_says_so(batumandi: Graph) -> None:
    change = register.preview(batumandi, "jenjang", STEP, {"kelas_jabatan": "kasi"})
    assert change.akibat == ("1 dokumen dihitung ulang; tidak ada tingkat atau pengampu yang berubah.",)


def test_a_field_that_no_fold_reads_folds_nothing(batumandi: Graph) -> None:
    assert register.preview(batumandi, "skpd", UNIT, {"singkatan": "BMD"}).akibat == ()


def test_two_names_of_one_position_become_one_and_stay_one_after_an_import(
    batumandi: Graph, settings: Settings
) -> None:
    assert owners(batumandi) == {"analisis": 8, "camat": 1, "jafung": 8, "kasi": 13, "staf umum": 11}
    goes = register.entry(batumandi, "jabatan", f"{UNIT}-analisis")
    merged = register.merge(batumandi, goes.kode, f"{UNIT}-jafung", goes.versi_subjek)
    assert (merged.isi["alias"], merged.diatur) == (["analisis"], ("alias",))
    assert owners(batumandi) == {"camat": 1, "jafung": 8, "kasi": 13, "staf umum": 11}
    bring(batumandi, settings, SEED.read_bytes() + b"\n\n")
    assert owners(batumandi) == {"camat": 1, "jafung": 8, "kasi": 13, "staf umum": 11}
    with pytest.raises(NotFound):
        register.entry(batumandi, "jabatan", goes.kode)


def test_an_alias_that_is_another_position_is_refused_with_its_name(batumandi: Graph) -> None:
    with pytest.raises(Exception) as refused:  # noqa: PT011
        register.preview(batumandi, "jabatan", f"{UNIT}-kasi", {"alias": ["Staf  Umum"]})
    assert getattr(refused.value, "fields", {}) == {
        "alias": f"Staf Umum sudah dipakai oleh staf umum ({UNIT}-staf-umum). "
        "Satu nama hanya boleh menunjuk satu entri."
    }


def test_a_renamed_position_keeps_its_kinerja(batumandi: Graph) -> None:
    kasi = register.entry(batumandi, "jabatan", f"{UNIT}-kasi")
    register.edit(batumandi, "jabatan", kasi.kode, {"nama": "Kepala Seksi", "kelas": "pengawas"}, kasi.versi_subjek)
    assert owners(batumandi)["Kepala Seksi"] == 13


def test_no_document_overwrites_what_a_person_set(batumandi: Graph, settings: Settings) -> None:
    unit = register.entry(batumandi, "skpd", UNIT)
    typed = {"nama": "Kecamatan Batumandi Raya", "singkatan": "BMR", "alias": ["Kecamatan Batumandi"]}
    mine = register.edit(batumandi, "skpd", UNIT, typed, unit.versi_subjek)
    bring(batumandi, settings, SEED.read_bytes() + b"\n\n")
    after = register.entry(batumandi, "skpd", UNIT)
    assert replace(after, dipakai={}) == replace(mine, dipakai={})
    assert after.diatur == ("alias", "nama", "singkatan")
    assert register.entries(batumandi, "skpd").paging.total == 1


def test_the_kind_of_a_unit_decides_on_its_ladder(only_conditions: Graph) -> None:
    graph = only_conditions
    step = {"jenis_unit": "kelurahan", "urut": 1, "tingkat": "lapis pertama", "alias": ["antara utama"]}
    register.add(graph, "jenjang", step)
    before = levels(graph)
    unit = register.entry(graph, "skpd", UNIT)
    changed = register.edit(graph, "skpd", UNIT, {"jenis": "kelurahan"}, unit.versi_subjek)
    assert levels(graph) != before
    register.edit(graph, "skpd", UNIT, {"jenis": "kecamatan"}, changed.versi_subjek)
    assert levels(graph) == before


def test_a_level_that_holds_kinerja_is_not_removed(batumandi: Graph) -> None:
    step = register.entry(batumandi, "jenjang", STEP)
    assert step.dipakai == {"kinerja": 8}
    with pytest.raises(Exception, match="masih dipakai: 8 kinerja"):
        register.remove(batumandi, "jenjang", STEP, step.versi_subjek)


def test_the_log_with_the_register_gives_the_same_graph_again(batumandi: Graph) -> None:
    goes = register.entry(batumandi, "jabatan", f"{UNIT}-analisis")
    register.merge(batumandi, goes.kode, f"{UNIT}-jafung", goes.versi_subjek)
    register.add(batumandi, "mitra", {"nama": "Polsek Uji", "jenis": "polri"})
    register.edit(batumandi, "skpd", UNIT, {"nama": "Kecamatan Batumandi Raya"}, None)
    exported, content = export_log(batumandi), batumandi.content_hash()
    batumandi.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(from_json(as_json(exported)), batumandi)
    assert batumandi.content_hash() == content
