"""Neo4j in Docker is set up like the private one; the file is compared, not started: no Docker engine runs here."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from service.config import ROOT, read_settings
from service.server.conf import TEMPLATE
from service.server.lock import read_lock

PORT = "7687"
ONLY_IN_DOCKER = {
    "server.default_listen_address": "0.0.0.0",
    "server.bolt.listen_address": f"0.0.0.0:{PORT}",
    "server.bolt.advertised_address": f"127.0.0.1:{PORT}",
    "server.memory.heap.initial_size": "128m",  # the private one has these two on its command line
    "server.memory.heap.max_size": "512m",
    "dbms.security.procedures.allowlist": "none.allowed",  # the image drops empty values
}
"""What cannot be the same inside a container."""


@pytest.fixture(scope="module")
def service() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert list(content["services"]) == ["neo4j"]
    return dict(content["services"]["neo4j"])


def setting(variable: str) -> str:
    """Neo4j's name of an environment variable of the image: __ stands for _, and _ for a dot."""
    return variable.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")


def private_conf() -> dict[str, str]:
    settings = read_settings({})
    text = TEMPLATE.read_text(encoding="utf-8").format(port=PORT, pagecache=settings.pagecache)
    lines = (line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return dict(lines)


def test_the_settings_are_those_of_the_private_server(service: dict[str, Any]) -> None:
    in_docker = {setting(name): value for name, value in service["environment"].items() if name != "NEO4J_AUTH"}
    assert in_docker == private_conf() | ONLY_IN_DOCKER


def test_the_heap_is_the_default_one(service: dict[str, Any]) -> None:
    assert service["environment"]["NEO4J_server_memory_heap_max__size"] == read_settings({}).heap


def test_the_image_is_the_patch_of_the_jar_lock(service: dict[str, Any]) -> None:
    assert service["image"] == f"neo4j:{read_lock().version}-community"


def test_it_is_published_on_loopback_only_and_keeps_its_data(service: dict[str, Any]) -> None:
    assert (service["ports"], service["volumes"]) == ([f"127.0.0.1:{PORT}:{PORT}"], ["neo4j-data:/data"])


def test_there_is_no_default_password(service: dict[str, Any]) -> None:
    assert service["environment"]["NEO4J_AUTH"] == "neo4j/${NEO4J_PASSWORD:?isi NEO4J_PASSWORD di berkas .env}"
    example = dict(
        line.split("=", 1)
        for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    assert example == {"NEO4J_PASSWORD": "", "NEO4J_URI": f"bolt://127.0.0.1:{PORT}"}


def test_it_is_healthy_only_when_a_query_is_answered(service: dict[str, Any]) -> None:
    assert service["healthcheck"]["test"] == [
        "CMD-SHELL",
        f"cypher-shell -a bolt://127.0.0.1:{PORT} -u neo4j -p \"$${{NEO4J_AUTH#neo4j/}}\" 'RETURN 1'",
    ]
