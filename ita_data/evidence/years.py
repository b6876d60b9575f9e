"""Years in an address, a title or a page, as Buddhist-era years."""

import re

from ita_data.dates import BE_OFFSET
from ita_data.thai import to_arabic

# Years that a link of this program's time can be about (our choice).
_BE, _CE = range(2550, 2600), range(2007, 2057)
_FOUR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Uploads stand in folders or names by day: 20250131, 2568-01-31.
_DAY = re.compile(r"(?<!\d)(\d{4})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?(?!\d)")


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, ascending; Thai digits too."""
    digits = to_arabic(text)
    found = [int(year) for year in (*_FOUR.findall(digits), *_DAY.findall(digits))]
    in_be = (year if year in _BE else year + BE_OFFSET for year in found if _is_year(year))
    return tuple(sorted(set(in_be)))


def _is_year(year: int) -> bool:
    return year in _BE or year in _CE
