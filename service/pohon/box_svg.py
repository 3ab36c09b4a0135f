"""One box as SVG: its shape and text, and on a page the two things one can do with it: focus it, open or close it.

In: a drawing, the id of a box, and where things lead. Out: one <g>, moved to its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.pohon.crossing import chip_svg
from service.pohon.drawing import Drawing
from service.pohon.face import PAD, ROOM, STYLES, WIDTH, Face, Line
from service.pohon.ink import EDGE, HIT, INK, LEVELS, LIGHT, PAPER, QUIET, n, t
from service.pohon.legend import LINK_KINDS
from service.pohon.lettering import width

FADED = 0.4
"""Opacity of a box that the search did not hit."""


@dataclass(frozen=True)
class Addresses:
    """Where the parts of the picture lead; None: they are no links there."""

    kinerja: Callable[[str], str] | None = None
    fokus: Callable[[str], str] | None = None
    ungkap: Callable[[str, bool], str] | None = None
    """Id of a box, and whether it is to be opened."""


NOWHERE = Addresses()


def box_svg(drawing: Drawing, box: str, to: Addresses = NOWHERE) -> str:
    """The box `box` with its title, its link and its buttons."""
    spot, face = drawing.places[box], drawing.faces[box]
    hit = box in drawing.found
    dimmed = bool(drawing.view.cari.strip()) and not hit
    shape = f"<title>{t(says(drawing, box))}</title>{_shape(face, hit)}{_dots(face)}"
    shape += "".join(_text(line, face.box.langkah) for line in face.lines)
    shape += "".join(chip_svg(chip, PAD, ROOM) for chip in face.chips)
    if to.kinerja:
        shape = f'<a class="isi" href="{t(to.kinerja(box))}">{shape}</a>'
    if dimmed:
        # Over paper of its own, or the lines behind the box would show through.
        shape = f'{_paper(face)}<g opacity="{FADED}">{shape}</g>'
    state = " temu" if hit else " redup" if dimmed else ""
    return (
        f'<g class="kotak t{face.box.langkah}{state}" {_for_script(drawing, box)} '
        f'transform="translate({n(spot.x)} {n(spot.y)})">'
        f"{shape}{_focus(face, box, to)}{_unfold(drawing, box, to)}</g>"
    )


def _for_script(drawing: Drawing, box: str) -> str:
    """What the page's script has to know of a box: its id, the box above, its place."""
    spot, up = drawing.places[box], drawing.tree.up.get(box)
    above = f'data-akibat="{t(up.akibat)}" ' if up else ""
    return f'data-id="{t(box)}" {above}data-kotak="{n(spot.x)} {n(spot.y)} {n(spot.width)} {n(spot.height)}"'


def says(drawing: Drawing, box: str) -> str:
    """The box in words, for its title: level, statement, indicators, owner, partners, how sure its links up are."""
    seen, tree = drawing.faces[box].box, drawing.tree
    parts = [f"{seen.tingkat or 'tanpa tingkat'}: {seen.uraian}."]
    parts += [f"Indikator: {'; '.join(seen.indikator)}."] if seen.indikator else []
    parts += [f"Komponen: {seen.komponen}."] if seen.komponen else []
    parts += [f"Pengampu: {seen.pengampu}."] if seen.pengampu else []
    partners = "; ".join(f"{mark.teks} ({mark.keadaan})" for mark in seen.lintas)
    parts += [f"Crosscutting: {partners}."] if partners else []
    links = [tree.up[box]] if box in tree.up else []
    for link in (*links, *(link for link in tree.extra if link.sebab == box)):
        why = link.catatan or LINK_KINDS[link.asal]
        parts.append(f"Agar: {tree.boxes[link.akibat].uraian} ({why}).")
    return " ".join(parts)


def _shape(face: Face, hit: bool) -> str:
    step = face.box.langkah
    back = LEVELS[step][0]
    frame, thick = (HIT, 3.5) if hit else (back if 0 < step < LIGHT else EDGE, 1.3)
    dash = ' stroke-dasharray="4 3"' if step == 0 and not hit else ""
    round_box = f'width="{n(WIDTH)}" height="{n(face.height)}" rx="6"'
    return (
        f'<rect class="kepala" {round_box} fill="{back}"/>{_body(face)}'
        f'<rect class="bingkai" {round_box} fill="none" stroke="{frame}" stroke-width="{thick}"{dash}/>'
    )


