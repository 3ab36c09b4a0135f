"""The pages on which crosscutting is decided: the inbox, a pair, pairs added by hand; as a browser sends them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.app import create_app
from service.config import read_settings
from service.fold.pair_keys import ordered
from service.graph import Graph
from service.store import accounts, sessions
from service.store.sessions import Browser
from tests.conftest import emptied, environment
from tests.crosscut_pairs import (
    HULU,
    MUARA,
    TANJUNG,
    TREES,
    at,
    detect,
    edges,
    properties,
    regency,
    reworded,
    tidak,
    ya,
)
from tests.worksheet import bring, worksheet

RIVER = "Terjaganya Kawasan Mata Air"
LEAK = "Terkendalinya Kebocoran Pipa Induk"
HOUSE = "Terlaksananya Pemeriksaan Sambungan Rumah"
OLD = "Terlaksananya Penggantian Pipa Tua"
SOURCE = "Meningkatnya Mutu Sumber Air"
SERVICE = "Meningkatnya Mutu Layanan Air Bersih"

SHARES = [
    ["pipa induk", 0.32, ["Pipa Induk"], ["Pipa"], True],
    ["kebocoran", 0.18, ["Kebocoran"], ["Kebocoran"], False],
]
TOLD = {
    "alasan": json.dumps(SHARES),
    "beda": json.dumps([["peran", "memeriksa", "mengganti"], ["tingkat", "taktikal", ""]]),
}


@dataclass(frozen=True)
class Scene:
    """Three kecamatan with the same nine statements."""

    graph: Graph
    app: Flask
    """Everybody at this computer is the administrator."""
    guarded: Flask
    """With accounts."""
    env: dict[str, str]

    @property
    def anyone(self) -> FlaskClient:
        return self.app.test_client()

    def planner(self, unit: str) -> FlaskClient:
        client = self.guarded.test_client()
        name = f"perencana-{unit.split('-')[1]}"
        client.set_cookie("kinerja-sesi", sessions.begin(self.guarded.extensions["store"], name, Browser("127.0.0.1")))
        return client


@pytest.fixture(scope="module")
def scene(shared_graph: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Scene:
    env = environment(tmp_path_factory.mktemp("silang") / "data", cache)
    settings = read_settings(env)
    regency(emptied(shared_graph), settings)
    guarded = create_app(shared_graph, read_settings({**env, "KINERJA_ACCOUNTS": "ya"}))
    for unit in (TANJUNG, HULU, MUARA):
        accounts.add(guarded.extensions["store"], f"perencana-{unit.split('-')[1]}", "perencana", [unit])
    accounts.add(guarded.extensions["store"], "perencana-baca", "pembaca")
    shared_graph.command("MATCH (m:Meta) SET m.silang_revisi = m.revisi, m.silang_pada = '2026-11-24T14:05:00+07:00'")
    return Scene(shared_graph, create_app(shared_graph, settings), guarded, env)


@pytest.fixture(autouse=True)
def undecided(scene: Scene) -> Iterator[None]:
    """No pair stands before a test; the log keeps its numbers, each test speaks of pairs of its own."""
    yield
    scene.graph.command("MATCH ()-[r:MAY_CROSSCUT|PROPOSES_CROSSCUT|CROSSCUTS|NOT_CROSSCUT]->() DELETE r")


def pair(scene: Scene, first: str, second: str, **more: object) -> tuple[str, str]:
    """A detected pair of TANJUNG and MUARA; its ends in order."""
    a, b = sorted((at(scene.graph, TANJUNG, first), at(scene.graph, MUARA, second)))
    detect(scene.graph, a, b, **{**TOLD, **more})
    return a, b


def text(answer: TestResponse) -> str:
    """What a person reads in the main part."""
    main = answer.text.split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


def send(client: FlaskClient, page: str, path: str, **fields: object) -> TestResponse:
    """The form of `page`, as it carries its token and what it was made from."""
    shown = client.get(page).text
    carried = {name: _carried(shown, name) for name in ("csrf", "berdasar", "kembali")}
    return client.post(path, data={**carried, **fields})


def _carried(shown: str, name: str) -> str:
    form = shown.split("data-verdict", 1)[-1]
    found = re.search(rf'name="{name}" value="([^"]*)"', form)
    return unescape(found[1]) if found else ""


def url(a: str, b: str) -> str:
    return f"/crosscutting/pasangan/{a}/{b}"


# --- reading


def test_the_inbox_says_what_is_shared_and_opens_the_first_pair(scene: Scene) -> None:
    a, b = pair(scene, LEAK, OLD)
    page = scene.anyone.get("/crosscutting")
    told = text(page)
    assert (
        "Keduanya menyangkut pipa induk . Kecamatan Tanjung Contoh" in told or "Keduanya menyangkut pipa induk" in told
    )
    assert re.findall(r"Pasangan \d+ dari \d+", told) == ["Pasangan 1 dari 1"]
    assert [word in told for word in ("0 dari 1 pasangan sudah dijawab", "Terima T", "Tolak O", "Ragu R")] == [True] * 4
    assert "Dihitung 24 November 2026" in told
    assert "<mark>Pipa" in page.text
    assert f'href="{url(a, b)}"' in page.text
    assert "Kata menemukan tumpang tindih yang tertulis mirip" in told
    assert not re.search(r"\d ?%|persen\b", told)


def test_the_page_of_a_pair_explains_itself(scene: Scene) -> None:
    a, b = pair(scene, LEAK, OLD)
    told = text(scene.anyone.get(url(a, b)))
    for words in (
        "Yang dilakukan memeriksa mengganti",
        "Tingkat taktikal tidak disebut",
        "agar Meningkatnya Keandalan Jaringan Pipa",
        "agar Meningkatnya Kesejahteraan Warga Pesisir",
        "Seluruhnya",
        "0,50",
        "Belum ada yang menjawab.",
    ):
        assert words in told, words


def test_a_pair_is_found_from_either_side_and_an_unknown_one_is_told(scene: Scene) -> None:
    a, b = pair(scene, LEAK, OLD)
    turned = scene.anyone.get(url(b, a))
    assert (turned.status_code, turned.location) == (302, url(a, b))
    gone = scene.anyone.get(url(a, "TIDAK-ADA"))
    assert (gone.status_code, "Tidak ada pasangan" in gone.text) == (404, True)


FILTERS = {
    "pihak=ditolak": "Belum ada yang ditolak",
    "pihak=ulang": "Tidak ada putusan pada kalimat lama",
    "pihak=terdeteksi&q=jembatan": "Tidak ada yang cocok dengan saringan ini",
    f"unit={HULU}&pihak=masuk": "Tidak ada yang menunggu jawaban",
    "pihak=terdeteksi&jenis=mitra": "Tidak ada yang cocok dengan saringan ini",
}


@pytest.mark.parametrize("asked", FILTERS)
def test_an_empty_list_says_why(scene: Scene, asked: str) -> None:
    pair(scene, LEAK, OLD)
    told = text(scene.anyone.get(f"/crosscutting?{asked}"))
    assert FILTERS[asked] in told


def test_a_mistyped_filter_is_told_with_the_choices(scene: Scene) -> None:
    answer = scene.anyone.get("/crosscutting?pihak=semuanya")
    assert (answer.status_code, "disepakati" in answer.text) == (422, True)
    answer = scene.anyone.get("/crosscutting?unit=dinas-lain")
    assert (answer.status_code, "Tidak ada perangkat daerah" in answer.text) == (404, True)


def test_the_kinerja_and_its_unit_say_how_many_there_are(scene: Scene) -> None:
    pair(scene, LEAK, OLD)
    pair(scene, LEAK, HOUSE, pita="lemah", skor=0.2)
    key = at(scene.graph, TANJUNG, LEAK)
    page = scene.anyone.get(f"/kinerja/{key}")
    told = text(page)
    assert "Crosscutting 1 terdeteksi kuat Terlaksananya Penggantian Pipa Tua Kecamatan Muara Contoh" in told
    assert "Mungkin terkait 1" in told
    assert f'href="/crosscutting/baru?dari={key}"' in page.text
    assert "crosscutting: 1 terdeteksi" in text(scene.anyone.get(f"/skpd/{TANJUNG}"))


# --- deciding


def test_yes_for_both_settles_the_pair_and_opens_the_next_one(scene: Scene) -> None:
    a, b = pair(scene, LEAK, OLD)
    other = pair(scene, LEAK, HOUSE, skor=0.3, pita="tinjau")
    client = scene.anyone
    done = send(
        client, f"/crosscutting?pasangan={a}~{b}", url(a, b),
        kata="ya", pihak="keduanya", jenis="duplikat", utama=TANJUNG, alasan="Sama-sama menangani pipa induk",
    )  # fmt: skip
    assert done.status_code == 303
    assert f"pasangan={other[0]}~{other[1]}" in unescape(done.location).replace("%7E", "~")
    stands = properties(scene.graph, a, b)
    assert {name: stands[name] for name in ("tipe", "jenis", "utama", "ditetapkan")} == {
        "tipe": "CROSSCUTS", "jenis": "duplikat", "utama": TANJUNG, "ditetapkan": True,
    }  # fmt: skip
    shown = client.get(done.location)
    assert "Disepakati untuk keduanya." in text(shown)
    undo = re.search(r'action="(/keputusan/[^"]+/urungkan)"', shown.text)
    assert undo
    back = send(client, done.location, undo[1], berdasar=undo[1].split("-")[1].split("/")[0])
    assert back.status_code == 303
    assert properties(scene.graph, a, b)["tipe"] == "MAY_CROSSCUT"


def test_one_proposes_and_the_other_joins_as_a_unit_only(scene: Scene) -> None:
    a, b = pair(scene, HOUSE, OLD)
    first = scene.planner(TANJUNG)
    assert "Usulkan kepada Kecamatan Muara Contoh" in text(first.get(url(a, b)))
    asked = send(first, url(a, b), url(a, b), kata="ya", pihak=TANJUNG, jenis="melengkapi", alasan="")
    assert "menunggu jawaban Kecamatan Muara Contoh" in text(first.get(asked.location))
    second = scene.planner(MUARA)
    inbox = text(second.get("/crosscutting?pihak=masuk"))
    assert "Terima usulan Kecamatan Tanjung Contoh" in inbox
    assert "Bergabung lewat kinerja yang mana?" in inbox
    done = send(second, url(a, b), url(a, b), kata="ya", pihak=MUARA, jenis="melengkapi", gabung="unit", alasan="")
    assert done.status_code == 303
    assert ("CROSSCUTS", at(scene.graph, TANJUNG, HOUSE), MUARA) in edges(scene.graph)
    told = text(second.get(url(a, b)))
    assert "hanya Kecamatan Muara Contoh sebagai perangkat daerah" in told
    assert told.count("setuju, saling melengkapi") == 2


def test_no_needs_one_of_the_reasons_and_a_note_for_another(scene: Scene) -> None:
    a, b = pair(scene, SOURCE, OLD)
    client = scene.planner(MUARA)
    vague = send(client, url(a, b), url(a, b), tolak="lainnya", catatan="")
    assert (vague.status_code, "Alasan harus" in vague.text) == (422, True)
    done = send(client, url(a, b), url(a, b), tolak="objek berbeda", pihak=MUARA)
    assert done.status_code == 303
    stands = properties(scene.graph, a, b)
    assert (stands["tipe"], stands["sebab"], stands["pihak"]) == ("NOT_CROSSCUT", "objek berbeda", MUARA)
    assert "objek berbeda" in text(client.get(url(a, b)))


def test_unsure_stays_in_its_own_list(scene: Scene) -> None:
    a, b = pair(scene, SOURCE, HOUSE)
    client = scene.planner(MUARA)
    send(client, url(a, b), url(a, b), kata="ragu", pihak=MUARA, ragu="Tanya dulu ke lapangan")
    told = text(client.get("/crosscutting?pihak=ragu"))
    assert "ada yang ragu" in told
    assert "Tanya dulu ke lapangan" in told


def test_the_second_of_two_people_is_told_with_both_values(scene: Scene) -> None:
    a, b = pair(scene, SERVICE, OLD)
    first, second = scene.planner(TANJUNG), scene.planner(MUARA)
    before = second.get(url(a, b)).text
    send(first, url(a, b), url(a, b), kata="ya", pihak=TANJUNG, jenis="duplikat", alasan="Pekerjaan yang sama")
    late = second.post(
        url(a, b),
        data={"csrf": _carried(before, "csrf"), "berdasar": _carried(before, "berdasar"), "tolak": "kalimat umum"},
    )
    assert late.status_code == 409
    told = text(late)
    assert "perencana-tanjung mengubah crosscutting ini baru saja" in told
    assert "ya (duplikat)" in told
    assert "tidak (kalimat umum)" in told


def test_whoever_only_reads_sees_no_buttons(scene: Scene) -> None:
    a, b = pair(scene, SERVICE, HOUSE)
    reader = scene.guarded.test_client()
    store = scene.guarded.extensions["store"]
    reader.set_cookie("kinerja-sesi", sessions.begin(store, "perencana-baca", Browser("127.0.0.1")))
    for path in (url(a, b), f"/crosscutting?pasangan={a}~{b}"):
        page = reader.get(path)
        assert ("data-verdict" in page.text, "Anda membaca" in text(page)) == (False, True)
    assert "data-verdict" not in scene.planner(HULU).get(url(a, b)).text


def test_one_answer_for_every_kecamatan_with_the_same_sentence(scene: Scene) -> None:
    a, b = pair(scene, SERVICE, SOURCE)
    twin, own = at(scene.graph, HULU, SERVICE), at(scene.graph, MUARA, SOURCE)
    detect(scene.graph, twin, own, **TOLD)
    client = scene.planner(MUARA)
    assert "Terapkan ke semua kecamatan dengan kalimat ini (2 kecamatan)" in text(client.get(url(a, b)))
    done = send(client, url(a, b), url(a, b), tolak="wilayah berbeda", pihak=MUARA, semua="ya")
    assert [properties(scene.graph, *ends)["sebab"] for ends in ((a, b), (twin, own))] == ["wilayah berbeda"] * 2
    assert "Berlaku untuk 2 pasangan dengan kalimat yang sama." in text(client.get(done.location))


def test_a_pair_that_was_decided_on_another_wording_shows_both(scene: Scene) -> None:
    a, b = pair(scene, RIVER, OLD)
    client = scene.anyone
    send(client, url(a, b), url(a, b), kata="ya", pihak="keduanya", jenis="melengkapi", alasan="Saling membutuhkan")
    own = at(scene.graph, TANJUNG, RIVER)
    scene.graph.command("MATCH (k:Kinerja {id: $id}) SET k.uraian = 'Terjaganya Hutan di Hulu'", id=own)
    detect(scene.graph, a, b, **TOLD, ulang=True)
    told = text(client.get(url(a, b)))
    scene.graph.command("MATCH (k:Kinerja {id: $id}) SET k.uraian = $was", id=own, was=RIVER)
    assert "Pasangan ini pernah diputus pada kalimat lama." in told
    assert f"saat diputus {RIVER} Sekarang Terjaganya Hutan di Hulu" in told
    assert "Sekarang tidak berubah" in told


def test_a_body_in_the_text_is_proposed_and_its_answer_written_down(scene: Scene) -> None:
    own = at(scene.graph, TANJUNG, TREES)
    detect(scene.graph, own, "mitra:polsek", jenis="mitra", kutipan="Pohon", skor=None, pita=None, alasan=None)
    page, client = url(own, "mitra:polsek"), scene.planner(TANJUNG)
    shown = client.get(page)
    assert "Kecamatan Tanjung Contoh menyebut Polsek ." in text(shown)
    assert "<mark>Pohon</mark>" in shown.text
    others = send(client, page, page, kata="ya", pihak=TANJUNG, semua="ya")
    assert (others.status_code, "hanya berlaku untuk perangkat daerah Anda" in others.text) == (422, True)
    send(client, page, page, kata="ya", pihak=TANJUNG, alasan="")
    assert "Polsek (jawabannya Anda catat)" in text(client.get(page))
    send(client, page, page, kata="ya", pihak="mitra:polsek", alasan="Surat Polsek nomor 3")
    stands = properties(scene.graph, own, "polsek")
    assert (stands["tipe"], stands["jenis"]) == ("CROSSCUTS", "mitra")


# --- added by hand


def test_a_pair_is_added_by_hand_with_the_words_that_mean_the_same(scene: Scene) -> None:
    own, other = at(scene.graph, TANJUNG, LEAK), at(scene.graph, MUARA, TREES)
    page, client = f"/crosscutting/baru?dari={own}", scene.planner(TANJUNG)
    found = client.get(f"{page}&cari=pohon")
    assert f'value="{other}"' in found.text
    assert f'value="{at(scene.graph, TANJUNG, TREES)}"' not in found.text
    nothing = send(client, page, "/crosscutting/baru", dari=own, alasan="Alasan yang cukup")
    assert (nothing.status_code, "Pasangannya belum jelas" in nothing.text) == (422, True)
    done = send(
        client, page, "/crosscutting/baru", dari=own, dengan=other, pihak=TANJUNG, jenis="melengkapi",
        searti_a="pipa", searti_b="pohon", alasan="Pohon menjaga pipa",
    )  # fmt: skip
    assert done.status_code == 303
    told = text(client.get(done.location))
    assert "baru satu pihak" in told
    assert "ditambahkan tangan" in told
    log = scene.graph.command("MATCH (k:Keputusan {jenis: 'silang'}) RETURN k.isi AS isi ORDER BY k.urut DESC LIMIT 1")
    assert json.loads(log[0]["isi"])["searti"] == "pipa = pohon"
    assert "buka pasangannya" in text(client.get(f"{page}&cari=pohon"))


def test_a_body_that_nobody_knows_yet_is_added_by_its_name(scene: Scene) -> None:
    own = at(scene.graph, MUARA, TREES)
    client = scene.planner(MUARA)
    page = f"/crosscutting/baru?dari={own}"
    done = send(
        client, page, "/crosscutting/baru", dari=own, badan="Kantor Pertanahan", pihak=MUARA, alasan="Lahan hulu"
    )
    assert done.location.endswith("/mitra:kantor-pertanahan")
    assert "Kantor Pertanahan" in text(client.get(done.location))


def test_a_yes_to_what_the_other_side_has_refused_is_not_told_as_a_proposal(scene: Scene) -> None:
    own, other = at(scene.graph, TANJUNG, LEAK), at(scene.graph, HULU, TREES)
    page, client = f"/crosscutting/baru?dari={own}", scene.planner(TANJUNG)
    ya(scene.graph, own, other, HULU)
    tidak(scene.graph, own, other, HULU)
    said = {"pihak": TANJUNG, "jenis": "melengkapi", "alasan": "Pohon menjaga pipa"}
    done = send(client, page, "/crosscutting/baru", dari=own, dengan=other, **said)
    assert "pasangan ini tetap ditolak oleh pihak lain." in text(client.get(done.location))
    here = url(*ordered(own, other))
    again = send(client, here, here, kata="ya", **said | {"jenis": "duplikat"})
    assert "pasangan ini tetap ditolak oleh Kecamatan Hulu Contoh." in text(client.get(again.location))
    for same in (at(scene.graph, TANJUNG, TREES), f"skpd:{TANJUNG}"):
        assert client.get(url(own, same)).status_code == 404


def test_a_pair_that_has_lost_an_end_says_so_and_offers_the_way_out(scene: Scene) -> None:
    a, b = sorted((at(scene.graph, HULU, TREES), at(scene.graph, MUARA, LEAK)))
    detect(scene.graph, a, b, **TOLD)
    client = scene.anyone
    send(client, url(a, b), url(a, b), kata="ya", pihak="keduanya", jenis="melengkapi", alasan="Saling membutuhkan")
    client.get(url(a, b))  # says what was recorded, once
    bring(reworded(HULU, pohon=""), scene.graph, read_settings(scene.env))
    page = client.get(url(a, b))
    assert "Salah satu ujungnya tidak ada lagi di dokumen yang berlaku." in text(page)
    assert "Cocokkan kalimat Kecamatan Hulu Contoh" in text(page)
    assert ("data-verdict" in page.text, page.text.count(">Urungkan<")) == (False, 1)


# --- before there is anything


def test_the_first_pages_teach(graph: Graph, tmp_path: Path, cache: Path) -> None:
    settings = read_settings(environment(tmp_path / "data", cache))
    client = create_app(graph, settings).test_client()
    assert "Belum ada dokumen" in text(client.get("/crosscutting"))
    bring(worksheet(), graph, settings)
    assert "Baru satu perangkat daerah yang punya dokumen" in text(client.get("/crosscutting"))
    bring(worksheet(unit="KECAMATAN HULU CONTOH"), graph, settings)
    assert "Belum dihitung" in text(client.get("/crosscutting"))
