"""The cells of a measure: periods, departments, money, evidence, leftover html."""

from datetime import date, datetime

import pytest

from ita_data.extract.departments import departments_in
from ita_data.grid import Value
from ita_data.loaded import Loaded
from ita_data.model import Evidence
from tests.extract.hand import AGENCY, HEADER, TITLE, codes, grid, measure_row, official, read

YEAR = (date(2024, 10, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("period", "text", "days"),
    [
        ("๑ ตุลาคม ๒๕๖๗ ถึง ๓๐ กันยายน๒๕๖๘", "๑ ตุลาคม ๒๕๖๗ ถึง ๓๐ กันยายน๒๕๖๘", YEAR),
        ("ไตรมาส 2", "ไตรมาส 2", (date(2025, 1, 1), date(2025, 3, 31))),
        ("ตลอดปีงบประมาณ", "ตลอดปีงบประมาณ", YEAR),
        (date(2025, 3, 31), "31 มี.ค. 2568", (date(2025, 3, 31), date(2025, 3, 31))),
        (None, "", (None, None)),
    ],
)
def test_periods(period: Value, text: str, days: tuple[date | None, date | None]) -> None:
    loaded = read(official(measure_row(period=period)))
    [measure] = loaded.report.measures
    assert (measure.period_text, (measure.start, measure.end)) == (text, days)
    assert codes(loaded) == []


def two_days(start: Value, end: Value) -> Loaded:
    header = ("ที่", "มาตรการ", "ขั้นตอน", "วันเริ่มต้น", "วันสิ้นสุด", "ผู้รับผิดชอบ", "ผลผลิต", "ผลลัพธ์")
    titles = (TITLE, "เทศบาลตำบลดอนแก้วใส")
    return read(grid(titles, header, (1, "ก", "ข", start, end, "กองคลัง", "ค", "ง")))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (date(2024, 10, 1), datetime(2025, 9, 30, 0, 0), []),
        ("1 ต.ค. 67", "ก.ย. 68", []),
        ("ตั้งแต่ 1 ต.ค. 67", "ถึงเดือน ก.ย. 68", []),
        (45566, 45930.0, [("date-converted", "D3"), ("date-converted", "E3")]),
        ("45566", "๔๕๙๓๐", [("date-converted", "D3"), ("date-converted", "E3")]),
        (
            date(2567, 10, 1),
            date(2568, 9, 30),
            [("date-converted", "D3"), ("date-converted", "E3")],
        ),
    ],
)
def test_two_columns_of_days(start: Value, end: Value, found: list[tuple[str, str]]) -> None:
    loaded = two_days(start, end)
    [measure] = loaded.report.measures
    assert (measure.start, measure.end) == YEAR
    assert codes(loaded) == found


def test_a_converted_day_shows_what_was_stored_and_what_was_read() -> None:
    message = two_days(45566, date(2568, 9, 30)).findings[0].message
    assert "“45566”" in message
    assert "1 ต.ค. 2567" in message


def test_an_unreadable_period_keeps_its_text() -> None:
    loaded = read(official(measure_row(period="ตามความเหมาะสมของงาน")))
    [measure] = loaded.report.measures
    assert (measure.period_text, measure.start, measure.end) == ("ตามความเหมาะสมของงาน", None, None)
    assert codes(loaded) == [("period-unreadable", "D4")]
    assert loaded.findings[0].measure_id == "m1"


