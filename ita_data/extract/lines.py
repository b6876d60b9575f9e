"""Lines around the tables: titles above and between, signatures and remarks below."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from ita_data.extract.agencies import names_an_agency
from ita_data.extract.sheet import Sheet
from ita_data.forms import forms
from ita_data.place import Place
from ita_data.thai import remembered, squash

# Likeness (percent) from which a line is taken for the form's own title.
LIKENESS = 85
# What may stand beside a title: "หน้า 2", "แบบ 1".
LONGEST_ASIDE = 15
_YEAR = re.compile(r"ปีงบ|ประจำปี")
_PAGE_MARK = re.compile(r"(?:หน้า(?:ที่)?\d+(?:(?:/|จาก|ของ)\d+)?|-\d+-|\(?ต่อ\)?|/?ต่อหน้า\d*)\.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One cell or paragraph outside the tables.

    `beside` is the text of the next filled cell in its row (the value of a label).
    `below` is true after the last table: no title, unless there is no other.
    """

    text: str
    place: Place
    beside: str = ""
    below: bool = False


def lines_of(sheet: Sheet, rows: Iterable[int], *, below: bool) -> list[Line]:
    """The filled cells of some rows, in reading order."""
    return [line for row in rows for line in _lines_of_row(sheet, row, below)]


def _lines_of_row(sheet: Sheet, row: int, below: bool) -> list[Line]:
    cells = list(sheet.texts(row).items())
    beside = [text for _, text in cells[1:]] + [""]
    return [
        Line(text=text, place=sheet.place(row, column), beside=next_text, below=below)
        for (column, text), next_text in zip(cells, beside, strict=True)
    ]


def is_title_line(sheet: Sheet, row: int) -> bool:
    """Whether a row holds a title (form, fiscal year, agency), at most with a page number."""
    first, *others = sheet.texts(row).values()
    return (
        len(others) < 2 and all(len(text) <= LONGEST_ASIDE for text in others) and is_title(first)
    )


def is_title(text: str) -> bool:
    """Whether a line begins like a title of the report."""
    return bool(_YEAR.match(squash(text))) or is_form_title(text) or names_an_agency(text)


@remembered
def is_form_title(text: str) -> bool:
    """Whether a line holds the title of a known form."""
    folded = squash(text)
    titles = _form_titles() if folded else ()
    return any(fuzz.partial_ratio(title, folded, score_cutoff=LIKENESS) for title in titles)


@lru_cache(maxsize=1)
def _form_titles() -> tuple[str, ...]:
    return tuple(squash(form.title) for form in forms())


def is_page_mark(texts: Mapping[int, str]) -> bool:
    """Whether a row holds nothing but a page number or "(ต่อ)"."""
    return len(texts) == 1 and bool(_PAGE_MARK.fullmatch(squash(*texts.values())))
