"""Long reports on the pages: lists in parts, by the address, with the filters kept."""

import re
from dataclasses import replace

import pytest

from ita_data.findings import Finding
from ita_data.model import TrackedReport
from ita_data.store import Store
from tests.app.agency import indicator, measure, tracked
from tests.app.visitor import html_of, opened

COUNT = 230


def long_report() -> TrackedReport:
    """One measure and its indicator 230 times."""
    base = tracked()
    measures = tuple(
        replace(measure(1), id=f"m{n}", number=n, title=f"เรื่องที่ {n} ของปี")
        for n in range(1, COUNT + 1)
    )
    one = indicator("i1a", "คู่มือการให้บริการ", 6, "เล่ม")
    indicators = tuple(replace(one, id=f"i{m.id}", measure_id=m.id) for m in measures)
    return replace(
        base, report=replace(base.report, measures=measures), indicators=indicators, actuals=()
    )


@pytest.fixture(autouse=True)
def _long(store: Store) -> None:
    found = tuple(
        Finding(code=f"x{n}", severity="warning", message=f"ข้อที่ {n}.", advice="โปรดตรวจ",
                measure_id=f"m{n}")
        for n in range(1, COUNT + 1)
    )  # fmt: skip
    store.save(long_report(), author="ก", reason="ข", kind="upload", findings=found)


def test_measures_come_a_hundred_at_a_time() -> None:
    shown = html_of(opened("measures"))
    assert shown.count('<div class="line" role="row">') == 100
    assert "แสดง 1–100 จาก 230 มาตรการ" in shown
    assert "เรื่องที่ 100 ของปี" in shown
    assert "เรื่องที่ 101 ของปี" not in shown


def test_the_address_names_the_part_and_the_links_keep_the_filters() -> None:
    shown = html_of(opened("measures", part="3", q="ของปี"))
    assert shown.count('<div class="line" role="row">') == 30
    assert "แสดง 201–230 จาก 230 มาตรการ" in shown
    back = shown.split("ย้อนกลับ")[0].rsplit('href="', 1)[1].split('"')[0]
    assert "part=2" in back
    assert "q=%E0%B8%82%E0%B8%AD%E0%B8%87%E0%B8%9B%E0%B8%B5" in back


@pytest.mark.parametrize("part", ["x", "-1", "0", "9" * 5000, "1.5", "²"])
def test_what_is_no_part_is_the_first(part: str) -> None:
    assert "แสดง 1–100 จาก 230 มาตรการ" in html_of(opened("measures", part=part))


def test_the_tables_of_indicators_turn_together() -> None:
    shown = html_of(opened("targets", part="2"))
    assert "แสดง 101–200 จาก 230 ตัวชี้วัด" in shown
    table, heat = (shown.split(f'<table class="{name}">')[1] for name in ("ita-table", "ita-heat"))
    for body in (table, heat):
        assert body.split("<tbody>")[1].split("</tbody>")[0].count("<tr>") == 100


def test_all_findings_can_be_reached() -> None:
    first = html_of(opened("readiness", severity="warning"))
    found = re.search(r"แสดง 1–60 จาก ([\d,]+) รายการ", first)
    assert found
    total = int(found[1].replace(",", ""))
    assert total >= COUNT
    last = html_of(opened("readiness", severity="warning", part=str(-(-total // 60))))
    assert f"–{found[1]} จาก {found[1]} รายการ" in last
    assert "แสดงต่อ" not in last


def test_the_first_screen_has_the_most_urgent() -> None:
    shown = html_of(opened("overview"))
    assert shown.count('<div class="line" role="row">') == 40
    assert "แสดง 40 จาก 230 มาตรการ เรียงตามความเร่งด่วน" in shown