@pytest.mark.parametrize(
    ("text", "departments"),
    [
        ("สำนักปลัด กองช่าง กองคลัง กองการศึกษา", ("สำนักปลัด", "กองช่าง", "กองคลัง", "กองการศึกษา")),
        ("เจ้าหน้าที่ พัสดุ (กองคลัง)", ("กองคลัง",)),
        ("งานประชาสัมพันธ์ สำนักปลัด", ("สำนักปลัด",)),
        ("ผอ.กองการศึกษา", ("กองการศึกษา",)),
        ("ทุกกอง/สำนัก", ("ทุกกอง",)),
        ("ทุกสำนัก/กอง", ("ทุกกอง",)),
        ("ทุกส่วนราชการ", ("ทุกส่วนราชการ",)),
        ("กองสธ.", ("กองสธ.",)),
        ("กองช่างกองคลัง", ("กองช่าง", "กองคลัง")),
        ("กองการศึกษา ศาสนาและวัฒนธรรม และกองช่าง", ("กองการศึกษา ศาสนาและวัฒนธรรม", "กองช่าง")),
        ("กองสาธารณสุขและสิ่งแวดล้อม", ("กองสาธารณสุขและสิ่งแวดล้อม",)),
        ("1. สำนักปลัด\n2. กองคลัง", ("สำนักปลัด", "กองคลัง")),
        ("สำนัก ปลัด/กอง คลัง", ("สำนักปลัด", "กองคลัง")),
        ("สำนักปลัด, สำนักปลัด", ("สำนักปลัด",)),
        ("งานนิติการ", ("งานนิติการ",)),
        (
            "กลุ่มพัฒนาระบบบริหาร\nศูนย์เทคโนโลยี\nกองแผนงาน",
            ("กลุ่มพัฒนาระบบบริหาร", "ศูนย์เทคโนโลยี", "กองแผนงาน"),
        ),
        ("งานธุรการ, กองคลัง (ฝ่ายพัสดุ)", ("กองคลัง",)),
        ("กลุ่มงานประกันสุขภาพ และสารสนเทศ", ("กลุ่มงานประกันสุขภาพและสารสนเทศ",)),
        ("กลุ่มบริหาร และ นักวิชาการ", ("กลุ่มบริหาร",)),
        ("สำนักส่งเสริมวิชาการและงานทะเบียน", ("สำนักส่งเสริมวิชาการและงานทะเบียน",)),
        ("สำนักปลัดและทุกกอง", ("สำนักปลัด", "ทุกกอง")),
        ("สำนักงานสภามหาวิทยาลัย / กองกลาง", ("สำนักงานสภามหาวิทยาลัย", "กองกลาง")),
        ("งานสารบรรณ กองกลาง", ("กองกลาง",)),
        ("กองทุนสวัสดิการ กองคลัง", ("กองคลัง",)),
        ("สำนักการศึกษา ศาสนาและวัฒนธรรม", ("สำนักการศึกษา ศาสนาและวัฒนธรรม",)),
        ("สำนักการศึกษา ศาสนา และวัฒนธรรม / กองคลัง", ("สำนักการศึกษา ศาสนาและวัฒนธรรม", "กองคลัง")),
        ("กองยุทธศาสตร์ แผนและงบประมาณ", ("กองยุทธศาสตร์แผนและงบประมาณ",)),
        (
            "กองการศึกษา ศาสนา วัฒนธรรมและการท่องเที่ยว\nกองช่าง",
            ("กองการศึกษาศาสนาวัฒนธรรมและการท่องเที่ยว", "กองช่าง"),
        ),
        ("กองสาธารณสุข สิ่งแวดล้อมและป้องกันโรค", ("กองสาธารณสุขสิ่งแวดล้อมและป้องกันโรค",)),
        ("สำนักสวัสดิการ เด็กและเยาวชน (หน่วยงานหลัก)", ("สำนักสวัสดิการเด็กและเยาวชน",)),
        ("สำนักปลัด ประชาชนและผู้มีส่วนได้เสีย", ("สำนักปลัด",)),
        ("กองแผนงาน ข้าราชการและลูกจ้าง", ("กองแผนงาน",)),
        ("สำนักสาธารณสุข ประชาชนและชุมชน", ("สำนักสาธารณสุข",)),
        ("กองแผนงาน ฝ่ายนโยบายและแผน", ("กองแผนงาน",)),
        ("กองแผนงาน และกองช่าง", ("กองแผนงาน", "กองช่าง")),
        ("กองแผนงาน พัสดุและกองช่าง", ("กองแผนงาน", "กองช่าง")),
        ("สำนักงานปลัด อบต.", ("สำนักงานปลัด อบต.",)),
        ("กองคลังเป็นผู้รับผิดชอบหลัก ร่วมกับกองช่าง", ("กองคลัง", "กองช่าง")),
        ("กลุ่มบริหารทั่วไป ร่วมกับกลุ่มบริหารงบประมาณ", ("กลุ่มบริหารทั่วไป", "กลุ่มบริหารงบประมาณ")),
        ("งานพัสดุ กลุ่มงานบริหารทั่วไป", ("กลุ่มงานบริหารทั่วไป",)),
        ("ฝ่ายอำนวยการ งานธุรการ, งานการเงิน", ("ฝ่ายอำนวยการ", "งานการเงิน")),
        ("งานพัสดุ งานการเงิน", ("งานพัสดุ", "งานการเงิน")),
        ("ฝ่ายปกครอง ฝ่ายทะเบียนและบัตร", ("ฝ่ายปกครอง", "ฝ่ายทะเบียนและบัตร")),
        ("ปลัดอำเภอหัวหน้ากลุ่มงานปกครอง", ("กลุ่มงานปกครอง",)),
        ("ผู้อำนวยการโรงเรียน", ()),
        ("ปลัดเทศบาล", ()),
        ("-", ()),
        ("", ()),
    ],
)
def test_departments(text: str, departments: tuple[str, ...]) -> None:
    assert departments_in(text) == departments


