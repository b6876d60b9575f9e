"""What a user reads: never a false 0 or 100, never a dangling point."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model import Basis, Cadence, Decision, Indicator, Measure, Status
from ita_data.place import Place
from ita_data.words import (
    BASIS_WORDS,
    DECISION_WORDS,
    STATUS_COLOURS,
    STATUS_WORDS,
    number_words,
    owed_words,
    percent_words,
    responsible_words,
    rhythm_words,
    target_words,
    told_apart,
)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.996, "99%"),
        (1 - 1e-12, "99%"),
        (1.0, "100%"),
        (1.2, "100%"),
        (0.0, "0%"),
        (0.003, "น้อยกว่า 1%"),
        (0.01, "1%"),
        (0.29, "29%"),
        (0.57, "57%"),
        (0.58, "58%"),
        (None, "ยังไม่ทราบ"),
        (math.nan, "ยังไม่ทราบ"),
    ],
)
def test_percent_is_never_rounded_up(share: float | None, words: str) -> None:
    assert percent_words(share) == words


def test_whole_percents_read_as_themselves() -> None:
    assert [percent_words(whole / 100) for whole in range(1, 101)] == [
        f"{whole}%" for whole in range(1, 101)
    ]


@pytest.mark.parametrize(
    ("owed", "target", "unit", "words"),
    [
        (1.5, 3, "ครั้ง", "2 ครั้ง"),
        (2.0000000001, 4, "ครั้ง", "2 ครั้ง"),
        (0.0, 3, "ครั้ง", "0 ครั้ง"),
        (1.25, 2.5, "ครั้ง", "1.25 ครั้ง"),
        (2.5, 10, "กิโลเมตร", "2.5 กิโลเมตร"),
        (42.5, 85, "ร้อยละ", "ร้อยละ 42.5"),
        (None, 3, "ครั้ง", "–"),
    ],
)
def test_whole_ones_are_owed(owed: float | None, target: float, unit: str, words: str) -> None:
    indicator = Indicator(id="i", measure_id="m", name="", target=target, unit=unit)
    assert owed_words(owed, indicator) == words


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_between_nothing_and_all_is_neither(share: float) -> None:
    assert percent_words(share) not in {"0%", "100%"}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (1250, "1,250"),
        (2.5, "2.5"),
        (2.001, "2"),
        (0.1 + 0.2, "0.3"),
        (100, "100"),
        (0, "0"),
        (-0.0, "0"),
        (0.01, "0.01"),
        (0.004, "น้อยกว่า 0.01"),
        (None, "–"),
        (math.nan, "–"),
    ],
)
def test_numbers(amount: float | None, words: str) -> None:
    assert number_words(amount) == words


def test_every_status_basis_and_decision_has_its_own_words() -> None:
    assert list(STATUS_WORDS) == list(STATUS_COLOURS) == list(Status)
    assert list(BASIS_WORDS) == list(Basis)
    assert list(DECISION_WORDS) == list(Decision)
    for words in (STATUS_WORDS, STATUS_COLOURS, BASIS_WORDS, DECISION_WORDS):
        assert len(set(words.values())) == len(words)


@pytest.mark.parametrize(
    ("departments", "said", "words"),
    [
        (("กองคลัง", "กองช่าง"), "กองคลัง\nกองช่าง", "กองคลัง กองช่าง"),
        ((), "นิติกร\nชำนาญการ", "นิติกร ชำนาญการ (ยังไม่ทราบกอง)"),
        ((), " - ", "ไม่ระบุผู้รับผิดชอบ"),
        ((), "", "ไม่ระบุผู้รับผิดชอบ"),
    ],
)
def test_a_person_of_no_known_department_is_named(
    departments: tuple[str, ...], said: str, words: str
) -> None:
    assert responsible_words(departments, said) == words


def test_what_must_not_happen_is_no_amount_to_reach() -> None:
    none = Indicator(id="i", measure_id="m", name="ร้องเรียน", target=0, unit="เรื่อง", comparison="<=")
    assert (target_words(none), rhythm_words(none)) == ("ต้องไม่มี (0 เรื่อง)", "ตลอดระยะเวลา")
    monthly = replace(none, target=2, cadence=Cadence(every_months=1))
    assert (target_words(monthly), rhythm_words(monthly)) == ("ไม่เกิน 2 เรื่อง", "ทุกเดือน")


def test_indicators_of_one_name_are_told_apart_by_measure_and_target() -> None:
    def one(id: str, measure: str, name: str, target: int) -> Indicator:
        return Indicator(id=id, measure_id=measure, name=name, target=target, unit="ครั้ง")

    measures = [
        Measure(id=f"m{n or 9}", number=n, title="ก", place=Place(sheet="ก")) for n in (3, 5, None)
    ]
    indicators = [one("a", "m3", "อบรม", 5), one("b", "m5", "อบรม", 5), one("c", "m3", "เผยแพร่", 1),
                  one("d", "m3", "เผยแพร่", 12), one("e", "m9", "", 1)]  # fmt: skip
    assert told_apart(indicators, measures) == {
        "a": "3. อบรม",
        "b": "5. อบรม",
        "c": "3. เผยแพร่ (1 ครั้ง)",
        "d": "3. เผยแพร่ (12 ครั้ง)",
        "e": "ไม่มีชื่อตัวชี้วัด",
    }
