"""What results come to together, and where that is so much that it may be a slip of the hand."""

from collections.abc import Sequence

from ita_data.model import Actual, Indicator, Number

# Our choice: a good year may bring half as much again, a digit too many ten times as much. Of
# small targets twice as much is nothing strange, so that it must be more by some as well.
TIMES = 2
MORE_BY = 10
PERCENT = "ร้อยละ"


def total(results: Sequence[Actual], *, level: bool) -> Number:
    """All of them together; of a level the latest, the last told of those on one day. There
    must be some."""
    if level:
        return max(enumerate(results), key=lambda one: (str(one[1].on or ""), one[0]))[1].amount
    return sum(result.amount for result in results)


def far_above(indicator: Indicator, amount: Number) -> bool:
    """Whether what was done is so far above the target that it should be looked at again.

    A ceiling has no such amount, and a percentage has rules of its own.
    """
    target = indicator.target
    if not target or indicator.comparison == "<=" or indicator.unit == PERCENT:
        return False
    return amount > TIMES * target and amount >= target + MORE_BY
