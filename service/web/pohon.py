"""The box diagram of a unit and year: on the screen, and as a file.

In: the kode of a unit and, in the address, everything that a reader opened, closed, focused or searched. Out: a page
whose every button is a link (so that it works without JavaScript; pohon.js only fetches the same addresses), and an
SVG file with the same content. The picture itself is made by `service.pohon`, on paper it is `pohon_cetak`.
"""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, render_template, url_for
from markupsafe import Markup

from service.pohon.box_svg import Addresses
from service.pohon.legend import LINK_KINDS
from service.pohon.svg import svg
from service.pohon.view import hits
from service.web.pohon_asked import Asked, asked_of, drawing_of, here_with, looked_up
from service.web.pohon_view import Opened, address, opened

bp = Blueprint("pohon", __name__, url_prefix="/skpd/<kode>")

HERE = "Gambar pohon kinerja"
"""Name of this page among the unit's tabs."""
MAP_FROM = 60
"""Boxes in the picture from which on a small map helps."""


@bp.get("/pohon")
def page(kode: str) -> str:
    """The picture with its tools, and the same as a nested list."""
    unit, cascade, partners = looked_up(kode)
    if cascade is None:
        return render_template("pohon.html", card=unit.kartu, other_years=unit.tahun_lain, here=HERE, drawing=None)
    asked = asked_of(unit, cascade, partners)
    drawing = drawing_of(asked)
    return render_template(
        "pohon.html",
        card=unit.kartu,
        other_years=unit.tahun_lain,
        here=HERE,
        drawing=drawing,
        cut_off=asked.cascade.total - len(asked.cascade.simpul),
        picture=Markup(svg(drawing, _addresses(asked))),  # noqa: S704  (every text in it is escaped by service.pohon.ink)
        view=asked.view,
        found=hits(asked.tree, asked.view),
        levels=max((asked.tree.height[top] for top in asked.tree.tops), default=0) + 1,
        link_kinds=LINK_KINDS,
        opened=opened(asked.tree, asked.view),
        with_map=len(drawing.faces) > MAP_FROM,
        here_with=lambda **change: here_with(asked, replace(asked.view, **change)),
        file_url=address("pohon.file", kode, asked.cascade.tahun, asked.view),
        print_url=address("pohon_cetak.page", kode, asked.cascade.tahun, asked.view),
        revisi=asked.revisi,
    )


@bp.get("/pohon.svg")
def file(kode: str) -> Response:
    """The picture as a file of its own."""
    asked = asked_of(*looked_up(kode))
    to = Addresses(kinerja=lambda box: url_for("kinerja.page", kinerja_id=box, _external=True))
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + svg(drawing_of(asked, still=True), to)
    name = f"pohon-kinerja-{asked.unit.kartu.kode}-{asked.cascade.tahun}.svg"
    return Response(text, mimetype="image/svg+xml", headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _addresses(asked: Asked) -> Addresses:
    view = asked.view

    def unfold(box: str, opening: bool) -> str:
        change = Opened(view.buka, view.tutup).turned(box, opening)
        return here_with(asked, replace(view, buka=change.buka, tutup=change.tutup))

    def focus(box: str) -> str:
        return here_with(
            asked, replace(view, fokus="" if box == view.fokus else box, buka=frozenset(), tutup=frozenset())
        )

    return Addresses(lambda box: url_for("kinerja.page", kinerja_id=box), focus, unfold)
