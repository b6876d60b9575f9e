"""What will change, who says so and why, and the one button that stores it."""

from dataclasses import replace
from typing import Any

import streamlit as st

from ita_data import review as reviewing
from ita_data.changes import Absent, absent, changes, counts, unchanged
from ita_data.clock import time_words
from ita_data.model import Decision, TrackedReport
from ita_data.readiness import on_lasting_ids
from ita_data.review import Review
from ita_data.store import Version
from pages import widgets
from pages.importing.absent import absent_measures
from pages.importing.desk import DRAFTS, FILES, Desk, file_of
from pages.widgets.fields import text_field
from pages.widgets.keeping import NEXT_PAGE, kept, not_saved_words, tell, told
from pages.widgets.person import author_field
from pages.widgets.saving import NAMELESS

PROBLEM = "import_problem"
STORED = "import_stored"
REASON = "นำเข้ารายงาน"
MISSING = {
    "agency": "ยังไม่ทราบชื่อหน่วยงาน (ข้อ ๑)",
    "fiscal_year": "ยังไม่ทราบปีงบประมาณ (ข้อ ๑)",
    "measures": "ยังไม่มีมาตรการ (ข้อ ๒)",
}
SHOWN = 12
STORE = "บันทึกเป็นรุ่นใหม่"
STORE_SAME = "ไม่มีสิ่งใดเปลี่ยน บันทึกเป็นรุ่นใหม่อยู่ดี"
UNCHANGED = "ไม่มีสิ่งใดเปลี่ยนจากรุ่นล่าสุด จึงไม่จำเป็นต้องบันทึก หากต้องการบันทึก โปรดใส่เหตุผลก่อน"


def storing(here: Desk) -> None:
    st.subheader("๕ บันทึก")
    lacking = reviewing.missing(here.review)
    before = None if lacking else version_before(here.review)
    new = _tracked(here.review, before)
    gone = absent(before.tracked, new) if before else ()
    if not lacking:
        st.html(_what_changes(here.review, before, new, gone))
    if before:
        absent_measures(here, gone, before.info.number)
    _who_and_why(here)
    same = before is not None and unchanged(before.tracked, new)
    _button(here, lacking, before, same)


def _who_and_why(here: Desk) -> None:
    left, right = st.columns([1, 2])
    with left:
        author_field(here.review.author, here.sign, key=here.name("author"))
        if not here.review.author.strip():
            st.html(NAMELESS)
    with right:
        text_field("เหตุผลหรือหมายเหตุของรุ่นนี้", here.review.reason, here.saving(_with, "reason"),
                   key=here.name("reason"), placeholder=REASON)  # fmt: skip


def _button(here: Desk, lacking: tuple[str, ...], before: Version | None, same: bool) -> None:
    """Where nothing changed it says so, steps back, and asks for a reason."""
    if lacking:
        why = " และ".join(MISSING[name] for name in lacking)
        st.html(f'<p class="ita-problem">{why} จึงยังบันทึกไม่ได้</p>')
    elif waiting := _waiting(here.review):
        st.html(
            f'<p class="ita-quiet">ยังมี {waiting} รายการที่รอยืนยัน บันทึกได้ '
            "โดยรายการเหล่านี้จะนับเป็นตัวชี้วัดและแสดงว่ารอยืนยัน</p>"
        )
    told(PROBLEM)
    if same:
        st.html(f'<p class="ita-quiet">{UNCHANGED}</p>')
    st.button(
        STORE_SAME if same else STORE,
        type="secondary" if same else "primary",
        icon=":material/save:",
        key=here.name("store"),
        disabled=bool(lacking) or (same and not here.review.reason.strip()),
        on_click=kept(_store),
        args=(before.info.number if before else 0,),
    )


def just_stored() -> bool:
    """Whether the button has just stored a version: the page then leads on, where it is said."""
    return bool(st.session_state.pop(STORED, False))


def _store(seen: int) -> None:
    """Stores the draft as it is kept now, if the version that was shown is still the newest."""
    try:
        review, draft = DRAFTS.spent()
        number = _save(review, draft, seen)
    except Exception as error:
        tell(PROBLEM, not_saved_words(error), "problem")
    else:
        _done(review, number)