def _paper(face: Face) -> str:
    return f'<rect class="kertas" width="{n(WIDTH)}" height="{n(face.height)}" rx="6" fill="{PAPER}"/>'


def _body(face: Face) -> str:
    """The white part under the statement, round at its lower corners."""
    if face.height <= face.head:
        return ""
    path = f"M0,{n(face.head)} h{n(WIDTH)} V{n(face.height - 6)} q0,6 -6,6 h{n(12 - WIDTH)} q-6,0 -6,-6 z"
    return f'<path class="badan" d="{path}" fill="{PAPER}"/>'


def _text(line: Line, step: int) -> str:
    letter = STYLES[line.style]
    on_head = line.style in ("tingkat", "uraian")
    colour = LEVELS[step][1] if on_head else QUIET if line.style == "juga" else INK
    kind = "di-kepala" if on_head else "pelan" if line.style == "juga" else "di-badan"
    bold = ' font-weight="700"' if letter.bold else ""
    place = f'x="{n(line.x)}" y="{n(line.y)}" font-size="{n(letter.size)}"{bold}'
    return f'<text class="{kind}" {place} fill="{colour}">{t(line.text)}</text>'


def _dots(face: Face) -> str:
    return "".join(f'<circle class="titik" cx="{n(PAD + 3)}" cy="{n(y)}" r="2" fill="{QUIET}"/>' for y in face.dots)


def _focus(face: Face, box: str, to: Addresses) -> str:
    """The ring at the upper right: leaves only this branch and its way up."""
    if not to.fokus:
        return ""
    ink, x = LEVELS[face.box.langkah][1], WIDTH - 14
    label = f"Fokus: hanya cabang {face.box.uraian}"
    return (
        f'<a class="fokus" href="{t(to.fokus(box))}" aria-label="{t(label)}"><title>Hanya cabang ini</title>'
        f'<rect class="sasaran" x="{n(x - 14)}" y="-4" width="34" height="30" fill="{INK}" fill-opacity="0"/>'
        f'<circle class="cincin" cx="{n(x)}" cy="11" r="5.5" fill="none" stroke="{ink}" stroke-width="1.5"/>'
        f'<circle class="inti" cx="{n(x)}" cy="11" r="2" fill="{ink}"/></a>'
    )


def _unfold(drawing: Drawing, box: str, to: Addresses) -> str:
    """The button under a box: `−` closes its branch, `+ 12` opens it and says how many boxes it hides."""
    if not drawing.tree.causes.get(box) or not to.ungkap:
        return ""
    closed, hidden = not drawing.plan.causes[box], drawing.tree.below[box]
    if box in drawing.tree.way_up(drawing.view.fokus):
        return ""  # the way up from the focus is never closed
    label = f"{'Buka' if closed else 'Tutup'} cabang {drawing.faces[box].box.uraian} ({hidden} kinerja)"
    return (
        f'<a class="ungkap" href="{t(to.ungkap(box, closed))}" '
        f'aria-expanded="{"false" if closed else "true"}" aria-label="{t(label)}"><title>{t(label)}</title>'
        f"{_pill(drawing, box, f'+ {hidden}' if closed else '−')}</a>"
    )


def _pill(drawing: Drawing, box: str, text: str) -> str:
    wide = max(26.0, width(text, 11.5, bold=True) + 14)
    x = -1.0 if box in drawing.plan.listing else WIDTH / 2 - wide / 2
    y = drawing.faces[box].height + 10
    return (
        f'<rect class="sasaran" x="{n(x - 9)}" y="{n(y - 9)}" width="{n(wide + 18)}" height="36" fill-opacity="0"/>'
        f'<rect class="tombol" x="{n(x)}" y="{n(y)}" width="{n(wide)}" height="18" rx="9" fill="{PAPER}" '
        f'stroke="{EDGE}" stroke-width="1.3"/><text class="di-badan" x="{n(x + wide / 2)}" y="{n(y + 13)}" '
        f'font-size="11.5" font-weight="700" text-anchor="middle" fill="{INK}">{t(text)}</text>'
    )
