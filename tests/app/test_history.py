"""ประวัติ with stored versions: what changed in words, the way back, the original file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.model import TrackedReport
from ita_data.settings import Settings
from ita_data.store import Store
from tests.app import visitor
from tests.app.agency import ACTUALS, AGENCY, measure, tracked
from tests.app.visitor import html_of

YEAR = 2569
NASTY = "<img src=x onerror=alert(1)> ![x](http://outside.example/a.png)"
opened = partial(visitor.opened, "history")


pytestmark = pytest.mark.usefixtures("on_30_june")


@pytest.fixture
def empty(own_data: Settings) -> Iterator[Store]:
    """A store whose clock goes on a month with every save, from 5 December 2025."""
    times = (datetime(2025, 12, 5, 2, 30, tzinfo=UTC) + timedelta(days=30 * n) for n in range(999))
    with Store.open(own_data, clock=lambda: next(times)) as store:
        yield store


@pytest.fixture
def store(empty: Store) -> Store:
    """An upload, a round of results, a department changed."""
    first = replace(tracked(), actuals=())
    empty.save(first, author="สมหญิง", reason="นำเข้ารายงาน", kind="upload",
               source_name="แผน 2569.xlsx", source_bytes=b"the officer's file")  # fmt: skip
    empty.save(tracked(), author="สมชาย", reason="บันทึกผล 8 รายการ", kind="results")
    empty.save(_moved(), author="สมหญิง", reason="โอนงานพัสดุ", kind="edit")
    return empty


def _moved():  # type: ignore[no-untyped-def]
    report = tracked().report
    measures = [
        replace(m, departments_text="กองช่าง") if m.id == "m4" else m for m in report.measures
    ]
    return replace(tracked(), report=replace(report, measures=tuple(measures)))


def named(page: AppTest, kind: str, label: str):  # type: ignore[no-untyped-def]
    return next(one for one in getattr(page, kind) if one.label.startswith(label))


def test_the_sample_has_no_history(empty: Store) -> None:
    assert "ยังไม่มีประวัติ" in opened().info[0].value


def test_the_newest_version_opens_with_what_it_changed_in_words(store: Store) -> None:
    shown = html_of(opened())
    assert "รุ่นที่ 3 · แก้ไข</h2><p>โอนงานพัสดุ</p>" in shown
    assert "จากรุ่นที่ 2 เป็นรุ่นที่ 3 · เปลี่ยน 1 รายการ" in shown
    assert "<h3>มาตรการ 4: ตรวจสอบทรัพย์สินของทางราชการ</h3>" in shown
    assert "<li>ผู้รับผิดชอบ กองคลัง → กองช่าง</li>" in shown


def test_every_version_stands_in_thai_time_with_who_why_and_its_file(store: Store) -> None:
    shown = html_of(opened())
    versions = shown.split('class="ita-versions"')[1].split("</ol>")[0]
    assert versions.count("<li") == 3
    assert "5 ธ.ค. 2568 เวลา 09:30 น. · สมหญิง · ไฟล์ แผน 2569.xlsx" in shown
    assert "<small>บันทึกผล 8 รายการ</small>" in shown


def test_any_two_are_compared_the_older_one_first(store: Store) -> None:
    shown = html_of(opened(version="1", against="3"))
    assert "จากรุ่นที่ 1 เป็นรุ่นที่ 3 · เปลี่ยน 9 รายการ" in shown
    assert "<li>ตัวชี้วัด ตรวจนับพัสดุ: เพิ่มผล 2 วันที่ 5 มี.ค. 2569" in shown


def test_the_choice_is_in_the_address(store: Store) -> None:
    page = opened()
    named(page, "selectbox", "รุ่น").set_value("2").run()
    assert page.query_params["version"] in ("2", ["2"])
    assert "จากรุ่นที่ 1 เป็นรุ่นที่ 2" in html_of(page)


def test_the_first_version_has_nothing_before_it(store: Store) -> None:
    assert "เป็นรุ่นแรก มี 7 มาตรการ 11 ตัวชี้วัด" in html_of(opened(version="1"))


@pytest.mark.parametrize("asked", ["0", "99", "x", "<b>"])
def test_an_unknown_version_opens_the_newest(store: Store, asked: str) -> None:
    assert "รุ่นที่ 3 · แก้ไข</h2>" in html_of(opened(version=asked, against=asked))


def test_restoring_needs_a_reason_and_a_yes_and_makes_a_new_version(store: Store) -> None:
    page = opened(version="2")
    assert "ต่างจากรุ่นล่าสุด 1 รายการ" in html_of(page)
    button = named(page, "button", "คืนรุ่นที่ 2 เป็นรุ่นใหม่")
    assert button.disabled
    named(page, "text_input", "ผู้คืน").input("สมศรี").run()
    named(page, "text_input", "เหตุผล").input("โอนผิดกอง").run()
    assert named(page, "button", "คืนรุ่นที่ 2").disabled
    named(page, "checkbox", "ยืนยัน").check().run()
    named(page, "button", "คืนรุ่นที่ 2").click().run()
    assert not page.exception
    newest = store.latest(AGENCY, YEAR)
    assert newest is not None
    assert newest.tracked == tracked()
    info = newest.info
    assert (info.number, info.kind, info.author) == (4, "restore", "สมศรี")
    assert info.reason == "คืนรุ่นที่ 2: โอนผิดกอง"
    assert page.success[0].value == "คืนรุ่นที่ 2 เป็นรุ่นที่ 4 แล้ว"
    assert len(store.versions(AGENCY, YEAR)) == 4


def _restored(page: AppTest) -> None:
    named(page, "text_input", "เหตุผล").input("โอนผิดกอง").run()
    named(page, "checkbox", "ยืนยัน").check().run()
    named(page, "button", "คืนรุ่นที่ 2").click().run()
    assert not page.exception


def test_what_is_stored_again_is_the_version_of_the_restored_backup(
    empty: Store, tmp_path: Path
) -> None:
    def save(report: TrackedReport) -> None:
        empty.save(report, author="สมหญิง", reason="แก้ไข")

    save(tracked())
    empty.backup(tmp_path / "kept.ita")
    save(replace(tracked(), actuals=ACTUALS[:3]))
    save(tracked())
    opened(version="2")
    empty.restore(tmp_path / "kept.ita")
    save(_moved())
    save(tracked())
    _restored(opened(version="2"))
    newest = empty.latest(AGENCY, YEAR)
    assert newest is not None
    assert (newest.info.number, newest.tracked) == (4, _moved())


def test_restoring_says_which_results_would_be_missing(store: Store) -> None:
    recorded = len(ACTUALS) - 1
    assert f"มีผลที่บันทึกไว้ {recorded} รายการที่จะไม่อยู่ในรุ่นใหม่" in html_of(opened(version="1"))


def test_restoring_over_someone_elses_new_version_is_told_and_not_done(store: Store) -> None:
    page = opened(version="2")
    named(page, "text_input", "เหตุผล").input("โอนผิดกอง").run()
    named(page, "checkbox", "ยืนยัน").check().run()
    store.save(tracked(), author="ผู้อื่น", reason="แก้ไข")
    named(page, "button", "คืนรุ่นที่ 2").click().run()
    assert "รุ่นที่ 4 โดย ผู้อื่น" in page.error[0].value.replace("\\", "")
    assert len(store.versions(AGENCY, YEAR)) == 4


def test_the_original_file_is_offered_also_for_versions_made_from_it(store: Store) -> None:
    labels = [one.proto.label for one in opened().get("download_button")]
    assert labels[0].startswith("ดาวน์โหลดไฟล์ต้นฉบับ ของรุ่นที่ 1")
    assert labels[1] == "ดาวน์โหลดข้อมูลสำรองทั้งหมด"
    assert "ของรุ่น" not in opened(version="1").get("download_button")[0].proto.label


def test_on_a_server_of_many_no_backup_is_offered(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ITA_PAGE_BACKUP", "0")
    page = opened()
    labels = [one.proto.label for one in page.get("download_button")]
    assert len(labels) == 1
    assert labels[0].startswith("ดาวน์โหลดไฟล์ต้นฉบับ")
    assert "ข้อมูลสำรอง" not in html_of(page)


def test_the_percents_of_first_and_last_version_are_said_in_words(store: Store) -> None:
    page = opened()
    assert "จากรุ่นที่ 1 (5 ธ.ค. 2568) ถึงรุ่นที่ 3 (3 ก.พ. 2569)" in html_of(page)
    assert "หลังสิ้นปีงบประมาณ" not in html_of(page)
    assert len(page.get("plotly_chart")) == 1


def test_versions_saved_after_the_year_keep_their_own_days(empty: Store) -> None:
    year = {"start": date(2024, 10, 1), "end": date(2025, 9, 30)}
    late = tracked(fiscal_year=2568, measures=tuple(measure(n, **year) for n in range(1, 8)))
    empty.save(late, author="สมหญิง", reason="นำเข้า")
    empty.save(replace(late, overrides=()), author="สมหญิง", reason="แก้ไข", kind="edit")
    shown = html_of(opened())
    assert "จากรุ่นที่ 1 (5 ธ.ค. 2568) ถึงรุ่นที่ 2 (4 ม.ค. 2569)" in shown
    assert "รุ่นที่บันทึกหลังสิ้นปีงบประมาณ คิดร้อยละ ณ 30 ก.ย. 2568" in shown


def test_words_of_a_file_never_become_markup(store: Store) -> None:
    marked = replace(tracked(), report=replace(tracked().report, district=NASTY))
    store.save(marked, author=NASTY, reason=NASTY, kind="upload", source_name=f"{NASTY}.xlsx",
               source_bytes=b"x")  # fmt: skip
    page = opened()
    assert "<img" not in html_of(page)
    labels = [one.proto.label for one in page.get("download_button")]
    assert [label for label in labels if "![x](" in label] == []
    options = [option for box in page.selectbox for option in box.options]
    assert [option for option in options if "![x](" in option] == []


def test_a_hundred_versions_are_listed_and_the_old_ones_folded(store: Store) -> None:
    for _ in range(97):
        store.save(tracked(), author="สมชาย", reason="บันทึกผล", kind="results")
    shown = html_of(opened())
    assert "ทุกรุ่น (100)" in shown
    assert "<details><summary>อีก 88 รุ่น</summary>" in shown
