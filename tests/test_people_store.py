"""Accounts, passwords, lockout, sessions and links in the application store; the clock is the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from service.actor import Actor
from service.config import Settings
from service.errors import Conflict, Invalid, NotFound, ServerError, SignInRefused, TooMany
from service.store import Store, accounts, invitations, jobs, lockout, open_store, sessions, tokens
from service.store.lockout import wait_after
from service.store.sessions import IDLE, LONGEST, Browser
from service.store.signing_in import change_password, check_waiting, sign_in
from service.store.tables import Percobaan
from tests.people import OTHER, WORDS, quick_hashes

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HERE, THERE = Browser("10.0.0.1", "Firefox"), Browser("10.0.0.2", "Chrome")


__all__ = ["quick_hashes"]
pytestmark = pytest.mark.usefixtures("quick_hashes")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings)
    yield opened
    opened.close()


@pytest.fixture
def planner(store: Store) -> str:
    accounts.add(store, "perencana-satu", "perencana", ["satu"], "Perencana Dinas Satu", sandi=WORDS)
    return "perencana-satu"


@pytest.fixture
def admin(store: Store) -> str:
    accounts.add(store, "admin", "administrator", sandi=OTHER)
    return "admin"


def fail(store: Store, nama: str, times: int, at: datetime, browser: Browser = HERE) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            sign_in(store, nama, "salah", browser, at)


# Accounts


def test_an_account_is_told_without_its_secrets(store: Store, planner: str) -> None:
    one = accounts.find(store, planner)
    assert (one.nama, one.sebutan, one.peran, one.unit, one.aktif, one.bersandi, one.terakhir_masuk) == (
        "perencana-satu",
        "Perencana Dinas Satu",
        "perencana",
        ("satu",),
        True,
        True,
        "",
    )


@pytest.mark.parametrize("nama", ["ab", "a" * 33, "-abc", "abc-", "a b c", "a_b", "äbc", "lokal", "sistem", "a/b", ""])
def test_a_handle_that_cannot_be_one_is_refused(store: Store, nama: str) -> None:
    with pytest.raises(Invalid) as refused:
        accounts.add(store, nama, "pembaca")
    assert set(refused.value.fields) == {"nama"}


def test_a_handle_is_one_in_any_case_of_its_letters(store: Store, planner: str) -> None:
    assert accounts.find(store, " Perencana-Satu ").nama == planner
    with pytest.raises(Conflict, match="sudah dipakai"):
        accounts.add(store, "PERENCANA-SATU", "pembaca")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"peran": "raja"}, "peran"),
        ({"peran": "perencana"}, "unit"),
        ({"peran": "pembaca", "sebutan": "x" * 81}, "sebutan"),
        ({"peran": "pembaca", "sebutan": "Admin\u202e"}, "sebutan"),
    ],
)
def test_what_does_not_fit_is_told_by_field(store: Store, given: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        accounts.add(store, "satu-akun", **given)  # type: ignore[arg-type]
    assert set(refused.value.fields) == {field}


def test_only_a_planner_has_units(store: Store) -> None:
    assert accounts.add(store, "auditor-satu", "auditor", ["satu"]).unit == ()


def test_a_new_role_ends_the_sessions_and_new_units_do_not(store: Store, planner: str) -> None:
    secret = sessions.begin(store, planner, HERE, NOON)
    accounts.change(store, planner, "perencana", ["dua", "satu"], "Dua dinas")
    assert sessions.whose(store, secret, NOON) == accounts.find(store, planner)
    assert accounts.find(store, planner).unit == ("dua", "satu")
    accounts.change(store, planner, "bappeda", [], "")
    assert sessions.whose(store, secret, NOON) is None


TAKES_RIGHTS: dict[str, Callable[[Store], object]] = {
    "disabled": lambda store: accounts.disable(store, "perencana-satu"),
    "another role": lambda store: accounts.change(store, "perencana-satu", "pembaca", [], ""),
    "other units": lambda store: accounts.change(store, "perencana-satu", "perencana", ["dua"], ""),
}


@pytest.mark.parametrize("how", TAKES_RIGHTS)
def test_who_loses_rights_loses_the_jobs_that_wait_for_them(store: Store, planner: str, how: str) -> None:
    asked = [
        jobs.ask(store, "impor", Actor(nama, "perencana", ("satu",)), [("0" * 64, "x")]) for nama in (planner, "b")
    ]
    TAKES_RIGHTS[how](store)
    assert [jobs.cancelled(store, key) for key in asked] == [True, False]


def test_more_units_or_another_label_let_jobs_go_on(store: Store, planner: str) -> None:
    key = jobs.ask(store, "impor", Actor(planner, "perencana", ("satu",)), [("0" * 64, "x")])
    accounts.change(store, planner, "perencana", ["dua", "satu"], "Perencana dua dinas")
    assert not jobs.cancelled(store, key)


def test_the_second_of_two_who_change_an_account_is_told_what_stands_now(store: Store, planner: str) -> None:
    seen = accounts.find(store, planner).versi
    accounts.change(store, planner, "perencana", ["dua"], "", seen)
    with pytest.raises(Conflict) as refused:
        accounts.change(store, planner, "pembaca", [], "", seen)
    assert refused.value.current == "peran: perencana; sebutan: -; unit: dua; keadaan: aktif"
    assert accounts.find(store, planner).peran == "perencana"


def test_the_last_administrator_stays_one(store: Store, admin: str, planner: str) -> None:
    for attempt in (lambda: accounts.disable(store, admin), lambda: accounts.change(store, admin, "pembaca", [], "")):
        with pytest.raises(Conflict, match="administrator terakhir"):
            attempt()
    assert (accounts.find(store, admin).peran, accounts.find(store, admin).aktif) == ("administrator", True)
    accounts.add(store, "admin-dua", "administrator")  # has no password yet, so it does not count
    with pytest.raises(Conflict, match="administrator terakhir"):
        accounts.disable(store, admin)
    accounts.set_password(store, "admin-dua", WORDS)
    assert accounts.disable(store, admin).aktif is False


def test_a_disabled_account_is_out_and_comes_back_with_its_password(store: Store, admin: str, planner: str) -> None:
    secret, link = sessions.begin(store, planner, HERE, NOON), ""
    accounts.disable(store, planner)
    assert sessions.whose(store, secret, NOON) is None
    fail(store, planner, 1, NOON)
    with pytest.raises(Conflict, match="nonaktif"):
        link = invitations.for_account(store, planner)
    accounts.enable(store, planner)
    assert sign_in(store, planner, WORDS, HERE, NOON)[0].nama == planner
    assert link == ""


def test_accounts_are_found_by_name_label_role_and_unit(store: Store, planner: str, admin: str) -> None:
    def found(seek: str) -> list[str]:
        return [one.nama for one in accounts.some(store, seek).akun]

    assert [found(seek) for seek in ("", "SATU", "dinas satu", "administrator", "%", "tidak ada")] == [
        [admin, planner],
        [planner],
        [planner],
        [admin],
        [],
        [],
    ]


# Lockout


def test_every_refusal_is_the_same_sentence(store: Store, admin: str, planner: str) -> None:
    accounts.add(store, "belum-bersandi", "pembaca")
    accounts.disable(store, planner)
    told = set()
    for nama, sandi in ((admin, "salah"), (planner, WORDS), ("belum-bersandi", ""), ("tidak-ada", WORDS)):
        with pytest.raises(SignInRefused) as refused:
            sign_in(store, nama, sandi, HERE, NOON)
        told.add(str(refused.value))
    assert len(told) == 1


def test_the_wait_doubles_from_half_a_minute_to_an_hour() -> None:
    waits = [int(wait_after(n, 5).total_seconds()) for n in range(3, 15)]
    assert waits == [0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert wait_after(10**6, 5) == timedelta(hours=1)


def test_five_failures_lock_and_the_right_password_has_to_wait_too(store: Store, planner: str) -> None:
    fail(store, planner, 5, NOON)
    with pytest.raises(TooMany) as locked:
        sign_in(store, planner, WORDS, HERE, NOON + timedelta(seconds=1))
    assert locked.value.seconds == 29
    assert "setelah 29 detik" in locked.value.hint
    fail(store, planner, 1, NOON + timedelta(seconds=30))
    with pytest.raises(TooMany) as locked:
        sign_in(store, planner, WORDS, THERE, NOON + timedelta(seconds=31))
    assert locked.value.seconds == 59
    assert sign_in(store, planner, WORDS, HERE, NOON + timedelta(seconds=90))[0].nama == planner
    fail(store, planner, 4, NOON + timedelta(seconds=91))  # counted from nothing again


def test_a_handle_that_is_not_there_locks_just_the_same(store: Store) -> None:
    fail(store, "tidak-ada", 5, NOON)
    with pytest.raises(TooMany):
        sign_in(store, "tidak-ada", "salah", THERE, NOON)


def test_blanks_within_a_handle_make_no_second_lock(store: Store, planner: str) -> None:
    for n in range(5):
        fail(store, planner + "\t" * n + " " * 80 + "x", 1, NOON)
    with pytest.raises(TooMany):
        sign_in(store, planner, WORDS, THERE, NOON)


def test_a_look_at_the_lock_counts_nothing(store: Store, planner: str) -> None:
    fail(store, planner, 4, NOON)
    for _ in range(3):
        check_waiting(store, planner, HERE, NOON)
    fail(store, planner, 1, NOON)
    with pytest.raises(TooMany) as locked:
        check_waiting(store, planner, THERE, NOON + timedelta(seconds=10))
    assert locked.value.seconds == 20


def test_an_address_that_tries_many_handles_is_locked_too(store: Store, planner: str) -> None:
    for n in range(lockout.FREE["alamat"]):
        fail(store, f"akun-{n}", 1, NOON)
    with pytest.raises(TooMany):
        sign_in(store, planner, WORDS, HERE, NOON)
    assert sign_in(store, planner, WORDS, THERE, NOON)[0].nama == planner


def test_an_address_does_not_buy_free_guesses_with_a_right_password(store: Store, planner: str) -> None:
    for n in range(lockout.FREE["alamat"] - 1):
        fail(store, f"akun-{n}", 1, NOON)
        sign_in(store, planner, WORDS, HERE, NOON)
    fail(store, "akun-terakhir", 1, NOON)
    with pytest.raises(TooMany):
        sign_in(store, planner, WORDS, HERE, NOON)


def test_the_lock_outlives_a_restart_and_a_day_without_failures_ends_it(settings: Settings) -> None:
    first = open_store(settings)
    fail(first, "siapa-saja", 5, NOON)
    first.close()
    again = open_store(settings)
    with pytest.raises(TooMany):
        sign_in(again, "siapa-saja", "salah", HERE, NOON)
    fail(again, "siapa-saja", 4, NOON + timedelta(days=1, seconds=1))
    with again.session() as session:
        assert session.scalars(select(Percobaan.gagal)).all() == [4, 4]
    again.close()


def test_a_password_change_and_a_new_link_lift_the_lock(store: Store, planner: str) -> None:
    fail(store, planner, 5, NOON)
    accounts.set_password(store, planner, OTHER)
    assert sign_in(store, planner, OTHER, HERE, NOON)[0].nama == planner
    fail(store, planner, 5, NOON)
    secret = invitations.for_account(store, planner, NOON)
    invitations.accept(store, secret, WORDS, at=NOON)
    assert sign_in(store, planner, WORDS, HERE, NOON)[0].nama == planner


# Sessions


def test_a_session_ends_after_eight_idle_hours_and_after_seven_days(store: Store, planner: str) -> None:
    _, secret = sign_in(store, planner, WORDS, HERE, NOON)
    assert sessions.whose(store, secret, NOON + IDLE - timedelta(seconds=1)) is not None
    assert sessions.whose(store, secret, NOON + 2 * IDLE - timedelta(seconds=2)) is not None  # seen, so it goes on
    assert sessions.whose(store, secret, NOON + 3 * IDLE) is None
    _, secret = sign_in(store, planner, WORDS, HERE, NOON)
    moment = NOON
    while moment < NOON + LONGEST - timedelta(hours=7):
        moment += timedelta(hours=7)
        assert sessions.whose(store, secret, moment) is not None
    assert sessions.whose(store, secret, NOON + LONGEST) is None


def test_who_is_signed_in_reads_on_when_the_disk_takes_nothing_more(store: Store, planner: str) -> None:
    secret = sessions.begin(store, planner, HERE, NOON)
    token = tokens.make(store, planner, "dasbor", ["baca"], 1, NOON)[1]
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA query_only=ON"))
        connection.rollback()
        connection.close()  # the pool hands this very one out again
    later = NOON + timedelta(hours=1)
    with pytest.raises(ServerError):
        sessions.end(store, secret)
    assert sessions.whose(store, secret, later) == accounts.find(store, planner)
    assert tokens.find(store, token, at=later).actor is not None


def test_the_store_holds_no_secret_that_opens_anything(store: Store, planner: str, settings: Settings) -> None:
    _, secret = sign_in(store, planner, WORDS, HERE, NOON)
    link = invitations.for_account(store, planner, NOON)
    with store.session() as session:
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    kept = (settings.data / "aplikasi.db").read_bytes()
    assert [one.encode() in kept for one in (secret, link, WORDS, "perencana-satu")] == [False, False, False, True]
    assert Path(settings.data / "aplikasi.db").stat().st_mode & 0o777 == 0o600


def test_each_sign_in_makes_a_session_of_its_own_which_its_owner_can_end(
    store: Store, planner: str, admin: str
) -> None:
    mine, other = (sign_in(store, planner, WORDS, browser, NOON)[1] for browser in (HERE, THERE))
    foreign = sign_in(store, admin, OTHER, HERE, NOON)[1]
    listed = sessions.of_account(store, planner, mine, NOON)
    assert {(one.dari, one.peramban, one.ini) for one in listed} == {
        ("10.0.0.1", "Firefox", True),
        ("10.0.0.2", "Chrome", False),
    }
    theirs = sessions.of_account(store, admin, "", NOON)[0].id
    sessions.end_one(store, planner, theirs)  # not its own: nothing happens
    sessions.end_one(store, planner, "")
    sessions.end_one(store, planner, "%")
    alive = [sessions.whose(store, one, NOON) is not None for one in (mine, other, foreign)]
    assert alive == [True, True, True]
    assert sessions.end_others(store, planner, mine) == 1
    sessions.end(store, mine)
    assert [sessions.whose(store, one, NOON) is not None for one in (mine, other, foreign)] == [False, False, True]


def test_a_password_change_ends_every_session_and_begins_one(store: Store, planner: str) -> None:
    old = [sign_in(store, planner, WORDS, HERE, NOON)[1] for _ in range(2)]
    with pytest.raises(SignInRefused):
        change_password(store, planner, "salah", OTHER, HERE, NOON)
    with pytest.raises(Invalid):
        change_password(store, planner, WORDS, "pendek", HERE, NOON)
    assert sessions.whose(store, old[0], NOON) is not None
    secret = change_password(store, planner, WORDS, OTHER, HERE, NOON)
    assert [sessions.whose(store, one, NOON) is not None for one in (*old, secret)] == [False, False, True]
    assert sign_in(store, planner, OTHER, HERE, NOON)[0].nama == planner


# Links


def test_the_set_up_link_makes_one_administrator_once(store: Store) -> None:
    secret = invitations.for_first(store, NOON)
    assert secret is not None
    assert invitations.look(store, secret, NOON).nama == ""
    assert invitations.look(store, secret, NOON).nama == ""  # looking uses nothing up
    with pytest.raises(Invalid):
        invitations.accept(store, secret, "pendek", "admin", at=NOON)
    made = invitations.accept(store, secret, WORDS, "Admin", " Administrator  Bappeda ", NOON)
    assert (made.nama, made.peran, made.sebutan) == ("admin", "administrator", "Administrator Bappeda")
    for use in (
        lambda: invitations.look(store, secret, NOON),
        lambda: invitations.accept(store, secret, OTHER, "lain", at=NOON),
    ):
        with pytest.raises(NotFound, match="tidak berlaku"):
            use()
    assert invitations.for_first(store, NOON) is None
    assert accounts.some(store).paging.total == 1


def test_a_new_set_up_link_makes_the_old_one_void(store: Store) -> None:
    old, new = invitations.for_first(store, NOON), invitations.for_first(store, NOON)
    with pytest.raises(NotFound):
        invitations.look(store, str(old), NOON)
    assert invitations.look(store, str(new), NOON).nama == ""


@pytest.mark.parametrize("first", [True, False])
def test_a_link_ends_after_a_day(store: Store, planner: str, first: bool) -> None:
    secret = str(invitations.for_first(store, NOON) if first else invitations.for_account(store, planner, NOON))
    assert invitations.look(store, secret, NOON + invitations.VALID - timedelta(seconds=1))
    for use in (invitations.look, lambda *a: invitations.accept(store, secret, WORDS, "admin", at=a[2])):
        with pytest.raises(NotFound, match="24 jam"):
            use(store, secret, NOON + invitations.VALID)


def test_a_set_up_link_is_void_once_somebody_else_became_administrator(store: Store) -> None:
    secret = str(invitations.for_first(store, NOON))
    accounts.add(store, "admin", "administrator", sandi=OTHER)
    with pytest.raises(NotFound):
        invitations.accept(store, secret, WORDS, "penyusup", at=NOON)
    assert [one.nama for one in accounts.some(store).akun] == ["admin"]


def test_a_set_up_link_does_not_take_over_an_account_with_a_password(store: Store, planner: str) -> None:
    secret = str(invitations.for_first(store, NOON))
    with pytest.raises(Conflict, match="sudah dipakai"):
        invitations.accept(store, secret, WORDS, planner, at=NOON)
    assert invitations.look(store, secret, NOON).nama == ""  # refused: the link is still open


def test_a_link_for_an_account_ends_what_opened_it_before(store: Store, planner: str) -> None:
    session = sign_in(store, planner, WORDS, HERE, NOON)[1]
    first = invitations.for_account(store, planner, NOON)
    assert sessions.whose(store, session, NOON) is None
    fail(store, planner, 1, NOON)
    second = invitations.for_account(store, planner, NOON)
    with pytest.raises(NotFound):
        invitations.look(store, first, NOON)
    assert invitations.look(store, second, NOON).nama == planner
    assert invitations.accept(store, second, OTHER, "nama-lain", at=NOON).nama == planner
    assert sign_in(store, planner, OTHER, HERE, NOON)[0].nama == planner
