"""`kinerja run`: start the database, prepare the graph, serve the pages, and stop both with Ctrl-C."""

from __future__ import annotations

import logging
import signal
import threading
import webbrowser
from importlib import import_module
from types import FrameType

import click
import waitress

from service import server
from service.app import MAX_UPLOAD, create_app
from service.cli import door
from service.config import Settings, read_settings
from service.graph import Graph
from service.ingest import seeds
from service.warm import warm
from service.web import BLUEPRINTS

THREADS = 8
"""Requests served at once; each holds at most one connection of the driver's pool."""
LARGEST_BODY = 4 * MAX_UPLOAD
"""Bytes of a request that are taken in at all, to a file in /tmp, before the pages can refuse it in words."""


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
        with door.open_graph(settings, beside=warm) as graph:
            _prepare(graph, settings)
            with server.kept_alive(settings, server.Terminal()):
                _serve(graph, settings, open_browser=not no_browser)
    door.say("Berhenti. Data aman di " + str(settings.data))


def _load_pages() -> None:
    """Import the pages' modules while Java starts, when this process would only wait."""
    for name in BLUEPRINTS:
        import_module(f"service.web.{name}")


def _prepare(graph: Graph, settings: Settings) -> None:
    """Load the documents of `seeds/` into an empty graph, so that the first page has something to show."""
    for result in seeds.load_seeds(graph, settings):
        door.say(f"  contoh dimuat: {result}")


def _quiet() -> None:
    """The web server's remarks on its own queue tell a civil servant nothing; its errors still show."""
    logging.getLogger("waitress").setLevel(logging.ERROR)


def _serve(graph: Graph, settings: Settings, *, open_browser: bool) -> None:
    app = create_app(graph, settings)
    _quiet()
    listening = waitress.create_server(
        app,
        host=settings.host,
        port=settings.port,
        threads=THREADS,
        ident="kinerja",
        max_request_body_size=LARGEST_BODY,
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
