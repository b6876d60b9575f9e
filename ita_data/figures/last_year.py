"""A plan with last year's promise and result beside each line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ita_data.dates import thai_date
from ita_data.model import Basis, Indicator, LastYear, Measure, TrackedReport
from ita_data.words import BASIS_WORDS, in_unit, rhythm_words, target_words

NOTHING = "ไม่มีผลเป็นจำนวน"
NEW = "ไม่มีในปีก่อน"


def done_words(last: LastYear) -> str:
    """ "ตามรายงาน 3 ครั้ง · บันทึกผลแล้ว 2 ครั้ง": the bases that have an amount."""
    amounts = [
        f"{BASIS_WORDS[basis]} {in_unit(last.done[basis], last.unit)}"
        for basis in Basis
        if basis in last.done
    ]
    return " · ".join(amounts) or NOTHING


def beside(last: LastYear) -> str:
    """One line as text: "ปี 2568 สัญญา 4 ครั้ง ทำได้ ตามรายงาน 3 ครั้ง"."""
    year = f"ปี {last.fiscal_year}" if last.fiscal_year else "ปีก่อน"
    return f"{year}: เป้าหมาย {last.promise} · ผล {done_words(last)}"


def last_of(plan: TrackedReport, indicator_id: str) -> LastYear | None:
    """What an indicator promised and did a year before; None where it is new."""
    return next((one for one in plan.last_year if one.indicator_id == indicator_id), None)


def result_of(plan: TrackedReport, measure_id: str) -> str:
    """What last year's report wrote of a measure's results; "" where it is new or wrote none."""
    found = (o for o in plan.last_year if o.measure_id == measure_id and o.indicator_id is None)
    return next((one.result for one in found), "")


def of_measure(plan: TrackedReport, measure_id: str) -> str:
    """What one measure promised and did a year before, as HTML; "" where it is not a plan's."""
    own = [one for one in plan.last_year if one.measure_id == measure_id and one.indicator_id]
    names = {i.id: i.name for i in plan.indicators}
    items = "".join(
        f"<li><b>{escape(names.get(one.indicator_id or '', ''))}</b>"
        f"<small>{escape(beside(one))}</small></li>"
        for one in own
    )
    told = result_of(plan, measure_id)
    text = f'<p class="prose">{escape(told)}</p>' if told else ""
    return f'<ul class="ita-list">{items}</ul>{text}' if items or told else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A plan looked up once: its indicators by measure, last year's lines by indicator, and
    last year's texts by measure."""

    indicators: Mapping[str, Sequence[Indicator]]
    before: Mapping[str, LastYear]
    told: Mapping[str, str]

    @classmethod
    def of(cls, plan: TrackedReport) -> "_Plan":
        indicators: dict[str, list[Indicator]] = {}
        for one in plan.indicators:
            indicators.setdefault(one.measure_id, []).append(one)
        # Of two lines the first counts, as in `last_of`.
        lines = plan.last_year[::-1]
        return cls(
            indicators=indicators,
            before={one.indicator_id: one for one in lines if one.indicator_id is not None},
            told={one.measure_id: one.result for one in lines if one.indicator_id is None},
        )


def plan_table(plan: TrackedReport, measures: Sequence[Measure] | None = None) -> str:
    """A heading a measure with its period, a row an indicator: this year's target, last
    year's target and result; last year's text of the results folded below. `measures`: those
    to show; all of the plan's where it is None."""
    year = plan.report.fiscal_year
    last = next((one.fiscal_year for one in plan.last_year), None)
    heads = ("ตัวชี้วัด", f"เป้าหมายปี {year}", f"เป้าหมายปี {last}", f"ผลปี {last}")
    head = "".join(f'<th scope="col">{words}</th>' for words in heads)
    known = _Plan.of(plan)
    shown = plan.report.measures if measures is None else measures
    bodies = "".join(_measure(known, measure) for measure in shown)
    return (
        f'<div class="ita-wide"><table class="ita-table ita-plan">'
        f"<thead><tr>{head}</tr></thead>{bodies}</table></div>"
    )


def _measure(plan: _Plan, measure: Measure) -> str:
    number = f"{measure.number}. " if measure.number is not None else ""
    period = f"{thai_date(measure.start)} – {thai_date(measure.end)}"
    rows = [_row(plan, one) for one in plan.indicators.get(measure.id, ())]
    told = plan.told.get(measure.id, "")
    text = f'<span class="prose">{escape(told)}</span>'
    folded = f"<details><summary>ผลที่เขียนไว้ในปีก่อน</summary>{text}</details>" if told else ""
    title = f"<b>{escape(number + measure.title)}</b><small>{period}</small>{folded}"
    return (
        f'<tbody><tr class="measure"><th colspan="4" scope="rowgroup">{title}</th></tr>'
        f"{''.join(rows)}</tbody>"
    )


def _row(plan: _Plan, indicator: Indicator) -> str:
    last = plan.before.get(indicator.id)
    promise, done = (last.promise, done_words(last)) if last else (NEW, "–")
    schedule = "" if indicator.target is None else f" · {rhythm_words(indicator)}"
    target = f"{target_words(indicator)}{schedule}"
    cells = zip(("เป้าหมาย", "ปีก่อน", "ผลปีก่อน"), (target, promise, done), strict=True)
    rest = "".join(f'<td data-label="{label}">{escape(words)}</td>' for label, words in cells)
    return f'<tr><th scope="row">{escape(indicator.name)}</th>{rest}</tr>'
