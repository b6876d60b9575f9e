"""What figures show of an invented report: lines, sentences, cells and traces, exactly."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from ita_data.figures import (
    agenda,
    cumulative,
    lists,
    marks,
    measure,
    measure_lines,
    months,
    overview,
    targets,
    timeline,
)
from ita_data.figures.icons import picture
from ita_data.figures.lines import View, mean_expected
from ita_data.figures.style import status_css
from ita_data.figures.view import day_standing, view_of
from ita_data.model import Actual, Basis, Decision, Evidence, Override, Status, TrackedReport
from ita_data.progress import Claims, assess, monthly
from ita_data.tables import Tables, tables_of
from ita_data.words import in_unit, percent_words, waits_for
from tests.app import agency
from tests.app.agency import AS_OF, tracked

HOSTILE = '<img src=x onerror="alert(1)"> & <b>ชื่อ</b>'


@cache
def tables() -> Tables:
    return tables_of({"r": tracked()})


@cache
def view(as_of: date = AS_OF, basis: Basis = Basis.RECORDED) -> View:
    return view_of(tracked(), assess(tables(), as_of), basis, "r")


def view_of_report(report: TrackedReport, basis: Basis = Basis.RECORDED) -> View:
    return view_of(report, assess(tables_of({"r": report}), AS_OF), basis, "r")


def address(page: str, **filters: object) -> str:
    asked = "&".join(f"{name}={value}" for name, value in filters.items() if value is not None)
    return f"{page}?{asked}" if asked else page


def test_every_status_is_seen() -> None:
    found = {line.indicator.id: line.status.value for line in view().indicators}
    assert found == {
        "i1a": "achieved", "i1b": "on_track", "i2a": "achieved", "i2b": "watch",
        "i3a": "behind", "i4a": "overdue", "i5a": "behind", "i5b": "not_reported",
        "i6a": "on_track", "i6b": "no_target", "i7a": "not_due",
    }  # fmt: skip
    assert set(found.values()) == {status.value for status in Status}


def test_measures_stand_in_the_order_of_the_report_with_the_worst_of_their_indicators() -> None:
    assert [(line.measure.number, line.status.value) for line in view().measures] == [
        (1, "on_track"), (2, "watch"), (3, "behind"), (4, "overdue"), (5, "behind"),
        (6, "on_track"), (7, "not_due"),
    ]  # fmt: skip


def test_headline_counts_measures_evidence_and_what_is_late() -> None:
    assert overview.headline(view()) == (
        "ตามผลที่บันทึก: ตามแผนหรือบรรลุแล้ว 2 จาก 7 มาตรการ · มีหลักฐาน 6 จาก 11 ตัวชี้วัด · "
        "ล่าช้าและเกินกำหนด 3 เรื่อง ของกองคลังและสำนักปลัด · ยังไม่รายงานผล 1 เรื่องที่ถึงกำหนดแล้ว"
    )


def test_headline_of_a_report_without_measures_says_so() -> None:
    empty = TrackedReport(report=agency.tracked(measures=()).report)
    assert overview.headline(view_of_report(empty)) == "รายงานนี้ยังไม่มีมาตรการ"


def test_headline_before_anything_is_due_has_nothing_late() -> None:
    assert overview.headline(view(date(2025, 10, 15))).split(" · ")[2:] == [
        "ไม่มีเรื่องล่าช้าหรือเกินกำหนด"
    ]


def test_the_tile_of_what_is_late_counts_what_is_silent_beside_it() -> None:
    silent = view_of_report(replace(tracked(), actuals=()))
    late = "<span>ล่าช้าและเกินกำหนด</span><b>0 <small>เรื่อง</small></b>"
    assert f"{late}<small>ยังไม่รายงานผล 7 เรื่อง</small>" in overview.tiles(silent, address)


def test_headline_never_says_that_all_is_well_where_what_is_due_is_not_reported() -> None:
    silent = view_of_report(replace(tracked(), actuals=()))
    assert overview.headline(silent).split(" · ")[2:] == ["ยังไม่รายงานผล 7 เรื่องที่ถึงกำหนดแล้ว"]


def test_more_than_two_departments_are_counted_not_named() -> None:
    late = view(date(2026, 9, 30)).of_status(Status.OVERDUE)
    assert agenda.whose(late) == "ของ 4 ส่วนราชการ"
    assert agenda.whose(()) == ""


def test_tiles_show_three_bases_and_two_counts_each_with_its_list() -> None:
    html = overview.tiles(view(), address)
    assert html.count('class="ita-tile') == 6  # the frame and its five tiles
    for words in ("ตามรายงาน", "บันทึกผลแล้ว</span><b>55%", "มีหลักฐาน</span><b>45%"):
        assert words in html
    assert 'href="targets?show=due90"' in html  # nothing within 30 days
    assert 'href="targets?show=late"' in html
    assert 'href="targets?basis=claimed"' in html
    assert "<b>–</b>" in html
    assert "ผลตามรายงานนับ ณ 30 ก.ย. 2569" in html


@pytest.mark.parametrize(
    ("show", "ids"),
    [
        ("", "i1a i1b i2a i2b i3a i4a i5a i5b i6a i6b i7a"),
        ("late", "i3a i4a i5a"),
        ("work", "i3a i4a i5a i5b"),
        ("due30", ""),
        ("due90", "i2b i5a i6a"),
        ("without_on_track", "i2b i3a i4a i5a i5b"),
        ("without_with_target", "i6b"),
        ("without_recorded", "i5b i6b i7a"),
        ("without_evidence", "i1b i5a i5b i6b i7a"),
        ("achieved", "i1a i2a"),
        ("not_due", "i7a"),
    ],
)
def test_each_list_holds_its_indicators(show: str, ids: str) -> None:
    assert [line.indicator.id for line in lists.indicators_of(view(), show)] == ids.split()


def test_each_gap_of_a_gauge_is_as_long_as_its_list() -> None:
    for name, (count, of) in view().gauges.items():
        assert len(lists.indicators_of(view(), f"without_{name}")) == of - count, name


def test_every_list_has_words_and_can_be_opened() -> None:
    for name, words in lists.LISTS.items():
        assert words
        lists.indicators_of(view(), name)


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({}, [1, 2, 3, 4, 5, 6, 7]),
        ({"status": "behind"}, [3, 5]),
        ({"department": "กองช่าง"}, [1]),
        ({"topic": "4"}, [4]),
        ({"words": "จัด ซื้อจัดจ้าง"}, [5]),
        ({"words": "มาตรการที่ ๖"}, [6]),
        ({"words": "ไม่มีคำนี้"}, []),
        ({"status": "behind", "department": "กองคลัง"}, [5]),
    ],
)
def test_measures_are_filtered(filters: dict[str, str], numbers: list[int]) -> None:
    assert [line.measure.number for line in lists.measures_of(view(), **filters)] == numbers


def test_what_is_late_comes_before_what_is_silent_with_whose_since_when_and_why() -> None:
    html = agenda.late_list(view(), address, most=4)
    names = ("ตรวจนับพัสดุ", "สรุปผลการจัดซื้อ", "จดหมายข่าว", "รายงานการใช้จ่าย")
    order = [html.index(name) for name in names]
    assert order == sorted(order)
    assert "กองคลัง · ตั้งแต่ 28 ก.พ. 2569 (122 วัน) · ทำแล้ว 4 ครั้ง จากที่ควรได้ 9 ครั้ง" in html
    assert "กองคลัง · ตั้งแต่ 31 มี.ค. 2569 (91 วัน) · รอรายงานผล" in html


def test_on_evidence_a_recorded_result_waits_for_its_proof() -> None:
    lines = {line.indicator.id: line for line in view(basis=Basis.EVIDENCED).indicators}
    assert waits_for(lines["i5a"], Basis.EVIDENCED) == "รอแนบหลักฐาน"
    assert waits_for(lines["i5b"], Basis.EVIDENCED) == "รอรายงานผล"
    told = replace(lines["i5b"], achieved={Basis.CLAIMED: 1})
    assert waits_for(told, Basis.RECORDED) == "รอบันทึกผล (รายงานแจ้งว่าทำแล้ว 1 ครั้ง)"


def test_a_long_list_is_cut_and_says_how_many_there_are() -> None:
    html = agenda.late_list(view(), address, most=2)
    assert html.count("<li>") == 2
    assert '<a href="targets?show=work">ดูทั้งหมด 4 เรื่อง</a>' in html


def test_what_is_due_next_has_its_day_and_the_amount_owed_by_then() -> None:
    html = agenda.due_list(view(), address)
    assert html.count("<li>") == 3
    assert "31 ก.ค. 2569 <em>อีก 31 วัน</em>" in html
    assert "สำนักปลัด · ต้องได้รวม 10 ครั้ง" in html


def test_departments_say_percent_late_and_silent() -> None:
    html = overview.department_lines(view(), address)
    assert "<b>33%</b><small><b>ล่าช้าและเกินกำหนด 2</b> · ยังไม่รายงาน 1 · 3 ตัวชี้วัด</small>" in html
    assert 'href="targets?department=กองคลัง"' in html


def test_departments_with_something_late_stand_first_and_the_rest_is_folded() -> None:
    shown, rest = overview.department_lines(view(), address, most=2).split("<details>")
    assert shown.index("กองคลัง") < shown.index("สำนักปลัด")
    assert shown.count("<li>") == 2
    assert "<summary>อีก 3 ส่วนราชการ</summary>" in rest
    assert rest.count("<li>") == 3


def test_status_counts_link_to_the_measures_of_each_status() -> None:
    html = overview.status_counts(view(), address)
    assert html.count('class="ita-chip"') == 5
    assert 'href="measures?status=behind"' in html


def test_an_expected_mark_stands_beside_the_percent() -> None:
    html = marks.bullet(0.663, 0.75, Status.WATCH)
    assert 'style="--done:66.3%;--due:75.0%"' in html
    assert 'title="ทำได้ 66% ควรได้ 75%"' in html


def test_nothing_expected_yet_has_no_mark() -> None:
    assert "--due" not in marks.bullet(0.5, 0.0, Status.ON_TRACK)


def test_an_unknown_percent_says_why_and_draws_no_bar() -> None:
    html = marks.bullet(None, 0.5, Status.NOT_REPORTED, "ยังไม่มีการบันทึกผล")
    assert "ยังไม่มีการบันทึกผล" in html
    assert "--done" not in html


def test_the_mark_of_a_measure_is_the_mean_of_its_indicators() -> None:
    lines = {line.measure.number: line for line in view().measures}
    assert lines[5].expected_percent == pytest.approx((9 / 12 + 1 / 2) / 2)
    assert mean_expected(()) is None


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (3, "ครั้ง", "3 ครั้ง"),
        (88.5, "ร้อยละ", "ร้อยละ 88.5"),
        (1250, "คน", "1,250 คน"),
        (None, "คน", "–"),
    ],
)
def test_amounts_carry_their_unit(amount: float | None, unit: str, words: str) -> None:
    assert in_unit(amount, unit) == words


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([], "a&lt;b&gt;c"),
        ([(1, 4)], "a<mark>&lt;b&gt;</mark>c"),
        ([(3, 9), (0, 2)], "<mark>a&lt;</mark>b<mark>&gt;c</mark>"),
        ([(0, 3), (2, 4)], "<mark>a&lt;b</mark><mark>&gt;</mark>c"),
    ],
)
def test_source_words_are_marked(spans: list[tuple[int, int]], html: str) -> None:
    assert marks.marked_text("a<b>c", spans) == html


def test_detail_has_the_fields_their_cells_and_marks() -> None:
    html = measure.fields(view().measures[2])
    assert "<dt>ขั้นตอน/วิธีการปฏิบัติ<small>รายงาน เซลล์ C7</small></dt>" in html
    assert "<mark>จำนวน ๔ ครั้ง</mark>" in html
    assert "๑ ตุลาคม ๒๕๖๘ ถึง ๓๐ กันยายน ๒๕๖๙" in html
    assert "(1 ต.ค. 2568 – 30 ก.ย. 2569)" in html
    assert "งบประมาณ" not in html


def test_detail_names_each_indicator_its_bases_and_its_source() -> None:
    html = measure.indicator_lines(view().measures[4], address)
    assert "เป้าหมาย 12 ครั้ง · ทุกเดือน" in html
    assert "ตามรายงาน – · บันทึกผลแล้ว 4 ครั้ง · มีหลักฐาน –" in html
    assert "นำมาจาก “จำนวน ๔ ครั้ง” ในขั้นตอน/วิธีการปฏิบัติ" in html


def test_timeline_in_words_and_marks() -> None:
    line = view().measures[2]
    assert timeline.timeline_words(line) == (
        "1 ต.ค. 2568 ถึง 30 ก.ย. 2569 · ครบกำหนด 4 ครั้ง ทำครบ 2 ค้าง 1"
    )
    html = timeline.timeline(line, AS_OF, 2569)
    assert html.split("<figcaption>")[0].count('class="due covered"') == 2
    assert html.split("<figcaption>")[0].count('class="due late"') == 1
    assert 'class="today" style="left:74.73%"' in html


def test_an_override_shows_its_reason_and_what_was_computed() -> None:
    override = Override(indicator_id="i3a", status=Status.ON_TRACK, reason="เลื่อนตามคำสั่ง <1>")
    report = agency.tracked()
    changed = TrackedReport(
        report=report.report,
        indicators=report.indicators,
        actuals=report.actuals,
        overrides=(override,),
    )
    html = measure.indicator_lines(view_of_report(changed).measures[2], address)
    assert "เจ้าหน้าที่กำหนดสถานะเอง: เลื่อนตามคำสั่ง &lt;1&gt; (ระบบคำนวณได้ “ล่าช้า”)" in html
    tag = '<span class="ita-waiting">กำหนดเอง</span>'
    row = measure_lines.lines_table(view_of_report(changed).measures[2:3], address)
    assert row.count(tag) == 1
    assert tag not in measure_lines.lines_table(view_of_report(report).measures, address)


@pytest.mark.parametrize(
    ("proof", "link"),
    [
        ("https://a.example/1", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("รูปถ่าย 12.jpg", False),
    ],
)
def test_only_web_addresses_become_links(proof: str, link: bool) -> None:
    assert ("<a " in measure.evidence_links([Evidence(address=proof)], {})) == link


def test_target_table_has_target_expected_and_each_basis() -> None:
    html = targets.indicator_table(lists.indicators_of(view(), "", "", "m5"), view(), address)
    first = html.split("<tbody>")[1].split("</tr>")[0]
    for words in ("12 ครั้ง<small>ทุกเดือน</small>", "9 ครั้ง", "<b>4 ครั้ง</b>", "ค้างตั้งแต่ 28 ก.พ. 2569"):
        assert words in first
    assert html.count("<tr>") == 3


def test_heat_map_cells_are_the_months_of_the_fiscal_year() -> None:
    grid = months.cells(monthly(tables(), assess(tables(), AS_OF), Basis.RECORDED), "r")
    states = [cell.state for cell in grid["i5a"]]
    assert states == ["covered"] * 4 + ["late"] * 5 + ["waiting"] * 3
    assert [cell.month for cell in grid["i5a"]][::11] == [date(2025, 10, 1), date(2026, 9, 1)]
    assert [(cell.due, cell.done) for cell in grid["i1a"]][4] == (0, 6.0)


def test_heat_map_reads_without_colour() -> None:
    grid = months.cells(monthly(tables(), assess(tables(), AS_OF), Basis.RECORDED), "r")
    html = months.heat_map(lists.indicators_of(view(), "", "", "m5"), grid, AS_OF)
    body = html.split("<tbody>")[1].split("</tbody>")[0]
    assert body.count(">ค้าง<") == 6
    assert body.count(">✓<") == 4
    assert "class=now>มิ.ย. 69<small>เดือนที่ดู</small>" in html
    assert 'title="ค้าง · ครบกำหนด 1 ครั้ง · ผล 4 ครั้ง"' in body


def test_heat_map_without_months_says_so() -> None:
    assert "ยังไม่มีกำหนด" in months.heat_map(view().indicators, {}, AS_OF)


@cache
def course(as_of: date = AS_OF) -> cumulative.Course:
    return cumulative.course_of(
        2569, as_of, lambda day: day_standing(tables(), assess(tables(), day), "r")
    )


@pytest.mark.parametrize("day", [date(2025, 10, 31), date(2026, 3, 31), AS_OF, date(2026, 9, 30)])
def test_a_day_of_the_course_stands_where_the_views_lines_stand(day: date) -> None:
    found, lines = day_standing(tables(), assess(tables(), day), "r"), view(day)
    assert found.percents == lines.percents
    assert found.expected == pytest.approx(mean_expected(lines.indicators))


def test_nothing_is_expected_of_a_ceiling_or_without_a_target() -> None:
    base = tracked()
    one = replace(base.indicators[0], comparison="<=", target=5.0)
    two = replace(base.indicators[1], target=None)
    frames = tables_of({"r": replace(base, indicators=(one, two), actuals=())})
    assert day_standing(frames, assess(frames, AS_OF), "r").expected is None


def test_the_course_of_the_year_ends_where_the_plan_ends_and_results_stop_today() -> None:
    assert [day for day, _ in course().plan][:2] == [date(2025, 10, 1), date(2025, 10, 31)]
    assert course().plan[-1] == (date(2026, 9, 30), 1.0)
    recorded = course().results[Basis.RECORDED]
    assert recorded[-1][0] == AS_OF
    assert recorded[-1][1] == view().percents[Basis.RECORDED]
    assert recorded[0][1] is None


def test_the_course_as_a_table_has_a_row_a_day_and_the_bases_that_are_drawn() -> None:
    days = (date(2025, 9, 30), date(2025, 10, 31), date(2025, 11, 15))
    found = cumulative.Course(
        plan=((days[0], 0.0), (days[1], 0.255)),
        results={
            Basis.CLAIMED: ((days[1], None), (days[2], None)),
            Basis.RECORDED: ((days[1], 0.1), (days[2], 0.3)),
            Basis.EVIDENCED: ((days[1], None), (days[2], None)),
        },
    )
    head, body = cumulative.course_table(found).split("<tbody>")
    assert [words.split("<")[0] for words in head.split('<th scope="col">')[1:]] == [
        "วันที่", "ตามแผนควรได้", "บันทึกผลแล้ว",
    ]  # fmt: skip
    assert body.startswith('<tr><th scope="row">30 ก.ย. 2568</th><td>0%</td><td>–</td></tr>')
    assert '<th scope="row">31 ต.ค. 2568</th><td>25%</td><td>10%</td>' in body
    assert '<th scope="row">15 พ.ย. 2568</th><td>–</td><td>30%</td>' in body


def test_the_course_in_words() -> None:
    assert cumulative.course_words(course(), AS_OF) == (
        "ณ วันที่ 30 มิ.ย. 2569 ตามแผนควรได้ 51% · บันทึกผลแล้ว 55% · มีหลักฐาน 45%"
    )


def test_the_plan_is_drawn_up_to_what_the_words_say() -> None:
    """Its last step rises on the year's last day, which was the picture's very edge."""
    day = date(2026, 9, 15)
    figure = cumulative.course_figure(course(day), day, 2569)
    plan = figure.data[0]
    assert (plan.x[-2:], plan.y[-2:]) == (("2026-09-30", "2026-10-07"), (1.0, 1.0))
    assert figure.layout.xaxis.range == ("2025-10-01", "2026-10-07")
    expected = day_standing(tables(), assess(tables(), day), "r").expected
    assert dict(zip(plan.x, plan.y, strict=True))["2026-09-15"] == expected
    assert f"ตามแผนควรได้ {percent_words(expected)} ·" in cumulative.course_words(course(day), day)


def test_the_chart_has_thai_ticks_colours_and_font_of_its_own() -> None:
    figure = cumulative.course_figure(course(), AS_OF, 2569)
    assert [trace.name for trace in figure.data] == ["ตามแผนควรได้", "บันทึกผลแล้ว", "มีหลักฐาน"]
    assert figure.layout.xaxis.ticktext == ("ธ.ค. 68", "มี.ค. 69", "มิ.ย. 69", "ก.ย. 69")
    assert figure.layout.font.family == "Sarabun, sans-serif"
    assert figure.data[1].y[-1] == view().percents[Basis.RECORDED]
    assert figure.layout.shapes[0].x0 == "2026-06-30"


def test_words_of_a_file_never_become_markup() -> None:
    base = agency.tracked()
    measures = tuple(
        agency.measure(
            n, title=HOSTILE, steps=HOSTILE, departments=(HOSTILE,), extra={HOSTILE: HOSTILE}
        )
        for n in range(1, 8)
    )
    indicators = tuple(agency.indicator(i.id, HOSTILE, i.target, HOSTILE) for i in base.indicators)
    report = TrackedReport(
        report=agency.tracked(measures=measures).report,
        indicators=indicators,
        actuals=base.actuals,
    )
    shown = view_of_report(report)
    grid = months.cells(
        monthly(tables_of({"r": report}), assess(tables_of({"r": report}), AS_OF), Basis.RECORDED),
        "r",
    )
    first = shown.measures[0]
    pages = (
        overview.summary(shown, address), measure_lines.measure_lines(shown, address),
        agenda.late_list(shown, address), agenda.due_list(shown, address),
        overview.department_lines(shown, address), measure.summary(first), measure.fields(first),
        measure.indicator_lines(first, address), timeline.timeline(first, AS_OF, 2569),
        targets.indicator_table(shown.indicators, shown, address),
        months.heat_map(shown.indicators, grid, AS_OF),
    )  # fmt: skip
    for html in pages:
        assert "<img" not in html
        assert "<b>ชื่อ" not in html


def test_every_status_has_a_picture_of_its_own_and_no_address() -> None:
    assert len({picture(status) for status in Status}) == 8
    assert "http://" not in status_css().replace("http%3A//www.w3.org/2000/svg", "")
    for status in Status:
        assert f".s-{status.value}>i::before" in status_css()


def test_claims_have_a_course_only_where_nothing_is_recorded() -> None:
    day = (AS_OF, 0.5)
    nothing: tuple[tuple[date, float | None], ...] = ((AS_OF, None),)
    only = {Basis.CLAIMED: (day,), Basis.RECORDED: nothing, Basis.EVIDENCED: nothing}
    both = only | {Basis.RECORDED: (day,)}
    assert cumulative.drawn_bases(cumulative.Course(plan=(), results=only)) == (Basis.CLAIMED,)
    assert cumulative.drawn_bases(cumulative.Course(plan=(), results=both)) == (Basis.RECORDED,)


def test_an_unconfirmed_proposal_never_looks_like_a_fact() -> None:
    base = agency.tracked()
    waiting = tuple(
        replace(one, decision=Decision.PROPOSED) if one.id in ("i3a", "i5a") else one
        for one in base.indicators
    )
    shown = view_of_report(replace(base, indicators=waiting))
    assert '<a href="indicators">2 จาก 11 ตัวชี้วัดรอยืนยัน</a>' in overview.summary(shown, address)
    tag = '<span class="ita-waiting">รอยืนยัน</span>'
    assert targets.indicator_table(shown.indicators, shown, address).count(tag) == 2
    assert f"<b>จดหมายข่าว</b> {tag}" in measure.indicator_lines(shown.measures[2], address)
    assert [line.indicator.id for line in lists.indicators_of(shown, "unconfirmed")] == [
        "i3a",
        "i5a",
    ]
    assert "รอยืนยัน" not in overview.summary(view(), address)


@pytest.mark.parametrize(
    ("days", "words"),
    [(91, "ตั้งแต่ 31 มี.ค. 2569 (91 วัน)"), (0, "ตั้งแต่ 31 มี.ค. 2569 (ครบกำหนดในวันที่เลือก)")],
)
def test_days_late_are_counted_to_the_day_looked_at(days: int, words: str) -> None:
    since = date(2026, 3, 31)
    assert marks.days_words(since, since + timedelta(days=days)) == words


@pytest.mark.parametrize(
    ("as_of", "days", "count", "after"),
    [
        (AS_OF, 90, 3, "<small>ถัดไป 31 ก.ค. 2569 (3&nbsp;เรื่อง)</small>"),
        (date(2026, 7, 1), 30, 3, "<small>ถัดไป 31 ก.ค. 2569 (3&nbsp;เรื่อง)</small>"),
        (date(2026, 9, 30), 30, 0, ""),
    ],
)
def test_the_tile_of_what_falls_due_names_the_next_day(
    as_of: date, days: int, count: int, after: str
) -> None:
    assert (
        f'show=due{days}"><span>ครบกำหนดใน {days} วัน</span>'
        f"<b>{count} <small>เรื่อง</small></b>{after}</a>"
    ) in overview.tiles(view(as_of), address)


def test_what_is_done_is_never_called_past_its_date() -> None:
    lines = {line.measure.number: line for line in view(date(2026, 9, 30)).measures}
    shown = {number: measure_lines.lines_table([line], address) for number, line in lines.items()}
    assert "พ้นกำหนดแล้ว" in shown[4]
    done = replace(lines[4], status=Status.ACHIEVED)
    assert '<span class="ita-quiet">ครบแล้ว</span>' in measure_lines.lines_table([done], address)
    covered = replace(lines[1], indicators=lines[1].indicators[:1])
    assert '<span class="ita-quiet">ครบแล้ว</span>' in measure_lines.lines_table([covered], address)
    bare = replace(lines[1], indicators=())
    assert "ไม่มีกำหนด" in measure_lines.lines_table([bare], address)


def test_the_cut_of_percents_is_said_under_the_table_of_targets() -> None:
    assert "ร้อยละตัดเศษทิ้ง" in targets.indicator_table(view().indicators, view(), address)


def test_why_nothing_counts_on_the_report_itself_is_told_apart() -> None:
    early, plain = date(2026, 3, 31), "รายงานยังไม่ระบุผลเป็นจำนวน"
    claim = Actual(id="c", indicator_id="i1a", amount=1, basis=Basis.CLAIMED)
    found = replace(tracked(), actuals=())
    first, *rest = (replace(one, output="", outcome="") for one in found.report.measures)
    plan = replace(found, report=replace(found.report, measures=(first, *rest)))
    measures = (replace(first, output="ทำแล้ว"), *rest)
    written = replace(found, report=replace(found.report, measures=measures))
    said = replace(found, actuals=(claim,), reported_on=date(2026, 9, 30))
    assert Claims(said, early).reason(plain) == "ผลตามรายงานนับ ณ 30 ก.ย. 2569"
    assert Claims(said, early).reason(plain, ["i3a"]) == plain
    assert Claims(written, early).reason(plain) == plain
    assert Claims(plan, early).reason(plain) == "แผนนี้ยังไม่มีรายงานผล"
    assert Claims(said, early).reason("ยังไม่มีตัวชี้วัด") == "ยังไม่มีตัวชี้วัด"
