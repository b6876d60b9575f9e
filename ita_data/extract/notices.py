"""The findings of a reading: every code, its sentence and its advice, in one place."""

from ita_data.findings import Finding
from ita_data.place import Place


def sheet_hidden(place: Place) -> Finding:
    return Finding(
        code="sheet-hidden",
        severity="warning",
        message=f"แผ่นงาน “{place.sheet}” ถูกซ่อนไว้ จึงไม่ได้อ่าน",
        advice="หากมีข้อมูลของรายงานอยู่ในแผ่นงานนี้ โปรดยกเลิกการซ่อนแล้วนำเข้าไฟล์อีกครั้ง",
        place=place,
    )


def rows_hidden(place: Place, count: int) -> Finding:
    return Finding(
        code="rows-hidden",
        severity="advice",
        message=f"แผ่นงาน “{place.sheet}” มีแถวที่ซ่อนไว้ {count} แถว ซึ่งอ่านรวมไว้ด้วยแล้ว",
        advice="โปรดตรวจสอบว่าแถวที่ซ่อนไว้เป็นข้อมูลของรายงานฉบับนี้จริง หากไม่ใช่ โปรดลบออกจากไฟล์",
        place=place,
    )


def header_not_found(place: Place) -> Finding:
    return Finding(
        code="header-not-found",
        severity="error",
        message=f"พบตารางใน {place} แต่ไม่พบหัวตารางที่รู้จัก จึงยังไม่ได้อ่านมาตรการในตารางนี้",
        advice="โปรดจับคู่คอลัมน์ในหน้านำเข้า หรือใส่หัวตารางตามแบบรายงานแล้วนำเข้าอีกครั้ง",
        place=place,
    )


def table_not_read(place: Place) -> Finding:
    return Finding(
        code="table-not-read",
        severity="advice",
        message=f"พบตารางอื่นใน {place} ที่ไม่มีหัวตารางตามแบบรายงาน จึงไม่ได้อ่านเป็นมาตรการ",
        advice="หากตารางนี้เป็นส่วนหนึ่งของรายงาน โปรดจับคู่คอลัมน์ในหน้านำเข้า",
        place=place,
    )


def files_joined(count: int) -> Finding:
    return Finding(
        code="files-joined",
        severity="advice",
        message=f"อ่าน {count} ไฟล์เป็นรายงานฉบับเดียวกัน เพราะเป็นหน่วยงานและปีงบประมาณเดียวกัน "
        "และลำดับที่ไม่ซ้ำกัน",
        advice="โปรดตรวจสอบว่าทุกไฟล์เป็นหน้าของรายงานฉบับเดียวกันจริง หากไม่ใช่ โปรดนำเข้าทีละไฟล์",
    )


def table_joined(place: Place) -> Finding:
    return Finding(
        code="table-joined",
        severity="advice",
        message=f"ตารางใน {place} มีมาตรการเดียวกับตารางก่อนหน้า จึงรวมข้อมูลไว้เป็นมาตรการเดียวกัน",
        advice="โปรดตรวจสอบว่าข้อมูลของแต่ละมาตรการรวมกันถูกต้อง",
        place=place,
    )


def title_column_missing(place: Place, label: str) -> Finding:
    return Finding(
        code="column-missing",
        severity="error",
        message=f"ตารางใน {place} ไม่มีคอลัมน์ “{label}” จึงอ่านมาตรการไม่ได้",
        advice="โปรดเลือกว่าคอลัมน์ใดคือชื่อมาตรการในหน้านำเข้า",
        place=place,
    )


def column_missing(place: Place, label: str) -> Finding:
    return Finding(
        code="column-missing",
        severity="warning",
        message=f"ตารางใน {place} ไม่มีคอลัมน์ “{label}” ตามแบบรายงาน",
        advice="โปรดตรวจสอบหัวตาราง หรือเลือกคอลัมน์ที่ตรงกันในหน้านำเข้า",
        place=place,
    )


def column_guessed(place: Place, header: str, label: str) -> Finding:
    return Finding(
        code="column-guessed",
        severity="advice",
        message=f"หัวคอลัมน์ “{header}” ไม่ตรงกับแบบรายงาน จึงอ่านเป็น “{label}” เพราะใกล้เคียงที่สุด",
        advice="โปรดตรวจสอบการจับคู่คอลัมน์ และแก้ไขหากไม่ถูกต้อง",
        place=place,
        words=header,
    )


def no_measures(place: Place | None) -> Finding:
    return Finding(
        code="no-measures",
        severity="error",
        message="ไม่พบมาตรการในไฟล์นี้",
        advice="โปรดตรวจสอบว่าเลือกไฟล์รายงานที่มีตารางมาตรการ และหัวตารางเป็นไปตามแบบรายงาน",
        place=place,
    )


def agency_missing() -> Finding:
    return Finding(
        code="agency-missing",
        severity="error",
        message="ไม่พบชื่อหน่วยงานในไฟล์นี้",
        advice="โปรดระบุชื่อหน่วยงาน หรือเพิ่มชื่อหน่วยงานไว้เหนือตารางแล้วนำเข้าอีกครั้ง",
    )


