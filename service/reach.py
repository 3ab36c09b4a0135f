"""Who can reach the service: only this computer, or everybody through HTTPS, and then always with accounts.

In: the texts of KINERJA_HOST, KINERJA_URL, KINERJA_PROXY and KINERJA_ACCOUNTS. Out: checked values for `Settings`, or
a refusal with the remedy. Passwords never travel over a network in the clear: that is decided here.
"""

from __future__ import annotations

import re
from ipaddress import ip_address

from service.errors import SettingError

LOOPBACK = ("127.0.0.1", "localhost", "::1")

PUBLIC_URL = re.compile(r"(https://(?:[a-z0-9.-]+|\[[0-9a-f:]+\]))(:\d{1,5})?")
HTTPS_PORT = ":443"


def check_together(host: str, url: str, asked: str) -> bool:
    """Whether there are accounts; raises SettingError when the settings do not go together."""
    if host not in LOOPBACK and not url:
        raise SettingError(
            f"KINERJA_HOST={host!r} membuka layanan bagi komputer lain, yang hanya boleh lewat HTTPS.",
            "Isi KINERJA_URL dengan alamat https:// dari proksi di depannya (contohnya di docs/people.md), "
            "atau hapus KINERJA_HOST.",
        )
    if url and asked == "tidak":
        raise SettingError(
            "KINERJA_ACCOUNTS=tidak dan KINERJA_URL tidak dapat dipakai bersama: layanan yang dibuka orang lain "
            "selalu memakai akun.",
            "Hapus salah satunya.",
        )
    return bool(url) or asked == "ya"


def host(value: str) -> str:
    """An address to listen on."""
    return value if value in LOOPBACK else ip(value)


def ip(value: str) -> str:
    """An IP address; raises ValueError in words."""
    try:
        return str(ip_address(value))
    except ValueError:
        raise ValueError("harus alamat IP, misalnya 127.0.0.1") from None


def public_url(value: str) -> str:
    """`https://name[:port]` in small letters, the usual port left out as browsers do; empty stays empty."""
    if not value:
        return ""
    found = PUBLIC_URL.fullmatch(value.lower().rstrip("/"))
    if not found:
        raise ValueError("tulis seperti https://kinerja.contoh.go.id, tanpa jalur di belakangnya")
    return found[1] + ("" if found[2] in (None, HTTPS_PORT) else found[2])


def accounts(value: str) -> str:
    """`ya`, `tidak`, or empty."""
    if value.lower() not in ("", "ya", "tidak"):
        raise ValueError("isi ya atau tidak")
    return value.lower()
