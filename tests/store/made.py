"""Reports of invented agencies to store."""

from datetime import date

from ita_data.findings import Finding
from ita_data.model import Actual, Basis, Evidence, Indicator, Measure, Report, TrackedReport
from ita_data.place import Place

AGENCY = "เทศบาลตำบลดอนแก้วใส"
YEAR = 2568
PLACE = Place(sheet="แผ่น1", row=4, column=2)
FINDING = Finding(
    code="no-department",
    severity="warning",
    message="มาตรการ 1 ไม่มีผู้รับผิดชอบ",
    advice="โปรดระบุ",
    place=PLACE,
)


def tracked(text: str = "", agency: str = AGENCY, year: int | None = YEAR) -> TrackedReport:
    """A report with a measure, an indicator and a proven result; `text` makes it another."""
    measure = Measure(
        id="m1",
        number=1,
        title="จัดทำคู่มือการปฏิบัติงาน",
        steps=text,
        start=date(2024, 10, 1),
        place=PLACE,
        cells={"title": (PLACE,)},
        extra={"งบ": "1,000"},
    )
    report = Report(
        agency=agency,
        district="อำเภอบ้านสมมติ",
        province="จังหวัดตัวอย่าง",
        fiscal_year=year,
        measures=(measure,),
    )
    indicator = Indicator(id="m1-q1", measure_id="m1", name="คู่มือ", target=7, unit="เล่ม")
    result = Actual(
        id="m1-q1-r1",
        indicator_id="m1-q1",
        amount=2.5,
        basis=Basis.RECORDED,
        on=date(2024, 11, 30),
        evidence=(Evidence(address="https://example.go.th/1"),),
    )
    return TrackedReport(report=report, indicators=(indicator,), actuals=(result,))
