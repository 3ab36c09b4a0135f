"""What sides say about crosscutting pairs: the handshake, who may, two at once, undoing; and the edge that follows."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from click.testing import CliRunner

from service.actor import Actor, Doing, acting_as, at_work
from service.browse import kinerja_page
from service.cli import main
from service.config import Settings
from service.crosscut.pair import pair_page
from service.decisions import undo, undo_together
from service.decisions.listing import list_decisions
from service.decisions.pairs import Word, check_is_about, say, say_many, standing_of
from service.errors import Conflict, Forbidden, Invalid, KinerjaError, NotFound
from service.graph import Graph
from service.register import add
from service.server import Connection
from tests.crosscut_pairs import (
    BAPPEDA,
    FOUND,
    HULU,
    MUARA,
    PIPES,
    REASON,
    TANJUNG,
    TREES,
    Kept,
    agreed,
    at,
    detect,
    edges,
    planner,
    properties,
    regency,
    tidak,
    ya,
)
from tests.worksheet import bring, worksheet


@pytest.fixture(scope="module")
def filled(shared_graph: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Kept:
    """Three units, imported once."""
    return Kept.of(shared_graph, tmp_path_factory.mktemp("silang"), regency, cache)


@pytest.fixture
def pairs(filled: Kept, graph: Graph) -> Graph:
    """The three units, nobody having said anything."""
    filled.into(graph)
    return graph


@pytest.fixture
def a(pairs: Graph) -> str:
    return at(pairs, HULU)


@pytest.fixture
def b(pairs: Graph) -> str:
    return at(pairs, TANJUNG)


def test_a_detected_pair_that_one_side_wants_is_proposed_with_all_that_was_known(pairs: Graph, a: str, b: str) -> None:
    detect(pairs, a, b)
    word = Word(b, a, "ya", TANJUNG, jenis="duplikat", utama=HULU, keterangan="Peta pipa bersama")
    made = say(pairs, word, REASON, based_on=0)
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, b)}
    digest = {row["id"]: row["s"] for row in pairs.command("MATCH (k:Kinerja) RETURN k.id AS id, k.sidik_makna AS s")}
    assert properties(pairs, a, b) == {
        "tipe": "PROPOSES_CROSSCUT", "jenis": "duplikat", "pihak": TANJUNG, "utama": HULU, "ragu": False,
        "keterangan": "Peta pipa bersama", "oleh": "lokal", "pada": made.pada, "urut": made.urut,
        "pasangan": f"{a}~{b}", "skor": 0.5, "pita": "kuat", "alasan": FOUND["alasan"], "sidik_a": digest[a],
        "sidik_b": digest[b], "manual": False,
    }  # fmt: skip
    assert (made.subjek, made.isi["dengan"], made.isi["kalimat_a"], made.isi["nama_b"]) == (
        a, b, PIPES, "Kecamatan Tanjung Contoh",
    )  # fmt: skip


def test_the_other_side_agrees_refuses_with_a_reason_from_the_list_or_is_unsure(pairs: Graph, a: str, b: str) -> None:
    detect(pairs, a, b)
    ya(pairs, a, b, HULU, jenis="melengkapi")
    say(pairs, Word(a, b, "ragu", TANJUNG), "Perlu dicek di lapangan")
    assert (properties(pairs, a, b)["tipe"], properties(pairs, a, b)["ragu"]) == ("PROPOSES_CROSSCUT", True)
    say(pairs, Word(a, b, "ya", TANJUNG, utama=TANJUNG), REASON)
    found = properties(pairs, a, b)
    assert [found[name] for name in ("tipe", "jenis", "utama", "ditetapkan", "skor")] == [
        "CROSSCUTS", "melengkapi", TANJUNG, False, 0.5,
    ]  # fmt: skip
    made = say(pairs, Word(a, b, "tidak", TANJUNG, sebab="wilayah berbeda"), "")
    found = properties(pairs, a, b)
    assert [found[name] for name in ("tipe", "sebab", "pihak")] == ["NOT_CROSSCUT", "wilayah berbeda", TANJUNG]
    assert made.alasan == "Wilayah berbeda"


def test_a_pair_of_which_a_side_is_only_unsure_stays_a_detected_one(pairs: Graph, a: str, b: str) -> None:
    detect(pairs, a, b)
    say(pairs, Word(a, b, "ragu", HULU), "Perlu dicek di lapangan")
    assert properties(pairs, a, b) == {"tipe": "MAY_CROSSCUT", **FOUND, "ragu": True}


def test_undoing_gives_back_what_was_said_before_and_at_last_what_was_detected(pairs: Graph, a: str, b: str) -> None:
    detect(pairs, a, b)
    before = properties(pairs, a, b)
    first, second = agreed(pairs, a, b, HULU, TANJUNG)
    undo(pairs, second.id, based_on=second.urut)
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, b)}
    taken = undo(pairs, first.id)
    assert properties(pairs, a, b) == before
    with pytest.raises(Invalid, match="sudah diurungkan"):
        undo(pairs, first.id)
    undo(pairs, taken.id)
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, b)}


def test_bappeda_settles_for_both_and_a_unit_does_not_turn_that_over(pairs: Graph, a: str, b: str) -> None:
    ya(pairs, a, b, HULU)
    with acting_as(planner(TANJUNG)), pytest.raises(Forbidden, match="hanya oleh Bappeda"):
        say(pairs, Word(a, b, "ya", "keduanya"), REASON)
    with acting_as(BAPPEDA):
        made = say(pairs, Word(a, b, "ya", "keduanya", jenis="duplikat", utama=HULU), REASON)
    found = properties(pairs, a, b)
    assert [found[name] for name in ("tipe", "ditetapkan", "oleh", "utama")] == ["CROSSCUTS", True, "bappeda-1", HULU]
    with acting_as(planner(TANJUNG)):
        with pytest.raises(Forbidden, match=f"keputusan nomor {made.urut}, oleh bappeda-1.*minta Bappeda"):
            tidak(pairs, a, b, TANJUNG)
        with pytest.raises(Forbidden, match="hanya oleh Bappeda"):
            undo(pairs, made.id)
    with acting_as(BAPPEDA):
        undo(pairs, made.id)
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, b)}


def test_a_planner_speaks_for_the_own_unit_without_naming_it_and_for_no_other(pairs: Graph, a: str, b: str) -> None:
    with acting_as(planner(HULU)):
        made = say(pairs, Word(a, b, "ya"), REASON)
        with pytest.raises(Forbidden, match="tidak menulis untuk Kecamatan Tanjung Contoh"):
            ya(pairs, a, b, TANJUNG)
    assert (made.isi["pihak"], made.oleh) == (HULU, "perencana-hulu")
    with acting_as(planner(TANJUNG)), pytest.raises(Forbidden, match="tidak menulis untuk Kecamatan Hulu Contoh"):
        undo(pairs, made.id)
    with acting_as(planner(MUARA)), pytest.raises(Invalid, match=r"atas nama siapa.*Hulu Contoh atau Kecamatan"):
        say(pairs, Word(a, b, "ya"), REASON)
    with pytest.raises(Invalid, match="atas nama siapa"):
        say(pairs, Word(a, b, "ya"), REASON)
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, b)}


def test_an_outside_body_that_was_only_detected_becomes_an_ordinary_one_and_answers(pairs: Graph, a: str) -> None:
    body = "mitra:polsek"
    detect(pairs, a, body, kutipan="Polsek", jenis="mitra")
    with acting_as(planner(HULU)):
        say(pairs, Word(a, body, "ya", HULU), REASON)
        answered = say(pairs, Word(a, body, "ya", body, utama=body), "Surat Polsek nomor 12")
    assert edges(pairs) == {("CROSSCUTS", a, "polsek")}
    assert properties(pairs, a, "polsek")["utama"] == body
    text = "MATCH (m:Mitra) RETURN labels(m) AS label, m.nama AS nama, m.diatur AS diatur"
    assert pairs.command(text) == [{"label": ["Mitra"], "nama": "Polsek", "diatur": []}]
    with acting_as(planner(TANJUNG)), pytest.raises(Forbidden, match="tidak menulis untuk"):
        undo(pairs, answered.id)


def test_a_body_that_nobody_knew_is_named_with_the_first_word_about_it(pairs: Graph, a: str) -> None:
    made = say(pairs, Word(a, "mitra:", "ya", HULU, badan="Balai Wilayah Sungai"), REASON)
    assert made.isi["dengan"] == "mitra:balai-wilayah-sungai"
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, "balai-wilayah-sungai")}
    with pytest.raises(NotFound, match="Tidak ada badan 'bmkg'"):
        say(pairs, Word(a, "mitra:bmkg", "ya", HULU), REASON)


def test_a_whole_unit_is_asked_and_joins_with_a_kinerja_of_its_own(pairs: Graph, a: str) -> None:
    trees = at(pairs, TANJUNG, TREES)
    detect(pairs, a, f"skpd:{TANJUNG}", kutipan="Kecamatan Tanjung Contoh", jenis="mitra")
    ya(pairs, a, f"skpd:{TANJUNG}", HULU)
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, TANJUNG)}
    with acting_as(planner(TANJUNG)):
        made = say(pairs, Word(a, f"skpd:{TANJUNG}", "ya", gabung=trees), REASON)
    assert edges(pairs) == {("CROSSCUTS", a, trees)}
    assert properties(pairs, a, trees)["pasangan"] == f"{a}~skpd:{TANJUNG}"
    undo(pairs, made.id)
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, TANJUNG)}


def test_a_side_joins_only_as_a_unit(pairs: Graph, a: str, b: str) -> None:
    detect(pairs, a, b)
    agreed(pairs, a, b, HULU, TANJUNG, gabung="unit")
    assert edges(pairs) == {("CROSSCUTS", a, TANJUNG)}
    assert tidak(pairs, a, b, TANJUNG).urut == standing_of(pairs, b, a).urut  # type: ignore[union-attr]
    assert edges(pairs) == {("NOT_CROSSCUT", a, b)}


def test_an_agreed_edge_at_a_joined_kinerja_outlives_words_about_that_one(pairs: Graph, a: str, b: str) -> None:
    mine, yours, third = at(pairs, HULU, TREES), at(pairs, TANJUNG, TREES), at(pairs, MUARA)
    agreed(pairs, a, third, MUARA, HULU, gabung=mine)
    agreed(pairs, a, b, HULU, TANJUNG, gabung=yours)
    joined = {("CROSSCUTS", mine, third), ("CROSSCUTS", a, yours)}
    assert edges(pairs) == joined
    assert [pair_page(pairs, *ends[1:]).status for ends in joined] == ["disepakati", "disepakati"]
    ya(pairs, yours, third, MUARA)
    undo(pairs, ya(pairs, mine, yours, HULU).id)
    assert edges(pairs) == joined | {("PROPOSES_CROSSCUT", *sorted((yours, third)))}


def test_of_two_sides_one_stays_with_a_kinerja(pairs: Graph, a: str, b: str) -> None:
    first = ya(pairs, a, b, HULU, gabung="unit")
    with pytest.raises(Invalid, match="Pihak lain sudah bergabung tanpa kinerja"):
        ya(pairs, a, b, TANJUNG, gabung="unit")
    back = undo(pairs, first.id)
    ya(pairs, a, b, TANJUNG, gabung="unit")
    undo(pairs, back.id)
    assert edges(pairs) == {("CROSSCUTS", a, TANJUNG)}


def test_a_settled_pair_is_bappedas_in_every_order_of_words(pairs: Graph, a: str, b: str) -> None:
    with acting_as(planner(TANJUNG)):
        first = ya(pairs, a, b, TANJUNG)
    with acting_as(BAPPEDA):
        taken = undo(pairs, first.id)
        ya(pairs, a, b, "keduanya")
        tidak(pairs, a, b, HULU)
        assert [properties(pairs, a, b)[name] for name in ("tipe", "ditetapkan")] == ["NOT_CROSSCUT", False]
        ya(pairs, a, b, "keduanya")
        with pytest.raises(Invalid, match="sudah diputuskan"):
            ya(pairs, a, b, "keduanya")
    assert [properties(pairs, a, b)[name] for name in ("tipe", "ditetapkan")] == ["CROSSCUTS", True]
    with acting_as(planner(TANJUNG)):
        for key in (taken.id, first.id):
            with pytest.raises(Forbidden, match=r"sudah ditetapkan untuk kedua pihak.*minta Bappeda"):
                undo(pairs, key)


def test_a_body_that_is_known_by_another_spelling_is_that_one(pairs: Graph, a: str) -> None:
    add(pairs, "mitra", {"nama": "Kepolisian Sektor", "jenis": "instansi vertikal", "alias": "Polsek"})
    first = ya(pairs, a, "mitra:", HULU, badan="POLSEK.")
    new = ya(pairs, a, "mitra:", HULU, badan=" Balai\u00a0\u202eWilayah\x0b Sungai\n", keterangan="Satu\x00dua")
    assert (first.isi["dengan"], first.isi["nama_b"]) == ("mitra:kepolisian-sektor", "Kepolisian Sektor")
    assert (new.isi["nama_b"], new.isi["keterangan"]) == ("Balai Wilayah Sungai", "Satu dua")


def test_the_second_of_two_people_is_told_with_both_words(pairs: Graph, a: str, b: str) -> None:
    with acting_as(planner(HULU)):
        first = say(pairs, Word(a, b, "ya", jenis="duplikat"), REASON, based_on=0)
        with pytest.raises(Conflict) as told:
            say(pairs, Word(a, b, "ya", jenis="melengkapi"), REASON, based_on=0)
    assert told.value.message == (
        "perencana-hulu mengubah crosscutting ini baru saja "
        "(belum ada jawaban -> Kecamatan Hulu Contoh: ya (duplikat))."
    )
    assert told.value.hint == (
        "Pilihan Anda (Kecamatan Hulu Contoh: ya (melengkapi)) belum disimpan. Muat ulang, periksa, lalu putuskan lagi."
    )
    assert told.value.current == str(first.urut)
    undo(pairs, first.id)
    with pytest.raises(Conflict, match=r"Orang lain mengubah .*ya \(duplikat\) -> diurungkan"):
        say(pairs, Word(a, b, "ya", TANJUNG), REASON, based_on=first.urut)
    with pytest.raises(Conflict, match="keadaan nomor 7, yang tidak ada"):
        say(pairs, Word(a, at(pairs, TANJUNG, TREES), "ya", HULU), REASON, based_on=7)
    assert edges(pairs) == set()


def test_a_second_click_is_no_second_decision_and_a_change_of_mind_is_one(pairs: Graph, a: str, b: str) -> None:
    first = ya(pairs, a, b, HULU, jenis="melengkapi")
    with pytest.raises(Invalid, match=f"sudah diputuskan .keputusan nomor {first.urut}"):
        ya(pairs, b, a, HULU, jenis="melengkapi")
    ya(pairs, a, b, HULU, jenis="duplikat")
    assert properties(pairs, a, b)["jenis"] == "duplikat"


def test_a_hand_added_pair_is_a_proposal_and_says_so(pairs: Graph, a: str, b: str) -> None:
    for kata in ("tidak", "ragu"):
        with pytest.raises(Invalid, match="tidak terdeteksi dan tidak diusulkan"):
            say(pairs, Word(a, b, kata, HULU, sebab="lainnya"), REASON)
    made = ya(pairs, a, b, HULU, manual=True, searti="pipa = perpipaan")
    found = properties(pairs, a, b)
    assert (found["manual"], "skor" in found, made.isi["searti"]) == (True, False, "pipa = perpipaan")
    undo(pairs, made.id)
    assert edges(pairs) == set()


WRONG: dict[str, tuple[dict[str, Any], type[KinerjaError], str]] = {
    "two kinerja of one unit": ({"b": "own"}, Invalid, "satu perangkat daerah, jadi bukan crosscutting"),
    "the own unit": ({"b": f"skpd:{HULU}"}, Invalid, "satu perangkat daerah"),
    "no kinerja": ({"a": f"skpd:{HULU}", "b": f"skpd:{TANJUNG}"}, Invalid, "Satu ujung pasangan harus kinerja"),
    "an unknown kinerja": ({"b": "XXX-24-AAAA"}, NotFound, "Tidak ada kinerja 'XXX-24-AAAA'"),
    "an unknown unit": ({"b": "skpd:tidak-ada"}, NotFound, "Tidak ada perangkat daerah 'tidak-ada'"),
    "another year": ({"b": "later"}, Invalid, "dari tahun yang berbeda"),
    "another government": ({"b": "away"}, Invalid, "pemerintah daerah yang berbeda"),
    "an unknown word": ({"kata": "mungkin"}, Invalid, "'mungkin' tidak dikenal.*ya, tidak, ragu"),
    "an unknown kind": ({"jenis": "mirip"}, Invalid, r"duplikat, melengkapi\."),
    "a kind that only bodies have": ({"jenis": "mitra"}, Invalid, "Jenis 'mitra' tidak dikenal"),
    "a body of no name": ({"b": "mitra:", "badan": " !!! "}, Invalid, "Nama badan harus berisi huruf"),
    "a body under a key of its own": ({"b": "mitra:a/b", "badan": "Polres"}, NotFound, "Tidak ada badan 'a/b'"),
    "a body called as a unit": (
        {"b": "mitra:", "badan": "KECAMATAN Muara Contoh"},
        Invalid,
        "perangkat daerah di sini",
    ),
    "no kinerja on either side": (
        {"b": "mitra:", "badan": "Polsek", "gabung": "unit"},
        Invalid,
        "harus ada kinerjanya",
    ),
    "a lead that is no side": ({"utama": MUARA}, Invalid, "Utama 'kecamatan-muara-contoh' tidak dikenal"),
    "a side that is none": ({"pihak": MUARA}, Invalid, "bukan pihak dari pasangan ini"),
    "a no without a reason from the list": ({"kata": "tidak"}, Invalid, "objek berbeda, kalimat umum"),
    "unsure for both": ({"kata": "ragu", "pihak": "keduanya"}, Invalid, "ya atau tidak"),
    "joining with another unit's kinerja": ({"gabung": "other"}, Invalid, "bukan kinerja Kecamatan Hulu Contoh"),
    "joining with what is not there": ({"gabung": "XXX-24-AAAA"}, NotFound, "Tidak ada kinerja 'XXX"),
    "a remark too long": ({"keterangan": "x" * 501}, Invalid, "paling panjang 500 huruf"),
    "a reason too short": ({"alasan": "ok"}, Invalid, "Alasan harus 5 sampai 1000"),
    "other reasons untold": ({"kata": "tidak", "sebab": "lainnya", "alasan": ""}, Invalid, "Alasan harus 5"),
}


def test_what_is_not_allowed_is_explained_and_nothing_is_written(pairs: Graph, settings: Settings) -> None:
    bring(worksheet(unit="KECAMATAN TANJUNG CONTOH", tahun=2025), pairs, settings)
    bring(worksheet(unit="KECAMATAN JAUH", pemda="KABUPATEN LAIN"), pairs, settings)
    here = {
        "own": at(pairs, HULU, TREES),
        "other": at(pairs, MUARA),
        "away": at(pairs, "kecamatan-jauh"),
        "later": at(pairs, TANJUNG, tahun=2025),
    }
    a, b = at(pairs, HULU), at(pairs, TANJUNG)
    detect(pairs, a, b)
    before = pairs.content_hash()
    for case, (wish, kind, told) in WRONG.items():
        said = {"a": a, "b": b, "kata": "ya", "pihak": HULU, "alasan": REASON, **wish}
        said = {name: here.get(value, value) for name, value in said.items()}
        reason = said.pop("alasan")
        with pytest.raises(kind, match=told) as fault:
            say(pairs, Word(**said), reason)
        assert fault.value.hint or fault.value.message, case
    assert pairs.content_hash() == before


def test_one_answer_for_many_pairs_is_all_or_none_and_passes_over_what_stands(pairs: Graph, a: str, b: str) -> None:
    third = at(pairs, MUARA)
    first = ya(pairs, a, b, HULU)
    words = [Word(a, b, "ya", HULU), Word(a, third, "ya", HULU)]
    with pytest.raises(Invalid, match="bukan pihak"):
        say_many(pairs, [*words, Word(b, third, "ya", HULU)], REASON)
    with pytest.raises(Invalid, match="disebut dua kali"):
        say_many(pairs, [words[1], Word(third, a, "ya", MUARA)], REASON)
    with pytest.raises(Conflict):
        say_many(pairs, words, REASON, based_on={f"{a}~{third}": 5})
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, b)}
    made = say_many(pairs, [*words, Word(b, third, "ya", MUARA)], REASON, based_on={f"{a}~{b}": 0, f"{a}~{third}": 0})
    assert [one.urut for one in made] == [first.urut + 1, first.urut + 2]
    assert len(edges(pairs)) == 3
    undo_together(pairs, [one.id for one in made], based_on=made[-1].urut)
    assert edges(pairs) == {("PROPOSES_CROSSCUT", a, b)}
    assert say_many(pairs, [words[0]], REASON) == ()


def test_decisions_of_two_kinds_are_not_undone_together(pairs: Graph, a: str, b: str) -> None:
    made = ya(pairs, a, b, HULU)
    with pytest.raises(Invalid, match="ada keputusan crosscutting"):
        undo_together(pairs, ["keputusan-1", made.id])


def test_the_activity_log_is_told_who_said_what_before_and_now(pairs: Graph, a: str, b: str) -> None:
    ya(pairs, a, b, HULU, jenis="duplikat")
    with acting_as(planner(TANJUNG)), at_work(Doing(1)) as doing:
        say(pairs, Word(a, b, "tidak", sebab="kalimat umum"), "")
    assert (doing.subjek, doing.unit, doing.sebelum, doing.sesudah) == (
        a,
        TANJUNG,
        {"crosscutting": "belum ada jawaban"},
        {
            "crosscutting": "Kecamatan Tanjung Contoh: tidak (kalimat umum)",
            "dengan": f"“{PIPES}” (Kecamatan Tanjung Contoh)",
            "alasan": "Kalimat umum",
        },
    )


def test_the_list_of_decisions_and_the_history_of_both_kinerja_tell_it_in_words(pairs: Graph, a: str, b: str) -> None:
    ya(pairs, a, b, HULU, jenis="duplikat")
    made = tidak(pairs, a, b, TANJUNG)
    other = f"“{PIPES}” (Kecamatan Tanjung Contoh)"
    for asked in ({"subjek": a}, {"subjek": b}, {"unit": TANJUNG}):
        found = list_decisions(pairs, **asked).isi[0]  # type: ignore[arg-type]
        assert (found.keputusan.id, found.keputusan.berlaku, found.apa) == (made.id, True, "Crosscutting")
        assert found.teks == f"Kecamatan Tanjung Contoh: tidak (objek berbeda), dengan {other}"
        assert (found.penulis, found.dengan) == (TANJUNG, b)
    for key, name in ((a, "Tanjung"), (b, "Hulu")):
        *_, before, last = kinerja_page(pairs, key).riwayat
        assert before.teks == f"Kecamatan Hulu Contoh: ya (duplikat), dengan “{PIPES}” (Kecamatan {name} Contoh)"
        assert last.teks.startswith("Kecamatan Tanjung Contoh: tidak (objek berbeda), dengan")
    unit = pairs.command("MATCH (d:Dokumen)<-[:HAS_DOCUMENT]-({kode: $u}) RETURN d.menunggu AS n", u=HULU)
    assert unit == pairs.command("MATCH (d:Dokumen)<-[:HAS_DOCUMENT]-({kode: $u}) RETURN d.menunggu AS n", u=MUARA)


def test_an_entry_about_another_pair_is_not_taken_for_one_about_this(pairs: Graph, a: str, b: str) -> None:
    made, other = ya(pairs, a, b, HULU), ya(pairs, a, at(pairs, MUARA), HULU)
    check_is_about(pairs, made.id, b, a)
    for key in (other.id, "keputusan-1", "keputusan-99"):
        with pytest.raises(Invalid, match=f"{key} bukan jawaban tentang pasangan ini"):
            check_is_about(pairs, key, a, b)


def test_a_reader_says_nothing(pairs: Graph, a: str, b: str) -> None:
    with acting_as(Actor("pembaca-1", "pembaca", cara="sesi")), pytest.raises(Forbidden, match="tidak menulis untuk"):
        ya(pairs, a, b, HULU)


def test_the_command_answers_for_a_side_and_takes_it_back(
    pairs: Graph, a: str, b: str, neo4j_server: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_ = neo4j_server
    for name, value in (("URI", at_.uri), ("USER", at_.user), ("PASSWORD", at_.password), ("DATABASE", at_.database)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("KINERJA_DATA", str(settings.data))

    def run(*words: str) -> Any:
        return CliRunner().invoke(main, ["crosscuts", *words])

    asked = ("decide", a, b, "--word", "ya", "--side", HULU, "--kind", "duplikat", "--role", "anggota")
    told = json.loads(run(*asked, "--reason", REASON, "--json").stdout)
    assert (told["status"], told["keputusan"]["isi"]["utama"]) == ("satu pihak", TANJUNG)
    said = run("decide", a, b, "--word", "tidak", "--side", TANJUNG, "--because", "kalimat umum")
    assert "Pasangan ini kini: ditolak." in said.stderr
    assert edges(pairs) == {("NOT_CROSSCUT", a, b)}
    refused = run("decide", a, b, "--word", "ya", "--side", MUARA, "--reason", REASON)
    assert (refused.exit_code, "bukan pihak dari pasangan ini" in refused.stderr) == (2, True)
    last = standing_of(pairs, a, b).urut  # type: ignore[union-attr]
    assert json.loads(run("undo", f"keputusan-{last}", "--json").stdout)["status"] == "satu pihak"


def test_of_two_who_answer_at_the_same_moment_one_is_told(pairs: Graph, a: str, b: str) -> None:
    start = Barrier(2)

    def answer(unit: str) -> str:
        with acting_as(planner(unit)):
            start.wait()
            try:
                return say(pairs, Word(a, b, "ya"), REASON, based_on=0).isi["pihak"]
            except Conflict as told:
                return told.message

    with ThreadPoolExecutor(2) as both:
        found = sorted(both.map(answer, (HULU, TANJUNG)), key=len)
    assert found[0] in (HULU, TANJUNG)
    assert found[1].startswith(f"perencana-{found[0].split('-')[1]} mengubah crosscutting ini baru saja")
    assert properties(pairs, a, b)["pihak"] == found[0]
