"""The application factory: a connected graph and the settings in, a Flask application out.

Everything a page needs hangs on `current_app.extensions`: "graph" (`service.graph.Graph`), "settings", "store" (the
application store), "jobs" (who works off what takes long), "backups" (who makes those) and "refresher" (who keeps
detected overlaps up to date), "mirror" (the copy that the console asks) and "console". Blueprints are named in
`service.web.BLUEPRINTS`; adding a subject is one module and one name there.
"""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from flask import Flask, Response, current_app, request
from werkzeug.routing import IntegerConverter

from service import __version__
from service.backup.keeping import Keeper
from service.config import Settings
from service.console.asking import Console
from service.errors import GraphUnavailable, ServerError, refusal
from service.examples import Runner as ExampleRunner
from service.graph import Graph
from service.jobs import Runner
from service.mirror import Mirror
from service.refresh import Refresher
from service.server.disk import write_whole
from service.store import Store, activity, open_store
from service.web import BLUEPRINTS, gate, problems, recording, security, words

MAX_UPLOAD = 21 * 1024 * 1024
"""Bytes of one request: the reader takes files up to 20 MB, the form around them needs a little."""

STATIC = Path(__file__).parent / "web" / "static"
A_YEAR = 31_536_000


class Number(IntegerConverter):
    """A number in an address. Nothing here has a longer one, and no database would take it."""

    regex = r"\d{1,9}"


KEY_BYTES = 32


def create_app(graph: Graph, settings: Settings) -> Flask:
    """A Flask application that serves `graph`; raises ServerError when the data folder cannot keep the session key."""
    app = Flask("service.web", static_url_path="/static")
    app.secret_key = _session_key(settings.data / "session.key")
    app.config.update(MAX_CONTENT_LENGTH=MAX_UPLOAD, MAX_FORM_MEMORY_SIZE=MAX_UPLOAD, TEMPLATES_AUTO_RELOAD=False)
    app.url_map.converters["int"] = Number
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(asset_url=asset_url, versi_layanan=__version__)
    store = open_store(settings)
    app.extensions.update(graph=graph, settings=settings, store=store, jobs=Runner(graph, settings, store))
    app.extensions.update(backups=Keeper(graph, settings, store), examples=ExampleRunner(graph, settings, store))
    app.extensions.update(refresher=Refresher(graph), mirror=(mirror := Mirror(graph, settings)))
    app.extensions.update(console=Console(mirror))
    words.teach(app)
    gate.shut(app)
    security.guard(app)
    gate.stand(app)
    security.forms(app)
    problems.translate(app)
    for name in BLUEPRINTS:
        module = import_module(f"service.web.{name}")
        app.register_blueprint(module.bp)
        if getattr(module, "TAKES_NO_FORMS", False):
            security.csrf.exempt(module.bp)
    recording.record(app)
    with suppress(GraphUnavailable):  # a page will say that the graph is away; the next look at the log completes it
        activity.settle(store, graph)
    app.after_request(_cacheable)
    return app


def current_graph() -> Graph:
    """The graph of the application that answers this request."""
    return cast(Graph, current_app.extensions["graph"])


def current_settings() -> Settings:
    """The settings of the application that answers this request."""
    return cast(Settings, current_app.extensions["settings"])


def current_store() -> Store:
    """The application store of the application that answers this request."""
    return cast(Store, current_app.extensions["store"])


def current_examples() -> ExampleRunner:
    """Who loads the examples beside the application that answers this request."""
    return cast(ExampleRunner, current_app.extensions["examples"])


def current_console() -> Console:
    """Who answers what people write in Cypher."""
    return cast(Console, current_app.extensions["console"])


def current_mirror() -> Mirror:
    """The copy of the graph that the console asks."""
    return cast(Mirror, current_app.extensions["mirror"])


def current_jobs() -> Runner:
    """Who works off the jobs of the application that answers this request."""
    return cast(Runner, current_app.extensions["jobs"])


@cache
def asset_url(path: str) -> str:
    """URL of a file under static/, holding its digest, so that a browser may keep it for a year."""
    digest = hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:12]
    return f"/static/{path}?v={digest}"


def _cacheable(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args:
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    elif request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _session_key(path: Path) -> bytes:
    """The key that signs sessions, made once per data folder and readable by its owner only."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.stat().st_size != KEY_BYTES:  # a full disk may have cut it off
            write_whole(path, secrets.token_bytes(KEY_BYTES))
        return path.read_bytes()
    except OSError as fault:
        raise ServerError(
            f"Folder data {path.parent} tidak dapat ditulis: {refusal(fault)}.", "Periksa izin dan sisa ruangnya."
        ) from None
