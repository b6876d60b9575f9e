"""Agency, district, province and fiscal year from the lines around the tables."""

import pytest

from ita_data.extract.agencies import agency_in, district_in, province_in
from ita_data.loaded import Choices
from tests.extract.hand import AGENCY, HEADER, TITLE, codes, grid, measure_row, official, read


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (f"{TITLE} {AGENCY}", "เทศบาลตำบลดอนแก้วใส"),
        ("เทศบาลตำบลดอนแก้วใสอำเภอบ้านสมมติจังหวัดตัวอย่าง", "เทศบาลตำบลดอนแก้วใส"),
        ("เทศบาลนครขอนสมมติ ปีงบประมาณ 2568", "เทศบาลนครขอนสมมติ"),
        ("ของ อบต.ดอนแก้ว อ.บ้านสมมติ จ.ตัวอย่าง", "อบต.ดอนแก้ว"),
        ("ทต.ดอนแก้วใส ประจำปีงบประมาณ 2568", "ทต.ดอนแก้วใส"),
        ("องค์การบริหารส่วนตำบลดอนแก้ว ขอรายงานผล", "องค์การบริหารส่วนตำบลดอนแก้ว"),
        ("องค์การบริหารส่วนจังหวัดตัวอย่าง", "องค์การบริหารส่วนจังหวัดตัวอย่าง"),
        ("สำนักงานเทศบาลเมืองสมมติ ตำบลตัวอย่าง", "เทศบาลเมืองสมมติ"),
        ("สำนักงานสาธารณสุขอำเภอบ้านสมมติ จังหวัดตัวอย่าง", "สำนักงานสาธารณสุขอำเภอบ้านสมมติ"),
        ("ที่ทำการปกครองอำเภอบ้านสมมติ", "ที่ทำการปกครองอำเภอบ้านสมมติ"),
        ("กรมสมมติศึกษา", "กรมสมมติศึกษา"),
        ("โรงพยาบาลดอนแก้ว สำนักงานสาธารณสุขจังหวัดตัวอย่าง", "โรงพยาบาลดอนแก้ว"),
        ("สภ.บ้านสมมติ จว.ตัวอย่าง", "สภ.บ้านสมมติ"),
        ("เรือนจำจังหวัดตัวอย่าง", "เรือนจำจังหวัดตัวอย่าง"),
        ("ที่ว่าการอำเภอบ้านสมมติ จังหวัดตัวอย่าง", "ที่ว่าการอำเภอบ้านสมมติ"),
        ("สำนักงานเขตสมมติ กรุงเทพมหานคร", "สำนักงานเขตสมมติ"),
        ("โรงพยาบาลบ้านสมมติ อำเภอบ้านสมมติ", "โรงพยาบาลบ้านสมมติ"),
        ("โรงเรียนดอนแก้ววิทยา", "โรงเรียนดอนแก้ววิทยา"),
        ("โรงเรียนวัดดอน (สมมติวิทย์) อำเภอบ้านสมมติ", "โรงเรียนวัดดอน (สมมติวิทย์)"),
        ("โรงเรียนวัดดอน(สมมติวิทย์) จังหวัดตัวอย่าง", "โรงเรียนวัดดอน(สมมติวิทย์)"),
        ("โรงเรียนดอนแก้ว (รอบ 6 เดือน)", "โรงเรียนดอนแก้ว"),
        ("วิทยาลัยเทคนิคตัวอย่าง", "วิทยาลัยเทคนิคตัวอย่าง"),
        ("มหาวิทยาลัยสมมติ", "มหาวิทยาลัยสมมติ"),
        ("คณะสมมติศาสตร์ มหาวิทยาลัยสมมติ", "คณะสมมติศาสตร์ มหาวิทยาลัยสมมติ"),
        ("คณะกรรมการของมหาวิทยาลัยสมมติ", "มหาวิทยาลัยสมมติ"),
        ("วิทยาลัยเทคนิคตัวอย่าง สำนักงานคณะกรรมการการสมมติศึกษา", "วิทยาลัยเทคนิคตัวอย่าง"),
        ("รายงานผลของจังหวัดตัวอย่าง ประจำปีงบประมาณ 2568", "จังหวัดตัวอย่าง"),
        ("รายงานผลของเทศบาลตำบลดอนแก้วใส ในพื้นที่ของจังหวัดตัวอย่าง", "เทศบาลตำบลดอนแก้วใส"),
        ("จังหวัดตัวอย่าง", None),
        ("สถาบันวิจัยสมมติ (องค์การมหาชน) ปีงบประมาณ 2568", "สถาบันวิจัยสมมติ (องค์การมหาชน)"),
        ("บริษัท ขนส่งสมมติ จำกัด (มหาชน)", "บริษัท ขนส่งสมมติ จำกัด (มหาชน)"),
        ("โรงพยาบาลจิตเวชสมมติ กรมสมมติสุขภาพ", "โรงพยาบาลจิตเวชสมมติ"),
        ("มณฑลทหารบกที่ 99", "มณฑลทหารบกที่ 99"),
        ("เมืองพัทยา ประจำปีงบประมาณ 2568", "เมืองพัทยา"),
        ("สำนักงานเขตพื้นที่การศึกษาสมมติ เขต ๒", "สำนักงานเขตพื้นที่การศึกษาสมมติ เขต ๒"),
        ("โรงเรียนดอนแก้ว สังกัด สำนักงานเขตพื้นที่การศึกษาสมมติ เขต 2", "โรงเรียนดอนแก้ว"),
        ("ศูนย์เมืองเก่าสมมติ (องค์การมหาชน)", "ศูนย์เมืองเก่าสมมติ (องค์การมหาชน)"),
        ("รายงานผลของศูนย์ทะเลสมมติ(องค์การมหาชน) ปี 2568", "ศูนย์ทะเลสมมติ (องค์การมหาชน)"),
        ("ศูนย์บริการ โรงพยาบาลสมมติ (องค์การมหาชน)", "โรงพยาบาลสมมติ (องค์การมหาชน)"),
        ("เทศบาลเมืองสมมติ ปี 2568", "เทศบาลเมืองสมมติ"),
        ("จุฬาลงกรณ์มหาวิทยาลัย ประจำปีงบประมาณ 2568", "จุฬาลงกรณ์มหาวิทยาลัย"),
        ("สำนักบริหารพื้นที่สมมติ", None),
        ("อบรมการใช้โปรแกรมบัญชี", None),
        ("สำนักปลัดเทศบาล", None),
        (TITLE, None),
    ],
)
def test_the_agency_of_a_line(line: str, agency: str | None) -> None:
    assert agency_in(line) == agency


