"""The documentation says what is there: every setting, command, exit code and dependency, and nothing that is gone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from service import errors
from service.cli import SUBJECTS, USAGE, main
from service.config import ROOT, SETTINGS, read_settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
DECISIONS = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def command_called(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def documents() -> list[Path]:
    return [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "seeds").glob("*.md")]


@pytest.mark.parametrize(("name", "default", "help_"), SETTINGS)
def test_every_setting_stands_in_the_readme_with_its_default(name: str, default: str, help_: str) -> None:
    row = next((line for line in README.splitlines() if line.startswith(f"| `{name}`")), "")
    assert row, f"{name} is not in the README's table"
    assert default in row


def test_the_list_of_settings_is_complete() -> None:
    source = (ROOT / "service" / "config.py").read_text(encoding="utf-8")
    asked = set(re.findall(r'"((?:KINERJA|NEO4J)_[A-Z]+(?:_[A-Z]+)*)"', source))
    assert asked == {name for name, _, _ in SETTINGS}


def test_defaults_are_those_that_are_documented() -> None:
    settings = read_settings({})
    told = {name: default for name, default, _ in SETTINGS}
    assert (settings.host, str(settings.port), settings.heap, settings.pagecache) == (
        told["KINERJA_HOST"],
        told["KINERJA_PORT"],
        told["KINERJA_HEAP"],
        told["KINERJA_PAGECACHE"],
    )


@pytest.mark.parametrize("command", sorted(SUBJECTS))
def test_every_command_has_help_and_stands_in_the_documentation(command: str) -> None:
    assert command_called(command).help
    assert f"`kinerja {command}" in COMMANDS


@pytest.mark.parametrize("command", sorted(SUBJECTS))
def test_every_command_speaks_json(command: str) -> None:
    if command == "run":
        return
    found = command_called(command)
    leaves = found.commands.values() if isinstance(found, click.Group) else [found]
    assert all("--json" in option.opts for leaf in leaves for option in leaf.params if option.name == "machine")
    assert all(any(option.name == "machine" for option in leaf.params) for leaf in leaves)


def test_every_exit_code_is_documented() -> None:
    codes = {cls.exit_code for cls in vars(errors).values() if isinstance(cls, type) and hasattr(cls, "exit_code")}
    rows = {int(code) for code in re.findall(r"^\| (\d+) \|", COMMANDS, re.MULTILINE)}
    assert codes | {0, USAGE} <= rows


def test_every_dependency_is_pinned_and_has_its_reason() -> None:
    extras = PROJECT["optional-dependencies"]
    for needed in [*PROJECT["dependencies"], *extras["notebook"], *extras["dev"]]:
        name, _, version = needed.partition("==")
        assert version, f"{name} is not pinned"
        assert re.search(rf"\b{re.escape(name)}\b", DECISIONS), f"{name} has no reason in docs/decisions.md"


def test_every_link_between_documents_leads_somewhere() -> None:
    for document in documents():
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
            if not target.startswith(("http", "/")):
                assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_changelog_opens_with_what_is_coming() -> None:
    assert "\n## Unreleased\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(SUBJECTS))
def test_the_help_of_every_command_speaks_indonesian(command: str) -> None:
    found = command_called(command)
    named = [found, *found.commands.values()] if isinstance(found, click.Group) else [found]
    told = " ".join(one.get_help(one.context_class(one, info_name=one.name)) for one in named)
    assert "Cara pakai: " in told
    assert not re.search(r"Usage|Options|Commands|Show this|required|INTEGER|\bTEXT\b", told)
