"""What two people changed differently, in words that a third could decide by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ita_data.changes.comparing import Named, Subject, of_day
from ita_data.changes.fieldwise import Side
from ita_data.changes.sentences import NAMES, NOTHING, SHOWN, said
from ita_data.model import TrackedReport

# Fields that a list of changes never shows, but two people may disagree on.
MORE_NAMES = {
    "departments": "ส่วนราชการที่รับผิดชอบ",
    "topic": "หัวข้อ",
    "indicator_id": "ตัวชี้วัดของผล",
}
REMOVED = "(นำออก)"
TAKEN_OUT = "การนำออก"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Something both changed, differently. `key` is what a choice answers; the rest is words.

    `field` is the record's attribute, None where one side took the whole record out.
    `name` tells what it is about, `label` which of its fields.
    """

    key: str
    measure_id: str | None
    name: str
    label: str
    field: str | None
    base: str
    mine: str
    theirs: str
    chosen: Side | None = None


class Teller:
    """Makes clashes of records; knows what each is called in each of the three versions."""

    def __init__(self, base: TrackedReport, mine: TrackedReport, theirs: TrackedReport) -> None:
        versions = {"base": base, "mine": mine, "theirs": theirs}
        self.named: Mapping[str, Named] = {s: Named.of(one) for s, one in versions.items()}

    def clash(
        self, key: str, chosen: Side | None, subject: Subject, field: str | None, *records: Any
    ) -> Clash:
        """`records`: base, mine, theirs; None where a side does not have it."""
        known = "mine" if records[1] is not None else "theirs"
        measure_id, name = self._name(subject, known, records[1] or records[2])
        name += of_day(records[0]) if field else ""
        words = [
            self._words(subject, field, side, record)
            for side, record in zip(self.named, records, strict=True)
        ]
        return Clash(
            key=key,
            measure_id=measure_id,
            name=name,
            label=_label(subject, field),
            field=field,
            base=words[0],
            mine=words[1],
            theirs=words[2],
            chosen=chosen,
        )

    def _name(self, subject: Subject, side: str, record: Any) -> tuple[str | None, str]:
        if subject == "report":
            return None, "รายงาน"
        naming = "result" if subject == "override" else subject
        found: tuple[str | None, str] = getattr(self.named[side], naming)(record)
        return found

    def _words(self, subject: Subject, field: str | None, side: str, record: Any) -> str:
        if record is None:
            return NOTHING if side == "base" else REMOVED
        if field is None:
            return said(subject, record)
        if field == "indicator_id":
            return self._name("result", side, record)[1]
        if field in SHOWN[subject]:
            return SHOWN[subject][field](record) or NOTHING
        value = getattr(record, field)
        return " ".join(value) if isinstance(value, tuple) else str(value or NOTHING)


def _label(subject: Subject, field: str | None) -> str:
    if field is None:
        return TAKEN_OUT
    return NAMES[subject].get(field) or MORE_NAMES.get(field, field)
