"""What the tests share: one real Neo4j for the whole run, an empty graph for each test, settings of its own."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from werkzeug.routing import Rule

from service import schema
from service.backup.dump import Spool
from service.backup.refill import refill
from service.config import ROOT, Settings, read_settings
from service.graph import Graph
from service.mirror import Mirror
from service.server import Connection, Terminal, with_server
from service.server.java import choose_java

SHARED = ROOT.parent / "shared"
"""Reference material of the workshop; absent on a user's machine, where the tests that need it are skipped."""

KINERJA = Path(sys.executable).with_name("kinerja")
"""The command as a person starts it."""

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m")
"""Without its second compiler Java starts faster and answers slower, the right trade for tests only. It then keeps room
for a fifth of the code; a run of tests fills that, and what is thrown away is compiled again."""


def keep_url_builders() -> None:
    """Werkzeug writes and compiles two functions for each address of each application, two thirds of what making one
    costs; hundreds are made here, all with the same addresses."""
    compiled = Rule._compile_builder
    kept: dict[tuple[object, ...], Callable[..., tuple[str, str]]] = {}

    def builder(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        if rule.defaults:
            return compiled(rule, append_unknown)
        key = (rule.rule, append_unknown, *rule._trace)
        if key not in kept:
            kept[key] = compiled(rule, append_unknown)
        return kept[key]

    Rule._compile_builder = builder  # type: ignore[method-assign]


keep_url_builders()


@pytest.fixture(scope="session")
def cache() -> Path:
    """The user's own cache of jars: tests never download again what is there."""
    return read_settings().cache


@pytest.fixture
def settings(tmp_path: Path, cache: Path) -> Settings:
    """Settings with a data folder that belongs to this test alone."""
    return read_settings(environment(tmp_path / "data", cache))


@pytest.fixture(scope="session")
def run_settings(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Settings:
    """Settings of the one Neo4j of the run."""
    return read_settings(environment(tmp_path_factory.mktemp("run") / "data", cache))


@pytest.fixture(scope="session")
def neo4j_server(run_settings: Settings) -> Iterator[Connection]:
    """The one Neo4j of the run."""
    with with_server(run_settings, Terminal()) as connection:
        yield connection


@pytest.fixture(scope="session")
def shared_graph(neo4j_server: Connection) -> Iterator[Graph]:
    """Connected once, schema applied once; tests take `graph`."""
    at = neo4j_server
    graph = Graph.connect(at.uri, at.user, at.password, at.database)
    schema.apply(graph)
    yield graph
    graph.close()


@pytest.fixture(scope="session")
def mirror(shared_graph: Graph, run_settings: Settings) -> Iterator[Mirror]:
    """The mirror of the run: started when the first test asks it, copied anew by `at(fresh=True)` when the graph has
    moved on (writes by `graph.command` do not count). It does not follow by itself what the next tests write; that it
    does so in a service is tested in test_server_mirror."""
    one = Resting(shared_graph, run_settings)
    yield one
    one.stop()


class Resting(Mirror):
    """Not copied anew beside the questions."""

    def renew(self) -> bool:
        return True


@pytest.fixture
def graph(shared_graph: Graph) -> Graph:
    """An empty graph with its schema, at revision 0."""
    return emptied(shared_graph)


def emptied(graph: Graph) -> Graph:
    """Without content. `Meta` stays: where it is gone the schema is made anew, and Neo4j forgets every plan it has."""
    graph.command("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    graph.command(
        "MATCH (m:Meta) SET m.revisi = 0, m.diubah = timestamp(), m.gerbang = null, m.kegiatan = null, "
        "m.contoh = null, m.silang_revisi = null"
    )
    return graph


def environment(data: Path, cache: Path) -> dict[str, str]:
    """Environment variables of a data folder of its own; the Java is the one a user here would get, made quick."""
    jars = {name: os.environ[name] for name in ("KINERJA_JARS",) if name in os.environ}
    own = {"KINERJA_DATA": str(data), "KINERJA_CACHE": str(cache), "KINERJA_HEAP": "512m"}
    return {**own, "KINERJA_JAVA": quick_java(), **jars}


@functools.cache
def quick_java(program: str = "") -> str:
    """A folder like that of a Java (this machine's, or `program`) whose program adds QUICK, for the servers that the
    product starts by itself. The real one's classes lie in it, so that it finds the real one's archive."""
    real = Path(program) if program else choose_java(read_settings()).program
    home = Path(tempfile.mkdtemp(prefix="kinerja-java-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    (home / "bin").mkdir()
    start = home / "bin" / "java"
    start.write_text(f'#!/bin/sh\nexec "{real.resolve()}" {" ".join(QUICK)} "$@"\n', encoding="utf-8")
    start.chmod(0o755)
    for name in ("release", "lib"):
        (home / name).symlink_to(real.resolve().parent.parent / name)
    return str(home)


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
    return with_seeds(shared_graph, read_settings(environment(tmp_path_factory.mktemp("seeded") / "data", cache)))


def with_seeds(graph: Graph, settings: Settings) -> Graph:
    """The graph with nothing but the documents of `seeds/` in it, and their originals in the data folder of `settings`:
    read and loaded the first time, put back from memory after that."""
    emptied(graph)
    if SEEDS:
        SEEDS[0].into(graph, settings)
    else:
        SEEDS.append(Seeds.of(graph, settings))
    return graph


@dataclass(frozen=True)
class Seeds:
    """What loading `seeds/` once in this process made of a graph, for the files of tests that come later."""

    rows: list[str]
    revisi: int
    originals: dict[str, bytes]

    @classmethod
    def of(cls, graph: Graph, settings: Settings) -> Seeds:
        from service.ingest.seeds import load_seeds

        load_seeds(graph, settings)
        spool = Spool(settings.data)
        graph.reading(spool.fill)
        originals = {path.name: path.read_bytes() for path in settings.originals.iterdir()}
        return cls(list(spool), graph.revision(), originals)

    def lines(self) -> list[str]:
        """As an archive has them."""
        return self.rows

    def into(self, graph: Graph, settings: Settings) -> None:
        """The same content in an empty graph, in a tenth of the time."""
        settings.originals.mkdir(parents=True)
        for name, content in self.originals.items():
            (settings.originals / name).write_bytes(content)
        refill(graph, self)  # type: ignore[arg-type]
        graph.command(
            "MERGE (m:Meta {kode: 'graf'}) SET m.revisi = $revisi, m.diubah = timestamp()", revisi=self.revisi
        )


SEEDS: list[Seeds] = []
