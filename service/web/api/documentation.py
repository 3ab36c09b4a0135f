"""The description of the API as a page: served here, without script or network, so that it works offline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template

from service.web.api.openapi import describe


@dataclass(frozen=True, slots=True)
class Shown:
    """One operation as the page shows it."""

    method: str
    path: str
    title: str
    parameters: list[dict[str, Any]]
    body: list[tuple[str, str, bool, str]]
    """(name, type, required, meaning) of the fields of the request body."""
    body_type: str
    status: str
    answer: str
    """Name of the answer's schema."""
    faults: list[tuple[str, str]]


def mount(bp: Blueprint) -> None:
    """Give the page its route."""
    bp.add_url_rule("/dokumentasi", "documentation", page)


def page() -> str:
    """The whole API on one page."""
    told = describe()
    operations = [
        _shown(method.upper(), path, operation)
        for path, methods in told["paths"].items()
        for method, operation in methods.items()
    ]
    schemas = {name: fields(schema) for name, schema in sorted(told["components"]["schemas"].items())}
    return render_template("api_dokumentasi.html", api=told["info"], operasi=operations, bentuk=schemas)


def _shown(method: str, path: str, operation: dict[str, Any]) -> Shown:
    (status, answer), *_ = operation["responses"].items()
    bodies = operation.get("requestBody", {}).get("content", {})
    kind = next(iter(bodies), "")
    return Shown(
        method=method,
        path=f"/api{path}",
        title=operation["summary"],
        parameters=operation["parameters"],
        body=fields(bodies[kind]["schema"]) if kind else [],
        body_type=kind,
        status=status,
        answer=type_name(answer["content"]["application/json"]["schema"]),
        faults=[(code, told["description"]) for code, told in operation["responses"].items() if code != status],
    )


def fields(schema: dict[str, Any]) -> list[tuple[str, str, bool, str]]:
    """(name, type, required, meaning) of the fields of an object."""
    needed = schema.get("required", [])
    return [
        (name, type_name(about), name in needed, about.get("description", ""))
        for name, about in schema.get("properties", {}).items()
    ]


def type_name(schema: dict[str, Any]) -> str:
    """A schema in a word or two: `Box`, `daftar Box`, `teks`, `angka atau null`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " atau ".join(type_name(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(repr(one) if one == "" else str(one) for one in schema["enum"])
    if schema.get("type") == "array":
        return _list_name(schema)
    return WORDS.get(schema.get("type", ""), "apa saja")


def _list_name(schema: dict[str, Any]) -> str:
    if "prefixItems" in schema:
        return "[" + ", ".join(type_name(one) for one in schema["prefixItems"]) + "]"
    return f"daftar {type_name(schema.get('items', {}))}"


WORDS = {
    "string": "teks",
    "integer": "angka bulat",
    "number": "angka",
    "boolean": "true/false",
    "null": "null",
    "object": "objek",
}
"""JSON type -> our word."""
