"""Thai text: digits of both scripts, folding for comparison, leftover html."""

from ita_data.thai.folding import Folded, fold, squash, to_arabic, to_thai_digits
from ita_data.thai.markup import clean, has_markup

__all__ = ["Folded", "clean", "fold", "has_markup", "squash", "to_arabic", "to_thai_digits"]