def _save(review: Review, draft: tuple[str, str], seen: int) -> int:
    loaded = review.loaded
    before = version_before(review)
    review = standing(review, before)
    tracked = _tracked(review, before)
    info = widgets.store().save(
        tracked,
        author=review.author.strip(),
        reason=review.reason.strip() or f"{REASON}จากไฟล์ {loaded.name}",
        kind="upload",
        source_name=loaded.name,
        source_bytes=file_of(draft[1]),
        findings=on_lasting_ids(reviewing.open_findings(review), review.report, tracked.report),
        expected_version=seen,
        spends=[draft, (FILES, draft[1])],
    )
    return info.number


def _done(review: Review, number: int) -> None:
    """The header's columns are remembered, the draft is over, the new version is open."""
    for signature, columns in review.choices.columns.items():
        widgets.store().remember_columns(signature, columns)
    DRAFTS.leave()
    report = review.report
    widgets.choose(
        report=widgets.report_key(report.agency, report.fiscal_year), date=None, basis=None
    )
    st.session_state[STORED] = True
    done = f"บันทึกรายงานจากไฟล์ {review.loaded.name} เป็นรุ่นที่ {number} แล้ว"
    tell(NEXT_PAGE, f"{done} ขณะนี้เปิดรายงานนี้อยู่")


def version_before(review: Review) -> Version | None:
    """The stored version of the same agency and year; None where there is none."""
    report = review.report
    known = report.agency.strip() and report.fiscal_year
    return widgets.store().latest(report.agency, report.fiscal_year or 0) if known else None


def standing(review: Review, before: Version | None) -> Review:
    """The review with what was decided in the version before."""
    if before is None:
        return reviewing.stand_on(review, None, 0)
    return reviewing.stand_on(review, before.tracked, before.info.number)


def _tracked(review: Review, before: Version | None) -> TrackedReport:
    """What will be stored; the review stands on the version before by now."""
    review = standing(review, before)
    new = reviewing.finish(review)
    return new if before is None else reviewing.to_be_stored(review, before.tracked, new)


def _what_changes(
    review: Review, before: Version | None, new: TrackedReport, gone: tuple[Absent, ...]
) -> str:
    report = review.report
    title = f"{report.agency} ปีงบประมาณ {report.fiscal_year}"
    if before is None:
        return (
            f"<p>ยังไม่เคยบันทึกรายงานของ {widgets.escape(title)} จะเป็นรุ่นที่ 1 "
            f"มี {len(report.measures)} มาตรการ</p>"
        )
    sentences = [change.sentence for change in changes(before.tracked, new)]
    count = counts(before.tracked, new)
    stays = sum(one.stays for one in gone)
    known = (
        f"<p>{widgets.escape(title)} มีรุ่นที่ {before.info.number} "
        f"({time_words(before.info.created_at)}) อยู่แล้ว "
        "ผลและหลักฐานของทุกมาตรการในรุ่นใหม่จะคงอยู่ · "
        f"มาตรการใหม่ {count.new} · เปลี่ยน {count.changed} · เหมือนเดิม {count.same - stays} · "
        f"ไม่มีในไฟล์นี้ {len(gone)}{f' (คงไว้ {stays})' if stays else ''}</p>"
    )
    return known + _changes(sentences)


def _changes(sentences: list[str]) -> str:
    if not sentences:
        return '<p class="ita-quiet">ไม่มีสิ่งใดต่างจากรุ่นที่บันทึกไว้</p>'
    first, rest = _items(sentences[:SHOWN]), sentences[SHOWN:]
    more = ""
    if rest:
        more = f"<details><summary>อีก {len(rest)} รายการ</summary>{_items(rest)}</details>"
    return f"{first}{more}"


def _items(sentences: list[str]) -> str:
    items = "".join(f"<li>{widgets.escape(one)}</li>" for one in sentences)
    return f'<ul class="ita-changes">{items}</ul>'


def _waiting(review: Review) -> int:
    ids = {measure.id for measure in review.report.measures}
    return sum(i.decision is Decision.PROPOSED and i.measure_id in ids for i in review.indicators)


def _with(review: Review, name: str, value: str) -> Review:
    said: dict[str, Any] = {name: value}
    return replace(review, **said)
