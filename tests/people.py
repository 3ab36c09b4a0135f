"""What the tests about people share: a quick hash instead of the costly one, and two passwords that are accepted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from service.store import passwords

WORDS = "hujan kopi sepeda lampu"
OTHER = "meja angin tujuh perahu"


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """argon2id with the smallest parameters: the same code in a thousandth of the time."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobodys.cache_clear()
    yield
    passwords._nobodys.cache_clear()
