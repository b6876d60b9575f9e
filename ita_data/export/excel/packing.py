"""The parts of a workbook as one zip, packed lightly.

XlsxWriter packs as hard as zlib does by itself, which is a fifth of the time of a workbook of
a thousand measures; packed lightly the file is an eighth bigger. There is no setting for it.
"""

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings

LEVEL = 3
# The same workbook is the same file: no part says when it was made.
NO_TIME = (1980, 1, 1, 0, 0, 0)


class LightStrings(SharedStrings):  # type: ignore[misc]  # XlsxWriter has no types
    """The list of texts: the most have nothing to escape, and are written as they are."""

    def _write_si(self, string: str) -> None:
        if _is_plain(string):
            self.fh.write(f"<si><t>{string}</t></si>")
        else:
            super()._write_si(string)


def _is_plain(text: str) -> bool:
    """Whether XlsxWriter would change no letter of a printable text, nor keep white space."""
    marked = "<" in text or "&" in text or ">" in text or "_x" in text
    return not marked and text == text.strip()


class LightPackager(Packager):  # type: ignore[misc]  # XlsxWriter has no types
    """Packs the parts itself and leaves XlsxWriter none to pack."""

    def __init__(self) -> None:
        super().__init__()
        self.packed = b""

    def _write_shared_strings_file(self) -> None:
        strings = LightStrings()
        strings.string_table = self.workbook.str_table
        strings._set_xml_writer(self._filename("xl/sharedStrings.xml"))
        strings._assemble_xml_file()

    def _create_package(self) -> list[Any]:
        data = io.BytesIO()
        with ZipFile(data, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
            for part, name, is_binary in super()._create_package():
                content = part.getvalue() if is_binary else part.getvalue().encode()
                archive.writestr(_entry(name), content, compresslevel=LEVEL)
        self.packed = data.getvalue()
        return []


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.compress_type = ZIP_DEFLATED
    return entry


class LightWorkbook(Workbook):  # type: ignore[misc]
    """A workbook in memory; `packed` closes it."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(io.BytesIO(), {**options, "in_memory": True})
        self._light = LightPackager()

    def _get_packager(self) -> LightPackager:
        return self._light

    def packed(self) -> bytes:
        """The file, once everything is written."""
        self.close()
        return self._light.packed
