"""`kinerja query` as a script and as a person use it, on the run's server and its mirror."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import main
from service.config import Settings
from service.graph import Graph
from service.mirror import Mirror, running
from service.server.state import Process
from service.store import open_store, runs
from tests.conftest import environment

Run = Callable[..., Result]

TEXT = "UNWIND range(1, 3) AS i RETURN i, $akhiran + i AS teks"
TOLD = [[1, "no 1"], [2, "no 2"], [3, "no 3"]]


@pytest.fixture
def run(mirror: Mirror, shared_graph: Graph, run_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("RETURN 1", …)`: the command joins the servers of the run, and leaves them running: here the same process
    would be the last that uses the mirror, and start it again for each question; so another one (1) uses it too."""
    mirror.at(fresh=True)
    running.join(mirror.places.current, Process.of(1))
    for name, value in environment(run_settings.data, run_settings.cache).items():
        monkeypatch.setenv(name, value)
    return lambda *words, given=None: CliRunner().invoke(main, ["query", *map(str, words)], input=given)


def test_json_is_one_object_as_the_contract_has_it(run: Run) -> None:
    found = run(TEXT, "--param", "akhiran=no ", "--format", "json")
    told = json.loads(found.stdout)
    assert found.exit_code == 0
    assert {name: told[name] for name in ("kolom", "baris", "terpotong")} == {
        "kolom": ["i", "teks"],
        "baris": TOLD,
        "terpotong": False,
    }


def test_a_file_is_asked_and_written_as_its_ending_says(run: Run, tmp_path: Path) -> None:
    asked, answer = tmp_path / "tanya.cypher", tmp_path / "jawab.csv"
    asked.write_text(f"// title: Tiga baris\n{TEXT}\n", encoding="utf-8")
    found = run(asked, "--param", 'akhiran="no "', "-o", answer, "--limit", 2)
    assert (found.exit_code, found.stdout) == (0, "")
    assert answer.read_text(encoding="utf-8-sig") == "i,teks\n1,no 1\n2,no 2\n"
    assert "Dipotong pada 2 baris; --limit mengambil sampai 100.000." in found.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"tanya.cypher", "jawab.csv"}


def test_a_table_is_for_people(run: Run) -> None:
    found = run(TEXT, "--param", "akhiran=no ")
    assert found.exit_code == 0
    assert [word in found.stdout for word in ("teks", "no 1", "no 3")] == [True] * 3


YEAR = "Kembalikan sebagai teks: `toString(…)`."
WRONG: dict[str, tuple[tuple[str, ...], int, dict[str, object]]] = {
    "a write": (("CREATE (n)",), 3, {"ditolak": True, "dinding": "klausa"}),
    "no Cypher": (("RETURN",), 1, {"ditolak": False}),
    "a parameter that is missing": ((TEXT,), 1, {"ditolak": False}),
    "half of a character in a parameter": (("RETURN $a", "--param", r'a="\ud800"'), 3, {"dinding": "huruf"}),
    "a broken byte in the text": (("RETURN '\udcff'",), 3, {"dinding": "huruf"}),
    "a year that no calendar here knows": (("RETURN date('-0044-03-15')",), 1, {"ditolak": False, "saran": YEAR}),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_refused_and_what_is_wrong_end_differently(run: Run, case: str) -> None:
    words, code, told = WRONG[case]
    found = run(*words, "--format", "json")
    answer = json.loads(found.stdout)
    assert found.exit_code == code
    assert {name: answer[name] for name in told} == told
    assert answer["pesan"]
    assert ("dinding" in answer) == bool(answer["ditolak"])


def test_wrong_usage_is_told_before_anything_is_asked(run: Run) -> None:
    for words in (("tidak-ada.cypher",), (TEXT, "--format", "xlsx"), (TEXT, "--param", "akhiran")):
        assert run(*words).exit_code == 64


def test_a_text_comes_from_standard_input_too(run: Run, tmp_path: Path) -> None:
    found = run("-", "--format", "json", given="RETURN 'é' AS x".encode())
    assert json.loads(found.stdout)["baris"] == [["é"]]
    assert run("-", given=b"RETURN '\xff'").exit_code == 64
    long = tmp_path / "panjang.cypher"
    long.write_bytes(f"RETURN '{'é' * 600_000}'".encode())  # the limit of a file falls into a letter
    assert json.loads(run(long, "--format", "json").stdout)["dinding"] == "panjang"


def test_every_question_stands_in_the_run_log(run: Run, run_settings: Settings) -> None:
    run("MERGE (n:Kinerja) RETURN n")
    store = open_store(run_settings)
    try:
        (last, *_), _ = runs.history(store, "lokal")
    finally:
        store.close()
    assert (last.teks, last.keadaan, last.dinding, last.cara) == (
        "MERGE (n:Kinerja) RETURN n",
        "ditolak",
        "klausa",
        "perintah",
    )