def test_a_budget_named_in_the_steps_is_the_measures_and_is_told() -> None:
    steps = "อบรมความรู้ ใช้งบประมาณ 35,000 บาท"
    loaded = read(official(measure_row(steps=steps)))
    assert loaded.report.measures[0].budget_thb == 35000
    assert codes(loaded) == [("budget-from-steps", "C4")]
    with_column = grid((TITLE, AGENCY), (*HEADER, "งบประมาณ"), (*measure_row(steps=steps), 5000))
    assert read(with_column).report.measures[0].budget_thb == 5000


def test_more_numbers_than_a_cell_can_promise_are_left_out_and_told() -> None:
    steps = "ประชุม 1 ครั้ง " * 201
    loaded = read(official(measure_row(steps=steps)))
    [measure] = loaded.report.measures
    in_steps = [quantity for quantity in measure.quantities if quantity.column == "steps"]
    assert (len(in_steps), measure.steps) == (200, steps.strip())
    assert codes(loaded) == [("quantities-left-out", "C4")]
    assert "201 แห่ง" in loaded.findings[0].message


def test_persons_only_are_told() -> None:
    loaded = read(official(measure_row(department="นิติกรชำนาญการ")))
    assert loaded.report.measures[0].departments == ()
    assert codes(loaded) == [("departments-unread", "E4")]


def with_column(header: str, value: Value, **more: object) -> Loaded:
    sheet = grid((TITLE, "เทศบาลตำบลดอนแก้วใส"), (*HEADER, header), (*measure_row(), value), **more)
    return read(sheet)


@pytest.mark.parametrize(
    ("cell", "baht"),
    [
        (12000, 12000),
        ("12,500.50 บาท", 12500.5),
        ("5,000.- บาท", 5000),
        ("งบประมาณ 30,000 บาท", 30000),
        ("๑๐,๐๐๐ บาท (หนึ่งหมื่นบาทถ้วน)", 10000),
        ("1.2 ล้านบาท", 1200000),
        ("๕,๐๐๐.-", 5000),
        ("ไม่ใช้งบประมาณ", 0),
        ("-", None),
    ],
)
def test_budgets(cell: Value, baht: float | None) -> None:
    loaded = with_column("งบประมาณ (บาท)", cell)
    assert loaded.report.measures[0].budget_thb == baht
    assert codes(loaded) == []


def test_a_tick_below_a_status_is_that_status() -> None:
    group = ("สถานะการดำเนินงาน", None, None)
    below = (*[None] * 7, "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ")
    merges = ["H2:J2", *(f"{letter}2:{letter}3" for letter in "ABCDEFG")]
    rows = (
        (*measure_row(1), None, "/", None), (*measure_row(2, "ตรวจรถ"), "✓", None, None),
        measure_row(3, "อบรมจริยธรรม"),
    )  # fmt: skip
    report = read(grid((TITLE,), (*HEADER, *group), below, *rows, merges=merges)).report
    said = [measure.declared_status for measure in report.measures]
    assert said == ["อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว", None]


