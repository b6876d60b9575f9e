"""The officer's own workbook with its findings marked: a fill, a comment, a sign before the row.

Works on the parts of the file, not through a library that writes a workbook anew: what is not
marked stays as it is, byte for byte (pictures, charts, macros, pivot tables, formats). Why:
docs/adr/0008.
"""

from collections.abc import Iterable, Mapping

from ita_data.export.marked.cells import CellMarks, mark_cells
from ita_data.export.marked.comments import add_comments
from ita_data.export.marked.parts import Parts
from ita_data.export.marked.sheets import Sheet, sheets_of
from ita_data.export.marked.styles import Fills
from ita_data.findings import Finding, most_serious_first
from ita_data.thai import squash

__all__ = ["is_signed", "marked_workbook"]


def is_signed(names: Iterable[str]) -> bool:
    """Whether a workbook with these parts carries a digital signature, which any change breaks."""
    return any(name.startswith("_xmlsignatures/") for name in names)


def marked_workbook(parts: Mapping[str, bytes], findings: Iterable[Finding]) -> bytes:
    """The workbook of these parts as an xlsx (or xlsm) file with each finding at its cell.

    A finding about a row stands at the row's first filled cell, one about a sheet at the
    sheet's first, one without a place on the first sheet shown. Findings on a sheet that the
    workbook has not are left out. Raises ValueError where a part is no well-formed XML.
    """
    package = Parts(parts)
    sheets = sheets_of(package)
    fills = Fills(package)
    for sheet, marks in _by_sheet(sheets, most_serious_first(tuple(findings))):
        comments = mark_cells(package, sheet.part, marks, fills)
        add_comments(package, sheet.part, comments)
    fills.write()
    return package.zipped()


def _by_sheet(sheets: list[Sheet], findings: Iterable[Finding]) -> list[tuple[Sheet, CellMarks]]:
    by_name = {squash(sheet.name): sheet for sheet in sheets}
    first = next((sheet for sheet in sheets if not sheet.hidden), None)
    found: dict[str, CellMarks] = {}
    for finding in findings:
        sheet = by_name.get(squash(finding.place.sheet)) if finding.place else first
        if sheet:
            found.setdefault(sheet.part, []).append(finding)
    return [(sheet, found[sheet.part]) for sheet in sheets if sheet.part in found]
