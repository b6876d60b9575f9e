"""An officer's typing in LibreOffice: a macro opens the workbook, types, and saves it in place."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

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
{typing}
  book.store()
  book.close(True)
End Sub
</script:module>"""


def edited(workbook: bytes, typed: Typed, folder: Path) -> bytes:
    """The workbook (xlsx) after the typing; `folder` is for a profile of its own."""
    path = folder / "แม่แบบ.xlsx"
    path.write_bytes(workbook)
    _soffice(folder, "--terminate_after_init")  # makes the profile that holds the macro
    module = folder / "profile/user/basic/Standard/Module1.xba"
    module.write_text(_macro(typed), encoding="utf-8")
    _soffice(folder, f'macro:///Standard.Module1.Fill("{path}")')
    return path.read_bytes()


def _soffice(folder: Path, order: str) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--norestore", order]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _macro(typed: Typed) -> str:
    lines = [_line(*place.rsplit("!", 1), words) for place, words in typed.items()]
    return _MODULE.format(typing="\n".join(lines))


def _line(sheet: str, cell: str, words: str) -> str:
    where = f'book.Sheets.getByName("{sheet}").getCellRangeByName("{cell}")'
    return f'  {where}.FormulaLocal = "{words}"'
