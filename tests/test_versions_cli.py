"""`kinerja document …` and `kinerja nomenclature …` as a script and as a person use them."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.config import Settings
from service.graph import Graph
from tests.test_cli import Run, answer, run  # noqa: F401  (the fixture)
from tests.test_nomenclature import BOXES, CANONICAL, PLAIN, components, workbook
from tests.test_versions import DOCUMENT, REASON, SECOND, living
from tests.worksheet import bring, worksheet


@pytest.fixture
def twice(run: Run, graph: Graph, settings: Settings) -> Run:  # noqa: F811
    """Two versions of one document."""
    bring(worksheet(), graph, settings)
    bring(SECOND, graph, settings)
    return run


def test_versions_are_listed_compared_and_withdrawn(twice: Run, graph: Graph) -> None:
    told = answer(twice("document", "versions", DOCUMENT, "--json"))
    assert [one["versi"]["nomor"] for one in told["versi"]] == [2, 1]
    told = answer(twice("document", "compare", DOCUMENT, "--from", 1, "--to", 2, "--json"))
    assert told["jumlah"]["kalimat"] == 1
    assert "1 kalimat diubah" in twice("document", "compare", DOCUMENT).stderr
    refused = answer(twice("document", "withdraw", DOCUMENT, "--reason", REASON, "--json"), 2)
    assert "--yes" in refused["galat"]["pesan"]
    assert len(living(graph)) == 9
    answer(twice("document", "withdraw", DOCUMENT, "--reason", REASON, "--yes", "--json"))
    assert living(graph) == []
    assert "ditarik" in twice("document", "versions", DOCUMENT).stderr


def test_erasing_wants_a_reason_and_a_yes(twice: Run, graph: Graph) -> None:
    assert twice("document", "erase", DOCUMENT, "--reason", REASON).exit_code == 2
    assert twice("document", "erase", DOCUMENT, "--yes").exit_code == 2
    assert twice("document", "erase", "tidak-ada-2024", "--yes", "--reason", REASON).exit_code == 4
    assert len(living(graph)) == 9
    done = twice("document", "erase", DOCUMENT, "--yes", "--reason", REASON)
    assert (done.exit_code, "2 versi" in done.stderr, "10 kinerja" in done.stderr) == (0, True, True)
    assert graph.command("MATCH (d:Dokumen) RETURN d") == []


def test_a_nomenclature_is_loaded_and_matched(
    run: Run,  # noqa: F811
    graph: Graph,
    settings: Settings,
    tmp_path: Path,
) -> None:
    file = tmp_path / "daftar.xlsx"
    file.write_bytes(workbook([*PLAIN, ("7.01.02.2", "Setengah kode", "", "")]))
    told = run("nomenclature", "import", file, "--dry-run")
    assert (told.exit_code, "tidak terbaca Sheet!A10" in " ".join(told.stdout.split())) == (0, True)
    assert components(graph) == {}
    told = answer(run("nomenclature", "import", file, "--year", 2024, "--yes", "--json"))
    assert (told["entri"], told["baru"], told["baca"]["jumlah_tak_terbaca"]) == (7, 7, 1)
    assert components(graph) == CANONICAL
    bring(worksheet(BOXES), graph, settings)
    told = answer(run("nomenclature", "match", "kecamatan-tanjung-contoh", "--json"))
    assert (told["usul"], told["yakin"]) == (4, 3)
    assert run("nomenclature", "import", tmp_path / "tidak-ada.xlsx").exit_code == 2
