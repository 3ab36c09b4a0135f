"""One sheet of paper as SVG in millimetres: its part of the picture, marks to cut at, a foot line, a map of the sheets.

In: `Sheets`, one `Sheet`, the words of the foot. Out: an <svg> of the paper's size. The strip at the right and lower
side takes the next sheet: lines run on into it, boxes do not. So one cuts the left and upper side at the marks and
glues the sheet onto the strip of the one before.
"""

from __future__ import annotations

from service.pohon.ink import INK, PAPER, QUIET, n, t
from service.pohon.layout import Spot
from service.pohon.lettering import FAMILY
from service.pohon.sheets import EDGE, FOOT, Sheet, Sheets
from service.pohon.svg import content

MARK = 5.0
"""mm of a cutting mark."""
MAP = (34.0, 11.0)
"""mm that the map of the sheets may take."""
ADVICE = "Potong tepi kiri dan atas pada tanda, lalu tempel di atas lajur kosong lembar sebelumnya."


def sheet_svg(sheets: Sheets, sheet: Sheet, foot: str) -> str:
    """The whole sheet; `foot` is followed by "halaman r.k dari n"."""
    wide, high = n(sheets.width), n(sheets.height)
    several = len(sheets.sheets) > 1
    glue = _marks(sheets, sheet) + _map(sheets, sheet) if several else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lembar" width="{wide}mm" height="{high}mm" '
        f'viewBox="0 0 {wide} {high}" font-family="{FAMILY}" fill="{INK}" role="img" '
        f'aria-label="Halaman {sheet.baris}.{sheet.kolom} dari {len(sheets.sheets)}">'
        f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>'
        f"{_part(sheets, sheet)}{glue}{_foot(sheets, sheet, foot)}</svg>"
    )


def _part(sheets: Sheets, sheet: Sheet) -> str:
    window, strip = sheet.window, sheets.overlap
    seen = Spot(window.x, window.y, window.width + strip, window.height + strip)
    return (
        f'<svg x="{EDGE}" y="{EDGE}" width="{seen.width * sheets.scale:.2f}" height="{seen.height * sheets.scale:.2f}" '
        f'viewBox="{seen.x:.2f} {seen.y:.2f} {seen.width:.2f} {seen.height:.2f}" overflow="hidden">'
        f"{content(sheets.drawing, part=window, lines_to=seen)}</svg>"
    )


def _marks(sheets: Sheets, sheet: Sheet) -> str:
    """Two short strokes outside each corner of the part."""
    left, top = EDGE, EDGE
    right = left + sheet.window.width * sheets.scale
    bottom = top + sheet.window.height * sheets.scale
    strokes = []
    for x, away in ((left, -1), (right, 1)):
        for y, off in ((top, -1), (bottom, 1)):
            strokes.append(f"M{x + away:.2f},{y:.2f} h{away * MARK:.2f} M{x:.2f},{y + off:.2f} v{off * MARK:.2f}")
    return f'<path class="tanda" d="{" ".join(strokes)}" stroke="{INK}" stroke-width="0.2" fill="none"/>'


def _foot(sheets: Sheets, sheet: Sheet, foot: str) -> str:
    several = len(sheets.sheets) > 1
    page = f"halaman {sheet.baris}.{sheet.kolom} dari {len(sheets.sheets)}" if several else "halaman 1 dari 1"
    size = 2.8 if sheets.height < 400 else 4.0  # a large sheet hangs on a wall
    y = sheets.height - EDGE - 2 * size + 1
    advice = _note(y + 1.4 * size, 0.85 * size, ADVICE, QUIET) if several else ""
    return _note(y, size, f"{foot} · {page}", INK) + advice


def _note(y: float, size: float, text: str, colour: str) -> str:
    return f'<text x="{n(EDGE)}" y="{n(y)}" font-size="{n(size)}" fill="{colour}">{t(text)}</text>'


def _map(sheets: Sheets, sheet: Sheet) -> str:
    """Every sheet as a small square where it belongs, this one dark and with its number."""
    cell = min(MAP[0] / sheets.columns, MAP[1] / sheets.rows, 7.0)
    left = sheets.width - EDGE - cell * sheets.columns
    top = sheets.height - EDGE - FOOT + 3
    squares = []
    for other in sheets.sheets:
        here = other == sheet
        x, y = left + cell * (other.kolom - 1), top + cell * (other.baris - 1)
        squares.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{cell:.2f}" height="{cell:.2f}" fill="{INK if here else PAPER}" '
            f'stroke="{INK}" stroke-width="0.2"/>'
        )
    return f'<g class="peta">{"".join(squares)}</g>'
