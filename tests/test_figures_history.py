"""The percents of versions over time: which are drawn, what is said, what the chart holds."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ita_data.figures.history import (
    MOST_POINTS,
    Standing,
    history_figure,
    history_words,
    versions_to_draw,
)
from ita_data.model import Basis

FIRST = date(2025, 11, 5)


def standing(number: int, day: int, *shares: float | None) -> Standing:
    percents = dict(zip(Basis, shares, strict=False))
    on = FIRST + timedelta(days=day)
    return Standing(number=number, on=on, of=on, percents=percents)


TWO = (standing(1, 0, 0.5, None, None), standing(4, 30, 0.5, 0.62, 0.003))


def test_of_one_day_the_last_version_is_drawn() -> None:
    days = [(1, FIRST), (2, FIRST), (3, FIRST + timedelta(days=1)), (4, FIRST + timedelta(days=1))]
    assert [number for number, _ in versions_to_draw(days)] == [1, 2, 4]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=300))
def test_few_points_first_and_last_among_them_in_order(days: list[int]) -> None:
    made = [(n, FIRST + timedelta(days=day)) for n, day in enumerate(sorted(days), 1)]
    drawn = versions_to_draw(made)
    assert drawn[0] == made[0]
    assert drawn[-1] == made[-1]
    assert list(drawn) == sorted(drawn)
    assert len(drawn) <= MOST_POINTS + 1


def test_the_words_name_each_basis_that_is_known() -> None:
    assert history_words(TWO) == (
        "จากรุ่นที่ 1 (5 พ.ย. 2568) ถึงรุ่นที่ 4 (5 ธ.ค. 2568): "
        "ตามรายงาน 50% · บันทึกผลแล้ว ยังไม่ทราบ → 62% · มีหลักฐาน ยังไม่ทราบ → น้อยกว่า 1%"
    )
    both = (standing(1, 0, None, 0.2), standing(2, 9, None, 0.6))
    assert history_words(both).endswith("บันทึกผลแล้ว 20% → 60%")
    assert history_words(TWO[:1]) == "5 พ.ย. 2568: ตามรายงาน 50%"
    assert history_words([standing(1, 0)]) == "ยังไม่มีรุ่นใดที่คิดเป็นร้อยละได้"


def test_unknown_is_a_gap_and_a_basis_without_any_value_is_not_drawn() -> None:
    figure = history_figure(TWO)
    assert [(trace.name, list(trace.y)) for trace in figure.data] == [
        ("ตามรายงาน", [0.5, 0.5]),
        ("บันทึกผลแล้ว", [None, 0.62]),
        ("มีหลักฐาน", [None, 0.003]),
    ]
    assert list(figure.data[1].customdata[1]) == [4, "5 ธ.ค. 2568", "62%"]
    assert [trace.name for trace in history_figure(TWO[:1]).data] == ["ตามรายงาน"]


def test_versions_of_one_day_stand_side_by_side_under_their_numbers() -> None:
    one_day = (standing(1, 0, 0.1), standing(2, 0, 0.2), standing(4, 0, 0.4))
    figure = history_figure(one_day)
    assert list(figure.data[0].x) == [1, 2, 4]
    assert list(figure.layout.xaxis.ticktext) == [
        "รุ่นที่ 1<br>5 พ.ย. 2568",
        "รุ่นที่ 4<br>5 พ.ย. 2568",
    ]
    assert list(figure.layout.xaxis.range) == [0.5, 4.5]


def test_names_of_versions_never_crowd() -> None:
    many = tuple(standing(n, n, 0.1) for n in range(1, 42))
    assert list(history_figure(many).layout.xaxis.tickvals) == [1, 21, 41]
