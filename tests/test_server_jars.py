"""The jars: brought once, checked against the lock, kept when a download breaks.

A small lock and a repository on this machine stand for the real ones; the first start of CI brings the real ones.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from service.config import ROOT, Settings
from service.errors import ServerError
from service.server.download import download
from service.server.jars import bring_jars, complete
from service.server.lock import Lock, read_lock
from service.server.progress import SILENT
from tests.conftest import KINERJA, environment, on_tmpfs

CONTENT = {"org.neo4j:neo4j:5.26.99": b"neo4j " * 1000, "org.kecil:satu:1.0": b"satu " * 500}
OFFLINE = "Atau salin folder jar dari komputer lain dan tunjuk dengan KINERJA_JARS."


@pytest.fixture
def lock(tmp_path: Path) -> Lock:
    lines = [f"{name} {hashlib.sha256(body).hexdigest()} {len(body)}" for name, body in CONTENT.items()]
    file = tmp_path / "kecil.lock"
    file.write_text("\n".join(lines), encoding="utf-8")
    return read_lock(file)


@pytest.fixture
def offline(settings: Settings, tmp_path: Path, lock: Lock) -> Settings:
    """An empty cache, and a folder that holds the jars."""
    source = tmp_path / "salinan"
    source.mkdir()
    for jar, body in zip(lock.jars, CONTENT.values(), strict=True):
        (source / jar.file).write_bytes(body)
    return replace(settings, cache=tmp_path / "cache", jars=str(source))


def names(folder: Path) -> set[str]:
    """The jars that lie there under their own name."""
    return {path.name for path in folder.glob("[!.]*.jar")}


# A copy for machines without network


def test_the_class_path_is_complete_and_sorted(offline: Settings, lock: Lock) -> None:
    folder = offline.cache / "neo4j-5.26.99"
    assert bring_jars(offline, lock, SILENT) == (folder / "neo4j-5.26.99.jar", folder / "satu-1.0.jar")
    assert complete(folder, lock)


def test_the_second_start_reads_neither_source_nor_jars(offline: Settings, lock: Lock) -> None:
    first = bring_jars(offline, lock, SILENT)
    shutil.rmtree(offline.jars)
    for path in first:
        path.chmod(0)
    assert bring_jars(offline, lock, SILENT) == first


def test_a_jar_that_was_cut_off_later_is_brought_again(offline: Settings, lock: Lock) -> None:
    path = bring_jars(offline, lock, SILENT)[0]
    path.write_bytes(b"neo4j")
    bring_jars(offline, lock, SILENT)
    assert path.read_bytes() == CONTENT["org.neo4j:neo4j:5.26.99"]


def test_jars_of_another_lock_are_checked_byte_by_byte(offline: Settings, lock: Lock) -> None:
    path = bring_jars(offline, lock, SILENT)[0]
    path.write_bytes(b"x" * path.stat().st_size)
    bring_jars(offline, replace(lock, digest="of another lock"), SILENT)
    assert path.read_bytes() == CONTENT["org.neo4j:neo4j:5.26.99"]


@pytest.mark.parametrize(("body", "what"), [(None, "tidak ada"), (b"satu", "rusak")], ids=["missing", "truncated"])
def test_a_bad_copy_is_named_and_the_good_ones_are_kept(
    offline: Settings, lock: Lock, body: bytes | None, what: str
) -> None:
    bad = Path(offline.jars) / "satu-1.0.jar"
    bad.unlink() if body is None else bad.write_bytes(body)
    with pytest.raises(ServerError) as refused:
        bring_jars(offline, lock, SILENT)
    assert str(refused.value) == (
        f"Berkas satu-1.0.jar di KINERJA_JARS='{offline.jars}' {what}. "
        "Salin lagi seluruh folder jar itu, atau kosongkan KINERJA_JARS agar diunduh."
    )
    assert names(offline.cache / "neo4j-5.26.99") == {"neo4j-5.26.99.jar"}


def test_two_at_once_bring_the_same_files(offline: Settings, lock: Lock) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: bring_jars(offline, lock, SILENT), range(2))
    assert first == second
    assert complete(offline.cache / "neo4j-5.26.99", lock)


def test_a_colon_in_the_cache_folder_is_refused(offline: Settings, lock: Lock) -> None:
    with pytest.raises(ServerError, match=r"memuat tanda titik dua\. Pilih folder lain dengan KINERJA_CACHE"):
        bring_jars(replace(offline, cache=offline.cache / "a:b"), lock, SILENT)


def test_a_full_disk_ends_in_a_sentence(offline: Settings, lock: Lock) -> None:
    with on_tmpfs("size=16m") as small:
        with pytest.raises(ServerError) as refused:
            bring_jars(replace(offline, cache=small), lock, SILENT)
        assert str(refused.value) == (
            f"Disk untuk folder {small}/neo4j-5.26.99 hampir penuh: tersisa 16 MB, perlu 32 MB. "
            "Kosongkan ruang di disk itu atau pilih folder lain dengan KINERJA_CACHE."
        )


def test_a_read_only_disk_ends_in_a_sentence(offline: Settings, lock: Lock) -> None:
    with on_tmpfs("ro") as fixed:
        with pytest.raises(ServerError) as refused:
            bring_jars(replace(offline, cache=fixed), lock, SILENT)
        assert str(refused.value) == (
            f"Folder {fixed}/neo4j-5.26.99 tidak dapat ditulis: disk hanya dapat dibaca. "
            "Pilih folder lain yang dapat ditulis dengan KINERJA_CACHE."
        )


# The download


@dataclass
class Repository:
    """A Maven repository that gives these answers in turn; the last one stays."""

    answers: list[Callable[[BaseHTTPRequestHandler, bytes], None]]
    asked: list[str] = field(default_factory=list)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        if request.path.endswith(".sha1"):
            request.send_error(404)
            return
        self.asked.append(request.path)
        step = self.answers[min(len(self.asked), len(self.answers)) - 1]
        step(request, CONTENT["org.kecil:satu:1.0"])


def whole(request: BaseHTTPRequestHandler, body: bytes) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


def truncated(request: BaseHTTPRequestHandler, body: bytes) -> None:
    """Promises the whole and hangs up half-way."""
    request.send_response(200)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body[: len(body) // 2])


def altered(request: BaseHTTPRequestHandler, body: bytes) -> None:
    """A login page of a hotel network, as long as it likes."""
    whole(request, b"<html>" + body)


def missing(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.send_error(404)


@contextmanager
def serving(repository: Repository, certificate: Path | None = None) -> Iterator[dict[str, str]]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            repository.answer(self)

        def log_message(self, *_: object) -> None:
            """Not in the output of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield {"local": f"http{'s' if certificate else ''}://localhost:{server.server_port}"}
    finally:
        server.shutdown()
        server.server_close()


