"""Going back to an older version of a document, on its page."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.app import create_app
from service.browse import document_page
from service.config import ROOT, Settings
from service.graph import Graph
from service.ingest.importing import apply, prepare

SEED = ROOT / "seeds" / "batumandi-2022.txt"
DOCUMENT = "kecamatan-batumandi-2022"
PAGE = f"/dokumen/{DOCUMENT}?versi=1"
LAST = "Terfasilitasinya Penyusunan Perencanaan Pembangunan Partisipatif"


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    """Two versions: the seed, and the same without the kinerja that comes last."""
    whole = SEED.read_bytes()
    shorter = b"\n".join(line for line in whole.split(b"\n") if LAST.encode() not in line)
    for data in (whole, shorter):
        apply(prepare(data, SEED.name, graph, settings), graph, settings)
    return create_app(graph, settings).test_client()


def fields(client: FlaskClient, path: str = PAGE) -> dict[str, str]:
    html = client.get(path).text
    form = html.split("versi/1/berlaku")[1].split("</form>")[0]
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))


def send(client: FlaskClient, **typed: str) -> TestResponse:
    return client.post(f"/dokumen/{DOCUMENT}/versi/1/berlaku", data=fields(client) | typed)


def current(graph: Graph) -> tuple[int, int]:
    """(number of the current version, kinerja of the unit)."""
    rows = graph.command("MATCH (k:Kinerja) RETURN count(k) AS n")
    return document_page(graph, DOCUMENT).versi.nomor, rows[0]["n"]


def test_an_older_version_is_made_current_and_undone(client: FlaskClient, graph: Graph) -> None:
    assert current(graph) == (2, 25)
    answer = send(client, alasan="Versi 2 kurang satu baris")
    assert (answer.status_code, current(graph)) == (303, (1, 26))
    page = client.get(answer.location).text
    assert "Versi 1 sekarang berlaku." in page
    undo = page.split("Versi 1 sekarang berlaku.")[1].split("</form>")[0]
    action = re.search(r'action="([^"]+)"', undo)
    assert action
    client.post(action[1], data=dict(re.findall(r'name="(\w+)" value="([^"]*)"', undo)))
    assert current(graph) == (2, 25)


def test_it_needs_a_reason(client: FlaskClient, graph: Graph) -> None:
    assert (send(client, alasan="").status_code, current(graph)) == (422, (2, 25))


def test_the_second_of_two_people_is_told(client: FlaskClient, graph: Graph) -> None:
    stale = fields(client)
    send(client, alasan="Orang pertama")
    answer = client.post(f"/dokumen/{DOCUMENT}/versi/1/berlaku", data=stale | {"alasan": "Orang kedua"})
    assert (answer.status_code, "belum disimpan" in answer.text) == (409, True)


def test_the_current_version_offers_nothing_to_decide(client: FlaskClient) -> None:
    assert "/berlaku" not in client.get(f"/dokumen/{DOCUMENT}").text


def test_a_version_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    answer = client.post(f"/dokumen/{DOCUMENT}/versi/9/berlaku", data=fields(client) | {"alasan": "Coba saja"})
    assert answer.status_code == 404
