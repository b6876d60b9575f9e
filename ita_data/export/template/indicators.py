"""ตัวชี้วัด: a row an indicator, with what the report's text claims for it, and free rows."""

from collections.abc import Sequence
from itertools import chain

from ita_data.export.excel.book import Column, Page
from ita_data.export.excel.text import Value
from ita_data.export.template.lists import lists_of, offer, only_numbers
from ita_data.export.template.rows import (
    FIRST_ROW,
    HEADER_ROW,
    fitting,
    hide,
    last_row,
    measure_name,
)
from ita_data.forms import words
from ita_data.model import Actual, Basis, Indicator, Override, Source, TrackedReport
from ita_data.words import DECISION_WORDS, FIELD_WORDS, STATUS_WORDS, cadence_words

# The columns in their order: name in words.toml, width, style.
COLUMNS: tuple[tuple[str, float, str], ...] = (
    ("id", 12, "centre"), ("measure", 11, "centre"), ("name", 38, "text"),
    ("comparison", 11, "centre"), ("target", 11, "amount"), ("unit", 12, "centre"),
    ("cadence", 20, "text"), ("level", 13, "centre"), ("department", 22, "text"),
    ("claim", 12, "amount"), ("decision", 12, "centre"), ("status", 18, "text"),
    ("reason", 26, "text"), ("target_from", 20, "text"), ("source_column", 12, "text"),
    ("source_text", 12, "text"), ("source_start", 12, "whole"), ("claim_column", 12, "text"),
    ("claim_text", 12, "text"), ("claim_start", 12, "whole"),
    ("by", 12, "text"), ("at", 12, "text"),
)  # fmt: skip
NAMES = [name for name, _, _ in COLUMNS]
SYSTEM = NAMES[NAMES.index("target_from") :]


def write(page: Page, tracked: TrackedReport, ids: Sequence[str]) -> None:
    headers = words()["tracking"]["columns"]
    columns = [Column(header=headers[n], width=w, style=style) for n, w, style in COLUMNS]
    page.text(0, 0, "ตัวชี้วัดและเป้าหมายของแต่ละมาตรการ", "heading")
    page.header(HEADER_ROW, columns, frozen_columns=3)
    known = ([*map(fitting, _values(tracked, one))] for one in tracked.indicators)
    spare = ([key, *[None] * (len(COLUMNS) - 1)] for key in ids)
    page.lines(FIRST_ROW, chain(known, spare))
    rows = (FIRST_ROW, last_row(tracked, ids))
    for name in lists_of(tracked.report):
        offer(page, name, NAMES.index(name), rows, tracked.report)
    only_numbers(page, [NAMES.index("target"), NAMES.index("claim")], rows)
    hide(page, [NAMES.index(name) for name in SYSTEM])


def _values(tracked: TrackedReport, indicator: Indicator) -> list[Value]:
    choices = words()["tracking"]["choices"]
    mine = (a for a in tracked.actuals if a.indicator_id == indicator.id)
    claim = next((a for a in mine if a.basis is Basis.CLAIMED), None)
    said = next((o for o in tracked.overrides if o.indicator_id == indicator.id), None)
    values: dict[str, Value] = {
        "id": indicator.id,
        "measure": measure_name(tracked.report.measures, indicator),
        "name": indicator.name,
        "comparison": choices["comparison"][indicator.comparison],
        "target": indicator.target,
        "unit": indicator.unit,
        "cadence": cadence_words(indicator.cadence),
        "level": choices["level"]["latest" if indicator.level else "sum"],
        "department": indicator.department,
        "decision": DECISION_WORDS[indicator.decision],
        "target_from": choices["target_from"][indicator.target_from],
        **_source("source", indicator.source),
        **_claim(claim),
        **_override(said),
    }
    return [values.get(name) for name in NAMES]


def _claim(claim: Actual | None) -> dict[str, Value]:
    return {"claim": claim.amount, **_source("claim", claim.source)} if claim else {}


def _source(kind: str, source: Source | None) -> dict[str, Value]:
    if source is None:
        return {}
    return {
        f"{kind}_column": FIELD_WORDS[source.column],
        f"{kind}_text": source.text,
        f"{kind}_start": source.start,
    }


def _override(said: Override | None) -> dict[str, Value]:
    if said is None:
        return {}
    at = said.at.isoformat() if said.at else None
    return {"status": STATUS_WORDS[said.status], "reason": said.reason, "by": said.by, "at": at}
