"""A question on its way: what comes back, where it is cut, who waits, and how one that does not end is ended."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import psutil
import pytest

from service.console import caps
from service.console.asking import Cancelled, Console, End, Head, Rows
from service.console.files import written
from service.console.slots import Busy, Pace, Slots
from service.console.statement import LARGE, Limits, Statement
from service.console.walls import Refused
from service.graph import Graph
from service.mirror import Mirror

BURNS = "RETURN reduce(a = 0, i IN range(1, 10000000000) | a + i) AS x"
BURNS_LESS = "WITH all(i IN range(1, 60000000) WHERE i > 0) AS x MATCH (k:Kinerja) RETURN count(k) AS n"
OFF = frozenset({"ongkos", "jenis", "operator", "laju", "klausa", "fungsi"})
"""Walls that stand in front of what is tested here."""


@pytest.fixture(scope="module")
def console(mirror: Mirror) -> Iterator[Console]:
    with closing(Console(mirror, OFF)) as one:
        yield one


@pytest.fixture(scope="module", autouse=True)
def filled(shared_graph: Graph) -> Graph:
    shared_graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    shared_graph.command("UNWIND range(1, 3) AS i CREATE (:Kinerja {id: 'K' + i, uraian: 'Kinerja ' + i})")
    shared_graph.uncounted("meta/next_revision", kegiatan=None)
    return shared_graph


def asked(console: Console, text: str, limits: Limits | None = None, akun: str = "ana", **params: Any) -> list[Any]:
    return list(console.start(Statement(text, params), akun, limits).parts())


def rows(parts: list[Any]) -> list[list[Any]]:
    return [row for part in parts if isinstance(part, Rows) for row in part.baris]


def test_the_columns_come_first_then_rows_then_the_end(console: Console, mirror: Mirror) -> None:
    text = "MATCH (k:Kinerja) WHERE k.id <> $bukan RETURN k.id AS id, k.uraian AS uraian ORDER BY id"
    list(console.start(Statement("RETURN 1 AS a"), "ana", fresh=True).parts())  # the graph as it stands now
    head, *some, end = asked(console, text, bukan="K2")
    at = mirror.at()
    assert head == Head(["id", "uraian"], at.revisi, at.pada, at.terkini, [])
    assert rows(some) == [["K1", "Kinerja 1"], ["K3", "Kinerja 3"]]
    assert end == End(2, None, 0, end.ms, end.ms_pertama)
    assert 0 < end.ms_pertama <= end.ms


CUT: dict[str, tuple[str, Limits, tuple[int, str | None, int], str]] = {
    "rows": ("UNWIND range(1, 1000000000) AS i RETURN i", Limits(baris=10), (10, "baris", 0), ""),
    "as many rows as may be": ("UNWIND range(1, 10) AS i RETURN i", Limits(baris=10), (10, None, 0), ""),
    "bytes": ("UNWIND range(1, 1000) AS i RETURN 'abcdefgh' AS x", Limits(bita=100), (8, "bita", 0), ""),
    "cells": ("RETURN range(1, 5000000) AS x, 1 AS y", Limits(), (1, None, 1), ""),
}


@pytest.mark.parametrize("case", CUT)
def test_an_answer_ends_at_its_limits_and_says_which(console: Console, case: str) -> None:
    text, limits, told, _ = CUT[case]
    end = asked(console, text, limits)[-1]
    assert (end.baris, end.terpotong, end.sel_terpotong) == told


def test_a_cut_is_told_in_words_with_the_number() -> None:
    assert caps.cut("baris", Limits()) == "Dipotong pada 1.000 baris; unduh untuk sampai 100.000."
    assert caps.cut("baris", LARGE) == "Dipotong pada 100.000 baris, batas yang terbesar."
    assert caps.cut("bita", Limits()) == "Dipotong pada 20 MB; pilih kolom yang lebih sedikit."
    assert caps.cut(None, Limits()) == ""
    assert caps.late(Limits(detik=2.5))[0] == "Pertanyaan ini dihentikan setelah 2,5 detik, batas waktunya."


def test_neo4j_itself_refuses_a_write_with_every_other_wall_down(console: Console) -> None:
    with pytest.raises(Refused) as fault:
        asked(console, "CREATE (n:Kinerja {id: 'X'}) RETURN n")
    assert fault.value.dinding == "baca"


def test_what_burns_is_ended_and_the_question_of_another_is_asked_again(
    console: Console, mirror: Mirror, shared_graph: Graph
) -> None:
    """Two people: one question never ends; the other one waits on the same mirror and gets its answer from the next."""
    before, digest = mirror.at().generasi, shared_graph.content_hash()
    heard: list[Any] = []
    other = threading.Thread(target=lambda: heard.extend(asked(console, BURNS_LESS, Limits(detik=60), "budi")))
    other.start()
    late = []
    with pytest.raises(Refused) as fault:
        for _ in console.start(Statement(BURNS), "ana", Limits(detik=1)).parts():
            pass
    assert fault.value.dinding == "tenggat"
    for _ in range(20):
        began = time.perf_counter()
        shared_graph.read("meta/revision")
        late.append(time.perf_counter() - began)
    other.join(90)
    assert rows(heard) == [[3]]
    deadline = time.monotonic() + 20  # on a quick machine the other one has its answer before the mirror is killed
    while mirror.at().generasi == before and time.monotonic() < deadline:
        time.sleep(0.2)
    assert mirror.at().generasi != before
    assert shared_graph.content_hash() == digest
    assert sorted(late)[10] < 0.5


def test_its_owner_ends_a_question_and_nobody_else(console: Console) -> None:
    run = console.start(Statement("UNWIND range(1, 1000000000) AS i RETURN i"), "ana", LARGE)
    threading.Timer(0.5, lambda: console.cancel(run.id, "ana")).start()
    assert not console.cancel(run.id, "budi")
    with pytest.raises(Cancelled):
        list(run.parts())
    assert not console.cancel(run.id, "ana") or run.cancelled


def test_whoever_stops_reading_gives_the_slot_back(console: Console) -> None:
    for _ in range(3):
        parts = console.start(Statement("UNWIND range(1, 100000) AS i RETURN i"), "cici", LARGE).parts()
        assert isinstance(next(parts), Head)
        parts.close()  # type: ignore[attr-defined]
    console.start(Statement("RETURN 1 AS a"), "cici")  # nobody ever reads it
    assert rows(asked(console, "RETURN 1 AS a", akun="cici")) == [[1]]


def test_a_killed_worker_is_replaced(console: Console) -> None:
    for worker in console.ground.staff._idle:
        psutil.Process(worker.process.pid).kill()
    assert rows(asked(console, "RETURN 1 AS a")) == [[1]]


def test_a_worker_is_told_no_secret_by_its_surroundings(console: Console, mirror: Mirror) -> None:
    asked(console, "RETURN 1 AS a")
    worker = console.ground.staff._idle[0].process.pid
    told = [Path(f"/proc/{worker}/{name}").read_text() for name in ("cmdline", "environ")]
    assert mirror.at().password not in "".join(told)
    assert told[1].rstrip("\0").split("\0") == ["LC_ALL=C.UTF-8"]


def test_a_hundred_thousand_rows_pass_through_the_memory_of_a_few(console: Console) -> None:
    asked(console, "RETURN 1 AS a")
    before = psutil.Process().memory_info().rss
    size = most = 0
    for part in console.start(
        Statement("UNWIND range(1, 100001) AS i RETURN i, 'baris ' + i AS t"), "ana", LARGE
    ).parts():
        size += len(part.teks) if isinstance(part, Rows) else 0
        most = max(most, psutil.Process().memory_info().rss)
    assert part == End(100_000, "baris", 0, part.ms, part.ms_pertama)
    assert size > 2_000_000
    assert most - before < 8_000_000


def test_the_third_question_of_one_account_waits_and_is_told() -> None:
    slots = Slots(most=3, each=2, wait=0.05)
    assert [slots.take(akun) for akun in ("a", "a", "a", "b", "b")] == [
        None,
        None,
        Busy(sendiri=True),
        None,
        Busy(sendiri=False),
    ]
    slots.give_back("a")
    assert slots.take("b") is None


def test_an_account_asks_twenty_times_at_once_and_then_once_a_second() -> None:
    pace = Pace()
    assert [pace.wait_for("a", now) for now in [0.0] * 21] == [0] * 20 + [1]
    assert [pace.wait_for("a", now) for now in (0.5, 1.6, 1.7)] == [1, 0, 1]
    assert pace.wait_for("b", 1.7) == 0


def test_a_question_that_took_the_mirror_down_counts_for_forty() -> None:
    pace = Pace()
    now = time.monotonic()
    assert pace.wait_for("a", now) == 0
    pace.burned("a")
    assert pace.wait_for("a", now) == 22  # 19 were left; 21 below zero, and one to ask with
    assert pace.wait_for("b", now) == 0


def test_a_file_holds_what_the_page_shows(console: Console) -> None:
    text = (
        "MATCH (k:Kinerja {id: 'K1'}) UNWIND [1.5, null, '=1+1', [1, 'a']] AS nilai "
        "RETURN k.id AS id, nilai, k AS kinerja"
    )
    made = {bentuk: BytesIO() for bentuk in ("csv", "xlsx", "json")}
    for bentuk, target in made.items():
        assert written(console.start(Statement(text), "ana").parts(), bentuk, target).baris == 4
    assert made["csv"].getvalue().decode("utf-8-sig").splitlines() == [
        "id,nilai,kinerja",
        "K1,1.5,K1 Kinerja 1",
        "K1,,K1 Kinerja 1",
        "K1,'=1+1,K1 Kinerja 1",
        'K1,"[1, ""a""]",K1 Kinerja 1',
    ]
    book = openpyxl.load_workbook(made["xlsx"])
    assert [[cell.value for cell in row] for row in book["Jawaban"]] == [
        ["id", "nilai", "kinerja"],
        ["K1", 1.5, "K1 Kinerja 1"],
        ["K1", None, "K1 Kinerja 1"],
        ["K1", "=1+1", "K1 Kinerja 1"],
        ["K1", '[1, "a"]', "K1 Kinerja 1"],
    ]
    assert "f" not in {cell.data_type for row in book["Jawaban"] for cell in row}
    assert [row[0].value for row in book["Tentang"]] == ["Hal", "Revisi graf", "Keadaan pada", "Jumlah baris"]
