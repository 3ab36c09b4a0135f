"""The box diagram on paper, A4 to A0.

In: the kode of a unit, a paper, its orientation, how large, and the state of the screen. Out: a page that is nothing
but sheets of that size (and, on the screen, the form that chooses), and the style sheet with the page size.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast, get_args

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from service.errors import NotFound
from service.pohon.drawing import most_listed
from service.pohon.paper import sheet_svg
from service.pohon.sheets import PAPERS, Orientation, Paper, Sheets, Size, lay_out
from service.web.asked import chosen
from service.web.pohon_asked import Asked, asked_of, drawing_of, heading_of, here_with, looked_up
from service.web.words import angka, now, waktu

bp = Blueprint("pohon_cetak", __name__, url_prefix="/skpd/<kode>/pohon")

USUAL_PAPER: Paper = "A3"
SIZES: dict[Size, str] = {"terbaca": "huruf terbaca (6 poin ke atas)", "satu": "muat di satu lembar"}


@bp.get("/cetak")
def page(kode: str) -> str:
    """The picture on sheets, ready for the printer."""
    asked = asked_of(*looked_up(kode))
    kertas = cast(Paper, chosen("kertas", [USUAL_PAPER, *PAPERS]))
    arah = cast(Orientation, chosen("arah", get_args(Orientation)))
    ukuran = cast(Size, chosen("ukuran", list(SIZES)))
    isi = chosen("isi", ["semua", "layar"])
    indikator = chosen("indikator", ["lengkap", "ringkas"])
    view = replace(asked.view, lengkap=indikator == "lengkap")
    if isi == "semua":
        view = replace(view, sampai=0, buka=frozenset(), tutup=frozenset(), cari="")
    sheets = _sheets(replace(asked, view=view), kertas, arah, ukuran)
    printed = f"dicetak {waktu(now())}, revisi {angka(asked.revisi)}"
    foot = f"{heading_of(asked).judul} · Tahun {asked.cascade.tahun} · {printed}"
    return render_template(
        "pohon_cetak.html",
        card=asked.unit.kartu,
        sheets=sheets,
        pages=[Markup(sheet_svg(sheets, sheet, foot)) for sheet in sheets.sheets],  # noqa: S704  (escaped as above)
        chosen={"kertas": kertas, "arah": arah, "ukuran": ukuran, "isi": isi, "indikator": indikator},
        papers=list(PAPERS),
        sizes=SIZES,
        state=_state_fields(),
        back=here_with(asked, asked.view),
    )


@bp.get("/kertas/<kertas>-<arah>.css")
def paper(kode: str, kertas: str, arah: str) -> Response:  # noqa: ARG001  (the unit is part of the address)
    """The page size of one paper: a page may not carry it itself, since inline styles are refused everywhere."""
    if kertas not in PAPERS or arah not in get_args(Orientation):
        raise NotFound(f"Kertas {kertas} {arah} tidak dikenal.", "Pilih A4 sampai A0, lanskap atau potret.")
    short, long = PAPERS[kertas]
    size = f"{long:g}mm {short:g}mm" if arah == "lanskap" else f"{short:g}mm {long:g}mm"
    return Response(f"@page {{ size: {size}; margin: 0; }}\n", mimetype="text/css")


def _sheets(asked: Asked, kertas: Paper, arah: Orientation, ukuran: Size) -> Sheets:
    return lay_out(lambda listed: drawing_of(asked, listed, still=True), most_listed(asked.tree), kertas, arah, ukuran)


def _state_fields() -> dict[str, str]:
    """What the form for paper carries along unseen."""
    kept = ("tahun", "sampai", "buka", "tutup", "fokus", "cari", "silang")
    return {name: request.args[name] for name in kept if request.args.get(name)}
