"""neomodel's picture of the master data and `graph/schema.cypher` are one: same keys, same indexes."""

from __future__ import annotations

import io

from neomodel import db

from service.graph import Graph
from service.register import KINDS
from service.register.lending import reading

Shape = set[tuple[str, str, tuple[str, ...]]]
"""(type, label, properties): names differ between the two and do not matter."""

LABELS = {kind.model.__label__ for kind in KINDS.values()}


def in_graph(graph: Graph) -> Shape:
    rows = graph.command(
        "SHOW INDEXES YIELD type, labelsOrTypes, properties, owningConstraint WHERE type = 'RANGE' "
        "RETURN CASE WHEN owningConstraint IS NULL THEN 'index' ELSE 'unique' END AS jenis, labelsOrTypes, properties"
    )
    return {
        (row["jenis"], row["labelsOrTypes"][0], tuple(row["properties"]))
        for row in rows
        if row["labelsOrTypes"][0] in LABELS
    }


def declared() -> Shape:
    return {
        ("unique" if prop.unique_index else "index", kind.model.__label__, (name,))
        for kind in KINDS.values()
        for name, prop in kind.model.defined_properties(aliases=False, rels=False).items()
        if prop.unique_index or prop.index
    }


def test_the_classes_declare_what_the_schema_makes(graph: Graph) -> None:
    assert declared() == in_graph(graph)


def test_neomodel_finds_nothing_left_to_install(graph: Graph) -> None:
    before = in_graph(graph)
    reading(graph, lambda _tx: None)  # neomodel has our driver now, and no transaction: it may run schema commands
    for kind in KINDS.values():
        db.install_labels(kind.model, stdout=io.StringIO())
    assert in_graph(graph) == before


def test_every_field_of_a_form_is_a_property_or_a_relation_of_its_class() -> None:
    for kind in KINDS.values():
        known = set(kind.model.defined_properties())
        assert {field.nama for field in kind.fields} - known == set(), kind.nama
