"""Measuring on a labelled set: what a set must be, that its labels stay out, that the graph ranks as the detector."""

from __future__ import annotations

import copy
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from service.cli import main
from service.config import read_settings
from service.crosscut.detect.detector import detect
from service.crosscut.detect.evaluate import evaluate, kind_of, read_set
from service.crosscut.glossary import shipped
from service.crosscut.labelled import read_units
from service.crosscut.labelled_graph import write_units
from service.errors import DocumentRefused, Invalid
from service.graph import Graph
from service.server.scratch import PREFIX, scratch
from tests.conftest import environment
from tests.crosscut_units import UNITS

FIGURES = ["ap_netral", "ap_ketat", "p50", "p100", "r10", "blocking_recall", "pairs_per_condition"]
"""Of the contract, in its order."""

Set = Any


def changed(change: Any) -> Set:
    made = copy.deepcopy(UNITS)
    change(made)
    return made


def saved(folder: Path, made: Set) -> Path:
    path = folder / "set.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


WRONG: dict[str, tuple[Any, str]] = {
    "no units": (lambda s: s.pop("unit"), "unit: tidak ada"),
    "an empty list of units": (lambda s: s.update(unit=[]), "unit: kosong"),
    "a condition without statement": (
        lambda s: s["unit"][1]["kondisi"][2].pop("kondisi"),
        r"unit\[1\].kondisi\[2\].kondisi: tidak ada",
    ),
    "indicators that are no list": (
        lambda s: s["unit"][0]["kondisi"][0].update(indikator="satu"),
        r"unit\[0\].kondisi\[0\].indikator: harus daftar",
    ),
    "an id used twice": (lambda s: s["unit"][0]["kondisi"][1].update(id="H-1"), "id H-1 dipakai dua kali"),
    "a parent of another unit": (
        lambda s: s["unit"][0]["kondisi"][1].update(induk="P-1"),
        "H-2: induk P-1 tidak ada di unit DINKES",
    ),
    "a code used twice": (
        lambda s: s["unit"][1].update(kode=s["unit"][0]["kode"]),
        "kode unit DINKES dipakai dua kali",
    ),
    "effects that lead back": (
        lambda s: s["unit"][0]["kondisi"][0].update(induk="H-1"),
        "H-1: rantai induknya kembali",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_file_that_is_no_set_is_refused_with_the_place(case: str, tmp_path: Path) -> None:
    change, told = WRONG[case]
    with pytest.raises(DocumentRefused, match=told):
        read_units(saved(tmp_path, changed(change)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bukan apa-apa", "bukan JSON: tidak terbaca mulai baris 1"),
        ("[" * 100_000, "bukan JSON"),
        ("[1]", "berkas: harus objek"),
    ],
)
def test_a_file_that_is_no_json_is_refused(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "set.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentRefused, match=told):
        read_units(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match="tidak dapat dibaca"):
        read_units(tmp_path / "tidak-ada.json")


def test_gold_that_names_an_unknown_condition_is_told() -> None:
    made = changed(lambda s: s["positif"].append({"a": "H-1", "b": "TIDAK-ADA"}))
    with pytest.raises(Invalid, match="tidak ada di set: TIDAK-ADA"):
        read_set(json.dumps(made))


def test_what_a_set_leaves_out_or_sets_to_null_is_the_same(tmp_path: Path) -> None:
    def without(value: dict[str, Any]) -> Any:
        def change(made: Set) -> None:
            for unit in made["unit"]:
                unit.pop("jenis")
                unit |= {key: value[key] for key in value}
                for one in unit["kondisi"]:
                    one.pop("indikator")

        return changed(change)

    bare, null = without({}), without({"jenis": None})
    assert read_set(json.dumps(bare)).conditions == read_set(json.dumps(null)).conditions
    assert read_units(saved(tmp_path, bare))[0] == read_units(saved(tmp_path, null))[0]


@pytest.mark.parametrize(
    ("jenis", "name", "kind"),
    [
        (None, "Kecamatan Muara Teduh", "kecamatan"),
        ("perangkat daerah", "Kecamatan Muara Teduh", "kecamatan"),
        ("Dinas", "Dinas Sosial", "dinas"),
        ("UPTD", "Puskesmas Teduh", "uptd"),
    ],
)
def test_a_territory_is_known_by_its_name(jenis: str | None, name: str, kind: str) -> None:
    assert kind_of(jenis, name) == kind


def test_what_a_killed_evaluation_left_is_swept_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone, mine, other = (tmp_path / name for name in (f"{PREFIX}999999999-a", f"{PREFIX}{os.getpid()}-b", f"{PREFIX}x"))
    for folder in (gone, mine, other):
        folder.mkdir()
    with scratch(read_settings()) as own:
        assert own.data.parent == tmp_path
        assert (gone.exists(), mine.exists(), other.exists()) == (False, True, True)
    assert not own.data.exists()


def test_a_set_stands_in_the_graph_as_an_import_would_leave_it(graph: Graph, tmp_path: Path) -> None:
    units, _ = read_units(saved(tmp_path, UNITS))
    write_units(graph, units)
    text = """MATCH (k:Kinerja)-[:OWNED_BY]->(s:SKPD)
        RETURN k.id AS id, s.kode AS unit, k.tingkat AS tingkat, k.uraian AS uraian,
               [(k)-[:CAUSES]->(e) | e.id] AS induk, [(k)<-[:MEASURES]-(i) | i.nama] AS indikator,
               [(k)-[:PLANNED_AS]->(c) | c.kode] AS kode ORDER BY id"""
    level = {True: "operasional", False: "strategis skpd"}
    assert graph.command(text) == [
        {
            "id": one["id"],
            "unit": unit["kode"],
            "tingkat": level[bool(one["induk"])],
            "uraian": one["kondisi"],
            "induk": [one["induk"]] if one["induk"] else [],
            "indikator": one["indikator"],
            "kode": [one["kode_nomenklatur"]] if one["kode_nomenklatur"] else [],
        }
        for unit, one in sorted(
            ((unit, one) for unit in UNITS["unit"] for one in unit["kondisi"]), key=lambda found: found[1]["id"]
        )
    ]


def test_labels_and_marked_partners_stay_out_of_the_graph(graph: Graph, tmp_path: Path) -> None:
    units, _ = read_units(saved(tmp_path, UNITS))
    assert "mitra_emas" not in units.model_dump_json()
    write_units(graph, units)
    assert graph.command("MATCH (n:Mitra) RETURN count(n) AS n") == [{"n": 0}]


def test_the_command_measures_what_the_detector_finds_on_a_server_of_its_own(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, UNITS)
    for name, value in environment(tmp_path / "data", cache).items():
        monkeypatch.setenv(name, value)
    answer = CliRunner().invoke(main, ["crosscuts", "evaluate", str(path), "--json"])
    figures = json.loads(answer.stdout)
    found = read_set(path.read_text(encoding="utf-8"))
    pure = evaluate(found, detect(found.conditions, shipped(), (), found.units, least=0.0))
    assert (answer.exit_code, list(figures)) == (0, FIGURES)
    assert figures == pytest.approx(asdict(pure), abs=0.002), "scores are kept to six digits: ties may change places"
    assert not (tmp_path / "data").exists(), "the data folder of the user is left alone"


def test_a_wrong_file_is_told_as_one_object(tmp_path: Path) -> None:
    path = saved(tmp_path, {"unit": []})
    answer = CliRunner().invoke(main, ["crosscuts", "evaluate", str(path), "--json"])
    told = json.loads(answer.stdout)
    assert (answer.exit_code, set(told)) == (2, {"galat"})
    assert "set.json bukan set berlabel" in told["galat"]["pesan"]
