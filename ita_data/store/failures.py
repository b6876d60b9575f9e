"""What stops the store, each as one Thai sentence; nothing that was stored is touched by it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ita_data.dates import FISCAL_YEARS
from ita_data.errors import Refusal

if TYPE_CHECKING:
    from ita_data.store.records import Version

REASONS = {
    "unwritable": "บันทึกลงโฟลเดอร์เก็บข้อมูลไม่ได้ โปรดตรวจสอบสิทธิ์ของโฟลเดอร์ "
    "หรือกำหนดโฟลเดอร์อื่นด้วย ITA_DATA_DIR ข้อมูลเดิมยังอยู่ครบ",
    "full": "เนื้อที่จัดเก็บเต็ม จึงยังไม่ได้บันทึกครั้งนี้ ข้อมูลเดิมยังอยู่ครบ โปรดเพิ่มเนื้อที่ว่างแล้วบันทึกอีกครั้ง",
    "locked": "มีการบันทึกอื่นค้างอยู่นาน จึงยังไม่ได้บันทึกครั้งนี้ ข้อมูลเดิมยังอยู่ครบ โปรดรอสักครู่แล้วลองอีกครั้ง",
    "damaged": "ข้อมูลที่เก็บไว้เสียหายจนอ่านไม่ได้ โปรแกรมไม่ได้แก้ไขสิ่งใด โปรดกู้คืนจากแฟ้มสำรองล่าสุด",
    "newer": "ข้อมูลนี้บันทึกด้วยโปรแกรมรุ่นใหม่กว่า โปรดปรับปรุงโปรแกรมก่อนเปิด ข้อมูลไม่ถูกแก้ไข",
    "unreachable": "ติดต่อฐานข้อมูลไม่ได้ โปรดตรวจสอบว่าเครื่องเก็บข้อมูลเปิดอยู่ และค่า ITA_DATABASE_URL ถูกต้อง",
    "bad-address": "ไม่รู้จักที่อยู่ฐานข้อมูล โปรดตรวจสอบค่า ITA_DATABASE_URL "
    "(ตัวอย่าง postgresql://ผู้ใช้@เครื่อง/ชื่อฐานข้อมูล)",
    "no-folder": "ไม่พบโฟลเดอร์ของที่อยู่ฐานข้อมูลที่ระบุ โปรดตรวจสอบที่อยู่ หรือสร้างโฟลเดอร์นั้นก่อน",
    "no-agency": "ยังไม่ทราบชื่อหน่วยงาน โปรดระบุชื่อหน่วยงานก่อนบันทึก",
    "no-year": "ยังไม่ทราบปีงบประมาณ โปรดระบุปีงบประมาณก่อนบันทึก",
    "bad-year": f"ปีงบประมาณต้องเป็น พ.ศ. ตั้งแต่ {FISCAL_YEARS[0]} ถึง {FISCAL_YEARS[-1]} "
    "โปรดแก้ไขปีงบประมาณก่อน ข้อมูลเดิมยังอยู่ครบ",
    "conflict": "มีผู้บันทึกรุ่นใหม่กว่าระหว่างที่ท่านแก้ไข จึงยังไม่ได้บันทึกครั้งนี้ โปรดตรวจดูสิ่งที่เปลี่ยนแล้วรวมเข้าด้วยกัน",
    "spent": "แบบร่างนี้บันทึกหรือทิ้งไปแล้วจากอีกหน้าต่างหนึ่ง จึงไม่ได้บันทึกซ้ำ ข้อมูลเดิมยังอยู่ครบ",
    "missing": "ไม่พบข้อมูลที่ขอ โปรดเปิดรายการล่าสุดแล้วเลือกอีกครั้ง",
    "bad-backup": "แฟ้มสำรองนี้ไม่สมบูรณ์หรือไม่ใช่แฟ้มสำรองของโปรแกรมนี้ จึงไม่ได้กู้คืน ข้อมูลเดิมยังอยู่ครบ",
    "backup-unwritable": "เขียนแฟ้มสำรองลงที่นั้นไม่ได้ โปรดเลือกโฟลเดอร์อื่นหรือเพิ่มเนื้อที่ว่าง ข้อมูลเดิมยังอยู่ครบ",
    "backup-onto-data": "ไม่ได้เขียนแฟ้มสำรองทับแฟ้มข้อมูลที่ใช้อยู่ โปรดใช้ชื่ออื่นหรือโฟลเดอร์อื่น ข้อมูลเดิมยังอยู่ครบ",
    "no-backup-folder": "ไม่พบโฟลเดอร์ที่จะเก็บแฟ้มสำรอง โปรดตรวจสอบที่อยู่ หรือสร้างโฟลเดอร์นั้นก่อน",
    "no-file": "ไม่พบแฟ้มสำรองที่ระบุ โปรดตรวจสอบชื่อแฟ้มแล้วลองอีกครั้ง",
    "failed": "บันทึกหรืออ่านข้อมูลไม่สำเร็จ ข้อมูลเดิมยังอยู่ครบ โปรดลองอีกครั้ง",
}
# https://www.sqlite.org/rescode.html (primary codes, the low byte)
SQLITE_CODES = {
    3: "unwritable", 5: "locked", 6: "locked", 8: "unwritable", 10: "unwritable",
    11: "damaged", 13: "full", 14: "unwritable", 26: "damaged",
}  # fmt: skip
# https://www.postgresql.org/docs/current/errcodes-appendix.html (whole code, else its class)
POSTGRES_CODES = {
    "53100": "full", "55P03": "locked", "40P01": "locked", "25006": "unwritable",
    "42501": "unwritable", "08": "unreachable", "28": "unreachable", "3D": "unreachable",
    "53": "unreachable", "57": "unreachable", "XX": "damaged", "58": "unwritable",
}  # fmt: skip
OS_CODES = {errno.ENOSPC: "full", errno.EDQUOT: "full"}


class StoreError(Refusal):
    """Storing or opening did not happen; `code` is a key of REASONS."""

    def __init__(self, code: str) -> None:
        super().__init__(code, REASONS[code])


class Conflict(StoreError):
    """The report changed underneath an edit. `newer` is its newest version, None: no version."""

    def __init__(self, newer: "Version | None") -> None:
        super().__init__("conflict")
        self.newer = newer


@contextmanager
def told_in_words(*, unwritable: str = "unwritable") -> Iterator[None]:
    """Errors of the database and of the file system leave as StoreError.

    `unwritable` is the case where a file cannot be written, if it is not the store's own.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        code = _code_of(error)
        raise StoreError(unwritable if code == "unwritable" else code) from error


def _code_of(error: Exception) -> str:
    """The case that a database's or the system's own code stands for."""
    if isinstance(error, DBAPIError) and isinstance(error.orig, Exception):
        return _code_of(error.orig)
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return "failed" if code is None else SQLITE_CODES.get(code & 0xFF, "failed")
    if isinstance(error, OSError):
        return OS_CODES.get(error.errno or 0, "unwritable")
    return _postgres_code(error)


def _postgres_code(error: Exception) -> str:
    state = getattr(error, "sqlstate", None)
    if state is None:
        # The driver gives no state when it never reached the server or lost it.
        return "unreachable" if type(error).__name__ == "OperationalError" else "failed"
    return POSTGRES_CODES.get(state) or POSTGRES_CODES.get(state[:2], "failed")
