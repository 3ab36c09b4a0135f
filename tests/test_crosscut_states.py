"""How a pair stands by what was said about it, from the log alone: the handshake, and when it is asked again."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.fold.pair_edges import PairEdge, edges, reopens
from service.fold.pair_keys import BOTH, ordered, pair_key
from service.fold.pair_said import GONE, JOINED_GONE, MOVED_APART, MOVED_TOGETHER, End
from service.fold.pairs import PairState, states
from service.model import Decision

A, B, C = "DNK-24-AAAA", "KCB-24-BBBB", "SOS-24-CCCC"
OTHER = "KCB-24-ZZZZ"
UNITS = {A: "dinkes", B: "kec-batu", C: "dinsos", OTHER: "kec-batu"}
ENDS = {key: End(unit, key, unit) for key, unit in UNITS.items()}


def said(urut: int, pihak: str, kata: str = "ya", a: str = A, b: str = B, cancels: int = 0, **more: str) -> Decision:
    isi = {"dengan": b, "pihak": pihak, "kata": kata, "sidik_a": "1", "sidik_b": "2", **more}
    cancelled = f"keputusan-{cancels}" if cancels else ""
    return Decision(f"keputusan-{urut}", urut, "silang", a, isi, "lokal", f"2024-01-{urut:02}", "Alasan", cancelled)


def state(*entries: Decision, ends: dict[str, End] = ENDS) -> PairState:
    (found,) = states(entries, ends)
    return found


X, Y = "dinkes", "kec-batu"
HANDSHAKES: dict[str, tuple[Sequence[tuple[str, str]], str]] = {
    "one side says yes": ([(X, "ya")], "satu pihak"),
    "both say yes": ([(X, "ya"), (Y, "ya")], "disepakati"),
    "one no refuses": ([(X, "ya"), (Y, "tidak")], "ditolak"),
    "a no holds though the other says yes later": ([(X, "tidak"), (Y, "ya")], "ditolak"),
    "who changes its mind agrees": ([(X, "ya"), (Y, "tidak"), (Y, "ya")], "disepakati"),
    "one is only unsure": ([(Y, "ragu")], "ragu"),
    "both are unsure": ([(X, "ragu"), (Y, "ragu")], "ragu"),
    "an unsure answer leaves the proposal": ([(X, "ya"), (Y, "ragu")], "satu pihak"),
    "settled for both": ([(BOTH, "ya")], "disepakati"),
    "settled for both though one had refused": ([(X, "tidak"), (BOTH, "ya")], "disepakati"),
    "refused for both": ([(X, "ya"), (Y, "ya"), (BOTH, "tidak")], "ditolak"),
    "a side speaks again after it was settled": ([(BOTH, "ya"), (Y, "tidak")], "ditolak"),
}


@pytest.mark.parametrize("case", HANDSHAKES)
def test_what_both_sides_say_makes_the_state(case: str) -> None:
    words, status = HANDSHAKES[case]
    assert state(*(said(n, *one) for n, one in enumerate(words, 1))).status == status


def test_an_undone_word_gives_back_what_was_said_before_it() -> None:
    log = [said(1, X), said(2, Y), said(3, Y, "tidak"), said(4, Y, cancels=3)]
    assert state(*log).status == "disepakati"
    assert state(*log, said(5, Y, cancels=2)).status == "satu pihak"
    assert state(*log, said(5, Y, cancels=4)).status == "ditolak"
    assert state(said(1, X), said(2, X, cancels=1)).status == "terbuka"


def test_the_edge_of_each_state_says_who_said_what() -> None:
    found: dict[str, Any] = {"skor": "0.5", "pita": "kuat", "alasan": "[]", "usul": "duplikat"}
    one = said(1, X, jenis="melengkapi", utama=Y, keterangan="Data balita", **found)
    common: dict[str, Any] = {
        "oleh": "lokal", "pasangan": f"{A}~{B}", "skor": 0.5, "pita": "kuat", "alasan": "[]", "sidik_a": "1",
        "sidik_b": "2", "manual": False,
    }  # fmt: skip
    wished = {"jenis": "melengkapi", "utama": Y, "keterangan": "Data balita"}
    at = {1: {"pada": "2024-01-01", "urut": 1}, 2: {"pada": "2024-01-02", "urut": 2}}
    cases: list[tuple[list[Decision], str, dict[str, Any]]] = [
        ([one], "PROPOSES_CROSSCUT", {**wished, "pihak": X, "ragu": False, **at[1]}),
        ([one, said(2, Y, "ragu")], "PROPOSES_CROSSCUT", {**wished, "pihak": X, "ragu": True, **at[2]}),
        ([one, said(2, Y)], "CROSSCUTS", {**wished, "ditetapkan": False, **at[2]}),
        (
            [one, said(2, BOTH, jenis="duplikat")],
            "CROSSCUTS",
            {"jenis": "duplikat", "utama": "", "keterangan": "", "ditetapkan": True, **at[2]},
        ),
        (
            [one, said(2, Y, "tidak", sebab="kalimat umum")],
            "NOT_CROSSCUT",
            {"sebab": "kalimat umum", "keterangan": "", "pihak": Y, "ditetapkan": False, **at[2]},
        ),
    ]
    for log, kind, more in cases:
        assert edges([state(*log)]) == (PairEdge(kind, A, B, common | more),), log
    assert edges([state(said(1, X, "ragu"))]) == ()


def test_a_side_that_joins_another_kinerja_or_only_as_a_unit_has_its_edge_there() -> None:
    joined = state(said(1, X), said(2, Y, gabung=OTHER))
    assert [(e.a, e.b, e.isi["pasangan"]) for e in edges([joined])] == [(A, OTHER, f"{A}~{B}")]
    whole = state(said(1, X), said(2, Y, gabung="unit"))
    assert [(e.a, e.b) for e in edges([whole])] == [(A, "skpd:kec-batu")]
    before = state(said(1, X, gabung=OTHER))
    assert [(e.a, e.b) for e in edges([before])] == [(A, B)]


def test_where_two_pairs_lead_to_the_same_ends_the_later_word_holds() -> None:
    log = [said(1, X), said(2, Y, gabung=OTHER), said(3, Y, "tidak", b=OTHER, sebab="lainnya")]
    assert [(e.jenis, e.a, e.b) for e in edges(states(log, ENDS))] == [("NOT_CROSSCUT", A, OTHER)]
    log = [said(1, Y, "tidak", b=OTHER, sebab="lainnya"), said(2, X), said(3, Y, gabung=OTHER)]
    assert [(e.jenis, e.a, e.b) for e in edges(states(log, ENDS))] == [("CROSSCUTS", A, OTHER)]


def test_a_chain_says_nothing_of_its_ends() -> None:
    log = [said(1, X), said(2, Y), said(3, Y, a=B, b=C), said(4, "dinsos", a=B, b=C)]
    assert [(s.a, s.b, s.status) for s in states(log, ENDS)] == [(A, B, "disepakati"), (B, C, "disepakati")]


def test_a_pair_follows_its_ends_and_stays_one_pair() -> None:
    """`B` became a kinerja that sorts before `A`; later words name it so."""
    now = "AAA-24-BBBB"
    ends = ENDS | {B: End("kec-batu", now, "kec-batu"), now: End("kec-batu", now, "kec-batu")}
    log = [said(1, X, utama=Y), said(2, Y, a=now, b=A, sidik_a="3", sidik_b="1")]
    found = state(*log, ends=ends)
    assert (found.a, found.b, found.pihak, found.status) == (now, A, (Y, X), "disepakati")
    (edge,) = edges([found])
    assert (edge.isi["sidik_a"], edge.isi["sidik_b"], edge.isi["utama"]) == ("3", "1", Y)
    assert edges([state(log[0], ends=ends)])[0].isi["sidik_a"] == "2"


def test_a_word_follows_its_kinerja_into_another_unit() -> None:
    ends = ENDS | {B: End("kec-batu", C, "dinsos")}
    found = state(said(1, X), said(2, Y, utama=Y), ends=ends)
    assert (found.b, found.pihak, found.status) == (C, (X, "dinsos"), "disepakati")
    assert edges([found])[0].isi["utama"] == "dinsos"


LOOSE: dict[str, tuple[dict[str, End], dict[str, Any], str]] = {
    "an end is gone": (ENDS | {B: End(Y, "", Y)}, {}, GONE),
    "both belong to one unit now": (ENDS | {B: End(Y, B, X)}, {}, MOVED_TOGETHER),
    "they are of two years now": (
        ENDS | {A: End(X, A, X, 2024), B: End(Y, B, Y, 2025)},
        {},
        MOVED_APART,
    ),
    "what was joined is gone": (ENDS | {OTHER: End(Y, "", Y)}, {"gabung": OTHER}, JOINED_GONE),
}


@pytest.mark.parametrize("case", LOOSE)
def test_a_pair_that_lost_an_end_has_no_edge_and_says_why(case: str) -> None:
    ends, more, why = LOOSE[case]
    found = state(said(1, X), said(2, Y, **more), ends=ends)
    assert (found.lepas, edges([found])) == (why, ())


REOPENED = {
    "the wording is the same": (("1", "2"), 0.2, "lemah", False),
    "another wording, much the same score": (("1", "9"), 0.55, "kuat", False),
    "another wording and another score": (("1", "9"), 0.61, "kuat", True),
    "another wording and another band": (("1", "9"), 0.45, "tinjau", True),
    "found no more": (("1", "9"), 0.0, "", True),
}


@pytest.mark.parametrize("case", REOPENED)
def test_a_decided_pair_is_asked_again_only_when_wording_and_score_changed(case: str) -> None:
    sidik, skor, pita, again = REOPENED[case]
    found: dict[str, Any] = {"skor": "0.5", "pita": "kuat", "usul": "duplikat"}
    agreed = state(said(1, X, **found), said(2, Y))
    assert reopens(agreed, sidik, skor, pita) is again
    refused = state(said(1, X, "tidak", **found))
    assert reopens(refused, sidik, skor, pita) is (again and bool(pita))
    assert not reopens(state(said(1, X, "ragu", **found)), sidik, skor, pita)


def test_it_comes_back_once_a_word_about_the_new_wording_closes_it() -> None:
    found: dict[str, Any] = {"skor": "0.5", "pita": "kuat", "usul": "duplikat"}
    again = state(
        said(1, X, "tidak", **found), said(2, X, "tidak", sidik_b="9", skor="0.9", pita="kuat", usul="duplikat")
    )
    assert not reopens(again, ("1", "9"), 0.9, "kuat")


def test_keys_of_pairs() -> None:
    assert pair_key(B, A) == pair_key(A, B) == f"{A}~{B}"
    assert ordered("skpd:aaa", A) == (A, "skpd:aaa")
    assert ordered("mitra:aaa", A) == (A, "mitra:aaa")


ENTRY = st.tuples(st.sampled_from((X, Y, BOTH)), st.sampled_from(("ya", "tidak", "ragu")), st.integers(0, 12))


@settings(suppress_health_check=[HealthCheck.too_slow])  # other tests run beside it
@given(st.lists(ENTRY, max_size=12), st.integers(0, 999))
def test_any_log_gives_the_state_of_its_last_standing_words(drawn: list[tuple[str, str, int]], seed: int) -> None:
    """Whatever the order in which entries arrive; `cancels` of an entry that is not there before it is a word."""
    log = [said(n, who, kata, cancels=c if c < n else 0) for n, (who, kata, c) in enumerate(drawn, 1)]
    shuffled = list(log)
    Random(seed).shuffle(shuffled)
    assert states(shuffled, ENDS) == states(log, ENDS)
    if not log:
        return
    undone: set[str] = set()
    for one in reversed(log):
        if one.id not in undone:
            undone.add(one.membatalkan)
    words: dict[str, str] = {}
    for one in log:
        if one.id not in undone and not one.membatalkan:
            words |= dict.fromkeys((X, Y) if one.isi["pihak"] == BOTH else (one.isi["pihak"],), one.isi["kata"])
    votes = sorted(words.values())
    expected = (
        "ditolak" if "tidak" in votes
        else "disepakati" if votes == ["ya", "ya"]
        else "satu pihak" if "ya" in votes
        else "ragu" if votes
        else "terbuka"
    )  # fmt: skip
    assert state(*log).status == expected
