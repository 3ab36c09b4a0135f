"""What the tests share: one real Neo4j for the whole run, an empty graph for each test, settings of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from service import schema
from service.backup.dump import Spool
from service.backup.refill import refill
from service.config import ROOT, Settings, read_settings
from service.graph import Graph
from service.server import Connection, Terminal, with_server

SHARED = ROOT.parent / "shared"
"""Reference material of the workshop; absent on a user's machine, where the tests that need it are skipped."""

KINERJA = Path(sys.executable).with_name("kinerja")
"""The command as a person starts it."""

QUICK = ("-XX:TieredStopAtLevel=1",)
"""Starts faster and answers slower, the right trade for tests only."""


@pytest.fixture(scope="session")
def cache() -> Path:
    """The user's own cache of jars: tests never download again what is there."""
    return read_settings().cache


@pytest.fixture
def settings(tmp_path: Path, cache: Path) -> Settings:
    """Settings with a data folder that belongs to this test alone."""
    return read_settings(environment(tmp_path / "data", cache))


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Connection]:
    """The one Neo4j of the run."""
    own = read_settings(environment(tmp_path_factory.mktemp("run") / "data", cache))
    with with_server(own, Terminal(), flags=QUICK) as connection:
        yield connection


@pytest.fixture(scope="session")
def shared_graph(neo4j_server: Connection) -> Iterator[Graph]:
    """Connected once, schema applied once; tests take `graph`."""
    at = neo4j_server
    graph = Graph.connect(at.uri, at.user, at.password, at.database)
    schema.apply(graph)
    yield graph
    graph.close()


@pytest.fixture
def graph(shared_graph: Graph) -> Graph:
    """An empty graph with its schema, at revision 0."""
    shared_graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    shared_graph.command("MATCH (m:Meta) SET m.revisi = 0, m.gerbang = null, m.kegiatan = null, m.contoh = null")
    return shared_graph


def environment(data: Path, cache: Path) -> dict[str, str]:
    """Environment variables of a data folder of its own; the Java is the one a user here would get."""
    java = {name: os.environ[name] for name in ("KINERJA_JAVA", "KINERJA_JARS") if name in os.environ}
    return {"KINERJA_DATA": str(data), "KINERJA_CACHE": str(cache), "KINERJA_HEAP": "512m", **java}


@contextmanager
def on_tmpfs(options: str) -> Iterator[Path]:
    """A small disk of its own (mount options such as `size=16m` or `ro`); skips without root."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    folder = Path(tempfile.mkdtemp(prefix="kinerja-disk-"))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False)
    if mounted.returncode:
        folder.rmdir()
        pytest.skip(f"mount is not allowed here: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        folder.rmdir()


@pytest.fixture(scope="module")
def seeded(shared_graph: Graph, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Graph:
    """The documents of `seeds/`, loaded once for a file of tests that only read (not to be mixed with `graph`)."""
    shared_graph.command("MATCH (n) DETACH DELETE n")
    schema.apply(shared_graph)
    if not SEEDS:
        SEEDS.append(Seeds.of(shared_graph, tmp_path_factory.mktemp("seeded"), cache))
    else:
        SEEDS[0].into(shared_graph)
    return shared_graph


@dataclass(frozen=True)
class Seeds:
    """What loading `seeds/` once in this process made of a graph, for the files of tests that come later."""

    rows: list[str]
    revisi: int

    @classmethod
    def of(cls, graph: Graph, folder: Path, cache: Path) -> Seeds:
        from service.ingest.seeds import load_seeds

        load_seeds(graph, read_settings(environment(folder / "data", cache)))
        spool = Spool(folder)
        graph.reading(spool.fill)
        return cls(list(spool), graph.revision())

    def lines(self) -> list[str]:
        """As an archive has them."""
        return self.rows

    def into(self, graph: Graph) -> None:
        """The same content in an empty graph, in a tenth of the time."""
        refill(graph, self)  # type: ignore[arg-type]
        graph.command("MERGE (m:Meta {kode: 'graf'}) SET m.revisi = $revisi", revisi=self.revisi)


SEEDS: list[Seeds] = []
