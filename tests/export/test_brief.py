"""The one-page brief: one page always, every number as the frames have it, words as text."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from pypdf import PdfReader

from ita_data.errors import Unprintable
from ita_data.export.pdf.brief import _short, brief_pdf
from ita_data.export.standing import Standing
from ita_data.model import Cadence, Decision, Indicator, TrackedReport
from ita_data.thai import squash
from tests.export.paper import pieces_of
from tests.export.records import measure, report
from tests.export.tracked import progress_of, tracked

DAY = date(2026, 3, 31)
HOSTILE = '#panic() #read("/etc/passwd") *b* _i_ $x$ <l> @r'


def text(pdf: bytes) -> str:
    return squash("".join(piece.text for piece in pieces_of(pdf)))


def standing(record: TrackedReport | None = None) -> Standing:
    record = record or tracked()
    return Standing(record, progress_of(record, DAY))


def many(count: int) -> TrackedReport:
    """So many late measures with names that take several lines."""
    name = "จัดประชุมทบทวนระยะเวลาให้บริการของทุกส่วนราชการร่วมกับประชาชนและรายงานผู้บริหาร "
    return TrackedReport(
        report=report(*(measure(i, title=f"{name} {i}") for i in range(1, count + 1))),
        indicators=tuple(
            Indicator(
                id=f"i{i}",
                measure_id=f"m{i}",
                name=f"{name} {i}",
                target=12,
                unit="ครั้ง",
                cadence=Cadence(every_months=1),
                decision=Decision.ACCEPTED,
            )
            for i in range(1, count + 1)
        ),
    )


@pytest.mark.parametrize("count", [0, 1, 7, 60])
def test_it_is_one_page(count: int) -> None:
    record = many(count)
    reader = PdfReader(io.BytesIO(brief_pdf(standing(record))))
    assert len(reader.pages) == 1
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]


def test_what_does_not_fit_is_counted() -> None:
    said = text(brief_pdf(standing(many(60))))
    shown = said.count("ยังไม่รายงานผล") - 2  # in the headline, and over their list
    assert f"และอีก{60 - shown}มาตรการ" in said


def test_it_says_what_the_frames_say() -> None:
    said = text(brief_pdf(standing(), version_words="รุ่นที่ 14"))
    for words in (
        "เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง · ปีงบประมาณ พ.ศ. 2569",
        "ข้อมูล ณ วันที่ 31 มีนาคม 2569 · ที่มาของผล: บันทึกผลแล้ว · รุ่นที่ 14",
        "ล่าช้าและเกินกำหนด (1)",
        "มาตรการที่ 2: สรุปผล กองคลัง · ตั้งแต่ 31 ม.ค. 2569 · ทำแล้ว 3 ครั้ง จากที่ควรได้ 6 ครั้ง",
        "สั่งการให้กองคลังเร่งดำเนินการเรื่องที่ล่าช้าและเกินกำหนด 1 เรื่อง",
        "30 เม.ย. 2569 สรุปผล กองคลัง · ต้องได้รวม 7 ครั้ง",
        "ครบกำหนดใน 31–90 วัน",
    ):
        assert squash(words) in said


def test_an_officers_own_status_is_told() -> None:
    assert squash("สถานะที่เจ้าหน้าที่กำหนดเอง 1 ตัวชี้วัด: มาตรการที่ 1 คู่มือ") in text(brief_pdf(standing()))


def test_what_is_unknown_says_why() -> None:
    record = replace(tracked(), actuals=())
    said = text(brief_pdf(standing(record)))
    assert squash("ยังไม่มีการบันทึกผล") in said
    assert "0%" not in said


def test_text_is_never_markup() -> None:
    base = tracked(report(measure(1, title=HOSTILE), measure(2), measure(3), agency=HOSTILE))
    record = replace(base, indicators=(replace(base.indicators[1], name=HOSTILE),))
    said = text(brief_pdf(standing(record), version_words=HOSTILE))
    assert said.count(squash("#panic()")) >= 4
    assert "root:" not in said


def test_a_letter_without_a_picture_is_an_error() -> None:
    with pytest.raises(Unprintable, match="✓"):
        brief_pdf(standing(tracked(report(measure(1, title="✓"), measure(2), measure(3)))))


def test_it_is_made_to_be_kept_and_read_aloud() -> None:
    with pikepdf.open(io.BytesIO(brief_pdf(standing()))) as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [
        ("จัดทำคู่มือ", 20, "จัดทำคู่มือ"),
        ("จัดทำคู่มือ", 8, "จัดทำ…"),
        ("จัดทำ\nคู่มือ", 20, "จัดทำ คู่มือ"),
        ("abcdefghij", 5, "abcd…"),
    ],
)
def test_titles_are_cut_between_words(words: str, most: int, expected: str) -> None:
    assert _short(words, most) == expected


def test_what_departments_share_is_asked_of_each_of_them() -> None:
    record = tracked()
    shared = replace(record.report.measures[1], departments=("กองคลัง", "สำนักปลัด"))
    measures = (record.report.measures[0], shared, record.report.measures[2])
    record = replace(record, report=replace(record.report, measures=measures))
    asked = Standing(record, progress_of(record)).decisions()[:2]
    assert asked == [
        "สั่งการให้กองคลังเร่งดำเนินการเรื่องที่ล่าช้าและเกินกำหนด 1 เรื่อง (ร่วมกับสำนักปลัด 1 เรื่อง)",
        "สั่งการให้สำนักปลัดเร่งดำเนินการเรื่องที่ล่าช้าและเกินกำหนด 1 เรื่อง (ร่วมกับกองคลัง 1 เรื่อง)",
    ]


def test_an_agency_with_an_endless_name_has_one_page() -> None:
    record = tracked()
    record = replace(record, report=replace(record.report, agency="เทศบาลตำบลยาวมาก" * 63))
    pdf = brief_pdf(Standing(record, progress_of(record)))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
