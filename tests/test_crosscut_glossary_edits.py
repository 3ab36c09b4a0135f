"""The glossary as people edit it: what is refused, what a change moves, what it never touches; its pages."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.actor import Actor, Doing, acting_as, at_work
from service.app import create_app
from service.backup.dump import Spool
from service.backup.refill import refill
from service.config import Settings
from service.crosscut.glossary import shipped
from service.crosscut.glossary.change import Change, after, checked
from service.crosscut.glossary.concept import concept
from service.crosscut.glossary.edits import Edit, in_force, read_edits, version
from service.crosscut.glossary.listing import glossary_list
from service.crosscut.glossary.use import general_word
from service.crosscut.statement import Condition
from service.decisions.pairs import Word, say
from service.errors import Conflict, Forbidden, Invalid, NotFound
from service.graph import Graph
from service.refresh import is_stale, refresh_now
from service.refresh.preview import preview
from service.register.konsep import change_concept
from service.replay import as_json, export_log, from_json, replay
from tests.conftest import Seeds, emptied
from tests.crosscut_units import REASON, fill, pairs
from tests.test_pages_versions import sent, text

WHY = "Istilah yang dipakai di sini"
ADD = Change("stunting", "tambah", ("balita kerdil", "baduta kuntet"))
NEW = Change("ketertiban pasar", "tambah", ("derajat kesehatan",))
"""A concept that joins two units which no word joins."""
TAKE = Change("keuangan desa", "cabut", ("keuangan desa", "pengelolaan keuangan desa"))
PAGE = "/crosscutting/glosarium"

REFUSED = {
    "a generic word": (Change("stunting", "tambah", ("Pelayanan",)), "varian", "kata umum"),
    "a generic phrase": (Change("stunting", "tambah", ("indeks kepuasan masyarakat",)), "varian", "frasa umum"),
    "function words": (Change("stunting", "tambah", ("dan di",)), "varian", "tidak menyebut apa pun"),
    "a number": (Change("stunting", "tambah", ("2024",)), "varian", "tidak menyebut apa pun"),
    "what is too long": (Change("stunting", "tambah", ("a1 b2 c3 d4 e5 f6 g7 h8",)), "varian", "terlalu panjang"),
    "a homonym": (Change("irigasi", "tambah", ("P3A",)), "varian", "dibaca dari kata di sekitarnya"),
    "a partner": (Change("stunting", "tambah", ("polres",)), "varian", "nama mitra (Polri)"),
    "what is there": (Change("stunting", "tambah", ("STUNTING",)), "varian", "sudah menjadi varian stunting"),
    "what is read the same": (Change("stunting", "tambah", ("stuntingnya",)), "varian", "dibaca sama dengan"),
    "nothing": (Change("stunting", "tambah", (" ", "")), "varian", "setidaknya satu frasa"),
    "no concept": (Change(" ", "tambah", ("sampah laut",)), "konsep", "Nama konsep harus diisi"),
    "a generic concept": (Change("pelayanan", "tambah", ()), "konsep", "kata umum"),
    "what is none of its phrases": (Change("stunting", "cabut", ("sampah",)), "varian", "bukan varian"),
    "what is as it was shipped": (Change("stunting", "urungkan", ("stunting",)), "varian", "tidak (lagi) diubah"),
    "too many at once": (
        Change("stunting", "tambah", tuple(f"kata{n}x" for n in range(51))),
        "varian",
        "Paling banyak",
    ),
}


def edits_of(graph: Graph) -> tuple[Edit, ...]:
    return graph.reading(read_edits)


def variants(graph: Graph, name: str) -> set[str]:
    return {one.varian for one in in_force(edits_of(graph)).concepts.get(name, ())}


def bands(graph: Graph) -> dict[tuple[str, str], tuple[float, str]]:
    """Detected pairs of two kinerja, with score and band."""
    rows = graph.command(
        "MATCH (a)-[r:MAY_CROSSCUT]->(b:Kinerja) RETURN a.id AS a, b.id AS b, r.skor AS s, r.pita AS p"
    )
    return {(row["a"], row["b"]): (row["s"], row["p"]) for row in rows}


@pytest.fixture
def units(graph: Graph) -> Graph:
    """Five units; nothing is detected yet."""
    fill(graph)
    return graph


@pytest.mark.parametrize("case", REFUSED)
def test_it_refuses_with_words(case: str) -> None:
    wanted, field, reason = REFUSED[case]
    with pytest.raises(Invalid) as fault:
        checked(wanted, ())
    assert list(fault.value.fields) == [field]
    assert reason in fault.value.fields[field]


def test_every_phrase_that_is_refused_is_told_at_once() -> None:
    with pytest.raises(Invalid) as fault:
        checked(Change("stunting", "tambah", ("pelayanan", "balita kerdil", "polres")), ())
    told = fault.value.fields["varian"]
    assert ("“pelayanan”" in told, "“polres”" in told, "kerdil" in told) == (True, True, False)


def test_a_phrase_goes_with_all_that_is_read_the_same() -> None:
    edits = after(checked(Change("Ketenteraman dan Ketertiban Umum", "cabut", ("ketentraman",)), ()), (), "a", "b", "c")
    assert {(one.varian, one.aksi) for one in edits} == {("ketentraman", "cabut"), ("ketenteraman", "cabut")}
    gone = {one.varian for one in in_force(edits).concepts["ketenteraman dan ketertiban umum"]}
    assert gone & {"ketentraman", "ketenteraman"} == set()


def test_a_phrase_may_become_the_other_kind_and_back() -> None:
    edits = after(checked(Change("stunting", "tambah", ("stunting",), "terkait"), ()), (), "a", "b", "c")
    kinds = [one.jenis for one in in_force(edits).concepts["stunting"] if one.varian == "stunting"]
    back = after(checked(Change("stunting", "tambah", ("stunting",), "sinonim"), edits), edits, "a", "b", "c")
    assert (kinds, back, in_force(())) == (["terkait"], (), shipped())


def test_what_was_added_here_is_taken_out_without_a_trace() -> None:
    edits = after(checked(ADD, ()), (), "a", "b", "c")
    gone = after(checked(Change("stunting", "cabut", ADD.varian), edits), edits, "a", "b", "c")
    assert (len(edits), gone) == (2, ())


def test_a_change_keeps_who_when_and_why_and_raises_the_revision(graph: Graph) -> None:
    before = (graph.revision(), shipped().digest)
    doing = Doing(1)
    with acting_as(Actor("bappeda-1", "bappeda")), at_work(doing):
        made = change_concept(graph, ADD, f" {WHY} ")
    node = graph.command(
        "MATCH (n:Konsep) RETURN n.kode AS kode, n.nama AS nama, n.varian AS varian, n.dicabut AS gone"
    )
    assert node == [{"kode": "stunting", "nama": "stunting", "varian": ["baduta kuntet", "balita kerdil"], "gone": []}]
    assert made == edits_of(graph)
    assert {(one.varian, one.aksi, one.jenis, one.oleh, one.alasan) for one in made} == {
        (phrase, "tambah", "sinonim", "bappeda-1", WHY) for phrase in ADD.varian
    }
    assert (graph.revision(), shipped().digest) == (before[0] + 1, before[1])
    assert (doing.subjek, doing.sesudah["balita kerdil"]) == ("stunting", "ditambahkan (sinonim)")


def test_undoing_each_leaves_what_was_shipped(graph: Graph) -> None:
    change_concept(graph, ADD, WHY)
    change_concept(graph, Change("stunting", "cabut", ("tengkes",)), WHY)
    change_concept(graph, Change("stunting", "urungkan", ("tengkes",)), "")
    assert variants(graph, "stunting") == {one.varian for one in shipped().concepts["stunting"]} | set(ADD.varian)
    change_concept(graph, Change("stunting", "urungkan", ADD.varian), "")
    assert (edits_of(graph), graph.command("MATCH (n:Konsep) RETURN n")) == ((), [])


def test_the_second_of_two_people_is_told(graph: Graph) -> None:
    seen = version(edits_of(graph))
    with acting_as(Actor("bappeda-1", "bappeda")):
        change_concept(graph, ADD, WHY, seen)
    with pytest.raises(Conflict, match="ditambahkan oleh bappeda-1"):
        change_concept(graph, Change("stunting", "cabut", ("tengkes",)), WHY, seen)
    assert "tengkes" in variants(graph, "stunting")


def test_a_planner_and_a_missing_reason_are_refused(graph: Graph) -> None:
    with acting_as(Actor("perencana-1", "perencana", ("DPMD",))), pytest.raises(Forbidden):
        change_concept(graph, ADD, WHY)
    with pytest.raises(Invalid) as fault:
        change_concept(graph, ADD, "x")
    assert (list(fault.value.fields), edits_of(graph)) == (["alasan"], ())


def test_a_preview_says_what_the_next_detection_writes(units: Graph) -> None:
    refresh_now(units)
    before, stood = bands(units), (units.revision(), units.content_hash())
    told = preview(units, TAKE)
    assert (units.revision(), units.content_hash()) == stood
    change_concept(units, TAKE, WHY, told.versi_subjek)
    assert is_stale(units)
    refresh_now(units)
    now = bands(units)
    shown = {(one.a.id, one.b.id): one for one in told.pasangan}
    assert {key: one.lama and (one.lama.skor, one.lama.pita) for key, one in shown.items()} == {
        key: before.get(key) for key in shown
    }
    assert {key: one.baru and (one.baru.skor, one.baru.pita) for key, one in shown.items()} == {
        key: now.get(key) for key in shown
    }
    moved = [key for key in before.keys() | now.keys() if is_listed_move(before.get(key), now.get(key))]
    assert sum(one.banyak for one in told.pasangan) == len(moved) > 0
    assert (sum(told.jumlah.values()), told.putusan, told.kinerja) == (len(told.pasangan), 0, 17)


def is_listed_move(old: tuple[float, str] | None, new: tuple[float, str] | None) -> bool:
    """Whether an inbox shows another pair, band or score (of two decimals) than before."""
    was, will = (bool(one and one[1] != "lemah") for one in (old, new))
    stays = old and new and was and will
    return was != will or bool(stays and old and new and (old[1] != new[1] or abs(old[0] - new[0]) >= 0.005))


def test_a_preview_counts_where_the_concept_is_found(units: Graph) -> None:
    told = preview(units, NEW)
    assert (told.konsep_baru, told.perubahan.varian) == (True, ("ketertiban pasar", "derajat kesehatan"))
    assert ((told.sebelum.kinerja, told.sebelum.unit), (told.sesudah.kinerja, told.sesudah.unit)) == ((0, 0), (2, 2))
    assert [(one.varian, one.kinerja) for one in told.varian] == [("ketertiban pasar", 1), ("derajat kesehatan", 1)]


def test_a_single_word_that_most_units_use_is_pointed_out() -> None:
    said = ("Terbinanya desa", "Majunya ekonomi desa", "Tertibnya pasar desa", "Lancarnya jalan", "Bersihnya sungai")
    conditions = [Condition(str(n), f"unit-{n}", "dinas", "uji", 2024, text) for n, text in enumerate(said)]
    told = {phrase: general_word(phrase, conditions) for phrase in ("desa", "jalan", "ekonomi desa")}
    assert told == {"desa": 3, "jalan": 0, "ekonomi desa": 0}
    assert general_word("desa", conditions[:3]) == 0  # too few units to tell


def test_decided_pairs_are_untouched_and_a_refused_one_stays_away(units: Graph) -> None:
    refresh_now(units)
    say(units, Word("KA-3", "P-2", "tidak", pihak="DPMD", sebab="objek berbeda"), REASON)
    say(units, Word("H-2", "P-3", "ya", pihak="DINKES"), REASON)
    decided = (
        "MATCH (a)-[r:NOT_CROSSCUT|PROPOSES_CROSSCUT]->(b) RETURN a.id, b.id, type(r), properties(r) ORDER BY a.id"
    )
    stood = units.command(decided)
    wanted = Change("laporan keuangan desa uji", "tambah", ("laporan keuangan lengkap", "pengelolaan keuangan desa"))
    told = preview(units, wanted)
    change_concept(units, wanted, WHY)
    refresh_now(units)
    assert (told.putusan, units.command(decided)) == (0, stood)
    assert {("KA-3", "P-2"), ("H-2", "P-3")} & pairs(units) == set()


def test_words_that_people_called_the_same_are_proposed_until_they_are_known(units: Graph) -> None:
    said = Word("H-1", "S-2", "ya", pihak="DINKES", manual=True, searti="Rembuk Kampung = rembuk stunting")
    say(units, said, REASON)
    (one,) = glossary_list(units).usulan
    assert (one.konsep, one.varian, one.baru, (one.a, one.b)) == (
        "rembuk stunting",
        ("rembuk kampung",),
        False,
        ("H-1", "S-2"),
    )
    change_concept(units, Change(one.konsep, "tambah", one.varian), WHY)
    assert glossary_list(units).usulan == ()


def test_the_list_finds_concepts_by_phrase_and_counts_where_they_are_found(units: Graph) -> None:
    found = glossary_list(units, cari="keuangan desa")
    first = found.isi[0]
    assert (first.nama, first.kinerja) == ("keuangan desa", 3)
    assert {(one.kode, one.kinerja) for one in first.unit} == {("DPMD", 1), ("KECA", 1), ("KECB", 1)}
    change_concept(units, ADD, WHY)
    changed = glossary_list(units, lihat="diubah")
    assert ([row.nama for row in changed.isi], changed.jumlah["diubah"], len(changed.ubahan)) == (["stunting"], 1, 2)
    nothing = glossary_list(units, cari="tidak ada yang begini")
    assert (nothing.isi, nothing.paging.total) == ((), 0)


def test_a_concept_tells_its_phrases_and_where_they_stand(units: Graph) -> None:
    change_concept(units, Change("stunting", "cabut", ("tengkes",)), WHY)
    page = concept(units, "stunting")
    told = {one.varian: one for one in page.varian}
    assert (told["stunting"].kinerja, told["stunting"].dicabut, told["tengkes"].dicabut) == (4, False, True)
    assert {one.id for one in page.kinerja if "stunting" in {word.casefold() for word in one.kata}} == {
        "H-2",
        "P-3",
        "KA-2",
        "KB-2",
    }
    with pytest.raises(NotFound, match="tidak-ada"):
        concept(units, "tidak-ada")


def test_changes_survive_replay_and_backup(graph: Graph, tmp_path: Path) -> None:
    change_concept(graph, ADD, WHY)
    change_concept(graph, NEW, WHY)
    log, stood, told = from_json(as_json(export_log(graph))), graph.content_hash(), edits_of(graph)
    spool = Spool(tmp_path)
    graph.reading(spool.fill)
    replay(log, emptied(graph))
    assert (graph.content_hash(), edits_of(graph)) == (stood, told)
    refill(emptied(graph), Seeds(list(spool), 0, {}))  # type: ignore[arg-type]
    assert (graph.content_hash(), edits_of(graph)) == (stood, told)


@pytest.fixture
def client(units: Graph, settings: Settings) -> FlaskClient:
    return create_app(units, settings).test_client()


def test_on_the_pages_a_change_is_seen_before_it_is_made_and_taken_back_after(
    client: FlaskClient, units: Graph
) -> None:
    start = client.get(f"{PAGE}/stunting").text
    typed = {"csrf": start.split('name="csrf" value="')[1].split('"')[0], "konsep": "stunting", "aksi": "tambah"}
    shown = client.post(PAGE, data={**typed, "varian": "balita kerdil\nderajat kesehatan"})
    assert "Tambah 2 varian stunting: yang akan berubah" in text(shown.text)
    assert "0 putusan tersentuh" in text(shown.text)
    assert edits_of(units) == ()
    short = client.post(PAGE, data={**typed, "varian": "balita kerdil", "langkah": "terapkan", "berdasar": "0"})
    assert (short.status_code, "Alasan 5 sampai 500 huruf" in text(short.text)) == (422, True)
    done = sent(client, shown.text, PAGE, alasan=WHY)
    assert "“derajat kesehatan” ditambahkan ke konsep “stunting”" in text(done)
    assert "1 perubahan di pemda ini" in text(client.get(PAGE).text)
    after_undo = sent(client, done, PAGE)
    assert "dikembalikan seperti bawaan" in text(after_undo)
    assert edits_of(units) == ()


def test_on_the_pages_a_refusal_keeps_what_was_typed(client: FlaskClient) -> None:
    start = client.get(PAGE).text
    typed = {"csrf": start.split('name="csrf" value="')[1].split('"')[0], "aksi": "tambah"}
    page = client.post(PAGE, data={**typed, "konsep": "pasar malam uji", "varian": "pelayanan\npasar malam"})
    assert page.status_code == 422
    assert "kata umum" in text(page.text)
    assert ('value="pasar malam uji"' in page.text, "pelayanan\npasar malam</textarea>" in page.text) == (True, True)


def test_the_list_is_taken_away_with_every_phrase(client: FlaskClient, units: Graph) -> None:
    change_concept(units, Change("stunting", "cabut", ("tengkes",)), WHY)
    table = client.get(f"{PAGE}.csv?cari=stunting&lihat=diubah").data.decode("utf-8-sig")
    rows = {row["varian"]: row for row in csv.DictReader(io.StringIO(table))}
    assert rows.keys() == {one.varian for one in shipped().concepts["stunting"]}
    assert (rows["stunting"]["kinerja"], rows["stunting"]["kunci"]) == ("4", "stunting")
    assert (rows["tengkes"]["perubahan"], rows["tengkes"]["alasan"]) == ("cabut", WHY)
    assert client.get(f"{PAGE}.xlsx?cari=stunting").data[:2] == b"PK"
