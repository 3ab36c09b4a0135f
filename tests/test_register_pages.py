"""The register's pages, as a browser without JavaScript would use them."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import register
from service.app import create_app
from service.config import Settings
from service.graph import Graph

UNIT = "/register/skpd/kecamatan-uji"


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    register.add(graph, "pemda", {"nama": "Kabupaten Contoh", "contoh": True})
    register.add(graph, "skpd", {"nama": "Kecamatan Uji", "jenis": "kecamatan", "pemda": "kabupaten-contoh"})
    for name in ("Kasi Pelayanan", "Kepala Seksi Pelayanan"):
        register.add(graph, "jabatan", {"nama": name, "skpd": "kecamatan-uji"})
    return create_app(graph, settings).test_client()


def fields(page: TestResponse, form: int = -1) -> dict[str, str]:
    """Hidden and filled fields of the n-th form of a page (0: the search field of every page)."""
    text = re.findall(r"<form.*?</form>", page.text, re.DOTALL)[form]
    inputs = dict(re.findall(r'<input[^>]*? name="(\w+)"[^>]*? value="([^"]*)"', text))
    return inputs | dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\n?([^<]*)</textarea>', text))


def sent(client: FlaskClient, url: str, **typed: str) -> TestResponse:
    """The first form of the page at `url`, sent with `typed` in its fields."""
    return client.post(url, data=fields(client.get(url), 1) | typed)


def plain(page: TestResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text))


def test_the_register_opens_with_the_units(client: FlaskClient) -> None:
    page = client.get("/register", follow_redirects=True)
    assert page.request.path == "/register/skpd"
    assert "Kecamatan Uji kecamatan-uji kecamatan Kabupaten Contoh 2 jabatan" in plain(page)


@pytest.mark.parametrize("jenis", register.KINDS)
def test_every_kind_has_a_list_and_an_empty_form(client: FlaskClient, jenis: str) -> None:
    assert client.get(f"/register/{jenis}").status_code == 200
    assert client.get(f"/register/{jenis}/_add").status_code == 200


def test_a_kind_that_does_not_exist_is_not_found(client: FlaskClient) -> None:
    assert client.get("/register/pegawai").status_code == 404


def test_an_entry_is_added(client: FlaskClient, graph: Graph) -> None:
    done = sent(client, "/register/mitra/_add", nama="Polsek Uji", jenis="polri", alias="Polsek\nSektor Uji")
    assert (done.status_code, done.location) == (303, "/register/mitra/polsek-uji?simpan=1")
    assert register.entry(graph, "mitra", "polsek-uji").isi["alias"] == ["Polsek", "Sektor Uji"]


def test_a_fault_stands_at_its_field_and_what_was_typed_stays(client: FlaskClient, graph: Graph) -> None:
    before = graph.revision()
    page = sent(client, UNIT, nama="Kecamatan Uji Kota", singkatan="x1")
    assert page.status_code == 422
    assert 'value="Kecamatan Uji Kota"' in page.text
    assert re.search(r'id="singkatan"[^>]*aria-invalid="true"', page.text)
    assert "Singkatan terdiri dari 2 sampai 5 huruf besar" in plain(page)
    assert graph.revision() == before


def test_a_change_is_shown_first_and_saved_then(client: FlaskClient, graph: Graph) -> None:
    before = graph.revision()
    shown = sent(client, UNIT, nama="Kecamatan Uji Kota", pemda="kabupaten-contoh")
    assert "Nama Kecamatan Uji Kecamatan Uji Kota" in plain(shown)
    assert "Nama lain (kosong) Kecamatan Uji" in plain(shown)
    assert graph.revision() == before
    saved = client.post(UNIT, data=fields(shown))
    assert (saved.status_code, saved.location) == (303, f"{UNIT}?simpan=1")
    assert register.entry(graph, "skpd", "kecamatan-uji").isi["nama"] == "Kecamatan Uji Kota"
    assert "Tersimpan" in plain(client.get(saved.location))


def test_an_alias_list_survives_the_way_through_the_preview(client: FlaskClient, graph: Graph) -> None:
    shown = sent(client, UNIT, alias="\nKec. Uji\r\nKEC. <UJI>\r\n")
    client.post(UNIT, data=fields(shown) | {"alias": "\nKec. Uji\r\nKEC. <UJI>\r\n"})
    assert register.entry(graph, "skpd", "kecamatan-uji").isi["alias"] == ["Kec. Uji", "KEC. <UJI>"]
    assert "KEC. &lt;UJI&gt;" in client.get(UNIT).text


def test_nothing_changed_is_said(client: FlaskClient) -> None:
    assert "Tidak ada yang berubah" in plain(sent(client, UNIT, pemda="kabupaten-contoh"))


def test_the_second_of_two_people_sees_the_value_that_stands_now(client: FlaskClient, graph: Graph) -> None:
    mine = sent(client, UNIT, singkatan="UJI", pemda="kabupaten-contoh")
    other = register.entry(graph, "skpd", "kecamatan-uji")
    register.edit(graph, "skpd", "kecamatan-uji", {"singkatan": "KUJ"}, other.versi_subjek)
    refused = client.post(UNIT, data=fields(mine))
    assert refused.status_code == 409
    assert "singkatan: KUJ" in plain(refused)
    assert register.entry(graph, "skpd", "kecamatan-uji").isi["singkatan"] == "KUJ"


def test_two_positions_are_merged_and_the_name_stays_as_alias(client: FlaskClient, graph: Graph) -> None:
    url = "/register/jabatan/kecamatan-uji-kepala-seksi-pelayanan"
    form = fields(client.get(url), 2) | {"ke": "kecamatan-uji-kasi-pelayanan"}
    done = client.post(f"{url}/merge", data=form)
    assert done.location == "/register/jabatan/kecamatan-uji-kasi-pelayanan?simpan=1"
    assert [e.isi["alias"] for e in register.entries(graph, "jabatan").entri] == [["Kepala Seksi Pelayanan"]]


def test_an_unused_entry_is_removed_and_a_used_one_is_not(client: FlaskClient, graph: Graph) -> None:
    url = "/register/jabatan/kecamatan-uji-kasi-pelayanan"
    done = client.post(f"{url}/remove", data=fields(client.get(url)))
    assert done.location == "/register/jabatan?hapus=kecamatan-uji-kasi-pelayanan"
    unit = register.entry(graph, "skpd", "kecamatan-uji")
    refused = client.post(f"{UNIT}/remove", data=fields(client.get(UNIT), 1) | {"versi": str(unit.versi_subjek)})
    assert refused.status_code == 409
    assert "Kecamatan Uji tidak dihapus karena masih dipakai: 1 jabatan" in plain(refused)


def test_a_form_without_its_token_is_refused(client: FlaskClient, graph: Graph) -> None:
    before = graph.revision()
    assert client.post("/register/mitra/_add", data={"nama": "X", "jenis": "desa"}).status_code == 403
    assert graph.revision() == before
