"""The class archive: trained for the Java that every machine gets, used, and never missed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from service.config import Settings
from service.server import Connection, with_server
from service.server.archive import archive_file, archive_flags, archive_state, failure_file, train_in_background
from service.server.conf import folders
from service.server.java import choose_java, packaged_java
from service.server.lock import read_lock
from service.server.state import read_state
from service.server.training import train
from tests.conftest import quick_java


@pytest.fixture
def own(settings: Settings, neo4j_server: Connection, tmp_path: Path) -> Settings:
    """A cache with the jars of the run and no archive, and the packaged Java, made quick."""
    lock = read_lock()
    there, here = lock.folder(settings.cache), lock.folder(tmp_path / "cache")
    here.mkdir(parents=True)
    for jar in lock.jars:
        (here / jar.file).symlink_to(there / jar.file)
    (here / ".lengkap").write_text(lock.digest, encoding="utf-8")
    return replace(settings, cache=tmp_path / "cache", java=quick_java(str(packaged_java().program)))


def loaded(settings: Settings, archive: Path) -> bool:
    """Whether the running server has the archive in its memory."""
    state = read_state(folders(settings))
    assert state
    return str(archive) in Path(f"/proc/{state.server.pid}/maps").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux shows what a process has loaded")
def test_it_is_trained_then_used_and_a_truncated_one_is_passed_over(own: Settings) -> None:
    java, lock = choose_java(own), read_lock()
    archive = archive_file(java, lock, own.cache)
    assert archive == archive_file(packaged_java(), lock, own.cache)
    assert (archive_flags(java, lock, own.cache), archive_state(java, lock, own.cache)) == ((), "belum ada")

    assert train(java, lock, own) == archive
    assert {path.suffix for path in archive.parent.iterdir() if path.name != ".kunci"} == {".jsa"}
    with with_server(own, train=False):
        assert loaded(own, archive)

    os.chmod(archive, 0o600)
    os.truncate(archive, archive.stat().st_size // 2)
    with with_server(own, train=False) as at:
        assert at.uri.startswith("bolt://127.0.0.1:")
        assert not loaded(own, archive)


def test_an_archive_that_crashes_java_is_thrown_away(own: Settings, tmp_path: Path) -> None:
    """Java 17 aborts on a truncated archive; here every archive makes it abort, and nothing else does."""
    program = tmp_path / "java"
    quick = choose_java(own).program
    program.write_text(
        f'#!/bin/sh\ncase "$*" in *SharedArchiveFile*) kill -ABRT $$;; esac\nexec "{quick}" "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    own = replace(own, java=str(program))
    java, lock = choose_java(own), read_lock()
    archive = archive_file(java, lock, own.cache)
    archive.parent.mkdir()
    archive.touch()
    with with_server(own, train=False):
        assert archive_state(java, lock, own.cache) == "belum ada"


def test_a_training_that_failed_is_told_and_not_repeated(own: Settings) -> None:
    java, lock = packaged_java(), read_lock()
    archive = archive_file(java, lock, own.cache)
    archive.parent.mkdir()
    failure_file(archive).write_text("memori tidak cukup\n", encoding="utf-8")
    train_in_background(java, lock, own.cache)
    assert archive_state(java, lock, own.cache) == "memori tidak cukup"
    assert [path.name for path in archive.parent.iterdir()] == [failure_file(archive).name]


def test_another_lock_or_java_has_another_archive(own: Settings) -> None:
    java, lock = packaged_java(), read_lock()
    names = {
        archive_file(java, lock, own.cache),
        archive_file(java, replace(lock, digest="another"), own.cache),
        archive_file(replace(java, version="21.0.9"), lock, own.cache),
    }
    assert len(names) == 3
