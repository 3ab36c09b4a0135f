"""Passwords: which are accepted, how they are kept (argon2id), and whether one fits.

In: what a person typed. Out: a hash for the store, or a verdict. Checking costs the same whether the account exists or
not, so that the time of an answer tells nothing; only a few are checked at once, because each takes 64 MB.
"""

from __future__ import annotations

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from service.errors import Invalid

SHORTEST, LONGEST = 12, 200
"""Letters. NIST SP 800-63B: length counts, not kinds of signs; the upper limit keeps a request cheap."""

MOST_TYPED = 5 * LONGEST
"""Signs that are looked at. Unicode makes at most four into one, so what is cut off was too long anyway; and one sign
into at most eighteen, so that a form full of them would take a gigabyte."""

FEWEST_SIGNS = 5
"""Different signs: `aaaaaaaaaaaa` and `121212121212` are long and worth nothing."""

BESIDE_HANDLE = 8
"""Letters that remain when the handle is taken out."""

COMMON = (
    "password",
    "katasandi",
    "kata sandi",
    "passw0rd",
    "p@ssw0rd",
    "administrator",
    "admin",
    "rahasia",
    "indonesia",
    "bismillah",
    "kinerja",
    "bappeda",
    "inspektorat",
    "kabupaten",
    "kecamatan",
    "pemerintah",
    "pemda",
    "sakip",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "zxcvbnm",
    "1234567890",
    "0987654321",
    "123456",
    "654321",
    "abcdefghijkl",
    "abc123",
    "iloveyou",
    "sayang",
    "letmein",
    "welcome",
    "selamat",
    "merdeka",
    "garuda",
)
"""What guessers try first. A password that is only these words, digits and punctuation is refused."""

BESIDE_COMMON = 5
"""Letters that must remain when those words, digits and punctuation are taken out of a password that holds one."""

AT_ONCE = 2
"""Hashes computed at the same time; more would let a flood of sign-ins take the memory of the machine."""

_hasher = PasswordHasher()
_turns = threading.BoundedSemaphore(AT_ONCE)


def check(sandi: str, nama: str) -> None:
    """Raises Invalid, field `sandi`, when this cannot be the password of the account `nama`."""
    reason = _fault(_plain(sandi), nama)
    if reason:
        raise Invalid(
            f"Kata sandi itu tidak diterima: {reason}. Tidak ada yang diubah.",
            "Pakai beberapa kata yang tidak berhubungan, misalnya empat kata dengan spasi.",
            {"sandi": reason},
        )


def hashed(sandi: str) -> str:
    """The argon2id hash of a password, with its parameters and salt."""
    with _turns:
        return _hasher.hash(_plain(sandi))


def fits(sandi: str, kept: str | None) -> bool:
    """Whether this is the password behind the hash `kept`; None, of an account that is not there, costs the same."""
    typed = _plain(sandi)
    with _turns:
        try:
            return _hasher.verify(kept or _nobodys(), typed if len(typed) <= LONGEST else "") and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def outgrown(kept: str) -> bool:
    """Whether the parameters of argon2id have grown since `kept` was made: time to hash it again."""
    return _hasher.check_needs_rehash(kept)


def _fault(sandi: str, nama: str) -> str:
    lower = sandi.lower()
    if len(sandi) < SHORTEST:
        return f"paling sedikit {SHORTEST} huruf"
    if len(sandi) > LONGEST:
        return f"paling banyak {LONGEST} huruf"
    if len(set(lower)) < FEWEST_SIGNS:
        return "terlalu sedikit huruf yang berbeda"
    if nama.lower() in lower and len(lower.replace(nama.lower(), "")) < BESIDE_HANDLE:
        return "hampir sama dengan nama akun"
    if _common(lower):
        return "terlalu mudah ditebak"
    return ""


def _common(lower: str) -> bool:
    rest = lower
    for word in COMMON:
        rest = rest.replace(word, "")
    return rest != lower and sum(one.isalpha() for one in rest) < BESIDE_COMMON


def _plain(sandi: str) -> str:
    """One form of signs that keyboards send in several."""
    return unicodedata.normalize("NFKC", sandi[:MOST_TYPED])


@cache
def _nobodys() -> str:
    """A hash that no password fits, with today's parameters."""
    return _hasher.hash("\x00 tidak ada akun")
