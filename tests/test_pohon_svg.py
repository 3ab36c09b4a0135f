"""The picture as a file: well-formed, standalone, escaped, and the same boxes as on the screen."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from service.pohon.box_svg import Addresses, says
from service.pohon.ink import LEVELS
from service.pohon.svg import svg
from service.pohon.tree import Box, Link, grow
from service.pohon.view import View
from tests.pohon_trees import ALL_OPEN, drawn, grown

NS = "{http://www.w3.org/2000/svg}"
PAGE = Addresses(lambda box: f"/kinerja/{box}", lambda box: f"?fokus={box}", lambda box, opening: f"?{opening}={box}")

NASTY = Box(
    "a", '<script>alert("x")</script> & \x07 \u2028 <b>', 'ting"kat', 2, "<T>", ('"><svg onload=x>',), "</text>&lt;"
)


def boxes_of(text: str) -> list[ET.Element]:
    return [g for g in ET.fromstring(text).iter(f"{NS}g") if "kotak" in g.get("class", "").split()]


@pytest.mark.parametrize("view", [ALL_OPEN, View(), View(fokus="k3"), View(cari="desa")])
def test_it_is_well_formed_and_holds_the_boxes_of_the_view(view: View) -> None:
    drawing = drawn(grown(120), view)
    assert [g.get("data-id") for g in boxes_of(svg(drawing, PAGE))] == list(drawing.faces)


def test_it_needs_no_style_sheet_no_script_and_nothing_from_elsewhere() -> None:
    root = ET.fromstring(svg(drawn(grown(120), still=True)))
    tags = {node.tag.removeprefix(NS) for node in root.iter()}
    names = {name for node in root.iter() for name in node.attrib}
    assert tags <= {"svg", "g", "title", "desc", "rect", "path", "circle", "text"}
    assert [name for name in names if name == "style" or name.startswith("on") or name.endswith("href")] == []
    assert all(node.get("fill") for node in root.iter(f"{NS}text"))


def test_text_of_a_document_never_becomes_markup() -> None:
    text = svg(drawn(grow([NASTY], [])), PAGE)
    root = ET.fromstring(text)
    assert {node.tag.removeprefix(NS) for node in root.iter()} & {"script", "b"} == set()
    assert "\x07" not in text
    assert "onload" not in {name for node in root.iter() for name in node.attrib}


def test_a_box_is_a_link_with_everything_in_its_title() -> None:
    tree = grow(
        [
            Box("a", "Meningkatnya Mutu", "strategis", 2, "S"),
            Box(
                "b", "Terbinanya Pasar", "operasional", 5, "OP", ("Jumlah Pasar", "Jumlah Pedagang"), "staf", "sasaran"
            ),
        ],
        [Link("b", "a", "diputuskan", catatan="induk diputuskan lokal, 1 Januari 2031: “sesuai renstra”")],
    )
    drawing = drawn(tree, View())
    said = (
        "operasional: Terbinanya Pasar. Indikator: Jumlah Pasar; Jumlah Pedagang. Komponen: sasaran. Pengampu: staf. "
        "Agar: Meningkatnya Mutu (induk diputuskan lokal, 1 Januari 2031: “sesuai renstra”)."
    )
    link = boxes_of(svg(drawing, PAGE))[1].find(f"{NS}a")
    assert link is not None
    assert (says(drawing, "b"), link.get("href"), link.findtext(f"{NS}title")) == (said, "/kinerja/b", said)


def test_level_is_said_in_words_and_colour_and_origin_in_the_legend() -> None:
    words = [node.text for node in ET.fromstring(svg(drawn(grown(26)))).iter(f"{NS}text")]
    assert {"Keterangan", "tertulis di dokumen", "disimpulkan dari urutan baris", "diputuskan orang"} <= set(words)
    assert "T1 · hasil akhir" in words


def test_a_closed_box_offers_to_open_on_the_page_and_says_so_in_a_file() -> None:
    tree = grown(26)
    page = svg(drawn(tree, View(sampai=1)), PAGE)
    assert 'aria-expanded="false"' in page
    assert "tidak ditampilkan" not in page
    still = drawn(tree, View(sampai=1), still=True)
    closed = [box for box in still.faces if tree.causes.get(box) and not still.plan.causes[box]]
    texts = {box: " ".join(line.text for line in still.faces[box].lines) for box in closed}
    assert all(f"+ {tree.below[box]} kinerja di bawahnya tidak ditampilkan" in text for box, text in texts.items())
    assert closed
    assert "aria-expanded" not in svg(still)


def test_search_marks_the_hits_and_dims_the_rest() -> None:
    drawing = drawn(grown(26), View(sampai=0, cari="sekolah"))
    classes = {g.get("data-id"): g.get("class", "").split()[-1] for g in boxes_of(svg(drawing))}
    assert {box for box, kind in classes.items() if kind == "temu"} == drawing.found
    assert {box for box, kind in classes.items() if kind == "redup"} == set(drawing.faces) - drawing.found
    assert drawing.found


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("back", "ink"), LEVELS)
def test_every_level_has_a_contrast_of_six_to_one(back: str, ink: str) -> None:
    light, dark = sorted((luminance(back), luminance(ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 6
