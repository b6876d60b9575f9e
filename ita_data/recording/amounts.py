"""Amounts as people type them."""

import re
from decimal import Decimal

from ita_data.model import Number
from ita_data.thai import to_arabic

# Beyond these digits a number is a slip of the hand, and no longer exact.
LARGEST = 10**15
_AMOUNT = re.compile(r"\d+(?:\.\d+)?|\.\d+")


def parse_amount(text: str) -> Number | None:
    """ "๑,๒๕๐" → 1250, "2.5 %" → 2.5; None where it is no number of zero or more."""
    plain = re.sub(r"[,\s%]", "", to_arabic(text))
    if not _AMOUNT.fullmatch(plain) or (amount := float(plain)) >= LARGEST:
        return None
    return int(amount) if amount.is_integer() else amount


def amount_text(amount: Number) -> str:
    """1250 → "1,250", 85.125 → "85.125", 1e14 → "100,000,000,000,000": every digit, so that it
    reads back as the same."""
    whole, _, rest = f"{Decimal(repr(amount)):,f}".partition(".")
    return f"{whole}.{rest.rstrip('0')}".rstrip(".")
