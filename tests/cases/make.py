"""Writes the case files of this folder: one invented agency, messy in a different way in each.

    python -m tests.cases.make

A gold beside each file is what must be read of it: the JSON of `inspect`, findings without
their sentences. It is written only where there is none yet, to be read through by a person;
afterwards it is changed by hand, with the case in view.
"""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ita_data import load
from ita_data.inspection import inspection
from tests.writing import docx_bytes, text_bytes, xlsx_bytes

HERE = Path(__file__).parent
TITLE = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
AGENCY = "เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง"
HEADER = (
    "ลำดับที่", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ",
    "ผู้รับผิดชอบ", "ผลการดำเนินการ (output)", "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)",
)  # fmt: skip
YEAR = "1 ต.ค. 67 – 30 ก.ย. 68"
Rows = Sequence[Sequence[Any]]

MANUALS = (
    "จัดทำคู่มือบริการประชาชน", "ทบทวนคู่มือทุกงานบริการ แล้วเผยแพร่อย่างน้อย ๕ คู่มือ", YEAR,
    "สำนักปลัด กองคลัง", "ทบทวนและเผยแพร่แล้ว จำนวน ๖ คู่มือ", "ประชาชนทราบขั้นตอนก่อนมาติดต่อ",
)  # fmt: skip
CHANNELS = (
    "เพิ่มช่องทางรับฟังความคิดเห็น", "เปิดช่องทางรับฟังไม่น้อยกว่า 3 ช่องทาง และรายงานทุก 3 เดือน",
    "ต.ค. 67 - ก.ย. 68", "งานประชาสัมพันธ์ สำนักปลัด", "เปิดแล้ว ๓ ช่องทาง รายงานผล ๔ ครั้ง",
    "มีผู้แสดงความคิดเห็นผ่านระบบ 120 ราย",
)  # fmt: skip
ASSETS = (
    "ตรวจสอบการใช้รถยนต์ส่วนกลาง", "ตรวจบันทึกการใช้รถ เดือนละ 1 ครั้ง", "ตลอดปีงบประมาณ",
    "เจ้าหน้าที่พัสดุ (กองคลัง)", "ตรวจครบทุกเดือน", "ไม่มีเรื่องร้องเรียน",
)  # fmt: skip
TRAINING = (
    "อบรมจริยธรรมบุคลากร", "จัดอบรมปีละ 2 ครั้ง ผู้เข้าร่วมไม่น้อยกว่าร้อยละ 80", "ไตรมาส 2",
    "ผอ.กองการศึกษา", "จัดอบรม ๒ ครั้ง มีผู้เข้าร่วมร้อยละ 92", "บุคลากรเข้าใจมาตรฐานจริยธรรม",
)  # fmt: skip


def two_row_header() -> bytes:
    """Titles merged above, a header of two merged rows, true dates, budgets and links."""
    rows: Rows = (
        (f"{TITLE} ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",), (AGENCY,), (),
        ("ที่", "มาตรการ", "วิธีดำเนินการ", "ระยะเวลาดำเนินการ", None, "หน่วยงานรับผิดชอบ",
         "งบประมาณ (บาท)", "ผลการดำเนินงาน", None, "หลักฐาน", "สถานะ"),
        (None, None, None, "เริ่มต้น", "สิ้นสุด", None, None, "ผลผลิต", "ผลลัพธ์"),
        (1, *MANUALS[:2], date(2024, 10, 1), date(2025, 9, 30), MANUALS[3], 12000, *MANUALS[4:],
         "ภาพถ่าย", "แล้วเสร็จ"),
        (2, *ASSETS[:2], date(2567, 10, 1), date(2568, 9, 30), ASSETS[3], "ไม่ใช้งบประมาณ",
         *ASSETS[4:], "https://example.go.th/car.pdf", "อยู่ระหว่างดำเนินการ"),
    )  # fmt: skip
    merges = ["A1:K1", "A2:K2", "D4:E4", "H4:I4", *(f"{c}4:{c}5" for c in "ABCFGJK")]
    return xlsx_bytes({"รายงาน": rows}, {"รายงาน": merges}, links={
        "รายงาน": {"J6": "https://example.go.th/photos"}
    })  # fmt: skip


