"""Is the service well? For whoever watches over it (Docker, a supervisor): no account, no secret, one word.

In: GET /sehat. Out: 200 when the graph and the application store answer, 503 when one of them does not.
"""

from __future__ import annotations

from flask import Blueprint, Response, json

from service.app import current_graph, current_store
from service.errors import KinerjaError

bp = Blueprint("sehat", __name__)


@bp.get("/sehat")
def page() -> Response:
    """Which of the two does not answer is for the log of the service, not for a stranger."""
    try:
        current_graph().revision()
        current_store().ping()
    except KinerjaError:
        return _told("tidak menjawab", 503)
    return _told("sehat", 200)


def _told(word: str, status: int) -> Response:
    return Response(json.dumps({"keadaan": word}), status, content_type="application/json; charset=utf-8")
