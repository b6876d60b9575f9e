"""Changes put together by the measure they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass

from ita_data.changes.comparing import Change, called
from ita_data.model import Measure, TrackedReport

WHOLE_REPORT = "ทั้งรายงาน"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedMeasure:
    """The changes of one measure. `measure_id` None and `title` "ทั้งรายงาน": of no measure.
    `called`: how sentences about it begin."""

    measure_id: str | None
    title: str
    changes: tuple[Change, ...]
    called: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The changes in words under the title, which names the measure already."""
        return tuple(_under(change.sentence, self.called) for change in self.changes)


def by_measure(
    found: Iterable[Change], old: TrackedReport, new: TrackedReport
) -> tuple[ChangedMeasure, ...]:
    """What belongs to no measure first, then the new report's measures in its order, then
    those that are gone. Measures without a change are left out."""
    lists: dict[str | None, list[Change]] = {None: []}
    titles: dict[str | None, str] = {None: WHOLE_REPORT}
    names: dict[str | None, str] = {}
    for measure in _measures(new, old):
        lists.setdefault(measure.id, [])
        titles.setdefault(measure.id, _title(measure))
        names.setdefault(measure.id, called(measure))
    for change in found:
        lists[change.measure_id if change.measure_id in lists else None].append(change)
    return tuple(
        ChangedMeasure(
            measure_id=key, title=titles[key], changes=tuple(those), called=names.get(key, "")
        )
        for key, those in lists.items()
        if those
    )


def _under(sentence: str, name: str) -> str:
    rest = sentence.removeprefix(name)
    return rest.lstrip(": ") if name and rest[:1] in (":", " ") else sentence


def _measures(*versions: TrackedReport) -> Iterable[Measure]:
    for tracked in versions:
        yield from tracked.report.measures
        yield from (each.measure for each in tracked.retired)


def _title(measure: Measure) -> str:
    title = " ".join(measure.title.split()) or "ไม่มีชื่อมาตรการ"
    return title if measure.number is None else f"{called(measure)}: {title}"
