"""Random files, dates and sentences for as long as asked; what breaks is printed with its seed.

    python -m tests.fuzz.run 600            # seconds
    python -m tests.fuzz.run 1 12345        # one seed again

What it found is a test elsewhere; this only looks for more. Nothing may raise, but a file
may be refused; nothing may take longer than a second; reading twice gives the same.
"""

import json
import random
import sys
import time
import traceback
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from ita_data import UnreadableFile, load
from ita_data.dates import parse_date, parse_fiscal_year, parse_period
from ita_data.extract.agencies import agency_in
from ita_data.extract.departments import departments_in
from ita_data.model import Measure, Report
from ita_data.place import Place
from ita_data.proposals import propose
from ita_data.quantities import (
    budget_in_prose,
    clause_of,
    find_budget_thb,
    find_quantities,
    find_zero_promises,
)
from ita_data.thai import clean, fold, squash
from tests.cases.make import CASES, HERE
from tests.writing import docx_bytes, text_bytes, xlsx_bytes

WORDS = (
    "จำนวน", "อย่างน้อย", "ไม่น้อยกว่า", "ไม่เกิน", "ร้อยละ", "ทุก", "ๆ", "เดือน",
    "ไตรมาส", "ปีละ", "ครั้ง", "/ปี", "เล่ม", "ช่องทาง", "เดือนละ", "สัปดาห์ละ",
    "พ.ศ.", "ปีงบประมาณ", "๒๕๖๘", "68", "2025", "1", "๑", "๓๑", "30", "12", "0",
    "99999999999", "ม.ค.", "ก.พ.", "ต.ค.", "กันยายน", "ตุลาคม", "-", "–", "ถึง", "/",
    ".", "(", ")", "%", ",", " ", "\n", "\u200b", "\xa0", "ํา", "ไม่มีเรื่องร้องเรียน",
    "มาตรา", "ข้อ", "หมู่ที่", "ภายใน", "วัน", "บาท", "ที่", "มาตรการ", "ขั้นตอน",
    "ระยะเวลา", "ผู้รับผิดชอบ", "ผลการดำเนินการ", "ผลลัพธ์", "แผน", "ผล", "X", "รวม",
    "เทศบาลตำบลดอนแก้วใส", "อำเภอ", "จังหวัด", "<p>", "</p>", "<ul><li>", "&nbsp;",
    "=1+1", "สอง", "กองคลัง", "ลงชื่อ", "1,250", "2566", "2,570", "สิบ", "ร้อย", "พัน", "ล้าน", "ๆละ",
    "คะแนนเฉลี่ย", "งบประมาณ", "ภาษี", "วันจันทร์", "ไตรมาสแรก", "ปัจจุบัน", "สิ้นปีงบประมาณ", "คน", "คิว",
)  # fmt: skip
SLOW = 1.0


def sentence(dice: random.Random, most: int = 14) -> str:
    return "".join(dice.choice(WORDS) for _ in range(dice.randrange(1, most)))


@cache
def real_sentences() -> list[str]:
    """The texts of tests/cases: what people write, to be spoilt a little."""
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in HERE.rglob("*.gold.json")]
    names = ("title", "steps", "period_text", "departments_text", "output", "outcome")
    texts = {m.get(name) for gold in golds for m in gold.get("measures", ()) for name in names}
    return sorted(text for text in texts if text)


def spoilt(dice: random.Random) -> str:
    """A real sentence with letters left out, doubled, and words of WORDS put in."""
    text = dice.choice(real_sentences())
    for _ in range(dice.randrange(1, 8)):
        at = dice.randrange(len(text) + 1)
        new = dice.choice(["", "", text[at : at + 1] * 2, dice.choice(WORDS), dice.choice(WORDS)])
        text = text[:at] + new + text[at + dice.choice([0, 0, 1, 3]) :]
    return text


def sentences(dice: random.Random) -> None:
    text = spoilt(dice)
    for quantity in find_quantities(text, "steps"):
        assert text[quantity.start : quantity.end] == quantity.text
        clause_of(text, quantity.start, quantity.end)
    for start, end in find_zero_promises(text):
        assert 0 <= start < end <= len(text)
    if named := budget_in_prose(text):
        assert text[named[1] : named[2]]
    find_budget_thb(text)
    assert all(departments_in(text))
    parse_period(text, 2568)
    agency_in(text)