def shuffled_columns() -> bytes:
    """Columns in an order of their own, unknown ones between, a note beside, a total below."""
    rows: Rows = (
        (None, "ประจำปี 2568"), (None, "อบต.ดอนแก้ว อ.บ้านสมมติ จ.ตัวอย่าง"), (),
        (None, "ผู้รับผิดชอบ", "ผลการดำเนินการ (out put)", "โครงการ", "พื้นที่", "ลำดับ",
         "ระยะเวลา", "ผลสัมฤทธิ์", "ขั้นตอน", "หมายเหตุ"),
        (None, CHANNELS[3], CHANNELS[4], CHANNELS[0], "ทุกหมู่บ้าน", "๑.", CHANNELS[2],
         CHANNELS[5], CHANNELS[1], "รอประเมิน", None, "ตรวจแล้ว"),
        (None, "ทุกกอง/สำนัก", TRAINING[4], TRAINING[0], "หมู่ที่ 4", "๒.", TRAINING[2],
         TRAINING[5], TRAINING[1]),
        (None, "รวมทั้งสิ้น", "2 โครงการ"),
    )  # fmt: skip
    return xlsx_bytes({"Sheet1": rows})


def merged_down() -> bytes:
    """Measures over several rows, a department merged over two measures, section headings."""
    rows: Rows = (
        (f"{TITLE} ปีงบประมาณ 2568 {AGENCY}",), HEADER,
        ("กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",),
        (1, ASSETS[0], "1. จัดทำทะเบียน", ASSETS[2], "กองคลัง", "จัดทำ 1 เล่ม", ASSETS[5]),
        (None, None, "2. " + ASSETS[1], None, None, ASSETS[4]),
        (None, None, "3. รายงานผู้บริหาร ทุก ๖ เดือน", None, None, "รายงานแล้ว ๒ ครั้ง"),
        (2, *TRAINING[:3], None, *TRAINING[4:]),
        (None, "รวม 2 มาตรการ"),
    )  # fmt: skip
    merges = ["A1:G1", "A3:G3", "A4:A6", "B4:B6", "D4:D6", "E4:E7", "G4:G6"]
    return xlsx_bytes({"มาตรการ": rows}, {"มาตรการ": merges})


def signatures() -> bytes:
    """A Word report with its signatures below, in a table and in paragraphs."""
    return docx_bytes([
        TITLE, "ปีงบประมาณ พ.ศ. ๒๕๖๘", AGENCY,
        [HEADER, ("๑", *MANUALS), ("๒", *ASSETS)],
        "ขอรับรองว่าข้อมูลข้างต้นเป็นความจริง",
        [("ลงชื่อ .......... ผู้รายงาน", "ลงชื่อ .......... ผู้รับรอง"),
         ("(นางสาวสมมติ ตัวอย่าง)", "(นายตัวอย่าง สมมติ)")],
        "ข้อมูล ณ วันที่ 15 ตุลาคม 2568",
    ])  # fmt: skip


def split_tables() -> bytes:
    """A Word report whose table goes on after a page without its header, cells merged down."""
    return docx_bytes([
        f"{TITLE} ปีงบประมาณ พ.ศ.๒๕๖๘ {AGENCY}",
        [HEADER, ("๑", *MANUALS), ("", "", "แจ้งเวียนทุกกอง", "", "", "แจ้งแล้ว 1 ครั้ง", "")],
        "(ต่อ)",
        [("๒", *CHANNELS), ("๓", *TRAINING)],
    ], merged_down=(0, 1, 3, 4))  # fmt: skip


def many_sheets() -> bytes:
    """A cover, a sheet for each half of the measures, an older draft that is hidden away."""
    again = (f"{TITLE} ปีงบประมาณ 2568 {AGENCY}",)
    return xlsx_bytes({
        "ปก": ((), (None, TITLE), (None, "ปีงบประมาณ พ.ศ. 2568"), (), (None, AGENCY)),
        "มาตรการ 1-2": (again, HEADER, (1, *MANUALS), (2, *CHANNELS)),
        "มาตรการ 3-4": (again, HEADER, (3, *ASSETS), (4, *TRAINING)),
    })  # fmt: skip


def cp874() -> bytes:
    """csv as Excel for Thai Windows saves it, numbers glued to the titles, no number column."""
    rows: Rows = (
        (f"{TITLE} ประจำปีงบประมาณ ๒๕๖๘",), (AGENCY,), HEADER[1:],
        (f"๑. {MANUALS[0]}", *MANUALS[1:2], YEAR.replace("–", "-"), *MANUALS[3:]),
        (f"๒. {ASSETS[0]}", *ASSETS[1:]),
        ("", "", "", "", "", ""),
        ("หมายเหตุ ข้อมูลสิ้นปีงบประมาณ",),
    )  # fmt: skip
    return text_bytes(rows, ",", "cp874")


def no_titles() -> bytes:
    """Only a table: the agency and the year have to be asked for."""
    return text_bytes((HEADER, (1, *MANUALS), (2, *CHANNELS)), ";", "utf-8-sig")


