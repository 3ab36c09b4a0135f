"""What is asked of the console, checked; and room for it among those who ask for pages.

In: a JSON body or the fields of a form. Out: `Wanted`, its `Statement` and `Limits`; a place, or `Refused`: questions
may hold only some of the threads of the web server, so that every other page is served meanwhile.
"""

from __future__ import annotations

import json
import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import request
from pydantic import BaseModel, ConfigDict, Field, field_validator
from werkzeug.exceptions import UnsupportedMediaType

from service.console.statement import LARGEST, Limits, Statement, limits_for
from service.console.walls import Refused
from service.errors import Invalid

PLACES = 5
"""Requests that ask the console or wait for a slot of it at once; the web server has more threads than that."""
ROWS = Limits.baris
"""Rows of an answer, unless more are asked for."""
LONGEST_BODY = 1_000_000
"""Bytes of a request; the walls take much less, and say so in words."""

_places = threading.BoundedSemaphore(PLACES)


class Wanted(BaseModel):
    """A question of the console."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    teks: str = Field(min_length=1, description="Cypher yang hanya membaca")
    parameter: dict[str, Any] = Field(default_factory=dict, description="Nama parameter dan nilainya")
    batas: int = Field(ROWS, ge=1, le=LARGEST, description="Paling banyak baris jawaban")
    segar: bool = Field(False, description="true: tunggu cermin yang sama dengan data sekarang")

    @field_validator("parameter")
    @classmethod
    def _are_json(cls, value: dict[str, Any]) -> dict[str, Any]:
        """NaN and infinity are no JSON: neither the log nor the page could tell them."""
        if not _finite(value):
            raise ValueError
        return value

    @property
    def statement(self) -> Statement:
        return Statement(self.teks, self.parameter)

    @property
    def limits(self) -> Limits:
        return limits_for(self.batas)


def from_json() -> Wanted:
    """The body of this request."""
    if not request.is_json:
        raise UnsupportedMediaType
    request.max_content_length = LONGEST_BODY
    return Wanted.model_validate_json(request.get_data())


def from_form() -> Wanted:
    """The fields of this form: `teks`, `parameter` as JSON."""
    request.max_form_memory_size = LONGEST_BODY
    given = request.form.get("parameter", "").strip() or "{}"
    try:
        parameter = json.loads(given)
    except (ValueError, RecursionError):
        parameter = None
    if not isinstance(parameter, dict):
        raise Invalid(
            "Parameter pertanyaan ini tidak terbaca. Tidak ada yang diunduh.",
            "Kembali ke konsol, lalu unduh dari sana.",
            {"parameter": "harus objek JSON"},
        )
    return Wanted(teks=request.form.get("teks", ""), parameter=parameter, batas=LARGEST, segar=False)


def take_place() -> Callable[[], None]:
    """A place, to be given back by calling what is returned (once is enough); raises Refused when there is none."""
    if not _places.acquire(blocking=False):
        raise Refused(
            "Konsol sedang dipakai penuh; pertanyaan ini belum dijalankan.",
            "Coba lagi beberapa detik lagi. Halaman lain tidak terganggu.",
            dinding="slot",
        )
    left = threading.Lock()

    def give_back() -> None:
        if left.acquire(blocking=False):
            _places.release()

    return give_back


@contextmanager
def a_place() -> Iterator[None]:
    """The same for the length of a block."""
    give_back = take_place()
    try:
        yield
    finally:
        give_back()


def _finite(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, dict):
        return all(map(_finite, value.values()))
    return all(map(_finite, value)) if isinstance(value, list) else True