def dates(dice: random.Random) -> None:
    text, year = sentence(dice), dice.choice([None, 2568, 2569, 2643])
    period = parse_period(text, year)
    assert period.start is None or isinstance(period.start, date)
    assert parse_period(text, year) == period
    parse_date(text, year)
    parse_fiscal_year(text)
    squash(text)
    clean(text)
    folded = fold(text)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start <= end <= len(text)


def quantities(dice: random.Random) -> None:
    texts = {name: sentence(dice, 40) for name in ("steps", "target", "output", "outcome")}
    found = [q for name, text in texts.items() for q in find_quantities(text, name)]  # type: ignore[arg-type]
    for quantity in found:
        assert texts[quantity.column][quantity.start : quantity.end] == quantity.text
    days = [date(2024, 10, 1), date(2025, 9, 30), None]
    measure = Measure(
        id="m1", number=1, title="ก", place=Place(sheet="ก", row=1), quantities=tuple(found),
        start=dice.choice(days), end=dice.choice(days), **texts,
    )  # fmt: skip
    propose(Report(measures=(measure,)))


def grids(dice: random.Random) -> None:
    values: list[Callable[[], Any]] = [
        lambda: None, lambda: None, lambda: sentence(dice), lambda: dice.choice(WORDS),
        lambda: dice.randrange(70_000), lambda: dice.random() * 1e6, lambda: date(2567, 10, 1),
    ]  # fmt: skip
    rows = [
        [dice.choice(values)() for _ in range(dice.randrange(1, 12))]
        for _ in range(dice.randrange(1, 20))
    ]
    if dice.random() < 0.5:
        rows.insert(dice.randrange(3), ["ที่", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ", "ผล"])
    kind = dice.choice(["xlsx", "csv", "tsv", "docx"])
    if kind == "xlsx":
        plain = [[_short(value) for value in row] for row in rows]
        opened(xlsx_bytes({"ก": plain}))
    elif kind == "docx":
        opened(docx_bytes([sentence(dice), [[str(v or "") for v in row] for row in rows]]))
    else:
        opened(text_bytes(rows, "," if kind == "csv" else "\t"))


def _short(value: Any) -> Any:
    return value[:200] if isinstance(value, str) else value


def broken(dice: random.Random) -> None:
    """A file of tests/cases with some bytes changed, cut out or doubled."""
    name = dice.choice(list(CASES))
    data = bytearray(_written(name))
    for _ in range(dice.randrange(1, 6)):
        at = dice.randrange(len(data))
        data[at : at + dice.choice([0, 1, 1, 40])] = dice.randbytes(dice.choice([0, 1, 1, 30]))
    opened(bytes(data))


_FILES: dict[str, bytes] = {}


def _written(name: str) -> bytes:
    if name not in _FILES:
        _FILES[name] = CASES[name]()
    return _FILES[name]


def opened(data: bytes) -> None:
    try:
        read = load("x", data)
    except UnreadableFile:
        return
    assert load("x", data) == read
    propose(read.report)


KINDS = (dates, quantities, grids, broken, sentences)


def once(seed: int) -> str | None:
    """What went wrong with a seed; None where nothing did."""
    begun = time.process_time()
    kind = KINDS[seed % len(KINDS)]
    try:
        kind(random.Random(seed))
    except Exception:
        return f"{kind.__name__} {seed}\n{traceback.format_exc(limit=-3)}"
    took = time.process_time() - begun
    return f"{kind.__name__} {seed} took {took:.1f} s" if took > SLOW else None


def main(seconds: float, seed: int | None) -> int:
    end, runs, found = time.monotonic() + seconds, 0, 0
    first = seed if seed is not None else random.randrange(2**40)
    while time.monotonic() < end and not (seed is not None and runs):
        if words := once(first + runs):
            found += 1
            print(words, flush=True)
        runs += 1
    print(f"{runs:,} runs from seed {first}, {found} findings")
    return min(found, 1)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[2:3]]
    raise SystemExit(main(float(sys.argv[1]) if sys.argv[1:] else 600, given[0] if given else None))
