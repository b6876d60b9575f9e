"""A raw measure → Measure, with what was observed while reading it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_data.extract import notices
from ita_data.extract.by_period import amounts_of
from ita_data.extract.departments import departments_in
from ita_data.extract.evidence import evidence_of
from ita_data.extract.numbers import glued_number, number_of
from ita_data.extract.periods import PeriodRead, period_of
from ita_data.extract.raw import Piece, RawMeasure
from ita_data.extract.topics import topic_of
from ita_data.findings import Finding
from ita_data.forms import Form, words
from ita_data.model import PROMISE_COLUMNS, RESULT_COLUMNS, Field, Measure, Number, Quantity
from ita_data.place import Place
from ita_data.quantities import budget_in_prose, find_budget_thb, find_quantities
from ita_data.settings import Settings
from ita_data.thai import clean, has_markup, squash

# Of one column: no honest cell has so many, and each becomes a proposal with a name of its own.
MOST_QUANTITIES = 200
_MONEY = re.compile(r"([\d,]+(?:\.\d+)?)(?:\.-|\.–|-)?(?:บาท)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a measure's reading needs to know of its report.

    `numbered`: its table has numbers; `own`: this program wrote the table.
    """

    form: Form
    fiscal_year: int | None
    settings: Settings
    numbered: bool
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRead:
    """A measure and the findings about it."""

    measure: Measure
    findings: tuple[Finding, ...]


def read_measure(raw: RawMeasure, measure_id: str, context: Context) -> MeasureRead:
    """Reads every field; nothing that cannot be read is guessed, and no text is lost."""
    title = _title(raw)
    period = period_of(raw, measure_id, context.fiscal_year)
    texts = {name: _text(raw, name) for name in _PROSE}
    budget = _budget(_text(raw, "budget_thb"))
    said = None if raw.text("budget_thb") or context.own else budget_in_prose(texts["steps"])
    counted = _quantities(texts, context.settings)
    measure = Measure(
        id=measure_id,
        number=raw.number,
        title=title,
        topic=_own_topic(raw, context)
        or topic_of(title, context.form)
        or topic_of(raw.section, context.form),
        steps=texts["steps"],
        period_text=period.text,
        start=period.start,
        end=period.end,
        departments=departments_in(texts["departments_text"]),
        departments_text=texts["departments_text"],
        target=texts["target"],
        output=texts["output"],
        outcome=texts["outcome"],
        declared_status=_unless_nothing(_text(raw, "declared_status")) or None,
        budget_thb=said[0] if said else budget,
        evidence=evidence_of(raw),
        remarks=texts["remarks"],
        quantities=tuple(q for found in counted for q in found[:MOST_QUANTITIES]),
        amounts=amounts_of(raw, context.fiscal_year),
        place=raw.place,
        cells=_cells(raw, period),
        extra=_extra(raw, context.form, budget),
    )
    findings = [*_findings(raw, measure, period, context)]
    findings += (finding for found in counted for finding in _too_many(found, measure))
    if said:
        words_ = texts["steps"][said[1] : said[2]]
        findings.append(notices.budget_from_steps(measure.cells["steps"][0], words_, measure_id))
    return MeasureRead(measure=measure, findings=tuple(findings))


_PROSE: tuple[Field, ...] = (
    "steps", "departments_text", "target", "output", "outcome", "remarks",
)  # fmt: skip


def _text(raw: RawMeasure, name: Field) -> str:
    return _joined(raw.pieces.get(name, ()))


def _joined(pieces: Sequence[Piece]) -> str:
    if len(pieces) < 2:  # as nearly always
        return clean(pieces[0].text) if pieces else ""
    return "\n".join(filter(None, (clean(piece.text) for piece in pieces)))


def _title(raw: RawMeasure) -> str:
    """The title; a number glued to it is left out where the row has no other number."""
    title = _text(raw, "title")
    if number_of(raw.number_text) is not None:
        return title
    return glued_number(title or clean(raw.number_text)).title


