"""Settings, read strictly from the environment once; a wrong value stops the start and names the variable.

In: environment variables. Out: one frozen `Settings`. `SETTINGS` is the whole list: name, default, what it does;
the README repeats it, and a test holds them together.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

from service.errors import SettingError, refusal

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
"""The checkout: `graph/` and `seeds/` lie here, beside the package."""

SETTINGS: tuple[tuple[str, str, str], ...] = (
    (
        "KINERJA_DATA",
        "<checkout>/data",
        "data folder: store, original documents, secrets; one owner at a time",
    ),
    (
        "KINERJA_CACHE",
        "<user cache>/kinerja",
        "downloaded Neo4j jars and the start-up archive, shared by all data folders",
    ),
    ("KINERJA_HOST", "127.0.0.1", "address to serve on; only loopback until accounts exist"),
    ("KINERJA_PORT", "8000", "port to serve on"),
    (
        "KINERJA_JAVA",
        "",
        "Java home or java program to use (17 or 21); empty: JAVA_HOME, PATH, then the packaged one",
    ),
    ("KINERJA_JARS", "", "folder with the jars of the lock, for machines without network"),
    ("KINERJA_HEAP", "512m", "largest heap of the private Neo4j"),
    ("KINERJA_PAGECACHE", "64m", "page cache of the private Neo4j"),
    (
        "KINERJA_STORE",
        "",
        "another place for accounts, jobs and the activity log, an SQLAlchemy URL (untested); empty: in KINERJA_DATA",
    ),
    ("NEO4J_URI", "", "external server or cluster (bolt://, neo4j://, neo4j+s://); nothing is started then"),
    ("NEO4J_USER", "neo4j", "account on the external server"),
    ("NEO4J_PASSWORD", "", "its password; NEO4J_PASSWORD_FILE names a file that holds it"),
    ("NEO4J_DATABASE", "neo4j", "database on the external server"),
)

LOOPBACK = ("127.0.0.1", "localhost", "::1")
URI_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True)
class Settings:
    """What the environment asked for; paths are absolute."""

    data: Path
    cache: Path
    host: str
    port: int
    java: str
    jars: str
    heap: str
    pagecache: str
    store_url: str
    """SQLAlchemy URL of the application store; empty: an SQLite file in `data`."""
    neo4j_uri: str
    """Empty: the private server of `data` is used."""
    neo4j_user: str
    neo4j_password: str
    neo4j_database: str

    @property
    def external(self) -> bool:
        return bool(self.neo4j_uri)

    @property
    def originals(self) -> Path:
        """Uploaded documents, each under its sha256."""
        return self.data / "originals"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in `environ` (default: the process's); raises SettingError naming the variable."""
    env = os.environ if environ is None else environ
    return Settings(
        data=_path(env, "KINERJA_DATA", ROOT / "data"),
        cache=_path(env, "KINERJA_CACHE", user_cache_path("kinerja")),
        host=_checked(env, "KINERJA_HOST", "127.0.0.1", _loopback),
        port=_checked(env, "KINERJA_PORT", "8000", _port),
        java=env.get("KINERJA_JAVA", ""),
        jars=env.get("KINERJA_JARS", ""),
        heap=_checked(env, "KINERJA_HEAP", "512m", _memory),
        pagecache=_checked(env, "KINERJA_PAGECACHE", "64m", _memory),
        store_url=_secret(env, "KINERJA_STORE"),
        neo4j_uri=_checked(env, "NEO4J_URI", "", _uri),
        neo4j_user=env.get("NEO4J_USER", "") or "neo4j",
        neo4j_password=_secret(env, "NEO4J_PASSWORD"),
        neo4j_database=env.get("NEO4J_DATABASE", "") or "neo4j",
    )


def _path(env: Mapping[str, str], name: str, default: Path) -> Path:
    return Path(env.get(name) or default).expanduser().absolute()


def _checked(env: Mapping[str, str], name: str, default: str, check: Callable[[str], T]) -> T:
    value = env.get(name, "").strip() or default
    try:
        return check(value)
    except ValueError as fault:
        raise SettingError(
            f"{name}={value!r} tidak dapat dipakai: {fault}.", "Perbaiki atau hapus variabel itu."
        ) from None


def _loopback(value: str) -> str:
    if value not in LOOPBACK:
        raise ValueError("sebelum ada akun pengguna, layanan hanya melayani komputer ini (127.0.0.1, localhost, ::1)")
    return value


def _port(value: str) -> int:
    if not value.isdigit() or not 1 <= int(value) <= 65535:
        raise ValueError("harus angka 1 sampai 65535")
    return int(value)


def _memory(value: str) -> str:
    if not re.fullmatch(r"[1-9]\d*[mMgG]", value):
        raise ValueError("tulis seperti 512m atau 2g")
    return value.lower()


def _uri(value: str) -> str:
    if value and value.split("://")[0] not in URI_SCHEMES:
        raise ValueError("harus diawali " + ", ".join(f"{s}://" for s in URI_SCHEMES))
    return value


def _secret(env: Mapping[str, str], name: str) -> str:
    """A secret from `name`, or from the file that `name`_FILE points to (so that it need not stand in `ps`)."""
    path = env.get(f"{name}_FILE", "")
    if not path:
        return env.get(name, "")
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as fault:
        raise SettingError(
            f"{name}_FILE={path!r} tidak dapat dibaca: {refusal(fault)}.", "Periksa letak berkas itu."
        ) from None