@pytest.mark.parametrize(
    ("line", "district", "province"),
    [
        (AGENCY, "บ้านสมมติ", "ตัวอย่าง"),
        ("อ.บ้านสมมติ จ.ตัวอย่าง", "บ้านสมมติ", "ตัวอย่าง"),
        ("อำเภอบ้านสมมติจังหวัดตัวอย่าง", "บ้านสมมติ", "ตัวอย่าง"),
        ("เขตสมมติ กรุงเทพมหานคร", "สมมติ", "กรุงเทพมหานคร"),
        ("สำนักงานเขตสมมติ กรุงเทพมหานคร", "สมมติ", "กรุงเทพมหานคร"),
        ("สำนักงานเขตพื้นที่การศึกษาสมมติ", None, None),
        ("ผอ.กองคลัง", None, None),
        ("อบจ.ตัวอย่าง", None, "ตัวอย่าง"),
    ],
)
def test_the_place_of_a_line(line: str, district: str | None, province: str | None) -> None:
    assert (district_in(line), province_in(line)) == (district, province)


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("ปีงบประมาณ พ.ศ.๒๕๖๘", 2568), ("ประจำปี 2568", 2568), ("ปีงบประมาณ ๒๕68", 2568),
        ("ประจำปีงบประมาณ พ.ศ.. 2568", 2568), ("ปีงบประมาณ 2025", 2568),
        ("จากผลการประเมิน ITA ประจำปี 2567 ประจำปีงบประมาณ พ.ศ. 2568", 2568),
        ("ตามผลการประเมิน ITA ปีงบประมาณ 2567", 2567),
        ("ณ วันที่ 30 กันยายน 2568", None), ("พระราชบัญญัติข้อมูลข่าวสาร พ.ศ. 2540", None),
        ("ปี 2568", 2568),
        ("FY2568", 2568), ("ผลตามมาตรการส่งเสริมความโปร่งใส ปี พ.ศ. 2566", 2566),
        ("ตามระเบียบของปี 2560", None),
        ("รายงาน ITA 2568", 2568),
        (f"{TITLE.partition(' ปี')[0]} ๒๕๖๘", 2568),
        ("รายงานผลตามแผนฯ (พ.ศ. 2566 – 2570) ประจำปี พ.ศ. 2568", 2568),
        ("รายงานผลตั้งแต่วันที่ 1 ตุลาคม 2567 ถึง 30 กันยายน 2568", None),
        ("รายงานตามระเบียบ พ.ศ. 2560 ข้อ 9", None),
    ],
)  # fmt: skip
def test_the_fiscal_year_of_a_line(line: str, year: int | None) -> None:
    assert read(grid((line,), HEADER, measure_row())).report.fiscal_year == year


