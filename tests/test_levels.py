"""Short names and colours of levels, of the usual five and of other ladders."""

from __future__ import annotations

import pytest

from service.levels import SHORT, colour, ramp, short


@pytest.mark.parametrize(("tingkat", "expected"), [*SHORT.items(), ("taktikal", "T3"), ("", "T3")])
def test_the_five_have_their_letters_and_others_their_number(tingkat: str, expected: str) -> None:
    assert short(tingkat, 3) == expected


def test_a_level_without_a_number_has_a_dash() -> None:
    assert short("taktikal") == "–"


@pytest.mark.parametrize(
    ("jumlah", "steps"), [(1, [1]), (2, [1, 5]), (3, [1, 3, 5]), (5, [1, 2, 3, 4, 5]), (7, [1, 2, 2, 3, 4, 4, 5])]
)
def test_a_ladder_spreads_from_the_darkest_to_the_lightest(jumlah: int, steps: list[int]) -> None:
    assert [ramp(urut, jumlah) for urut in range(1, jumlah + 1)] == steps


def test_the_five_keep_their_colour_in_a_tree_that_leaves_some_out() -> None:
    assert [colour(tingkat, 1, 1) for tingkat in SHORT] == [1, 2, 3, 4, 5]
