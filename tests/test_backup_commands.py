"""`kinerja backup`, `restore` and what `status` says of them, with an external server: from one place to another."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.cli import main
from service.config import Settings
from service.decisions import decide
from service.graph import Graph
from service.server import Connection
from service.store import open_store
from tests.worksheet import WATER, bring, ids, worksheet

Run = Callable[..., Result]


@pytest.fixture
def run(neo4j_server: Connection, graph: Graph, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("backup", …)` with the run's server as an external one, and no Java to try a backup on."""
    at = neo4j_server
    for name, value in (("URI", at.uri), ("USER", at.user), ("PASSWORD", at.password), ("DATABASE", at.database)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("KINERJA_DATA", str(settings.data))
    monkeypatch.setenv("KINERJA_JAVA", "/tidak/ada/java")
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def filled(run: Run, graph: Graph, settings: Settings) -> Run:
    bring(worksheet(), graph, settings)
    decide(graph, "tingkat", ids(graph)[WATER[5].uraian], {"tingkat": "taktikal immediate"}, "Sesuai rapat")
    return run


def answer(result: Result, exit_code: int = 0) -> dict[str, Any]:
    assert result.exit_code == exit_code, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_backup_moves_to_an_empty_external_server_and_another_folder(
    filled: Run, graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, revision = graph.content_hash(), graph.revision()
    file = tmp_path / "satu.zip"
    made = answer(filled("backup", "-o", file, "--json"))
    assert (made["berkas"], made["sidik_isi"], made["revisi"]) == (str(file), before, revision)
    assert made["pesan"].startswith("Sidik setiap bagian cocok; pemulihan penuh tidak dicoba")
    told = answer(filled("status", "--json"))["cadangan"]
    assert (told["berkas"], told["diperiksa_pada"], told["revisi"]) == (str(file), None, revision)

    graph.command("MATCH (n) DETACH DELETE n")
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "baru"))
    done = answer(filled("restore", file, "--json"))
    assert (done["sidik_isi"], done["revisi"], done["aplikasi"], done["diputar_ulang"]) == (
        before,
        revision,
        True,
        None,
    )
    assert (graph.content_hash(), graph.revision()) == (before, revision)

    refused = answer(filled("restore", file, "--json"), 2)["galat"]
    assert refused["judul"] == "Cadangan ditolak"
    assert "hanya dipulihkan ke tempat yang kosong" in refused["pesan"]


def test_a_restore_shows_what_it_would_do_and_asks(filled: Run, graph: Graph, tmp_path: Path) -> None:
    file = tmp_path / "satu.zip"
    filled("backup", "-o", file)
    asked = CliRunner().invoke(main, ["restore", str(file)], input="t\n")
    assert "1 perangkat daerah, 1 dokumen, 9 kinerja, 2 keputusan, 1 dokumen asli" in asked.output


def test_a_file_that_is_there_is_not_written_over(filled: Run, tmp_path: Path) -> None:
    file = tmp_path / "satu.zip"
    file.write_text("penting", encoding="utf-8")
    assert filled("backup", "-o", file).exit_code == 64
    assert file.read_text(encoding="utf-8") == "penting"


def test_a_folder_gets_a_file_of_the_usual_name(filled: Run, tmp_path: Path) -> None:
    made = answer(filled("backup", "-o", tmp_path / "folder", "--json"))
    assert Path(made["berkas"]).parent == tmp_path / "folder"
    assert Path(made["berkas"]).name.startswith("kinerja-2")


def test_a_failed_backup_ends_with_one_and_the_reason(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    told = answer(filled("backup", "-o", tmp_path / "berkas" / "satu.zip", "--json"), 1)["galat"]
    assert "ada berkas di tempat folder" in told["pesan"]


def test_without_any_backup_the_status_says_so(run: Run, settings: Settings) -> None:
    assert answer(run("status", "--json"))["cadangan"] is None
    open_store(settings).close()
    assert "Cadangan terakhir: belum ada" in run("status").output
