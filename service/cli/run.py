"""`kinerja run`: start the database, prepare the graph, serve the pages, and stop both with Ctrl-C."""

from __future__ import annotations

import logging
import threading
import time
import webbrowser
from contextlib import closing
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from service import server
from service.cli import door
from service.cli.ending import ended_in_order
from service.config import Settings, read_settings

if TYPE_CHECKING:
    from service.graph import Graph
    from service.store import Store

THREADS = 12
"""Requests served at once; each holds at most one connection of the driver's pool. The console may hold five of them
(`konsol_minta.PLACES`) for as long as its questions run."""

UNSENT = 128 * 1024 * 1024
"""Bytes that wait for a slow browser, in a file beyond the first megabyte: more than the largest answer of the console,
whose slot must not be held by whoever reads slowly."""

CONNECTIONS = 1_000
"""Browsers that keep their connection open at once; the library's own limit of 100 would let the next ones wait."""

BEFORE_PAGES = 0.2
"""Seconds that starting Java takes this process; reading modules at the same time would hold it up."""


@click.command("run")
@click.option("--no-browser", is_flag=True, help="Jangan membuka peramban.")
def command(no_browser: bool) -> None:
    """Jalankan layanan di komputer ini (Ctrl-C untuk berhenti)."""
    settings = read_settings()
    with ended_in_order(), server.one_service(settings):
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
    """Load the real document of `seeds/` into an empty graph, so that the first page has something to show; the
    examples follow while pages are served already."""
    from service import examples
    from service.backup.gate import open_left_behind
    from service.backup.trying import sweep
    from service.ingest import seeds

    open_left_behind(graph)  # a backup that was killed must not keep the seeds out
    sweep(settings)
    if settings.examples and seeds.is_untouched(graph):
        examples.ask(graph)  # before the document: a start that is killed in between goes on where it was
    if not seeds.is_untouched(graph):
        return
    from service.cli.recorded import recorded

    with recorded(settings, "run") as one:
        for result in seeds.load_real(graph, settings):
            door.say(f"  dokumen awal dimuat: {result}")
            one.subjek = result.dokumen


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
        connection_limit=CONNECTIONS,
        ident="kinerja",
        outbuf_high_watermark=UNSENT,
        max_request_body_size=4 * MAX_UPLOAD,  # taken to a file in /tmp, so that a page can refuse it in words
        **_behind_proxy(settings),
    )
    door.say(f"Siap di {settings.address} (Ctrl-C untuk berhenti)")
    _invite_first(app.extensions["store"], settings)
    if open_browser and not settings.url:
        threading.Thread(target=webbrowser.open, args=(settings.address,), daemon=True).start()
    try:
        with (
            app.extensions["backups"].nightly(),
            app.extensions["jobs"].running(),
            app.extensions["examples"].running(),
            app.extensions["refresher"].running(),
            app.extensions["mirror"].running(),
            closing(app.extensions["console"]),
        ):
            listening.run()
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()


def _behind_proxy(settings: Settings) -> dict[str, Any]:
    """What the web server believes of the proxy in front of it; of anybody else it believes nothing."""
    if not settings.url:
        return {}
    return {
        "trusted_proxy": settings.proxy,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }


def _invite_first(store: Store, settings: Settings) -> None:
    """With accounts and nobody who administers them: a link that is used once, here and nowhere else."""
    from service.store import invitations

    secret = invitations.for_first(store) if settings.accounts else None
    if secret:
        door.say("Belum ada administrator. Buka tautan ini untuk membuatnya (sekali pakai, 24 jam):")
        door.aside.print(f"{settings.address}/undangan/{secret}", markup=False, highlight=False, soft_wrap=True)
