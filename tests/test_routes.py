"""What holds for every address: who may ask, which headers it carries, and that no code stands in a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.app import create_app
from service.config import read_settings
from service.graph import Graph
from tests.conftest import environment
from tests.every_route import DOCUMENT, addresses

FOREIGN = ({"Origin": "https://contoh.invalid"}, {"Origin": "http://["}, {"Sec-Fetch-Site": "same-site"})
HUGE = "9" * 20
ODD = ("/kinerja/%00", "/kinerja/%F0%28", "/skpd/..%2f..%2fetc", "/impor/%2e%2e", "/jabatan/'%20OR%201=1")
TOO_LARGE = (f"/pekerjaan/{HUGE}", f"/dokumen/{DOCUMENT}/versi/{HUGE}/berkas", f"/dokumen/{DOCUMENT}/baris/{HUGE}")
HOSTS = ("contoh.invalid", "127.0.0.1.contoh.invalid", "[::1", "127.0.0.1:x", "")


@pytest.fixture(scope="module")
def client(seeded: Graph, tmp_path_factory: pytest.TempPathFactory, cache: object) -> FlaskClient:
    settings = read_settings(environment(tmp_path_factory.mktemp("routes") / "data", cache))  # type: ignore[arg-type]
    return create_app(seeded, settings).test_client()


@pytest.fixture(scope="module")
def opened(client: FlaskClient, seeded: Graph) -> dict[str, TestResponse]:
    """Address -> answer of every page and file there is, and of two that there are not."""
    paths = [path for _, path in addresses(client.application, seeded, "GET")]
    return {path: client.get(path) for path in (*paths, "/tidak-ada", "/api/tidak-ada")}


def test_no_page_fails(opened: dict[str, TestResponse]) -> None:
    assert {path: answer.status_code for path, answer in opened.items() if answer.status_code >= 500} == {}


def test_every_form_needs_its_token(client: FlaskClient, seeded: Graph) -> None:
    pages = [path for rule, path in addresses(client.application, seeded, "POST") if not rule.rule.startswith("/api/")]
    before = seeded.revision()
    assert len(pages) > 10
    told = {path: client.post(path, data={"alasan": "Tanpa kunci"}).status_code for path in pages}
    assert told == dict.fromkeys(pages, 403)
    assert seeded.revision() == before


@pytest.mark.parametrize("headers", FOREIGN)
def test_no_write_is_taken_from_another_site(client: FlaskClient, seeded: Graph, headers: dict[str, str]) -> None:
    writes = [path for _, path in addresses(client.application, seeded, "POST")]
    before = seeded.revision()
    told = {path: client.post(path, json={}, headers=headers).status_code for path in writes}
    assert told == dict.fromkeys(writes, 403)
    assert seeded.revision() == before


def test_a_write_needs_no_other_method_than_post(client: FlaskClient) -> None:
    methods = {method for rule in client.application.url_map.iter_rules() for method in rule.methods or ()}
    assert methods == {"GET", "HEAD", "OPTIONS", "POST"}


@pytest.mark.parametrize("host", HOSTS)
def test_no_address_is_served_under_another_name(client: FlaskClient, seeded: Graph, host: str) -> None:
    paths = [path for _, path in addresses(client.application, seeded, "GET")]
    assert {client.get(path, headers={"Host": host}).status_code for path in paths} <= {400, 403}


def test_every_answer_carries_the_headers_that_keep_other_code_out(opened: dict[str, TestResponse]) -> None:
    for path, answer in opened.items():
        headers = answer.headers
        assert (path, headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == (path, "nosniff", "DENY")
        assert (path, re.findall(r"unsafe|https?:|\*", headers["Content-Security-Policy"])) == (path, [])


class Inline(HTMLParser):
    """Gathers what a strict policy would refuse: code and style that stand in the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if (tag == "script" and "src" not in given) or tag == "style":
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.found += [f"{tag} {value}" for value in given.values() if (value or "").lower().startswith("javascript:")]


def test_no_page_holds_code_or_style_of_its_own(opened: dict[str, TestResponse]) -> None:
    for path, answer in opened.items():
        if answer.mimetype == "text/html":
            page = Inline()
            page.feed(answer.text)
            assert (path, page.found) == (path, [])


def test_a_page_that_is_not_there_says_so_without_a_trace_of_the_program(client: FlaskClient, seeded: Graph) -> None:
    for path in (*ODD, *TOO_LARGE, "/static/../app.py"):
        answer = client.get(path)
        assert (path, answer.status_code) == (path, 404)
        assert not re.search(r"Traceback|File \"|neo4j|cypher|site-packages", answer.text, re.IGNORECASE)
