"""What LibreOffice makes of a workbook: a macro opens it, types as an officer would or lets the
rows be as high as their texts need, and saves it in place."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ita_data.export.fonts import FOLDER

ABSENT = shutil.which("soffice") is None
# Cells as {"sheet!cell": what is typed}: typed, so that LibreOffice itself decides what it is.
Typed = Mapping[str, str]

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Fill(path As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, options())
{orders}
  book.store()
  book.close(True)
End Sub
</script:module>"""

_NEEDED = """  For number = 0 To book.Sheets.Count - 1
    book.Sheets.getByIndex(number).Rows.OptimalHeight = True
  Next"""


def edited(workbook: bytes, typed: Typed, folder: Path) -> bytes:
    """The workbook (xlsx) after the typing; `folder` is for a profile of its own."""
    return _after(
        "\n".join(_line(*at.rsplit("!", 1), words) for at, words in typed.items()), workbook, folder
    )


def with_needed_heights(workbook: bytes, folder: Path) -> bytes:
    """The workbook (xlsx) with every row as high as LibreOffice finds that its cells need, in
    Sarabun; merged cells ask for nothing."""
    (folder / "fonts").mkdir()
    for font in FOLDER.glob("Sarabun-*.ttf"):
        shutil.copy(font, folder / "fonts")
    return _after(_NEEDED, workbook, folder)


def _after(orders: str, workbook: bytes, folder: Path) -> bytes:
    path = folder / "แม่แบบ.xlsx"
    path.write_bytes(workbook)
    _soffice(folder, "--terminate_after_init")  # makes the profile that holds the macro
    module = folder / "profile/user/basic/Standard/Module1.xba"
    module.write_text(_MODULE.format(orders=orders), encoding="utf-8")
    _soffice(folder, f'macro:///Standard.Module1.Fill("{path}")')
    return path.read_bytes()


def _soffice(folder: Path, order: str) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--norestore", order]
    fonts = {**os.environ, "XDG_DATA_HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=fonts)


def _line(sheet: str, cell: str, words: str) -> str:
    where = f'book.Sheets.getByName("{sheet}").getCellRangeByName("{cell}")'
    return f'  {where}.FormulaLocal = "{words}"'
