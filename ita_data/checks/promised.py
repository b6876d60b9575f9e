"""What the steps promise and whether the result tells of it: cadences and named documents.

Better to miss a promise than to accuse wrongly: whatever may tell of it counts as told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio

from ita_data.model import PROMISE_COLUMNS, RESULT_COLUMNS, Cadence, Field, Measure, Quantity
from ita_data.quantities import clause_of, rounds_as_one
from ita_data.thai import Folded, fold, squash

KINDS = (
    r"แผนผัง|แผนภูมิ|แผน(?!ก[^า])|แนวปฏิบัติ(?!งาน)|รายงาน|คู่มือ|ประกาศ|คำสั่ง|ทะเบียน|ปฏิทิน|แบบประเมิน|แบบสอบถาม|ประมวลจริยธรรม"
    "|ข้อบัญญัติ|เทศบัญญัติ|วารสาร|จดหมายข่าว"
)
MAKING = "จัดทำ(?:และ(?:เผยแพร่|ปรับปรุง|ทบทวน|ประกาศใช้))?(?:ร่าง)?|ออก|ประกาศใช้|จัดพิมพ์"
# What a document is about ends where something else begins.
ENDS = (
    rf"พร้อม|และ|รวมถึง|รวมทั้ง|ทั้งนี้|ทั้ง|หรือ|เพื่อ|โดย|ให้|สำหรับ|ประจำ|ซึ่ง|(?<!ติด)ตาม|เสนอ|เผยแพร่|แจก|จำนวน|(?<!ทั้)แล้ว"
    rf"|กำหนด(?!การ)|ตรวจนับ|สุ่มตรวจ|มี(?=การ)|วันละ|สัปดาห์ละ|ไตรมาสละ|ภาคเรียนละ|ทุก|รอบ|ราย(?=เดือน|ไตรมาส|ปี|สัปดาห์)|อย่าง|ปีละ|เดือนละ|{KINDS}|[\d,.;:()\[\]“”\"/]"
)
_DOCUMENT = re.compile(
    rf"(?:{MAKING})(?P<name>(?P<kind>{KINDS})(?P<about>(?:(?!{ENDS}).){{0,60}}))"
)
# Its short name, maybe behind the words of a round.
_CODE = re.compile(r"[^()]{0,20}\(([^()]{3,30})\)")
_HEAD = re.compile(r"^(?:ผล|การ|สรุป|งาน|ปฏิบัติ|ดำเนิน)+")
SHORTEST_ABOUT = 6
# A mention that may be any document of its kind, or all of what was promised.
BARE = r"(?:ฯ|และ|ดังกล่าว|ข้างต้น|แล้ว|ออก|แจก|ส่ง|เสร็จ|เรียบร้อย|ครบ|จำนวน|ฉบับ|ที่|นี้|\d|[.,;:()\n]|$)"
# What an announcement or an order is about may be a document itself, and be told of as one.
INNER = re.compile(r"^(?:หลักเกณฑ์|มาตรการ|นโยบาย|ระเบียบ|แนวทาง|แนวปฏิบัติ|เจตนารมณ์)")
_ALL_DONE = re.compile(
    r"(?:แล้ว|รายงาน|เผยแพร่|ดำเนินการ|ประชุม|ตรวจสอบ|จัดทำ|จัดส่ง)(?:แล้ว)?ครบถ้วน|ทุกขั้นตอน|ครบถ้วนทุก|ครบตาม"
    r"|ครบทุก(?:ข้อ|กิจกรรม|เดือน|ไตรมาส|ครั้ง|รอบ|เรื่อง|รายการ|ด้าน|มาตรการ|โครงการ)"
    r"|ตามขั้นตอนที่กำหนด|ตามแผนที่กำหนด|แล้วเสร็จทั้งหมด"
)
_OCCASIONS = re.compile(
    r"ครั้ง|รอบ|\d+รุ่น|\d+ตอน|\d+งวด|ไตรมาส|เดือน|สัปดาห์|ทุกวัน|รายวัน|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม"
    r"|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|[ก-ฮ]\.[คยพ]\.|มี\.ค|เม\.ย|มิ\.ย|\d+/\d+/\d+"
)
# What is made or held once a round; so many of them are so many rounds.
ROUND_UNITS = frozenset({"ครั้ง", "ฉบับ", "ตอน", "รุ่น", "เล่ม", "ชิ้น", "ข่าว", "งวด", "รอบ"})
# Between which shares of the promised rounds an amount is taken for them (our choice); there
# is more room where they are many.
FEW_ROUNDS, FEW, MANY = 12, (0.75, 1.34), (0.75, 2.1)
_NOT_DONE = re.compile(r"ยังไม่|ไม่ได้ดำเนินการ|ไม่สามารถ|อยู่ระหว่าง|ยกเลิก")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Words of a column that promise something: their half-open span, and the words.

    `about`: what a cadence belongs to, shortened; "" where the words say it themselves.
    """

    column: Field
    start: int
    end: int
    words: str
    about: str = ""


