"""Trains the class archive of `archive.py`: `python -m service.server.training CACHE JAVA`.

A disposable Neo4j is started, asked a few questions and stopped, and Java writes down which classes it used. The file
gets its name only when it is whole, since a truncated one crashes Java.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

from service.config import Settings, read_settings
from service.errors import KinerjaError
from service.server.archive import archive_file, base_file, failure_file
from service.server.conf import command, write_conf
from service.server.jars import bring_jars
from service.server.java import Java, choose_java
from service.server.lock import Lock, read_lock
from service.server.login import quietly_ask
from service.server.ports import free_port
from service.server.process import end, launch, wait_ready
from service.server.progress import SILENT

EXIT_SECONDS = 120.0
"""Writing the archive makes the exit 4 to 8 seconds longer, on a busy machine more."""
SCRATCH = "latih-"

QUESTIONS = (
    "CREATE CONSTRAINT latih IF NOT EXISTS FOR (n:Latih) REQUIRE n.id IS UNIQUE",
    "CREATE FULLTEXT INDEX latih_teks IF NOT EXISTS FOR (n:Latih) ON EACH [n.uraian]",
    "UNWIND range(1, 50) AS i MERGE (n:Latih {id: toString(i)}) SET n.uraian = 'kinerja ' + i",
    "MATCH (a:Latih {id: '1'}), (b:Latih {id: '2'}) MERGE (a)-[:SEBAB {asal: 'urutan'}]->(b)",
    "MATCH p = (k:Latih {id: '1'})-[:SEBAB*0..15]->(r) WHERE NOT (r)-[:SEBAB]->() "
    "RETURN [n IN nodes(p) | {id: n.id, dari: [(b)-[:SEBAB]->(n) | b.uraian]}] AS jalur",
    "CALL db.index.fulltext.queryNodes('latih_teks', 'kinerja~') YIELD node, score RETURN node.id, score LIMIT 5",
    "MATCH (n:Latih) RETURN count(*), collect(n.uraian)[0..3]",
    "SHOW INDEXES",
)
"""What the service does in its first minute, in small."""


def train(java: Java, lock: Lock, settings: Settings) -> Path | None:
    """The archive, made now (about 20 s); None when another process makes it. KinerjaError when it cannot be made."""
    archive = archive_file(java, lock, settings.cache)
    archive.parent.mkdir(exist_ok=True)
    try:
        with FileLock(archive.parent / ".kunci", timeout=0):
            for left in archive.parent.glob(f"{SCRATCH}*"):  # by a training that was killed
                shutil.rmtree(left, ignore_errors=True)
            if not archive.exists():
                with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=archive.parent) as scratch:
                    _train(java, lock, settings, archive, Path(scratch))
            return archive
    except Timeout:
        return None


def _train(java: Java, lock: Lock, settings: Settings, archive: Path, scratch: Path) -> None:
    jars = bring_jars(settings, lock, SILENT)
    flags = [f"-XX:ArchiveClassesAtExit={scratch / 'arsip.jsa'}"]
    if not java.has_base_archive:
        base = base_file(archive)
        _dump_base(java, base, scratch)
        flags.append(f"-XX:SharedArchiveFile={base}")
    home, port, password = scratch / "home", free_port(), secrets.token_urlsafe(24)
    write_conf(home, settings, port)
    server = launch(command(java, jars, home, settings, flags), home, scratch / "server.log")
    try:
        wait_ready(server, port, password, scratch, scratch / "server.log")
        quietly_ask(f"bolt://127.0.0.1:{port}", password, QUESTIONS)
    finally:
        end(server, EXIT_SECONDS)
    os.replace(scratch / "arsip.jsa", archive)


def _dump_base(java: Java, base: Path, scratch: Path) -> None:
    """The archive of Java's own classes that the packaged Java lacks."""
    made = scratch / "dasar.jsa"
    flags = ["-Xshare:dump", "-XX:+UseSerialGC", f"-XX:SharedArchiveFile={made}"]
    subprocess.run([java.program, *flags], check=True, capture_output=True, timeout=EXIT_SECONDS)
    os.replace(made, base)


def main(cache: str, program: str) -> None:
    """Trains for the cache folder and Java program given; a failure leaves a file that says why."""
    os.nice(19)
    settings = read_settings({"KINERJA_CACHE": cache, "KINERJA_JAVA": program})
    java, lock = choose_java(settings), read_lock()
    try:
        train(java, lock, settings)
    except (KinerjaError, OSError, subprocess.SubprocessError) as fault:
        failure_file(archive_file(java, lock, settings.cache)).write_text(f"{fault}\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
