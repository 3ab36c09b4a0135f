"""Every kind of decision: recorded, refused with an explanation, told to the second of two, asked for, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.actor import Actor, acting_as
from service.browse import KinerjaPage, kinerja_page
from service.config import Settings
from service.decisions import decide, undo, undo_together
from service.decisions.bulk import accept_levels, confirm_branch
from service.decisions.offers import matches_offer
from service.decisions.open import Open, open_questions
from service.errors import Conflict, Forbidden, Invalid
from service.graph import Graph
from service.model import Decision, DecisionKind
from service.replay import export_log
from tests.histories import DOCUMENT, REASON, UNIT
from tests.worksheet import WATER, bring, ids, links, ready, worksheet

OUTCOME, FACTOR, PIPES, LEAKS, CHECKS, OLD_PIPES, SOURCES, SPRINGS, TREES = (box.uraian for box in WATER)
REWORDED = "Terlaksananya Penanaman Bibit Pohon di Kawasan Hulu"
MENDED = worksheet([*WATER[:8], replace(WATER[8], uraian=REWORDED)])


@pytest.fixture
def key(graph: Graph, settings: Settings) -> dict[str, str]:
    """Statement -> id, of a cascade in the graph."""
    bring(worksheet(), graph, settings)
    return ids(graph)


def owners(graph: Graph, key: str) -> set[str]:
    rows = graph.command("MATCH ({id: $id})-[:ASSIGNED_TO]->(j) RETURN j.nama AS nama", id=key)
    return {row["nama"] for row in rows}


def asked(found: Open) -> list[tuple[str, str, int]]:
    return [(group.jenis, one.uraian, one.tanya.dampak) for group in found.kelompok for one in group.isi]


def test_a_second_parent_is_added_preferred_and_taken_away(graph: Graph, key: dict[str, str]) -> None:
    before = links(graph)
    decide(graph, "induk_lain", key[TREES], {"induk": key[LEAKS]}, REASON)
    decide(graph, "utama", key[TREES], {"induk": key[LEAKS]}, REASON)
    assert links(graph) == before | {(TREES, LEAKS, "diputuskan")}
    found = kinerja_page(graph, key[TREES])
    assert isinstance(found, KinerjaPage)
    assert [path.langkah[1].kinerja.uraian for path in found.naik.jalur] == [LEAKS, SPRINGS]
    main = "MATCH ({id: $id})-[r:CAUSES {utama: true}]->(e) RETURN e.uraian AS uraian"
    assert graph.command(main, id=key[TREES]) == [{"uraian": LEAKS}]
    decide(graph, "utama", key[TREES], {"induk": key[SPRINGS]}, REASON)
    decide(graph, "induk_lain", key[TREES], {"induk": key[LEAKS], "tarik": "ya"}, REASON)
    assert links(graph) == before


def test_a_position_of_the_unit_or_a_new_one_is_assigned_and_one_of_the_document_withdrawn(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    decide(graph, "jabatan", key[LEAKS], {"aksi": "tugaskan", "jabatan": f"{UNIT}-camat"}, REASON)
    decide(graph, "jabatan", key[LEAKS], {"aksi": "tugaskan", "nama": "Pengawas  Jaringan"}, REASON)
    made = decide(graph, "jabatan", key[LEAKS], {"aksi": "tarik", "jabatan": f"{UNIT}-kasi"}, REASON)
    assert made.isi == {"aksi": "tarik", "jabatan": f"{UNIT}-kasi", "nama": "kasi"}
    bring(worksheet(WATER[:-1]), graph, settings)
    assert owners(graph, key[LEAKS]) == {"analis", "camat", "Pengawas Jaringan"}
    undo(graph, made.id)
    assert owners(graph, key[LEAKS]) == {"analis", "camat", "kasi", "Pengawas Jaringan"}


def test_a_choice_in_the_preview_of_an_import_is_an_entry_with_who_and_why(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    group = next(m.kelompok for m in ready(MENDED, graph).matches if m.sesudah == REWORDED)
    with acting_as(Actor("bappeda-1", "bappeda", cara="sesi")):
        bring(MENDED, graph, settings, {group: "baru"})
    new = ids(graph)[REWORDED]
    (entry,) = [row for row in export_log(graph).keputusan if row["jenis"] == "padanan"]
    assert (entry["subjek"], entry["oleh"], entry["alasan"]) == (new, "bappeda-1", "Impor lembar.txt")
    assert new != key[TREES]
    undo(graph, entry["id"])
    assert ids(graph)[REWORDED] == key[TREES]


def test_a_statement_is_matched_to_a_former_one_that_is_offered_first(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    level = decide(graph, "tingkat", key[TREES], {"tingkat": "taktikal immediate"}, REASON)
    bring(worksheet([*WATER[:8], replace(WATER[8], uraian="Terselenggaranya Reboisasi Lereng")]), graph, settings)
    new = ids(graph)["Terselenggaranya Reboisasi Lereng"]
    assert ("lepas", TREES, 0) in asked(open_questions(graph, UNIT))
    offer = matches_offer(graph, new)
    assert (offer.calon[0].id, offer.kinerja.hidup) == (key[TREES], True)
    decide(graph, "padanan", key[TREES], {"dari": new}, REASON, based_on=offer.calon[0].versi_subjek)
    assert ids(graph)["Terselenggaranya Reboisasi Lereng"] == key[TREES]
    found = kinerja_page(graph, key[TREES])
    assert isinstance(found, KinerjaPage)
    assert (found.diputuskan, found.kinerja.tingkat) == (True, "taktikal immediate")
    assert level.id in {d.id for d in found.keputusan if d.berlaku}
    gone = graph.command("MATCH ({id: $id})-[:BECAME]->(k) RETURN k.id AS id", id=new)
    assert gone == [{"id": key[TREES]}]


REFUSED: dict[str, tuple[DecisionKind, str, dict[str, str], str]] = {
    "a second parent that is the first": ("induk_lain", TREES, {"induk": SPRINGS}, "sudah menjadi induknya"),
    "a circle": ("induk_lain", PIPES, {"induk": CHECKS}, f"lingkaran: “{CHECKS}” agar “{LEAKS}” agar “{PIPES}”."),
    "taking away what the document says": (
        "induk_lain",
        TREES,
        {"induk": SPRINGS, "tarik": "ya"},
        "bukan induk tambahan",
    ),
    "a main parent that is none": ("utama", TREES, {"induk": LEAKS}, "bukan induk kinerja ini"),
    "a main parent that is it already": ("utama", TREES, {"induk": SPRINGS}, "sudah yang utama"),
    "a position nobody knows": ("jabatan", TREES, {"aksi": "tugaskan", "jabatan": "presiden"}, "tidak punya jabatan"),
    "no position": ("jabatan", TREES, {"aksi": "tugaskan", "nama": " - "}, "Jabatan belum dipilih"),
    "two positions at once": ("jabatan", TREES, {"aksi": "tugaskan", "nama": "Bendahara/Kasir"}, "beberapa jabatan"),
    "a position that owns it": ("jabatan", TREES, {"aksi": "tugaskan", "nama": "STAF UMUM"}, "sudah mengampu"),
    "withdrawing one that does not": (
        "jabatan",
        TREES,
        {"aksi": "tarik", "jabatan": f"{UNIT}-camat"},
        "tidak mengampu",
    ),
    "an unknown action": ("jabatan", TREES, {"aksi": "pecat"}, "Aksi 'pecat' tidak dikenal"),
    "an indicator of another": ("indikator", TREES, {"aksi": "pisah", "indikator": "x"}, "tidak mengukur kinerja ini"),
    "a living one as former": ("padanan", TREES, {"dari": CHECKS}, "masih hidup di versi yang berlaku"),
    "a component nobody knows": ("komponen", TREES, {"aksi": "pilih", "komponen": "9.99"}, "Tidak ada komponen '9.99'"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_decision_is_refused_with_an_explanation(graph: Graph, key: dict[str, str], case: str) -> None:
    jenis, subjek, isi, told = REFUSED[case]
    before = graph.content_hash()
    with pytest.raises(Invalid) as refused:
        decide(graph, jenis, key[subjek], {name: key.get(value, value) for name, value in isi.items()}, REASON)
    assert told in str(refused.value)
    assert graph.content_hash() == before


TWICE: dict[str, tuple[DecisionKind, dict[str, str], dict[str, str], str, str]] = {
    "induk": (
        "induk",
        {"induk": LEAKS},
        {"induk": PIPES},
        f"induk kinerja ini baru saja (“{SPRINGS}” -> “{LEAKS}”)",
        f"“{PIPES}”",
    ),
    "induk_lain": (
        "induk_lain",
        {"induk": LEAKS},
        {"induk": PIPES},
        f"(“{LEAKS}” ditambahkan)",
        f"“{PIPES}” ditambahkan",
    ),
    "jabatan": (
        "jabatan",
        {"aksi": "tugaskan", "jabatan": f"{UNIT}-camat"},
        {"aksi": "tugaskan", "nama": "Pengawas"},
        "pengampu kinerja ini baru saja (camat ditugaskan)",
        "Pengawas ditugaskan",
    ),
    "padanan": (
        "padanan",
        {"dari": TREES},
        {"dari": TREES, "baru": "ya"},
        "(benar kalimat yang sama)",
        "kalimat baru, bukan",
    ),
}


@pytest.mark.parametrize("case", TWICE)
def test_the_second_of_two_people_is_told_with_both_values(graph: Graph, key: dict[str, str], case: str) -> None:
    jenis, first, second, told, mine = TWICE[case]

    def said(isi: dict[str, str]) -> dict[str, str]:
        return {name: key.get(value, value) for name, value in isi.items()}

    decide(graph, jenis, key[TREES], said(first), REASON, based_on=1)
    with pytest.raises(Conflict) as refused:
        decide(graph, jenis, key[TREES], said(second), REASON, based_on=1)
    assert told in refused.value.message
    assert mine in refused.value.hint


def test_a_second_click_is_no_second_decision(graph: Graph, key: dict[str, str]) -> None:
    said = {"induk": key[LEAKS]}
    decide(graph, "induk_lain", key[TREES], said, REASON, based_on=1)
    with pytest.raises(Invalid, match="sudah diputuskan"):
        decide(graph, "induk_lain", key[TREES], said, REASON, based_on=1)


def test_several_decisions_of_one_step_are_undone_in_one_step(graph: Graph, key: dict[str, str]) -> None:
    before = links(graph)
    made = confirm_branch(graph, key[PIPES], REASON)
    with pytest.raises(Conflict):
        undo_together(graph, [d.id for d in made], based_on=1)
    undone = undo_together(graph, [d.id for d in made], based_on=made[-1].urut)
    assert (len(undone), links(graph)) == (len(made), before)


def test_only_who_writes_for_the_unit_decides_and_undoes(graph: Graph, key: dict[str, str]) -> None:
    made = decide(graph, "tingkat", key[TREES], {"tingkat": "strategis"}, REASON)
    with acting_as(Actor("dinas-lain", "perencana", ("dinas-lain",), "sesi")):
        with pytest.raises(Forbidden, match="tidak menulis untuk Kecamatan Tanjung Contoh"):
            decide(graph, "tingkat", key[TREES], {"tingkat": "operasional"}, REASON)
        with pytest.raises(Forbidden):
            undo(graph, made.id)


def test_what_waits_is_listed_by_how_much_hangs_on_it_and_goes_when_it_is_decided(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    found = open_questions(graph, UNIT)
    assert asked(found)[:2] == [("induk", FACTOR, 8), ("induk", PIPES, 4)]
    assert {one for one in asked(found) if one[0] == "tingkat"} == {("tingkat", OLD_PIPES, 1), ("tingkat", TREES, 1)}
    waiting = "MATCH (d:Dokumen) RETURN d.menunggu AS n"
    assert (found.jumlah, graph.command(waiting)) == (10, [{"n": 10}])
    accept_levels(graph, DOCUMENT, REASON)
    confirm_branch(graph, key[OUTCOME], REASON)
    done = open_questions(graph, UNIT)
    assert (done.jumlah, done.diputuskan) == (0, (("induk kinerja", 8), ("tingkat kinerja", 2)))
    bring(MENDED, graph, settings)
    assert asked(open_questions(graph, UNIT)) == [("kalimat", REWORDED, 1)]
    decide(graph, "padanan", key[TREES], {"dari": key[TREES]}, "Kalimatnya diperbaiki")
    assert open_questions(graph, UNIT).jumlah == 0


def test_a_document_that_was_withdrawn_comes_back_mended_with_its_decisions(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    decide(graph, "tingkat", key[TREES], {"tingkat": "taktikal immediate"}, REASON)
    decide(graph, "versi", DOCUMENT, {"versi": ""}, REASON)
    assert (ids(graph), open_questions(graph, UNIT).jumlah) == ({}, 0)
    bring(MENDED, graph, settings)
    assert ids(graph) == {REWORDED if text == TREES else text: one for text, one in key.items()}
    level = "MATCH (k:Kinerja {id: $id}) RETURN k.tingkat AS tingkat"
    assert graph.command(level, id=key[TREES]) == [{"tingkat": "taktikal immediate"}]


def test_the_history_of_a_kinerja_tells_versions_and_decisions_in_order_of_time(
    graph: Graph, settings: Settings, key: dict[str, str]
) -> None:
    moved = decide(graph, "induk", key[TREES], {"induk": key[LEAKS]}, REASON)
    undo(graph, moved.id, "Salah pilih")
    bring(MENDED, graph, settings)
    found = kinerja_page(graph, key[TREES])
    assert isinstance(found, KinerjaPage)
    told = sorted((one.urut, one.versi, one.apa, one.teks) for one in found.riwayat)
    assert told == [
        (0, 1, "Versi 1", "Pertama kali disebut."),
        (0, 2, "Versi 2", f"Kalimatnya berubah: “{TREES}” menjadi “{REWORDED}”."),
        (2, 0, "Induk", f"“{LEAKS}”"),
        (3, 0, "Induk", "diurungkan"),
    ]
    assert [one.pada for one in found.riwayat] == sorted(one.pada for one in found.riwayat)


def test_undone_entries_of_every_kind_leave_no_trace(graph: Graph, key: dict[str, str]) -> None:
    before = _live(graph)
    made: list[Decision] = [
        decide(graph, "induk_lain", key[TREES], {"induk": key[LEAKS]}, REASON),
        decide(graph, "utama", key[TREES], {"induk": key[LEAKS]}, REASON),
        decide(graph, "jabatan", key[TREES], {"aksi": "tugaskan", "nama": "Juru Tanam"}, REASON),
        decide(graph, "padanan", key[TREES], {"dari": key[TREES], "baru": "ya"}, REASON),
        decide(graph, "versi", DOCUMENT, {"versi": ""}, REASON),
    ]
    assert _live(graph) == []
    for one in reversed(made):
        undo(graph, one.id)
    assert _live(graph) == before


def _live(graph: Graph) -> list[dict[str, object]]:
    return graph.command(
        "MATCH (k:Kinerja) RETURN properties(k) AS k, "
        "COLLECT { MATCH (k)-[r]->(b) RETURN [type(r), coalesce(b.id, b.kode), properties(r)] "
        "ORDER BY type(r), b.id, b.kode } AS hubungan ORDER BY k.id"
    )