def test_the_most_frequent_name_wins_and_the_other_is_told() -> None:
    loaded = read(
        grid(
            ("เทศบาลตำบลดอนแก้ว อำเภอบ้านสมมติ",), (f"{TITLE} {AGENCY}",), HEADER, measure_row(1),
            (f"{TITLE} {AGENCY}",), HEADER, measure_row(2),
        )
    )  # fmt: skip
    assert loaded.report.agency == "เทศบาลตำบลดอนแก้วใส"
    assert loaded.report.places["agency"].cell == "A2"
    [finding] = loaded.findings
    assert (finding.code, finding.place and finding.place.cell) == ("agency-differs", "A1")
    assert "“เทศบาลตำบลดอนแก้ว”" in finding.message
    assert "“เทศบาลตำบลดอนแก้วใส”" in finding.message


def test_the_year_of_the_assessment_answered_is_not_the_reports() -> None:
    answered = "(จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567)"
    report = read(grid((answered,), ("ประจำปีงบประมาณ 2568",), HEADER, measure_row())).report
    assert report.fiscal_year == 2568


def test_the_office_of_schools_is_not_the_school() -> None:
    above = ("สำนักงานเขตพื้นที่การศึกษาสมมติ เขต 1",)
    report = read(grid(above, ("โรงเรียนดอนแก้ว",), HEADER, measure_row())).report
    assert report.agency == "โรงเรียนดอนแก้ว"
    assert read(grid(above, HEADER, measure_row())).report.agency.startswith("สำนักงานเขต")


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("สำนักบริหารพื้นที่อนุรักษ์สมมติตอนล่าง จังหวัดตัวอย่าง", "สำนักบริหารพื้นที่อนุรักษ์สมมติตอนล่าง"),
        ("สำนักข่าวสมมติแห่งชาติ ประจำปีงบประมาณ 2568", "สำนักข่าวสมมติแห่งชาติ"),
        ("ศูนย์อำนวยการพัฒนาลุ่มน้ำสมมติ", "ศูนย์อำนวยการพัฒนาลุ่มน้ำสมมติ"),
        ("ศูนย์ป้องกันภัยสมมติ เขต 5 ตัวอย่าง", "ศูนย์ป้องกันภัยสมมติ เขต 5 ตัวอย่าง"),
        ("สถานีพัฒนาที่ดินตัวอย่าง อำเภอบ้านสมมติ", "สถานีพัฒนาที่ดินตัวอย่าง"),
        ("สถาบันมาตรฐานสมมติแห่งชาติ", "สถาบันมาตรฐานสมมติแห่งชาติ"),
        ("กรมสมมติทรัพยากร กระทรวงตัวอย่าง", "กรมสมมติทรัพยากร"),
        ("กองทุนพัฒนาสมมติแห่งชาติ", "กองทุนพัฒนาสมมติแห่งชาติ"),
        (f"{TITLE.partition(' ปี')[0]} ของศูนย์วิทยาศาสตร์สมมติ", "ศูนย์วิทยาศาสตร์สมมติ"),
        ("สำนักปลัดองค์การ", ""),
        ("ศูนย์ข้อมูลข่าวสาร", ""),
        ("ศูนย์ทดลองสมมติ เปิดทุกวัน", ""),
        ("ศูนย์ทดลองสมมติให้คำปรึกษา", ""),
        ("ตามข้อเสนอของสำนักสมมติ", ""),
    ],
)
def test_an_office_alone_in_the_title_is_the_agency(line: str, agency: str) -> None:
    assert read(grid((TITLE,), (line,), HEADER, measure_row())).report.agency == agency


