"""The box diagram of a unit and year: on the screen, as a file, and on paper.

In: the kode of a unit and, in the address, everything that a reader opened, closed, focused or searched. Out: a page
whose every button is a link (so that it works without JavaScript; pohon.js only fetches the same addresses), an SVG
file with the same content, and sheets from A4 to A0. The picture itself is made by `service.pohon`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast, get_args

from flask import Blueprint, Response, render_template, request, url_for
from markupsafe import Markup

from service.app import current_graph
from service.browse import Tree as Cascade
from service.browse import UnitPage, tree, unit_page
from service.errors import NotFound
from service.pohon.box_svg import Addresses
from service.pohon.drawing import Drawing, draw, most_listed
from service.pohon.legend import LINK_KINDS, Heading, LegendEntry
from service.pohon.paper import sheet_svg
from service.pohon.sheets import PAPERS, Orientation, Paper, Sheets, Size, lay_out
from service.pohon.svg import svg
from service.pohon.tree import Tree, View, hits
from service.web.asked import chosen, year
from service.web.pohon_view import Opened, address, asked_view, opened, tree_of
from service.web.words import angka, now, waktu

bp = Blueprint("pohon", __name__, url_prefix="/skpd/<kode>")

MAP_FROM = 60
"""Boxes in the picture from which on a small map helps."""
USUAL_PAPER: Paper = "A3"
SIZES: dict[Size, str] = {"terbaca": "huruf terbaca (6 poin ke atas)", "satu": "muat di satu lembar"}


@dataclass(frozen=True)
class Asked:
    """A unit's cascade as a tree, and what is to be shown of it."""

    unit: UnitPage
    cascade: Cascade
    tree: Tree
    view: View
    revisi: int


@bp.get("/pohon")
def page(kode: str) -> str:
    """The picture with its tools, and the same as a nested list."""
    unit = unit_page(current_graph(), kode, year())
    if not unit.kartu.dokumen:
        return render_template("pohon.html", card=unit.kartu, other_years=unit.tahun_lain, here=HERE, drawing=None)
    asked = _asked(unit)
    drawing = _drawing(asked)
    return render_template(
        "pohon.html",
        card=unit.kartu,
        other_years=unit.tahun_lain,
        here=HERE,
        drawing=drawing,
        picture=Markup(svg(drawing, _addresses(asked))),  # noqa: S704  (every text in it is escaped by service.pohon.ink)
        view=asked.view,
        found=hits(asked.tree, asked.view),
        levels=max((asked.tree.height[top] for top in asked.tree.tops), default=0) + 1,
        link_kinds=LINK_KINDS,
        opened=opened(asked.tree, asked.view),
        with_map=len(drawing.faces) > MAP_FROM,
        here_with=lambda **change: _here(asked, replace(asked.view, **change)),
        file_url=address("pohon.file", kode, asked.cascade.tahun, asked.view),
        print_url=address("pohon.on_paper", kode, asked.cascade.tahun, asked.view),
        revisi=asked.revisi,
    )


@bp.get("/pohon.svg")
def file(kode: str) -> Response:
    """The picture as a file of its own."""
    asked = _asked(unit_page(current_graph(), kode, year()))
    to = Addresses(kinerja=lambda box: url_for("kinerja.page", kinerja_id=box, _external=True))
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + svg(_drawing(asked, still=True), to)
    name = f"pohon-kinerja-{asked.unit.kartu.kode}-{asked.cascade.tahun}.svg"
    return Response(text, mimetype="image/svg+xml", headers={"Content-Disposition": f'attachment; filename="{name}"'})


@bp.get("/pohon/cetak")
def on_paper(kode: str) -> str:
    """The picture on sheets, ready for the printer."""
    asked = _asked(unit_page(current_graph(), kode, year()))
    kertas = cast(Paper, chosen("kertas", [USUAL_PAPER, *PAPERS]))
    arah = cast(Orientation, chosen("arah", get_args(Orientation)))
    ukuran = cast(Size, chosen("ukuran", list(SIZES)))
    isi = chosen("isi", ["semua", "layar"])
    indikator = chosen("indikator", ["lengkap", "ringkas"])
    view = replace(asked.view, lengkap=indikator == "lengkap")
    if isi == "semua":
        view = replace(view, sampai=0, buka=frozenset(), tutup=frozenset(), cari="")
    sheets = _sheets(replace(asked, view=view), kertas, arah, ukuran)
    foot = (
        f"{_heading(asked).judul} · Tahun {asked.cascade.tahun} · dicetak {waktu(now())}, revisi {angka(asked.revisi)}"
    )
    return render_template(
        "pohon_cetak.html",
        card=asked.unit.kartu,
        sheets=sheets,
        pages=[Markup(sheet_svg(sheets, sheet, foot)) for sheet in sheets.sheets],  # noqa: S704  (escaped as above)
        chosen={"kertas": kertas, "arah": arah, "ukuran": ukuran, "isi": isi, "indikator": indikator},
        papers=list(PAPERS),
        sizes=SIZES,
        state=_state_fields(),
        back=_here(asked, asked.view),
    )


