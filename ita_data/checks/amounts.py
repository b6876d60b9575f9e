"""Rules about the amounts that a text names."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import combinations

from ita_data.checks.examples import a_measure, a_report
from ita_data.checks.rule import Case, Rule, cell_of, named, passage
from ita_data.findings import Finding
from ita_data.model import Cadence, Field, Measure, Quantity
from ita_data.thai import squash

PERCENT = "ร้อยละ"
PEOPLE = frozenset({"คน", "ท่าน", "ราย", "นาย", "รูป"})
COLUMNS: tuple[Field, ...] = ("steps", "target", "output", "outcome")
# Words before an amount that make it a part, a change or an earlier state of another one.
PART = re.compile(
    r"พิมพ์|แจก|มอบ|ส่ง|เดิม|เพิ่ม|ลด|อีก|รวม|ทั้งหมด|ทั้งสิ้น|ออนไลน์|ออฟไลน์|ใหม่|เหลือ|จาก|แบ่งเป็น|ได้แก่"
)
# Words by which a text tells of several occasions, each with amounts of its own.
OCCASION = re.compile(r"รุ่นที่|ครั้งที่|กลุ่มที่|ไตรมาส|วันที่|เดือน|หมู่ที่|รอบที่|ระยะที่|กิจกรรมที่|ครึ่งปี|ภาคเรียน")
# Words of a sum, and by which an amount is said to be all there is.
TOTAL = re.compile(r"รวม|ทั้งสิ้น|ทั้งหมด")
# Right before an amount they may also name the whole that a part is of: "68 คน จากทั้งหมด 70 คน".
IN_ALL = re.compile(r"(?:รวม|ทั้งสิ้น|ทั้งหมด)+$")
EVERYONE = re.compile(r"(?:ทั้งหมด|ทั้งสิ้น)(?:จำนวน)?$")
# People of whom each desk has its own.
STAFF = re.compile(r"(?:เจ้าหน้าที่|พนักงาน|ผู้รับผิดชอบ|กรรมการ|ผู้ดูแล|วิทยากร)(?:ประจำ|จำนวน)*$")
WHOLE = re.compile(r"ทั้ง|ครบ")
LINKING = re.compile(r"(?:จำนวน|ทั้งหมด|ทั้งสิ้น|ทั้ง|รวม|อย่างน้อย|ไม่น้อยกว่า|เป็น|ให้|ได้|มี|:|=|\()+$")
AROUND = 20
SAME_THING = 6
# So many letters before two amounts are a verb and its object: the same fact twice.
SAME_FACT = 14
LEVEL = "level"
MOST = 50  # amounts of one thing in one cell that are compared with each other


class AmountsContradict(Rule):
    """Two amounts contradict each other where both tell of one state of the agency (a level,
    such as its channels) or count one thing, and one of them says that it is all; where the same
    words stand before both; or where a sum differs from the only amount it can be of. Amounts
    with a cadence, parts of a sum, copies that are handed out, changes and amounts of different
    occasions do not."""

    code = "amounts-contradict"
    family = "text"
    severity = "warning"
    title = "จำนวนไม่ตรงกันในช่องเดียวกัน"
    why = "จำนวนที่ไม่ตรงกันทำให้ผู้ประเมินไม่รู้ว่าจำนวนใดถูก และไม่มีหลักฐานใดยืนยันได้ทั้งสองจำนวน"
    source = "จำนวนและหน่วยนับที่อ่านได้จากข้อความในเซลล์เดียวกัน"
    advice = "ตรวจสอบจำนวนที่ถูกต้องแล้วแก้ให้ตรงกัน หากนับคนละเรื่องให้เขียนให้ชัดว่านับอะไร"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(output="เผยแพร่ข้อมูล 3 ช่องทาง และตอบคำถามทั้ง 3 ช่องทาง")),
        a_report(a_measure(output="จากเดิม 3 ช่องทาง เพิ่มขึ้น 2 ช่องทาง รวมเป็น 5 ช่องทาง")),
        a_report(a_measure(output="จัดทำรายงาน 1 ครั้ง/ปี และประชุมติดตาม 2 ครั้ง/ปี")),
        a_report(a_measure(output="รับชำระภาษี 3 ช่องทาง ส่วนการแจ้งเหตุทำได้ 2 ช่องทาง")),
        a_report(a_measure(output="จัดทำคู่มือประชาชน 1 เล่ม พิมพ์แจกคู่มือประชาชน 300 เล่ม")),
        a_report(a_measure(output="งานทะเบียนมีเจ้าหน้าที่ 3 คน งานภาษีมีเจ้าหน้าที่ 2 คน")),
        a_report(a_measure(output="พนักงาน 68 คนเข้าอบรม จากพนักงานทั้งหมด 70 คน")),
    )
    invalid = (
        a_report(a_measure(output="เผยแพร่ข้อมูลทั้ง 3 ช่องทาง แจ้งให้ชุมชนทราบ จำนวน 2 ช่องทาง")),
        a_report(a_measure(output="จัดทำคู่มือประชาชน 7 เล่ม วางคู่มือประชาชนทั้ง 5 เล่มที่เคาน์เตอร์")),
        a_report(a_measure(output="มีผู้เข้าอบรม 45 คน สรุปรวมผู้เข้าอบรม 54 คน")),
    )

    def check(self, case: Case) -> Iterator[Finding]:
        for measure in case.measures:
            for column in COLUMNS:
                if pair := _contradiction(measure, column):
                    yield self._of(measure, column, *pair)

    def _of(self, measure: Measure, column: Field, one: Quantity, other: Quantity) -> Finding:
        message = (
            f"{named(measure)} ({cell_of(measure, column)}) ระบุทั้ง “{flat(one.text)}” "
            f"และ “{flat(other.text)}” ในช่องเดียวกัน"
        )
        spans = ((one.start, one.end), (other.start, other.end))
        return self.finding(
            message,
            measure=measure,
            place=cell_of(measure, column),
            words=other.text,
            passages=(passage(measure, column, spans),),
        )


def _contradiction(measure: Measure, column: Field) -> tuple[Quantity, Quantity] | None:
    """The first two amounts of a column that cannot both be true; None where there are none."""
    text = measure.text_of(column)
    joined = len(measure.cells.get(column, ())) > 1  # each line may be a cell of its own
    breaks = [found.start() for found in re.finditer("\n", text)] if joined else []
    said = [q for q in measure.quantities if q.column == column and _is_single(q)]
    if len(said) < 2:
        return None
    groups: dict[tuple[str, str, int], list[Quantity]] = {}
    for quantity in said:
        before = _before(quantity, text)
        if EVERYONE.search(before) or not PART.search(before):
            key = quantity.unit, _thing(quantity, text), bisect(breaks, quantity.start)
            groups.setdefault(key, []).append(quantity)
    occasions = bool(OCCASION.search(squash(text)))
    for (_, thing, _), group in groups.items():
        for pair in combinations(group[:MOST], 2):
            if thing != LEVEL and (occasions or not thing):
                break
            if _is_one_fact(pair, text) and not _agree(*pair):
                return pair
    return None if occasions or joined else _wrong_sum(said, text)


def _wrong_sum(said: Sequence[Quantity], text: str) -> tuple[Quantity, Quantity] | None:
    """An amount and a sum of it alone that is another: digits swapped, or one not brought up
    to date."""
    for sum_of in said:
        others = [q for q in said if q.unit == sum_of.unit and q is not sum_of]
        if len(others) == 1 and others[0].end < sum_of.start:
            between = IN_ALL.sub("", squash(text[others[0].end : sum_of.start]))
            named = _name(sum_of, text)
            same = named and named == _name(others[0], text)
            if same and TOTAL.search(between) and not _agree(others[0], sum_of):
                return others[0], sum_of
    return None


def _is_single(quantity: Quantity) -> bool:
    return quantity.amount is not None and quantity.cadence == Cadence()


def _before(quantity: Quantity, text: str) -> str:
    """The words just before the number itself, those of its own included."""
    number = re.search(r"\d", quantity.text)
    lead = number.start() if number else 0
    return squash(text[max(0, quantity.start - AROUND) : quantity.start + lead])


def _is_one_fact(pair: tuple[Quantity, Quantity], text: str) -> bool:
    """Whether two amounts tell of one fact: one says it is all, or both have the same verb and
    object. Others may be of two matters, each with its own."""
    before = [_before(quantity, text) for quantity in pair]
    everyone = [bool(EVERYONE.search(words)) for words in before]
    if any(everyone):  # "68 คน ของทั้งหมด 70 คน" is a part and its whole
        return all(everyone)
    if any(WHOLE.search(words[-SAME_THING:]) for words in before):
        return True
    one, other = (_last_words(quantity, text) for quantity in pair)
    return one == other and len(one) >= SAME_FACT and not STAFF.search(one)


def _last_words(quantity: Quantity, text: str) -> str:
    """What stands without a gap before the amount, mostly a verb and its object."""
    words = text[max(0, quantity.start - 3 * AROUND) : quantity.start].split()
    kept = [word for word in (LINKING.sub("", squash(word)) for word in words) if word]
    return kept[-1] if kept else ""


def _thing(quantity: Quantity, text: str) -> str:
    """What is counted: its name, or one name for all amounts that tell of a state of the whole
    agency."""
    if quantity.level and quantity.unit != PERCENT and quantity.unit not in PEOPLE:
        return LEVEL
    return _name(quantity, text)


def _name(quantity: Quantity, text: str) -> str:
    """The letters before the amount, "" where they are too few to tell."""
    before = squash(text[max(0, quantity.start - 3 * AROUND) : quantity.start])
    ending = LINKING.sub("", before)[-SAME_THING:]
    return ending if len(ending) == SAME_THING else ""


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true of one thing."""
    if one.comparison == other.comparison == "=":
        return one.amount == other.amount
    return _within(one, other) or _within(other, one)


def _within(bound: Quantity, amount: Quantity) -> bool:
    if bound.amount is None or amount.amount is None:
        return True
    if bound.comparison == ">=":
        return amount.amount >= bound.amount
    return bound.comparison == "<=" and amount.amount <= bound.amount


def flat(words: str) -> str:
    return " ".join(words.split())
