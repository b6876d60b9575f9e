"""A round of results that an officer is entering: what was typed, what is wrong with it, and
the report it makes."""

from ita_data.recording.checking import (
    entry_problems,
    is_link,
    parse_amount,
    problems,
    proposed_day,
)
from ita_data.recording.finishing import finish, put_together, reason_of
from ita_data.recording.typed import (
    CORRECTION_REASONS,
    OTHER_REASON,
    Entry,
    EntryField,
    Problem,
    Round,
)

__all__ = [
    "CORRECTION_REASONS", "OTHER_REASON", "Entry", "EntryField", "Problem", "Round",
    "entry_problems", "finish", "is_link", "parse_amount", "problems", "proposed_day",
    "put_together", "reason_of",
]  # fmt: skip
