"""Where in a measure a finding's words stand; and whose finding it is after an import."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast, get_args

from ita_data.findings import Finding
from ita_data.model import Field, Measure, Report
from ita_data.thai import fold

Spans = tuple[tuple[int, int], ...]


def seen_in(finding: Finding, measure: Measure) -> dict[Field, Spans]:
    """The columns of the measure that the finding is about, with the spans of its words; a
    column without spans is meant as a whole. {} where the finding names none."""
    marked = {
        cast(Field, passage.column): passage.spans
        for passage in finding.passages
        if passage.measure_id == measure.id and passage.spans
    }
    return marked or _by_words(finding, measure) or _by_place(finding, measure)


def on_lasting_ids(findings: Iterable[Finding], read: Report, kept: Report) -> tuple[Finding, ...]:
    """Findings of a reading under the ids that `kept` has for the same measures in the same
    order, what else stayed aside: what carry_over made of `read`."""
    found = (measure for measure in kept.measures if measure.in_file)
    names = {old.id: new.id for old, new in zip(read.measures, found, strict=True)}
    return tuple(
        replace(
            finding,
            measure_id=names.get(finding.measure_id, finding.measure_id),
            passages=tuple(
                replace(one, measure_id=names.get(one.measure_id, one.measure_id))
                for one in finding.passages
            ),
        )
        if finding.measure_id
        else finding
        for finding in findings
    )


def _by_words(finding: Finding, measure: Measure) -> dict[Field, Spans]:
    """The first column that has the words, whatever white space and digits stand in them."""
    wanted = fold(finding.words).text
    for column in get_args(Field) if wanted else ():
        value = getattr(measure, column)
        folded = fold(value) if isinstance(value, str) else None
        at = folded.text.find(wanted) if folded else -1
        if folded and at >= 0:
            return {column: (folded.span(at, at + len(wanted)),)}
    return {}


def _by_place(finding: Finding, measure: Measure) -> dict[Field, Spans]:
    return {
        cast(Field, column): ()
        for column, places in measure.cells.items()
        if finding.place in places
    }
