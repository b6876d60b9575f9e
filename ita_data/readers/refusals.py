"""Why a file is not let in: one Thai sentence a case, naming the limit and the way out."""

from ita_data.errors import UnreadableFile

_WELCOME = "Excel (.xlsx .xls), LibreOffice (.ods), Word (.docx), CSV, ข้อความ (.txt) หรือ HTML"
_SAVE_SMALLER = "โปรดลบส่วนที่ไม่เกี่ยวกับรายงานออก บันทึกใหม่ แล้วนำเข้าอีกครั้ง"

_SENTENCES = {
    "empty": "ไฟล์นี้ว่างเปล่า ไม่มีข้อมูลอยู่เลย โปรดเลือกไฟล์รายงานที่มีข้อมูลแล้วนำเข้าอีกครั้ง",
    "too-large": "ไฟล์นี้ใหญ่เกิน {limit} โปรดลบรูปภาพหรือแผ่นงานที่ไม่ใช้ออก บันทึกใหม่ แล้วนำเข้าอีกครั้ง",
    "encrypted": ("ไฟล์นี้ตั้งรหัสผ่านไว้ โปรดเปิดใน {program} ยกเลิกรหัสผ่าน บันทึกใหม่ แล้วนำเข้าอีกครั้ง"),
    "damaged": (
        "ไฟล์นี้เสียหายหรือดาวน์โหลดมาไม่ครบ โปรดเปิดไฟล์ต้นฉบับในโปรแกรมที่ใช้สร้าง บันทึกใหม่ แล้วนำเข้าอีกครั้ง"
    ),
    "foreign": "ไฟล์นี้เป็น{what} ซึ่งยังอ่านเป็นรายงานไม่ได้ โปรดบันทึกรายงานเป็น "
    + _WELCOME
    + " แล้วนำเข้าอีกครั้ง",
    "not-a-workbook": (
        "ทำเครื่องหมายได้เฉพาะไฟล์ Excel (.xlsx .xlsm) โปรดเปิดไฟล์นี้ใน Excel หรือ LibreOffice "
        "บันทึกเป็น .xlsx แล้วนำเข้าอีกครั้ง"
    ),
    "unpacks-too-large": "เนื้อหาในไฟล์นี้เมื่อเปิดออกแล้วใหญ่เกิน {limit} " + _SAVE_SMALLER,
    "packed-too-tight": (
        "เนื้อหาในไฟล์นี้ถูกบีบอัดเกิน {limit} เท่า ซึ่งผิดปกติ โปรดเปิดไฟล์ต้นฉบับ บันทึกใหม่ แล้วนำเข้าอีกครั้ง"
    ),
    "too-many-parts": "ไฟล์นี้มีส่วนประกอบภายในเกิน {limit} ส่วน " + _SAVE_SMALLER,
    "too-many-sheets": (
        "ไฟล์นี้มีแผ่นงานเกิน {limit} แผ่น โปรดเก็บไว้เฉพาะแผ่นงานของรายงาน บันทึกใหม่ แล้วนำเข้าอีกครั้ง"
    ),
    "too-wide": "ตารางในไฟล์นี้กว้างเกิน {limit} คอลัมน์ โปรดลบคอลัมน์ที่ไม่ใช้ทางขวาออก บันทึกใหม่ แล้วนำเข้าอีกครั้ง",
    "too-tall": "ตารางในไฟล์นี้ยาวเกิน {limit} แถว โปรดลบแถวที่ไม่ใช้ด้านล่างออก บันทึกใหม่ แล้วนำเข้าอีกครั้ง",
    "too-many-cells": (
        "ตารางในไฟล์นี้ครอบคลุมเกิน {limit} เซลล์ โปรดลบแถวและคอลัมน์ที่ไม่ใช้ออก บันทึกใหม่ แล้วนำเข้าอีกครั้ง"
    ),
    "too-many-rows": (
        "ไฟล์นี้มีข้อมูลเกิน {limit} แถว ซึ่งมากเกินกว่าจะเป็นรายงาน "
        "โปรดแบ่งเป็นหลายไฟล์ ไฟล์ละหนึ่งหน่วยงาน แล้วนำเข้าอีกครั้ง"
    ),
    "too-many-tables": "ไฟล์นี้มีตารางเกิน {limit} ตาราง " + _SAVE_SMALLER,
    "too-many-merges": (
        "ไฟล์นี้มีการผสานเซลล์เกิน {limit} โปรดยกเลิกการผสานเซลล์ที่ไม่จำเป็น บันทึกใหม่ แล้วนำเข้าอีกครั้ง"
    ),
    "too-much-text": "ไฟล์นี้มีข้อความเกิน {limit} " + _SAVE_SMALLER,
    "too-big": "ไฟล์นี้ต้องใช้หน่วยความจำมากเกินกว่าที่ระบบรับได้ " + _SAVE_SMALLER,
    "unsafe": ("ไฟล์นี้มีคำสั่งแทรกที่รายงานทั่วไปไม่มีและอาจไม่ปลอดภัย โปรดเปิดไฟล์ต้นฉบับ บันทึกใหม่ แล้วนำเข้าอีกครั้ง"),
}


def refusal(code: str, **words: str) -> UnreadableFile:
    """The exception to raise; `words` fill the sentence's gaps (limit, program, what)."""
    return UnreadableFile(code, _SENTENCES[code].format(**words))


def megabytes(count: int) -> str:
    """A limit in bytes as an officer reads it: 20 MB (kilobytes below one megabyte)."""
    if count < 1024 * 1024:
        return f"{count / 1024:,.0f} KB"
    return f"{count / (1024 * 1024):,.0f} MB"
