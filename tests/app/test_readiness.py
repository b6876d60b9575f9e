"""ตรวจความพร้อม: what is shown, what is accepted into a version, the first steps on the sample."""

from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest

from ita_data.findings import Finding
from ita_data.model import Decision, TrackedReport
from ita_data.progress import assess, unreported_since
from ita_data.readiness import readiness_of
from ita_data.settings import Settings
from ita_data.store import Store, Version
from ita_data.tables import tables_of
from tests.app.agency import AGENCY, measure, tracked
from tests.app.visitor import body_of, opened

COPIED = "ตรวจนับพัสดุคงเหลือร่วมกับคณะกรรมการทุกรายการ จัดทำทะเบียนคุมให้เป็นปัจจุบัน และรายงานผลให้นายกทราบแล้ว"
HOSTILE = "![x](http://a.example/p.png) <img src=x onerror=alert(1)>"


def copied() -> TrackedReport:
    measures = tracked().report.measures
    return tracked(
        measures=(
            *measures[:2],
            measure(3, output=COPIED),
            measures[3],
            measure(5, output=COPIED),
            *measures[5:],
        )
    )


def save(store: Store, report: TrackedReport, *findings: Finding) -> None:
    store.save(report, author="สมหญิง ทดลองดี", reason="นำเข้า", kind="upload", findings=findings)


def unreported(report: TrackedReport) -> dict[str, date]:
    """What the pages tell the rules on 30 June."""
    return unreported_since(assess(tables_of({"r": report}), date(2026, 6, 30)), "r")


def latest(store: Store) -> Version:
    version = store.latest(AGENCY, 2569)
    assert version is not None
    return version


def key_of(report: TrackedReport, code: str) -> str:
    found = readiness_of(report, (), Settings()).observed
    return next(one.key for one in found if one.finding.code == code)


def test_the_sample_is_read_only(store: Store) -> None:
    shown = opened("readiness")
    assert "ควรตรวจสอบ" in body_of(shown)
    assert "ส่วนที่เหมือนกันมีแถบสี" in body_of(shown)
    assert [b.label for b in shown.button if "ยอมรับ" in b.label] == []
    assert "ตัวอย่างนี้ดูได้อย่างเดียว" in body_of(shown)


def test_findings_are_grouped_by_measure_and_by_rule(store: Store) -> None:
    save(store, copied())
    assert "5. เปิดเผยการจัดซื้อจัดจ้าง" in body_of(opened("readiness"))
    by_rule = body_of(opened("readiness", group="rule"))
    assert "<h2>ผลคัดลอกมาจากมาตรการอื่น (1 ข้อ)</h2>" in by_rule
    assert "มักเกิดจากคัดลอกแล้วลืมแก้" in by_rule


def test_filters_stand_in_the_address(store: Store) -> None:
    save(store, copied())
    only = body_of(opened("readiness", severity="advice"))
    assert "ผลคัดลอก" not in only
    assert 'class="ita-found advice"' in only
    assert 'class="ita-found warning"' not in only
    assert "ita-found" not in body_of(opened("readiness", severity="error"))


def accepting(store: Store) -> AppTest:
    """The page with the form of the copied result open."""
    save(store, copied())
    shown = opened("readiness")
    shown.button(key=f"accept_{key_of(copied(), 'result-copied')}").click().run()
    return shown


def test_a_finding_is_accepted_with_a_reason_as_a_version(store: Store) -> None:
    shown = accepting(store)
    shown.text_area(key="accept_reason").input("ดำเนินการร่วมกับมาตรการที่ 3").run()
    shown.text_input(key="accept_author").input("สมหญิง").run()
    shown.button(key="accept_save").click().run()
    version = latest(store)
    assert version.info.number == 2
    assert version.info.reason == ("ยอมรับข้อสังเกต “ผลคัดลอกมาจากมาตรการอื่น”: ดำเนินการร่วมกับมาตรการที่ 3")
    assert [(a.code, a.by) for a in version.tracked.accepted] == [("result-copied", "สมหญิง")]
    assert shown.success[0].value == "บันทึกเป็นรุ่นที่ 2 แล้ว"
    assert "<b>ยอมรับแล้ว:</b> ดำเนินการร่วมกับมาตรการที่ 3 (สมหญิง" in body_of(shown)
    assert "ยอมรับพร้อมเหตุผลแล้ว 1 ข้อ" in body_of(shown)


