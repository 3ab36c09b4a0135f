"""The container and its Neo4j, compared with the program and never started: no Docker engine runs here."""

from __future__ import annotations

import fnmatch
import re
import shlex
import tomllib
from typing import Any

import pytest
import yaml

from service.access import ADDRESSES
from service.app import create_app
from service.config import ROOT, SETTINGS, Settings, read_settings
from service.graph import Graph
from service.server.conf import TEMPLATE
from service.server.lock import read_lock

BOLT, HTTP = "7687", "8000"
URL = "https://kinerja.contoh.go.id"
ONLY_IN_DOCKER = {
    "server.default_listen_address": "0.0.0.0",
    "server.bolt.listen_address": f"0.0.0.0:{BOLT}",
    "server.bolt.advertised_address": f"127.0.0.1:{BOLT}",
    "server.memory.heap.initial_size": "128m",  # the private one has these two on its command line
    "server.memory.heap.max_size": "512m",
    "dbms.security.procedures.allowlist": "none.allowed",  # the image drops empty values
}
"""What cannot be the same inside a container."""


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def neo4j(compose: dict[str, Any]) -> dict[str, Any]:
    return dict(compose["services"]["neo4j"])


@pytest.fixture(scope="module")
def web(compose: dict[str, Any]) -> dict[str, Any]:
    return dict(compose["services"]["kinerja"])


# --- Neo4j


def setting(variable: str) -> str:
    """Neo4j's name of an environment variable of the image: __ stands for _, and _ for a dot."""
    return variable.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")


def private_conf() -> dict[str, str]:
    settings = read_settings({})
    text = TEMPLATE.read_text(encoding="utf-8").format(port=BOLT, pagecache=settings.pagecache)
    lines = (line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return dict(lines)


def test_the_settings_are_those_of_the_private_server(neo4j: dict[str, Any]) -> None:
    in_docker = {setting(name): value for name, value in neo4j["environment"].items() if name != "NEO4J_AUTH_FILE"}
    assert in_docker == private_conf() | ONLY_IN_DOCKER


def test_the_heap_is_the_default_one(neo4j: dict[str, Any]) -> None:
    assert neo4j["environment"]["NEO4J_server_memory_heap_max__size"] == read_settings({}).heap


def test_the_image_is_the_patch_of_the_jar_lock(neo4j: dict[str, Any]) -> None:
    assert neo4j["image"] == f"neo4j:{read_lock().version}-community"


def test_it_is_healthy_only_when_a_query_is_answered(neo4j: dict[str, Any]) -> None:
    """The password stands in the environment of the question, never on its command line."""
    asked = f"cypher-shell -a bolt://127.0.0.1:{BOLT} -u neo4j 'RETURN 1'"
    password = 'NEO4J_PASSWORD="$$(cut -d/ -f2- /run/secrets/neo4j_auth)"'
    assert neo4j["healthcheck"]["test"] == ["CMD-SHELL", f"{password} {asked}"]


# --- both


def test_they_are_published_on_loopback_only_and_keep_their_data(web: dict[str, Any], neo4j: dict[str, Any]) -> None:
    assert (web["ports"], neo4j["ports"]) == ([f"127.0.0.1:{HTTP}:{HTTP}"], [f"127.0.0.1:{BOLT}:{BOLT}"])
    assert (web["volumes"], neo4j["volumes"]) == (
        ["kinerja-data:/data", "kinerja-cache:/cache"], ["neo4j-data:/data"],
    )  # fmt: skip


def test_passwords_are_files_and_there_is_no_default_one(compose: dict[str, Any]) -> None:
    assert compose["secrets"] == {
        "neo4j_auth": {"file": "./secrets/neo4j_auth"},
        "neo4j_password": {"file": "./secrets/neo4j_password"},
    }
    values = {name: one for s in compose["services"].values() for name, one in s["environment"].items()}
    secret = {name: value for name, value in values.items() if re.search("PASSWORD|AUTH(_FILE)?$|SECRET|KEY", name)}
    assert secret == {
        "NEO4J_AUTH_FILE": "/run/secrets/neo4j_auth",
        "NEO4J_PASSWORD_FILE": "/run/secrets/neo4j_password",
    }
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"secrets/", ".env"} <= set(ignored)


def test_both_are_hardened(web: dict[str, Any], neo4j: dict[str, Any]) -> None:
    for one in (web, neo4j):
        assert one["security_opt"] == ["no-new-privileges:true"]
        assert one["cap_drop"] == ["ALL"]
        assert {"mem_limit", "pids_limit", "stop_grace_period"} <= set(one)
        assert not {"privileged", "network_mode", "pid", "devices"} & set(one)
    assert (web["read_only"], web["tmpfs"], "cap_add" in web) == (True, ["/tmp:size=256m,mode=1777"], False)
    assert neo4j["cap_add"] == ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"]


