"""The rules of docs/adr/0003 once more, read aloud for one indicator in exact fractions, and
held against the vectorised ones."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.model import Actual, Basis, Cadence, Indicator, Status
from ita_data.progress import assess
from ita_data.schedule import due_dates
from ita_data.tables import tables_of
from tests.invented import END, PROOF, START, indicator, recorded, tracked


def achieved_by(promise: Indicator, results: list[Actual], as_of: date) -> Fraction | None:
    past = [result for result in results if result.on and result.on <= as_of]
    if not past:
        return None
    if promise.level:
        latest = max(result.on for result in past if result.on)
        return Fraction(str([result for result in past if result.on == latest][-1].amount))
    return sum((Fraction(str(result.amount)) for result in past), Fraction(0))


def expected_by(promise: Indicator, as_of: date) -> tuple[Fraction, int]:
    dues = due_dates(START, END, promise.cadence)
    passed = sum(due <= as_of for due in dues)
    share = Fraction(bool(passed)) if promise.level else Fraction(passed, len(dues))
    return Fraction(promise.target or 0) * share, passed


def status_by(promise: Indicator, results: list[Actual], as_of: date) -> Status:
    if promise.target is None:
        return Status.NO_TARGET
    done, ended = achieved_by(promise, results, as_of), as_of >= END
    expected, passed = expected_by(promise, as_of)
    if done is None:
        return Status.NOT_REPORTED if passed else Status.NOT_DUE
    if promise.comparison == "<=" or (promise.comparison == "=" and promise.target == 0):
        if done <= promise.target:
            return Status.ACHIEVED if ended else Status.ON_TRACK
        return Status.OVERDUE if ended else Status.BEHIND
    if done >= promise.target:
        return Status.ACHIEVED
    if ended:
        return Status.OVERDUE
    if expected == 0 or done / expected >= Fraction("0.95"):
        return Status.ON_TRACK
    return Status.WATCH if done / expected >= Fraction("0.85") else Status.BEHIND


PROMISES = st.builds(
    indicator,
    target=st.sampled_from([None, 0, 1, 3, 4, 20, 40]),
    comparison=st.sampled_from(["=", ">=", "<="]),
    level=st.booleans(),
    cadence=st.sampled_from(
        [Cadence(), Cadence(every_months=3), Cadence(every_days=30), Cadence(per_year=10)]
    ),
)
AMOUNTS = st.sampled_from([0, 0.1, 0.7, 1, 1.7, 2, 3.4, 8.5, 9.5, 17, 19, 20])
DAYS = st.integers(-20, 390).map(lambda days: START + timedelta(days=days))
RESULTS = st.lists(st.builds(recorded, AMOUNTS, DAYS, evidence=st.just(PROOF)), max_size=5)


@settings(max_examples=200)
@given(PROMISES, RESULTS, st.one_of(DAYS, st.sampled_from([START, END])))
def test_each_status_is_as_the_rules_read(
    promise: Indicator, results: list[Actual], as_of: date
) -> None:
    frame = assess(tables_of({"r": tracked(promise, *results)}), as_of).indicators
    found = frame.set_index("basis")["status"]
    expected = status_by(promise, results, as_of)
    assert (found[Basis.RECORDED], found[Basis.EVIDENCED]) == (expected, expected)
    assert found[Basis.CLAIMED] == status_by(promise, [], as_of)
