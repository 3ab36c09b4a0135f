"""The description of the API (OpenAPI 3.1), made from its endpoints' declarations and answers."""

from __future__ import annotations

import re
from functools import cache
from http import HTTPStatus
from typing import Any

from pydantic import TypeAdapter

from service import __version__
from service.web.api.endpoints import ENDPOINTS, MULTIPART, Endpoint
from service.web.problems import TITLES, Problem

PARTS = {
    "konsep": "Konsep glosarium, seperti `kunci` di daftarnya",
    "kode": "Kode perangkat daerah atau jabatan, misalnya kecamatan-batumandi",
    "jenis": "Bagian register: skpd, jabatan, mitra, jenjang, komponen, pemda",
    "id": "Id seperti yang dipakai di alamat halaman",
    "nomor": "Nomor pekerjaan",
    "nama": "Nama pertanyaan, seperti di daftarnya",
    "a": "Id kinerja: dari dua kinerja, yang urutannya lebih dulu",
    "b": "Ujung lain pasangan: id kinerja, skpd:<kode>, atau mitra:<kode>",
}
"""Part of a path -> what it is."""

ALWAYS = (422, 503)
"""Every endpoint checks what it is asked, and needs the graph."""

REF = "#/components/schemas/{model}"


@cache
def describe() -> dict[str, Any]:
    """The whole description."""
    inputs: list[tuple[Any, Any, TypeAdapter[Any]]] = [(_key(one), "serialization", one.adapter) for one in ENDPOINTS]
    inputs.append(("Problem", "serialization", TypeAdapter(Problem)))
    schemas, shared = TypeAdapter.json_schemas(inputs, ref_template=REF)
    paths: dict[str, dict[str, Any]] = {}
    for one in sorted(ENDPOINTS, key=lambda one: (one.path, one.method)):
        answer = schemas[(_key(one), "serialization")]
        paths.setdefault(template(one.path), {})[one.method.lower()] = _operation(one, answer)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kinerja Graph",
            "version": __version__,
            "description": "Jawaban yang sama dengan halaman-halamannya, sebagai JSON.",
        },
        "servers": [{"url": "/api"}],
        "paths": paths,
        "components": {"schemas": shared["$defs"]},
    }


def template(path: str) -> str:
    """`/skpd/<kode>` -> `/skpd/{kode}`."""
    return re.sub(r"<(\w+)>", r"{\1}", path)


def _key(one: Endpoint[Any]) -> str:
    return f"{one.method} {one.path}"


def _operation(one: Endpoint[Any], answer: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.title,
        "parameters": [*_path_parameters(one), *_query_parameters(one), *_headers(one)],
        "responses": {
            str(one.status): {"description": one.title, "content": {"application/json": {"schema": answer}}},
            **{str(status): _problem(status) for status in sorted({*one.faults, *ALWAYS})},
        },
    }
    if one.body:
        content = {one.body_type: {"schema": _body(one)}}
        made["requestBody"] = {"required": True, "content": content}
    return made


def _path_parameters(one: Endpoint[Any]) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "description": PARTS[name], "schema": {"type": "string"}}
        for name in re.findall(r"<(\w+)>", one.path)
    ]


def _query_parameters(one: Endpoint[Any]) -> list[dict[str, Any]]:
    schema = one.query.model_json_schema(ref_template=REF)
    needed = schema.get("required", [])
    return [
        {
            "name": name,
            "in": "query",
            "required": name in needed,
            "description": about.get("description", ""),
            "schema": {key: value for key, value in about.items() if key not in ("title", "description")},
        }
        for name, about in schema.get("properties", {}).items()
    ]


def _headers(one: Endpoint[Any]) -> list[dict[str, Any]]:
    if not one.seen:
        return []
    said = 'versi_subjek yang dilihat, misalnya "12"; * untuk keadaan mana pun'
    return [{"name": "If-Match", "in": "header", "required": True, "description": said, "schema": {"type": "string"}}]


def _body(one: Endpoint[Any]) -> dict[str, Any]:
    if one.body is None:
        return {}
    schema = one.body.model_json_schema(ref_template=REF)
    if one.body_type == MULTIPART:
        schema["properties"]["berkas"] = {"type": "string", "contentMediaType": "application/octet-stream"}
    return schema


def _problem(status: int) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": TITLES.get(status, HTTPStatus(status).phrase), "content": content}
