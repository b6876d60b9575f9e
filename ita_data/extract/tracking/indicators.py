"""The sheet of indicators: commitments, what the report's text claims, the officer's own word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ita_data.extract import notices
from ita_data.extract.numbers import number_of
from ita_data.extract.tracking.rows import TrackingRow
from ita_data.extract.values import amount_of
from ita_data.findings import Finding
from ita_data.forms import words
from ita_data.model import (
    Actual,
    Basis,
    Cadence,
    Decision,
    Field,
    Indicator,
    Measure,
    Override,
    Source,
    Status,
)
from ita_data.thai import squash
from ita_data.words import DECISION_WORDS, FIELD_WORDS, STATUS_WORDS

_EVERY = re.compile(r"ทุก(?P<n>\d{1,3})?(?P<unit>เดือน|วัน|สัปดาห์|ไตรมาส|ปี)")
_PER_YEAR = re.compile(r"(?:ปีละ(?P<n>\d{1,4})ครั้ง|(?P<m>\d{1,4})ครั้ง(?:/|ต่อ)ปี)")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorsRead:
    """What the sheet of indicators says, in its order."""

    indicators: tuple[Indicator, ...]
    claims: tuple[Actual, ...]
    overrides: tuple[Override, ...]
    findings: tuple[Finding, ...]


def read_indicators(rows: list[TrackingRow], measures: tuple[Measure, ...]) -> IndicatorsRead:
    """A row without a name is free; one whose measure is not known is left out and said so."""
    named = [row for row in rows if row.text("name").strip()]
    pairs = [(row, _measure_of(row, measures)) for row in named]
    known = [(row, measure) for row, measure in pairs if measure]
    ids = _ids([row.text("id").strip() for row, _ in known])
    read = [(row, m, key) for (row, m), key in zip(known, ids, strict=True)]
    return IndicatorsRead(
        indicators=tuple(_indicator(row, measure, key) for row, measure, key in read),
        claims=tuple(claim for each in read for claim in _claim(*each)),
        overrides=tuple(said for row, _, key in read for said in _override(row, key)),
        findings=(
            *(notices.indicator_without_measure(r.place("measure"), r.text("name"))
              for r, measure in pairs if measure is None),
            *(finding for row, _ in known for finding in _unread(row)),
        ),
    )  # fmt: skip


def _measure_of(row: TrackingRow, measures: tuple[Measure, ...]) -> Measure | None:
    """By its id, else by its number as typed."""
    text = row.text("measure").strip()
    number = number_of(text)
    by_id = (m for m in measures if m.id == text)
    by_number = (m for m in measures if number is not None and m.number == number)
    return next(by_id, None) or next(by_number, None)


def _ids(typed: list[str]) -> list[str]:
    """Each row's id; a new one where it has none, or one that stands above already."""
    taken, ids = set(typed), []
    for key in typed:
        if not key or key in ids:
            number = 1
            while f"x{number}" in taken:
                number += 1
            key = f"x{number}"
            taken.add(key)
        ids.append(key)
    return ids


def _indicator(row: TrackingRow, measure: Measure, key: str) -> Indicator:
    target = row.amount("target")
    own = row.text("target_from").strip() == "" and row.text("decision").strip() == ""
    return Indicator(
        id=key,
        measure_id=measure.id,
        name=row.text("name"),
        target=target,
        unit=row.text("unit"),
        comparison=_choice(row, "comparison", "="),  # type: ignore[arg-type]
        cadence=cadence_of(row.text("cadence")),
        level=_choice(row, "level", "sum") == "latest",
        target_from=_choice(row, "target_from", "typed"),  # type: ignore[arg-type]
        source=_source(row, "source", measure),
        department=row.text("department").strip() or None,
        decision=Decision.ADDED if own else _decision(row),
    )


def _choice(row: TrackingRow, name: str, default: str) -> str:
    choices: Mapping[str, str] = words()["tracking"]["choices"][name]
    said = squash(row.text(name))
    return next((key for key, text in choices.items() if squash(text) == said), default)


def _decision(row: TrackingRow) -> Decision:
    said = squash(row.text("decision"))
    known = (d for d, text in DECISION_WORDS.items() if squash(text) == said)
    return next(known, Decision.ACCEPTED)


def cadence_of(text: str) -> Cadence:
    """ "ทุก 3 เดือน", "ทุกสัปดาห์", "ปีละ 2 ครั้ง"; none where the words say none."""
    folded = squash(text)
    if found := _PER_YEAR.search(folded):
        return Cadence(per_year=int(found["n"] or found["m"]))
    if found := _EVERY.search(folded):
        count, unit = int(found["n"] or 1), found["unit"]
        days = {"วัน": 1, "สัปดาห์": 7}
        if unit in days:
            return Cadence(every_days=count * days[unit])
        return Cadence(every_months=count * {"เดือน": 1, "ไตรมาส": 3, "ปี": 12}[unit])
    return Cadence()


def _source(row: TrackingRow, kind: str, measure: Measure) -> Source | None:
    """The words an indicator came from, where they still stand in the measure's text."""
    text, column = row.text(f"{kind}_text"), _field(row.text(f"{kind}_column"))
    if not text or column is None:
        return None
    prose, start = measure.text_of(column), int(row.amount(f"{kind}_start") or 0)
    if prose[start : start + len(text)] != text:
        start = prose.find(text)
    if start < 0:
        return None
    place = next(iter(measure.cells.get(column, ())), None)
    return Source(column=column, text=text, start=start, end=start + len(text), place=place)


def _field(text: str) -> Field | None:
    said = squash(text)
    names = (name for name, label in FIELD_WORDS.items() if squash(label) == said)
    return next(names, None)  # type: ignore[arg-type]


def _claim(row: TrackingRow, measure: Measure, key: str) -> Iterator[Actual]:
    amount = row.amount("claim")
    if amount is not None:
        source = _source(row, "claim", measure)
        yield Actual(
            id=f"{key}-claim", indicator_id=key, amount=amount, basis=Basis.CLAIMED, source=source
        )


def _override(row: TrackingRow, key: str) -> Iterator[Override]:
    said = squash(row.text("status"))
    status = next((s for s, text in STATUS_WORDS.items() if squash(text) == said), None)
    if status and isinstance(status, Status):
        yield Override(
            indicator_id=key,
            status=status,
            reason=row.text("reason"),
            by=row.text("by"),
            at=row.moment("at"),
        )


def _unread(row: TrackingRow) -> Iterator[Finding]:
    for name in ("target", "claim"):
        if row.text(name).strip() and amount_of(row.value(name)) is None:
            yield notices.amount_unread(row.place(name), row.text(name))