def fiscal_year_missing(likely: int | None) -> Finding:
    hint = f" (ระยะเวลาของทุกมาตรการอยู่ในปีงบประมาณ {likely})" if likely else ""
    return Finding(
        code="fiscal-year-missing",
        severity="error",
        message="ไม่พบปีงบประมาณของรายงานในไฟล์นี้",
        advice=f"โปรดระบุปีงบประมาณของรายงาน{hint}",
    )


NAMES = {
    "agency": "ชื่อหน่วยงาน",
    "district": "ชื่ออำเภอ",
    "province": "ชื่อจังหวัด",
    "fiscal_year": "ปีงบประมาณ",
}


def titles_differ(name: str, used: str, times: int, other: str, place: Place) -> Finding:
    """Two titles that disagree; `used` was read `times` times, `other` stands at `place`."""
    what = NAMES[name]
    return Finding(
        code=f"{name.replace('_', '-')}-differs",
        severity="warning",
        message=f"{what}ในไฟล์ไม่ตรงกัน: {place} เขียนว่า “{other}” แต่ใช้ “{used}” ซึ่งพบ {times} ครั้ง",
        advice=f"โปรดตรวจสอบ{what}ที่ถูกต้อง แล้วแก้ไขในเอกสารให้ตรงกัน",
        place=place,
        words=other,
    )


def markup(place: Place, label: str, measure_id: str) -> Finding:
    return Finding(
        code="markup",
        severity="warning",
        message=f"{place} (คอลัมน์ “{label}”) มีรหัสของหน้าเว็บปนอยู่กับข้อความ จึงตัดรหัสออกแล้ว ข้อความอยู่ครบ",
        advice="โปรดตรวจสอบข้อความที่อ่านได้ และวางข้อความใหม่แบบไม่มีรูปแบบในเอกสารต้นฉบับ",
        place=place,
        measure_id=measure_id,
    )


def title_missing(place: Place, measure_id: str) -> Finding:
    return Finding(
        code="title-missing",
        severity="warning",
        message=f"{place} ไม่มีชื่อมาตรการ/โครงการ/กิจกรรม",
        advice="โปรดเพิ่มชื่อมาตรการของแถวนี้",
        place=place,
        measure_id=measure_id,
    )


def number_unread(place: Place, words: str, measure_id: str) -> Finding:
    return Finding(
        code="number-unread",
        severity="advice",
        message=f"{place} มีลำดับที่ “{words}” ซึ่งไม่ใช่เลขลำดับ จึงเว้นลำดับที่ไว้",
        advice="โปรดระบุลำดับที่เป็นตัวเลข เช่น 1 หรือ ๑",
        place=place,
        measure_id=measure_id,
        words=words,
    )


def number_missing(place: Place, measure_id: str) -> Finding:
    return Finding(
        code="number-missing",
        severity="advice",
        message=f"{place} อ่านเป็นมาตรการหนึ่ง แม้ไม่มีลำดับที่",
        advice="โปรดตรวจสอบว่าแถวนี้เป็นมาตรการแยกต่างหาก แล้วใส่ลำดับที่ให้ครบ",
        place=place,
        measure_id=measure_id,
    )


def period_unreadable(place: Place, words: str, problem: str, measure_id: str) -> Finding:
    return Finding(
        code="period-unreadable",
        severity="warning",
        message=f"{place} อ่านระยะเวลา “{words}” เป็นวันที่ไม่ได้ แต่ยังคงข้อความเดิมไว้",
        advice=problem,
        place=place,
        measure_id=measure_id,
        words=words,
    )


def period_assumed(place: Place, words: str, read: str, problem: str, measure_id: str) -> Finding:
    return Finding(
        code="period-assumed",
        severity="warning",
        message=f"{place} ระยะเวลา “{words}” อ่านได้เป็น {read}: {problem}",
        advice="โปรดตรวจสอบวันเริ่มต้นและวันสิ้นสุด และแก้ไขหากไม่ถูกต้อง",
        place=place,
        measure_id=measure_id,
        words=words,
    )


def period_from_marks(place: Place, words: str, read: str, measure_id: str) -> Finding:
    return Finding(
        code="period-from-marks",
        severity="advice",
        message=f"{place} ทำเครื่องหมายไว้ที่ {words} จึงอ่านระยะเวลาเป็น {read}",
        advice="โปรดตรวจสอบวันเริ่มต้นและวันสิ้นสุด หากมีช่วงที่เว้นไว้ระหว่างนั้น",
        place=place,
        measure_id=measure_id,
        words=words,
    )


def budget_from_steps(place: Place, words: str, measure_id: str) -> Finding:
    """No column holds the budget; the steps name one."""
    return Finding(
        code="budget-from-steps",
        severity="advice",
        message=f"ไม่มีงบประมาณในคอลัมน์ของตัวเอง จึงใช้ “{words}” จากขั้นตอนใน {place}",
        advice="โปรดตรวจสอบงบประมาณของมาตรการนี้",
        place=place,
        measure_id=measure_id,
        words=words,
    )


