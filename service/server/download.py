"""One jar from its Maven repository, checked byte by byte against the lock.

In: a `Jar` and a folder. Out: the file under its own name, or a ServerError that says what the network did and what
to do. jgo fetches exactly the coordinate; the file gets its name only after its sha256 was right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from jgo.maven import MavenContext, PythonResolver

from service.errors import ServerError
from service.server.jars import UNFINISHED
from service.server.lock import Jar

TRIES = 3
OFFLINE = "Atau salin folder jar dari komputer lain dan tunjuk dengan KINERJA_JARS."

NETWORK: tuple[tuple[type[Exception], str, str], ...] = (
    (
        requests.exceptions.SSLError,
        "sertifikat TLS server tidak dipercaya (sering karena proksi kantor)",
        "Tunjuk berkas sertifikat kantor dengan REQUESTS_CA_BUNDLE, lalu ulangi.",
    ),
    (requests.exceptions.ProxyError, "proksi tidak menjawab", "Periksa HTTPS_PROXY, lalu ulangi."),
    (
        requests.exceptions.Timeout,
        "server tidak menjawab tepat waktu",
        "Ulangi; yang sudah terunduh tidak diunduh lagi.",
    ),
    (
        requests.exceptions.ConnectionError,
        "tidak ada sambungan internet",
        "Sambungkan komputer ini sekali saja, lalu ulangi.",
    ),
    (requests.exceptions.RequestException, "unduhan terputus", "Ulangi; yang sudah terunduh tidak diunduh lagi."),
    (RuntimeError, "repositori Maven tidak memberikannya", "Ulangi beberapa saat lagi."),
)
"""What jgo may raise, the first that fits: what happened, and the remedy."""


def download(jar: Jar, folder: Path, count: Callable[[int], None], repositories: dict[str, str] | None = None) -> None:
    """Brings `jar` into `folder`; tells `count` the bytes as they come. ServerError after TRIES broken answers.

    `repositories`: Maven repositories by name, {name: address}; None: Maven Central, as jgo knows it.
    """
    for attempt in range(1, TRIES + 1):
        received = _Counter(count)
        try:
            fetched = _fetch(jar, folder / UNFINISHED, received, repositories)
        except (requests.exceptions.RequestException, RuntimeError) as fault:
            received.take_back()
            if attempt == TRIES or not _passing(fault):
                raise _network_fault(jar, fault) from fault
            continue
        if jar.matches(fetched):
            fetched.replace(folder / jar.file)
            received.finish(jar.size)
            return
        fetched.unlink()
        received.take_back()
    raise ServerError(
        f"Berkas {jar.file} terunduh {TRIES} kali, tetapi isinya rusak atau terpotong.",
        f"Periksa proksi atau jaringan, lalu ulangi. {OFFLINE}",
    )


def _fetch(jar: Jar, unfinished: Path, received: _Counter, repositories: dict[str, str] | None) -> Path:
    """The file as jgo got it. A half file of a killed run would be taken for a whole one, so it goes first."""
    resolver = PythonResolver(progress_callback=received.watch)
    context = MavenContext(
        resolver=resolver, repo_cache=unfinished, local_repos=[], remote_repos=repositories, timeout=20
    )
    artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(classifier=jar.classifier)
    (unfinished / artifact.component.path_prefix / jar.file).unlink(missing_ok=True)
    return Path(artifact.resolve())


def _passing(fault: Exception) -> bool:
    """A fault that another try may mend; a distrusted certificate stays as it is."""
    return not isinstance(fault, requests.exceptions.SSLError | requests.exceptions.ProxyError)


def _network_fault(jar: Jar, fault: Exception) -> ServerError:
    what, remedy = next((what, remedy) for kind, what, remedy in NETWORK if isinstance(fault, kind))
    return ServerError(f"Berkas {jar.file} dari Neo4j tidak dapat diunduh: {what}.", f"{remedy} {OFFLINE}")


class _Counter:
    """Bytes of one file on the bar, taken back when the file turns out broken."""

    def __init__(self, count: Callable[[int], None]) -> None:
        self.count = count
        self.bytes = 0

    @contextmanager
    def watch(self, _name: str, _size: int) -> Iterator[Callable[[int], None]]:
        """What jgo calls for each file."""
        yield self.add

    def add(self, size: int) -> None:
        self.bytes += size
        self.count(size)

    def take_back(self) -> None:
        self.add(-self.bytes)

    def finish(self, size: int) -> None:
        self.add(size - self.bytes)
