"""The officer's review of a file that was read: what was understood, and what they said of it.

A `Review` keeps the reading and the officer's words apart, so that reading the file again
(other columns, another year) takes back nothing that was typed. Every function gives a new
review; `finish` gives the report to be stored.
"""

from ita_data.review.deciding import (
    accept_all,
    add_indicator,
    correct_claim,
    correct_indicator,
    edit_measure,
    exclude_measure,
    finish,
    missing,
    reread,
    start,
    use_indicator,
    with_columns,
)
from ita_data.review.observed import open_findings
from ita_data.review.records import MeasureEdit, Review
from ita_data.review.reported import ReportedOn, named_reported_on
from ita_data.review.standing import let_stay, stand_on, to_be_stored

__all__ = [
    "MeasureEdit", "ReportedOn", "Review", "accept_all", "add_indicator", "correct_claim",
    "correct_indicator", "edit_measure", "exclude_measure", "finish", "let_stay",
    "missing", "named_reported_on", "open_findings", "reread", "stand_on", "start",
    "to_be_stored", "use_indicator", "with_columns",
]  # fmt: skip
