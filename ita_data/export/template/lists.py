"""Lists to choose from, on a sheet of their own that is hidden."""

from collections.abc import Sequence

from ita_data.export.excel.book import Page
from ita_data.forms import words
from ita_data.model import Cadence, Report
from ita_data.words import DECISION_WORDS, STATUS_WORDS, cadence_words

UNITS = (
    "ครั้ง", "เล่ม", "คู่มือ", "ช่องทาง", "ร้อยละ", "คน", "ราย", "เรื่อง", "ฉบับ", "โครงการ",
    "กิจกรรม", "รายงาน",
)  # fmt: skip
CADENCES = (
    Cadence(), Cadence(every_days=7), Cadence(every_months=1), Cadence(every_months=3),
    Cadence(every_months=6), Cadence(per_year=1), Cadence(per_year=2), Cadence(per_year=4),
)  # fmt: skip


def lists_of(report: Report) -> dict[str, list[str]]:
    """What can be chosen in each column, by its name in words.toml."""
    choices = words()["tracking"]["choices"]
    departments = (each for measure in report.measures for each in measure.departments)
    return {
        "comparison": list(choices["comparison"].values()),
        "level": list(choices["level"].values()),
        "target_from": list(choices["target_from"].values()),
        "decision": list(DECISION_WORDS.values()),
        "status": list(STATUS_WORDS.values()),
        "cadence": [cadence_words(cadence) for cadence in CADENCES],
        "unit": list(UNITS),
        "department": sorted(set(departments)),
    }


def write_lists(page: Page, report: Report) -> None:
    columns = words()["tracking"]["columns"]
    for at, (name, values) in enumerate(lists_of(report).items()):
        for row, text in enumerate([columns[name], *values]):
            page.text(row, at, text, "data")
    page.sheet.hide()


def offer(page: Page, name: str, at: int, rows: tuple[int, int], report: Report) -> None:
    """Lets a column choose from its list; other words may be typed where they make sense."""
    lists: dict[str, list[str]] = lists_of(report)
    if not lists[name]:
        return
    column = list(lists).index(name)
    sheet = words()["tracking"]["sheets"]["lists"]
    letter = chr(ord("A") + column)
    strict = name not in ("unit", "department", "cadence")
    page.sheet.data_validation(
        rows[0], at, rows[1], at,
        {
            "validate": "list",
            "source": f"='{sheet}'!${letter}$2:${letter}${len(lists[name]) + 1}",
            "error_type": "stop" if strict else "information",
            "error_title": "โปรดเลือกจากรายการ",
            "error_message": "คำนี้ไม่มีในรายการ โปรดเลือกจากรายการที่กำหนดไว้",
            "show_error": strict,
        },
    )  # fmt: skip


def only_numbers(page: Page, columns: Sequence[int], rows: tuple[int, int]) -> None:
    """Amounts are numbers of zero or more."""
    for at in columns:
        page.sheet.data_validation(
            rows[0], at, rows[1], at,
            {
                "validate": "decimal", "criteria": ">=", "value": 0,
                "error_title": "โปรดใส่ตัวเลข",
                "error_message": "ช่องนี้รับเฉพาะตัวเลขตั้งแต่ 0 ขึ้นไป",
            },
        )  # fmt: skip
