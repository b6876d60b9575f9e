"""A review of a stored report shows the earlier decisions, as storing keeps them."""

from dataclasses import replace
from datetime import date

import pytest

import ita_data
from ita_data import review as r
from ita_data.changes import changes, unchanged
from ita_data.codec import from_json, to_json
from ita_data.export.template import tracking_workbook
from ita_data.loaded import Loaded
from ita_data.model import Actual, Basis, Decision, TrackedReport
from ita_data.review import Review
from tests.test_review import LOADED, MANUALS, REPORT, measure

NEXT = replace(REPORT, fiscal_year=2569)


def stored() -> TrackedReport:
    """All accepted, but the manuals corrected 7 → 8, and the channels dropped; a result."""
    review = r.accept_all(r.start(LOADED))
    manuals, training, channels = review.indicators
    review = r.correct_indicator(review, manuals.id, target=8)
    review = r.use_indicator(review, channels.id, used=False)
    result = Actual(
        id="r1", indicator_id=training.id, amount=1, basis=Basis.RECORDED, on=date(2024, 11, 3)
    )
    tracked = r.finish(review)
    return replace(tracked, actuals=(*tracked.actuals, result), reported_on=date(2025, 3, 31))


def with_training(steps: str) -> Loaded:
    return replace(
        LOADED, report=replace(REPORT, measures=(MANUALS, measure(2, "อบรมคุณธรรม", steps)))
    )


def shown(review: Review) -> list[tuple[str, object, Decision]]:
    return [(i.id, i.target, i.decision) for i in review.indicators]


def kept(review: Review, before: TrackedReport) -> TrackedReport:
    return r.to_be_stored(review, before, r.finish(review))


DECIDED = [
    ("m1-1", 8, Decision.CORRECTED),
    ("m2-1", 4, Decision.ACCEPTED),
    ("m2-2", 2, Decision.DROPPED),
]


def test_a_review_shows_what_was_decided_before_and_stores_it() -> None:
    before = stored()
    review = r.stand_on(r.start(LOADED), before, 1)
    assert shown(review) == DECIDED
    assert review.reported_on == date(2025, 3, 31)
    assert r.stand_on(review, before, 1) is review
    assert from_json(Review, to_json(review)) == review
    after = kept(review, before)
    assert unchanged(before, after)
    assert set(after.actuals) == set(before.actuals)


def test_what_is_decided_anew_is_what_is_stored() -> None:
    before = stored()
    review = r.stand_on(r.start(LOADED), before, 1)
    review = r.use_indicator(r.use_indicator(review, "m1-1", used=False), "m2-2")
    after = kept(r.correct_claim(review, "m2-2", 1), before)
    assert [(i.id, i.decision) for i in after.indicators] == [
        ("m1-1", Decision.DROPPED),
        ("m2-1", Decision.ACCEPTED),
        ("m2-2", Decision.CORRECTED),
    ]
    assert not unchanged(before, after)


def test_a_changed_number_waits_for_the_officer_with_its_results() -> None:
    before = stored()
    review = r.stand_on(r.start(with_training("อบรมบุคลากร ทุกๆ ๒ เดือน แจ้งผล ๒ ช่องทาง")), before, 1)
    assert shown(review)[1] == ("m2-1", 6, Decision.PROPOSED)
    after = kept(review, before)
    assert [(i.id, i.target, i.decision) for i in after.indicators] == shown(review)
    assert [a.indicator_id for a in after.actuals if a.id == "r1"] == ["m2-1"]
    assert "เป้าหมาย 4 → 6" in " ".join(change.sentence for change in changes(before, after))


def test_what_is_recorded_stays_in_the_review_when_its_words_are_written_over() -> None:
    review = r.stand_on(r.start(LOADED), stored(), 1)
    edited = r.edit_measure(review, "m2", output="แจ้งผล ๒ ช่องทาง")
    assert ("m2-1", 4, Decision.ACCEPTED) in shown(edited)
    assert ("m2-1", 4, Decision.ACCEPTED) in [
        (i.id, i.target, i.decision) for i in kept(edited, stored()).indicators
    ]


def test_another_report_takes_back_what_was_carried_but_not_what_was_said() -> None:
    review = r.stand_on(r.start(LOADED), stored(), 1)
    review = r.correct_indicator(review, "m2-1", target=12)
    assert shown(r.stand_on(review, None, 0)) == [
        ("m1-1", 7, Decision.PROPOSED),
        ("m2-1", 12, Decision.CORRECTED),
        ("m2-2", 2, Decision.PROPOSED),
    ]
    assert r.stand_on(review, None, 0).reported_on is None
    other = replace(stored(), report=NEXT)
    assert shown(r.stand_on(review, other, 4)) == [
        ("m1-1", 8, Decision.CORRECTED),
        ("m2-1", 12, Decision.CORRECTED),
        ("m2-2", 2, Decision.DROPPED),
    ]


def test_a_version_in_between_brings_its_own_decisions() -> None:
    review = r.stand_on(r.start(LOADED), stored(), 1)
    review = r.use_indicator(review, "m2-2")
    newer = stored()
    changed = (replace(newer.indicators[0], target=9), *newer.indicators[1:])
    review = r.stand_on(review, replace(newer, indicators=changed), 2)
    assert shown(review) == [
        ("m1-1", 9, Decision.CORRECTED),
        ("m2-1", 4, Decision.ACCEPTED),
        ("m2-2", 2, Decision.ACCEPTED),
    ]


@pytest.mark.parametrize("steps", ["", "อบรมบุคลากร ปีละ ๕ รุ่น"])
def test_the_own_workbook_comes_back_as_it_was(steps: str) -> None:
    """Also where the words of an indicator are gone from the report."""
    before = stored()
    if steps:
        review = r.stand_on(r.start(with_training(steps)), before, 1)
        before = kept(review, before)
    loaded = ita_data.load("x.xlsx", tracking_workbook(before))
    review = r.stand_on(r.start(loaded), before, 2)
    after = kept(review, before)
    assert [i.id for i in after.indicators] == [i.id for i in before.indicators]
    assert [a.id for a in after.actuals if a.basis is Basis.RECORDED] == ["r1"]
    assert [c.sentence for c in changes(before, after) if c.subject == "indicator"] == []


def test_what_the_officer_says_of_a_measure_that_the_file_lacks_is_what_is_stored() -> None:
    before = stored()
    alone = replace(LOADED, report=replace(REPORT, measures=(MANUALS,)))
    review = r.stand_on(r.start(alone), before, 1)

    def titles(said: Review) -> list[str]:
        return [m.id for m in kept(said, before).report.measures]

    assert titles(review) == ["m1", "m2"]
    assert {a.id for a in kept(review, before).actuals} >= {"r1"}
    gone = r.let_stay(review, "m2", False)
    assert from_json(Review, to_json(gone)) == gone
    assert titles(gone) == ["m1"]
    assert "r1" in [a.id for a in kept(gone, before).retired[0].actuals]
    # It was said of this report: another one is asked anew.
    assert r.stand_on(gone, replace(before, report=NEXT), 4).stays == {}
    assert r.stand_on(gone, before, 2).stays == {"m2": False}


def test_a_row_that_was_taken_out_goes_unless_its_measure_is_kept() -> None:
    before = stored()
    review = r.exclude_measure(r.stand_on(r.start(LOADED), before, 1), "m2")
    assert [m.id for m in kept(review, before).report.measures] == ["m1"]
    review = r.let_stay(review, "m2", True)
    assert [m.in_file for m in kept(review, before).report.measures] == [True, False]
