"""What changed between two versions of a report, in plain words; and what a new file keeps.

`changes` and `counts` compare two versions of one report, or a stored one and what
`carry_over` made of a new file: both must speak of the same ids. `merge` puts the work of two
people on one version together; `next_year` makes the plan of the year after, and
`leftovers` are its words that still speak of the year before.
"""

from ita_data.changes.absent import Absent, absent
from ita_data.changes.carrying import carry_over
from ita_data.changes.clashes import Clash
from ita_data.changes.comparing import Change, Counts, changes, counts, unchanged
from ita_data.changes.fieldwise import Side
from ita_data.changes.grouping import ChangedMeasure, by_measure
from ita_data.changes.leftover import Leftover, leftovers, with_proposed
from ita_data.changes.matching import match_measures
from ita_data.changes.merging import Merged, merge
from ita_data.changes.pairing import Pair, paired, unused_id
from ita_data.changes.planning import next_year

__all__ = [
    "Absent", "Change", "ChangedMeasure", "Clash", "Counts", "Leftover", "Merged", "Pair", "Side",
    "absent", "by_measure", "carry_over", "changes", "counts", "leftovers", "match_measures",
    "merge", "next_year", "paired", "unchanged", "unused_id", "with_proposed",
]  # fmt: skip
