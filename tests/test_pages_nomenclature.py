"""The page of a unit's statements beside the nomenclature: proposals shown, accepted, refused, taken back."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import Settings
from service.graph import Graph
from tests.test_nomenclature import BOXES, bring_list
from tests.test_pages_versions import sent, text
from tests.worksheet import bring, ids, worksheet

PAGE = "/skpd/kecamatan-tanjung-contoh/nomenklatur"


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    bring_list(graph)
    bring(worksheet(BOXES), graph, settings)
    return create_app(graph, settings).test_client()


def planned(graph: Graph) -> set[tuple[str, str]]:
    rows = graph.command("MATCH (k:Kinerja)-[:PLANNED_AS]->(c) RETURN k.uraian AS k, c.kode AS c")
    return {(row["k"], row["c"]) for row in rows}


def test_sure_proposals_are_accepted_together(client: FlaskClient, graph: Graph) -> None:
    page = client.get(PAGE).text
    assert "6 kinerja: 4 punya usul , 0 sudah dicocokkan. 1 berdiri di cabang lain" in text(page)
    after = sent(client, page, f"{PAGE}?", alasan="Sama dengan nomenklatur")
    assert "3 usul nomenklatur diterima." in text(after)
    assert planned(graph) == {
        (BOXES[2].uraian, "7.01.02"),
        (BOXES[3].uraian, "7.01.02.2.01"),
        (BOXES[4].uraian, "7.01.02.2.01.0003"),
    }


def test_one_proposal_is_refused_and_the_refusal_undone(client: FlaskClient, graph: Graph) -> None:
    key = ids(graph)[BOXES[5].uraian]
    after = sent(client, client.get(PAGE).text, key, aksi="tolak", alasan="Bukan milik kecamatan")
    assert "Usul 7.01.02.2.02.0001 ditolak." in text(after)
    assert "Ditolak: 7.01.02.2.02.0001" in text(after)
    assert planned(graph) == set()
    sent(client, after.split("</main>")[0].split('<table class="cards matches"')[1], "/urungkan")
    assert "4 punya usul" in text(client.get(PAGE).text)


def test_the_filters_narrow_the_list(client: FlaskClient) -> None:
    told = text(client.get(f"{PAGE}?lihat=cabang").text.split('<table class="cards matches"')[1])
    assert BOXES[5].uraian in told
    assert BOXES[4].uraian not in told


def test_before_a_list_is_loaded_the_page_says_how(graph: Graph, settings: Settings) -> None:
    bring(worksheet(BOXES), graph, settings)
    page = create_app(graph, settings).test_client().get(PAGE)
    assert "Nomenklatur belum dimuat" in text(page.text)
    assert create_app(graph, settings).test_client().get("/skpd/tidak-ada/nomenklatur").status_code == 404
