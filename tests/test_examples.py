"""The example regency: loaded, told apart from the real one, taken away without a trace, and brought again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from service import examples
from service.app import create_app
from service.cli import main
from service.config import Settings, read_settings
from service.decisions import decide, undo
from service.errors import NotFound, SettingError
from service.examples.documents import documents
from service.graph import CONTENT, Graph, content_line
from service.ingest import seeds
from service.replay import export_log, replay
from service.server import Connection
from tests.two_examples import two_examples
from tests.worksheet import bring, ids, worksheet

REAL = "kecamatan-tanjung-contoh"
OWN = worksheet(pemda="KABUPATEN RAWA")
"""A document of a real unit, small."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two of the examples, so that a test costs two imports."""
    return two_examples(tmp_path / "seeds")


@pytest.fixture
def both(graph: Graph, settings: Settings, folder: Path) -> Graph:
    """A real unit and two examples."""
    bring(OWN, graph, settings)
    examples.ask(graph)
    list(examples.load(graph, settings, folder))
    return graph


def content(graph: Graph) -> list[str]:
    """Everything but the log."""
    rows = graph.reading(lambda tx: [row for name in CONTENT for row in tx.each(name)])
    return sorted(line for line in map(content_line, rows) if "keputusan-" not in line)


def entries(graph: Graph) -> list[tuple[int, str]]:
    return [(row["urut"], row["jenis"]) for row in graph.command(
        "MATCH (k:Keputusan) RETURN k.urut AS urut, k.jenis AS jenis ORDER BY k.urut"
    )]  # fmt: skip


def test_fourteen_documents_are_examples_and_the_real_one_is_none() -> None:
    names = [path.name for path in documents()]
    assert (len(names), "batumandi-2022.txt" in names) == (14, False)


def test_they_are_loaded_once_and_taken_away_with_what_was_tried_on_them(
    graph: Graph, settings: Settings, folder: Path
) -> None:
    bring(OWN, graph, settings)
    own = next(iter(ids(graph, REAL).values()))
    kept = decide(graph, "tingkat", own, {"tingkat": "strategis"}, "Sesuai rapat")
    before, alone = content(graph), graph.content_hash()
    examples.ask(graph)
    loaded = list(examples.load(graph, settings, folder))
    assert [(result.unit, result.jumlah_kinerja) for result in loaded] == [
        ("Dinas Kesehatan", 26),
        ("Kecamatan Muara Teduh", 23),
    ]
    assert examples.state(graph).keadaan == "dimuat"
    harbour = min(ids(graph, "kecamatan-muara-teduh").values())
    decide(graph, "tingkat", harbour, {"tingkat": "operasional"}, "Mencoba")
    what = examples.removal(graph)
    assert (what.pemda, what.unit, what.kinerja, what.keputusan) == (
        ("Kabupaten Tanjung Harapan (fiktif)",),
        ("Dinas Kesehatan", "Kecamatan Muara Teduh"),
        49,
        1,
    )
    assert examples.remove(graph, settings, what) == what
    assert content(graph) == before
    assert graph.content_hash() != alone, "the log keeps its numbers"
    assert entries(graph) == [(1, "versi"), (2, "tingkat"), *((n, "hapus") for n in range(3, 8))]
    assert {path.name for path in settings.originals.iterdir()} == {row["sha256"] for row in graph.command(
        "MATCH (v:Versi) RETURN v.sha256 AS sha256"
    )}  # fmt: skip
    undo(graph, kept.id, "Keliru")
    with pytest.raises(NotFound, match="Tidak ada contoh"):
        examples.remove(graph, settings)
    hashed, log = graph.content_hash(), export_log(graph)
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    replay(log, graph)
    assert graph.content_hash() == hashed


def test_a_removal_stands_until_somebody_loads_them_again(both: Graph, settings: Settings, folder: Path) -> None:
    examples.remove(both, settings)
    runner = examples.Runner(both, settings)
    runner.work()
    assert (examples.state(both), runner.progress) == (examples.State("dibuang", 0, both.revision()), None)
    assert not seeds.is_untouched(both)
    examples.ask(both)
    assert [result.berubah for result in examples.load(both, settings, folder)] == [True, True]


