"""The JSON API: the same answers as the pages, under /api.

`endpoints` says what an endpoint is and turns its answer into a response; each other module declares those of one
subject; `openapi` describes them all from the same declarations, and `documentation` shows that description as a page.
"""

from flask import Blueprint

from service.web.api import (
    activities,
    changes,
    console,
    crosscut_views,
    crosscut_words,
    crosscuts,
    documentation,
    documents,
    glossary,
    graph,
    jobs,
    meta,
    register,
    units,
    versions,
)
from service.web.api.endpoints import ENDPOINTS, mount

__all__ = ["ENDPOINTS", "TAKES_NO_FORMS", "bp"]

TAKES_NO_FORMS = True
"""No session, no form token: who may write is checked by Host and Origin (web/security.py)."""

SUBJECTS = (
    units,
    graph,
    documents,
    versions,
    changes,
    crosscuts,
    crosscut_views,
    crosscut_words,
    glossary,
    jobs,
    register,
    console,
    activities,
    meta,
)

bp = Blueprint("api", __name__, url_prefix="/api")
for _subject in SUBJECTS:
    mount(bp, _subject.__name__)
documentation.mount(bp)