def untold_cadences(measure: Measure, alike_from: float) -> list[Promise]:
    """Cadences that the result says nothing of. Once a year is left out: doing it is enough;
    so is every day: a routine. An amount that the rounds give tells of them too.

    Where the result tells of fewer occasions than are promised, those are untold whose
    own words (at least the share `alike_from` of them) it does not hold.
    """
    cadences = [q for q in _promised(measure) if _is_cadence(q)]
    results = [q for q in measure.quantities if q.column in RESULT_COLUMNS]
    promised = [q for q in cadences if _recurs(q) and not any(_tells(r, q) for r in results)]
    told = squash(told_of(measure)) if promised else ""
    occasions = len(_OCCASIONS.findall(told))
    if _answered(told) or occasions >= len(cadences):
        return []
    found = [_promise(quantity, measure) for quantity in promised]
    return [p for p in found if not occasions or _is_unnamed(p, told, alike_from)]


def _promised(measure: Measure) -> Iterator[Quantity]:
    """What the promise columns count; rounds side by side are one promise."""
    for column in PROMISE_COLUMNS:
        found = (quantity for quantity in measure.quantities if quantity.column == column)
        yield from rounds_as_one(found, measure.text_of(column))


def untold_documents(measure: Measure, alike_from: float) -> list[Promise]:
    """Documents to be made that the result does not name, nor anything they are about.

    `alike_from`: share (0..1) of a document's subject that the result has to hold.
    """
    promised = [
        document
        for column in PROMISE_COLUMNS
        for document in _documents(measure.text_of(column), column)
    ]
    told = squash(told_of(measure)) if promised else ""
    if _answered(told):
        return []
    return [
        promise
        for promise, kind, about, code in promised
        if not (code and code in told) and not _is_told(kind, about, told, alike_from)
    ]


def told_of(measure: Measure) -> str:
    """All that a measure says of its result."""
    parts = (measure.output, measure.outcome, measure.remarks, measure.declared_status or "")
    return "\n".join(part for part in parts if part)


def _answered(told: str) -> bool:
    """Whether the result speaks of everything at once: all done, or not done, with a reason."""
    return bool(_ALL_DONE.search(told) or _NOT_DONE.search(told))


def _is_cadence(quantity: Quantity) -> bool:
    return quantity.cadence != Cadence()


def _is_unnamed(promise: Promise, told: str, alike_from: float) -> bool:
    """Whether the result holds nothing like the words that the cadence belongs to."""
    about = _HEAD.sub("", squash(promise.about).removeprefix("จัด"))
    return len(about) >= SHORTEST_ABOUT and partial_ratio(about, told) < 100 * alike_from


def _recurs(quantity: Quantity) -> bool:
    cadence = quantity.cadence
    months = cadence.every_months is not None and cadence.every_months < 12
    return months or (cadence.every_days or 0) > 1 or (cadence.per_year or 0) > 1


def _tells(result: Quantity, promise: Quantity) -> bool:
    """Whether an amount of the result is what the promised rounds give: "12 ฉบับ" of every
    month, "51 ตอน" of every week, any people of "5 คน/ปี"."""
    if result.amount is None:
        return False
    if result.unit == promise.unit != "ครั้ง":
        return True
    rounds = promise.annual_target
    if not rounds or result.unit not in ROUND_UNITS | {promise.unit}:
        return False
    least, most = MANY if rounds >= FEW_ROUNDS else FEW
    return least <= result.amount / rounds <= most


def _promise(quantity: Quantity, measure: Measure) -> Promise:
    return Promise(
        column=quantity.column,
        start=quantity.start,
        end=quantity.end,
        words=" ".join(quantity.text.split()),
        about=clause_of(measure.text_of(quantity.column), quantity.start, quantity.end),
    )


def _documents(text: str, column: Field) -> Iterator[tuple[Promise, str, str, str]]:
    """Promised documents, each with its kind; of what it is about, the words that tell; and the
    name in brackets behind it ("แบบสขร.1"), "" for none."""
    folded = fold(text)
    for found in _DOCUMENT.finditer(folded.text):
        about = _HEAD.sub("", found["about"])
        if len(about) >= SHORTEST_ABOUT:
            code = _CODE.match(folded.text, found.end())
            promise = _named(text, folded, found, column)
            yield promise, found["kind"], about, squash(code[1]) if code else ""


def _named(text: str, folded: Folded, found: re.Match[str], column: Field) -> Promise:
    start, end = folded.span(found.start("name"), found.end("name"))
    words = " ".join(text[start:end].split())
    return Promise(column=column, start=start, end=end, words=words)


def _is_told(kind: str, about: str, told: str, alike_from: float) -> bool:
    inner = INNER.match(about)
    if any(re.search(name + BARE, told) for name in (kind, inner[0] if inner else kind)):
        return True
    return partial_ratio(about.casefold(), told) >= 100 * alike_from
