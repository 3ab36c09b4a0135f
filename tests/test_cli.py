"""The commands as a script and as a person use them, on the run's Neo4j named by NEO4J_URI."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.cli import main
from service.config import ROOT, Settings
from service.graph import Graph
from service.ingest import importing
from service.server import Connection
from tests.planted import UNIT, plant

SEED = ROOT / "seeds" / "batumandi-2022.txt"
FINANCE = "Terfasilitasinya Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa"

Run = Callable[..., Result]


@pytest.fixture
def run(neo4j_server: Connection, graph: Graph, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("trace", …)` on an empty graph; `graph` is the same one."""
    at = neo4j_server
    for name, value in (("URI", at.uri), ("USER", at.user), ("PASSWORD", at.password), ("DATABASE", at.database)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("KINERJA_DATA", str(settings.data))
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def loaded(run: Run, graph: Graph, settings: Settings) -> Run:
    importing.apply(importing.prepare(SEED.read_bytes(), SEED.name, graph, settings), graph, settings)
    return run


def answer(result: Result, exit_code: int = 0) -> dict[str, Any]:
    """The one JSON object on standard output; nothing else may stand there."""
    assert result.exit_code == exit_code, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_dry_run_tells_everything_and_writes_nothing(run: Run, graph: Graph) -> None:
    told = answer(run("import", SEED, "--dry-run", "--json"))
    assert list(told) == ["dokumen", "kinerja", "isu", "ditolak"]
    assert told["dokumen"] == {
        "unit": "Kecamatan Batumandi",
        "tahun": 2022,
        "judul": "CASCADING KEC. BATUMANDI TAHUN 2022",
    }
    assert [len(told["kinerja"]), sum(len(k["induk"]) for k in told["kinerja"])] == [26, 25]
    assert sum(issue["kode"] == "STR07" for issue in told["isu"]) == 15
    assert told["ditolak"] is False
    assert graph.revision() == 0


def test_each_kinerja_has_the_promised_fields(run: Run) -> None:
    told = answer(run("import", SEED, "--dry-run", "--json"))
    wanted = {"id", "uraian", "tingkat", "induk", "indikator", "jabatan", "komponen"}
    assert all(set(k) == wanted for k in told["kinerja"])
    immediate = next(k for k in told["kinerja"] if k["uraian"].startswith("Terkoordinasinya Kegiatan Pemberdayaan"))
    assert (immediate["tingkat"], immediate["jabatan"], immediate["komponen"]) == (
        "taktikal immediate",
        ["kasi", "jafung", "analisis"],
        "sasaran kegiatan",
    )


@pytest.mark.parametrize(
    ("name", "data"), [("kosong.txt", b""), ("surat.txt", b"Yth. Bapak Camat\n"), ("a.pdf", b"%PDF-1.7")]
)
def test_a_refused_document_is_an_object_too(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    told = answer(run("import", tmp_path / name, "--dry-run", "--json"), 2)
    assert told["ditolak"] is True
    assert [issue["keparahan"] for issue in told["isu"]].count("error") >= 1
    assert all(set(issue) == {"kode", "keparahan", "tempat", "pesan", "saran"} for issue in told["isu"])


def test_a_file_that_is_not_there_is_refused_with_its_name(run: Run) -> None:
    told = answer(run("import", "tidak-ada.docx", "--dry-run", "--json"), 2)
    assert told["isu"][0]["tempat"] == "tidak-ada.docx"


def test_an_import_is_applied_and_the_second_changes_nothing(run: Run, graph: Graph) -> None:
    assert run("import", SEED).exit_code == 0
    before = graph.content_hash()
    again = run("import", SEED)
    assert (again.exit_code, graph.content_hash()) == (0, before)
    assert "sudah termuat" in again.output


def test_a_trace_reaches_the_outcome_with_its_rows(loaded: Run) -> None:
    told = answer(loaded("trace", "Pengelolaan Keuangan Desa", "--json"))
    (path,) = told["jalur"]
    assert [hop["tingkat"] for hop in path] == [
        "operasional",
        "taktikal immediate",
        "taktikal intermediate",
        "strategis",
        "strategis skpd",
    ]
    assert path[0]["id"] == told["mulai"]
    assert [row["tempat"] for row in path[0]["baris"]] == [
        "Tahap 3, baris 22 (baris berkas 85)",
        "Tahap 4, baris 24 (baris berkas 117)",
        "Tahap 5, baris 24 (baris berkas 148)",
    ]
    assert told["terpotong"] is False


def test_a_trace_by_id_and_for_people(loaded: Run) -> None:
    start = answer(loaded("trace", FINANCE, "--json"))["mulai"]
    shown = loaded("trace", start)
    assert shown.exit_code == 0
    assert "disimpulkan dari urutan baris" in shown.output


def test_what_nobody_knows_ends_with_four(loaded: Run) -> None:
    assert answer(loaded("trace", "BTM-22-0000", "--json"), 4)["galat"]["judul"] == "Tidak ditemukan"


def test_a_text_that_fits_several_lists_them_and_ends_with_five(loaded: Run) -> None:
    told = answer(loaded("trace", "Pemberdayaan", "--json"), 5)
    assert len(told["galat"]["calon"]) > 1


@pytest.mark.parametrize("words", [("trace",), ("trace", "x", "--bogus"), ("bogus",), ("import", "a", "--dry-ran")])
def test_wrong_usage_ends_with_sixty_four(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 64


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "a.txt", "--dry-ran"), "Opsi --dry-ran tidak dikenal. Maksud Anda --dry-run?"),
        (("tracee",), "Perintah tracee tidak dikenal."),
        (("trace",), "ID|TEKS belum diisi."),
        (("find", "x", "--limit", "0"), "Nilai untuk --limit tidak diterima"),
    ],
)
def test_wrong_usage_is_told_in_indonesian(run: Run, words: tuple[str, ...], said: str) -> None:
    assert said in run(*words).stderr


