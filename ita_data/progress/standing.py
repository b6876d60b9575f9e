"""Where each indicator stands: expected, ratio, percent, status. Rules: docs/adr/0003."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from ita_data.model import Status
from ita_data.progress.ceilings import Held, held_on_dues
from ita_data.progress.dues import NO_DAY, Dues, day_of, days_of
from ita_data.progress.keys import Ints
from ita_data.progress.results import Flags, Floats, Results
from ita_data.settings import Thresholds

STATUSES = tuple(Status)
CODE = {status: code for code, status in enumerate(STATUSES)}
# Undoes 0.1 + 0.2 and the like; relative to the target, far below any amount that is counted.
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """Of n indicators: `target`, `expected` (n); on each basis (n × 3) the rest.

    `expected`: NaN without a target. `ratio`: achieved ÷ expected, NaN where nothing is
    expected, reported, or where the target is a ceiling. `percent`: 0..1, NaN unknown.
    `covered`: how many due dates, from the first, the achieved amount covers; `held`: which
    of a ceiling's.
    `status`: index in `STATUSES`, by the rules, without any override. `stepped` (n): the
    target is owed step by step, not whole at each due date.
    """

    target: Floats
    expected: Floats
    ratio: Floats
    percent: Floats
    covered: Ints
    held: Held
    status: Ints
    stepped: Flags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Facts:
    """What the rules ask, as columns (n × 1) and bases (n × 3)."""

    target: Floats
    slack: Floats
    known: Flags
    ceiling: Flags
    started: Flags
    ended: Flags
    due: Flags
    level: Flags
    passed: Ints
    total: Ints
    achieved: Floats
    reported: Flags
    met: Flags


def standing_of(
    indicators: pd.DataFrame, dues: Dues, results: Results, as_of: date, thresholds: Thresholds
) -> Standing:
    facts = _facts(indicators, dues, results, as_of)
    expected = _expected(facts)
    ratio = _ratio(facts, expected)
    held = _held(facts, dues, results)
    return Standing(
        target=facts.target[:, 0],
        expected=expected[:, 0],
        ratio=ratio,
        percent=_percent(facts),
        covered=_covered(facts, held),
        held=held,
        status=_status(facts, ratio, thresholds),
        stepped=~(facts.ceiling | facts.level)[:, 0],
    )


def _facts(indicators: pd.DataFrame, dues: Dues, results: Results, as_of: date) -> _Facts:
    target = _column(indicators["target"].to_numpy())
    ceiling = _ceiling(indicators, target)
    start, end = _column(days_of(indicators["start"])), _column(days_of(indicators["end"]))
    valid, today = (start != NO_DAY) & (start <= end), day_of(as_of)
    slack = TOLERANCE * np.maximum(1, np.abs(target))
    achieved = results.achieved
    return _Facts(
        target=target,
        slack=slack,
        known=~np.isnan(target),
        ceiling=ceiling,
        started=valid & (start <= today),
        ended=valid & (end <= today),
        due=_column(dues.passed) > 0,
        level=_column(indicators["level"].to_numpy()),
        passed=_column(dues.passed),
        total=_column(dues.total),
        achieved=achieved,
        reported=results.reported,
        met=np.where(ceiling, achieved <= target + slack, achieved >= target - slack),
    )


def _column(values: Any) -> Any:
    return values.reshape(-1, 1)


def _ceiling(indicators: pd.DataFrame, target: Floats) -> Flags:
    """At most so much; "exactly none" is a ceiling too, else five complaints would reach it."""
    comparison = _column(indicators["comparison"].to_numpy(dtype=object))
    ceiling: Flags = (comparison == "<=") | ((comparison == "=") & (target == 0))
    return ceiling


def _expected(facts: _Facts) -> Floats:
    """Stepped by due dates; a level at once when first due; a ceiling from the first day."""
    share = facts.passed / np.maximum(facts.total, 1)
    share = np.where(facts.level, facts.due, share)
    return facts.target * np.where(facts.ceiling, facts.started, share)


def _ratio(facts: _Facts, expected: Floats) -> Floats:
    comparable = (expected > 0) & ~facts.ceiling
    return facts.achieved / np.where(comparable, expected, np.nan)


def _percent(facts: _Facts) -> Floats:
    """Of the whole target, at most 1. What has no share (a ceiling, none) is met or not."""
    divides = ~facts.ceiling & (facts.target > 0)
    share = facts.achieved / np.where(divides, facts.target, np.nan)
    share = np.where(divides & ~facts.met, np.clip(share, 0, 1), facts.met)
    return np.where(facts.reported & facts.known, share, np.nan)


def _held(facts: _Facts, dues: Dues, results: Results) -> Held:
    highest = (facts.target + facts.slack)[:, 0]
    return held_on_dues(dues, results.entries, facts.ceiling[:, 0], facts.level[:, 0], highest)


def _covered(facts: _Facts, held: Held) -> Ints:
    """Of a count: as many due dates as its share of the target reaches. Of a level: all or
    none. Of a ceiling: those that passed before it was first exceeded."""
    counted = ~facts.ceiling & ~facts.level & (facts.target > 0)
    share = facts.achieved / np.where(counted, facts.target, np.nan)
    steps = np.floor((np.clip(share, 0, 1) + TOLERANCE) * facts.total)
    whole = np.where(facts.met, facts.total, 0)
    whole = np.where(facts.ceiling, held.unbroken(facts.passed), whole)
    covered = np.where(counted & ~facts.met, np.nan_to_num(steps), whole)
    return np.where(facts.reported & facts.known, covered, 0).astype(np.int64)


def _status(facts: _Facts, ratio: Floats, thresholds: Thresholds) -> Ints:
    """The first rule that fits."""
    reported, ceiling, met = facts.reported, facts.ceiling, facts.met
    rules = [
        (Status.NO_TARGET, ~facts.known),
        (Status.ACHIEVED, met & (~ceiling | facts.ended)),
        (Status.OVERDUE, facts.ended & reported),
        (Status.NOT_REPORTED, facts.due & ~reported),
        (Status.BEHIND, ratio < thresholds.behind_below - TOLERANCE),
        (Status.BEHIND, ceiling & reported & ~met),
        (Status.WATCH, ratio < thresholds.watch_below - TOLERANCE),
        (Status.ON_TRACK, reported),
    ]
    conditions = [np.broadcast_to(condition, reported.shape) for _, condition in rules]
    codes = [CODE[status] for status, _ in rules]
    return np.select(conditions, codes, default=CODE[Status.NOT_DUE]).astype(np.int64)
