"""What must hold of any report: its reading does not hang on layout, digits or chance."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data import UnreadableFile, load
from ita_data.loaded import Loaded
from ita_data.thai import to_thai_digits
from tests.cases.grid_files import FORMATS
from tests.cases.make import HEADER
from tests.writing import text_bytes, xlsx_bytes

WRITABLE = ("xlsx", "docx", "tsv", "utf16", "html", "mhtml-as", "xml2003")
TITLES = (("เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง",), ("ปีงบประมาณ 2568",))
CLAUSES = st.lists(
    st.sampled_from(
        ["จัดทำคู่มือ 3 เล่ม", "รายงานทุก 3 เดือน", "อบรม ปีละ 2 ครั้ง", "ไม่น้อยกว่าร้อยละ 80", "เผยแพร่ข่าว",
         "ไม่มีเรื่องร้องเรียน", "ตาม พ.ศ. 2540", "หมู่ที่ 4", "ก/ข", "“คำ”"]
    ),
    min_size=1, max_size=4,
).map(" ".join)  # fmt: skip
PERIODS = st.sampled_from(
    ["ต.ค. 67 - ก.ย. 68", "ไตรมาส 2", "ตลอดปีงบประมาณ", "1 ม.ค. 68 - 31 มี.ค. 68"]
)
ROWS = st.lists(
    st.tuples(CLAUSES, CLAUSES, PERIODS, st.just("กองคลัง"), CLAUSES, CLAUSES),
    min_size=1,
    max_size=5,
)
Row = Sequence[str]


def table(rows: Sequence[Row]) -> list[tuple[Any, ...]]:
    return [HEADER, *((at, *row) for at, row in enumerate(rows, start=1))]


def meaning(loaded: Loaded) -> list[Any]:
    """What the measures say, without where it stands."""
    return [
        (m.number, m.title, m.steps, m.period_text, m.start, m.end, m.departments, m.output,
         m.outcome, m.quantities)
        for m in loaded.report.measures
    ]  # fmt: skip


def read(rows: Sequence[Sequence[Any]]) -> Loaded:
    return load("x", xlsx_bytes({"ก": [*TITLES, *rows]}))


@settings(max_examples=30)
@given(rows=ROWS, kind=st.sampled_from(WRITABLE))
def test_every_format_reads_the_same(rows: list[Row], kind: str) -> None:
    sheets = {"รายงาน": ([*TITLES, *table(rows)], [])}
    assert meaning(load("x", FORMATS[kind][1](sheets))) == meaning(read(table(rows)))


@settings(max_examples=30)
@given(rows=ROWS, order=st.permutations(range(7)))
def test_the_order_of_columns_does_not_matter(rows: list[Row], order: list[int]) -> None:
    turned = [tuple(row[at] for at in order) for row in table(rows)]
    assert meaning(read(turned)) == meaning(read(table(rows)))


@settings(max_examples=30)
@given(rows=ROWS, blanks=st.lists(st.integers(0, 2), min_size=6, max_size=6))
def test_blank_rows_do_not_matter(rows: list[Row], blanks: list[int]) -> None:
    spaced: list[Sequence[Any]] = []
    for row, count in zip(table(rows), blanks, strict=False):
        spaced += [row, *[()] * count]
    assert meaning(read(spaced)) == meaning(read(table(rows)))


@settings(max_examples=30)
@given(rows=ROWS)
def test_the_script_of_digits_does_not_matter(rows: list[Row]) -> None:
    thai = [tuple(to_thai_digits(str(cell)) for cell in row) for row in table(rows)]
    numbers = [
        [(q.amount, q.unit, q.cadence, q.annual_target) for q in m.quantities]
        for of in (read(thai), read(table(rows)))
        for m in of.report.measures
    ]
    assert numbers[: len(rows)] == numbers[len(rows) :]
    days = [(m.start, m.end) for m in read(thai).report.measures]
    assert days == [(m.start, m.end) for m in read(table(rows)).report.measures]


@settings(max_examples=60)
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_any_bytes_are_read_or_refused_and_twice_the_same(data: bytes) -> None:
    outcomes = []
    for _ in range(2):
        try:
            outcomes.append(str(load("x", data)))
        except UnreadableFile as refused:
            outcomes.append(refused.code)
    assert outcomes[0] == outcomes[1]


@settings(max_examples=30)
@given(rows=ROWS, cut=st.floats(0, 1), change=st.binary(max_size=4))
def test_a_broken_text_file_is_read_or_refused(rows: list[Row], cut: float, change: bytes) -> None:
    data = text_bytes([*TITLES, *table(rows)])
    at = int(cut * len(data))
    with suppress(UnreadableFile):
        load("x", data[:at] + change + data[at + 1 :])
