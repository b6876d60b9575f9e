"""What is still to be put right in a report before it is handed in.

The findings of the rules, known again from version to version; those that the officer let
stand; what became of them since an older version; which requirements of the form are met.
"""

from ita_data.readiness.accepting import accept, withdraw
from ita_data.readiness.grouping import Bundle, Group, bundles, by_measure, by_rule
from ita_data.readiness.observed import Observed, Readiness, Since, readiness_of, since
from ita_data.readiness.places import on_lasting_ids, seen_in
from ita_data.readiness.requirements import REQUIREMENTS, Requirement, requirements_of

__all__ = [
    "REQUIREMENTS", "Bundle", "Group", "Observed", "Readiness", "Requirement", "Since", "accept",
    "bundles", "by_measure", "by_rule", "on_lasting_ids", "readiness_of", "requirements_of",
    "seen_in", "since", "withdraw",
]  # fmt: skip
