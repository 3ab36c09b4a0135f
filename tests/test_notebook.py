"""The notebook: repository queries through py2neo against the real server, and the examples of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from service import register
from service.config import ROOT, Settings
from service.errors import GraphUnavailable, Invalid, KinerjaError, NotFound
from service.graph import Graph
from service.ingest import importing
from service.notebook import Notebook
from service.queries import QueryFault
from service.server import Connection

UNIT = {"nama": "Kecamatan Uji Coba", "jenis": "kecamatan", "alias": 'Kec. "Uji", Coba\nKecamatan Uji-Cöba'}
NAMED = ("kinerja", "indikator", "dokumen", "jabatan", "kinerja yang menyebutnya", "putusan crosscutting")
USED = dict.fromkeys(NAMED, 0)
ROW = ("kecamatan-uji-coba", None, None, USED)
COLUMNS = ["kode", "induk", "induk_nama", "dipakai"]


@pytest.fixture
def notebook(graph: Graph, neo4j_server: Connection) -> Iterator[Notebook]:
    register.add(graph, "skpd", UNIT)
    with Notebook(neo4j_server) as opened:
        yield opened


def test_a_query_by_name_is_a_table(notebook: Notebook) -> None:
    table = notebook.table("register/used_skpd", kode=["kecamatan-uji-coba"])
    assert (table.keys(), list(table)) == (COLUMNS, [ROW])


def test_a_query_by_name_is_a_data_frame(notebook: Notebook) -> None:
    frame = notebook.frame("register/used_skpd", kode=["kecamatan-uji-coba"])
    assert frame.to_dict("records") == [dict(zip(COLUMNS, ROW, strict=True))]


def test_no_row_is_a_data_frame_with_columns(notebook: Notebook) -> None:
    frame = notebook.frame("register/used_skpd", kode=["tidak-ada"])
    assert (list(frame.columns), len(frame)) == (COLUMNS, 0)


def test_a_csv_file_has_a_header_row_and_survives_commas_and_quotes(notebook: Notebook, tmp_path: Path) -> None:
    written = notebook.csv("register/used_skpd", tmp_path / "unit.csv", kode=["kecamatan-uji-coba"])
    assert written.read_bytes().decode("utf-8-sig") == (
        "kode,induk,induk_nama,dipakai\r\n"
        'kecamatan-uji-coba,,,"{""dokumen"": 0, ""indikator"": 0, ""jabatan"": 0, ""kinerja"": 0, '
        '""kinerja yang menyebutnya"": 0, ""putusan crosscutting"": 0}"\r\n'
    )


def test_the_questions_are_listed_with_their_parameters(notebook: Notebook) -> None:
    listed = notebook.questions()
    assert next(iter(listed)) == "jalur-ke-outcome"
    assert listed["jalur-ke-outcome"] == "Lewat mana sebuah kinerja sampai ke outcome? (unit, tahun, kinerja)"
    assert notebook.queries()["register/used_mitra"] == "What hangs on these partners (kode)"
    assert not set(listed) & set(notebook.queries())


@pytest.mark.parametrize(
    ("name", "params", "fault", "says"),
    [
        ("tidak/ada", {}, QueryFault, "Tidak ada kueri 'tidak/ada'."),
        ("gambar-pohon", {"skpd": "x"}, Invalid, "Pertanyaan gambar-pohon tidak punya isian 'skpd'."),
        ("gambar-pohon", {}, NotFound, "Belum ada perangkat daerah untuk dipilih."),
        ("register/used_skpd", {}, Invalid, "Parameter kueri register/used_skpd tidak cocok: kurang ['kode']"),
        (
            "meta/revision",
            {"x": 1},
            Invalid,
            "Parameter kueri meta/revision tidak cocok: kurang [], tidak dikenal ['x']",
        ),
        ("meta/next_revision", {"kegiatan": 1}, Invalid, "Kueri meta/next_revision menulis ke graf."),
    ],
)
def test_what_cannot_be_asked_is_explained(
    notebook: Notebook, graph: Graph, name: str, params: dict[str, Any], fault: type[KinerjaError], says: str
) -> None:
    before = graph.revision()
    with pytest.raises(fault) as refused:
        notebook.table(name, **params)
    assert refused.value.message.startswith(says)
    assert refused.value.hint
    assert graph.revision() == before


def test_a_wrong_password_is_called_a_wrong_password(neo4j_server: Connection) -> None:
    with pytest.raises(GraphUnavailable, match="menolak nama pengguna atau kata sandi"):
        Notebook(replace(neo4j_server, password="bukan-kata-sandinya"))


def test_the_examples_of_its_page_run_as_they_stand(
    graph: Graph,
    neo4j_server: Connection,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed = ROOT / "seeds" / "batumandi-2022.txt"
    importing.apply(importing.prepare(seed.read_bytes(), seed.name, graph, settings), graph, settings)
    for name in ("uri", "user", "password", "database"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(neo4j_server, name))
    monkeypatch.chdir(tmp_path)
    code = "\n".join(re.findall(r"```python\n(.*?)```", (ROOT / "docs/notebook.md").read_text("utf-8"), re.DOTALL))
    exec(compile(code, "docs/notebook.md", "exec"), {})
    assert (tmp_path / "unit.csv").read_text("utf-8-sig").splitlines()[1].startswith("kecamatan-batumandi,")
    printed = capsys.readouterr().out
    assert "strategis skpd - Meningkatnya Indeks Reformasi Birokrasi" in printed
    assert "tingkat-berbeda-antar-tahap      Kinerja mana yang tingkatnya berbeda antar tahap? (unit, tahun)" in printed
    assert len((tmp_path / "tingkat.csv").read_text("utf-8-sig").splitlines()) == 16
