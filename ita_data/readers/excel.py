"""Workbooks (xlsx, xls, ods): values by calamine, links and hidden rows from the parts."""

import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ita_data.grid import Grid, Merge, Value
from ita_data.readers import ods_extras, xlsx_extras
from ita_data.readers.archive import Archive
from ita_data.readers.characters import filled, tidy
from ita_data.readers.refusals import refusal
from ita_data.readers.sheet_extras import SheetExtras
from ita_data.settings import Limits

_NO_EXTRAS = SheetExtras()


def read(kind: str, data: bytes, archive: Archive | None, limits: Limits) -> tuple[Grid, ...]:
    """One grid a worksheet, in the workbook's order; hidden sheets too, marked.

    Whole numbers are int, true dates date or datetime, times of day text ("08:30").
    An error value such as #DIV/0! is an empty cell. `kind` is xlsx, ods or xls, which
    alone comes without an `archive`, and so without links and hidden rows.
    Raises UnreadableFile; calamine's own errors are for the caller to turn into one.
    """
    extras = _extras(kind, archive, limits) if archive else {}
    with CalamineWorkbook.from_object(io.BytesIO(data)) as workbook:
        sheets = [
            sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet
        ]
        if len(sheets) > limits.sheets:
            raise refusal("too-many-sheets", limit=f"{limits.sheets:,}")
        # Many sheets may be one and the same part: together they stay within the limits too.
        room = _Room(limits)
        return tuple(
            _grid(
                room.taken(workbook.get_sheet_by_name(sheet.name)),
                hidden=sheet.visible != SheetVisibleEnum.Visible,
                extras=extras.get(sheet.name, _NO_EXTRAS),
                limits=limits,
            )
            for sheet in sheets
        )


def _grid(sheet: CalamineSheet, *, hidden: bool, extras: SheetExtras, limits: Limits) -> Grid:
    top, left = sheet.start or (0, 0)
    rows = {
        row: cells
        for row, values in enumerate(sheet.to_python(), start=top + 1)
        if (cells := _cells(values, left + 1))
    }
    return Grid(
        sheet=tidy(sheet.name),
        rows=rows,
        merges=_merges(sheet, limits) or extras.merges,
        links=extras.links,
        hidden=hidden,
        hidden_rows=extras.hidden_rows,
    )


def _extras(kind: str, archive: Archive, limits: Limits) -> dict[str, SheetExtras]:
    if kind == "ods":
        return ods_extras.extras_of(archive, limits)
    return xlsx_extras.extras_of(archive)


class _Room:
    """What the sheets read so far take."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rows = self._cells = 0

    def taken(self, sheet: CalamineSheet) -> CalamineSheet:
        """The sheet, if there is room for it. Raises UnreadableFile."""
        bottom, right = sheet.end or (-1, -1)
        self._rows += sheet.height
        self._cells += sheet.height * sheet.width
        if right >= self._limits.columns:
            raise refusal("too-wide", limit=f"{self._limits.columns:,}")
        if max(bottom + 1, self._rows) > self._limits.rows:
            raise refusal("too-tall", limit=f"{self._limits.rows:,}")
        if self._cells > self._limits.cells:
            raise refusal("too-many-cells", limit=f"{self._limits.cells:,}")
        return sheet


def _cells(values: Iterable[object], left: int) -> dict[int, Value]:
    return {
        column: value
        for column, raw in enumerate(values, start=left)
        if raw != "" and (value := _value(raw)) is not None
    }


def _value(raw: object) -> Value:
    """calamine's value in the field's types; None for an empty cell."""
    if isinstance(raw, str):
        text = tidy(raw)
        return text if filled(text) else None
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() and abs(raw) < 2**53 else raw
    if isinstance(raw, time):
        return raw.isoformat("seconds" if raw.second else "minutes")
    if isinstance(raw, timedelta):
        return _duration(raw)
    if isinstance(raw, (bool, int, date, datetime)):
        return raw
    return None


def _duration(length: timedelta) -> str:
    """Hours and minutes as a workbook shows them: 30:00."""
    minutes = round(length.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


def _merges(sheet: CalamineSheet, limits: Limits) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or []
    if len(ranges) > limits.merges:
        raise refusal("too-many-merges", limit=f"{limits.merges:,} แห่ง")
    area = sum((bottom - top + 1) * (right - left + 1) for (top, left), (bottom, right) in ranges)
    if area > limits.merged_cells:
        raise refusal("too-many-merges", limit=f"{limits.merged_cells:,} เซลล์")
    return tuple(
        Merge(top=top + 1, left=left + 1, bottom=bottom + 1, right=right + 1)
        for (top, left), (bottom, right) in ranges
    )
