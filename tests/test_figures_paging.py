"""Long lists in parts, and the first screen of a long report."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.figures import measure_lines
from ita_data.figures.lines import View
from ita_data.figures.paging import part_of, turning
from ita_data.figures.view import view_of
from ita_data.model import Basis, Status
from ita_data.progress import assess
from ita_data.tables import tables_of
from tests.app.agency import AS_OF, tracked


def address(page: str, **filters: object) -> str:
    return f"{page}?{filters}" if filters else page


def at(number: int) -> str:
    return f"measures?part={number}"


@pytest.mark.parametrize(
    ("number", "found", "items"),
    [(1, 1, (0, 1, 2)), (3, 3, (6,)), (0, 1, (0, 1, 2)), (-4, 1, (0, 1, 2)), (99, 3, (6,))],
)
def test_a_part_that_is_not_there_is_the_nearest(
    number: int, found: int, items: tuple[int, ...]
) -> None:
    part = part_of(range(7), number, 3)
    assert (part.number, part.parts, part.items, part.total) == (found, 3, items, 7)
    assert part.first == items[0] + 1


def test_an_empty_list_has_one_part_and_nothing_to_turn() -> None:
    part = part_of((), 5, 3)
    assert (part.number, part.parts, part.items, part.first) == (1, 1, (), 0)
    assert turning(part, at, "มาตรการ") == ""


def test_a_list_that_fits_has_no_links() -> None:
    assert turning(part_of(range(3), 1, 3), at, "มาตรการ") == ""


def test_a_part_says_what_of_the_whole_it_is_and_leads_on_and_back() -> None:
    first, middle, last = (turning(part_of(range(2500), n, 1000), at, "ข้อ") for n in (1, 2, 3))
    assert "แสดง 1–1,000 จาก 2,500 ข้อ" in first
    assert "ย้อนกลับ" not in first
    assert 'href="measures?part=2"' in first
    assert "แสดง 1,001–2,000 จาก 2,500 ข้อ" in middle
    assert 'href="measures?part=1"' in middle
    assert 'href="measures?part=3"' in middle
    assert "แสดง 2,001–2,500 จาก 2,500 ข้อ" in last
    assert "แสดงต่อ" not in last


def _many(count: int) -> View:
    """The agency's report with its first measure so many more times, each behind its own."""
    report = tracked()
    view = view_of(report, assess(tables_of({"r": report}), AS_OF), Basis.RECORDED, "r")
    calm = next(line for line in view.measures if line.status is Status.NOT_DUE)
    more = tuple(
        replace(calm, measure=replace(calm.measure, id=f"x{n}", title=f"เรื่องที่ {n}"))
        for n in range(count - len(view.measures))
    )
    return replace(view, measures=(*more, *view.measures))


def test_forty_measures_stand_whole_in_the_reports_order() -> None:
    html = measure_lines.measure_lines(_many(40), address)
    assert html.count('<div class="line" role="row">') == 40
    assert "เรียงตามความเร่งด่วน" not in html
    assert html.index("เรื่องที่ 0<") < html.index("ตรวจสอบทรัพย์สินของทางราชการ")


def test_of_more_the_most_urgent_stand_first_and_the_rest_is_said() -> None:
    html = measure_lines.measure_lines(_many(5000), address)
    assert html.count('<div class="line" role="row">') == 40
    assert "แสดง 40 จาก 5,000 มาตรการ เรียงตามความเร่งด่วน" in html
    assert '<a href="measures">ดูทั้งหมด</a>' in html
    rows = html.split('<div class="line" role="row">')[1:]
    assert "s-overdue" in rows[0]
    assert "s-behind" in rows[1]
    assert "s-not_due" in rows[-1]


def test_of_one_status_the_longest_late_stands_first() -> None:
    view = _many(41)
    line = next(line for line in view.measures if line.status is Status.OVERDUE)
    days = (date(2026, 3, 1), date(2025, 12, 1), None)
    late = tuple(
        replace(line, late_since=day, measure=replace(line.measure, title=f"ค้าง {day}"))
        for day in days
    )
    html = measure_lines.measure_lines(replace(view, measures=(*late, *view.measures)), address)
    order = [html.index(f"ค้าง {day}") for day in ("2025-12-01", "2026-03-01", "None")]
    assert order == sorted(order)
