"""Who may talk to the service before there are accounts."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import Settings, read_settings
from service.errors import SettingError
from service.graph import Graph


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    return create_app(graph, settings).test_client()


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "localhost", "[::1]:8000"])
def test_this_computer_is_served(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["contoh.invalid", "127.0.0.1.contoh.invalid:8000", "192.168.1.4:8000", "localhost@x"])
def test_a_foreign_host_is_refused(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code in (400, 403)


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://contoh.invalid"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
@pytest.mark.parametrize("path", ["/impor", "/api/impor", "/api/keputusan"])
def test_a_foreign_origin_may_not_write(client: FlaskClient, headers: dict[str, str], path: str) -> None:
    assert client.post(path, headers=headers).status_code == 403


@pytest.mark.parametrize("left", [b"", b"pendek"])
def test_a_session_key_that_was_cut_off_is_made_again(graph: Graph, settings: Settings, left: bytes) -> None:
    settings.data.mkdir(parents=True)
    (settings.data / "session.key").write_bytes(left)
    assert create_app(graph, settings).test_client().get("/impor").status_code == 200
    assert (settings.data / "session.key").stat().st_size == 32
    assert list(settings.data.glob(".session.key*")) == []


def test_a_form_without_its_token_is_refused(client: FlaskClient) -> None:
    answer = client.post("/impor", data={})
    assert answer.status_code == 403
    assert "Muat ulang halamannya" in answer.text


def test_every_page_keeps_other_code_out(client: FlaskClient) -> None:
    headers = client.get("/").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_the_session_cookie_is_strict(client: FlaskClient) -> None:
    cookie = client.get("/impor").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "contoh.invalid"])
def test_the_service_refuses_to_listen_beyond_this_computer(host: str) -> None:
    with pytest.raises(SettingError, match="KINERJA_HOST"):
        read_settings({"KINERJA_HOST": host})