@bp.get("/pohon/kertas/<kertas>-<arah>.css")
def paper(kode: str, kertas: str, arah: str) -> Response:  # noqa: ARG001  (the unit is part of the address)
    """The page size of one paper: a page may not carry it itself, since inline styles are refused everywhere."""
    if kertas not in PAPERS or arah not in get_args(Orientation):
        raise NotFound(f"Kertas {kertas} {arah} tidak dikenal.", "Pilih A4 sampai A0, lanskap atau potret.")
    short, long = PAPERS[kertas]
    size = f"{long:g}mm {short:g}mm" if arah == "lanskap" else f"{short:g}mm {long:g}mm"
    return Response(f"@page {{ size: {size}; margin: 0; }}\n", mimetype="text/css")


HERE = "Gambar pohon kinerja"
"""Name of this page among the unit's tabs."""


def _asked(unit: UnitPage) -> Asked:
    if not unit.kartu.dokumen:
        raise NotFound(
            f"{unit.kartu.nama} belum punya dokumen cascading, jadi belum ada gambarnya.", "Impor dokumennya dahulu."
        )
    graph = current_graph()
    cascade = tree(graph, unit.kartu.kode, unit.kartu.tahun)
    grown = tree_of(cascade)
    view = asked_view()
    if view.fokus and view.fokus not in grown.boxes:
        raise NotFound(
            f"Kinerja {view.fokus} tidak ada di pohon {unit.kartu.nama} {cascade.tahun}.",
            "Buka pohonnya tanpa fokus, lalu pilih cabang yang lain.",
        )
    return Asked(unit, cascade, grown, view, graph.revision())


def _drawing(asked: Asked, listed: int | None = None, still: bool = False) -> Drawing:
    legend = [LegendEntry(one.singkat, one.tingkat, one.warna) for one in asked.cascade.tingkat]
    return draw(asked.tree, asked.view, _heading(asked), legend, listed=listed, still=still)


def _sheets(asked: Asked, kertas: Paper, arah: Orientation, ukuran: Size) -> Sheets:
    return lay_out(lambda listed: _drawing(asked, listed, still=True), most_listed(asked.tree), kertas, arah, ukuran)


def _heading(asked: Asked) -> Heading:
    card, cascade = asked.unit.kartu, asked.cascade
    origin = [f"Tahun {cascade.tahun}", f"versi {cascade.versi}", card.pemda, "contoh fiktif" if card.contoh else ""]
    notes = [
        " · ".join(part for part in origin if part),
        f"Revisi {angka(asked.revisi)} · dibuat {waktu(now())}",
        f"{angka(card.kinerja)} kinerja · {angka(card.indikator)} indikator",
    ]
    if asked.view.fokus:
        notes.append("Hanya satu cabang ditampilkan")
    return Heading(f"Pohon kinerja {card.nama}", tuple(notes))


def _here(asked: Asked, view: View) -> str:
    return address("pohon.page", asked.unit.kartu.kode, asked.cascade.tahun, view)


def _addresses(asked: Asked) -> Addresses:
    view = asked.view

    def unfold(box: str, opening: bool) -> str:
        change = Opened(view.buka, view.tutup).turned(box, opening)
        return _here(asked, replace(view, buka=change.buka, tutup=change.tutup))

    def focus(box: str) -> str:
        return _here(asked, replace(view, fokus="" if box == view.fokus else box, buka=frozenset(), tutup=frozenset()))

    return Addresses(lambda box: url_for("kinerja.page", kinerja_id=box), focus, unfold)


def _state_fields() -> dict[str, str]:
    """What the form for paper carries along unseen."""
    kept = ("tahun", "sampai", "buka", "tutup", "fokus", "cari")
    return {name: request.args[name] for name in kept if request.args.get(name)}