def fetch(lock: Lock, folder: Path, repository: dict[str, str]) -> int:
    """Downloads the small jar; returns the bytes that the bar shows in the end."""
    counted: list[int] = []
    download(lock.jars[1], folder, counted.append, repository)
    return sum(counted)


GOOD: dict[str, tuple[list[Callable[[BaseHTTPRequestHandler, bytes], None]], int]] = {
    "at once": ([whole], 1),
    "after a cut-off answer": ([truncated, whole], 2),
    "after a wrong answer": ([altered, whole], 2),
    "after two broken ones": ([truncated, missing, whole], 3),
}


@pytest.mark.parametrize(("answers", "asked"), GOOD.values(), ids=GOOD)
def test_it_downloads(
    lock: Lock, tmp_path: Path, answers: list[Callable[[BaseHTTPRequestHandler, bytes], None]], asked: int
) -> None:
    repository = Repository(answers)
    with serving(repository) as address:
        assert fetch(lock, tmp_path, address) == lock.jars[1].size
    assert (tmp_path / "satu-1.0.jar").read_bytes() == CONTENT["org.kecil:satu:1.0"]
    assert repository.asked == ["/org/kecil/satu/1.0/satu-1.0.jar"] * asked


def test_half_a_file_of_a_killed_download_counts_for_nothing(lock: Lock, tmp_path: Path) -> None:
    left = tmp_path / ".unduh/org/kecil/satu/1.0/satu-1.0.jar"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"satu satu")
    with serving(Repository([whole])) as address:
        fetch(lock, tmp_path, address)
    assert (tmp_path / "satu-1.0.jar").read_bytes() == CONTENT["org.kecil:satu:1.0"]


