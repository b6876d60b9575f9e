"""Indicators rolled up: by measure, by report, by department."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ita_data.model import Basis, Status
from ita_data.progress.dues import NO_DAY
from ita_data.progress.keys import Ints
from ita_data.progress.results import Flags, Floats
from ita_data.progress.standing import CODE, STATUSES

# A measure has the first of these that one of its indicators has (docs/adr/0003).
WORST_FIRST = (
    Status.OVERDUE,
    Status.BEHIND,
    Status.NOT_REPORTED,
    Status.WATCH,
    Status.ON_TRACK,
    Status.NOT_DUE,
    Status.ACHIEVED,
    Status.NO_TARGET,
)
# Late for certain; what is not reported may have been done, and is counted apart.
LATE = (Status.OVERDUE, Status.BEHIND)
NO_INDICATOR = "ยังไม่มีตัวชี้วัด"
NO_TARGET = "ไม่มีเป้าหมายเชิงปริมาณ"
NO_RESULT = {
    Basis.CLAIMED: "รายงานยังไม่ระบุผลเป็นจำนวน",
    Basis.RECORDED: "ยังไม่มีการบันทึกผล",
    Basis.EVIDENCED: "ยังไม่มีผลที่มีหลักฐาน",
}
# Why a percent is unknown; "" where it is known.
REASONS = ("", NO_INDICATOR, NO_TARGET, *NO_RESULT.values())
REASON_KNOWN, REASON_NO_INDICATOR, REASON_NO_TARGET = 0, 1, 2
REASON_NO_RESULT = np.arange(3, 6)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """Of n indicators: what is rolled up (n, or n × bases)."""

    status: Ints
    percent: Floats
    reported: Flags
    with_target: Flags
    next_due: Ints
    overdue_since: Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RolledUp:
    """Of g groups: `counts` of indicators (g × bases × statuses), `with_target`,
    `indicators` and `next_due` (g), the rest g × bases. Days: NO_DAY where there is none."""

    counts: Ints
    indicators: Ints
    with_target: Ints
    reported: Ints
    percent: Floats
    reason: Ints
    next_due: Ints
    overdue_since: Ints


def roll_up(found: Found, members: Ints, groups: Ints, size: int) -> RolledUp:
    """Indicator `members[i]` belongs to group `groups[i]` of 0..size-1; to several, if listed so.

    Percent: mean over the group's indicators with a target. One of them with nothing
    reported counts as nothing done, once another is reported; unknown where none is.
    """
    target, reported = found.with_target[members], found.reported[members]
    done = np.nan_to_num(found.percent[members])
    counts = count(groups, found.status[members], size)
    with_target = _sum(groups, target[:, None], size)
    answered = _sum(groups, reported & target[:, None], size)
    share = _sum(groups, done, size) / np.maximum(with_target, 1)
    indicators = np.bincount(groups, minlength=size)
    return RolledUp(
        counts=counts,
        indicators=indicators,
        with_target=with_target[:, 0].astype(np.int64),
        reported=_sum(groups, reported, size).astype(np.int64),
        percent=np.where(answered > 0, np.minimum(share, 1), np.nan),
        reason=reasons(indicators[:, None], with_target, answered),
        next_due=_earliest(groups, found.next_due[members, None], size)[:, 0],
        overdue_since=_earliest(groups, found.overdue_since[members], size),
    )


def reasons(indicators: NDArray[Any], with_target: NDArray[Any], answered: NDArray[Any]) -> Ints:
    """Index in `REASONS`, one a group and basis."""
    return np.select(
        [
            np.broadcast_to(indicators == 0, answered.shape),
            np.broadcast_to(with_target == 0, answered.shape),
            answered == 0,
        ],
        [REASON_NO_INDICATOR, REASON_NO_TARGET, np.broadcast_to(REASON_NO_RESULT, answered.shape)],
        default=REASON_KNOWN,
    ).astype(np.int64)


def worst(counts: Ints) -> Ints:
    """The status of each group and basis: the first of `WORST_FIRST` that is counted."""
    order = np.array([CODE[status] for status in WORST_FIRST])
    present = counts[..., order] > 0
    chosen = np.where(present.any(axis=-1), present.argmax(axis=-1), len(order) - 1)
    return order[chosen]


def pressing(status: Status, since: date) -> tuple[int, date]:
    """What is told first: the worst status; of one status, what is late the longest."""
    return WORST_FIRST.index(status), since


def count(groups: Ints, status: Ints, size: int) -> Ints:
    """How many of each status each group has: size × bases × statuses."""
    kinds = len(STATUSES)
    columns = [
        np.bincount(groups * kinds + column, minlength=size * kinds).reshape(size, kinds)
        for column in status.T
    ]
    return np.stack(columns, axis=1)


def _sum(groups: Ints, values: NDArray[np.generic], size: int) -> Floats:
    columns = [np.bincount(groups, weights=column, minlength=size) for column in values.T]
    return np.stack(columns, axis=1)


def _earliest(groups: Ints, days: Ints, size: int) -> Ints:
    """The first day in each group; NO_DAY is no day."""
    latest = np.iinfo(np.int64).max
    first = np.full((size, days.shape[1]), latest, dtype=np.int64)
    np.minimum.at(first, groups, np.where(days == NO_DAY, latest, days))
    return np.where(first == latest, NO_DAY, first)
