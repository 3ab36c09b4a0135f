"""The cookie that holds the secret of a session: put in, read, taken out.

In: an answer and a secret, or the current request. Out: the answer with the cookie, or what the browser sent. A page's
scripts cannot read it, other sites cannot send it along with a form, and over HTTPS it never leaves by plain http.
"""

from __future__ import annotations

from flask import request
from werkzeug.wrappers import Response as Answer

from service.store import sessions
from service.web.security import is_public


def name() -> str:
    """Name of the session's cookie. `__Host-`: no other name under the domain can have set it."""
    return "__Host-kinerja-sesi" if is_public() else "kinerja-sesi"


def secret() -> str:
    """What the cookie of this request holds."""
    return request.cookies.get(name(), "")


def browser() -> sessions.Browser:
    """Where this request comes from."""
    return sessions.Browser(request.remote_addr or "", request.headers.get("User-Agent", ""))


def admit(answer: Answer, secret: str) -> Answer:
    """Put the secret of a new session into the browser. Lax, not Strict: a link in a letter or a chat should open as
    who is signed in; what changes something is a form with its own token, from this site only."""
    answer.set_cookie(
        name(),
        secret,
        max_age=int(sessions.LONGEST.total_seconds()),
        secure=is_public(),
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return answer


def dismiss(answer: Answer) -> Answer:
    """Take it out again."""
    answer.delete_cookie(name(), secure=is_public(), httponly=True, samesite="Lax", path="/")
    return answer
