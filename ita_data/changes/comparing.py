"""Two versions of a report, measure by measure: what is new, changed, removed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, TypeVar

from ita_data.changes.sentences import FOLLOWS, SHOWN, said, sentence_of
from ita_data.dates import thai_date
from ita_data.model import (
    AcceptedFinding,
    Actual,
    Basis,
    Indicator,
    Measure,
    Number,
    Override,
    TrackedReport,
)

What = Literal["new", "changed", "removed"]
Subject = Literal["report", "measure", "indicator", "result", "override", "finding"]
Record = TypeVar("Record", Measure, Indicator, Actual, Override, AcceptedFinding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. `old`, `new`: the words as they are shown, "" where there are none.

    `field` is the record's attribute, None where the whole record is new or removed.
    `measure_id` is None for what belongs to the whole report; `name` tells what it is about
    ("มาตรการ 4 ตัวชี้วัด คู่มือ").
    """

    kind: What
    subject: Subject
    measure_id: str | None
    name: str
    field: str | None = None
    old: str = ""
    new: str = ""

    @property
    def sentence(self) -> str:
        """ "มาตรการ 4: ผู้รับผิดชอบ กองคลัง → กองช่าง" """
        return sentence_of(self.kind, self.subject, self.name, self.field, self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many measures are new, changed (in themselves or in what hangs on them), …"""

    new: int
    changed: int
    removed: int
    same: int


def changes(old: TrackedReport, new: TrackedReport) -> tuple[Change, ...]:
    """Every difference: the report, its measures in order, indicators, recorded results.

    Claims are not listed, as they only repeat the text. What stands in `retired` is still
    there, so it is not told as removed; its measure is.
    """
    before, after = Named.of(old), Named.of(new)
    found = chain(
        _fields("report", None, "รายงาน", old.report, new.report),
        _fields("report", None, "รายงาน", old, new),
        _records("measure", _measures(old), _measures(new), before.measure, after.measure),
        _records(
            "indicator", _indicators(old), _indicators(new), before.indicator, after.indicator
        ),
        _records("result", _results(old), _results(new), before.result, after.result),
        _records("override", _overrides(old), _overrides(new), before.result, after.result),
        _records("finding", _accepted(old), _accepted(new), before.finding, after.finding),
    )
    return tuple(found)


def unchanged(old: TrackedReport, new: TrackedReport) -> bool:
    """Whether storing `new` over `old` would change nothing that anyone sees; claims count."""
    return not changes(old, new) and _claims(old) == _claims(new)


def counts(old: TrackedReport, new: TrackedReport) -> Counts:
    """The same, counted by measure."""
    ids, its = set(_measures(old)), set(_measures(new))
    touched = {change.measure_id for change in changes(old, new)} & ids & its
    return Counts(
        new=len(its - ids),
        changed=len(touched),
        removed=len(ids - its),
        same=len(ids & its - touched),
    )


class Named:
    """What each record of one version is called, and which measure it belongs to."""

    def __init__(self, measures: Mapping[str, Measure], indicators: Mapping[str, Indicator]):
        self.measures, self.indicators = measures, indicators

    @classmethod
    def of(cls, tracked: TrackedReport) -> "Named":
        measures = _measures(tracked) | {each.measure.id: each.measure for each in tracked.retired}
        return cls(measures, _indicators(tracked))

    def measure(self, measure: Measure | None) -> tuple[str | None, str]:
        if measure is None:
            return None, "มาตรการ"
        return measure.id, called(measure)

    def indicator(self, indicator: Indicator | None) -> tuple[str | None, str]:
        if indicator is None:
            return None, "ตัวชี้วัด"
        key, name = self.measure(self.measures.get(indicator.measure_id))
        return key, f"{name} ตัวชี้วัด {indicator.name}"

    def result(self, result: Actual | Override) -> tuple[str | None, str]:
        return self.indicator(self.indicators.get(result.indicator_id))

    def finding(self, accepted: AcceptedFinding) -> tuple[str | None, str]:
        if accepted.measure_id is None:
            return None, "รายงาน ข้อสังเกต"
        key, name = self.measure(self.measures.get(accepted.measure_id))
        return key, f"{name} ข้อสังเกต"


def called(measure: Measure) -> str:
    """ "มาตรการ 4", by its title without a number: how sentences begin."""
    return (
        f"มาตรการ {measure.number}" if measure.number is not None else f"มาตรการ “{measure.title}”"
    )


def _measures(tracked: TrackedReport) -> dict[str, Measure]:
    return {measure.id: measure for measure in tracked.report.measures}


def _results(tracked: TrackedReport) -> dict[str, Actual]:
    return {a.id: a for a in _every(tracked, "actuals") if a.basis is not Basis.CLAIMED}


def _claims(tracked: TrackedReport) -> dict[str, Number]:
    return {a.indicator_id: a.amount for a in tracked.actuals if a.basis is Basis.CLAIMED}


def _overrides(tracked: TrackedReport) -> dict[str, Override]:
    return {override.indicator_id: override for override in _every(tracked, "overrides")}


def _accepted(tracked: TrackedReport) -> dict[str, AcceptedFinding]:
    return {f"{one.code}/{one.measure_id}/{one.words}": one for one in tracked.accepted}


def _indicators(tracked: TrackedReport) -> dict[str, Indicator]:
    return {indicator.id: indicator for indicator in _every(tracked, "indicators")}


def _every(tracked: TrackedReport, name: str) -> Iterable[Any]:
    """The records of the report and of its retired measures."""
    return chain(getattr(tracked, name), *(getattr(each, name) for each in tracked.retired))


def _records(
    subject: Subject,
    old: Mapping[str, Record],
    new: Mapping[str, Record],
    name_before: Callable[[Record], tuple[str | None, str]],
    name_after: Callable[[Record], tuple[str | None, str]],
) -> Iterator[Change]:
    for key, record in new.items():
        measure_id, name = name_after(record)
        if key in old:
            yield from _fields(subject, measure_id, f"{name}{of_day(old[key])}", old[key], record)
        else:
            yield _whole("new", subject, measure_id, name, record)
    for key, record in old.items():
        if key not in new:
            yield _whole("removed", subject, *name_before(record), record)


def of_day(record: object) -> str:
    """Which of an indicator's results it is, by its day: " วันที่ 31 ต.ค. 2567"; "" for others."""
    return f" วันที่ {thai_date(record.on)}" if isinstance(record, Actual) and record.on else ""


def _whole(kind: What, subject: Subject, measure_id: str | None, name: str, it: Record) -> Change:
    words = said(subject, it)
    sides = {"new": words} if kind == "new" else {"old": words}
    return Change(kind=kind, subject=subject, measure_id=measure_id, name=name, **sides)


def _fields(
    subject: Subject, measure_id: str | None, name: str, old: object, new: object
) -> Iterator[Change]:
    different = [
        field
        for field in SHOWN[subject]
        if hasattr(old, field) and getattr(old, field) != getattr(new, field)
    ]
    for field in different:
        words = SHOWN[subject][field]
        if FOLLOWS.get(field) not in different:
            yield Change(
                kind="changed",
                subject=subject,
                measure_id=measure_id,
                name=name,
                field=field,
                old=words(old),
                new=words(new),
            )