# --- the service


def in_container(web: dict[str, Any], **more: str) -> Settings:
    """What the program reads in the container, the values of .env filled in."""
    env = dict(image_environment())
    for name, value in web["environment"].items():
        found = re.fullmatch(r"\$\{(\w+):-(.*)\}", value)
        env[name] = (more.get(found[1]) or found[2]) if found else value
    return read_settings(env | {"NEO4J_PASSWORD_FILE": "", "NEO4J_PASSWORD": "x"})


def test_it_waits_for_a_healthy_database_and_uses_that_one(web: dict[str, Any]) -> None:
    assert web["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    settings = in_container(web, KINERJA_URL=URL)
    assert (settings.external, settings.neo4j_uri) == (True, f"bolt://neo4j:{BOLT}")


def test_it_serves_people_with_accounts_behind_https_only(web: dict[str, Any], compose: dict[str, Any]) -> None:
    settings = in_container(web, KINERJA_URL=URL)
    assert (settings.accounts, settings.url, settings.host, str(settings.port)) == (True, URL, "0.0.0.0", HTTP)
    (network,) = compose["networks"]["default"]["ipam"]["config"]
    assert settings.proxy == network["gateway"]
    with pytest.raises(Exception, match="KINERJA_URL"):
        in_container(web)


def test_every_setting_exists(web: dict[str, Any]) -> None:
    known = {name for name, *_ in SETTINGS} | {"NEO4J_PASSWORD_FILE"}
    ours = {name for name in (*web["environment"], *image_environment()) if name.startswith(("KINERJA_", "NEO4J_"))}
    assert ours <= known
    example = dict(
        line.split("=", 1)
        for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")))
    assert set(example) == asked
    assert (example["KINERJA_URL"], "KINERJA_BACKUP_AT" in example) == ("", True)


# --- the image


def instructions() -> list[tuple[str, str]]:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    whole = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [tuple(line.split(None, 1)) for line in whole.splitlines() if line.strip()]  # type: ignore[misc]


def given(name: str) -> list[str]:
    return [rest for word, rest in instructions() if word == name]


def image_environment() -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in shlex.split(given("ENV")[-1]))


def test_what_is_copied_is_there_and_nothing_else_reaches_the_build() -> None:
    sources = [part for rest in given("COPY") if not rest.startswith("--from") for part in rest.split()[:-1]]
    assert [path for path in sources if not (ROOT / path).exists()] == []
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == set(sources)
    for secret in ("secrets/neo4j_auth", ".env", "data/aplikasi.db", ".git/config"):
        assert not any(fnmatch.fnmatch(secret.split("/")[0], source) for source in sources)
    assert given("ADD") == []


def test_it_runs_as_a_user_without_rights_and_holds_no_secret() -> None:
    assert given("USER") == ["10001:10001"]
    names = [pair.split("=")[0] for rest in (*given("ENV"), *given("ARG")) for pair in shlex.split(rest)]
    assert [name for name in names if re.search("PASSWORD|SECRET|TOKEN|KEY", name)] == []
    order = [word for word, _ in instructions()]
    assert order.index("USER") > max(n for n, word in enumerate(order) if word in ("RUN", "COPY"))


def test_its_python_is_one_that_the_project_supports_and_never_latest() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bases = [rest.split()[0] for rest in given("FROM")]
    assert set(bases) == {"python:3.11-slim-bookworm"}
    assert project["requires-python"] == ">=3.11"
    assert given("ENTRYPOINT") == ['["kinerja"]']
    assert "kinerja" in project["scripts"]
    assert given("CMD") == ['["run", "--no-browser"]']


def test_its_health_is_asked_at_an_address_that_answers_the_machine_itself(
    graph: Graph, settings: Settings, web: dict[str, Any]
) -> None:
    (asked,) = given("HEALTHCHECK")
    assert f"'127.0.0.1', {HTTP}" in asked
    assert "'/sehat'" in asked
    assert given("EXPOSE") == [HTTP]
    assert ADDRESSES["sehat.page"] == "masuk"
    env = {"KINERJA_DATA": str(settings.data), "KINERJA_URL": URL, "KINERJA_HOST": "0.0.0.0"}
    client = create_app(graph, read_settings(env)).test_client()
    assert client.get("/sehat", headers={"Host": f"127.0.0.1:{HTTP}"}).status_code == 200
    assert client.get("/", headers={"Host": f"127.0.0.1:{HTTP}"}).status_code == 403