def like_a_web_page() -> bytes:
    """Text copied from a web page: html in cells, spaces inside words, a misspelt agency."""
    rows: Rows = (
        ("",), (TITLE,), ("ปีงบประมาณ พ.ศ.. ๒๕๖๘",), ("เทศบาลตำบลดอนแก้ว อำเภอบ้านสมมติ จังหวัดตัวอย่าง",),
        (f"{TITLE} ปีงบประมาณ พ.ศ.๒๕๖๘ {AGENCY}",), HEADER,
        ("๑", "มาตรการ ยกระดับ การให้บริการและ ระบบ E-Service",
         "<p>จัดช่อง ทาง อย่าง น้อย ๓ ช่อง ทาง</p><ul><li>- รายงาน ทุกๆ ๓ เดือน</li></ul>",
         "๑ ตุลาคม ๒๕๖๗ ถึง ๓๐ กันยายน๒๕๖๘", "สำนัก ปลัด", "ดําเนินการแล้ว ทั้ง ๓ ช่องทาง&nbsp;",
         "ผู้รับบริการพึงพอใจ ร้อยละ ๙๐"),
        (f"{TITLE} ปีงบประมาณ พ.ศ.2568 {AGENCY}",), HEADER,
        ("๒.", *ASSETS),
    )  # fmt: skip
    return text_bytes(rows, "\t")


def half_years() -> bytes:
    """Results in two columns of one group, months marked X, output and outcome in one column."""
    rows: Rows = (
        ("วิทยาลัยการอาชีพสมมติ ประจำปีงบประมาณ พ.ศ. 2568",),
        ("ที่", "กิจกรรม", "แนวทางการดำเนินงาน", "ผู้รับผิดชอบ", "ระยะเวลา", None, None, None,
         "ผลการดำเนินการ", None),
        (None, None, None, None, "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4",
         "รอบ 6 เดือน", "รอบ 12 เดือน"),
        (1, TRAINING[0], TRAINING[1], "งานบุคลากร", None, "X", None, "X", "อบรมแล้ว 1 ครั้ง",
         "อบรมแล้ว ๒ ครั้ง"),
    )  # fmt: skip
    merges = ["A1:J1", "E2:H2", "I2:J2", *(f"{c}2:{c}3" for c in "ABCD")]
    return xlsx_bytes({"Sheet1": rows}, {"Sheet1": merges})


def unknown_header() -> bytes:
    """A table whose header says nothing that the form knows."""
    rows: Rows = (
        (AGENCY,), ("ปีงบประมาณ 2568",), ("ก.", "เรื่อง", "ทำอย่างไร", "เกิดอะไรขึ้น"),
        (1, MANUALS[0], MANUALS[1], MANUALS[4]), (2, ASSETS[0], ASSETS[1], ASSETS[4]),
    )  # fmt: skip
    return xlsx_bytes({"ข้อมูล": rows})


def serial_days() -> bytes:
    """csv saved from a workbook whose days came out as serial numbers; odd numbers and words."""
    header = ("ลำดับที่", "โครงการ", "วิธีการ", "วันเริ่มต้น", "วันสิ้นสุด", "ส่วนราชการ",
              "เป้าหมาย", "ผล", "ผลลัพธ์", "งบประมาณ")  # fmt: skip
    rows: Rows = (
        ("สำนักงานสาธารณสุขอำเภอบ้านสมมติ จังหวัดตัวอย่าง ปีงบประมาณ 2568",), header,
        ("1", *MANUALS[:2], "45566", "45930", "นิติกร", "7 เล่ม", *MANUALS[4:], "12,500.50 บาท"),
        ("1.1", *ASSETS[:2], "เมื่อพร้อม", "", "กลุ่มงานบริหาร", "-", *ASSETS[4:], "ตามจริง"),
    )  # fmt: skip
    return text_bytes(rows)


CASES = {
    "two-row-header.xlsx": two_row_header,
    "shuffled-columns.xlsx": shuffled_columns,
    "merged-down.xlsx": merged_down,
    "signatures.docx": signatures,
    "split-tables.docx": split_tables,
    "many-sheets.xlsx": many_sheets,
    "cp874.csv": cp874,
    "no-titles.csv": no_titles,
    "like-a-web-page.txt": like_a_web_page,
    "half-years.xlsx": half_years,
    "unknown-header.xlsx": unknown_header,
    "serial-days.csv": serial_days,
}


def reading_of(case: Path) -> dict[str, Any]:
    """What is read of a case, as its gold has it."""
    read = inspection(load(case.name, case.read_bytes()))
    kept = ("code", "severity", "place")
    return read | {"findings": [{key: found[key] for key in kept} for found in read["findings"]]}


if __name__ == "__main__":
    for name, write in CASES.items():
        case = HERE / name
        case.write_bytes(write())
        gold = case.with_suffix(".gold.json")
        if not gold.exists():
            text = json.dumps(reading_of(case), ensure_ascii=False, indent=1)
            gold.write_text(text + "\n", encoding="utf-8")