def test_the_words_around_a_budget_are_kept() -> None:
    [measure] = with_column("งบประมาณ (บาท)", "30,000 บาท (ค่าวิทยากร)").report.measures
    assert measure.extra == {"งบประมาณ (บาท)": "30,000 บาท (ค่าวิทยากร)"}


def test_an_unread_budget_is_kept_and_told() -> None:
    loaded = with_column("งบประมาณ", "ตามที่ได้รับจัดสรร")
    [measure] = loaded.report.measures
    assert (measure.budget_thb, measure.extra) == (None, {"งบประมาณ (บาท)": "ตามที่ได้รับจัดสรร"})
    assert codes(loaded) == [("budget-unread", "H3")]


@pytest.mark.parametrize("words", ["ยังไม่ได้ดำเนินการ", "แล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "80%"])
def test_the_declared_status_is_kept_in_its_words(words: str) -> None:
    assert with_column("สถานะ", words).report.measures[0].declared_status == words


def test_evidence_from_addresses_file_names_and_links() -> None:
    cell = "ประกาศ https://example.go.th/a.pdf\nบันทึกข้อความ.pdf"
    [measure] = with_column("หลักฐาน", cell).report.measures
    assert measure.evidence == (
        Evidence(address="https://example.go.th/a.pdf", label="ประกาศ"),
        Evidence(address="บันทึกข้อความ.pdf"),
    )
    links = {(3, 8): "https://example.go.th/b", (3, 6): "https://example.go.th/c"}
    [measure] = with_column("หลักฐาน", "ภาพถ่าย", links=links).report.measures
    assert measure.evidence == (
        Evidence(address="https://example.go.th/b", label="ภาพถ่าย"),
        Evidence(address="https://example.go.th/c", label="ปรับปรุงแล้ว"),
    )


def test_several_links_of_a_cell_are_as_many_proofs() -> None:
    links = {(3, 8): "https://example.go.th/a\nhttps://example.go.th/b"}
    for text, labels in (("ประกาศ\nคำสั่ง", ["ประกาศ", "คำสั่ง"]), ("ดูภาพ", ["ดูภาพ", "ดูภาพ"])):
        [measure] = with_column("หลักฐาน", text, links=links).report.measures
        assert [(e.address[-1], e.label) for e in measure.evidence] == [
            ("a", labels[0]), ("b", labels[1]),
        ]  # fmt: skip
    [measure] = with_column("หลักฐาน", "- ภาพถ่าย\n• คำสั่ง").report.measures
    assert [e.address for e in measure.evidence] == ["ภาพถ่าย", "คำสั่ง"]


def test_html_becomes_lines_and_is_told() -> None:
    loaded = read(official(measure_row(output="<p>หนึ่ง</p><ul><li>สอง</li></ul>&nbsp;")))
    assert loaded.report.measures[0].output == "หนึ่ง\nสอง"
    assert codes(loaded) == [("markup", "F4")]
    assert loaded.findings[0].severity == "warning"
    assert loaded.findings[0].message.endswith("จึงตัดรหัสออกแล้ว ข้อความอยู่ครบ")


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("มาตรการยกระดับกระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", 1),
        ("การให้บริการและ ระบบ E-Service", 2),
        ("กลไกและมาตรการใน การ แก้ไขและป้องกันการทุจริต ภายในหน่วยงาน", 7),
        ("จัดทำคู่มือ", None),
    ],
)
def test_topics(title: str, topic: int | None) -> None:
    assert read(official(measure_row(1, title))).report.measures[0].topic == topic


def test_quantities_are_looked_for_in_promises_and_results() -> None:
    [measure] = read(
        official(measure_row(steps="ทุกๆ ๓ เดือน", outcome="จำนวน ๗ เล่ม"))
    ).report.measures
    assert [(q.column, q.text) for q in measure.quantities] == [
        ("steps", "ทุกๆ ๓ เดือน"), ("outcome", "จำนวน ๗ เล่ม"),
    ]  # fmt: skip
