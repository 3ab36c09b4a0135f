"""`kinerja run`: start the database, prepare the graph, serve the pages, and stop both with Ctrl-C."""

from __future__ import annotations

import logging
import signal
import threading
import time
import webbrowser
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING

import click

from service import server
from service.cli import door
from service.config import Settings, read_settings

if TYPE_CHECKING:
    from service.graph import Graph

THREADS = 8
"""Requests served at once; each holds at most one connection of the driver's pool."""

BEFORE_PAGES = 0.2
"""Seconds that starting Java takes this process; reading modules at the same time would hold it up."""


@click.command("run")
@click.option("--no-browser", is_flag=True, help="Jangan membuka peramban.")
def command(no_browser: bool) -> None:
    """Jalankan layanan di komputer ini (Ctrl-C untuk berhenti)."""
    settings = read_settings()
    for ending in (signal.SIGTERM, signal.SIGHUP):  # a supervisor, a closed terminal window
        signal.signal(ending, _as_interrupt)
    with server.one_service(settings):
        server.free_port_or_refuse(settings.host, settings.port)
        threading.Thread(target=_load_pages, daemon=True).start()
        with door.open_graph(settings, beside=_warm) as graph:
            _prepare(graph, settings)
            with server.kept_alive(settings, server.Terminal()):
                _serve(graph, settings, open_browser=not no_browser)
    door.say("Berhenti. Data aman di " + str(settings.data))


def _load_pages() -> None:
    """Import what serves pages while Java starts: this process would only wait, and Java must not wait for it."""
    time.sleep(BEFORE_PAGES)
    from service.web import BLUEPRINTS

    for name in ("service.app", "service.ingest.seeds", "waitress", *(f"service.web.{b}" for b in BLUEPRINTS)):
        import_module(name)


def _warm(graph: Graph) -> None:
    from service.warm import warm

    warm(graph)


def _prepare(graph: Graph, settings: Settings) -> None:
    """Load the documents of `seeds/` into an empty graph, so that the first page has something to show."""
    from service.ingest import seeds

    for result in seeds.load_seeds(graph, settings):
        door.say(f"  contoh dimuat: {result}")


def _quiet() -> None:
    """The web server's remarks on its own queue tell a civil servant nothing; its errors still show."""
    logging.getLogger("waitress").setLevel(logging.ERROR)


def _serve(graph: Graph, settings: Settings, *, open_browser: bool) -> None:
    import waitress

    from service.app import MAX_UPLOAD, create_app

    app = create_app(graph, settings)
    _quiet()
    listening = waitress.create_server(
        app,
        host=settings.host,
        port=settings.port,
        threads=THREADS,
        ident="kinerja",
        max_request_body_size=4 * MAX_UPLOAD,  # taken to a file in /tmp, so that a page can refuse it in words
    )
    address = f"http://{settings.host}:{settings.port}"
    door.say(f"Siap di {address} (Ctrl-C untuk berhenti)")
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        listening.run()
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()


def _as_interrupt(_signal: int, _frame: FrameType | None) -> None:
    """They end the service the same clean way as Ctrl-C."""
    raise KeyboardInterrupt
