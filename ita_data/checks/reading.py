"""Rules that were answered while the file was read: they pass on what the reading observed."""

from collections.abc import Iterator
from typing import ClassVar

from ita_data.checks.examples import a_measure, a_report, observed
from ita_data.checks.rule import Case, Rule
from ita_data.findings import Finding

FORM = "แบบรายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
TITLES = "ชื่อหน่วยงานและปีที่ระบุไว้เหนือตารางและในแบบรายงาน"
CLEAN = (a_report(a_measure()),)


class OfReading(Rule):
    """Passes on the reading's findings of the rule's own code, unchanged."""

    requires: ClassVar[tuple[str, ...]] = ("no-measures",)
    valid = CLEAN

    def unasked(self, case: Case) -> str:
        return "" if case.read else "ไม่มีผลการอ่านไฟล์ให้ตรวจ"

    def check(self, case: Case) -> Iterator[Finding]:
        yield from (finding for finding in case.reading if finding.code == self.code)


class HeaderNotFound(OfReading):
    code = "header-not-found"
    family = "form"
    severity = "error"
    title = "ตารางไม่มีหัวตารางที่รู้จัก"
    why = "ถ้าไม่รู้ว่าคอลัมน์ใดคืออะไร มาตรการทั้งตารางจะไม่ถูกอ่าน และผู้ประเมินก็อ่านเทียบกับแบบไม่ได้"
    source = FORM
    advice = "จับคู่คอลัมน์ในหน้านำเข้า หรือใส่หัวตารางตามแบบรายงาน"
    requires = ()
    invalid = (
        a_report(
            reading=[
                observed("header-not-found", "พบตารางในแผ่นงาน รายงาน แต่ไม่พบหัวตารางที่รู้จัก", "error")
            ]
        ),
    )


class NoMeasures(OfReading):
    code = "no-measures"
    family = "form"
    severity = "error"
    title = "ไม่พบมาตรการในรายงาน"
    why = "รายงานที่ไม่มีมาตรการใดเลยตรวจหรือติดตามต่อไม่ได้"
    source = FORM
    advice = "ตรวจสอบว่าเลือกไฟล์ที่มีตารางมาตรการ และหัวตารางเป็นไปตามแบบรายงาน"
    requires = ("header-not-found",)
    invalid = (a_report(reading=[observed("no-measures", "ไม่พบมาตรการในไฟล์นี้", "error")]),)


class ColumnMissing(OfReading):
    code = "column-missing"
    family = "form"
    severity = "warning"
    title = "ตารางขาดคอลัมน์ตามแบบ"
    why = "แบบรายงานกำหนดคอลัมน์ไว้ครบทุกด้าน หากขาดไปผู้ประเมินถือว่าข้อมูลไม่ครบถ้วน"
    source = FORM
    advice = "ตรวจสอบหัวตาราง หรือเลือกคอลัมน์ที่ตรงกันในหน้านำเข้า"
    requires = ("header-not-found",)
    invalid = (
        a_report(
            a_measure(departments=(), departments_text=""),
            reading=[
                observed("column-missing", "ตารางในแผ่นงาน รายงาน ไม่มีคอลัมน์ “ผู้รับผิดชอบ” ตามแบบรายงาน")
            ],
        ),
    )


class AgencyMissing(OfReading):
    code = "agency-missing"
    family = "form"
    severity = "error"
    title = "ไม่มีชื่อหน่วยงาน"
    why = "รายงานต้องบอกได้ว่าเป็นของหน่วยงานใด"
    source = TITLES
    advice = "ระบุชื่อหน่วยงานไว้เหนือตาราง"
    invalid = (
        a_report(a_measure(), agency="", reading=[observed("agency-missing", "ไม่พบชื่อหน่วยงาน")]),
    )


class FiscalYearMissing(OfReading):
    code = "fiscal-year-missing"
    family = "form"
    severity = "error"
    title = "ไม่มีปีงบประมาณ"
    why = "ระยะเวลาและเป้าหมายทุกข้อเทียบกับปีงบประมาณของรายงาน"
    source = TITLES
    advice = "ระบุปีงบประมาณไว้เหนือตาราง"
    invalid = (
        a_report(
            a_measure(),
            fiscal_year=None,
            reading=[observed("fiscal-year-missing", "ไม่พบปีงบประมาณของรายงาน")],
        ),
    )


class AgencyDiffers(OfReading):
    code = "agency-differs"
    family = "form"
    severity = "warning"
    title = "ชื่อหน่วยงานในรายงานไม่ตรงกัน"
    why = "ชื่อที่สะกดต่างกันมักเกิดจากการพิมพ์ผิดหรือคัดลอกจากรายงานของหน่วยงานอื่น"
    source = TITLES
    advice = "ตรวจสอบชื่อที่ถูกต้องแล้วแก้ไขให้ตรงกันทุกแห่ง"
    requires = ("no-measures", "agency-missing")
    invalid = (
        a_report(
            a_measure(),
            reading=[observed("agency-differs", "ปกเขียนว่า “เทศบาลตำบลดอนแก้ว” แต่ที่อื่นเขียนว่า “…ใส”")],
        ),
    )


