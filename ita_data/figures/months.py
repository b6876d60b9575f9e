"""Months × indicators: what fell due and what was done, as a table that reads without colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from ita_data.dates import fiscal_year_of, month_short
from ita_data.figures.lines import IndicatorLine
from ita_data.words import number_words

# What a month's cell says besides its colour.
SIGNS = {"covered": "✓", "late": "ค้าง", "waiting": "○", "done": "•", "none": ""}
STATE_WORDS = {
    "covered": "ทำครบตามกำหนด",
    "late": "ค้าง",
    "waiting": "ยังไม่ถึงกำหนด",
    "done": "มีผล ไม่มีกำหนดในเดือนนี้",
    "none": "ไม่มีกำหนด",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A month of an indicator: due dates in it, the amount done (None: no result), its state."""

    month: date
    due: int
    done: float | None
    state: str


def cells(monthly: pd.DataFrame, report_id: str) -> dict[str, tuple[Cell, ...]]:
    """By indicator id, twelve cells from October, out of the frame of `progress.monthly`."""
    found: dict[str, tuple[Cell, ...]] = {}
    for row in monthly[monthly["report_id"] == report_id].to_dict("records"):
        found[row["indicator_id"]] = (*found.get(row["indicator_id"], ()), _cell(row))
    return found


def _cell(row: Mapping[Any, Any]) -> Cell:
    done = row["done"]
    return Cell(
        month=row["month"].date(),
        due=int(row["due"]),
        done=None if done != done else float(done),
        state=row["state"],
    )


def heat_map(
    lines: Sequence[IndicatorLine], grid: Mapping[str, Sequence[Cell]], as_of: date
) -> str:
    """The table. An indicator without cells (no fiscal year known) is left out."""
    shown = [line for line in lines if line.indicator.id in grid]
    if not shown:
        return '<p class="ita-empty">ยังไม่มีกำหนดในปีงบประมาณนี้</p>'
    months = [cell.month for cell in grid[shown[0].indicator.id]]
    head = "".join(_month_head(month, as_of) for month in months)
    rows = "".join(_row(line, grid[line.indicator.id]) for line in shown)
    year = f"กำหนดและผลรายเดือน ปีงบประมาณ {fiscal_year_of(months[0])}"
    return (
        f'<div class="ita-wide" tabindex="0" role="region" aria-label="{year}">'
        f'<table class="ita-heat"><thead><tr><th scope="col">ตัวชี้วัด</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{_key()}"
    )


def _month_head(month: date, as_of: date) -> str:
    now = (month.year, month.month) == (as_of.year, as_of.month)
    words = "<small>เดือนที่ดู</small>" if now else ""
    return f'<th scope="col"{" class=now" if now else ""}>{month_short(month)}{words}</th>'


def _row(line: IndicatorLine, row: Sequence[Cell]) -> str:
    number = f"{line.measure.number}. " if line.measure.number is not None else ""
    body = "".join(_td(cell, line.indicator.unit) for cell in row)
    name = escape(f"{number}{line.indicator.name}")
    return f'<tr><th scope="row" title="{name}"><span>{name}</span></th>{body}</tr>'


def _td(cell: Cell, unit: str) -> str:
    if cell.state == "none":
        return "<td></td>"
    words = [STATE_WORDS[cell.state]]
    words += [f"ครบกำหนด {cell.due} ครั้ง"] if cell.due else []
    words += [f"ผล {number_words(cell.done)} {unit}".strip()] if cell.done is not None else []
    sign = SIGNS[cell.state] + (f" {cell.due}" if cell.due > 1 else "")
    return (
        f'<td title="{escape(" · ".join(words))}"><span class="h-{cell.state}">{sign}</span></td>'
    )


def _key() -> str:
    items = "".join(
        f'<span><i class="h-{state}">{SIGNS[state]}</i> {STATE_WORDS[state]}</span>'
        for state in ("covered", "late", "waiting", "done")
    )
    return f'<p class="ita-heat-key">{items}</p>'
