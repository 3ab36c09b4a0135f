"""neomodel's picture of the master data and `graph/schema.cypher` are one: same keys, same indexes."""

from __future__ import annotations

import io

from neomodel import db

from service.graph import Graph
from service.register import KINDS
from service.register.entities import Entity, Konsep
from service.register.lending import reading

Shape = set[tuple[str, str, tuple[str, ...]]]
"""(type, label, properties): names differ between the two and do not matter."""

MODELS: tuple[type[Entity], ...] = (*(kind.model for kind in KINDS.values()), Konsep)
"""The kinds of the register, and what people changed in the glossary."""
LABELS = {model.__label__ for model in MODELS}


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
        ("unique" if prop.unique_index else "index", model.__label__, (name,))
        for model in MODELS
        for name, prop in model.defined_properties(aliases=False, rels=False).items()
        if prop.unique_index or prop.index
    }


def test_the_classes_declare_what_the_schema_makes(graph: Graph) -> None:
    assert declared() == in_graph(graph)


def test_neomodel_finds_nothing_left_to_install(graph: Graph) -> None:
    before = in_graph(graph)
    reading(graph, lambda _tx: None)  # neomodel has our driver now, and no transaction: it may run schema commands
    for model in MODELS:
        db.install_labels(model, stdout=io.StringIO())
    assert in_graph(graph) == before


def test_every_field_of_a_form_is_a_property_or_a_relation_of_its_class() -> None:
    for kind in KINDS.values():
        known = set(kind.model.defined_properties())
        assert {field.nama for field in kind.fields} - known == set(), kind.nama
