"""Targets against actuals by a day, for one agency or thousands. Pure: the day is an argument.

Source of the rules: the project's domain notes, "Progress"; choices are in docs/adr/0003.
"""

from ita_data.progress.assessment import Progress, assess
from ita_data.progress.claims import Claims
from ita_data.progress.months import monthly
from ita_data.progress.rollup import LATE, REASONS, WORST_FIRST, pressing
from ita_data.progress.unreported import unreported_since

__all__ = [
    "LATE",
    "REASONS",
    "WORST_FIRST",
    "Claims",
    "Progress",
    "assess",
    "monthly",
    "pressing",
    "unreported_since",
]
