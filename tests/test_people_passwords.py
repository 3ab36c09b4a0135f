"""Passwords: which are accepted, how they are kept, and what a check costs; with the real parameters of argon2id."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, update

from service.config import Settings
from service.errors import Invalid, SignInRefused
from service.store import accounts, open_store, passwords
from service.store.passwords import fits, hashed
from service.store.sessions import Browser
from service.store.signing_in import sign_in
from service.store.tables import Akun

WORDS = "hujan kopi sepeda lampu"
HERE = Browser("10.0.0.1")


@pytest.mark.parametrize(
    ("sandi", "reason"),
    [
        ("pendek", "paling sedikit 12"),
        ("x" * 201, "paling banyak 200"),
        ("aaaaaaaaaaaaaaa", "terlalu sedikit huruf"),
        ("121212121212", "terlalu sedikit huruf"),
        ("perencana-satu", "nama akun"),
        ("Perencana-Satu2026!", "nama akun"),
        ("123456789012", "mudah ditebak"),
        ("Password12345!", "mudah ditebak"),
        ("kinerja-bappeda-2026", "mudah ditebak"),
        ("qwertyuiop123", "mudah ditebak"),
    ],
)
def test_a_password_that_guessers_try_first_is_refused(sandi: str, reason: str) -> None:
    with pytest.raises(Invalid, match=reason) as refused:
        passwords.check(sandi, "perencana-satu")
    assert set(refused.value.fields) == {"sandi"}


@pytest.mark.parametrize(
    "sandi", [WORDS, "rahasia hujan kopi", "Tk7#vQ9!mZ2x", "満月の夜に川を渡る猫たちと", "perencana-satu naik perahu"]
)
def test_a_good_password_is_accepted(sandi: str) -> None:
    passwords.check(sandi, "perencana-satu")


def test_a_form_full_of_signs_that_unfold_costs_nothing() -> None:
    unfolds = "\ufdfa"  # one sign that becomes eighteen
    assert len(passwords._plain(unfolds * 1_000_000)) == 18 * passwords.MOST_TYPED
    longest_kept_short = "\u03b1\u0314\u0300\u0345" * 200  # four that become one
    assert len(passwords._plain(longest_kept_short)) == passwords.LONGEST


def test_a_password_is_kept_as_argon2id_and_fits_however_a_keyboard_sends_it() -> None:
    kept = hashed("caf\u00e9 hujan sepeda")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert [fits(typed, kept) for typed in ("cafe\u0301 hujan sepeda", "cafe hujan sepeda", "", "x" * 5000)] == [
        True,
        False,
        False,
        False,
    ]


def test_an_unknown_account_costs_the_same_work(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """Each way to fail looks at exactly one hash, with the same parameters."""
    seen = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, kept: str | bytes, sandi: str | bytes) -> bool:
        seen.append(str(kept).split("$")[1:4])
        return verify(self, kept, sandi)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    store = open_store(settings)
    accounts.add(store, "bersandi", "pembaca", sandi=WORDS)
    accounts.add(store, "belum-bersandi", "pembaca")
    for nama in ("bersandi", "belum-bersandi", "tidak-ada"):
        with pytest.raises(SignInRefused):
            sign_in(store, nama, "salah", HERE)
    assert seen == [["argon2id", "v=19", "m=65536,t=3,p=4"]] * 3
    store.close()


def test_a_hash_with_weaker_parameters_is_made_again_at_sign_in(settings: Settings) -> None:
    store = open_store(settings)
    accounts.add(store, "pembaca-satu", "pembaca")
    weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(WORDS)
    with store.session() as session:
        session.execute(update(Akun).values(sandi=weak))
    sign_in(store, "pembaca-satu", WORDS, HERE)
    with store.session() as session:
        kept = session.scalar(select(Akun.sandi))
    assert kept is not None
    assert "m=65536,t=3,p=4" in kept
    assert fits(WORDS, kept)
    store.close()
