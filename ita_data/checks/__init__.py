"""Checking a report before the assessor does. One class a rule; docs/checks.md lists them.

`run` asks every rule, `findings_of` gives what is to be shown.
"""

from collections.abc import Sequence

from ita_data.checks import (
    amounts,
    counts,
    deadlines,
    evidence,
    footing,
    form,
    leftover,
    links,
    periods,
    promises,
    reading,
    reported,
    text,
)
from ita_data.checks.rule import Case, Outcome, Rule
from ita_data.findings import Finding, most_serious_first

__all__ = ["RULES", "Case", "Outcome", "Rule", "findings_of", "run"]

# In the order they are asked and shown: a rule stands after those it requires.
RULES: tuple[Rule, ...] = (
    reading.HeaderNotFound(),
    reading.NoMeasures(),
    reading.AgencyMissing(),
    reading.FiscalYearMissing(),
    reading.AgencyDiffers(),
    reading.FiscalYearDiffers(),
    reading.ColumnMissing(),
    form.HeadingMissing(),
    reading.TitleMissing(),
    form.NumbersNotConsecutive(),
    reading.NumberUnread(),
    reading.NumberMissing(),
    form.CellEmpty(),
    form.DepartmentMissing(),
    reading.DepartmentsUnread(),
    reading.PeriodUnreadable(),
    periods.PeriodReversed(),
    periods.PeriodOutside(),
    leftover.DateOfLastYear(),
    text.ResultCopied(),
    text.ResultEchoesSteps(),
    text.OutcomeRepeatsOutput(),
    amounts.AmountsContradict(),
    promises.CadenceUntold(),
    promises.DocumentUntold(),
    deadlines.DayOfOtherYear(),
    deadlines.DeadlineUntracked(),
    reading.Markup(),
    counts.PercentOverHundred(),
    counts.ResultFarAboveTarget(),
    counts.NoQuantity(),
    footing.TargetFromResult(),
    footing.IndicatorUnconfirmed(),
    reported.DueUnreported(),
    reported.ResultNotRecorded(),
    evidence.ResultWithoutEvidence(),
    evidence.EvidenceNoLink(),
    evidence.EvidenceElsewhere(),
    links.EvidenceUnopened(),
    links.EvidenceNotPublic(),
    links.EvidenceOfOtherYear(),
)


def run(case: Case, rules: Sequence[Rule] = RULES) -> tuple[Outcome, ...]:
    """What became of each rule, in their order.

    A rule is skipped where its question has no meaning for the case, and where a rule that
    it requires failed (or was skipped for such a reason): one fault gives one finding.
    """
    blocked: dict[str, str] = {}
    outcomes = []
    for rule in rules:
        outcome = _asked(rule, case, blocked)
        if outcome.state == "fail":
            blocked[rule.code] = f"ต้องแก้ไขข้อ “{rule.title}” ก่อน"
        outcomes.append(outcome)
    return tuple(outcomes)


def _asked(rule: Rule, case: Case, blocked: dict[str, str]) -> Outcome:
    for code in rule.requires:
        if code in blocked:
            blocked[rule.code] = blocked[code]
            return Outcome(rule=rule, state="skipped", because=blocked[code])
    if because := rule.unasked(case):
        return Outcome(rule=rule, state="skipped", because=because)
    findings = tuple(rule.check(case))
    return Outcome(rule=rule, state="fail" if findings else "pass", findings=findings)


def findings_of(outcomes: Sequence[Outcome], reading: Sequence[Finding]) -> tuple[Finding, ...]:
    """Every finding once, the most serious first; of the reading's those no rule speaks for."""
    owned = {outcome.rule.code for outcome in outcomes}
    told = [finding for outcome in outcomes for finding in outcome.findings]
    replaced = {
        (code, finding.measure_id)
        for outcome in outcomes
        for finding in outcome.findings
        for code in outcome.rule.replaces
    }
    kept = [f for f in reading if f.code not in owned and (f.code, f.measure_id) not in replaced]
    return most_serious_first(tuple(dict.fromkeys((*told, *kept))))
