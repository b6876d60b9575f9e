"""The official forms as data: headings, columns and their wordings, by year. One file a form."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from ita_data.model import Field

FOLDER = Path(__file__).parent
FORM_FILES = ("annual-report.toml", "lowest-indicator.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """A column of a form: its official label, and the wordings it is met under.

    `telling` are words by which a header of other wording is guessed, where no column is sure.
    `required`: the official form always has it, so its absence is a finding.
    """

    field: Field
    label: str
    wordings: tuple[str, ...]
    telling: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormItems:
    """The OIT items a form answers in some fiscal years (BE, both ends inclusive)."""

    years: tuple[int, int]
    measures: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An official form. `topics` are its headings in order; a topic counts from 1.

    `aside` are headers (months, quarters) whose columns are kept as they stand;
    `output_with_outcome` head one column that holds both. `last_year` None: still in use.
    """

    id: str
    title: str
    first_year: int
    last_year: int | None
    topics: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    aside: tuple[str, ...]
    output_with_outcome: tuple[str, ...]
    items: tuple[FormItems, ...]

    def label_of(self, field: Field) -> str:
        """The official label of a column; the field's name where the form has no such column."""
        return next((column.label for column in self.columns if column.field == field), field)


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """Every known form."""
    return tuple(_form(_whole(_read(name))) for name in FORM_FILES)


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, Any]]:
    """The words that titles, departments and lines around a table are known by (words.toml)."""
    return _read("words.toml")


@lru_cache(maxsize=1)
def cover_memo() -> dict[str, Any]:
    """The words of the cover memo: heading, subject, executives, paragraphs."""
    return _read("cover-memo.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _whole(data: dict[str, Any]) -> dict[str, Any]:
    """A form that is like another one has its columns and headers too, unless it names its own."""
    if "like" not in data:
        return data
    base = _whole(_read(data["like"]))
    return {**base, "last_year": None, **data, "aside": [*base["aside"], *data["aside"]]}


def _form(data: dict[str, Any]) -> Form:
    return Form(
        id=data["id"],
        title=data["title"],
        first_year=data["first_year"],
        last_year=data.get("last_year"),
        topics=tuple(data["topics"]),
        columns=tuple(_column(column) for column in data["columns"]),
        aside=tuple(data["aside"]),
        output_with_outcome=tuple(data["output_with_outcome"]),
        items=tuple(_items(item) for item in data["items"]),
    )


def _column(data: dict[str, Any]) -> FormColumn:
    return FormColumn(
        field=data["field"],
        label=data["label"],
        wordings=tuple(data["wordings"]),
        telling=tuple(data.get("telling", ())),
        required=data.get("required", False),
    )


def _items(data: dict[str, Any]) -> FormItems:
    return FormItems(
        years=cast(tuple[int, int], tuple(data["years"])),
        measures=data["measures"],
        report=data["report"],
    )
