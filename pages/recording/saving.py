"""Everything typed and not yet saved, and the one button that makes a version of it."""

from ita_data.dates import month_short
from ita_data.model import Basis, TrackedReport
from ita_data.recording import (
    Problem,
    Round,
    cell_of,
    indicator_of,
    problems,
    put_together,
    reason_of,
)
from pages import widgets
from pages.recording.cells import show_cell
from pages.recording.desk import Desk
from pages.recording.picking import show_indicator
from pages.recording.viewing import GRID, ONE, choose_view
from pages.widgets.about import About
from pages.widgets.desk import now
from pages.widgets.saving import Wrong, ready_or_told, save_bar, waiting_work

FIELD_NAMES = {
    "amount": "จำนวน", "on": "วันที่", "note": "หมายเหตุ", "link": "ลิงก์", "file": "ไฟล์",
    "reason": "เหตุผล",
}  # fmt: skip

# Once, with the first recorded result: every page now begins from what is recorded.
NOW_RECORDED = (
    " จากนี้ทุกหน้าเริ่มจากผลที่บันทึกแล้ว ไม่ใช่ผลตามรายงาน ร้อยละจึงอาจลดลง เลือกดู “ตามรายงาน” ได้ที่แถบบนสุดของหน้า"
)


def saving(here: Desk) -> None:
    """How much is waiting, what is wrong with it, who saves it."""
    size = here.work.size
    words = '<p class="ita-quiet">ยังไม่ได้พิมพ์ผลใหม่ สิ่งที่พิมพ์จะเก็บเป็นแบบร่างทันที</p>'
    if size:
        words = f"<p>พิมพ์ไว้แล้ว <b>{size} รายการ</b> ยังไม่ได้บันทึก</p>"
    save_bar(
        here,
        here.merged,
        ready=bool(size),
        words=words,
        wrong=[_wrong(here, one) for one in problems(here.work, here.opened.tracked, here.today)],
        label=f"บันทึก {size} รายการเป็นรุ่นใหม่" if size else "บันทึกเป็นรุ่นใหม่",
        store=lambda work, draft: _store(here, work, draft),
    )


def waiting_rounds(here: Desk) -> None:
    """Rounds of this report that were typed elsewhere or before, and not saved."""
    waiting_work(here, _left_words)


def _left_words(about: About) -> str:
    return f"ผลที่พิมพ์ไว้ยังไม่ได้บันทึก <b>{about.size} รายการ</b>" if about.size else ""


def _wrong(here: Desk, one: Problem) -> Wrong:
    """Named by its indicator, with the month where it is of the table."""
    indicator_id = indicator_of(one.subject, here.work, here.opened.tracked)
    in_table = one.subject in here.work.cells
    month = f" · {month_short(cell_of(one.subject)[1])}" if in_table else ""

    def show() -> None:
        if in_table:
            show_cell(here, one.subject)
        else:
            show_indicator(here, indicator_id)
        choose_view(here, GRID if in_table else ONE)

    name = here.names.get(indicator_id, "")
    return Wrong(words=f"{name}{month} · {FIELD_NAMES[one.field]}: {one.message}", show=show)


def _store(here: Desk, work: Round, draft: tuple[str, str]) -> str:
    """A version of the round, if the one that was shown is still the newest."""
    opened = here.opened
    ready_or_told(problems=bool(problems(work, opened.tracked, here.today)))
    base = widgets.version_content(opened, work.version)
    merged = put_together(work, base, opened.tracked, now())
    ready_or_told(problems=False, merged=merged)
    info = widgets.store().save(
        merged.tracked,
        author=work.author.strip(),
        reason=reason_of(work, opened.tracked),
        kind="results",
        findings=opened.findings,
        expected_version=opened.number,
        spends=[draft],
    )
    switched = "" if _recorded(opened.tracked) or not _recorded(merged.tracked) else NOW_RECORDED
    return f"บันทึก {work.size} รายการเป็นรุ่นที่ {info.number} แล้ว{switched}"


def _recorded(tracked: TrackedReport) -> bool:
    return any(one.basis == Basis.RECORDED for one in tracked.actuals)
