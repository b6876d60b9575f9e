"""From an officer's workbook and what was observed to the same workbook, marked."""

from collections.abc import Sequence

from ita_data.errors import UnreadableFile
from ita_data.export.marked import is_signed, marked_workbook
from ita_data.findings import Finding
from ita_data.readers import parts_of_workbook
from ita_data.settings import Settings

__all__ = ["mark"]

DEFAULT_SETTINGS = Settings()
_SIGNED = (
    "ไฟล์นี้ลงลายมือชื่อดิจิทัลไว้ หากทำเครื่องหมายในไฟล์ ลายมือชื่อจะใช้ไม่ได้ จึงไม่ได้ทำ "
    "โปรดบันทึกเป็นสำเนาที่ไม่ลงลายมือชื่อ แล้วลองอีกครั้ง"
)
_ODD = "โครงสร้างภายในไฟล์นี้ไม่เป็นไปตามปกติ จึงไม่ได้ทำเครื่องหมายไว้ โปรดเปิดไฟล์ใน Excel บันทึกใหม่ แล้วลองอีกครั้ง"


def mark(
    data: bytes, findings: Sequence[Finding], *, settings: Settings = DEFAULT_SETTINGS
) -> bytes:
    """The workbook with its findings marked; everything else in it as it is.

    Raises UnreadableFile for what is not let in, for other formats than xlsx and xlsm, and
    for a workbook that cannot be changed without losing something.
    """
    parts = parts_of_workbook(data, settings.limits)
    if is_signed(parts):
        raise UnreadableFile("signed", _SIGNED)
    try:
        return marked_workbook(parts, findings)
    except (ValueError, KeyError) as error:
        raise UnreadableFile("not-marked", _ODD) from error