def _own_topic(raw: RawMeasure, context: Context) -> int | None:
    """The heading as this program wrote it; taken out of the extra columns."""
    pieces = raw.extra.pop(words()["own_export"]["topic"], None) if context.own else None
    return number_of(pieces[0].text) if pieces else None


def _unless_nothing(text: str) -> str:
    return "" if text in words()["around"]["nothing"] else text


def _budget(text: str) -> Number | None:
    """Baht of a budget cell: 0 where it says that none is used, None where it says nothing."""
    folded = squash(_unless_nothing(text))
    if not folded:
        return None
    if any(squash(word) in folded for word in words()["around"]["no_budget"]):
        return 0
    found = _MONEY.fullmatch(folded)
    if found is None:
        return find_budget_thb(folded)
    amount = float(found[1].replace(",", "") or 0)
    return int(amount) if amount.is_integer() else amount


def _quantities(texts: Mapping[Field, str], settings: Settings) -> list[tuple[Quantity, ...]]:
    """What each of the columns counts."""
    return [
        find_quantities(texts[column], column, level_units=settings.level_units)
        for column in (*PROMISE_COLUMNS, *RESULT_COLUMNS)
    ]


def _too_many(found: Sequence[Quantity], measure: Measure) -> Iterator[Finding]:
    if len(found) > MOST_QUANTITIES:
        place = measure.cells[found[0].column][0]
        yield notices.quantities_left_out(place, len(found), MOST_QUANTITIES, measure.id)


def _cells(raw: RawMeasure, period: PeriodRead) -> dict[str, tuple[Place, ...]]:
    cells: dict[str, tuple[Place, ...]] = {
        name: tuple(piece.place for piece in pieces) for name, pieces in raw.pieces.items()
    }
    if period.places:
        cells.setdefault("period_text", period.places)
    return cells


def _extra(raw: RawMeasure, form: Form, budget: Number | None) -> dict[str, str]:
    """Columns the form does not know, and what could not be read as the value it should be."""
    extra = {header: _joined(pieces) for header, pieces in raw.extra.items() if pieces}
    if raw.number_text and number_of(raw.number_text) is None and _text(raw, "title"):
        extra[form.label_of("number")] = raw.number_text
    unread = _unless_nothing(_text(raw, "budget_thb"))
    if unread and not (budget and _MONEY.fullmatch(squash(unread))):
        extra[form.label_of("budget_thb")] = unread
    return extra


def _findings(
    raw: RawMeasure, measure: Measure, period: PeriodRead, context: Context
) -> Iterator[Finding]:
    yield from _number_findings(raw, measure, context)
    if not measure.title:
        yield notices.title_missing(raw.place, measure.id)
    yield from _markup_findings(raw, measure.id, context.form)
    yield from period.findings
    if not measure.departments and (words_ := _unless_nothing(measure.departments_text)):
        place = measure.cells["departments_text"][0]
        yield notices.departments_unread(place, words_, measure.id)
    budget_words = _unless_nothing(_text(raw, "budget_thb"))
    if budget_words and measure.budget_thb is None:
        yield notices.budget_unread(measure.cells["budget_thb"][0], budget_words, measure.id)


def _number_findings(raw: RawMeasure, measure: Measure, context: Context) -> Iterator[Finding]:
    if raw.number is not None:
        return
    if raw.number_text:
        place = measure.cells["number"][0]
        yield notices.number_unread(place, raw.number_text, measure.id)
    elif context.numbered:
        yield notices.number_missing(raw.place, measure.id)


def _markup_findings(raw: RawMeasure, measure_id: str, form: Form) -> Iterator[Finding]:
    for name, pieces in raw.pieces.items():
        for piece in pieces:
            if has_markup(piece.text):
                yield notices.markup(piece.place, form.label_of(name), measure_id)