def test_a_start_that_was_interrupted_goes_on(graph: Graph, settings: Settings, folder: Path) -> None:
    examples.ask(graph)
    first = examples.load(graph, settings, folder)
    assert next(first).unit == "Dinas Kesehatan"
    first.close()  # type: ignore[attr-defined]
    assert examples.state(graph).keadaan == "diminta"
    assert [result.unit for result in examples.load(graph, settings, folder)] == ["Kecamatan Muara Teduh"]


def test_they_may_be_taken_away_while_they_are_loaded(graph: Graph, settings: Settings, folder: Path) -> None:
    examples.ask(graph)
    loading = examples.load(graph, settings, folder)
    next(loading)
    examples.remove(graph, settings)
    assert list(loading) == []
    assert examples.state(graph) == examples.State("dibuang", 0, graph.revision())


def test_an_example_that_people_changed_stays_as_they_left_it(both: Graph, settings: Settings, folder: Path) -> None:
    decide(both, "tingkat", min(ids(both, "dinas-kesehatan").values()), {"tingkat": "strategis"}, "Mencoba")
    before = both.content_hash()
    examples.ask(both)
    assert list(examples.load(both, settings, folder)) == []
    assert both.content_hash() == before


@pytest.fixture
def client(both: Graph, settings: Settings) -> FlaskClient:
    app = create_app(both, settings)
    app.config["WTF_CSRF_ENABLED"] = False
    return app.test_client()


def test_the_page_names_what_goes_and_takes_it_away(client: FlaskClient, both: Graph) -> None:
    start = client.get("/").text
    assert (start.index('id="unit"') < start.index('id="contoh"'), "Buang contoh" in start) == (True, True)
    page = client.get("/contoh").text
    assert "Buang 2 perangkat daerah contoh" in page
    assert "49 kinerja" in page
    stale = client.post("/contoh/buang", data={"sidik": "1-1-1-1"}, follow_redirects=True).text
    assert "Tidak ada yang dibuang" in stale
    mark = page.split('name="sidik" value="')[1].split('"')[0]
    done = client.post("/contoh/buang", data={"sidik": mark}, follow_redirects=True).text
    assert "2 perangkat daerah contoh dibuang." in done
    assert ('id="contoh"' in done, examples.state(both).dokumen) == (False, 0)
    assert "Muat 14 dokumen contoh" in client.get("/contoh").text
    asked = client.post("/contoh/muat", follow_redirects=True).text
    assert "Contoh sedang dimuat: 0 dari 14 dokumen." in asked


def test_the_command_takes_them_away(
    both: Graph, settings: Settings, neo4j_server: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = neo4j_server
    for key, value in (("URI", at.uri), ("USER", at.user), ("PASSWORD", at.password), ("DATABASE", at.database)):
        monkeypatch.setenv(f"NEO4J_{key}", value)
    monkeypatch.setenv("KINERJA_DATA", str(settings.data))
    before = both.content_hash()
    asked = CliRunner().invoke(main, ["examples", "remove"], input="n\n")
    assert (asked.exit_code, "49 kinerja" in asked.output, both.content_hash()) == (0, True, before)
    told = CliRunner().invoke(main, ["examples", "remove", "--yes", "--json"])
    assert json.loads(told.stdout)["unit"] == ["Dinas Kesehatan", "Kecamatan Muara Teduh"]
    assert CliRunner().invoke(main, ["examples", "remove", "--yes"]).exit_code == NotFound.exit_code


@pytest.mark.parametrize(("value", "wanted"), [("", True), ("ya", True), ("TIDAK", False)])
def test_a_setting_keeps_them_out(value: str, wanted: bool) -> None:
    assert read_settings({"KINERJA_EXAMPLES": value}).examples is wanted


def test_any_other_value_of_it_is_refused() -> None:
    with pytest.raises(SettingError, match="isi ya atau tidak"):
        read_settings({"KINERJA_EXAMPLES": "mungkin"})
