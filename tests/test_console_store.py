"""Saved questions and the run log as the store keeps them: who sees and changes what, what stays, what goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from service.actor import Actor, Doing, acting_as, at_work
from service.config import Settings
from service.errors import Conflict, Forbidden, Invalid, NotFound
from service.store import Store, backups, open_store, questions, runs
from service.store.moments import now, written
from service.store.question_wish import Wish, checked
from service.store.runs import Ended, Wanted
from service.store.tables import Pertanyaan

SATU, DUA = Actor("analis-satu", "analis", cara="sesi"), Actor("analis-dua", "analis", cara="sesi")
ADMIN = Actor("admin", "administrator", cara="sesi")
WISH = Wish("Kinerja tanpa induk", "Untuk rapat", "MATCH (k:Kinerja) WHERE k.tahun = $tahun RETURN k", (), False)
TAHUN = {"nama": "tahun", "jenis": "angka", "nilai": 2022}


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    one = open_store(settings)
    yield one
    one.close()


def named(store: Store, actor: Actor) -> list[tuple[str, bool]]:
    with acting_as(actor):
        return [(one.nama, one.milik) for one in questions.visible(store)]


def saved(store: Store, actor: Actor = SATU, **more: Any) -> questions.Saved:
    with acting_as(actor):
        return questions.save(store, replace(WISH, **more))


def test_a_question_is_saved_as_it_was_written(store: Store) -> None:
    one = saved(store, nama="  Kinerja   tanpa induk ", parameter=[TAHUN])
    assert one == questions.Saved(
        nomor=1,
        nama="Kinerja tanpa induk",
        keterangan="Untuk rapat",
        teks=WISH.teks,
        parameter=[TAHUN],
        bersama=False,
        oleh="analis-satu",
        milik=True,
        revisi=1,
        diubah=one.diubah,
    )
    with acting_as(SATU):
        assert (questions.find(store, 1), questions.visible(store)) == (one, (one,))


def test_a_private_question_is_nobody_elses_and_a_shared_one_everybodys(store: Store) -> None:
    saved(store)
    saved(store, nama="Zona", bersama=True)
    saved(store, DUA, nama="Awal")
    assert named(store, SATU) == [("Kinerja tanpa induk", True), ("Zona", True)]
    assert named(store, DUA) == [("Awal", True), ("Zona", False)]
    assert named(store, ADMIN) == [("Zona", False)]
    with acting_as(DUA), pytest.raises(NotFound):
        questions.find(store, 1)


def test_the_second_of_two_changes_is_told_what_stands(store: Store) -> None:
    saved(store)
    with acting_as(SATU):
        changed = questions.change(store, 1, replace(WISH, nama="Baru"), 1)
        assert (changed.nama, changed.revisi) == ("Baru", 2)
        with pytest.raises(Conflict) as told:
            questions.change(store, 1, replace(WISH, nama="Lain"), 1)
        with pytest.raises(Conflict):
            questions.remove(store, 1, 1)
        assert (told.value.current, questions.find(store, 1).nama) == ("2", "Baru")


def test_only_its_owner_changes_a_question_and_an_administrator_takes_back_what_was_shared(store: Store) -> None:
    saved(store, bersama=True)
    with acting_as(DUA), pytest.raises(Forbidden):
        questions.change(store, 1, replace(WISH, bersama=True), 1)
    with acting_as(DUA), pytest.raises(Forbidden):
        questions.remove(store, 1, 1)
    with acting_as(ADMIN), pytest.raises(Forbidden):
        questions.change(store, 1, replace(WISH, nama="Milik admin"), 1)
    with acting_as(ADMIN):
        assert questions.change(store, 1, WISH, 1).bersama is False
    assert (named(store, DUA), named(store, SATU)) == ([], [("Kinerja tanpa induk", True)])


def test_what_was_deleted_comes_back_and_gets_a_number_when_its_name_was_given_away(store: Store) -> None:
    saved(store)
    with acting_as(SATU):
        questions.remove(store, 1, 1)
        assert questions.visible(store) == ()
        with pytest.raises(NotFound):
            questions.find(store, 1)
        back = questions.put_back(store, 1)
        assert (back.nama, back.revisi, questions.put_back(store, 1)) == (WISH.nama, 3, back)
        questions.remove(store, 1, 3)
        questions.save(store, WISH)
        assert questions.put_back(store, 1).nama == "Kinerja tanpa induk (2)"
    with acting_as(DUA), pytest.raises(NotFound):
        questions.put_back(store, 1)


def test_a_deleted_question_goes_after_a_month_when_something_is_saved(store: Store) -> None:
    saved(store)
    with acting_as(SATU):
        questions.remove(store, 1, 1)
    with store.session() as session:
        session.execute(update(Pertanyaan).values(dihapus_pada=written(now() - timedelta(days=31))))
    saved(store, nama="Lain")
    with store.session() as session:
        assert session.scalars(select(Pertanyaan.nama)).all() == ["Lain"]


def test_a_name_is_used_once_by_an_account(store: Store) -> None:
    saved(store)
    saved(store, DUA)
    with pytest.raises(Conflict):
        saved(store)
    saved(store, nama="Lain")
    with acting_as(SATU), pytest.raises(Conflict):
        questions.change(store, 3, WISH, 1)


WRONG: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"nama": " "}, "nama", "1 sampai 120 huruf yang tampak"),
    ({"nama": "a" * 121}, "nama", "1 sampai 120 huruf yang tampak"),
    ({"nama": "a\x00b"}, "nama", "1 sampai 120 huruf yang tampak"),
    ({"keterangan": "a" * 2001}, "keterangan", "paling banyak 2000 huruf"),
    ({"teks": " \n"}, "teks", "tulis pertanyaannya dulu"),
    ({"teks": "a" * 10_001}, "teks", "paling banyak 10000 huruf"),
    ({"parameter": [{**TAHUN, "nama": f"n{n}"} for n in range(51)]}, "parameter", "paling banyak 50"),
    (
        {"parameter": [{**TAHUN, "nama": "1 x"}]},
        "parameter",
        "nama '1 x' bukan nama parameter: huruf, angka, dan garis bawah",
    ),
    ({"parameter": [TAHUN, TAHUN]}, "parameter", "ada nama yang dipakai dua kali"),
    ({"parameter": [{**TAHUN, "jenis": "tanggal"}]}, "parameter", "jenis tahun: pilih teks, angka, ya-tidak, json"),
    ({"parameter": [{**TAHUN, "jenis": None}]}, "parameter", "jenis tahun: pilih teks, angka, ya-tidak, json"),
    ({"parameter": [{**TAHUN, "nilai": True}]}, "parameter", "nilai tahun bukan angka"),
    ({"parameter": [{**TAHUN, "nilai": float("nan")}]}, "parameter", "nilai tahun bukan angka"),
    ({"parameter": [{**TAHUN, "jenis": "teks"}]}, "parameter", "nilai tahun bukan teks"),
    (
        {"parameter": [{"nama": "x", "jenis": "json", "nilai": ["a" * 100_000]}]},
        "parameter",
        "semuanya paling banyak 100000 huruf",
    ),
)


def test_what_cannot_be_saved_is_told_by_field() -> None:
    told = []
    for change, _, _ in WRONG:
        with pytest.raises(Invalid) as fault:
            checked(replace(WISH, **change))
        told.append(fault.value.fields)
    assert told == [{field: reason} for _, field, reason in WRONG]


def test_the_activity_log_is_told_nothing_of_a_private_question(store: Store) -> None:
    private, shared = Doing(1), Doing(2)
    with at_work(private):
        saved(store)
    with at_work(shared):
        saved(store, nama="Bersama", bersama=True)
    assert (private.subjek, private.sesudah) == ("pertanyaan pribadi", {"dibagikan": "tidak"})
    assert (shared.subjek, shared.sesudah) == ("Bersama", {"nama": "Bersama", "dibagikan": "ya", "teks": WISH.teks})


def test_an_account_saves_no_more_than_there_is_room_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "MOST", 1)
    saved(store)
    with pytest.raises(Conflict):
        saved(store, nama="Lain")
    saved(store, DUA)


# the run log


def ran(store: Store, actor: Actor = SATU, teks: str = "RETURN 1", **ended: Any) -> int:
    number = runs.begin(store, teks, {"a": 1}, actor)
    runs.finish(store, number, Ended(**{"keadaan": "selesai", **ended}))
    return number


def test_a_run_stands_in_the_log_before_and_after(store: Store) -> None:
    number = runs.begin(store, "RETURN $a", {"a": [1, "é"]}, SATU)
    before = runs.some(store, Wanted(), 0, 10)
    runs.finish(store, number, Ended("terpotong", "baris", 7, 12.5, 1000))
    runs.finish(store, number, Ended("gagal", pesan="Yang kedua tidak dihitung."))
    after = runs.some(store, Wanted(), 0, 10)
    asked = runs.Ran(1, before[0][0].pada, "analis-satu", "analis", "sesi", "RETURN $a", {"a": [1, "é"]}, "berjalan",
                     "", None, None, None, "")  # fmt: skip
    assert before == ((asked,), 1)
    answered = replace(asked, keadaan="terpotong", dinding="baris", revisi=7, ms=12.5, baris=1000)
    assert after == ((answered,), 1)


def test_everybody_sees_their_own_history_in_pages(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "HISTORY", 2)
    for n in range(3):
        ran(store, teks=f"RETURN {n}")
    ran(store, DUA)
    first, more = runs.history(store, "analis-satu")
    last, none = runs.history(store, "analis-satu", 2)
    assert ([one.teks for one in first], more) == (["RETURN 2", "RETURN 1"], True)
    assert ([one.teks for one in last], none) == (["RETURN 0"], False)


FILTERS = (
    (Wanted(), [4, 3, 2, 1], 4),
    (Wanted(akun="analis-dua"), [4], 1),
    (Wanted(dinding="klausa"), [2], 1),
    (Wanted(keadaan="selesai"), [4, 3, 1], 3),
    (Wanted(sejak="2999"), [], 0),
    (Wanted(sebelum="2999", keadaan="ditolak"), [2], 1),
)


def test_the_log_is_narrowed_down(store: Store) -> None:
    ran(store)
    ran(store, keadaan="ditolak", dinding="klausa")
    ran(store)
    ran(store, DUA)
    found = [runs.some(store, wanted, 0, 10) for wanted, _, _ in FILTERS]
    assert [([one.nomor for one in rows], total) for rows, total in found] == [(n, total) for _, n, total in FILTERS]
    assert runs.choices(store) == runs.Choices(("analis-dua", "analis-satu"), ("klausa",))
    assert [one.nomor for one in runs.some(store, Wanted(), 1, 2)[0]] == [3, 2]


def test_the_log_keeps_the_beginning_of_what_is_too_long(store: Store) -> None:
    runs.begin(store, "x" * 20_000, {"panjang": "y" * 50_000, "n": 1}, SATU)
    (one,), _ = runs.some(store, Wanted(), 0, 1)
    assert one.teks == "x" * 9_999 + "…"
    assert one.parameter == {"panjang": '"' + "y" * 198 + "…", "n": "1"}


def test_the_log_takes_what_is_no_text(store: Store) -> None:
    runs.begin(store, "RETURN '\udcff'", {"a": ["\ud800"]}, SATU)
    (one,), _ = runs.some(store, Wanted(), 0, 1)
    assert (one.teks, one.parameter) == ("RETURN '?'", {"a": ["?"]})


def test_old_runs_go_and_those_cut_off_are_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "SWEEP_EVERY", 2)
    monkeypatch.setattr(runs, "MOST", 3)
    runs.begin(store, "RETURN 'tua'", {}, SATU, at=now() - timedelta(days=366))
    runs.begin(store, "RETURN 'terputus'", {}, SATU, at=now() - timedelta(hours=1))
    runs.begin(store, "RETURN 'baru'", {}, SATU)
    rows, _ = runs.some(store, Wanted(), 0, 10)
    assert [(one.nomor, one.keadaan, one.pesan) for one in rows] == [
        (3, "berjalan", ""),
        (2, "gagal", "Layanan berhenti sebelum ini selesai."),
    ]
    for _ in range(4):
        ran(store)
    assert [one.nomor for one in runs.some(store, Wanted(), 0, 10)[0]] == [7, 6, 5]


def test_a_store_with_questions_or_runs_is_in_use(store: Store, tmp_path: Path) -> None:
    assert not backups.in_use(store)
    saved(store)
    ran(store)
    assert backups.in_use(store)
    backups.copy_to(store, tmp_path / "salinan.db")
    with acting_as(SATU):
        questions.remove(store, 1, 1)
    backups.copy_from(tmp_path / "salinan.db", store)
    assert (named(store, SATU), runs.some(store, Wanted(), 0, 1)[1]) == ([(WISH.nama, True)], 1)