def quantities_left_out(place: Place, count: int, read: int, measure_id: str) -> Finding:
    return Finding(
        code="quantities-left-out",
        severity="warning",
        message=f"{place} มีจำนวนและความถี่ {count:,} แห่ง จึงเสนอเป็นตัวชี้วัดเพียง {read:,} แห่งแรก "
        "ส่วนข้อความยังเก็บไว้ครบ",
        advice="โปรดแยกข้อความนี้เป็นหลายมาตรการหรือหลายแถว แล้วนำเข้าไฟล์อีกครั้ง",
        place=place,
        measure_id=measure_id,
    )


def date_converted(place: Place, words: str, read: str, measure_id: str) -> Finding:
    """A serial number, or a year typed in the Buddhist era, that was read as a day."""
    return Finding(
        code="date-converted",
        severity="advice",
        message=f"{place} เก็บวันที่ไว้เป็น “{words}” จึงอ่านเป็น {read}",
        advice="โปรดตรวจสอบวันที่นี้ และแก้ไขหากไม่ถูกต้อง",
        place=place,
        measure_id=measure_id,
        words=words,
    )


def departments_unread(place: Place, words: str, measure_id: str) -> Finding:
    return Finding(
        code="departments-unread",
        severity="advice",
        message=f"{place} ระบุผู้รับผิดชอบว่า “{words}” แต่ไม่พบชื่อส่วนราชการ",
        advice="โปรดระบุชื่อสำนักหรือกองที่รับผิดชอบด้วย",
        place=place,
        measure_id=measure_id,
        words=words,
    )


def budget_unread(place: Place, words: str, measure_id: str) -> Finding:
    return Finding(
        code="budget-unread",
        severity="advice",
        message=f"{place} อ่านงบประมาณ “{words}” เป็นจำนวนเงินไม่ได้ จึงเก็บไว้เป็นข้อความ",
        advice="โปรดระบุงบประมาณเป็นจำนวนเงิน (บาท)",
        place=place,
        measure_id=measure_id,
        words=words,
    )


def indicator_without_measure(place: Place, name: str) -> Finding:
    return Finding(
        code="indicator-without-measure",
        severity="warning",
        message=f"{place} ตัวชี้วัด “{name}” ไม่ได้ระบุมาตรการที่มีอยู่ จึงยังไม่ได้นำเข้าตัวชี้วัดนี้",
        advice="โปรดใส่ลำดับที่ของมาตรการให้ตรงกับแผ่นงาน “มาตรการ”",
        place=place,
        words=name,
    )


def amount_unread(place: Place, words: str) -> Finding:
    return Finding(
        code="amount-unread",
        severity="warning",
        message=f"{place} อ่าน “{words}” เป็นจำนวนไม่ได้ จึงยังไม่ได้นับ",
        advice="โปรดใส่ตัวเลขตั้งแต่ 0 ขึ้นไป เช่น 12 หรือ 85.5",
        place=place,
        words=words,
    )


def result_without_indicator(place: Place, key: str) -> Finding:
    return Finding(
        code="result-without-indicator",
        severity="warning",
        message=f"{place} มีผลของรหัสตัวชี้วัด “{key}” ซึ่งไม่มีตัวชี้วัดที่ระบุชื่อไว้ จึงยังไม่ได้นับ",
        advice="โปรดใส่ชื่อตัวชี้วัดของรหัสนี้ในแผ่นงาน “ตัวชี้วัด” หรือแก้รหัสให้ตรงกัน",
        place=place,
        words=key,
    )


def result_without_day(place: Place, words: str) -> Finding:
    return Finding(
        code="result-without-day",
        severity="warning",
        message=f"{place} อ่านวันที่ของผล “{words}” ไม่ได้ จึงยังไม่ได้นับ",
        advice="โปรดใส่วันที่ของผล เช่น 22/11/2568",
        place=place,
        words=words,
    )


def proof_without_result(place: Place, address: str) -> Finding:
    return Finding(
        code="proof-without-result",
        severity="warning",
        message=f"{place} มีหลักฐาน “{address}” แต่ไม่พบผลในเดือนเดียวกัน จึงยังไม่ได้ใช้",
        advice="โปรดใส่ผลของเดือนนั้นในแผ่นงาน “ผลรายเดือน” หรือแก้วันที่ให้ตรงกับผล",
        place=place,
        words=address,
    )


def month_differs(place: Place, amount: float, count: int) -> Finding:
    return Finding(
        code="month-differs",
        severity="warning",
        message=f"{place} ใส่ผลของเดือนไว้ {amount:g} ซึ่งไม่ตรงกับผล {count} รายการของเดือนนั้น "
        "จึงใช้ผลรายรายการ",
        advice="โปรดแก้จำนวนในแผ่นงาน “ผลและหลักฐาน” ให้ตรงกับผลของเดือน",
        place=place,
    )
