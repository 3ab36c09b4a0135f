"""Wall `prosedur`: CALL of a subquery, or of a procedure on the short list.

In: a statement. Out: nothing, or `Refused`. Neo4j calls some procedures reading that hand out settings, end other
people's connections or wait for minutes (platform-live.md 6), so the list says what is allowed, not what is refused.
"""

from __future__ import annotations

from service.console.refusal import refused, shown
from service.console.walls.written import Written

PROCEDURES = {
    "db.index.fulltext.queryNodes": "searches sentences and names in the full-text indexes; reads",
    "db.index.fulltext.queryRelationships": "the same for relationships; reads",
    "db.index.vector.queryNodes": "nearest neighbours in a vector index; reads",
    "db.index.vector.queryRelationships": "the same for relationships; reads",
    "db.labels": "names of labels, which the schema panel shows too",
    "db.relationshipTypes": "names of types, which the schema panel shows too",
    "db.propertyKeys": "names of properties, which the schema panel shows too",
    "db.schema.visualization": "labels and how they are joined",
    "db.schema.nodeTypeProperties": "properties of each label and their types",
    "db.schema.relTypeProperties": "properties of each relationship type and their types",
}
"""Name -> why an analyst may call it. Names of procedures are case-sensitive."""


def check_procedures(written: Written) -> None:
    """Wall `prosedur`."""
    for place in written.words("CALL"):
        if written.at(place + 1).is_name:
            name, behind = written.name_from(place + 1)
            check_name("prosedur", name, written, place, behind - 1)


def check_name(wall: str, name: str, written: Written | None = None, start: int = 0, end: int = 0) -> None:
    """Refused unless `name` is on the list."""
    if name in PROCEDURES:
        return
    raise refused(
        wall,
        f"prosedur {shown(name)} tidak diizinkan." if written else f"Prosedur {shown(name)} tidak diizinkan.",
        f"Yang boleh: {', '.join(PROCEDURES)}; dan subkueri CALL (x) {{ … }}.",
        written.at(start) if written else None,
        written.at(end) if written else None,
    )
