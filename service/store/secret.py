"""Secrets that this program makes: links, session cookies, tokens.

In: nothing, or a secret that came back. Out: 256 random bits as text, and the digest that the store keeps instead of
them: whoever reads the store cannot use it. (Passwords are people's and short; those go through `passwords.py`.)
"""

from __future__ import annotations

import hashlib
import secrets

BYTES = 32


def fresh() -> str:
    """43 letters that fit into an address or a header."""
    return secrets.token_urlsafe(BYTES)


def digest(secret: str) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()
