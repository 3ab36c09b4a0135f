"""Files to take away: from the page of a unit, and from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from flask.testing import FlaskClient
from openpyxl import load_workbook

from service.app import create_app
from service.cli import main
from service.config import Settings, read_settings
from service.graph import Graph
from service.lembar.gathered import gather
from service.lembar.notes import notes
from service.server import Connection
from tests.conftest import environment
from tests.worksheet import bring, worksheet

UNIT = "kecamatan-tanjung-contoh"


@pytest.fixture(scope="module")
def own(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return read_settings(environment(tmp_path_factory.mktemp("unduh") / "data", cache))


@pytest.fixture(scope="module")
def filled(shared_graph: Graph, own: Settings) -> Graph:
    shared_graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    bring(worksheet(), shared_graph, own)
    return shared_graph


@pytest.fixture
def client(filled: Graph, own: Settings) -> FlaskClient:
    return create_app(filled, own).test_client()


@pytest.mark.parametrize(
    ("path", "begins"),
    [("lembar.xlsx", "lembar-kerja"), ("lembar.docx", "lembar-kerja"), ("matriks.xlsx", "matriks-cascading")],
)
def test_a_file_is_named_after_unit_year_and_revision(
    client: FlaskClient, filled: Graph, path: str, begins: str
) -> None:
    answer = client.get(f"/skpd/{UNIT}/unduh/{path}")
    name = f"{begins}-{UNIT}-2024-revisi-{filled.revision()}.{path.split('.')[1]}"
    assert (answer.status_code, answer.headers["Content-Disposition"]) == (200, f'attachment; filename="{name}"')
    opened = Document(BytesIO(answer.data)) if path.endswith("docx") else load_workbook(BytesIO(answer.data))
    assert opened is not None


def test_the_page_of_a_unit_offers_every_form(client: FlaskClient) -> None:
    page = client.get(f"/skpd/{UNIT}").get_data(as_text=True)
    for path in ("unduh/lembar.xlsx", "unduh/lembar.docx", "unduh/matriks.xlsx", "templat.xlsx"):
        assert f'href="/skpd/{UNIT}/{path}?tahun=2024"' in page


@pytest.mark.parametrize(
    "path",
    [f"/skpd/{UNIT}/unduh/lembar.pdf", f"/skpd/{UNIT}/unduh/lembar.xlsx?tahun=2031", "/skpd/x/unduh/lembar.xlsx"],
)
def test_what_is_not_there_is_said_in_a_sentence(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "tidak" in answer.get_data(as_text=True).casefold()


def test_the_last_page_says_what_is_open(filled: Graph) -> None:
    said = {note.judul: note.baris for note in notes(gather(filled, UNIT))}
    assert [row[1:] for row in said["Tingkat yang berbeda antartahap dan belum diputuskan"]] == [
        (
            "Terlaksananya Penggantian Pipa Tua",
            "operasional",
            "operasional",
            "taktikal immediate",
            "operasional",
            "operasional",
        ),
        (
            "Terlaksananya Penanaman Pohon di Hulu",
            *("operasional", "operasional", "taktikal intermediate", "operasional", "operasional"),
        ),
    ]
    assert said["Tingkat yang sudah diputuskan"] == ()
    assert said["Yang masih perlu diperiksa"] == (
        ("Tahap 1", "Dokumen tidak menyebut mandat.", ""),
        ("Tahap 1", "Dokumen tidak menyebut permasalahan.", ""),
        ("Tahap 1", "Dokumen tidak menyebut ekspektasi masyarakat.", ""),
    )


@pytest.fixture
def run(neo4j_server: Connection, own: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """`run(…)` of `kinerja export` on the run's Neo4j."""
    at = neo4j_server
    for name, value in (("URI", at.uri), ("USER", at.user), ("PASSWORD", at.password), ("DATABASE", at.database)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("KINERJA_DATA", str(own.data))
    return lambda *words: CliRunner().invoke(main, ["export", *map(str, words)])


def test_the_command_writes_the_file_and_says_where(filled: Graph, tmp_path: Path, run: Callable[..., Result]) -> None:
    told = json.loads(run(UNIT, "--form", "matriks", "-o", tmp_path, "--json").stdout)
    path = tmp_path / f"matriks-cascading-{UNIT}-2024-revisi-{filled.revision()}.xlsx"
    assert told == {
        "berkas": str(path),
        "unit": "Kecamatan Tanjung Contoh",
        "tahun": 2024,
        "bentuk": "matriks",
        "kinerja": 9,
        "revisi": filled.revision(),
    }
    assert load_workbook(path).sheetnames == ["Matriks", "Daftar", "Rekap"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((UNIT, "--form", "matriks", "--format", "docx"), 2),
        (("tidak-ada",), 4),
        ((UNIT, "--year", "2031"), 4),
        ((UNIT, "-o", "/tidak/ada/lembar.xlsx"), 2),
    ],
)
def test_what_cannot_be_written_is_refused(
    filled: Graph, run: Callable[..., Result], words: tuple[str, ...], code: int
) -> None:
    done = run(*words, "--json")
    assert (done.exit_code, set(json.loads(done.stdout)["galat"])) == (code, {"judul", "pesan", "saran"})
