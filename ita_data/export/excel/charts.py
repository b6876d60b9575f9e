"""Native charts of the summary, over the cells of its own sheet. Bars only: they print."""

from collections.abc import Sequence
from typing import Any

from ita_data.export.excel.book import FONT, INK, LINE, Page
from ita_data.export.lines import BASES
from ita_data.model import Basis
from ita_data.words import BASIS_WORDS, STATUS_COLOURS, percent_words

SIZE = {"width": 540, "height": 300}
WORDS = {"name": FONT, "size": 9, "color": INK}
# Claimed is hatched, recorded light, evidenced dark: they stay apart in grey print.
BASIS_FILLS: dict[Basis, dict[str, Any]] = {
    Basis.CLAIMED: {
        "pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#8FA3BF", "bg_color": "#FFFFFF"}
    },
    Basis.RECORDED: {"fill": {"color": "#7FA1CC"}},
    Basis.EVIDENCED: {"fill": {"color": "#1F3A5F"}},
}


def by_status(page: Page, first: int, count: int) -> Any:
    """Indicators by status: a column each, in the status's colour."""
    chart = page.book.workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": "ตัวชี้วัด",
            "categories": [page.name, first, 0, first + count - 1, 0],
            "values": [page.name, first, 3, first + count - 1, 3],
            "points": [{"fill": {"color": colour}} for colour in STATUS_COLOURS.values()],
            "data_labels": {"value": True, "font": WORDS},
            "gap": 60,
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"num_font": WORDS, "line": {"color": LINE}})
    return _dressed(chart, "จำนวนตัวชี้วัดตามสถานะ")


def by_measure(page: Page, first: int, count: int) -> Any:
    """Percent of each measure on the three bases, in the order of the table."""
    chart = page.book.workbook.add_chart({"type": "bar"})
    for column, basis in enumerate(BASES, start=2):
        chart.add_series(
            {
                "name": BASIS_WORDS[basis],
                "categories": [page.name, first, 0, first + count - 1, 0],
                "values": [page.name, first, column, first + count - 1, column],
                "border": {"color": "#1F3A5F", "width": 0.5},
                "gap": 40,
                **BASIS_FILLS[basis],
            }
        )
    chart.set_legend({"position": "bottom", "font": WORDS})
    _shares(chart, "มาตรการที่")
    return _dressed(chart, "ความก้าวหน้ารายมาตรการ")


def by_department(page: Page, first: int, shares: Sequence[float | None], basis_words: str) -> Any:
    """Percent of each department on the chosen basis, its words beside each bar."""
    last = first + len(shares) - 1
    words = [
        {"delete": True} if share is None else {"value": percent_words(share)} for share in shares
    ]
    chart = page.book.workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": basis_words,
            "categories": [page.name, first, 0, last, 0],
            "values": [page.name, first, 4, last, 4],
            "fill": {"color": "#7FA1CC"},
            "border": {"color": "#1F3A5F", "width": 0.5},
            "data_labels": {"value": True, "font": WORDS, "custom": words},
            "gap": 40,
        }
    )
    chart.set_legend({"none": True})
    _shares(chart, "")
    return _dressed(chart, f"ความก้าวหน้าตามผู้รับผิดชอบ ({basis_words})")


def _shares(chart: Any, names: str) -> None:
    """Bars from the top down, from 0 to 100 %."""
    chart.set_y_axis({"reverse": True, "num_font": WORDS, **_named(names)})
    chart.set_x_axis(
        {
            "min": 0,
            "max": 1,
            "num_format": "0%",
            "num_font": WORDS,
            "major_gridlines": {"visible": True, "line": {"color": "#E3E8EF"}},
        }
    )


def _named(name: str) -> dict[str, Any]:
    return {"name": name, "name_font": {**WORDS, "bold": False}} if name else {}


def _dressed(chart: Any, title: str) -> Any:
    chart.set_title({"name": title, "name_font": {**WORDS, "size": 12}, "overlay": False})
    chart.set_size(SIZE)
    chart.set_chartarea({"border": {"color": LINE}})
    return chart
