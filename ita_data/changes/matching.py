"""Which measure of one report is which of another: by title, helped by the number."""

from collections.abc import Iterator, Mapping

from rapidfuzz.fuzz import ratio

from ita_data.model import Measure, Report
from ita_data.thai import squash

# Our choice (docs/adr/0005): results of one measure must not land on another, so a title
# that changed much needs its number to vouch for it, and even then half of it must be left.
ALIKE = 0.8
ALIKE_WITH_NUMBER = 0.5
NUMBER_COUNTS = 0.1


def match_measures(old: Report, new: Report) -> Mapping[str, str]:
    """Id in the new report → id in the old one. What is not in it has no counterpart.

    Each measure is matched at most once, the most alike first; of equally alike ones those
    with the same number, then those that stand nearest to the same row.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, old_id, new_id in sorted(_candidates(old, new)):
        if new_id not in found and old_id not in taken:
            found[new_id] = old_id
            taken.add(old_id)
    return found


def _candidates(old: Report, new: Report) -> Iterator[tuple[float, int, str, str]]:
    """(how unlike, how far apart, old id, new id), the best ones smallest."""
    names = [(at, measure, _name(measure)) for at, measure in enumerate(old.measures)]
    for row, measure in enumerate(new.measures):
        name = _name(measure)
        for at, before, its_name in names:
            same_number = measure.number is not None and measure.number == before.number
            alike = ratio(name, its_name) / 100
            if alike >= (ALIKE_WITH_NUMBER if same_number else ALIKE):
                yield -(alike + NUMBER_COUNTS * same_number), abs(row - at), before.id, measure.id


def _name(measure: Measure) -> str:
    """What the measure is called; its steps where the file gives no title."""
    return squash(measure.title) or squash(measure.steps)
