"""On paper: whole boxes on every sheet, every box once, for every paper and size of tree."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

import pytest

from service.pohon.drawing import most_listed
from service.pohon.paper import sheet_svg
from service.pohon.sheets import PAPERS, Sheet, Sheets, lay_out
from service.pohon.tree import Box, Link, Tree, grow
from tests.pohon_trees import drawn, grown

TREES: dict[int, Tree] = {size: grown(size) for size in (26, 120, 300)}
CASES = list(product(TREES, PAPERS, ("lanskap", "potret"), ("terbaca", "satu")))


@cache
def laid_out(size: int, paper: str, orientation: str, letters: str = "terbaca") -> Sheets:
    tree = TREES[size]
    return lay_out(
        lambda listed: drawn(tree, listed=listed, still=True),
        most_listed(tree),
        paper,  # type: ignore[arg-type]
        orientation,  # type: ignore[arg-type]
        letters,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(("size", "paper", "orientation", "letters"), CASES)
def test_no_box_crosses_the_edge_of_a_sheet(size: int, paper: str, orientation: str, letters: str) -> None:
    sheets = laid_out(size, paper, orientation, letters)
    tile = sheets.sheets[0].window
    across = [tile.width * n for n in range(sheets.columns + 1)]
    down = [tile.height * n for n in range(sheets.rows + 1)]
    cut = [
        name
        for name, spot in sheets.drawing.places.items()
        if any(spot.x < x < spot.right for x in across) or any(spot.y < y < spot.bottom for y in down)
    ]
    assert cut == []
    assert all(s.x >= 0 and s.right <= across[-1] and s.bottom <= down[-1] for s in sheets.drawing.places.values())


@pytest.mark.parametrize(("size", "paper", "orientation", "letters"), CASES)
def test_every_box_is_printed_on_exactly_one_sheet(size: int, paper: str, orientation: str, letters: str) -> None:
    sheets = laid_out(size, paper, orientation, letters)
    printed = [
        box for sheet in sheets.sheets for box in re.findall(r'data-id="(\w+)"', sheet_svg(sheets, sheet, "kaki"))
    ]
    assert sorted(printed) == sorted(TREES[size].boxes)


@pytest.mark.parametrize(("size", "paper", "orientation", "letters"), CASES)
def test_the_sheets_fit_their_paper_and_letters_stay_readable(
    size: int, paper: str, orientation: str, letters: str
) -> None:
    sheets = laid_out(size, paper, orientation, letters)
    short, long = PAPERS[paper]  # type: ignore[index]
    assert (sheets.width, sheets.height) == ((long, short) if orientation == "lanskap" else (short, long))
    strip = sheets.overlap * sheets.scale
    tile = sheets.sheets[0].window
    assert tile.width * sheets.scale + strip <= sheets.width - 15.99
    assert tile.height * sheets.scale + strip <= sheets.height - 30.99
    if letters == "satu":
        assert len(sheets.sheets) == 1
    else:
        assert sheets.point_size >= 6


@pytest.mark.parametrize("size", TREES)
def test_boxes_do_not_overlap_after_gaps_were_pushed_open(size: int) -> None:
    spots = list(laid_out(size, "A4", "lanskap").drawing.places.items())
    assert [
        (a, b)
        for i, (a, s) in enumerate(spots)
        for b, t in spots[i + 1 :]
        if s.x < t.right and t.x < s.right and s.y < t.bottom and t.y < s.bottom
    ] == []


def test_a_box_taller_than_the_sheet_shrinks_the_picture_until_it_fits() -> None:
    boxes = [Box(str(n), "Kalimat pendek", "s", 2, "S", tuple(f"Indikator {i}" for i in range(90))) for n in range(40)]
    tree = grow(boxes, [Link(str(n), str(n // 3), "urutan") for n in range(1, 40)])
    sheets = lay_out(lambda listed: drawn(tree, listed=listed, still=True), 1, "A4", "lanskap")
    tallest = max(spot.height for spot in sheets.drawing.places.values())
    assert sheets.point_size < 6.5
    assert tallest < sheets.sheets[0].window.height


def test_several_sheets_carry_marks_a_glue_strip_their_number_and_a_map() -> None:
    sheets = laid_out(120, "A4", "lanskap")
    drawn_sheet = sheet_svg(sheets, sheets.sheets[1], "Pohon kinerja Dinas Rekaan")
    place = f"{sheets.sheets[1].baris}.{sheets.sheets[1].kolom}"
    assert f"Pohon kinerja Dinas Rekaan · halaman {place} dari {len(sheets.sheets)}" in drawn_sheet
    assert drawn_sheet.count('class="tanda"') == 1
    assert drawn_sheet.split('class="peta"')[1].count("<rect") == len(sheets.sheets)
    assert sheets.overlap * sheets.scale == pytest.approx(8)


def test_one_sheet_needs_no_marks() -> None:
    sheets = laid_out(26, "A0", "lanskap")
    only = sheet_svg(sheets, sheets.sheets[0], "kaki")
    assert sheets.sheets == (Sheet(1, 1, sheets.sheets[0].window),)
    assert ('class="tanda"' in only, 'class="peta"' in only, "kaki · halaman 1 dari 1" in only) == (False, False, True)
