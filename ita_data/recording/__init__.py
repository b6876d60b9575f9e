"""A round of results that an officer is entering: what was typed, what is wrong with it, and
the report it makes."""

from ita_data.recording.amounts import amount_text, parse_amount
from ita_data.recording.cell_checks import cell_problems
from ita_data.recording.checking import entry_problems, problems, proposed_day
from ita_data.recording.doubts import doubts
from ita_data.recording.fields import link_problem, reason_problem
from ita_data.recording.finishing import finish, put_together
from ita_data.recording.months import (
    Cells,
    cell_key,
    cell_of,
    day_of,
    drop_cell,
    put_cell,
    same_as_before,
    shown,
)
from ita_data.recording.proofs import ACCEPTED_WORDS, media_type_of, proof_kind, proof_problem
from ita_data.recording.removing import keep_result, put_back, remove_result, withdraw
from ita_data.recording.subjects import first_typed, indicator_of, typed_for
from ita_data.recording.telling import reason_of
from ita_data.recording.typed import (
    CORRECTION_REASONS,
    OTHER_REASON,
    REMOVAL_REASONS,
    Entry,
    EntryField,
    Problem,
    Round,
)

__all__ = [
    "ACCEPTED_WORDS", "CORRECTION_REASONS", "OTHER_REASON", "REMOVAL_REASONS", "Cells", "Entry",
    "EntryField", "Problem", "Round", "amount_text", "cell_key", "cell_of", "cell_problems",
    "day_of", "doubts", "drop_cell", "entry_problems", "finish", "first_typed", "indicator_of",
    "keep_result", "link_problem", "media_type_of", "parse_amount", "problems",
    "proof_kind", "proof_problem", "proposed_day", "put_back", "put_cell", "put_together",
    "reason_of", "reason_problem", "remove_result", "same_as_before", "shown", "typed_for",
    "withdraw",
]  # fmt: skip