def test_without_a_reason_nothing_is_saved(store: Store) -> None:
    shown = accepting(store)
    shown.button(key="accept_save").click().run()
    assert latest(store).info.number == 1
    assert shown.error[0].value.startswith("ยังไม่ได้บันทึก โปรดใส่เหตุผล")
    assert shown.text_area(key="accept_reason").value == ""


def test_the_problem_is_told_at_the_finding(store: Store) -> None:
    shown = accepting(store)
    shown.button(key="accept_save").click().run()
    kinds = [
        element.type
        for element in shown.main
        if element.type in ("error", "text_area") or getattr(element, "key", "") == "accept_save"
    ]
    assert kinds == ["text_area", "error", "button"]


def test_several_alike_are_accepted_together_but_for_the_unticked(store: Store) -> None:
    alike = [
        Finding(code="markup", severity="warning", message=f"เซลล์ที่ {n}", advice="", words=f"{n}")
        for n in range(3)
    ]
    save(store, tracked(), *alike)
    shown = opened("readiness")
    first = next(
        o.key
        for o in readiness_of(tracked(), alike, Settings()).observed
        if o.finding.message == "เซลล์ที่ 0"
    )
    shown.button(key=f"accept_{first}").click().run()
    assert [box.label for box in shown.checkbox] == ["เซลล์ที่ 0", "เซลล์ที่ 1", "เซลล์ที่ 2"]
    shown.checkbox[1].uncheck().run()
    shown.text_area(key="accept_reason").input("แก้ในเอกสารแล้ว").run()
    shown.button(key="accept_save").click().run()
    version = latest(store)
    assert len(version.tracked.accepted) == 2
    assert "2 แห่ง: แก้ในเอกสารแล้ว" in version.info.reason
    shown.button(key=f"withdraw_{first}").click().run()
    assert latest(store).tracked.accepted == ()


def test_a_version_saved_meanwhile_is_not_overwritten_and_the_reason_stays(store: Store) -> None:
    shown = accepting(store)
    shown.text_area(key="accept_reason").input("ทำร่วมกัน").run()
    save(store, replace(copied(), reported_on=None))
    # the page still shows version 1 when the button is pressed
    shown.button(key="accept_save").click().run()
    assert [len(store.version(AGENCY, 2569, n).tracked.accepted) for n in (1, 2)] == [0, 0]
    assert shown.text_area(key="accept_reason").value == "ทำร่วมกัน"
    shown.button(key="accept_save").click().run()
    assert len(latest(store).tracked.accepted) == 1


def test_an_acceptance_can_be_taken_back(store: Store) -> None:
    shown = accepting(store)
    shown.text_area(key="accept_reason").input("ทำร่วมกัน").run()
    shown.button(key="accept_save").click().run()
    shown.button(key=f"withdraw_{key_of(copied(), 'result-copied')}").click().run()
    assert latest(store).tracked.accepted == ()
    assert latest(store).info.number == 3


def test_what_changed_since_the_version_before_is_told(store: Store) -> None:
    save(store, copied())
    assert "เป็นรุ่นแรก" in body_of(opened("readiness"))
    save(store, tracked())
    shown = body_of(opened("readiness"))
    assert "<h3>หมดไปแล้ว 1 ข้อ</h3>" in shown
    assert "เหมือนกับของมาตรการที่ 3" in shown