def test_finding_marks_units_and_kinds(loaded: Run) -> None:
    told = answer(loaded("find", "keuangan", "--json"))
    assert [group["jenis"] for group in told["kelompok"]][:1] == ["kinerja"]


def test_the_grid_has_fifteen_rows_that_differ(loaded: Run) -> None:
    assert len(answer(loaded("reconcile", "--json"))["baris"]) == 15
    assert "15 berbeda (15 belum diputuskan)" in loaded("reconcile", "kecamatan-batumandi").output


def test_a_unit_is_named_by_its_name_too(loaded: Run) -> None:
    assert loaded("reconcile", "Kecamatan Batumandi").exit_code == 0


def test_a_document_that_is_not_there_names_those_that_are(loaded: Run) -> None:
    result = loaded("reconcile", "dinas-entah")
    assert result.exit_code == 4
    assert "kecamatan-batumandi-2022" in result.output


def test_a_passport_carries_the_hash_of_what_it_prints(loaded: Run) -> None:
    told = answer(loaded("passport", FINANCE, "--json"))
    assert len(told["sidik_isi"]) == 64
    assert told["isi"]["judul"] == FINANCE
    assert answer(loaded("passport", FINANCE, "--json"))["sidik_isi"] == told["sidik_isi"]


def test_units_schema_and_status_speak_json(loaded: Run) -> None:
    assert [unit["kode"] for unit in answer(loaded("units", "--json"))["unit"]] == ["kecamatan-batumandi"]
    assert answer(loaded("schema", "--json"))["skema"] == 1
    assert answer(loaded("status", "--json"))["graf"]["kinerja"] == 26


def test_an_external_server_is_not_ours_to_stop(run: Run) -> None:
    result = run("neo4j", "stop")
    assert result.exit_code == 2
    assert "NEO4J_URI" in result.output


BRACKETS = "Layanan [online] dan [/b] data"


@pytest.fixture
def marked(run: Run, graph: Graph) -> Run:
    """Words that the terminal's own markup would take for its own."""
    plant(graph, "a>A")
    graph.command("MATCH (k:Kinerja) SET k.uraian = $kata, k.tingkat = $kata, k.tingkat_t3 = $kata", kata=BRACKETS)
    graph.command("MATCH (s:SKPD) SET s.nama = $kata", kata=BRACKETS)
    return run


@pytest.mark.parametrize(
    "words",
    [
        ("trace", "a"),
        ("trace", "A", "--down"),
        ("passport", "a"),
        ("units",),
        ("reconcile", f"{UNIT}-2022", "--show", "semua"),
        ("find", "layanan"),
    ],
)
def test_brackets_in_a_document_are_printed_as_they_stand(marked: Run, words: tuple[str, ...]) -> None:
    shown = marked(*words)
    assert shown.exit_code == 0, shown.output
    assert "[online]" in shown.output.replace("\n", "")


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_a_file_larger_than_the_limit_is_refused_without_reading_it(
    run: Run, tmp_path: Path, json_too: tuple[str, ...]
) -> None:
    huge = tmp_path / "besar.txt"
    with huge.open("wb") as file:
        file.truncate(300 * 1024**3)  # a hole: reading it whole would take the machine's memory
    result = run("import", huge, "--dry-run", *json_too)
    assert result.exit_code == 2
    assert "307200 MB" in result.output


def test_several_files_get_one_report_and_a_refused_one_stops_no_other(run: Run, graph: Graph, tmp_path: Path) -> None:
    other = tmp_path / "lain.txt"
    other.write_text("bukan cascading", encoding="utf-8")
    files = (SEED, other, tmp_path / "tidak-ada.txt", SEED)
    looked = answer(run("import", *files, "--dry-run", "--json"), exit_code=2)["berkas"]
    assert [(one["nama_berkas"], one["ditolak"], one["diterapkan"]) for one in looked] == [
        ("batumandi-2022.txt", False, False),
        ("lain.txt", True, False),
        ("tidak-ada.txt", True, False),
        ("batumandi-2022.txt", False, False),
    ]
    assert graph.revision() == 0
    done = answer(run("import", *files, "--yes", "--json"), exit_code=2)["berkas"]
    assert [(one["diterapkan"], one["hasil"].split(":")[0]) for one in done] == [
        (True, "Kecamatan Batumandi 2022"),
        (False, "ditolak"),
        (False, f"Berkas {files[2]} tidak dapat dibaca"),
        (False, "Kecamatan Batumandi 2022"),
    ]
    assert "sudah termuat" in done[3]["hasil"]
