"""The schema: the same on a new store and an old one, repeatable, refused on a newer one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from service import schema
from service.errors import ServerError
from service.graph import Graph


@pytest.fixture
def scratch(graph: Graph) -> Iterator[Graph]:
    """A graph whose schema may be broken; mended for the tests that follow."""
    yield graph
    graph.uncounted("meta/set_schema_version", skema=0, sidik="")
    schema.apply(graph)


def test_every_statement_of_the_file_is_there_and_online(graph: Graph) -> None:
    named = {schema._MAKES.match(s)[1] for s in schema.statements(_file())}  # type: ignore[index]
    found = schema.apply(graph)
    assert {item.nama for item in found} == named
    assert {item.keadaan for item in found} == {"ONLINE"}


def test_applying_again_makes_nothing_new(graph: Graph) -> None:
    schema.apply(graph)
    assert not [item.nama for item in schema.apply(graph) if item.baru]


def test_what_is_missing_is_made_and_said_to_be_new(scratch: Graph) -> None:
    scratch.command("DROP INDEX kinerja_sidik")
    assert [item.nama for item in schema.apply(scratch) if item.baru] == ["kinerja_sidik"]


def test_a_store_from_before_versions_were_counted_becomes_like_a_new_one(scratch: Graph) -> None:
    new = schema.show(scratch)
    scratch.command("DROP INDEX cari_kalimat")
    scratch.command("CREATE FULLTEXT INDEX cari_kalimat FOR (n:Kinerja) ON EACH [n.uraian]")
    scratch.command("DROP CONSTRAINT dasar_id")
    scratch.command("CREATE (:SKPD {kode: 'a', nama: 'A'}), (:Pemda {kode: 'p', nama: 'P'})")
    scratch.uncounted("meta/set_schema_version", skema=0, sidik="")

    schema.apply(scratch)

    assert schema.show(scratch) == new
    assert _analyzer(scratch, "cari_kalimat") == "indonesian"
    assert scratch.command("MATCH (s:SKPD) RETURN s.alias AS alias, s.diatur AS diatur") == [
        {"alias": [], "diatur": []}
    ]
    assert scratch.command("MATCH (p:Pemda) RETURN p.contoh AS contoh") == [{"contoh": False}]
    assert scratch.read("meta/revision")[0]["skema"] == schema.VERSION


def test_every_version_has_its_migration() -> None:
    folder = schema.ROOT / "graph"
    found = {path.name for path in folder.glob("migration_*.cypher")}
    assert found == {f"migration_{number}.cypher" for number in range(1, schema.VERSION + 1)}


def test_a_store_of_a_newer_program_is_refused_and_left_alone(scratch: Graph) -> None:
    scratch.command("DROP INDEX kinerja_sidik")
    scratch.uncounted("meta/set_schema_version", skema=schema.VERSION + 1, sidik="")
    with pytest.raises(ServerError) as refused:
        schema.apply(scratch)
    assert "lebih baru (skema 2; program ini mengenal sampai 1)" in refused.value.message
    assert "kinerja_sidik" not in {item.nama for item in schema.show(scratch)}


def _file() -> str:
    return (schema.ROOT / "graph" / "schema.cypher").read_text(encoding="utf-8")


def _analyzer(graph: Graph, name: str) -> str:
    rows = graph.command("SHOW INDEXES YIELD name, options WHERE name = $name RETURN options", name=name)
    return str(rows[0]["options"]["indexConfig"]["fulltext.analyzer"])


def test_a_second_start_asks_one_question_only(graph: Graph) -> None:
    schema.apply(graph)
    graph.command("DROP INDEX isu_kode")
    schema.ensure(graph)  # the schema was applied: nobody looks at the indexes again
    assert "isu_kode" not in {item.nama for item in schema.show(graph)}
    schema.apply(graph)
    assert "isu_kode" in {item.nama for item in schema.show(graph)}


def test_a_store_of_another_schema_is_brought_up_to_date(graph: Graph) -> None:
    graph.command("DROP INDEX isu_kode")
    graph.uncounted("meta/set_schema_version", skema=schema.VERSION, sidik="lain")
    schema.ensure(graph)
    assert "isu_kode" in {item.nama for item in schema.show(graph)}