BAD: dict[str, tuple[Callable[[BaseHTTPRequestHandler, bytes], None], str]] = {
    "truncated": (
        truncated,
        "Berkas satu-1.0.jar dari Neo4j tidak dapat diunduh: unduhan terputus. "
        f"Ulangi; yang sudah terunduh tidak diunduh lagi. {OFFLINE}",
    ),
    "altered": (
        altered,
        "Berkas satu-1.0.jar terunduh 3 kali, tetapi isinya rusak atau terpotong. "
        f"Periksa proksi atau jaringan, lalu ulangi. {OFFLINE}",
    ),
    "missing": (
        missing,
        "Berkas satu-1.0.jar dari Neo4j tidak dapat diunduh: repositori Maven tidak memberikannya. "
        f"Ulangi beberapa saat lagi. {OFFLINE}",
    ),
}


@pytest.mark.parametrize(("answer", "sentence"), BAD.values(), ids=BAD)
def test_a_download_that_stays_broken_ends_in_a_sentence(
    lock: Lock, tmp_path: Path, answer: Callable[[BaseHTTPRequestHandler, bytes], None], sentence: str
) -> None:
    with serving(Repository([answer])) as address, pytest.raises(ServerError) as refused:
        fetch(lock, tmp_path, address)
    assert str(refused.value) == sentence
    assert names(tmp_path) == set()


def test_no_server_at_all_ends_in_a_sentence(lock: Lock, tmp_path: Path) -> None:
    with pytest.raises(ServerError) as refused:
        fetch(lock, tmp_path, {"local": "http://127.0.0.1:9"})
    assert str(refused.value) == (
        "Berkas satu-1.0.jar dari Neo4j tidak dapat diunduh: tidak ada sambungan internet. "
        f"Sambungkan komputer ini sekali saja, lalu ulangi. {OFFLINE}"
    )


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
def test_a_certificate_nobody_trusts_ends_in_a_sentence(lock: Lock, tmp_path: Path) -> None:
    key, certificate, both = tmp_path / "key.pem", tmp_path / "cert.pem", tmp_path / "both.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    with serving(Repository([whole]), both) as address, pytest.raises(ServerError) as refused:
        fetch(lock, tmp_path, address)
    assert str(refused.value) == (
        "Berkas satu-1.0.jar dari Neo4j tidak dapat diunduh: sertifikat TLS server tidak dipercaya (sering karena "
        f"proksi kantor). Tunjuk berkas sertifikat kantor dengan REQUESTS_CA_BUNDLE, lalu ulangi. {OFFLINE}"
    )


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("unshare"), reason="needs root and unshare")
def test_the_first_start_without_network_ends_in_a_sentence(tmp_path: Path) -> None:
    run = subprocess.run(
        ["unshare", "-n", KINERJA, "neo4j", "start"],
        cwd=ROOT,
        env=os.environ | environment(tmp_path / "data", tmp_path / "cache") | {"KINERJA_JARS": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout) == (1, "")
    said = " ".join(run.stderr.split())
    assert "tidak ada sambungan internet. Sambungkan komputer ini sekali saja, lalu ulangi." in said
    assert "Traceback" not in said
