"""A real Chromium on the real application, served on a free port from the run's Neo4j with the seeds in it.

Every page that a test opens is watched: a script error or a refused script or style (Content-Security-Policy) makes
the test fail at its end. Without Chromium these tests are skipped on a user's machine and fail under `CI=true`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect, sync_playwright
from waitress.server import create_server

from service.app import create_app
from service.config import Settings, read_settings
from service.graph import Graph
from tests.conftest import with_seeds

expect.set_options(timeout=20_000)  # the first question to a cold Neo4j is planned while two other tests run

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

SCREENS = {"meja": (1440, 900), "ponsel": (390, 844)}
"""Name of a screen -> width and height in CSS pixels."""

HARMLESS = tuple(f"Failed to load resource: the server responded with a status of {code}" for code in (404, 422))
"""Console lines that a page about a missing thing, or about a refused form, must cause."""

Opener = Callable[..., Page]


@dataclass(frozen=True)
class Served:
    """A running application."""

    url: str
    graph: Graph
    settings: Settings


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the run."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        told = "no Chromium on PATH: the browser tests need one (Debian: apt-get install chromium)"
        pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def served(
    browser: Browser, shared_graph: Graph, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The application with the seeds, for the tests of one file. Asks for the browser first: without one, no work."""
    data = tmp_path_factory.mktemp("served") / "data"
    settings = read_settings({"KINERJA_DATA": str(data), "KINERJA_CACHE": str(cache)})
    with_seeds(shared_graph, settings)
    with serving(create_app(shared_graph, settings)) as url:
        yield Served(url, shared_graph, settings)


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The application on a free port of this computer, in a thread; the address."""
    server = create_server(app, host="127.0.0.1", port=0, threads=12)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[Opener]:
    """`open_page("/tentang", layar="ponsel", warna="dark")` -> a Page; closed and checked at the end of the test."""
    contexts, faults = [], []

    def opened(path: str = "/", layar: str = "meja", warna: str = "light", **options: object) -> Page:
        width, height = SCREENS[layar]
        touch = layar == "ponsel"
        context = browser.new_context(
            base_url=served.url,
            viewport={"width": width, "height": height},
            color_scheme=warna,
            has_touch=touch,
            is_mobile=touch,
            locale="id-ID",
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda line: line.type == "error" and faults.append(line.text))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [line for line in faults if not line.startswith(HARMLESS)] == []
