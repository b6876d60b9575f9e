"""Thai text: digits of both scripts, folding for comparison, leftover html."""

from ita_data.thai.folding import Folded, fold, squash, to_arabic, to_thai_digits
from ita_data.thai.markup import clean, has_markup
from ita_data.thai.patterns import beginnings, one_of
from ita_data.thai.remembering import remembered

__all__ = [
    "Folded",
    "beginnings",
    "clean",
    "fold",
    "has_markup",
    "one_of",
    "remembered",
    "squash",
    "to_arabic",
    "to_thai_digits",
]
