"""What every paper for the executive says alike: what is owed an answer, what percents rest on."""

import io
from collections.abc import Callable
from dataclasses import replace

import docx
import openpyxl
import pytest

from ita_data.export.excel import summary_workbook
from ita_data.export.pdf.brief import brief_pdf
from ita_data.export.publish import publish_page
from ita_data.export.standing import NAMED, Standing
from ita_data.export.word import memo_docx
from ita_data.model import Decision, TrackedReport
from ita_data.thai import squash
from tests.export.paper import pieces_of
from tests.export.tracked import progress_of, tracked

NOT_LATE = "ไม่มีเรื่องล่าช้าหรือเกินกำหนด"
SILENT = "ยังไม่รายงานผล 2 เรื่องที่ถึงกำหนดแล้ว"
FROM_RESULT = (
    "1 ตัวชี้วัดใช้เป้าหมายที่นำมาจากผลที่รายงานเอง ส่วนนี้จึงยังไม่ได้เทียบกับแผน โปรดดูผลที่บันทึกและหลักฐานประกอบ"
)
UNCONFIRMED = "1 จาก 4 ตัวชี้วัดรอยืนยัน ตัวเลขส่วนนี้อ่านจากข้อความในรายงาน ยังไม่มีผู้ตรวจ"


def silent() -> TrackedReport:
    """Two that fell due, of which nobody said anything; one that nobody confirmed."""
    first, *others = tracked().indicators
    indicators = (replace(first, decision=Decision.PROPOSED), *others)
    return replace(tracked(), indicators=indicators, actuals=())


def standing(record: TrackedReport) -> Standing:
    return Standing(record, progress_of(record))


def brief(record: TrackedReport) -> str:
    return "".join(piece.text for piece in pieces_of(brief_pdf(standing(record))))


def memo(record: TrackedReport) -> str:
    data = memo_docx(record.report, standing(record).facts(), digits="arabic")
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def published(record: TrackedReport) -> str:
    return publish_page(standing(record))


def excel(record: TrackedReport) -> str:
    book = openpyxl.load_workbook(io.BytesIO(summary_workbook(record, progress_of(record))))
    return "\n".join(str(row[0]) for row in book["สรุป"].iter_rows(values_only=True))


PAPERS = pytest.mark.parametrize("paper", [brief, memo, published, excel])
Paper = Callable[[TrackedReport], str]


@PAPERS
def test_what_is_due_and_not_reported_is_counted_and_never_called_well(paper: Paper) -> None:
    said = squash(paper(silent()))
    assert squash(SILENT) in said
    assert squash(NOT_LATE) not in said


@PAPERS
def test_what_the_percents_rest_on_is_said(paper: Paper) -> None:
    said = squash(paper(silent()))
    assert squash(FROM_RESULT) in said
    assert squash(UNCONFIRMED) in said
    settled = replace(silent(), indicators=(replace(silent().indicators[1]),))
    assert squash("ตัวชี้วัดรอยืนยัน") not in squash(paper(settled))


def test_the_headline_of_a_report_with_nothing_owed() -> None:
    record = replace(tracked(), indicators=tracked().indicators[:1])
    assert standing(record).headline() == f"ตามแผนหรือบรรลุแล้ว 1 จาก 3 มาตรการ · {NOT_LATE}"
    assert standing(record).facts()[2:] == (NOT_LATE,)


def test_the_brief_lists_what_is_silent_with_whose_it_is_and_since_when() -> None:
    said = squash(brief(silent()))
    for words in (
        "ถึงกำหนดแล้ว ยังไม่รายงานผล (2)",
        "มาตรการที่ 2: สรุปผล กองคลัง · ตั้งแต่ 31 ต.ค. 2568 · รอรายงานผล",
        "ให้กองคลังรายงานผลที่ถึงกำหนดแล้ว 1 เรื่อง",
    ):
        assert squash(words) in said


def test_the_memo_names_what_is_late_and_what_is_silent() -> None:
    record = tracked()
    late, *_ = standing(replace(record, overrides=())).facts()[2:]
    assert late == "ล่าช้าและเกินกำหนด 1 เรื่อง: มาตรการที่ 2 สรุปผล (กองคลัง ตั้งแต่ 31 ม.ค. 2569)"
    many = tuple(replace(record.indicators[1], id=f"i{n}") for n in range(NAMED + 3))
    told = standing(replace(record, indicators=many, actuals=(), overrides=())).facts()[2]
    assert told.startswith(f"ยังไม่รายงานผล {NAMED + 3} เรื่องที่ถึงกำหนดแล้ว: มาตรการที่ 2 สรุปผล (กองคลัง ")
    assert told.endswith(" และอีก 3 เรื่อง")
    assert told.count("สรุปผล") == NAMED
