"""What an officer can say of a reading, and what of it stays when the file is read again."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data import review as r
from ita_data.codec import from_json, to_json
from ita_data.findings import Finding
from ita_data.loaded import Choices, Loaded, MatchedColumn, MatchedTable
from ita_data.model import Cadence, Decision, Indicator, Measure, Report
from ita_data.place import Place
from ita_data.quantities import find_quantities
from ita_data.review import MeasureEdit, Review

HERE = Place(sheet="ตาราง", row=3)
TABLE = MatchedTable(
    sheet="ตาราง",
    signature="abc",
    header_rows=(1,),
    columns=(
        MatchedColumn(column=1, header="ที่", field="number", certainty=1),
        MatchedColumn(column=2, header="เรื่อง", field=None, certainty=0.3),
    ),
)


def measure(number: int, title: str, output: str, steps: str = "") -> Measure:
    found = [find_quantities(text, name) for text, name in ((steps, "steps"), (output, "output"))]  # type: ignore[arg-type]
    return Measure(
        id=f"m{number}",
        number=number,
        title=title,
        steps=steps,
        output=output,
        start=date(2024, 10, 1),
        end=date(2025, 9, 30),
        departments=("สำนักปลัด",),
        quantities=tuple(q for each in found for q in each),
        place=HERE,
    )


MANUALS = measure(1, "คู่มือสำหรับประชาชน", "พิมพ์คู่มือ จำนวน ๗ เล่ม")
TRAINING = measure(2, "อบรมคุณธรรม", "อบรมบุคลากร ทุกๆ ๓ เดือน แจ้งผล ๒ ช่องทาง")
REPORT = Report(agency="เทศบาลตำบลดอนแก้วใส", fiscal_year=2568, measures=(MANUALS, TRAINING))
LOADED = Loaded(report=REPORT, findings=(), tables=(TABLE,), name="รายงาน.xlsx", format="xlsx")


@pytest.fixture
def begun() -> Review:
    return r.start(LOADED)


def by_name(review: Review, measure_id: str = "m1", at: int = 0) -> Indicator:
    return review.indicators_of(measure_id)[at]


def decisions(review: Review) -> list[Decision]:
    return [indicator.decision for indicator in review.indicators]


def test_a_review_begins_with_every_quantity_as_a_proposal(begun: Review) -> None:
    assert [(i.measure_id, i.target, i.unit) for i in begun.indicators] == [
        ("m1", 7, "เล่ม"),
        ("m2", 4, "ครั้ง"),
        ("m2", 2, "ช่องทาง"),
    ]
    assert set(decisions(begun)) == {Decision.PROPOSED}
    assert begun.waiting == begun.indicators


def test_a_review_keeps_only_the_column_choices_of_its_own_tables() -> None:
    choices = Choices(columns={"abc": {2: "title"}, "other": {1: "title"}})
    begun = r.start(LOADED, choices)
    assert begun.choices == Choices(columns={"abc": {2: "title"}})
    assert not begun.stale


def test_a_review_is_kept_and_found_again_whole(begun: Review) -> None:
    edited = r.edit_measure(begun, "m1", output="จำนวน ๘ เล่ม", end=date(2025, 3, 31))
    edited = r.accept_all(r.add_indicator(edited, "m2", name="<b>"))
    assert from_json(Review, to_json(edited)) == edited


def test_what_the_officer_says_of_agency_and_year_beats_the_file(begun: Review) -> None:
    said = replace(begun, choices=Choices(agency="อบต.ดอนแก้ว", province="ตัวอย่าง"))
    assert (said.report.agency, said.report.province) == ("อบต.ดอนแก้ว", "ตัวอย่าง")
    assert said.report.fiscal_year == 2568
    assert said.stale


def test_another_match_of_columns_is_said_for_the_whole_table() -> None:
    choices = r.with_columns(Choices(), TABLE, {2: "title"})
    assert choices.columns == {"abc": {1: "number", 2: "title"}}
    again = r.with_columns(choices, TABLE, {1: None})
    assert again.columns == {"abc": {1: None, 2: "title"}}


def test_edits_stand_beside_what_was_read(begun: Review) -> None:
    edited = r.edit_measure(begun, "m1", title="คู่มือ", departments=("กองคลัง", "กองช่าง"))
    assert edited.report.measures[0] == replace(
        MANUALS, title="คู่มือ", departments=("กองคลัง", "กองช่าง")
    )
    assert edited.loaded == begun.loaded
    assert edited.edits == {"m1": MeasureEdit(title="คู่มือ", departments=("กองคลัง", "กองช่าง"))}


def test_new_words_are_looked_through_for_quantities(begun: Review) -> None:
    edited = r.edit_measure(begun, "m1", output="พิมพ์คู่มือ จำนวน ๘ เล่ม และอบรม ๒ ครั้ง")
    assert [(i.target, i.unit) for i in edited.indicators_of("m1")] == [(8, "เล่ม"), (2, "ครั้ง")]
    assert [q.text for q in edited.report.measures[0].quantities] == ["จำนวน ๘ เล่ม", "๒ ครั้ง"]
    assert edited.indicators_of("m2") == begun.indicators_of("m2")


def test_decisions_stay_while_their_words_do(begun: Review) -> None:
    decided = r.use_indicator(r.accept_all(begun), by_name(begun, "m2").id, used=False)
    edited = r.edit_measure(decided, "m2", output="ทุกๆ ๓ เดือน แจ้งผล ๒ ช่องทาง ติดประกาศ ๕ แห่ง")
    assert [(i.target, i.decision) for i in edited.indicators_of("m2")] == [
        (4, Decision.DROPPED),
        (2, Decision.ACCEPTED),
        (5, Decision.PROPOSED),
    ]
    assert [i.id for i in edited.indicators_of("m2")][:2] == [
        i.id for i in begun.indicators_of("m2")
    ]
    assert len({i.id for i in edited.indicators}) == len(edited.indicators)


def test_an_accepted_proposal_goes_with_its_words_a_corrected_one_stays(begun: Review) -> None:
    first = by_name(begun).id
    gone = r.edit_measure(r.accept_all(begun), "m1", output="พิมพ์แล้ว")
    assert [(i.target, i.source) for i in gone.indicators_of("m1")] == [(None, None)]
    corrected = r.correct_indicator(begun, first, target=9)
    kept = r.edit_measure(corrected, "m1", output="พิมพ์แล้ว").indicators_of("m1")
    assert (first, 9, Decision.CORRECTED) in [(i.id, i.target, i.decision) for i in kept]


def test_correcting_marks_the_indicator_and_a_typed_target(begun: Review) -> None:
    first = by_name(begun)
    corrected = by_name(
        r.correct_indicator(begun, first.id, target=10, cadence=Cadence(per_year=2))
    )
    assert corrected == replace(
        first,
        target=10,
        cadence=Cadence(per_year=2),
        target_from="typed",
        decision=Decision.CORRECTED,
    )
    renamed = by_name(r.correct_indicator(begun, first.id, name="คู่มือที่พิมพ์แล้ว"))
    assert renamed.target_from == first.target_from
    assert r.correct_indicator(begun, first.id, target=7) == begun


def test_a_claim_can_be_corrected_taken_away_and_made(begun: Review) -> None:
    first = by_name(begun).id
    claim = begun.claim_of(first)
    assert claim is not None
    assert claim.amount == 7
    corrected = r.correct_claim(begun, first, 5)
    assert corrected.claim_of(first) == replace(claim, amount=5)
    assert by_name(corrected).decision is Decision.CORRECTED
    none = r.correct_claim(corrected, first, None)
    assert none.claim_of(first) is None
    made = r.correct_claim(none, first, 3).claim_of(first)
    assert made is not None
    assert made.amount == 3


def test_a_corrected_claim_outlives_another_edit(begun: Review) -> None:
    first = by_name(begun).id
    corrected = r.correct_claim(begun, first, 5)
    edited = r.edit_measure(corrected, "m2", output="ยังไม่ได้อบรม")
    claim = edited.claim_of(first)
    assert claim is not None
    assert claim.amount == 5


def test_dropping_is_taken_back(begun: Review) -> None:
    first = by_name(begun).id
    dropped = r.use_indicator(begun, first, used=False)
    assert by_name(dropped).decision is Decision.DROPPED
    assert by_name(r.use_indicator(dropped, first)).decision is Decision.ACCEPTED


def test_accepting_all_leaves_what_was_decided(begun: Review) -> None:
    dropped = r.use_indicator(begun, by_name(begun, "m2").id, used=False)
    assert decisions(r.accept_all(dropped, "m2")) == [
        Decision.PROPOSED,
        Decision.DROPPED,
        Decision.ACCEPTED,
    ]
    assert decisions(r.accept_all(dropped)) == [
        Decision.ACCEPTED,
        Decision.DROPPED,
        Decision.ACCEPTED,
    ]


def test_an_indicator_added_by_hand_has_its_own_id(begun: Review) -> None:
    twice = r.add_indicator(r.add_indicator(begun, "m1", name="ก"), "m1", name="ข")
    added = [i for i in twice.indicators if i.decision is Decision.ADDED]
    assert [(i.name, i.target, i.source) for i in added] == [("ก", None, None), ("ข", None, None)]
    assert len({i.id for i in twice.indicators}) == 5
    edited = r.edit_measure(twice, "m1", output="ไม่มีจำนวน")
    assert [i.name for i in edited.indicators_of("m1")] == [MANUALS.title, "ก", "ข"]
    corrected = r.correct_indicator(twice, added[0].id, target=2)
    assert by_name(corrected, "m1", 1).decision is Decision.ADDED


def test_a_target_given_to_a_measure_without_one_is_not_asked_again(begun: Review) -> None:
    plain = r.edit_measure(begun, "m1", output="พิมพ์แล้ว")
    [gap] = plain.indicators_of("m1")
    given = r.correct_indicator(plain, gap.id, target=3, unit="เล่ม")
    again = r.edit_measure(given, "m1", outcome="ประชาชนพอใจ")
    assert again.indicators_of("m1") == given.indicators_of("m1")
    dropped = r.edit_measure(r.use_indicator(plain, gap.id, used=False), "m1", outcome="ดี")
    assert [i.decision for i in dropped.indicators_of("m1")] == [Decision.DROPPED]


def test_an_added_indicator_dropped_and_taken_back_stays(begun: Review) -> None:
    added = r.add_indicator(begun, "m1", name="ก")
    key = added.indicators[-1].id
    back = r.use_indicator(r.use_indicator(added, key, used=False), key)
    assert "ก" in [i.name for i in r.edit_measure(back, "m1", outcome="ดี").indicators_of("m1")]


def test_a_row_that_is_no_measure_is_taken_out_and_brought_back(begun: Review) -> None:
    without = r.exclude_measure(begun, "m1")
    assert [m.id for m in without.report.measures] == ["m2"]
    assert [i.measure_id for i in r.finish(without).indicators] == ["m2", "m2"]
    assert r.exclude_measure(without, "m1", excluded=False) == begun


def test_reading_again_keeps_edits_and_decisions_with_their_measures(begun: Review) -> None:
    """Another table is now read before the first one, so every measure has another id."""
    worked = r.edit_measure(r.accept_all(begun, "m1"), "m2", remarks="รอผล")
    moved = tuple(
        replace(m, id=f"m{at}")
        for at, m in enumerate((measure(9, "ตรวจรับพัสดุ", "จำนวน ๓ ครั้ง"), MANUALS, TRAINING), 1)
    )
    finding = Finding(code="x", severity="advice", message="", advice="", measure_id="m2")
    loaded = replace(LOADED, report=replace(REPORT, measures=moved), findings=(finding,))
    worked = replace(worked, choices=Choices(fiscal_year=2569))
    again = r.reread(worked, loaded)
    assert [(m.title, m.id) for m in again.report.measures] == [
        ("ตรวจรับพัสดุ", "m3"),
        ("คู่มือสำหรับประชาชน", "m1"),
        ("อบรมคุณธรรม", "m2"),
    ]
    assert again.report.measures[2].remarks == "รอผล"
    assert [i.decision for i in again.indicators_of("m1")] == [Decision.ACCEPTED]
    assert [i.target for i in again.indicators_of("m3")] == [3]
    assert again.loaded.findings[0].measure_id == "m1"
    assert not again.stale


def test_what_was_put_right_is_no_finding_any_more() -> None:
    period, words, row = (Place(sheet="ตาราง", row=3, column=c) for c in (4, 6, 9))
    cells = {"period_text": (period,), "output": (words,)}
    measures = (replace(MANUALS, cells=cells), TRAINING)
    findings = tuple(
        Finding(code=code, severity="warning", message="", advice="", place=place, measure_id=of)
        for code, place, of in (
            ("period", period, "m1"),
            ("words", words, "m1"),
            ("row", row, "m2"),
            ("file", None, None),
        )
    )
    loaded = replace(LOADED, report=replace(REPORT, measures=measures), findings=findings)
    begun = r.start(loaded)
    assert r.open_findings(begun) == findings
    edited = r.edit_measure(begun, "m1", end=date(2025, 3, 31))
    assert [f.code for f in r.open_findings(edited)] == ["words", "row", "file"]
    without = r.exclude_measure(edited, "m2")
    assert [f.code for f in r.open_findings(without)] == ["words", "file"]


@pytest.mark.parametrize(
    ("report", "lacking"),
    [
        (REPORT, ()),
        (replace(REPORT, agency=" "), ("agency",)),
        (replace(REPORT, fiscal_year=None), ("fiscal_year",)),
        (Report(), ("agency", "fiscal_year", "measures")),
    ],
)
def test_what_a_report_cannot_be_stored_without(report: Report, lacking: tuple[str, ...]) -> None:
    assert r.missing(r.start(replace(LOADED, report=report))) == lacking


def test_the_finished_report_keeps_what_was_dropped_so_it_is_not_asked_again(
    begun: Review,
) -> None:
    dropped = r.use_indicator(begun, by_name(begun).id, used=False)
    tracked = r.finish(replace(dropped, reported_on=date(2025, 3, 31)))
    assert tracked.report == REPORT
    assert tracked.indicators == dropped.indicators
    assert tracked.actuals == begun.claims
    assert tracked.reported_on == date(2025, 3, 31)
