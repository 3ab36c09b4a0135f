"""`make install` on machines that lack something: a sentence with the remedy, and nothing half made.

The Python on PATH stands in for other machines' ones: too old, or without the module that Debian packages apart.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from service.config import ROOT

CHORES = {"run", "install", "test", "check", "bench", "load", "screenshots", "torture", "vendor", "clean"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What the installation reads, in a folder whose name holds a space and an é."""
    folder = tmp_path / "kinerja graph é"
    (folder / ".ci").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "constraints.txt", ".ci/install"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def python(folder: Path, body: str) -> str:
    """A PATH with one `python3` that does `body`, and the ordinary tools but no other Python."""
    folder.mkdir()
    (folder / "python3").write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    (folder / "python3").chmod(0o755)
    for tool in ("sh", "make", "cat", "cmp", "head", "pwd", "rm", "awk"):
        (folder / tool).symlink_to(str(shutil.which(tool)))
    return str(folder)


def make(checkout: Path, path: str, *words: str) -> tuple[int, list[str]]:
    run = subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=checkout,
        env={"PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, [line for line in run.stderr.splitlines() if not line.startswith("make")]


CASES: dict[str, tuple[str, list[str]]] = {
    "no Python that is new enough": (
        "exit 1",
        [
            "Python 3.11 atau lebih baru tidak ditemukan di komputer ini.",
            "Pasang dulu (Debian/Ubuntu: sudo apt install python3 python3-venv), lalu ulangi.",
        ],
    ),
    "a Python without its venv module": (
        f'PYTHONPATH="$(dirname "$0")/tanpa" exec "{sys.executable}" "$@"',
        [
            f"Modul venv untuk Python {sys.version_info[0]}.{sys.version_info[1]} belum terpasang.",
            "Pasang dulu (Debian/Ubuntu: sudo apt install "
            f"python{sys.version_info[0]}.{sys.version_info[1]}-venv), lalu ulangi.",
        ],
    ),
}


@pytest.mark.parametrize(("body", "sentence"), CASES.values(), ids=CASES)
def test_it_refuses(checkout: Path, tmp_path: Path, body: str, sentence: list[str]) -> None:
    path = python(tmp_path / "bin", body)
    (tmp_path / "bin" / "dirname").symlink_to(str(shutil.which("dirname")))
    (tmp_path / "bin" / "tanpa").mkdir()
    (tmp_path / "bin" / "tanpa" / "ensurepip.py").write_text("raise ImportError", encoding="utf-8")
    assert make(checkout, path, "run") == (2, sentence)
    assert not (checkout / ".venv").exists()


def test_what_is_installed_is_not_installed_again(checkout: Path, tmp_path: Path) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "kinerja").write_text("#!/bin/sh\n", encoding="utf-8")
    (checkout / ".venv" / "bin" / "kinerja").chmod(0o755)
    pinned = "".join((checkout / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "constraints.txt"))
    (checkout / ".venv" / ".terpasang").write_text(f"{checkout}\n{pinned}", encoding="utf-8")
    path = python(tmp_path / "bin", "exit 1")
    assert make(checkout, path, "install") == (0, [])
    (checkout / "constraints.txt").write_text(pinned + "# changed\n", encoding="utf-8")
    assert make(checkout, path, "install") == (2, CASES["no Python that is new enough"][1])


def test_make_alone_lists_the_chores() -> None:
    listed = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert {line.split()[1] for line in listed.splitlines()[1:]} == CHORES
