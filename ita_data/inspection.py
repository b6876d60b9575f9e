"""A reading as plain JSON values: what `inspect` prints and tests compare with gold files.

Keys and their order are an interface that others rely on; missing values are None.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ita_data.findings import Finding
from ita_data.loaded import Loaded
from ita_data.model import Measure, Quantity

Json = dict[str, Any]


def inspection(loaded: Loaded) -> Json:
    """The report with its findings; texts that are absent are None, dates ISO in CE."""
    report = loaded.report
    return {
        "agency": report.agency or None,
        "district": report.district or None,
        "province": report.province or None,
        "fiscal_year": report.fiscal_year,
        "form": report.form,
        "measures": [_measure(measure) for measure in report.measures],
        "findings": findings_json(loaded.findings),
    }


def findings_json(findings: Sequence[Finding]) -> list[Json]:
    """Findings in their order."""
    return [_finding(finding) for finding in findings]


def _measure(measure: Measure) -> Json:
    return {
        "number": measure.number,
        "title": measure.title or None,
        "topic": measure.topic,
        "steps": measure.steps or None,
        "period_text": measure.period_text or None,
        "start": _iso(measure.start),
        "end": _iso(measure.end),
        "departments": list(measure.departments),
        "departments_text": measure.departments_text or None,
        "output": measure.output or None,
        "outcome": measure.outcome or None,
        "declared_status": measure.declared_status or None,
        "budget_thb": measure.budget_thb,
        "evidence": [evidence.address for evidence in measure.evidence],
        "quantities": [_quantity(quantity) for quantity in measure.quantities],
        "place": {"sheet": measure.place.sheet, "row": measure.place.row},
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        "text": quantity.text,
        "column": quantity.column,
        "amount": quantity.amount,
        "unit": quantity.unit,
        "comparison": quantity.comparison,
        "every_months": quantity.cadence.every_months,
        "per_year": quantity.cadence.per_year,
        "annual_target": quantity.annual_target,
    }


def _finding(finding: Finding) -> Json:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
        "place": {"sheet": place.sheet, "cell": place.cell} if place else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
