"""The reader is written for the genre: every variant of every outline gives the answer it was made from."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests import mutations as m
from tests.answers import answer, read_file
from tests.variants import Mutation, Pages, as_docx, as_text, as_xlsx, expected, pages, read_outline

OUTLINES = ("batumandi", "dinas", "badan", "inspektorat", "tujuh", "asing")
"""Ladders of 5, 5, 4, 3, 7 and 6 levels; one or two CSF; result verbs, and in the last none."""
MISSING = (
    (1,), (2,), (1, 2), (3,), (4,), (5,), (1, 3), (2, 3), (1, 2, 3), (3, 4), (4, 5), (3, 5), (1, 2, 3, 4), (1, 2, 3, 5),
)  # fmt: skip
MUTATIONS: tuple[Mutation, ...] = (
    m.shuffled_4, m.shuffled_5, m.other_heads, m.no_heads, m.label_first, m.indicator_before_statement,
    m.numbered_rows, m.columns_counted, m.owners_apart, m.owners_apart_with_pk, m.everything_in_one_cell,
    m.spilled_label, m.spilled_label_straight, m.page_breaks, m.page_breaks_with_heads, m.page_footers,
    m.columns_split_after_break, m.reference_column_lost_after_break, m.empty_column_after_break, m.rows_cut,
    m.conditions_cut, m.typos, m.cut_off_indicators, m.cut_off_statements, m.levels_rotated_in_5,
    m.one_level_wrong_in_4, m.one_level_wrong_in_3, m.indicators_by_line, m.indicators_counted,
    m.indicators_in_rows_below, m.statement_repeated_beside_each_indicator, m.in_capitals,
    m.crosscutting_placeholder, m.extra_columns, m.factor_on_every_row, m.spaces_lost_and_doubled, m.plain_labels,
    m.cells_broken_over_lines, m.words_broken_at_line_ends, m.factors_by_name, m.bare_references,
    m.heads_in_words_of_their_own, m.level_printed_twice, m.definition_beside_the_indicator, m.roman_headings,
    m.crosscutting_remark, m.levels_numbered, m.levels_in_rows_of_their_own, m.a_column_for_each_level_in_3,
    m.owners_counted, m.owners_after_oleh, m.indicators_dashed, m.headings_in_words, m.steps_for_headings,
    m.no_headings, m.no_texts, m.noise,
    *(m.without(*stages) for stages in MISSING),
)  # fmt: skip
FORMATS: dict[str, tuple[str, Callable[[Pages], bytes]]] = {
    "teks": ("uji.txt", as_text),
    "windows": ("uji.txt", lambda p: as_text(p, "\r\n", "utf-8-sig")),
    "cp1252": ("uji.txt", lambda p: as_text(p, "\r\n", "cp1252")),
    "word": ("uji.docx", as_docx),
    "excel": ("uji.xlsx", as_xlsx),
    "excel satu lembar": ("uji.xlsx", lambda p: as_xlsx(p, one_sheet=True)),
}
NEEDS_VERBS = {("asing", "typos")}
"""That outline has no word long enough to misspell."""

CONTENT = (
    "levels_rotated_in_5 typos cut_off_indicators one_level_wrong_in_3 shuffled_4 shuffled_5 factor_on_every_row "
    "spilled_label plain_labels indicators_counted"
)
LAYOUT = (
    "rows_cut conditions_cut page_breaks page_footers empty_column_after_break owners_apart extra_columns "
    "numbered_rows label_first other_heads no_heads everything_in_one_cell page_breaks_with_heads"
)
AROUND = "roman_headings headings_in_words steps_for_headings no_headings no_texts noise crosscutting_placeholder"


def check(outline: str, changes: list[Mutation], form: str, seed: int) -> None:
    found = pages(read_outline(outline))
    for change in changes:
        change(found, random.Random(seed))
    name, write = FORMATS[form]
    assert answer(*read_file(write(found), name)) == expected(found)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("outline", OUTLINES)
def test_the_plain_document_reads_the_same_from_every_format(outline: str, form: str) -> None:
    check(outline, [], form, 1)


@pytest.mark.parametrize("change", MUTATIONS, ids=lambda change: change.__name__)
@pytest.mark.parametrize("outline", OUTLINES)
def test_a_change_of_the_page_does_not_change_the_answer(outline: str, change: Mutation) -> None:
    if (outline, change.__name__) in NEEDS_VERBS:
        return
    check(outline, [change], "teks", 1)


@pytest.mark.parametrize("form", ["word", "excel satu lembar"])
@pytest.mark.parametrize("change", MUTATIONS, ids=lambda change: change.__name__)
def test_nor_does_it_in_word_or_excel(change: Mutation, form: str) -> None:
    check("dinas", [change], form, 2)


@pytest.mark.parametrize("seed", range(40))
def test_nor_do_several_changes_at_once(seed: int) -> None:
    chance = random.Random(seed)
    names = [*chance.sample(CONTENT.split(), 2), chance.choice(LAYOUT.split()), chance.choice(AROUND.split())]
    order = f"{CONTENT} {LAYOUT} {AROUND}".split()
    changes = [getattr(m, name) for name in sorted(names, key=order.index)]
    check(chance.choice(OUTLINES[:5]), changes, chance.choice(list(FORMATS)), seed)


def test_ids_do_not_depend_on_the_order_of_stages_4_and_5() -> None:
    plain, mixed = pages(read_outline("dinas")), pages(read_outline("dinas"))
    m.shuffled_4(mixed, random.Random(1))
    m.shuffled_5(mixed, random.Random(2))
    one, other = (read_file(as_text(p), "uji.txt")[1] for p in (plain, mixed))
    assert {k.id for k in one.kinerja} == {k.id for k in other.kinerja}
