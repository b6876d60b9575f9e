"""Whatever stands in a grid: no crash, and no text is lost."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.grid import Grid, Merge
from ita_data.loaded import Loaded
from ita_data.thai import squash
from tests.extract.hand import HEADER, TITLE, read

WORDS = st.sampled_from(
    [
        *HEADER, TITLE, "๑.", "2", "3)", "จัดทำคู่มือ", "๒. เผยแพร่ข้อมูล", "กองคลัง",
        "1 ต.ค. 67 - 30 ก.ย. 68",
        "รวมทั้งสิ้น", "ลงชื่อ ... ผู้รายงาน", "เทศบาลตำบลดอนแก้วใส", "-", "ด้านที่ 1", "เริ่มต้น", "X",
        "ทุกๆ ๓ เดือน", "(1)", "หมายเหตุ", "งบประมาณ", "ตัวชี้วัด", "5,000 บาท", "https://example.go.th/ก",
    ]
)  # fmt: skip
VALUES = st.one_of(
    WORDS, st.integers(-5, 60_000), st.floats(), st.booleans(), st.dates(), st.text(max_size=8),
    st.dates(date(2560, 1, 1), date(2570, 1, 1)),
)  # fmt: skip
ROWS = st.lists(st.lists(st.one_of(st.none(), VALUES), max_size=9), max_size=12)
MERGES = st.lists(
    st.tuples(st.integers(1, 12), st.integers(1, 9), st.integers(0, 3), st.integers(0, 6)),
    max_size=3,
)


def grid_of(
    rows: list[list[object]], merges: list[tuple[int, int, int, int]], header: bool
) -> Grid:
    table = [list(HEADER), *rows] if header else rows
    cells = {
        at: {column: value for column, value in enumerate(row, start=1) if value not in (None, "")}
        for at, row in enumerate(table, start=1)
    }
    ranges = tuple(
        Merge(top=top, left=left, bottom=top + down, right=left + right)
        for top, left, down, right in merges
    )
    return Grid(sheet="แผ่น1", rows={at: row for at, row in cells.items() if row}, merges=ranges)  # type: ignore[misc]


@settings(max_examples=250)
@given(rows=ROWS, merges=MERGES, header=st.booleans())
def test_any_grid_is_read_without_a_crash(
    rows: list[list[object]], merges: list[tuple[int, int, int, int]], header: bool
) -> None:
    loaded = read(grid_of(rows, merges, header))
    assert [measure.id for measure in loaded.report.measures] == [
        f"m{at + 1}" for at in range(len(loaded.report.measures))
    ]


@settings(max_examples=150)
@given(rows=st.lists(st.lists(st.one_of(st.none(), WORDS), max_size=9), max_size=10))
def test_no_text_of_a_table_is_lost(rows: list[list[str | None]]) -> None:
    loaded = read(grid_of([list(row) for row in rows], [], True))
    kept = squash(everything(loaded))
    lost = {text for row in rows for text in row if text and unnumbered(text) not in kept}
    assert lost <= TITLES | NUMBERS


# What becomes the report's agency, year or form, and what is kept as a number.
TITLES = {TITLE, "เทศบาลตำบลดอนแก้วใส"}
NUMBERS = {"๑.", "2", "3)", "(1)", "5,000 บาท", "-"}


def unnumbered(text: str) -> str:
    """The text for looking up: a number glued to a title is kept as the measure's number."""
    return squash(text.removeprefix("๒. "))


def everything(loaded: Loaded) -> str:
    report = loaded.report
    texts = [note.text for note in report.notes]
    texts += [column.header for table in loaded.tables for column in table.columns]
    for m in report.measures:
        texts += [m.title, m.steps, m.period_text, m.departments_text, m.target, m.output]
        texts += [m.outcome, m.declared_status or "", m.remarks, *m.extra.values()]
        texts += [item.address + item.label for item in m.evidence]
    return "\n".join(texts)
