"""Detected overlaps follow the graph: what is written, what is left alone, what is no content, who watches."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from service.backup.gate import closed
from service.crosscut.computed import computed
from service.crosscut.glossary import Glossary
from service.decisions.pairs import Word, say
from service.errors import Paused
from service.graph import Graph
from service.live.beside import name_partners
from service.refresh import Refresher, child, is_stale, refresh_now, runner
from service.replay import export_log
from tests.crosscut_units import FINANCE, GUARD, REASON, STRONG, fill, pairs

POLRI = ("S-2", "mitra:polri")


@pytest.fixture
def units(graph: Graph) -> Graph:
    """Five units, and what was detected between them."""
    fill(graph)
    refresh_now(graph)
    return graph


def edge(graph: Graph, a: str, b: str) -> dict[str, Any] | None:
    """Properties of a detected pair of kinerja."""
    text = "MATCH ({id: $a})-[r:MAY_CROSSCUT]->({id: $b}) RETURN properties(r) AS isi"
    rows = graph.command(text, a=a, b=b)
    return dict(rows[0]["isi"]) if rows else None


def reword(graph: Graph, key: str, text: str) -> None:
    """As an import would: another sentence, another digest of it."""
    change = "MATCH (k:Kinerja {id: $id}) SET k.uraian = $teks, k.sidik_makna = $teks"
    graph.writing(lambda tx: tx.raw.run(change, id=key, teks=text).consume())


def test_what_is_found_is_written_and_is_no_content(graph: Graph) -> None:
    fill(graph)
    before = (graph.revision(), graph.content_hash(), export_log(graph))
    stale = is_stale(graph)
    done = refresh_now(graph)
    assert pairs(graph) >= STRONG
    assert (done.revisi, done.kondisi, done.ditulis, done.dihapus) == (before[0], 17, len(pairs(graph)), 0)
    assert (graph.revision(), graph.content_hash(), export_log(graph)) == before
    assert (stale, is_stale(graph)) == (True, False)


def test_a_second_time_writes_nothing(units: Graph) -> None:
    again = refresh_now(units)
    assert (again.ditulis, again.dihapus, again.calon) == (0, 0, len(pairs(units)))


def test_what_is_found_no_longer_is_taken_away(units: Graph) -> None:
    before = pairs(units)
    reword(units, "S-2", "Terjaganya ketertiban pasar")
    done = refresh_now(units)
    assert (POLRI in before, POLRI in pairs(units)) == (True, False)
    assert done.dihapus == len(before - pairs(units))


def test_another_glossary_finds_other_pairs(units: Graph) -> None:
    knows_nothing = Glossary()
    stale = is_stale(units, knows_nothing)
    refresh_now(units, knows_nothing)
    assert (stale, POLRI in pairs(units), is_stale(units)) == (True, False, True)


def test_a_body_that_only_a_text_names_is_derived(units: Graph) -> None:
    body = "MATCH (m:Mitra {kode: 'polri'}) RETURN labels(m) AS label, m.nama AS nama"
    assert set(units.command(body)[0]["label"]) == {"Mitra", "Terdeteksi"}
    reword(units, "S-2", "Terjaganya ketertiban pasar")
    refresh_now(units)
    assert units.command(body) == []


def test_a_body_that_a_document_names_is_there_already(units: Graph) -> None:
    name = "MATCH (k {id: 'P-2'}), (m:Mitra {kode: 'polri'}) CREATE (k)-[:NAMES {nama: 'Polres Uji', urutan: 1}]->(m)"
    for name_it in ("load/write_partners", "load/adopt_partners"):
        units.write(name_it, mitra=[{"kode": "polri", "nama": "Polres Uji"}])
    units.command(name)
    units.writing(name_partners)
    reword(units, "S-2", "Terjaganya ketertiban pasar")
    refresh_now(units)
    rows = units.command("MATCH (m:Mitra) RETURN m.kode AS kode, m.nama AS nama, m:Terdeteksi AS terdeteksi")
    assert rows == [{"kode": "polri", "nama": "Polres Uji", "terdeteksi": False}]


def test_a_decided_pair_is_not_detected_again(units: Graph) -> None:
    say(units, Word("KA-3", "P-2", "tidak", pihak="DPMD", sebab="objek berbeda"), REASON)
    again = refresh_now(units)
    assert ("KA-3", "P-2") not in pairs(units)
    assert (("KB-3", "P-2") in pairs(units), again.ditulis) == (True, 0)


def test_a_pair_that_a_side_is_unsure_about_keeps_its_mark(units: Graph) -> None:
    say(units, Word("KA-3", "P-2", "ragu", pihak="DPMD"), REASON)
    refresh_now(units)
    found = edge(units, "KA-3", "P-2")
    assert found
    assert found["ragu"] is True


def test_a_decided_pair_comes_back_when_its_wording_has_changed_enough(units: Graph) -> None:
    say(units, Word("KA-3", "P-2", "ya", pihak="DPMD"), REASON)
    reword(units, "P-2", f"{FINANCE}.")
    refresh_now(units)
    alike = edge(units, "KA-3", "P-2")
    reword(units, "P-2", "Terlaksananya pelatihan kerajinan bambu bagi perempuan")
    refresh_now(units)
    other = edge(units, "KA-3", "P-2")
    assert (alike, other and other["ulang"]) == (None, True)


def test_while_a_backup_holds_the_gate_nothing_is_written(units: Graph) -> None:
    reword(units, "S-2", "Terjaganya ketertiban pasar")
    before = pairs(units)
    with closed(units, "cadangan"), pytest.raises(Paused, match="cadangan"):
        refresh_now(units)
    assert pairs(units) == before


def test_the_lists_say_on_which_revision_they_were_detected(units: Graph) -> None:
    fresh = computed(units)
    reword(units, "S-2", GUARD)
    later = computed(units)
    assert (fresh.segar, fresh.dihitung) == (True, fresh.revisi)
    assert (later.segar, later.dihitung, later.revisi) == (False, fresh.revisi, fresh.revisi + 1)


def test_the_service_refreshes_when_the_revision_has_come_to_rest(
    units: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "LOOK_SECONDS", 0.05)
    with Refresher(units).running():
        reword(units, "S-2", "Terjaganya ketertiban pasar")
        deadline = time.monotonic() + 20
        while is_stale(units) and time.monotonic() < deadline:
            time.sleep(0.05)
    assert (is_stale(units), POLRI in pairs(units)) == (False, False)


def test_after_a_word_about_a_pair_nothing_is_detected_anew(units: Graph) -> None:
    refresher = Refresher(units)
    refresher.work()
    say(units, Word("KA-3", "P-2", "ya", pihak="DPMD"), REASON)
    done = refresher.work()
    assert (done.ditulis, done.dihapus, is_stale(units)) == (0, 0, False)


def test_a_process_of_its_own_finds_the_same(units: Graph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(child, "LARGE", 0)
    assert Refresher(units).work().ditulis == 0
