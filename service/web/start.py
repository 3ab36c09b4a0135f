"""The first page and the search: what is here, and where is the word that I am looking for.

In: `/` with an order, `/cari` with a text. Out: the units with their counts, or hits grouped by kind.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request, url_for

from service.app import current_examples, current_graph
from service.browse import units
from service.search import Hit, search
from service.web.asked import chosen, page_number

bp = Blueprint("start", __name__)

ORDERS = ("nama", "kinerja", "konflik", "impor")

PAGES = {
    "kinerja": ("kinerja.page", "kinerja_id"),
    "indikator": ("indikator.page", "indikator_id"),
    "jabatan": ("jabatan.page", "kode"),
    "skpd": ("unit.page", "kode"),
}
"""Kind of a hit -> its page and the name of the key in its address."""


@bp.get("/")
def start() -> str:
    """Search first, then the units."""
    order = chosen("urut", ORDERS)
    listed = units(current_graph(), order=order, page=page_number())
    return render_template(
        "mulai.html",
        daftar=listed,
        urut=order,
        muat=current_examples().progress,
        page_url=lambda number: url_for("start.start", urut=order, halaman=number),
        revisi=listed.revisi,
    )


@bp.get("/cari")
def find() -> str:
    """Hits of a text, grouped."""
    text = request.args.get("q", "").strip()[:200]
    found = search(current_graph(), text)
    return render_template("cari.html", q=text, temuan=found, hit_url=hit_url, revisi=found.revisi)


def hit_url(hit: Hit) -> str:
    """Address of a hit; a partner body has no page of its own and is shown in the register."""
    if hit.jenis not in PAGES:
        return "/register/mitra"
    endpoint, key = PAGES[hit.jenis]
    values: dict[str, Any] = {key: hit.id}
    return url_for(endpoint, **values)
