"""The run log of the console on a page, for administrators: who asked what, how long it took, which wall stopped it.

In: a filter in the address. Out: a page, newest first, or all of what is filtered as CSV (recorded as an export). What
the page is made of: catatan (`RunPage`), diminta (the filter), akun, dinding, keadaan (choices), page_url, csv_url.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request, url_for

from service.actor import note
from service.app import current_store
from service.errors import Invalid
from service.facts import Paging
from service.store import runs
from service.store.runs import Ran, Wanted
from service.web.asked import chosen, page_number
from service.web.kegiatan import days
from service.workbook import Value, csv_of

bp = Blueprint("konsol_catatan", __name__, url_prefix="/konsol")

PER_PAGE = 50
MOST_EXPORTED = 100_000
STATES = ("selesai", "terpotong", "ditolak", "salah", "dibatalkan", "gagal", "berjalan")
FIELDS = ("akun", "dinding", "keadaan", "dari", "sampai")
"""What the address may narrow down; `dari` and `sampai` are days, inclusive."""


@dataclass(frozen=True, slots=True)
class RunPage:
    """One page of the log."""

    isi: tuple[dict[str, Any], ...]
    """Runs, newest first: the fields of `store.runs.Ran`."""
    paging: Paging


@bp.get("/catatan")
def page() -> str:
    """The log, newest first."""
    store, asked, halaman = current_store(), _asked(), page_number()
    runs.settle(store)
    found, total = runs.some(store, wanted(asked), (halaman - 1) * PER_PAGE, PER_PAGE)
    there = runs.choices(store)
    return render_template(
        "konsol_catatan.html",
        catatan=RunPage(tuple(asdict(one) for one in found), Paging(halaman, PER_PAGE, total)),
        diminta=asked,
        akun=there.akun,
        dinding=there.dinding,
        keadaan=STATES,
        page_url=lambda n: f"{url_for('konsol_catatan.page')}?{urlencode({**asked, 'halaman': n})}",
        csv_url=f"{url_for('konsol_catatan.file')}?{urlencode(asked)}",
    )


@bp.get("/catatan.csv")
def file() -> Response:
    """What is filtered, all of it."""
    asked = _asked()
    found, total = runs.some(current_store(), wanted(asked), 0, MOST_EXPORTED)
    if total > MOST_EXPORTED:
        raise Invalid(
            f"Ada {total} jalan; sebuah berkas memuat paling banyak {MOST_EXPORTED}.",
            "Persempit rentang waktunya, lalu unduh lagi.",
        )
    note(sesudah={"jalan": str(total), **asked})
    response = Response(csv_of(COLUMNS, map(_row, found)), content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"catatan-konsol-{date.today():%Y-%m-%d}.csv")
    return response


COLUMNS: Mapping[str, Callable[[Ran], Value]] = {
    "nomor": lambda one: one.nomor,
    "waktu": lambda one: f"{datetime.fromisoformat(one.pada).astimezone():%Y-%m-%d %H:%M:%S}",
    "akun": lambda one: one.akun,
    "peran": lambda one: one.peran,
    "cara": lambda one: one.cara,
    "teks": lambda one: one.teks,
    "parameter": lambda one: json.dumps(one.parameter, ensure_ascii=False) if one.parameter else "",
    "keadaan": lambda one: one.keadaan,
    "dinding": lambda one: one.dinding,
    "revisi": lambda one: "" if one.revisi is None else one.revisi,
    "ms": lambda one: "" if one.ms is None else one.ms,
    "baris": lambda one: "" if one.baris is None else one.baris,
    "pesan": lambda one: one.pesan,
}
"""Heading -> value."""


def wanted(asked: Mapping[str, str]) -> Wanted:
    """The filter of an address; raises Invalid naming the field."""
    since, before = days(asked)
    return Wanted(asked.get("akun", ""), asked.get("keadaan", ""), asked.get("dinding", ""), since, before)


def _asked() -> dict[str, str]:
    chosen("keadaan", ("", *STATES))
    return {name: value for name in FIELDS if (value := request.args.get(name, "").strip())}


def _row(one: Ran) -> list[Value]:
    return [value(one) for value in COLUMNS.values()]
