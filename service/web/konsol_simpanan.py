"""Saved questions of the console: one's own and those that are shared; saved, changed, taken away and put back.

In: JSON, with the revision that was seen where something is changed. Out: saved questions as JSON, or the console with
one of them in its editor.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, TypeVar

from flask import Blueprint, request
from pydantic import BaseModel, ConfigDict, Field
from werkzeug.exceptions import UnsupportedMediaType

from service.app import current_store
from service.store import questions
from service.store.question_wish import Wish
from service.web import konsol
from service.web.konsol_minta import LONGEST_BODY

bp = Blueprint("konsol_simpanan", __name__, url_prefix="/konsol")


class Body(BaseModel):
    """Base of what is sent here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Seen(Body):
    """Which state of the question was seen."""

    revisi: int = Field(ge=1, le=10**9)


T = TypeVar("T", bound=Body)


class ToSave(Body):
    """A question to save; how long each field may be is checked where it is kept."""

    nama: str
    keterangan: str = ""
    teks: str
    parameter: list[dict[str, Any]] = Field(default_factory=list)
    bersama: bool = False

    def wish(self) -> Wish:
        return Wish(self.nama, self.keterangan, self.teks, self.parameter, self.bersama)


class ToChange(ToSave, Seen):
    """The same, of one that stands already."""


@bp.get("/simpanan/<int:nomor>")
def page(nomor: int) -> str:
    """The console with this question, run at once."""
    return konsol.shown(konsol.opened(nomor))


@bp.get("/simpanan.json")
def listed() -> dict[str, Any]:
    """Own ones first, then those of others."""
    return {"isi": [asdict(one) for one in questions.visible(current_store())]}


@bp.post("/simpanan")
def save() -> tuple[dict[str, Any], int]:
    """A new one."""
    return asdict(questions.save(current_store(), _body(ToSave).wish())), 201


@bp.post("/simpanan/<int:nomor>")
def change(nomor: int) -> dict[str, Any]:
    """One that stands already."""
    asked = _body(ToChange)
    return asdict(questions.change(current_store(), nomor, asked.wish(), asked.revisi))


@bp.post("/simpanan/<int:nomor>/hapus")
def remove(nomor: int) -> dict[str, Any]:
    """Taken away; what comes back is what putting it back needs."""
    gone = questions.remove(current_store(), nomor, _body(Seen).revisi)
    return {"nomor": gone.nomor, "revisi": gone.revisi}


@bp.post("/simpanan/<int:nomor>/pulihkan")
def put_back(nomor: int) -> dict[str, Any]:
    """The undoing of that."""
    return asdict(questions.put_back(current_store(), nomor))


def _body(kind: type[T]) -> T:
    if not request.is_json:
        raise UnsupportedMediaType
    request.max_content_length = LONGEST_BODY
    return kind.model_validate_json(request.get_data())
