"""What helps to write a question, and to look around in an answer: the schema in words, and what is around a node.

In: nothing, or a node (label and key) with a type and a direction. Out: JSON, as `service.dictionary` makes it.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request

from service.app import current_graph
from service.dictionary import neighbour_counts, neighbours, schema_panel
from service.dictionary.neighbours import FURTHEST
from service.errors import Invalid
from service.web.asked import number

bp = Blueprint("konsol_kamus", __name__, url_prefix="/konsol")


@bp.get("/skema.json")
def schema() -> dict[str, Any]:
    """Labels, types, properties, functions, with what the graph holds now."""
    return schema_panel(current_graph())


@bp.get("/sekitar")
def around() -> dict[str, Any]:
    """Counts by type and direction; with `jenis` and `arah` the neighbours themselves."""
    label, key, kind = (request.args.get(name, "") for name in ("label", "kunci", "jenis"))
    if not (label and key):
        raise Invalid(
            "Simpulnya belum disebut.",
            "Isi label dan kunci, seperti di jawaban konsol.",
            {name: "wajib diisi" for name, value in (("label", label), ("kunci", key)) if not value},
        )
    if not kind:
        return neighbour_counts(current_graph(), label, key)
    skip = number("lewati", 0, FURTHEST) or 0
    return neighbours(current_graph(), label, key, kind, request.args.get("arah", ""), skip)
