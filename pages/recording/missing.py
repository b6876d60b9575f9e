"""What fell due and is neither recorded nor typed, by indicator and month."""

from collections.abc import Mapping, Sequence
from datetime import date

from ita_data.figures import months
from ita_data.model import Basis
from ita_data.progress import monthly
from ita_data.recording import Cells, cell_key, cell_problems, shown
from pages import widgets
from pages.recording.desk import Desk
from pages.widgets.opened import MOST_ROWS
from pages.widgets.shelves import shelved

Late = Mapping[str, tuple[date, ...]]


@shelved(entries=200, heaviest=MOST_ROWS, weigh=len)
def _owed(which: widgets.Which, as_of: date) -> Late:
    """By indicator, the months that a result is missing in: as many as there are with a due date
    that passed uncovered by what is recorded.

    A result counts for the oldest due date, whatever its month. In a table of months that would
    ask for the very month that was just filled in: so months without any result come first.
    """
    progress = widgets.progress_on(which, as_of)
    frame = monthly(widgets.tables_of_version(which), progress, Basis.RECORDED)
    return {key: _without_result(row) for key, row in months.cells(frame, which.key).items()}


def _without_result(row: Sequence[months.Cell]) -> tuple[date, ...]:
    late = [cell.month for cell in row if cell.state == "late"]
    passed = [cell for cell in row if cell.state in ("late", "covered") and cell.due]
    empty = [cell.month for cell in passed if cell.done is None][-len(late) :] if late else []
    others = [month for month in late if month not in empty]
    return tuple(sorted([*empty, *others[: len(late) - len(empty)]]))


def missing(here: Desk, cells: Cells) -> Late:
    """The months that are owed and still empty in the table."""
    owed = _owed(here.opened.which, here.opened.as_of)
    left = {
        one: tuple(m for m in owed.get(one, ()) if not _filled(here, cells, one, m))
        for one in here.indicators
    }
    return {one: found for one, found in left.items() if found}


def missing_words(late: Late) -> str:
    """How many are missing, as HTML."""
    if not late:
        return "<p>ผลที่ครบกำหนดแล้วมีครบทุกช่อง</p>"
    count = sum(map(len, late.values()))
    return f"<p>ผลที่ครบกำหนดแล้วแต่ยังไม่มี <b>{count} ช่อง</b> ใน {len(late)} ตัวชี้วัด เดือนที่มี ● ที่หัวคอลัมน์</p>"


def _filled(here: Desk, cells: Cells, one: str, month: date) -> bool:
    """Typed, in this round, as a number that can be kept: what is recorded there was too
    little, or it would not be owed."""
    key = cell_key(one, month)
    if key not in here.work.cells or not shown(here.work, cells, key).strip():
        return False
    return "amount" not in cell_problems(key, here.work, cells, here.today)
