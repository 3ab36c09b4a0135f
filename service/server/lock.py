"""The jar lock: which files Neo4j consists of, down to the last byte.

In: `jars.lock`, lines of `group:artifact:version[:classifier] sha256 bytes`. Out: a `Lock` of `Jar`s. The set was
resolved once with Maven's runtime scope and started; nothing is ever resolved on a user's machine, because two
resolvers do not agree on the same closure.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

LOCK_FILE = Path(__file__).with_name("jars.lock")


@dataclass(frozen=True)
class Jar:
    """One file of Neo4j, named by its Maven coordinate."""

    group: str
    artifact: str
    version: str
    classifier: str
    """Empty for most; the platform for the four netty natives."""
    sha256: str
    size: int
    """Bytes."""

    @property
    def file(self) -> str:
        """Name of the file, as Maven would call it."""
        return "-".join(part for part in (self.artifact, self.version, self.classifier) if part) + ".jar"

    def matches(self, path: Path) -> bool:
        """Whether `path` holds exactly these bytes."""
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


@dataclass(frozen=True)
class Lock:
    """All files of one Neo4j version."""

    jars: tuple[Jar, ...]
    digest: str
    """sha256 of the lock file: a marker beside the jars says which lock they were checked against."""

    @property
    def version(self) -> str:
        """Neo4j's version, such as `5.26.30`."""
        return next(jar.version for jar in self.jars if (jar.group, jar.artifact) == ("org.neo4j", "neo4j"))

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(jar.size for jar in self.jars)

    def folder(self, cache: Path) -> Path:
        """Where the jars of this version lie in the cache."""
        return cache / f"neo4j-{self.version}"


def read_lock(path: Path = LOCK_FILE) -> Lock:
    """The lock in `path`; a malformed line is a ValueError, since the file is part of the program."""
    text = path.read_text(encoding="utf-8")
    jars = tuple(_jar(line) for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return Lock(jars, hashlib.sha256(text.encode()).hexdigest())


def _jar(line: str) -> Jar:
    coordinate, sha256, size = line.split()
    group, artifact, version, classifier = (*coordinate.split(":"), "")[:4]
    return Jar(group, artifact, version, classifier, sha256, int(size))