def test_a_finding_opens_its_measure_with_its_words_marked(store: Store) -> None:
    save(store, copied())
    shown = body_of(opened("measures", measure="m5", finding=key_of(copied(), "result-copied")))
    assert '<div class="ita-led">' in shown
    assert 'class="seen" id="ita-seen"' in shown
    assert "scrollIntoView" in shown
    other = body_of(opened("measures", measure="m4", finding="nonsense"))
    assert "ita-seen" not in other


def test_words_of_a_file_stay_words(store: Store) -> None:
    hostile = Finding(
        code="markup", severity="warning", message=HOSTILE, advice=HOSTILE, measure_id="m1",
        words=HOSTILE,
    )  # fmt: skip
    save(store, tracked(measures=(measure(1, title=HOSTILE, output=HOSTILE),)), hostile)
    assert "<img src=x" not in body_of(opened("readiness"))
    assert "<img src=x" not in body_of(opened("readiness", group="rule"))


def test_of_hundreds_of_findings_a_part_is_shown_and_the_way_to_the_rest(store: Store) -> None:
    many = (
        Finding(code=f"x{n}", severity="warning", message=f"เซลล์ที่ {n}", advice="", words=f"{n}")
        for n in range(100)
    )
    save(store, tracked(), *many)
    shown = opened("readiness", date="2025-10-15")
    assert "แสดง 1–60 จาก" in body_of(shown)
    assert "แสดงต่อ →</a>" in body_of(shown)
    assert len([b for b in shown.button if b.label == "ยอมรับพร้อมเหตุผล"]) == 60


def test_the_overview_counts_what_is_open(store: Store) -> None:
    save(store, copied())
    shown = body_of(opened("overview", date="2026-06-30"))
    counts = readiness_of(copied(), (), Settings(), (), unreported(copied())).counts
    assert f"ควรตรวจสอบ</span> <b>{counts['warning']}</b>" in shown
    assert 'href="readiness?date=2026-06-30&amp;severity=warning"' in shown


def test_what_is_due_and_not_reported_is_counted_as_on_the_overview(store: Store) -> None:
    """Two of one name are two, here as there; before the day nothing is said of them."""
    base = tracked()
    twice = replace(base.indicators[1], id="again")
    twins = replace(base, indicators=(*base.indicators, twice), actuals=base.actuals[-1:])
    save(store, twins)
    count = len(unreported(twins))
    assert f"ยังไม่รายงานผล {count} เรื่องที่ถึงกำหนดแล้ว" in body_of(opened("overview", date="2026-06-30"))
    shown = body_of(opened("readiness", date="2026-06-30", severity="warning"))
    assert f"ตัวชี้วัดที่ถึงกำหนดแล้วแต่ยังไม่รายงานผล <b>{count} แห่ง</b>" in shown
    assert "รายการที่ 2 ถึงกำหนดตั้งแต่ 31 ธ.ค. 2568 แต่ยังไม่รายงานผล" in shown
    early = body_of(opened("readiness", date="2025-10-15"))
    assert "แต่ยังไม่รายงานผล" not in early


def test_what_the_percents_rest_on_is_a_finding(store: Store) -> None:
    first, *rest = tracked().indicators
    own = replace(first, target_from="result", decision=Decision.PROPOSED)
    save(store, replace(tracked(), indicators=(own, *rest)))
    shown = body_of(opened("readiness"))
    for words in ("1 ตัวชี้วัดใช้เป้าหมายที่นำมาจากผลที่รายงานเอง", "ตัวชี้วัดรอยืนยัน", "ใส่เป้าหมายตามแผน"):
        assert words in shown


def test_the_first_steps_are_folded_above_the_figures(store: Store) -> None:
    shown = body_of(opened("overview"))
    assert "<details><summary>เริ่มใช้งานใน 3 ขั้นตอน</summary>" in shown
    guide = shown.split('class="ita-guide"')[1].split("</ol>")[0]
    assert guide.count("<li>") == 3


def test_the_first_steps_are_only_for_the_sample(store: Store) -> None:
    save(store, tracked())
    assert 'class="ita-guide"' not in body_of(opened("overview"))
