"""What an endpoint is, and how its answer becomes a response.

In: a function that is given the graph, the parts of the path, the checked query (`q`), body and If-Match, and that
returns a frozen answer. Out: a route of the blueprint and a line of the description. One declaration serves both, so
that nothing is answered that is not described.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from pydantic import BaseModel, ConfigDict, TypeAdapter
from werkzeug.exceptions import PreconditionRequired, UnsupportedMediaType

from service.app import current_graph
from service.errors import Invalid
from service.facts import Paging
from service.web.seen import MOST_DIGITS

Answer = TypeVar("Answer")
Method = Literal["GET", "POST"]

JSON = "application/json"
MULTIPART = "multipart/form-data"


class Asked(BaseModel):
    """Base of what a request may say; a name that is not known is refused, so that a slip is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Asked):
    """No parameters."""


@dataclass(frozen=True)
class Endpoint(Generic[Answer]):
    """One method of one path."""

    method: Method
    path: str
    """Below /api, parts in the form `<kode>`."""
    work: Callable[..., Answer]
    answer: Any
    """Type of the answer; the schema is made from it."""
    title: str
    """What it answers, in a line."""
    query: type[Asked] = Nothing
    body: type[Asked] | None = None
    body_type: str = JSON
    seen: bool = False
    """Asks for If-Match with the revision of the subject that the caller saw."""
    status: int = 200
    faults: tuple[int, ...] = ()
    """Statuses of problem details besides 422 and 503."""
    adapter: TypeAdapter[Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "adapter", TypeAdapter(self.answer))

    @property
    def name(self) -> str:
        """Name of the route and operation."""
        return self.work.__name__


ENDPOINTS: list[Endpoint[Any]] = []


def endpoint(method: Method, path: str, answer: Any, title: str, **more: Any) -> Callable[[Callable[..., Answer]], Any]:
    """Declare the decorated function as an endpoint."""

    def declare(work: Callable[..., Answer]) -> Callable[..., Answer]:
        ENDPOINTS.append(Endpoint(method, path, work, answer, title, **more))
        return work

    return declare


def mount(bp: Blueprint, module: str) -> None:
    """Give the endpoints of one module their routes."""
    for one in ENDPOINTS:
        if one.work.__module__ == module:
            bp.add_url_rule(one.path, one.name, _view(one), methods=[one.method])


def _view(one: Endpoint[Any]) -> Callable[..., Response]:
    def view(**parts: str) -> Response:
        given: dict[str, Any] = dict(parts)
        if one.query is not Nothing or request.args:
            checked = one.query.model_validate(request.args.to_dict())
            given |= {"q": checked} if one.query is not Nothing else {}
        if one.body and one.body_type == JSON:
            given["body"] = one.body.model_validate_json(_json_body())
        if one.seen:
            given["seen"] = seen_revision()
        return respond(one, one.work(current_graph(), **given))

    return view


def respond(one: Endpoint[Any], answer: Any) -> Response:
    """JSON with an ETag (answers 304 to who has it) and, for a page of a list, Link headers (RFC 8288). An answer that
    is too large for that has been written already."""
    if isinstance(answer, Response):
        return answer
    response = Response(one.adapter.dump_json(answer), one.status, content_type="application/json; charset=utf-8")
    response.headers["Cache-Control"] = "private, no-cache"
    paging = getattr(answer, "paging", None)
    if isinstance(paging, Paging):
        _link(response, paging)
    if one.method == "GET":
        response.add_etag()
        response.make_conditional(request)
    return response


def _link(response: Response, paging: Paging) -> None:
    last = paging.jumlah_halaman
    wanted = {"first": 1, "prev": paging.halaman - 1, "next": paging.halaman + 1, "last": last}
    for relation, page in wanted.items():
        if 1 <= page <= last:
            asked = urlencode({**request.args.to_dict(), "halaman": page})
            response.headers.add("Link", f'<{request.path}?{asked}>; rel="{relation}"')


def _json_body() -> bytes:
    if request.mimetype != JSON:
        raise UnsupportedMediaType
    return request.get_data()


def seen_revision() -> int | None:
    """If-Match: the revision that the caller saw (`versi_subjek`), quoted; `*`: whatever stands."""
    given = request.headers.get("If-Match", "").strip()
    if not given:
        raise PreconditionRequired
    if given == "*":
        return None
    number = given.strip('"')
    if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
        raise Invalid(
            f"If-Match {given[:40]!r} bukan versi subjek.",
            'Kirim `versi_subjek` dari jawaban sebelumnya, misalnya "12".',
        )
    return int(number)
