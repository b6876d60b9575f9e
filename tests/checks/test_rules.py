"""Every rule's examples, and how the rules stand together."""

import pytest

from ita_data.checks import RULES, Case, Rule, findings_of, run
from ita_data.checks.examples import HEADINGS, a_measure, a_report, observed
from ita_data.findings import SEVERITIES

EVERY = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def state(rule: Rule, example: Case) -> str:
    """What becomes of a rule when nothing it requires fails."""
    return "skipped" if rule.unasked(example) else "fail" if list(rule.check(example)) else "pass"


def test_codes_are_unique_and_prerequisites_come_first() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    for at, rule in enumerate(RULES):
        assert set(rule.requires) <= set(codes[:at]), rule.code


@EVERY
def test_a_rule_is_its_own_manual_page(rule: Rule) -> None:
    assert rule.severity in SEVERITIES
    assert all((rule.title, rule.why, rule.source, rule.advice, rule.valid, rule.invalid))


@EVERY
def test_valid_examples_pass(rule: Rule) -> None:
    assert {state(rule, example) for example in rule.valid} <= {"pass", "skipped"}
    assert "pass" in {state(rule, example) for example in rule.valid}


@EVERY
def test_invalid_examples_fail_with_the_rules_own_words(rule: Rule) -> None:
    for example in rule.invalid:
        found = list(rule.check(example))
        assert state(rule, example) == "fail"
        assert {finding.code for finding in found} == {rule.code}
        for finding in found:
            for passage in finding.passages:
                assert all(0 <= s < e <= len(passage.text) for s, e in passage.spans)


def test_a_clean_report_has_no_findings() -> None:
    clean = a_report(*(a_measure(n, topic=n) for n in HEADINGS), headings=HEADINGS)
    outcomes = run(clean)
    assert findings_of(outcomes, ()) == ()
    assert {o.rule.code for o in outcomes if o.state == "skipped"} == {
        "date-of-last-year",
        "due-unreported",
        "indicator-without-result",
        "result-far-above-target",
        "evidence-elsewhere",
        "evidence-unopened",
        "evidence-not-public",
        "evidence-of-other-year",
    }


def test_one_fault_gives_one_finding() -> None:
    broken = a_report(
        reading=[
            observed("header-not-found", "ไม่พบหัวตาราง", "error"),
            observed("no-measures", "ไม่พบมาตรการ", "error"),
        ]
    )
    outcomes = run(broken)
    assert [f.code for f in findings_of(outcomes, broken.reading)] == ["header-not-found"]
    copied = next(o for o in outcomes if o.rule.code == "result-copied")
    assert (copied.state, copied.because) == ("skipped", "ต้องแก้ไขข้อ “ตารางไม่มีหัวตารางที่รู้จัก” ก่อน")


def test_a_rule_that_cannot_be_asked_blocks_no_other() -> None:
    typed = Case(tracked=a_report(a_measure(1), a_measure(3)).tracked, read=False)
    states = {outcome.rule.code: outcome.state for outcome in run(typed)}
    assert states["no-measures"] == "skipped"
    assert states["numbers-not-consecutive"] == "fail"


def test_findings_of_the_reading_that_no_rule_owns_are_kept() -> None:
    hidden = observed("sheet-hidden", "แผ่นงานถูกซ่อนไว้")
    wrong = a_report(a_measure(), reading=[hidden])
    assert findings_of(run(wrong), wrong.reading) == (hidden,)


def test_a_rule_replaces_what_the_reading_said_of_the_same() -> None:
    example = next(rule for rule in RULES if rule.code == "period-reversed").invalid[0]
    assumed = observed("period-assumed", "วันสิ้นสุดอยู่ก่อนวันเริ่มต้น", measure_id="m1")
    other = observed("period-assumed", "ไม่ได้ระบุปี", measure_id="m2")
    wrong = Case(tracked=example.tracked, reading=(assumed, other))
    found = findings_of(run(wrong), wrong.reading)
    assert [(f.code, f.measure_id) for f in found] == [
        ("period-reversed", "m1"),
        ("period-assumed", "m2"),
    ]


def test_the_most_serious_come_first() -> None:
    wrong = a_report(a_measure(1, output="พึงพอใจร้อยละ 850"), a_measure(3, evidence=()))
    found = [f.code for f in findings_of(run(wrong), ())]
    assert found == ["percent-over-100", "numbers-not-consecutive", "result-without-evidence"]
