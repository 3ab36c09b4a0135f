"""The pages on a graph that holds nothing: each says why it is empty and names the one next step."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from service import register
from service.app import create_app
from service.config import Settings
from service.graph import Graph


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    return create_app(graph, settings).test_client()


def test_the_first_page_leads_to_the_import(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "Belum ada perangkat daerah" in page
    assert '<a role="button" href="/impor">Impor dokumen pertama</a>' in page


def test_a_search_finds_nothing_and_says_so(client: FlaskClient) -> None:
    assert "Tidak ada yang cocok" in client.get("/cari?q=desa").text


def test_the_page_about_the_data_has_no_hole(client: FlaskClient) -> None:
    answer = client.get("/tentang")
    assert (answer.status_code, "belum ada" in answer.text) == (200, True)


def test_a_unit_without_a_document_leads_to_the_import(client: FlaskClient, graph: Graph) -> None:
    register.add(graph, "pemda", {"nama": "Kabupaten Contoh", "contoh": True})
    register.add(graph, "skpd", {"nama": "Kecamatan Uji", "jenis": "kecamatan", "pemda": "kabupaten-contoh"})
    for path in ("/skpd/kecamatan-uji", "/skpd/kecamatan-uji/daftar"):
        page = client.get(path)
        assert (page.status_code, "Impor dokumen" in page.text, path) == (200, True, path)
    assert "belum ada dokumen" in client.get("/").text
