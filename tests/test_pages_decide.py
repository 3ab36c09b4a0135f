"""The pages on which people decide: import, reconciliation, parents, the list of decisions; as a browser sends them."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import reconcile
from service.app import create_app
from service.config import ROOT, Settings
from service.graph import Graph
from service.ingest import drafts, importing

SEED = ROOT / "seeds" / "batumandi-2022.txt"
DOCUMENT = "kecamatan-batumandi-2022"
GRID = f"/dokumen/{DOCUMENT}/rekonsiliasi"
TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
SEEN = re.compile(r'name="berdasar" value="(\d+)"')


@pytest.fixture
def client(graph: Graph, settings: Settings) -> FlaskClient:
    return create_app(graph, settings).test_client()


@pytest.fixture
def loaded(graph: Graph, settings: Settings, client: FlaskClient) -> FlaskClient:
    importing.apply(importing.prepare(SEED.read_bytes(), SEED.name, graph, settings), graph, settings)
    return client


def token(client: FlaskClient) -> str:
    found = TOKEN.search(client.get("/impor").text)
    assert found
    return found[1]


def send(client: FlaskClient, path: str, **fields: object) -> TestResponse:
    return client.post(path, data={"csrf": token(client), **fields})


def upload(client: FlaskClient, data: bytes, name: str) -> TestResponse:
    return client.post("/impor", data={"csrf": token(client), "berkas": (BytesIO(data), name)})


def conflicts(graph: Graph) -> reconcile.Grid:
    return reconcile.grid(graph, DOCUMENT, "terbuka")


def test_a_document_is_uploaded_previewed_and_applied(client: FlaskClient, graph: Graph) -> None:
    page = upload(client, SEED.read_bytes(), SEED.name)
    assert page.status_code == 303
    preview = client.get(page.location).text
    assert "Terapkan 26 kinerja" in preview
    assert graph.revision() == 0
    done = send(client, page.location + "/terapkan", berdasar="0")
    assert (done.status_code, done.location) == (303, "/skpd/kecamatan-batumandi?tahun=2022")
    assert "26 kinerja Kecamatan Batumandi 2022 diterapkan." in client.get(done.location).text
    assert client.get(page.location).status_code == 404


def test_leaving_the_import_and_coming_back_keeps_the_step(client: FlaskClient) -> None:
    page = upload(client, SEED.read_bytes(), SEED.name)
    assert f'href="{page.location}"' in client.get("/impor").text


def test_an_upload_can_be_thrown_away(client: FlaskClient, graph: Graph) -> None:
    page = upload(client, SEED.read_bytes(), SEED.name)
    send(client, page.location + "/buang")
    assert client.get(page.location).status_code == 404
    assert graph.revision() == 0


def test_a_file_that_is_no_cascade_is_told_on_its_page(client: FlaskClient) -> None:
    page = upload(client, b"Undangan rapat koordinasi\n", "undangan.txt")
    text = client.get(page.location).text
    assert "Dokumen ditolak. Tidak ada yang diubah." in text
    assert "Terapkan" not in text.split("<main", 1)[1]


def test_a_form_without_a_file_is_refused(client: FlaskClient) -> None:
    answer = send(client, "/impor")
    assert answer.status_code == 422
    assert "Belum ada berkas yang dipilih" in answer.text


def test_the_same_file_again_says_that_nothing_changes(loaded: FlaskClient, graph: Graph) -> None:
    page = upload(loaded, SEED.read_bytes(), SEED.name)
    assert "Berkas ini sudah termuat." in loaded.get(page.location).text
    assert graph.revision() == 1


def test_the_grid_marks_fifteen_conflicts(loaded: FlaskClient) -> None:
    assert loaded.get(GRID).text.count('<span class="tag tag-warn">tingkat berbeda</span>') == 15


def test_a_level_is_settled_and_undone(loaded: FlaskClient, graph: Graph) -> None:
    row = conflicts(graph).baris[0]
    before = graph.content_hash()
    done = send(
        loaded,
        f"/kinerja/{row.kinerja.id}/tingkat",
        tingkat=row.usul,
        alasan="Sesuai Tahap 4",
        berdasar=row.versi_subjek,
        kembali=GRID,
    )
    assert (done.status_code, done.location) == (303, GRID)
    assert conflicts(graph).terbuka == 14
    page = loaded.get(GRID).text
    key = re.search(r"/keputusan/([^/]+)/urungkan", page)
    assert key
    send(loaded, key[0])
    assert conflicts(graph).terbuka == 15
    assert graph.content_hash() != before  # the log remembers both


def test_a_level_that_is_not_in_the_ladder_is_refused_with_the_choices(loaded: FlaskClient, graph: Graph) -> None:
    row = conflicts(graph).baris[0]
    answer = send(loaded, f"/kinerja/{row.kinerja.id}/tingkat", tingkat="tertinggi", alasan="Karena begitu", berdasar=1)
    assert answer.status_code == 422
    assert "strategis skpd, strategis, taktikal intermediate" in answer.text


def test_a_decision_needs_a_reason(loaded: FlaskClient, graph: Graph) -> None:
    row = conflicts(graph).baris[0]
    answer = send(loaded, f"/kinerja/{row.kinerja.id}/tingkat", tingkat=row.usul, alasan="", berdasar=1)
    assert answer.status_code == 422
    assert conflicts(graph).terbuka == 15


def test_the_second_of_two_people_is_told_with_both_values(loaded: FlaskClient, graph: Graph) -> None:
    row = conflicts(graph).baris[0]
    path, seen = f"/kinerja/{row.kinerja.id}/tingkat", row.versi_subjek
    send(loaded, path, tingkat="strategis", alasan="Orang pertama", berdasar=seen)
    answer = send(loaded, path, tingkat="operasional", alasan="Orang kedua", berdasar=seen)
    assert answer.status_code == 409
    assert "strategis" in answer.text
    assert "belum disimpan" in answer.text


def test_all_proposals_are_accepted_in_one_step(loaded: FlaskClient, graph: Graph) -> None:
    seen = SEEN.search(loaded.get(GRID).text)
    assert seen
    send(loaded, GRID + "/terima", alasan="Sesuai mayoritas saksi", berdasar=seen[1])
    assert (conflicts(graph).terbuka, conflicts(graph).berbeda) == (0, 15)


def test_an_inferred_parent_is_confirmed_alone_and_with_its_branch(loaded: FlaskClient, graph: Graph) -> None:
    waiting = conflicts(graph).menunggu
    assert len(waiting) == 25
    path = f"/dokumen/{DOCUMENT}/induk/benarkan"
    send(loaded, path, satu=waiting[0].kinerja.id, alasan="Urutan baris sesuai", berdasar=1)
    branch = [w.kinerja.id for w in waiting if w.cabang == waiting[1].cabang]
    send(loaded, path, cabang=branch, alasan="Urutan baris sesuai", berdasar=2)
    assert len(conflicts(graph).menunggu) == 25 - 1 - len(branch)


def test_a_parent_is_moved_and_a_circle_is_refused(loaded: FlaskClient, graph: Graph) -> None:
    link = next(w for w in conflicts(graph).menunggu if w.di_bawah)
    below = link.di_bawah[0]
    answer = send(loaded, f"/kinerja/{link.kinerja.id}/induk", induk=below, alasan="Coba dibalik", berdasar=1)
    assert answer.status_code == 422
    assert "lingkaran" in answer.text
    page = loaded.get(f"/kinerja/{below}/induk?cari=pelayanan publik").text
    assert "Pindahkan ke induk ini" in page
    moved = send(loaded, f"/kinerja/{below}/induk", induk=link.induk.id, alasan="Langsung di bawah", berdasar=1)
    assert moved.status_code == 303


def test_the_list_of_decisions_is_newest_first(loaded: FlaskClient, graph: Graph) -> None:
    row = conflicts(graph).baris[0]
    send(loaded, f"/kinerja/{row.kinerja.id}/tingkat", tingkat=row.usul, alasan="Sesuai Tahap 4", berdasar=1)
    page = loaded.get("/keputusan?unit=kecamatan-batumandi").text
    assert page.index("Sesuai Tahap 4") < page.index("batumandi-2022.txt")


def test_a_form_leads_back_to_our_own_pages_only(loaded: FlaskClient, graph: Graph) -> None:
    row = conflicts(graph).baris[0]
    for number, elsewhere in enumerate((*FOREIGN, "//[")):
        seen = next(r.versi_subjek for r in reconcile.grid(graph, DOCUMENT).baris if r.kinerja == row.kinerja)
        level = ("operasional", "strategis")[number % 2]
        wish = {"tingkat": level, "alasan": "Sesuai Tahap 4", "berdasar": seen, "kembali": elsewhere}
        done = send(loaded, f"/kinerja/{row.kinerja.id}/tingkat", **wish)
        assert (elsewhere, done.location.removesuffix("/induk-ikut")) == (elsewhere, f"/kinerja/{row.kinerja.id}")


FOREIGN = (
    "https://contoh.invalid/",
    "//contoh.invalid/",
    "javascript:alert(1)",
    "\\\\contoh.invalid",
    "/\\contoh.invalid",  # browsers read a backslash as a slash
    "/\t/contoh.invalid",
)


@pytest.mark.parametrize("seen", ["", "²", "dua", "-1"])
@pytest.mark.parametrize("path", ["tingkat", "induk", "induk-ikut"])
def test_a_form_that_does_not_say_what_it_was_made_from_changes_nothing(
    loaded: FlaskClient, graph: Graph, path: str, seen: str
) -> None:
    row = conflicts(graph).baris[0]
    wish = {"tingkat": row.usul, "induk": conflicts(graph).menunggu[0].induk.id, "alasan": "Sesuai Tahap 4"}
    answer = send(loaded, f"/kinerja/{row.kinerja.id}/{path}", **wish, berdasar=seen)
    assert (answer.status_code, "Muat ulang" in answer.text, graph.revision()) == (422, True, 1)


def test_an_import_that_does_not_say_what_its_preview_was_made_from_is_not_applied(
    client: FlaskClient, graph: Graph
) -> None:
    page = upload(client, SEED.read_bytes(), SEED.name)
    assert send(client, page.location + "/terapkan").status_code == 422
    assert graph.revision() == 0


def test_a_choice_that_cannot_be_is_not_remembered(loaded: FlaskClient, graph: Graph) -> None:
    page = upload(loaded, SEED.read_bytes() + b"\n", SEED.name)
    answer = send(loaded, page.location + "/pilihan", kelompok="1", adalah="BTM-22-TIDAK")
    assert answer.status_code == 422
    assert loaded.get(page.location).status_code == 200


def test_a_choice_that_is_overtaken_by_another_import_is_dropped_and_told(
    loaded: FlaskClient, graph: Graph, settings: Settings
) -> None:
    page = upload(loaded, SEED.read_bytes() + b"\n", SEED.name)
    sha256 = page.location.rsplit("/", 1)[1]
    draft, _ = drafts.find(sha256, settings)
    drafts.choose(draft, {1: "BTM-22-HILANG"}, settings)
    answer = send(loaded, page.location + "/terapkan", berdasar="1")
    assert (answer.status_code, graph.revision()) == (422, 1)
    text = loaded.get(page.location, follow_redirects=True)
    assert (text.status_code, "pilihan Anda dibatalkan" in text.text) == (200, True)
    assert drafts.find(sha256, settings)[0].choices == {}


def test_a_page_number_that_no_list_has_is_told(loaded: FlaskClient) -> None:
    for number in ("99999999999999999999", "nol"):
        assert loaded.get(f"/keputusan?halaman={number}").status_code == 422
        assert loaded.get(f"{GRID}?halaman={number}").status_code == 422


def test_a_sentence_that_was_changed_a_lot_is_joined_to_its_old_kinerja_by_hand(
    loaded: FlaskClient, graph: Graph
) -> None:
    text = SEED.read_text(encoding="utf-8")
    old = "Terfasilitasinya Penyusunan Perencanaan Pembangunan Partisipatif"
    new = text.replace(old, "Tersusunnya Usulan Musyawarah Warga yang Lengkap")
    page = upload(loaded, new.encode(), SEED.name)
    preview = loaded.get(page.location).text
    assert "Ini kinerja lama yang kalimatnya diubah" in preview
    (gone,) = graph.read("browse/by_id", id=[re.search(r'<option value="([^"]+)">' + old, preview)[1]])  # type: ignore[index]
    group = re.search(r'name="kelompok" value="(\d+)">\s*<label>Kinerja yang sekarang', preview)
    assert group
    send(loaded, page.location + "/pilihan", kelompok=group[1], adalah=gone["id"])
    assert "Dianggap kalimat yang diperbaiki" in loaded.get(page.location).text


def test_the_second_click_is_no_quarrel(loaded: FlaskClient, graph: Graph) -> None:
    row = conflicts(graph).baris[0]
    path, seen = f"/kinerja/{row.kinerja.id}/tingkat", row.versi_subjek
    send(loaded, path, tingkat=row.usul, alasan="Sesuai Tahap 4", berdasar=seen)
    answer = send(loaded, path, tingkat=row.usul, alasan="Sesuai Tahap 4", berdasar=seen)
    assert answer.status_code == 422
    assert "Itu sudah diputuskan" in answer.text


def test_the_only_version_of_a_document_is_not_undone(loaded: FlaskClient, graph: Graph) -> None:
    key = re.search(r"/keputusan/([^/]+)/urungkan", loaded.get("/keputusan").text)
    assert key
    answer = send(loaded, key[0], alasan="Coba diurungkan")
    assert answer.status_code == 422
    assert "satu-satunya versi" in answer.text
    assert graph.revision() == 1
