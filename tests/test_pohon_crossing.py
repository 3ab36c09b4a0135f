"""Partners at the boxes of the picture: small boxes of their own, told in the title and in the legend."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from service.pohon.box_svg import says
from service.pohon.crossing import FEW, MEANINGS, Mark, State
from service.pohon.svg import svg
from service.pohon.tree import Link, Tree, grow
from service.pohon.view import View, hits
from tests.pohon_trees import ALL_OPEN, drawn, made

NS = "{http://www.w3.org/2000/svg}"
MANY = tuple(Mark(f"Dinas Rekaan Nomor {n} dengan Nama yang Panjang Sekali", "terdeteksi") for n in range(6))
MARKS = (Mark("Dinas Sosial", "disepakati", 2), Mark("Polres <Uji>", "satu pihak"))


def tree(marks: tuple[Mark, ...], size: int = 40) -> Tree:
    boxes, links = made(size)
    return grow([replace(box, lintas=marks if box.id in ("k1", "k7") else ()) for box in boxes], links)


def rects(text: str) -> list[ET.Element]:
    return [one for one in ET.fromstring(text).iter(f"{NS}rect") if one.get("class") == "lintas-garis"]


@pytest.mark.parametrize(
    ("state", "frames", "dashed"), [("disepakati", 2, 0), ("satu pihak", 2, 2), ("terdeteksi", 1, 1)]
)
def test_how_sure_it_is_shows_in_the_frame(state: State, frames: int, dashed: int) -> None:
    drawing = drawn(grow([replace(made(1)[0][0], lintas=(Mark("Dinas Sosial", state),))], list[Link]()))
    found = rects(svg(drawing))[:-frames]  # the last ones are those of the legend
    assert (len(found), sum(one.get("stroke-dasharray") is not None for one in found)) == (frames, dashed)
    assert MEANINGS[state] in svg(drawing)


def test_a_box_tells_its_partners_in_words_and_a_search_finds_them() -> None:
    drawing = drawn(tree(MARKS))
    assert "Crosscutting: Dinas Sosial (2) (disepakati); Polres <Uji> (satu pihak)." in says(drawing, "k1")
    assert hits(drawing.tree, View(cari="dinas sosial")) == ["k1", "k7"]
    assert "Polres &lt;Uji&gt;" in svg(drawing)


def test_few_are_shown_and_the_rest_is_counted_unless_all_is_asked_for() -> None:
    short, full = drawn(tree(MANY), View(sampai=0)), drawn(tree(MANY), ALL_OPEN)
    chips = short.faces["k1"].chips
    assert len(chips) == FEW + 1
    assert chips[-1].baris == ("+3 mitra lagi",)
    assert all(len(chip.baris) == 1 for chip in chips)
    assert [" ".join(chip.baris) for chip in full.faces["k1"].chips] == [mark.nama for mark in MANY]


def test_partners_stay_inside_their_box_and_boxes_apart() -> None:
    drawing = drawn(tree(MANY, 120))
    for face in drawing.faces.values():
        assert all(chip.y + chip.height <= face.height for chip in face.chips)
        assert all(line.y < face.chips[0].y for line in face.lines if face.chips)
    spots = list(drawing.places.values())
    assert not [
        (a, b)
        for n, a in enumerate(spots)
        for b in spots[n + 1 :]
        if a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
    ]


def test_a_tree_without_partners_is_the_picture_of_before() -> None:
    assert "lintas" not in svg(drawn(tree(())))