def test_an_office_beside_its_agency_or_below_the_table_is_none() -> None:
    office = ("สำนักบริหารกลางสมมติ",)
    beside = read(grid(office, (AGENCY,), (TITLE,), HEADER, measure_row()))
    assert beside.report.agency == "เทศบาลตำบลดอนแก้วใส"
    under = read(grid((TITLE,), ("สังกัด กระทรวงสมมติ",), office, HEADER, measure_row()))
    assert under.report.agency == "สำนักบริหารกลางสมมติ"
    assert read(grid((TITLE,), HEADER, measure_row(), (), office)).report.agency == ""


def test_two_years_are_told() -> None:
    loaded = read(official(measure_row(1), ("ปีงบประมาณ 2567",), HEADER, measure_row(2)))
    assert loaded.report.fiscal_year == 2568
    assert codes(loaded) == [("fiscal-year-differs", "A5")]


def test_an_abbreviated_kind_is_the_same_agency() -> None:
    loaded = read(grid((AGENCY,), ("ทต.ดอนแก้วใส",), (TITLE,), HEADER, measure_row()))
    assert loaded.report.agency == "เทศบาลตำบลดอนแก้วใส"
    assert codes(loaded) == []


def test_the_full_name_is_taken_where_it_is_written_short_too() -> None:
    short, full = "รพ.สต.ดอนแก้ว", "โรงพยาบาลส่งเสริมสุขภาพตำบลดอนแก้ว"
    loaded = read(grid((short,), (full,), (TITLE,), HEADER, measure_row()))
    assert (loaded.report.agency, codes(loaded)) == (full, [])


def test_labels_and_values_in_two_cells() -> None:
    loaded = read(
        grid(
            ("หน่วยงาน:", "ศูนย์สมมติ"), ("อำเภอ", "บ้านสมมติ"), ("จังหวัด", "ตัวอย่าง"),
            ("ปีงบประมาณ", "๒๕๖๘"), HEADER, measure_row(),
        )
    )  # fmt: skip
    report = loaded.report
    assert (report.agency, report.district, report.province, report.fiscal_year) == (
        "ศูนย์สมมติ", "บ้านสมมติ", "ตัวอย่าง", 2568,
    )  # fmt: skip


def test_a_missing_year_is_asked_for_and_the_periods_offered() -> None:
    loaded = read(grid((AGENCY,), HEADER, measure_row()))
    assert loaded.report.fiscal_year is None
    [finding] = loaded.findings
    assert (finding.code, finding.severity) == ("fiscal-year-missing", "error")
    assert "2568" in finding.advice


def test_the_officers_word_beats_the_titles() -> None:
    chosen = Choices(agency="เทศบาลตำบลบ้านใหม่สมมติ", fiscal_year=2569, district="")
    report = read(official(measure_row()), choices=chosen).report
    assert (report.agency, report.district, report.province, report.fiscal_year) == (
        "เทศบาลตำบลบ้านใหม่สมมติ", "", "ตัวอย่าง", 2569,
    )  # fmt: skip
    assert set(report.places) == {"province"}


def test_the_lines_below_name_the_agency_where_no_title_does() -> None:
    below = (None, None, None, None, "ลงชื่อ ผู้รายงาน เทศบาลตำบลดอนแก้วใส")
    assert read(grid((TITLE,), HEADER, measure_row(), below)).report.agency == "เทศบาลตำบลดอนแก้วใส"
    other = (None, None, None, None, "ลงชื่อ ผู้รายงาน เทศบาลตำบลอื่น")
    assert codes(read(official(measure_row(), other))) == []


def test_what_stands_beside_a_label_is_no_note() -> None:
    lines = [
        ("ส่วนราชการ", None, "องค์การบริหารส่วนตำบลหนองสมมติ"),
        ("อำเภอ", "เมืองสมมติ", "จังหวัด", "ตัวอย่าง"),
        ("ปีงบประมาณ", 2568),
    ]
    report = read(grid(*lines, HEADER, measure_row())).report
    assert (report.agency, report.district) == ("องค์การบริหารส่วนตำบลหนองสมมติ", "เมืองสมมติ")
    assert (report.province, report.fiscal_year, report.notes) == ("ตัวอย่าง", 2568, ())


def test_the_province_of_its_own_word_wins_over_that_of_the_name() -> None:
    line = "องค์การบริหารส่วนจังหวัดดอนแก้วใส อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง"
    report = read(grid((TITLE,), (line,), HEADER, measure_row())).report
    assert (report.agency, report.province) == ("องค์การบริหารส่วนจังหวัดดอนแก้วใส", "ตัวอย่าง")
