"""A drawing as SVG: one text for the page, the download, the printed sheets and the tests.

Colours and type are presentation attributes (light, as on paper), so that the file opens alike in Inkscape,
LibreOffice and a browser without any style sheet; on a page `pohon.css` recolours the same classes for dark. A box is
a link to its kinerja with a title that says everything in words. Nothing is a control without an address.
"""

from __future__ import annotations

from service.pohon.box_svg import NOWHERE, Addresses, box_svg
from service.pohon.drawing import LEGEND, TITLE, Drawing
from service.pohon.ink import EDGE, INK, PAPER, arrow_head, check_sign, n, t
from service.pohon.layout import Spot
from service.pohon.legend import legend_svg, title_svg
from service.pohon.lettering import FAMILY
from service.pohon.lines import Stroke


def svg(drawing: Drawing, to: Addresses = NOWHERE) -> str:
    """The whole picture as one standalone SVG document."""
    wide, high = n(drawing.width), n(drawing.height)
    about = f"{len(drawing.faces)} kotak. {' · '.join(drawing.heading.keterangan)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'role="group" aria-labelledby="pohon-judul pohon-isi" font-family="{FAMILY}" fill="{INK}">'
        f'<title id="pohon-judul">{t(drawing.heading.judul)}</title><desc id="pohon-isi">{t(about)}</desc>'
        f'<rect class="kertas" width="{wide}" height="{high}" fill="{PAPER}"/>{content(drawing, to)}</svg>'
    )


def content(drawing: Drawing, to: Addresses = NOWHERE, part: Spot | None = None, lines_to: Spot | None = None) -> str:
    """Everything inside the picture; with `part` only what stands wholly in it, and the lines that meet `lines_to`."""
    strokes = [s for s in drawing.strokes if lines_to is None or _meet(s.frame, lines_to)]
    inside = [name for name, spot in drawing.places.items() if part is None or _within(spot, part)]
    return "".join(
        (
            f'<g class="garis" fill="none" stroke="{EDGE}" stroke-width="1.6">',
            *(_stroke(stroke) for stroke in strokes),
            "</g>",
            *(box_svg(drawing, name, to) for name in inside if name in drawing.faces),
            *(check_sign(*stroke.checked) for stroke in strokes if stroke.checked),
            title_svg(drawing.places[TITLE], drawing.heading) if TITLE in inside else "",
            legend_svg(drawing.places[LEGEND], drawing.legend, drawing.crossings) if LEGEND in inside else "",
        )
    )


def _stroke(stroke: Stroke) -> str:
    dash = ' stroke-dasharray="6 4"' if stroke.dashed else ""
    kind = ' class="juga" stroke-width="1.2"' if stroke.curve else ""
    corners = [f"{n(x)},{n(y)}" for x, y in stroke.points]
    path = f"M{corners[0]} C{' '.join(corners[1:])}" if stroke.curve else f"M{' L'.join(corners)}"
    return f'<path d="{path}"{dash}{kind}/>' + (arrow_head(*stroke.points[-1]) if stroke.head else "")


def _meet(a: Spot, b: Spot) -> bool:
    return a.x <= b.right and b.x <= a.right and a.y <= b.bottom and b.y <= a.bottom


def _within(a: Spot, b: Spot) -> bool:
    return b.x <= a.x and a.right <= b.right and b.y <= a.y and a.bottom <= b.bottom
