"""How the private Neo4j is set up: its folder, its configuration file, and the command that starts it.

In: settings, Java, class path, port. Out: `neo4j.conf` in the home folder, and an argument list. The values were
measured on a running 5.26; docs/server.md says what each is for.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from service.config import Settings
from service.server.disk import write_whole
from service.server.java import Java

TEMPLATE = Path(__file__).with_name("neo4j.conf")
MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint"
SMALLEST_HEAP = 128
"""Megabytes to start with; a smaller largest heap lowers it."""

FLAGS = (
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+DisableExplicitGC",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
)
"""No -XX:+ExitOnOutOfMemoryError: one greedy question would end the server for everybody."""

LOCALE = "C.UTF-8" if sys.platform.startswith("linux") else "en_US.UTF-8"
"""Without a UTF-8 locale Java cannot open a folder whose name holds a letter such as é."""


@dataclass(frozen=True)
class Manner:
    """How a server of ours differs from the one that holds the graph."""

    changed: Mapping[str, str] = field(default_factory=dict)
    """Neo4j's settings: other values than in the template, or more of them."""
    flags: tuple[str, ...] = ()
    """More Java flags."""
    nice: int = 0
    """Priority to the processor that it gives away; 0: none."""


USUAL = Manner()
"""The server that holds the graph."""

PASSED_ON = ("PATH", "HOME", "TMPDIR", "TZ")
"""All that Java sees of the environment: JAVA_TOOL_OPTIONS would change its flags, and a secret has no place there."""


@dataclass(frozen=True)
class Folders:
    """Where the private server of one data folder keeps its things."""

    root: Path

    @property
    def home(self) -> Path:
        """Neo4j's own home: conf, data, logs."""
        return self.root / "home"

    @property
    def password(self) -> Path:
        """The generated password, readable by its owner only."""
        return self.root / "password"

    @property
    def state(self) -> Path:
        """Which process runs, where, and who uses it."""
        return self.root / "state.json"

    @property
    def lock(self) -> Path:
        """Held while the server is started or stopped."""
        return self.root / "start.lock"

    @property
    def log(self) -> Path:
        """What Neo4j printed since its last start; the one before is kept as server.log.1."""
        return self.root / "server.log"


def folders(settings: Settings) -> Folders:
    """The folders under the data folder."""
    # Resolved, since the running process is recognised by this path on its command line.
    return Folders(Path(os.path.realpath(settings.data / "neo4j")))


def write_conf(home: Path, settings: Settings, port: int, manner: Manner = USUAL) -> None:
    """`home`/conf/neo4j.conf, written anew at each start."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.read_text(encoding="utf-8").format(port=port, pagecache=settings.pagecache)
    write_whole(home / "conf" / "neo4j.conf", _changed(text, manner.changed))


def _changed(text: str, changed: Mapping[str, str]) -> str:
    """A name may stand in the file only once: Neo4j does not start otherwise."""
    kept = [line for line in text.splitlines() if line.partition("=")[0] not in changed]
    return "\n".join([*kept, *(f"{name}={value}" for name, value in changed.items()), ""])


def command(
    java: Java,
    jars: Sequence[Path],
    home: Path,
    settings: Settings,
    extra: Sequence[str] = (),
    manner: Manner = USUAL,
) -> list[str]:
    """The argument list; `extra` are more Java flags (the class archive, the tests' compiler setting)."""
    nice = shutil.which("nice") if manner.nice else None
    return [
        *([nice, "-n", str(manner.nice)] if nice else []),
        str(java.program),
        f"-Xms{min(SMALLEST_HEAP, megabytes(settings.heap))}m",
        f"-Xmx{settings.heap}",
        *FLAGS,
        *manner.flags,
        *extra,
        "-cp",
        os.pathsep.join(map(str, jars)),
        MAIN_CLASS,
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]


def environment() -> dict[str, str]:
    """The environment of the Java process."""
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ} | {"LC_ALL": LOCALE}


def megabytes(memory: str) -> int:
    """Of a setting such as 512m or 2g."""
    return int(memory[:-1]) * (1024 if memory.endswith("g") else 1)
