"""Settings, read strictly from the environment once; a wrong value stops the start and names the variable.

In: environment variables. Out: one frozen `Settings`. `SETTINGS` is the whole list: name, default, what it does;
the README repeats it, and a test holds them together.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

from service import reach
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
    (
        "KINERJA_HOST",
        "127.0.0.1",
        "IP address to serve on; beyond this computer only with accounts and behind HTTPS (KINERJA_URL)",
    ),
    ("KINERJA_PORT", "8000", "port to serve on"),
    (
        "KINERJA_ACCOUNTS",
        "",
        "`ya`: people sign in; `tidak` or empty: one person on this computer; always on with KINERJA_URL",
    ),
    (
        "KINERJA_URL",
        "",
        "the https:// address that people open, served by a TLS proxy in front of this service",
    ),
    ("KINERJA_PROXY", "127.0.0.1", "IP address of that proxy; only its X-Forwarded-For and -Proto are believed"),
    (
        "KINERJA_JAVA",
        "",
        "Java home or java program to use (17 or 21); empty: JAVA_HOME, PATH, then the packaged one",
    ),
    ("KINERJA_JARS", "", "folder with the jars of the lock, for machines without network"),
    ("KINERJA_HEAP", "512m", "largest heap of the private Neo4j"),
    ("KINERJA_PAGECACHE", "64m", "page cache of the private Neo4j"),
    ("KINERJA_MIRROR_HEAP", "512m", "largest heap of the mirror, the second Neo4j that the console asks"),
    ("KINERJA_MIRROR_IDLE", "10", "minutes after which a mirror that nobody asks is stopped"),
    (
        "KINERJA_STORE",
        "",
        "another place for accounts, jobs and the activity log, an SQLAlchemy URL (untested); empty: in KINERJA_DATA",
    ),
    (
        "KINERJA_EXAMPLES",
        "ya",
        "`tidak`: an empty graph starts without the fictional example regency",
    ),
    ("KINERJA_BACKUP_AT", "", "hour of the nightly backup, like 02.00; empty: none is made"),
    ("KINERJA_BACKUP_DIR", "<data folder>/cadangan", "folder for backups of the service; better on another disk"),
    ("KINERJA_BACKUP_KEEP", "14", "nightly backups that stay; older ones are taken away"),
    ("NEO4J_URI", "", "external server or cluster (bolt://, neo4j://, neo4j+s://); nothing is started then"),
    ("NEO4J_USER", "neo4j", "account on the external server"),
    ("NEO4J_PASSWORD", "", "its password; NEO4J_PASSWORD_FILE names a file that holds it"),
    ("NEO4J_DATABASE", "neo4j", "database on the external server"),
)

URI_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True)
class Settings:
    """What the environment asked for; paths are absolute."""

    data: Path
    cache: Path
    host: str
    port: int
    accounts: bool
    """People sign in; False: whoever sits at this computer is the one user."""
    url: str
    """`https://name[:port]` that people open; empty: only this computer is served, at http://host:port."""
    proxy: str
    """IP address whose X-Forwarded-* headers are believed."""
    java: str
    jars: str
    heap: str
    pagecache: str
    mirror_heap: str
    mirror_idle: int
    """Minutes without a question until the mirror is stopped."""
    store_url: str
    """SQLAlchemy URL of the application store; empty: an SQLite file in `data`."""
    examples: bool
    """An empty graph is given the fictional examples."""
    backup_at: time | None
    """Hour of the nightly backup, local time; None: none is made."""
    backup_dir: Path
    backup_keep: int
    """Nightly backups that stay, at least one."""
    neo4j_uri: str
    """Empty: the private server of `data` is used."""
    neo4j_user: str
    neo4j_password: str
    neo4j_database: str

    @property
    def address(self) -> str:
        """What a person types into a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.url or f"http://{host}:{self.port}"

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
    host = _checked(env, "KINERJA_HOST", "127.0.0.1", reach.host)
    url = _checked(env, "KINERJA_URL", "", reach.public_url)
    return Settings(
        data=_path(env, "KINERJA_DATA", ROOT / "data"),
        cache=_path(env, "KINERJA_CACHE", user_cache_path("kinerja")),
        host=host,
        port=_checked(env, "KINERJA_PORT", "8000", _port),
        accounts=reach.check_together(host, url, _checked(env, "KINERJA_ACCOUNTS", "", reach.accounts)),
        url=url,
        proxy=_checked(env, "KINERJA_PROXY", "127.0.0.1", reach.ip),
        java=env.get("KINERJA_JAVA", ""),
        jars=env.get("KINERJA_JARS", ""),
        heap=_checked(env, "KINERJA_HEAP", "512m", _memory),
        pagecache=_checked(env, "KINERJA_PAGECACHE", "64m", _memory),
        mirror_heap=_checked(env, "KINERJA_MIRROR_HEAP", "512m", _mirror_memory),
        mirror_idle=_checked(env, "KINERJA_MIRROR_IDLE", "10", _minutes),
        store_url=_secret(env, "KINERJA_STORE"),
        examples=_checked(env, "KINERJA_EXAMPLES", "ya", _yes_or_no),
        backup_at=_checked(env, "KINERJA_BACKUP_AT", "", _hour),
        backup_dir=_path(env, "KINERJA_BACKUP_DIR", _path(env, "KINERJA_DATA", ROOT / "data") / "cadangan"),
        backup_keep=_checked(env, "KINERJA_BACKUP_KEEP", "14", _count),
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


def _port(value: str) -> int:
    if not value.isdigit() or not 1 <= int(value) <= 65535:
        raise ValueError("harus angka 1 sampai 65535")
    return int(value)


def _yes_or_no(value: str) -> bool:
    if value.lower() not in ("ya", "tidak"):
        raise ValueError("isi ya atau tidak")
    return value.lower() == "ya"


def _hour(value: str) -> time | None:
    if not value:
        return None
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})", value)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError("tulis seperti 02.00")
    return time(int(found[1]), int(found[2]))


def _count(value: str) -> int:
    if not value.isdigit() or not 1 <= int(value) <= 3650:
        raise ValueError("harus angka 1 sampai 3650")
    return int(value)


def _memory(value: str) -> str:
    if not re.fullmatch(r"[1-9]\d*[mMgG]", value):
        raise ValueError("tulis seperti 512m atau 2g")
    return value.lower()


def _mirror_memory(value: str) -> str:
    memory = _memory(value)
    if memory.endswith("m") and int(memory[:-1]) < 256:
        raise ValueError("paling kecil 256m")
    return memory


def _minutes(value: str) -> int:
    if not value.isdigit() or not 1 <= int(value) <= 1440:
        raise ValueError("harus angka 1 sampai 1440 (menit)")
    return int(value)


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
