"""Long Thai texts in cells: cut where they can be joined again, high enough to be read."""

import math
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ita_data.export.excel.book import percent_style, share
from ita_data.export.excel.text import (
    CELL_LIMIT,
    cell_parts,
    display_parts,
    fits_a_cell,
    lines_of,
    row_points,
)

LINE = st.text(alphabet="กขคงเแำ้่ัิabc 12๓🙂", max_size=40)


@given(st.lists(LINE, max_size=60).map("\n".join), st.integers(41 * 2, 200))
def test_parts_fit_and_join_to_the_text_again(text: str, limit: int) -> None:
    parts = cell_parts(text, limit)
    assert "\n".join(parts) == text
    assert all(fits_a_cell(part, limit) for part in parts)


@example("aaaaa " + "a" * 17 + "🙂🙂", 20)
@given(st.text(alphabet="กขค้่ิab🙂 ", min_size=1, max_size=600), st.integers(20, 90))
def test_a_line_longer_than_a_cell_loses_no_letter(text: str, limit: int) -> None:
    parts = cell_parts(text, limit)
    assert "".join(parts) == text
    assert all(fits_a_cell(part, limit) for part in parts)


def test_a_cut_leaves_marks_with_their_letter() -> None:
    assert cell_parts("ก้" * 10, 5) == ["ก้ก้"] * 5


def test_letters_beyond_the_basic_plane_count_twice() -> None:
    assert fits_a_cell("🙂" * (CELL_LIMIT // 2))
    assert not fits_a_cell("🙂" * (CELL_LIMIT // 2 + 1))


def test_equal_lines_do_not_give_equal_parts_in_a_row() -> None:
    parts = cell_parts("\n".join(["ปลูกต้นไม้"] * 9_000))
    assert all(one != two for one, two in pairwise(parts))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("กก", 10, 1),
        ("ก" * 9, 10, 2),
        ("กำ้" * 4, 10, 1),
        ("ก\nข\n\nค", 10, 4),
        ("ที่" * 8, 10, 1),
    ],
)
def test_marks_above_and_below_take_no_width(text: str, width: float, lines: int) -> None:
    assert lines_of(text, width) == lines


def test_a_row_is_as_high_as_its_highest_text_and_no_higher_than_may_be() -> None:
    assert row_points([("ก", 10), ("ก\nข", 10)]) == 34
    assert row_points([("\n" * 500, 10)]) == 409


def test_what_is_shown_in_one_row_can_be_seen_whole() -> None:
    parts = display_parts("\n".join(str(i) for i in range(100)), 10)
    assert [len(part.split("\n")) for part in parts] == [27, 27, 27, 19]


@pytest.mark.parametrize(
    ("value", "style"),
    [
        (None, "percent"), (float("nan"), "percent"), (0, "percent"), (1, "percent"),
        (0.5, "percent"), (0.29, "percent"), (1 / 3, "percent"), (0.624, "percent"),
        (2 / 3, "percent 66%"), (0.625, "percent 62%"), (0.086, "percent 8%"),
        (0.9999, "percent 99%"), (0.00001, "percent น้อยกว่า 1%"), (0.006, "percent น้อยกว่า 1%"),
    ],
)  # fmt: skip
def test_a_share_stands_whole_and_reads_as_on_the_screen(value: float | None, style: str) -> None:
    found = share(value)
    assert found == (None if value is None or math.isnan(value) else value)
    assert percent_style(found) == style
