"""The matrix crosscutting as it is taken to a meeting: the same rows as workbook, document, CSV and JSON, with ids."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml.ns import qn
from flask.testing import FlaskClient
from openpyxl import load_workbook

from service.app import create_app
from service.cli import main
from service.config import Settings, read_settings
from service.crosscut.labelled_graph import YEAR
from service.crosscut.views.matrix import Asked, matrix
from service.graph import Graph
from service.server import Connection
from tests.conftest import emptied, environment
from tests.crosscut_handed import NOTE, answered
from tests.crosscut_units import CONCERN, CONVERGENCE, FINANCE, GUARD, LEDGER, STUNTING

FORM = ("No", "Kinerja", "Level", "Internal/eksternal", "Perangkat daerah mitra", "Peran", "Keterangan", "Status")
VILLAGE = "Dinas Pemberdayaan Masyarakat dan Desa"
AGREED = (
    STUNTING,
    "operasional",
    "internal",
    f"{VILLAGE}\n{CONVERGENCE}",
    "utama",
    f"Saling melengkapi. {NOTE}",
    "disepakati (ditetapkan Bappeda)",
)
PROPOSED = (
    FINANCE,
    "operasional",
    "internal",
    f"Kecamatan Sungai A\n{CONCERN}",
    "belum ditetapkan",
    "Pekerjaan yang sama. Objek: keuangan desa.",
    "baru satu pihak, menunggu Kecamatan Sungai A",
)
BODY = (GUARD, "operasional", "eksternal", "Polri", "utama", "Disebut sebagai “Polres”.", "disepakati")


@pytest.fixture(scope="module")
def units(shared_graph: Graph) -> Iterator[Graph]:
    answered(shared_graph)
    yield shared_graph
    emptied(shared_graph)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Settings:
    return read_settings(environment(tmp_path_factory.mktemp("berkas") / "data", cache))


@pytest.fixture(scope="module")
def client(units: Graph, own: Settings) -> FlaskClient:
    return create_app(units, own).test_client()


def sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """Sheet -> its rows from the heads on."""
    book = load_workbook(io.BytesIO(data))
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=4)] for sheet in book}


def test_the_form_of_a_government_has_every_pair_once_by_the_unit_that_leads(client: FlaskClient) -> None:
    found = sheets(client.get("/crosscutting/matriks.xlsx").data)
    assert list(found) == ["Matriks crosscutting", "Matriks", "Rekap", "Antarunit"]
    heads, *rows = found["Matriks crosscutting"]
    assert heads[:9] == (FORM[0], "Perangkat daerah", *FORM[1:])
    assert [row[:9] for row in rows] == [
        (1, "Dinas Kesehatan", *AGREED),
        (2, VILLAGE, *PROPOSED),
        (3, "Satuan Polisi Pamong Praja", *BODY),
    ]
    assert [row[9:] for row in rows] == [
        ("H-2", "P-3", "DINKES", "DPMD", "H-2~P-3"),
        ("P-2", "KA-3", "DPMD", "KECA", "KA-3~P-2"),
        ("S-2", "mitra:polri", "SATPOL", "polri", "S-2~mitra:polri"),
    ]


def test_the_numbers_in_the_files_are_those_of_the_screen(client: FlaskClient, units: Graph) -> None:
    shown = matrix(units, Asked())
    book = sheets(client.get("/crosscutting/matriks.xlsx").data)
    told = csv.reader(io.StringIO(client.get("/crosscutting/matriks.csv").data.decode("utf-8-sig")))
    cells = [tuple(map(int, row[2:5])) + tuple(row[5:]) for row in list(told)[1:]]
    expected = [
        (one.jumlah.disepakati, one.jumlah.satu_pihak, one.jumlah.terdeteksi, one.baris, one.kolom) for one in shown.sel
    ]
    assert cells == expected == [row[2:] for row in book["Antarunit"][1:]]
    assert [row[-1] for row in book["Rekap"][1:]] == [line.kunci for line in shown.baris]
    assert [row[5] for row in book["Rekap"] if row[-1] == "ARSIP"] == ["tanpa crosscutting"]
    answer = json.loads(client.get("/crosscutting/matriks.json").data)
    api = client.get("/api/crosscutting/matriks").get_json()
    assert answer["sel"] == api["sel"]
    assert len(answer["sel"]) == len(expected)


def test_what_a_person_wrote_is_no_formula(client: FlaskClient) -> None:
    data = client.get("/crosscutting/matriks.xlsx?dengan=terdeteksi").data
    cells = [cell for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} <= {"s", "n"}
    listed = client.get("/skpd/DINKES/crosscutting.csv").data.decode("utf-8-sig")
    assert [row for row in csv.reader(io.StringIO(listed)) if any(cell.startswith("=") for cell in row)] == []


def test_the_document_repeats_its_head_cuts_no_row_and_tells_who_is_missing(client: FlaskClient, units: Graph) -> None:
    document = Document(io.BytesIO(client.get("/crosscutting/matriks.docx").data))
    table = document.tables[0]
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    rules = [{rule.tag for rule in row._tr.get_or_add_trPr()} for row in table.rows]
    assert rules[0] >= {qn("w:tblHeader")}
    assert all(qn("w:cantSplit") in rule for rule in rules)
    rows = [tuple(cell.text for cell in row.cells) for row in table.rows]
    assert rows[0] == FORM
    assert [row[0] for row in rows[1:]] == ["Dinas Kesehatan", "1", VILLAGE, "2", "Satuan Polisi Pamong Praja", "3"]
    assert [row[1:] for row in rows[2::2]] == [AGREED, PROPOSED, BODY]
    said = [paragraph.text for paragraph in document.paragraphs]
    assert said[0] == f"Matriks crosscutting Set berlabel tahun {YEAR}"
    assert f"revisi {units.revision()}" in said[1]
    assert said[-1] == "Tanpa crosscutting sama sekali: Dinas Kearsipan."


def test_a_unit_s_own_file_has_its_side_of_every_pair(client: FlaskClient) -> None:
    answer = client.get("/skpd/DPMD/crosscutting.xlsx")
    assert f"matriks-crosscutting-DPMD-{YEAR}-{date.today():%Y-%m-%d}.xlsx" in answer.headers["Content-Disposition"]
    rows = sheets(answer.data)["Matriks crosscutting"][1:]
    assert [(row[1], row[4], row[5], row[7]) for row in rows] == [
        (CONVERGENCE, f"Dinas Kesehatan\n{STUNTING}", "anggota", "disepakati (ditetapkan Bappeda)"),
        (FINANCE, f"Kecamatan Sungai A\n{CONCERN}", "belum ditetapkan", "baru satu pihak, menunggu Kecamatan Sungai A"),
    ]
    assert len(json.loads(client.get("/skpd/DPMD/crosscutting.json").data)["baris"]) == 2


def test_what_was_only_detected_is_there_when_asked_for_and_last(client: FlaskClient) -> None:
    rows = sheets(client.get("/skpd/DPMD/crosscutting.xlsx?dengan=terdeteksi").data)["Matriks crosscutting"][1:]
    states = [row[7].split(",")[0].split(" ")[0] for row in rows]
    assert states[:2] == ["disepakati", "baru"]
    assert set(states[2:]) == {"terdeteksi"}


def test_an_empty_form_says_so(client: FlaskClient) -> None:
    document = Document(io.BytesIO(client.get("/skpd/ARSIP/crosscutting.docx").data))
    assert document.tables == []
    assert document.paragraphs[-1].text == "Belum ada crosscutting yang disepakati atau diusulkan satu pihak."
    assert sheets(client.get("/skpd/ARSIP/crosscutting.xlsx").data)["Matriks crosscutting"][1][0] == (
        "Belum ada crosscutting yang disepakati atau diusulkan satu pihak."
    )


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("/crosscutting/mitra.csv", ["Polri", "polri", "1", "1", "1", "0", "0", "0", "polri"]),
        (
            "/mitra/polri/crosscutting.csv",
            ["Satuan Polisi Pamong Praja", GUARD, "operasional", "Polres", "", "disepakati", "S-2", "SATPOL"],
        ),
        (
            "/crosscutting/struktur.csv",
            ["1", LEDGER, VILLAGE, FINANCE, "operasional", LEDGER, "P-2", "DPMD"],
        ),
        ("/crosscutting/kembar.csv?macam=sekretariat", ["1", "sekretariat"]),
        ("/crosscutting/rangkap.csv", ["1", VILLAGE, "indikator", "Jumlah kader"]),
    ],
)
def test_the_lists_beside_the_pairs_are_files_with_ids(client: FlaskClient, path: str, row: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(client.get(path).data.decode("utf-8-sig"))))
    assert rows[1][: len(row)] == row
    assert client.get(path.replace(".csv", ".xlsx")).data[:2] == b"PK"
    assert client.get(path.replace(".csv", ".json")).status_code == 200


def test_the_command_writes_the_same_rows(
    units: Graph, own: Settings, neo4j_server: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(neo4j_server, name))
    monkeypatch.setenv("KINERJA_DATA", str(own.data))
    run = CliRunner()
    target = tmp_path / "matriks.xlsx"
    made = run.invoke(main, ["crosscuts", "matrix", "-o", str(target), "--json"])
    assert json.loads(made.stdout) == {
        "berkas": str(target),
        "baris": 3,
        "disepakati": 2,
        "satu_pihak": 1,
        "terdeteksi": 0,
        "revisi": units.revision(),
    }
    assert len(sheets(target.read_bytes())["Matriks crosscutting"]) == 4
    assert "Kecamatan" in run.invoke(main, ["crosscuts", "matrix"]).stdout
    refused = run.invoke(main, ["crosscuts", "matrix", "--unit", "DPMD", "-o", str(tmp_path / "m.pdf"), "--json"])
    assert (refused.exit_code, json.loads(refused.stdout)["galat"]["saran"]) == (
        2,
        "Pilih nama yang berakhir .xlsx, .docx, .csv.",
    )