class FiscalYearDiffers(OfReading):
    code = "fiscal-year-differs"
    family = "form"
    severity = "warning"
    title = "ปีงบประมาณในรายงานไม่ตรงกัน"
    why = "ปีที่ไม่ตรงกันมักเหลือมาจากรายงานของปีก่อน และผู้ประเมินอาจไม่รับรายงานผิดปี"
    source = TITLES
    advice = "ตรวจสอบปีงบประมาณที่ถูกต้องแล้วแก้ไขให้ตรงกันทุกแห่ง"
    requires = ("no-measures", "fiscal-year-missing")
    invalid = (
        a_report(
            a_measure(),
            reading=[observed("fiscal-year-differs", "ปกเขียนว่า “2567” แต่ตารางเขียนว่า “2568”")],
        ),
    )


class TitleMissing(OfReading):
    code = "title-missing"
    family = "form"
    severity = "warning"
    title = "แถวที่ไม่มีชื่อมาตรการ"
    why = "ผู้อ่านไม่รู้ว่าขั้นตอนและผลในแถวนั้นเป็นของมาตรการใด"
    source = FORM
    advice = "เพิ่มชื่อมาตรการของแถวนั้น"
    invalid = (
        a_report(a_measure(title=""), reading=[observed("title-missing", "แถว 5 ไม่มีชื่อมาตรการ")]),
    )


class NumberUnread(OfReading):
    code = "number-unread"
    family = "form"
    severity = "advice"
    title = "ลำดับที่ที่ไม่ใช่ตัวเลข"
    why = "ลำดับที่ใช้อ้างถึงมาตรการในรายงานและในหลักฐาน"
    source = FORM
    advice = "ระบุลำดับที่เป็นตัวเลข เช่น 1 หรือ ๑"
    invalid = (
        a_report(
            a_measure(None), reading=[observed("number-unread", "ลำดับที่ “ก” ไม่ใช่ตัวเลข", "advice")]
        ),
    )


class NumberMissing(OfReading):
    code = "number-missing"
    family = "form"
    severity = "advice"
    title = "มาตรการที่ไม่มีลำดับที่"
    why = "แถวที่ไม่มีลำดับอาจเป็นส่วนต่อของแถวก่อนหน้า จึงควรยืนยันว่าเป็นมาตรการแยกต่างหาก"
    source = FORM
    advice = "ใส่ลำดับที่ให้ครบทุกมาตรการ"
    invalid = (
        a_report(
            a_measure(),
            a_measure(None),
            reading=[observed("number-missing", "แถว 6 ไม่มีลำดับที่", "advice")],
        ),
    )


class PeriodUnreadable(OfReading):
    code = "period-unreadable"
    family = "form"
    severity = "warning"
    title = "ระยะเวลาที่อ่านเป็นวันที่ไม่ได้"
    why = "หากไม่รู้วันเริ่มและวันสิ้นสุด จะบอกไม่ได้ว่าดำเนินการทันกำหนดหรือไม่"
    source = FORM
    advice = "ระบุวันเริ่มต้นและวันสิ้นสุด เช่น 1 ตุลาคม 2567 ถึง 30 กันยายน 2568"
    invalid = (
        a_report(
            a_measure(period_text="ตามความเหมาะสม", start=None, end=None),
            reading=[
                observed("period-unreadable", "อ่านระยะเวลา “ตามความเหมาะสม” ไม่ได้", measure_id="m1")
            ],
        ),
    )


class DepartmentsUnread(OfReading):
    code = "departments-unread"
    family = "form"
    severity = "advice"
    title = "ผู้รับผิดชอบที่ไม่มีชื่อส่วนราชการ"
    why = "ตำแหน่งของบุคคลเปลี่ยนได้ ชื่อส่วนราชการจึงทำให้รู้ว่างานอยู่ที่ใด"
    source = FORM
    advice = "ระบุชื่อสำนักหรือกองที่รับผิดชอบด้วย"
    invalid = (
        a_report(
            a_measure(departments=(), departments_text="เจ้าหน้าที่"),
            reading=[observed("departments-unread", "“เจ้าหน้าที่” ไม่มีชื่อส่วนราชการ", "advice", "m1")],
        ),
    )


class Markup(OfReading):
    code = "markup"
    family = "text"
    severity = "warning"
    title = "รหัสของหน้าเว็บปนอยู่ในข้อความ"
    why = "รหัสที่ติดมาจากการคัดลอกทำให้รายงานที่เผยแพร่อ่านยากและดูไม่เรียบร้อย"
    source = "ข้อความในเซลล์เทียบกับแท็กและรหัสอักขระของ HTML"
    advice = "วางข้อความใหม่แบบไม่มีรูปแบบในเอกสารต้นฉบับ"
    invalid = (
        a_report(
            a_measure(), reading=[observed("markup", "เซลล์ C5 มีรหัสของหน้าเว็บปนอยู่", measure_id="m1")]
        ),
    )
