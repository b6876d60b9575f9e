"""What was typed of results, as typed: text until it is saved, so that nothing is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ita_data.model import Evidence

EntryField = Literal["amount", "on", "note", "link", "file", "reason"]

OTHER_REASON = "อื่น ๆ (โปรดระบุ)"
CORRECTION_REASONS = ("พิมพ์ผิด", "ได้รับข้อมูลใหม่", "นับซ้ำหรือนับขาด", OTHER_REASON)
REMOVAL_REASONS = ("บันทึกผิดที่", "ยังไม่ได้ทำจริง", "บันทึกซ้ำ", OTHER_REASON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was typed of one result, as typed. `reason`, `reason_words`: of a correction.

    `files` are kept in the store already. `was` is of a cell of the months' table: the
    amount that was recorded there when it was typed over ("" where there was none).
    `removed`: the result it corrects is to be deleted; of the rest only the reason counts.
    """

    amount: str = ""
    on: str = ""
    note: str = ""
    link: str = ""
    reason: str = ""
    reason_words: str = ""
    files: tuple[Evidence, ...] = ()
    was: str = ""
    removed: bool = False

    @property
    def empty(self) -> bool:
        """Nothing typed that would be missed: a date alone is the page's own proposal."""
        typed = self.amount.strip() or self.note.strip() or self.link.strip()
        return not (typed or self.files or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Everything typed since the last save, for one agency and fiscal year.

    `entries`: new results by indicator id. `corrections`: by the id of the result they
    replace. `cells`: amounts of whole months, by indicator and month (see months.py).
    `links`, `files`: evidence to be added, by result id; `withdrawn`: to be taken off it.
    `version` is that of the report
    the round was begun on; `choices` answer the clashes with a newer one (see put_together).
    """

    agency: str
    fiscal_year: int
    version: int | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    corrections: Mapping[str, Entry] = field(default_factory=dict)
    cells: Mapping[str, Entry] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    withdrawn: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    choices: Mapping[str, Literal["mine", "theirs"]] = field(default_factory=dict)
    author: str = ""

    @property
    def size(self) -> int:
        """How many results and proofs would be saved, corrected or taken away."""
        typed = sum(not e.empty for e in (*self.entries.values(), *self.cells.values()))
        proofs = sum(bool(v.strip()) for v in self.links.values())
        proofs += sum(map(len, (*self.files.values(), *self.withdrawn.values())))
        return typed + len(self.corrections) + proofs


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with one field, in a Thai sentence.

    `subject`: id of an indicator or of a result, or the key of a cell.
    """

    subject: str
    field: EntryField
    message: str
