"""What the newest version moved, in one line."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.figures.lines import View
from ita_data.figures.movement import movement, movements
from ita_data.figures.view import view_of
from ita_data.model import Basis, TrackedReport
from ita_data.progress import assess
from ita_data.tables import tables_of
from tests.app.agency import AS_OF, measure, result, tracked
from tests.test_figures import address


def view(report: TrackedReport) -> View:
    return view_of(report, assess(tables_of({"r": report}), AS_OF), Basis.RECORDED, "r")


def with_results(*more: object) -> TrackedReport:
    report = tracked()
    return replace(report, actuals=(*report.actuals, *more))


def test_percents_late_and_statuses_that_are_not_as_they_were() -> None:
    later = with_results(result("b1", "i3a", 1, date(2026, 6, 29)))
    assert movements(view(tracked()), view(later)) == (
        "บันทึกผลแล้ว 55% → 58%",
        "มีหลักฐาน 45% → 47%",
        "ล่าช้าและเกินกำหนด 3 → 2 เรื่อง",
        "มาตรการ 3 ล่าช้า → ตามแผน",
    )


def test_a_first_result_comes_from_nothing() -> None:
    before = replace(tracked(), actuals=())
    said = movements(view(before), view(replace(before, actuals=tracked().actuals[1:2])))
    assert "บันทึกผลแล้ว ยังไม่มีผล → 10%" in said


def test_more_statuses_than_are_named_are_counted() -> None:
    before = replace(tracked(), actuals=())
    said = movements(view(before), view(tracked()))
    assert said[-1] == "เปลี่ยนสถานะอีก 4 มาตรการ"


def test_measures_that_came_and_went_are_counted() -> None:
    two = tracked(measures=tuple(measure(n) for n in (1, 2)))
    other = tracked(measures=tuple(measure(n) for n in (2, 6, 7)))
    two, other = (replace(report, indicators=(), actuals=()) for report in (two, other))
    assert movements(view(two), view(other)) == ("เพิ่ม 2 มาตรการ", "ตัดออก 1 มาตรการ")


@pytest.mark.parametrize("number", [1, 13])
def test_the_line_opens_what_changed_and_says_where_nothing_did(number: int) -> None:
    html = movement(view(tracked()), view(tracked()), number, address)
    assert html == (
        f'<p class="ita-moved"><a href="history?version={number + 1}&amp;against={number}">'
        f"เทียบกับรุ่นที่ {number}</a> สถานะและร้อยละไม่เปลี่ยน</p>"
    )


def test_a_title_that_stands_for_a_number_is_escaped() -> None:
    odd = tracked(measures=(replace(measure(3), number=None, title="<b>ข่าว</b>"),))
    odd = replace(odd, indicators=tuple(i for i in odd.indicators if i.measure_id == "m3"))
    odd = replace(odd, actuals=tuple(a for a in odd.actuals if a.indicator_id == "i3a"))
    later = replace(odd, actuals=(*odd.actuals, result("b1", "i3a", 1, date(2026, 6, 29))))
    html = movement(view(odd), view(later), 1, address)
    assert "&lt;b&gt;ข่าว&lt;/b&gt; ล่าช้า → ตามแผน" in html
