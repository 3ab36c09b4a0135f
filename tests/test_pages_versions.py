"""The pages of a document's versions: the list, two compared, withdrawing, moving; and the way back from each."""

from __future__ import annotations

import html
import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from service.app import create_app
from service.config import Settings
from service.graph import Graph
from tests.test_versions import DOCUMENT, MENDED, NEW, OTHER, SECOND, living
from tests.worksheet import WATER, bring, worksheet

UNIT = "kecamatan-tanjung-contoh"


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    """Two versions of one unit, and another unit of the same regency."""
    bring(worksheet(), graph, settings)
    bring(SECOND, graph, settings)
    bring(worksheet(WATER[:3], unit="KECAMATAN HULU CONTOH"), graph, settings)
    return create_app(graph, settings).test_client()


def text(page: str) -> str:
    """What a page says, without its marks."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def sent(client: FlaskClient, page: str, action: str, **typed: str) -> str:
    """The page that follows when the form of `page` that goes to `action` is sent."""
    forms = re.findall(r'<form method="post"(?P<head>[^>]*)>(?P<body>.*?)</form>', page, re.DOTALL)
    head, body = next(form for form in forms if action in form[0] or "action=" not in form[0])
    found = re.search(r'action="([^"]+)"', head)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', body))
    answer = client.post(html.unescape(found[1]) if found else action, data=fields | typed)
    assert answer.status_code == 303, text(answer.text)[:500]
    return client.get(answer.location).text


def test_the_list_tells_every_version(client: FlaskClient) -> None:
    told = text(client.get(f"/dokumen/{DOCUMENT}/versi").text)
    assert "2 versi tersimpan; versi 2 yang berlaku" in told
    assert (
        "Dibanding versi 1: 1 baru, 1 hilang, 1 kalimat diubah, 1 pindah induk, 1 berubah indikator; 6 kinerja sama"
        in told
    )


def test_two_versions_are_shown_with_their_words_marked(client: FlaskClient) -> None:
    page = client.get(f"/dokumen/{DOCUMENT}/banding?dari=1&ke=2").text
    assert "1 baru, 1 hilang, 1 kalimat diubah" in text(page)
    assert re.search(r"<del>.*Warga.*</del>", page) is None
    assert re.search(r"<ins><span[^>]*>\[ditambah: </span>Warga<span", page)
    assert f'id="{living_id(page, NEW.uraian)}"' in page
    assert "versi=1" in page
    assert "versi=2" in page
    only = text(client.get(f"/dokumen/{DOCUMENT}/banding?dari=1&ke=2&lihat=induk").text)
    assert WATER[5].uraian in only
    assert NEW.uraian not in only
    same = text(client.get(f"/dokumen/{DOCUMENT}/banding?dari=2&ke=2").text)
    assert "Isi kedua versi sama." in same


def living_id(page: str, statement: str) -> str:
    found = re.search(r'/kinerja/([\w-]+)">' + re.escape(statement), page)
    assert found
    return found[1]


def test_the_workbook_says_the_same_and_holds_no_formula(client: FlaskClient) -> None:
    answer = client.get(f"/dokumen/{DOCUMENT}/banding.xlsx?dari=1&ke=2")
    sheet = load_workbook(BytesIO(answer.data)).worksheets[0]
    lines = {(row[1], row[2], row[3]) for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert {(MENDED.uraian, "berubah", "Kalimat"), (WATER[5].uraian, "berubah", "Induk")} <= lines
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert "1 baru, 1 hilang" in str(sheet["A2"].value)


def test_a_document_is_withdrawn_and_brought_back(client: FlaskClient, graph: Graph) -> None:
    page = client.get(f"/dokumen/{DOCUMENT}/tarik").text
    assert "Tarik 9 kinerja" in page
    after = sent(client, page, f"/dokumen/{DOCUMENT}/tarik", alasan="Bukan dokumen final")
    assert "Dokumen ini ditarik." in text(after)
    assert "Bukan dokumen final" in text(after)
    assert living(graph, UNIT) == []
    assert "Dokumen tahun 2024 ditarik" in text(client.get(f"/skpd/{UNIT}").text)
    assert "tidak ada versinya yang dipakai" in text(client.get(f"/dokumen/{DOCUMENT}").text)
    assert client.get("/").status_code == 200
    again = client.get(f"/dokumen/{DOCUMENT}/versi").text
    back = sent(client, again, "/keputusan/", alasan="")
    assert "versi 2 yang berlaku" in text(back)
    assert len(living(graph, UNIT)) == 9


def test_withdrawing_needs_a_reason(client: FlaskClient, graph: Graph) -> None:
    page = client.get(f"/dokumen/{DOCUMENT}/tarik").text
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.split("<form method")[-1]))
    assert client.post(f"/dokumen/{DOCUMENT}/tarik", data=fields | {"alasan": ""}).status_code == 422
    assert len(living(graph, UNIT)) == 9


def test_a_version_is_moved_and_the_move_undone(client: FlaskClient, graph: Graph) -> None:
    asked = text(client.get(f"/dokumen/{DOCUMENT}/pindah?versi=2").text)
    assert "Seharusnya milik" in asked
    assert "Kecamatan Hulu Contoh (2024)" in asked
    page = client.get(f"/dokumen/{DOCUMENT}/pindah?versi=2&ke={OTHER}&tahun=2024").text
    assert "Versi 1 yang berlaku lagi di sini." in text(page)
    after = sent(client, page, f"/dokumen/{DOCUMENT}/pindah", alasan="Kepala suratnya keliru")
    assert "Versi 2 dipindahkan ke Kecamatan Hulu Contoh 2024." in text(after)
    assert (len(living(graph, UNIT)), len(living(graph, OTHER))) == (9, 9)
    assert "Dipindahkan ke versi 2 dokumen kecamatan-hulu-contoh-2024" in text(
        client.get(f"/dokumen/{DOCUMENT}/versi").text
    )
    sent(client, after, f"/dokumen/{DOCUMENT}/pindah/")
    assert (len(living(graph, UNIT)), len(living(graph, OTHER))) == (9, 3)


def test_a_half_written_address_asks_again(client: FlaskClient) -> None:
    assert client.get(f"/dokumen/{DOCUMENT}/pindah?ke={OTHER}").status_code == 200
    assert client.get(f"/dokumen/{DOCUMENT}/pindah?ke={OTHER}&tahun=abc").status_code == 422
    assert client.get(f"/dokumen/{DOCUMENT}/banding?dari=9").status_code == 404
    assert client.get("/dokumen/tidak-ada-2024/versi").status_code == 404
