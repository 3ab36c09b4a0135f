"""The activity log on a page: who did what, when, from where, with what stood there before; narrowed down, taken away.

In: a filter in the address. Out: a page, newest first, or all of what is filtered as a file (which is recorded itself).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request, url_for
from werkzeug.exceptions import NotFound

from service.activities import Activity, all_activities
from service.activities.listing import Names, with_names
from service.activities.sheet import as_csv, as_workbook
from service.activities.words import named, verb
from service.actor import doing, note
from service.app import current_graph, current_store
from service.errors import Invalid
from service.store import activity, activity_rows
from service.store.activity_rows import Choices, Wanted
from service.store.moments import written
from service.web.asked import page_number

bp = Blueprint("kegiatan", __name__)

STATES = {
    "selesai": ("selesai", "tag-good"),
    "gagal": ("tidak jadi", "tag-warn"),
    "tidak jadi": ("terputus, tidak jadi", "tag-warn"),
    "mulai": ("belum diketahui", "tag-info"),
}
"""State of an entry -> its words and the class of its tag."""

WAYS = {"lokal": "di komputer ini", "sesi": "lewat peramban", "token": "lewat token API", "perintah": "lewat perintah"}

CSV, WORKBOOK = "text/csv; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES: Mapping[str, tuple[str, Callable[[Sequence[Activity]], bytes]]] = {
    "csv": (CSV, as_csv),
    "xlsx": (WORKBOOK, as_workbook),
}
"""Ending -> (type, writer)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter."""

    nilai: str
    kata: str


@bp.get("/kegiatan")
def page() -> str:
    """The log, newest first."""
    store, graph = current_store(), current_graph()
    there = activity_rows.choices(store)
    if there.terbuka:
        activity.settle(store, graph)
    asked = {name: value for name in FIELDS if (value := request.args.get(name, "").strip())}
    found, names = with_names(store, graph, wanted(asked), page_number(), also=there.unit)
    return render_template(
        "kegiatan.html",
        daftar=found,
        isian=asked,
        pilihan=_options(there, names),
        keadaan=STATES,
        cara=WAYS,
        files={ending: f"/kegiatan.{ending}?{urlencode(asked)}" for ending in FILES},
        page_url=lambda n: f"{url_for('kegiatan.page')}?{urlencode({**asked, 'halaman': n})}",
    )


@bp.get("/kegiatan.<bentuk>")
def file(bentuk: str) -> Response:
    """What is filtered, all of it, as a file."""
    if bentuk not in FILES:
        raise NotFound
    asked = {name: value for name in FIELDS if (value := request.args.get(name, "").strip())}
    mine = doing()  # this very download is not among what is downloaded
    found = all_activities(current_store(), current_graph(), wanted(asked))
    rows = [one for one in found if mine is None or one.nomor != mine.nomor]
    note(sesudah={"catatan": str(len(rows)), **asked})
    kind, write = FILES[bentuk]
    response = Response(write(rows), content_type=kind)
    response.headers.set("Content-Disposition", "attachment", filename=f"kegiatan-{date.today():%Y-%m-%d}.{bentuk}")
    return response


FIRST_YEAR, LAST_YEAR = 1970, 2999
"""Of a day that is asked for; beyond the years that Python counts there is no first moment of the next day."""

FIELDS = ("akun", "tindakan", "unit", "keadaan", "dari", "sampai")
"""What the address may narrow down; `dari` and `sampai` are days, inclusive."""


def wanted(asked: Mapping[str, str]) -> Wanted:
    """The filter of an address; raises Invalid naming the field."""
    if asked.get("keadaan", "selesai") not in STATES:
        raise Invalid("Keadaan itu tidak dikenal.", f"Pilih: {', '.join(STATES)}.", {"keadaan": "tidak dikenal"})
    since, before = days(asked)
    return Wanted(
        akun=asked.get("akun", ""),
        tindakan=named(asked["tindakan"]) if asked.get("tindakan") else (),
        unit=asked.get("unit", ""),
        keadaan=asked.get("keadaan", ""),
        sejak=since,
        sebelum=before,
    )


def days(asked: Mapping[str, str]) -> tuple[str, str]:
    """`dari` and `sampai`, both inclusive, as moments of the store (from, before); raises Invalid naming the field."""
    last = _day(asked, "sampai")
    return _moment(_day(asked, "dari")), _moment(last + timedelta(days=1) if last else None)


def _day(asked: Mapping[str, str], name: str) -> date | None:
    try:
        day = date.fromisoformat(asked[name]) if asked.get(name) else None
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValueError
        return day
    except ValueError:
        reason = "tulis tanggal seperti 2026-11-24"
        raise Invalid(f"Isian {name} bukan tanggal.", f"{reason.capitalize()}.", {name: reason}) from None


def _moment(day: date | None) -> str:
    """The first moment of a day here, as the store keeps it."""
    return written(datetime.combine(day, time()).astimezone()) if day else ""


def _options(there: Choices, names: Names) -> dict[str, list[Option]]:
    verbs = sorted({verb(one) for one in there.tindakan})
    return {
        "akun": [Option(one, one) for one in there.akun],
        "tindakan": [Option(one, one) for one in verbs],
        "unit": [Option(one, names.get(one, ("", one))[1]) for one in there.unit],
        "keadaan": [Option(one, words) for one, (words, _) in STATES.items()],
    }
