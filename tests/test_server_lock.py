"""The jar lock: what it holds, and that it is the one that was resolved and started."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.server.lock import LOCK_FILE, Jar, read_lock
from tests.conftest import SHARED


def test_it_names_every_file_of_one_neo4j_patch() -> None:
    lock = read_lock()
    assert (lock.version, len(lock.jars), lock.size) == ("5.26.30", 213, 127_985_856)
    assert len({jar.file for jar in lock.jars}) == 213


def test_it_is_the_lock_that_was_resolved_and_started() -> None:
    resolved = SHARED / "neo4j" / "jars.lock"
    if not resolved.exists():
        pytest.skip("../shared is not on this machine")
    assert LOCK_FILE.read_bytes() == resolved.read_bytes()


def test_a_classifier_is_part_of_the_file_name(tmp_path: Path) -> None:
    file = tmp_path / "a.lock"
    file.write_text("io.netty:native:4.1:linux-x86_64 ab 12\norg.neo4j:neo4j:5.26.1 cd 34\n", encoding="utf-8")
    lock = read_lock(file)
    assert [(jar, jar.file) for jar in lock.jars] == [
        (Jar("io.netty", "native", "4.1", "linux-x86_64", "ab", 12), "native-4.1-linux-x86_64.jar"),
        (Jar("org.neo4j", "neo4j", "5.26.1", "", "cd", 34), "neo4j-5.26.1.jar"),
    ]
    assert lock.folder(tmp_path) == tmp_path / "neo4j-5.26.1"
