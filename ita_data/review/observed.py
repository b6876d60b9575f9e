"""What was observed while reading, less what the officer has put right since."""

from collections.abc import Iterator, Mapping

from ita_data.findings import Finding
from ita_data.model import Measure
from ita_data.place import Place
from ita_data.review.records import MeasureEdit, Review

# Where a field was read, for those that are read from another one's words.
READ_FROM: Mapping[str, tuple[str, ...]] = {
    "start": ("start", "period_text"),
    "end": ("end", "period_text"),
    "departments": ("departments_text",),
}


def open_findings(review: Review) -> tuple[Finding, ...]:
    """Findings of the file without those about a cell whose field the officer wrote anew,
    or about a row they took out."""
    measures = review.loaded.report.measures
    settled = {place for measure in measures for place in _settled(review, measure)}
    return tuple(
        finding
        for finding in review.loaded.findings
        if finding.place not in settled and finding.measure_id not in review.excluded
    )


def _settled(review: Review, measure: Measure) -> Iterator[Place]:
    edit = review.edits.get(measure.id)
    for name in MeasureEdit.__slots__ if edit else ():
        if getattr(edit, name) is not None:
            for field in READ_FROM.get(name, (name,)):
                yield from measure.cells.get(field, ())
